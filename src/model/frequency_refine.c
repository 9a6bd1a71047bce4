/* One frequency of the rates that are named, refined by days, months and times beside them. */
#include "model/frequency_judge.h"

#define OFFICE_HOURS 8.0 /* of a working day, as hourly is costed in offices */

static bool tells_past(struct text word)
{
    static const char *const past[] = {"was",      "formerly",     "previously", "former",
                                       "previous", "fruher",       "frueher",    "ehemals",
                                       "vormals",  "anciennement", "antes",      "voorheen",
                                       "vroeger",  "erstwhile",    "originally", "initially"};
    for (size_t k = 0; k < sizeof past / sizeof *past; k++)
        if (text_is(word, past[k]))
            return true;
    return false;
}

/* "was weekly, now monthly": the rate of the past does not count beside another one. */
static void drop_past(struct picture *picture)
{
    size_t kept = 0;
    for (size_t i = 0; i < picture->rates; i++) {
        struct mention *rate = &picture->rate[i];
        bool is_past = false;
        if (rate->start > 0)
            is_past = tells_past(picture->words->word[rate->start - 1].text);
        if (!is_past || picture->rates - i + kept == 1)
            picture->rate[kept++] = *rate;
    }
    picture->rates = kept;
}

/* "formerly monthly", "used to be weekly", and nothing of the present. */
static bool is_of_the_past(const struct picture *picture)
{
    size_t start = picture->rate[0].start;
    const struct word *word = picture->words->word;
    if (picture->rates != 1 || start == 0)
        return false;
    if (start > 2 && text_is(word[start - 1].text, "be") && text_is(word[start - 2].text, "to") &&
        text_is(word[start - 3].text, "used"))
        return true;
    return tells_past(word[start - 1].text);
}

/* A rate that is only an adjective of what a deadline waits for ("within 30 days of the annual
 * meeting") gives way to one that is said in full. */
static void drop_adjectives(struct picture *picture)
{
    const struct mention *deadline = picture->first[MENTION_DEADLINE];
    bool strong = false;
    size_t kept = 0;
    for (size_t i = 0; i < picture->rates; i++)
        strong |= picture->rate[i].strong;
    for (size_t i = 0; i < picture->rates; i++) {
        struct mention *rate = &picture->rate[i];
        if (deadline && strong && !rate->strong && rate->start > deadline->start)
            continue;
        picture->rate[kept++] = *rate;
    }
    picture->rates = kept;
}

/* "daily data updated monthly", "monthly averages, published yearly": the rate of the update is
 * meant. */
static void prefer_updates(struct picture *picture)
{
    static const char *const verbs[] = {"updated",   "refreshed", "published", "released",
                                        "produced",  "issued",    "sent",      "distributed",
                                        "submitted", "generated", "delivered", "run",
                                        "runs",      "due",       "reported",  "prepared"};
    for (size_t i = 1; i < picture->rates; i++) {
        struct mention chosen = picture->rate[i];
        const struct text *before = &picture->words->word[chosen.start - 1].text;
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
            if (!text_is(*before, verbs[k]) || picture->rate[0].strong)
                continue;
            picture->rate[i] = picture->rate[0];
            picture->rate[0] = chosen;
            return;
        }
    }
}

/* Weekdays beside a rate: "weekly Mon & Thu", "daily Mon-Fri", "biweekly on Monday". */
static void refine_by_days(const struct picture *picture, struct mention *rate)
{
    const struct mention *days = picture->first[MENTION_DAYS];
    if (!days)
        return;
    unsigned n = mask_bits(days->mask);
    bool daily = runs_near(rate->runs, 365) || runs_near(rate->runs, picture->workdays);
    bool by_day =
        rate->alternative > 0 && runs_near(rate->alternative * picture->workdays, rate->runs * 365);
    bool by_weeks = rate->runs < 27 && rate->runs > 12.5;
    if (!daily && by_day) { /* "3 times a day on weekdays" */
        rate->runs *= picture_days(picture, days->mask) / picture->workdays;
        rate->alternative = NAN;
    } else if (by_weeks && n > 1 && !(rate->alternative > 0)) { /* "every 2 weeks on Mon and Thu" */
        rate->alternative = days->is_range ? rate->runs : NAN;
        rate->runs *= n;
    } else if (daily || runs_near(rate->runs, 52)) {
        rate->runs = picture_days(picture, days->mask);
        rate->business = days->mask == 0x1F;
        rate->alternative = NAN;
    } else if (rate->alternative > rate->runs && runs_near(rate->alternative, 52.0 * n) && n > 1) {
        rate->runs = rate->alternative;
        rate->alternative = NAN;
    } else if (rate->alternative > 0 && runs_near(rate->runs, 26) && n == 1) {
        rate->alternative = NAN;
    }
}

static void refine_by_month_days(const struct picture *picture, struct mention *rate)
{
    const struct mention *days = picture->first[MENTION_MONTHDAYS];
    if (!days)
        return;
    double named = days->count * days->base;
    if (picture->rates == 1 && rate->alternative > 0 &&
        (runs_near(rate->alternative, named) || runs_near(rate->runs, named))) {
        rate->runs = named;
        rate->alternative = NAN;
    } else if (days->count > 1 && runs_near(rate->runs, 12) && runs_near(days->base, 12)) {
        rate->runs = named;
    } else if (days->count > 1 && runs_near(rate->runs, 26) && runs_near(named, 24) &&
               picture->rates == 1) {
        rate->alternative = rate->runs; /* "fortnightly, 1st and 3rd Monday" */
        rate->runs = named;
    } else if (days->start > rate->end && rate->end > 0 && picture->rates == 1 &&
               !(rate->alternative > 0) && !runs_near(named, rate->runs) &&
               words_have(picture->words, rate->end, days->start, WORD_AND) &&
               !words_have(picture->words, rate->end, days->start, WORD_OR) &&
               words_connect(picture->words, rate->end, days->start)) {
        rate->alternative = rate->runs; /* "monthly + year-end" */
        rate->runs += named;
    } else if (days->start > rate->end && !runs_near(named, rate->runs) &&
               words_have(picture->words, rate->end, days->start, WORD_OR) &&
               words_connect(picture->words, rate->end, days->start)) {
        rate->alternative = named; /* "EOD/EOM" */
    }
}

static void refine_by_months(const struct picture *picture, struct mention *rate)
{
    const struct mention *months = picture->first[MENTION_MONTHS];
    const struct mention *dates = picture->first[MENTION_DATES];
    double count = (months ? mask_bits(months->mask) : 0) + (dates ? dates->count : 0);
    if (count < 1)
        return;
    if (months && !dates && (months->is_range || count > 1) &&
        (rate->runs > 11 || (months->leaves_out && runs_near(rate->runs, 4)))) {
        rate->runs *= count / 12;
        rate->alternative *= count / 12;
        return;
    }
    if (count > 1 && runs_near(rate->runs, 1) && !(months && months->is_range))
        rate->runs = count;
    if (rate->alternative > 0 && runs_near(rate->runs, count))
        rate->alternative = NAN;
    if (rate->alternative > 0 && runs_near(rate->alternative, count)) {
        rate->runs = count;
        rate->alternative = NAN;
    }
}

static void refine_by_times(const struct picture *picture, struct mention *rate)
{
    const struct mention *times = picture->first[MENTION_TIMES];
    bool by_day = is_between(rate->runs, 11, 366);
    if (times && times->count > 1 && by_day) {
        rate->runs *= times->count;
        rate->alternative *= times->count;
    }
}

/* Every 15 minutes from 8 to 18; hourly on working days. */
static void refine_by_hours(const struct picture *picture, struct mention *rate)
{
    const struct mention *hours = picture->first[MENTION_HOURS];
    const struct mention *days = picture->first[MENTION_DAYS];
    double share = hours && hours->business ? picture->workdays / 365 : 1;
    if (days)
        share = picture_days(picture, days->mask) / 365;
    rate->runs *= share;
    if (hours) {
        rate->runs *= hours->count / 24;
    } else if (days && days->mask != 0x7F && rate->runs > 2000) {
        rate->alternative = rate->runs; /* on working days: round the clock, or in office hours */
        rate->runs *= OFFICE_HOURS / 24;
    }
}

static bool is_parenthesised(const struct words *words, const struct mention *mention)
{
    return words->word[mention->start].depth > 0;
}

/* "monthly, weekly if needed" */
static bool is_conditional(const struct picture *picture, const struct mention *rate)
{
    const struct mention *event = picture->first[MENTION_EVENT];
    const struct mention *unclear = picture->first[MENTION_UNKNOWN];
    return (event && event->start >= rate->end) || (unclear && unclear->start >= rate->end);
}

/* Two rates: added where "and" joins them, else the first with the second as the other reading. */
static void join_rates(struct picture *picture, struct mention *sum)
{
    *sum = picture->rate[0];
    bool ambiguous = sum->alternative > 0;
    for (size_t i = 1; i < picture->rates; i++) {
        const struct mention *before = &picture->rate[i - 1], *next = &picture->rate[i];
        const struct words *words = picture->words;
        bool added =
            (words_have(words, before->end, next->start, WORD_AND) ||
             (!before->strong && !next->strong && words_connect(words, before->end, next->start) &&
              words_have(words, before->end, next->start, WORD_COMMA))) &&
            !words_have(words, before->end, next->start, WORD_OR) && !is_conditional(picture, next);
        if (next->is_short) { /* 24/7 only says which days */
            if (runs_near(sum->alternative, 365))
                sum->runs = 365;
            sum->alternative = runs_near(sum->runs, 365) ? NAN : sum->alternative;
        } else if (next->of_year && i == 1 && next->runs < sum->runs &&
                   next->runs >= sum->runs / 2) {
            sum->runs = next->runs; /* "monthly, 10 months a year" */
            sum->alternative = NAN;
        } else if (runs_near(next->alternative, sum->runs)) {
            sum->alternative = NAN;
        } else if (runs_near(next->runs, sum->runs)) {
            if (is_parenthesised(words, next) || next->strong)
                sum->alternative = NAN;
        } else if (ambiguous && i == 1 && runs_near(next->runs, sum->alternative)) {
            sum->runs = next->runs;
            sum->alternative = NAN;
            sum->business = false;
        } else if (ambiguous && i == 1 && runs_near(next->runs, 365) && next->strong) {
            sum->runs = 365;
        } else if (added && !is_parenthesised(words, next)) {
            sum->alternative = i == 1 ? sum->runs : sum->alternative;
            sum->runs += next->runs;
        } else {
            sum->alternative = i > 1 && sum->alternative > 0 ? sum->alternative : next->runs;
            sum->is_short = false;
        }
    }
}

static void set_ambiguous(const struct picture *picture, const struct mention *rate,
                          struct frequency *frequency)
{
    char buffer[32];
    double days = 365 / picture->workdays;
    struct text other = frequency_words(rate->alternative, buffer);
    frequency_set(frequency, FREQUENCY_AMBIGUOUS, rate->runs, rate->alternative,
                  "working days or calendar days");
    if (picture->rates > 1)
        frequency->note = arena_printf(picture->arena, "more than one frequency is named: %.*s too",
                                       TEXT_ARGS(other));
    else if (!runs_near(rate->alternative / rate->runs, days) &&
             !runs_near(rate->runs / rate->alternative, days))
        frequency->note = arena_printf(picture->arena, "it may also mean %.*s", TEXT_ARGS(other));
}

static bool goes_on(const struct picture *picture, const struct mention *rate)
{
    return rate->end < picture->words->count &&
           text_is(picture->words->word[rate->end].text, "thereafter");
}

static bool is_open(const struct picture *picture)
{
    const struct mention *deadline = picture->first[MENTION_DEADLINE];
    const struct mention *rate = &picture->rate[0];
    const struct mention *unclear = picture->first[MENTION_UNKNOWN];
    bool told = unclear && unclear->is_short && picture->first[MENTION_MONTHS];
    return picture->first[MENTION_EVENT] || (unclear && !told) ||
           picture->first[MENTION_CONTINUOUS] || picture->first[MENTION_ONCE] ||
           (deadline && deadline->start < rate->start && !rate->strong && !goes_on(picture, rate));
}

/* "One time (annual report 2020)": said first, and no "then" behind it. */
static bool is_only_once(const struct picture *picture)
{
    const struct mention *once = picture->first[MENTION_ONCE], *rate = &picture->rate[0];
    return once && once->strong && once->start < rate->start && !rate->strong &&
           is_parenthesised(picture->words, rate);
}

bool picture_judge_rates(struct picture *picture, struct frequency *frequency)
{
    const struct mention *ended = picture->first[MENTION_ENDED];
    const struct mention *unclear = picture->first[MENTION_UNKNOWN];
    struct mention rate;
    if (picture->rates == 0 || (ended && ended->strong) || (unclear && unclear->strong) ||
        is_only_once(picture))
        return false;
    drop_past(picture);
    if (is_of_the_past(picture)) {
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "only its past frequency is told");
        return true;
    }
    drop_adjectives(picture);
    prefer_updates(picture);
    join_rates(picture, &rate);
    bool within_a_day = rate.runs > 400 && !rate.business && !(rate.alternative > 0);
    refine_by_days(picture, &rate);
    refine_by_month_days(picture, &rate);
    refine_by_months(picture, &rate);
    refine_by_times(picture, &rate);
    if (within_a_day)
        refine_by_hours(picture, &rate);
    if (rate.alternative > 0 && !runs_near(rate.alternative, rate.runs))
        set_ambiguous(picture, &rate, frequency);
    else if (is_open(picture))
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, rate.runs, NAN,
                      "a frequency beside words that leave it open");
    else if (rate.is_short)
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, rate.runs, NAN,
                      "every day, or available all the time");
    else
        frequency_set(frequency, FREQUENCY_READ, rate.runs, NAN, NULL);
    frequency->business_days = rate.business;
    if (rate.low > 0 && picture->rates == 1) {
        frequency->low = rate.low;
        frequency->high = rate.high;
    }
    return true;
}
