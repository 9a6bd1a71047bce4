#include "model/frequency_parts.h"

/* What all mentions together say. Counts of times of day, weekdays, month days and months refine a
 * rate; without one they are a frequency themselves. */
struct picture {
    const struct mention *first[MENTION_KINDS]; /* of each kind */
    struct mention *rate;
    size_t rates;
    const struct words *words;
    double workdays;
    struct arena *arena;
};

static unsigned bits(unsigned mask)
{
    unsigned n = 0;
    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

static bool near(double a, double b)
{
    return fabs(a - b) <= 0.021 * fabs(b);
}

static bool is_connector(const struct word *word)
{
    return word_meaning(word, WORD_AND) || word_meaning(word, WORD_COMMA) ||
           word_meaning(word, WORD_OR) || text_is(word->text, "-") || text_is(word->text, ":");
}

static bool only_connectors(const struct words *words, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!is_connector(&words->word[i]) && !text_is(words->word[i].text, "on"))
            return false;
    return true;
}

static bool has_class_between(const struct words *words, size_t start, size_t end,
                              enum word_class class)
{
    for (size_t i = start; i < end; i++)
        if (word_meaning(&words->word[i], class))
            return true;
    return false;
}

static bool merges(const struct words *words, const struct mention *a, const struct mention *b)
{
    if (a->kind != b->kind || !only_connectors(words, a->end, b->start))
        return false;
    if (a->kind == MENTION_MONTHDAYS)
        return near(a->base, b->base) || a->is_short;
    return a->kind == MENTION_DAYS || a->kind == MENTION_MONTHS || a->kind == MENTION_DATES ||
           a->kind == MENTION_TIMES;
}

/* "Mon, Wed and Fri", "1st & 15th", "Jan/Jul": one mention of several. */
static void merge_lists(const struct words *words, struct mentions *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *next = &mentions->mention[i];
        struct mention *last = &mentions->mention[kept > 0 ? kept - 1 : 0];
        if (kept == 0 || !merges(words, last, next)) {
            mentions->mention[kept++] = *next;
            continue;
        }
        last->mask |= next->mask;
        last->count += next->count;
        last->base = next->base;
        last->end = next->end;
        last->strong |= next->strong;
        last->is_range |= next->is_range;
        last->is_short &= next->is_short;
        last->alternative = NAN;
    }
    mentions->count = kept;
}

/* "Mo, We, Fr": what stands beside short names of weekdays is one too, not the unit month. */
static void find_short_days(const struct words *words, struct mentions *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->mention[i], *next = mention + 1;
        const struct meaning *day = word_meaning(&words->word[mention->start], WORD_SHORT_DAY);
        bool connected = i + 1 < mentions->count && next->kind == MENTION_DAYS &&
                         next->start > mention->end &&
                         only_connectors(words, mention->end, next->start);
        if (mention->kind != MENTION_UNIT || !day || !connected)
            continue;
        mention->kind = MENTION_DAYS;
        mention->mask = (unsigned)day->value;
        mention->is_short = true;
        mention->runs = mention->alternative = NAN;
    }
}

/* "weekly Oct-Mar, monthly Apr-Sep": each rate for its part of the year, added. */
static void add_seasons(struct mentions *mentions)
{
    size_t rates = 0, seasons = 0, kept = 0;
    double runs = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->mention[i];
        rates += mention->kind == MENTION_RATE;
        if (mention->kind != MENTION_RATE || i + 1 == mentions->count ||
            mention[1].kind != MENTION_MONTHS || !mention[1].is_range)
            continue;
        seasons++;
        runs += mention->runs * bits(mention[1].mask) / 12;
    }
    if (rates < 2 || seasons != rates)
        return;
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->mention[i].kind != MENTION_RATE && mentions->mention[i].kind != MENTION_MONTHS)
            mentions->mention[kept++] = mentions->mention[i];
        else {
            mentions->mention[kept++] = (struct mention){.kind = MENTION_RATE, .runs = runs,
                                                         .alternative = NAN, .strong = true};
            i = mentions->count - 1;
        }
    mentions->count = kept;
}

/* A single "m" or "th" is no weekday; two in a list are. */
static bool is_lone_letter(const struct mention *mention)
{
    return mention->kind == MENTION_DAYS && mention->is_short && bits(mention->mask) < 2;
}

/* Words beside an interval or a day that do not make something else of it, as in "retention 90 days" or
 * "first release"; "every" before what was not understood does. */
static bool says_little(const struct word *word)
{
    static const char *const words[] = {"update", "updates", "updated", "refresh", "refreshes", "freq",
                                        "frequency", "interval", "intervals", "cadence", "schedule",
                                        "runs", "run", "on", "due", "of", "max", "min", "only",
                                        "cycle", "rhythm", "day", "by", "following", "next"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word->text, words[i]))
            return true;
    return word->meanings > 0 && !word_meaning(word, WORD_EVERY);
}

/* "3 months" and "weeks" are frequencies only where they are all that is said. */
static bool stands_alone(const struct words *words, const struct mentions *mentions, size_t at)
{
    const struct mention *mention = &mentions->mention[at];
    for (size_t i = 0; i < mentions->count; i++)
        if (i != at && mentions->mention[i].kind != MENTION_TIMES &&
            mentions->mention[i].kind != MENTION_DAYS)
            return false;
    for (size_t i = 0; i < words->count; i++)
        if ((i < mention->start || i >= mention->end) && !says_little(&words->word[i]))
            return false;
    return words->count <= mention->end - mention->start + 2;
}

/* "daily (7 days)": the days of the week that daily means. */
static bool tells_days_of_daily(const struct mentions *mentions, const struct mention *interval)
{
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->mention[i].kind == MENTION_RATE && near(mentions->mention[i].alternative, 365))
            return interval->kind == MENTION_INTERVAL && near(interval->runs, 52);
    return false;
}

static void drop_weak(const struct words *words, struct mentions *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->mention[i];
        bool interval = mention->kind == MENTION_INTERVAL || mention->kind == MENTION_UNIT;
        bool alone = interval && stands_alone(words, mentions, i);
        bool after_deadline = mention->kind == MENTION_UNIT && kept > 0 && words->count <= 10 &&
                              mention->runs < 13 &&
                              mentions->mention[kept - 1].kind == MENTION_DEADLINE;
        if (tells_days_of_daily(mentions, mention))
            *mention = (struct mention){.kind = MENTION_DAYS, .mask = 0x7F, .start = mention->start,
                                        .end = mention->end, .alternative = NAN};
        interval = interval && mention->kind != MENTION_DAYS;
        alone = alone && interval;
        if (is_lone_letter(mention) || (interval && !alone && !after_deadline))
            continue;
        if (alone)
            mention->kind = MENTION_RATE;
        if (after_deadline)
            *mention = (struct mention){.kind = MENTION_MONTHDAYS, .count = 1, .base = mention->runs,
                                        .start = mention->start, .end = mention->end,
                                        .is_short = true, .runs = NAN, .alternative = NAN};
        mentions->mention[kept++] = *mention;
    }
    mentions->count = kept;
}

/* "except Sundays", "excluding August": what follows directly is taken away from the whole. */
static void apply_exceptions(const struct words *words, struct mentions *mentions)
{
    for (size_t i = 0; i + 1 < mentions->count; i++) {
        struct mention *next = &mentions->mention[i + 1];
        if (mentions->mention[i].kind != MENTION_EXCEPT ||
            !only_connectors(words, mentions->mention[i].end, next->start))
            continue;
        if (next->kind == MENTION_DAYS)
            next->mask = 0x7F & ~next->mask;
        if (next->kind == MENTION_MONTHS) {
            next->mask = 0xFFF & ~next->mask;
            next->is_range = true;
        }
        next->alternative = NAN;
    }
}

static void draw(struct picture *picture, const struct mentions *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->mention[i];
        if (!picture->first[mention->kind])
            picture->first[mention->kind] = mention;
        if (mention->kind == MENTION_RATE)
            picture->rate[picture->rates++] = *mention;
    }
}

static double days_a_year(const struct picture *picture, unsigned mask)
{
    unsigned n = bits(mask);
    if (mask == 0x7F)
        return 365;
    if (mask == 0x1F)
        return picture->workdays;
    /* Six days a week: without the public holidays that the working days leave out. */
    return n == 6 ? 52 * 6 - (261 - picture->workdays) : 52.0 * n;
}

static struct text literal(const char *string)
{
    return text_of(string);
}

static void set_note(struct frequency *frequency, const char *note)
{
    if (frequency->note.size == 0)
        frequency->note = literal(note);
}

/* ---- frequencies from lists, without any rate ---- */

static bool judge_days(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *days = picture->first[MENTION_DAYS];
    if (!days)
        return false;
    double runs = days_a_year(picture, days->mask);
    if (isnan(days->alternative))
        frequency_set(frequency, FREQUENCY_READ, runs, NAN, NULL);
    else
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, runs, days->alternative,
                      "both days of a weekend, or one run a weekend");
    frequency->business_days = days->mask == 0x1F;
    return true;
}

static bool judge_month_days(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *days = picture->first[MENTION_MONTHDAYS];
    const struct mention *months = picture->first[MENTION_MONTHS];
    bool ordinal_only = days && days->is_short && days->count < 2;
    if (!days || (picture->first[MENTION_DEADLINE] && ordinal_only && days->base > 11))
        return false;
    if (months && bits(months->mask) > 1) {
        frequency_set(frequency, FREQUENCY_READ, days->count * bits(months->mask), NAN, NULL);
        return true;
    }
    if (ordinal_only && days->base > 11)
        for (size_t i = 0; i < picture->words->count; i++)
            if (!says_little(&picture->words->word[i]))
                return false; /* it counts something else */
    bool object = picture->first[MENTION_DEADLINE] && days->is_short;
    frequency_set(frequency, object ? FREQUENCY_AMBIGUOUS : FREQUENCY_READ, days->count * days->base,
                  NAN, object ? "after a period that may repeat or not" : NULL);
    return true;
}

static bool judge_months(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *months = picture->first[MENTION_MONTHS];
    const struct mention *dates = picture->first[MENTION_DATES];
    double count = (months && !months->is_range ? bits(months->mask) : 0) +
                   (dates ? dates->count : 0);
    bool strong = (months && months->strong) || (dates && dates->strong);
    if (months && months->is_range) {
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a range of months without a rhythm");
        return true;
    }
    if (count < 1 || (picture->first[MENTION_DEADLINE] && !strong))
        return false;
    if (picture->first[MENTION_DATED] && !strong)
        return false;
    if (count > 1 || strong)
        frequency_set(frequency, FREQUENCY_READ, count, NAN, NULL);
    else
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, 1, NAN,
                      "a date without a year: every year, or once");
    return true;
}

static bool judge_times(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *times = picture->first[MENTION_TIMES];
    bool states = picture->first[MENTION_EVENT] || picture->first[MENTION_ENDED] ||
                  picture->first[MENTION_DATED] || picture->first[MENTION_ONCE];
    if (!times || states || picture->words->count > 8)
        return false;
    frequency_set(frequency, FREQUENCY_AMBIGUOUS, times->count * picture->workdays,
                  times->count > 1 ? times->count * 365 : NAN,
                  "a time of day without days: every working day is meant, or not");
    return true;
}

/* ---- states ---- */

static const struct mention *earliest(const struct picture *picture)
{
    static const enum mention_kind kinds[] = {MENTION_DEADLINE, MENTION_EVENT, MENTION_ONCE,
                                              MENTION_ENDED, MENTION_CONTINUOUS};
    const struct mention *best = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct mention *mention = picture->first[kinds[i]];
        if (mention && (!best || mention->start < best->start))
            best = mention;
    }
    return best;
}

static void judge_deadline(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *dated = picture->first[MENTION_DATED];
    if (picture->first[MENTION_ONE_OFF] || (dated && !dated->is_short))
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN, "a time limit after what comes once");
    else
        frequency_set(frequency, FREQUENCY_EVENT, NAN, NAN, "a time limit after an event");
}

/* Words after which a clause tells when, in a longer text that no pattern knows. */
static bool has_condition(const struct words *words)
{
    static const char *const triggers[] = {"after", "before", "when", "upon", "following", "prior",
                                           "whenever", "if", "unless", "within", "wenn", "sobald",
                                           "lorsque", "apres", "quand", "cuando", "tras", "quando",
                                           "dopo", "wanneer", "zodra", "nach", "despues"};
    if (words->count < 2)
        return false;
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = 0; k < sizeof triggers / sizeof *triggers; k++)
            if (text_is(words->word[i].text, triggers[k]))
                return true;
    return false;
}

static bool judge_state(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *state = earliest(picture), *dated = picture->first[MENTION_DATED];
    const struct mention *ongoing = picture->first[MENTION_ONGOING];
    if (state && state->kind == MENTION_DEADLINE)
        judge_deadline(picture, frequency);
    else if (state && state->kind == MENTION_EVENT)
        frequency_set(frequency, FREQUENCY_EVENT, NAN, NAN, NULL);
    else if (state && state->kind == MENTION_CONTINUOUS)
        frequency_set(frequency, FREQUENCY_CONTINUOUS, NAN, NAN, NULL);
    else if (state)
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN,
                      state->kind == MENTION_ENDED ? "no longer produced" : NULL);
    else if (ongoing && !dated)
        frequency_set(frequency, FREQUENCY_CONTINUOUS, NAN, NAN, NULL);
    else if (picture->first[MENTION_UNKNOWN] || ongoing)
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "names no frequency");
    else if (dated)
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN, "a date with its year");
    else if (picture->first[MENTION_ONE_OFF] || has_condition(picture->words))
        frequency_set(frequency, FREQUENCY_EVENT, NAN, NAN, "on a condition");
    else
        return false;
    return true;
}

/* ---- rates ---- */

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

/* "daily data updated monthly", "monthly averages, published yearly": the rate of the update is meant. */
static void prefer_updates(struct picture *picture)
{
    static const char *const verbs[] = {"updated", "refreshed", "published", "released", "produced",
                                        "issued", "sent", "distributed", "submitted", "generated",
                                        "delivered", "run", "runs", "due", "reported", "prepared"};
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
    unsigned n = bits(days->mask);
    bool daily = near(rate->runs, 365) || near(rate->runs, picture->workdays);
    if (daily || near(rate->runs, 52)) {
        rate->runs = days_a_year(picture, days->mask);
        rate->business = days->mask == 0x1F;
        rate->alternative = NAN;
    } else if (rate->alternative > rate->runs && near(rate->alternative, 52.0 * n) && n > 1) {
        rate->runs = rate->alternative;
        rate->alternative = NAN;
    } else if (rate->alternative > 0 && near(rate->runs, 26) && n == 1) {
        rate->alternative = NAN;
    }
}

static void refine_by_month_days(const struct picture *picture, struct mention *rate)
{
    const struct mention *days = picture->first[MENTION_MONTHDAYS];
    if (!days)
        return;
    double named = days->count * days->base;
    if (rate->alternative > 0 && (near(rate->alternative, named) || near(rate->runs, named))) {
        rate->runs = named;
        rate->alternative = NAN;
    } else if (days->count > 1 && near(rate->runs, 12) && near(days->base, 12)) {
        rate->runs = named;
    }
}

static void refine_by_months(const struct picture *picture, struct mention *rate)
{
    const struct mention *months = picture->first[MENTION_MONTHS];
    const struct mention *dates = picture->first[MENTION_DATES];
    double count = (months ? bits(months->mask) : 0) + (dates ? dates->count : 0);
    if (count < 1)
        return;
    if (months && !dates && rate->runs > 11 && (months->is_range || count > 1)) {
        rate->runs *= count / 12;
        rate->alternative *= count / 12;
        return;
    }
    if (count > 1 && near(rate->runs, 1) && !(months && months->is_range))
        rate->runs = count;
    if (rate->alternative > 0 && near(rate->runs, count))
        rate->alternative = NAN;
    if (rate->alternative > 0 && near(rate->alternative, count)) {
        rate->runs = count;
        rate->alternative = NAN;
    }
}

static void refine_by_times(const struct picture *picture, struct mention *rate)
{
    const struct mention *times = picture->first[MENTION_TIMES];
    bool by_day = rate->runs > 11 && rate->runs < 366;
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
    if (rate->runs < 2000)
        return;
    double share = hours && hours->business ? picture->workdays / 365 : 1;
    if (days)
        share = days_a_year(picture, days->mask) / 365;
    rate->runs *= share * (hours ? hours->count / 24 : 1);
}

static bool is_parenthesised(const struct words *words, const struct mention *mention)
{
    return words->word[mention->start].depth > 0;
}

/* Two rates: added where "and" joins them, else the first with the second as the other reading. */
static void join_rates(struct picture *picture, struct mention *sum)
{
    *sum = picture->rate[0];
    bool ambiguous = sum->alternative > 0;
    for (size_t i = 1; i < picture->rates; i++) {
        const struct mention *before = &picture->rate[i - 1], *next = &picture->rate[i];
        const struct words *words = picture->words;
        bool added = (has_class_between(words, before->end, next->start, WORD_AND) ||
                      (only_connectors(words, before->end, next->start) &&
                       has_class_between(words, before->end, next->start, WORD_COMMA))) &&
                     !has_class_between(words, before->end, next->start, WORD_OR);
        if (next->is_short) { /* 24/7 only says which days */
            if (near(sum->alternative, 365))
                sum->runs = 365;
            sum->alternative = near(sum->runs, 365) ? NAN : sum->alternative;
        } else if (near(next->alternative, sum->runs)) {
            sum->alternative = NAN;
        } else if (near(next->runs, sum->runs)) {
            if (is_parenthesised(words, next) || next->strong)
                sum->alternative = NAN;
        } else if (ambiguous && i == 1 && near(next->runs, sum->alternative)) {
            sum->runs = next->runs;
            sum->alternative = NAN;
            sum->business = false;
        } else if (ambiguous && i == 1 && near(next->runs, 365) && next->strong) {
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

static const char *reason_of_ambiguity(const struct picture *picture, const struct mention *rate)
{
    if (picture->rates > 1)
        return "more than one frequency is named";
    double days = 365 / picture->workdays;
    if (near(rate->alternative / rate->runs, days) || near(rate->runs / rate->alternative, days))
        return "working days or calendar days";
    return "the word has two meanings";
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
    return picture->first[MENTION_EVENT] || picture->first[MENTION_UNKNOWN] ||
           picture->first[MENTION_CONTINUOUS] || picture->first[MENTION_ONCE] ||
           (deadline && deadline->start < rate->start && !rate->strong && !goes_on(picture, rate));
}

static bool judge_rates(struct picture *picture, struct frequency *frequency)
{
    const struct mention *ended = picture->first[MENTION_ENDED];
    const struct mention *unclear = picture->first[MENTION_UNKNOWN];
    struct mention rate;
    if (picture->rates == 0 || (ended && ended->strong) || (unclear && unclear->strong))
        return false;
    drop_adjectives(picture);
    prefer_updates(picture);
    join_rates(picture, &rate);
    refine_by_days(picture, &rate);
    refine_by_month_days(picture, &rate);
    refine_by_months(picture, &rate);
    refine_by_times(picture, &rate);
    refine_by_hours(picture, &rate);
    if (rate.alternative > 0 && !near(rate.alternative, rate.runs))
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, rate.runs, rate.alternative,
                      reason_of_ambiguity(picture, &rate));
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

void mentions_judge(struct arena *arena, const struct words *words, struct mentions *mentions,
                    const struct frequency_options *options, struct frequency *frequency)
{
    struct picture picture = {.words = words, .workdays = options->workdays, .arena = arena};
    find_short_days(words, mentions);
    merge_lists(words, mentions);
    add_seasons(mentions);
    drop_weak(words, mentions);
    apply_exceptions(words, mentions);
    picture.rate = ARENA_ARRAY(arena, mentions->count + 1, struct mention);
    draw(&picture, mentions);
    const struct mention *unclear = picture.first[MENTION_UNKNOWN];
    const struct mention *ended = picture.first[MENTION_ENDED];
    bool closed = (unclear && unclear->strong) || (ended && ended->strong);
    if (judge_rates(&picture, frequency))
        ;
    else if (!closed && (judge_month_days(&picture, frequency) || judge_days(&picture, frequency) ||
                         judge_months(&picture, frequency) || judge_times(&picture, frequency)))
        ;
    else
        judge_state(&picture, frequency);
    if (words->note.size > 0 && frequency->status != FREQUENCY_UNKNOWN)
        frequency->note = words->note;
    else if (frequency->status == FREQUENCY_UNKNOWN)
        set_note(frequency, "not understood as a frequency");
}
