/* Mentions made ready: lists become one mention, what is none is dropped. */
#include "model/frequency_judge.h"
#include "model/frequency_words.h"

static bool is_connector(const struct word *word)
{
    return word_meaning(word, WORD_AND) || word_meaning(word, WORD_COMMA) ||
           word_meaning(word, WORD_OR) || text_is(word->text, "-") || text_is(word->text, ":");
}

bool words_connect(const struct words *words, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!is_connector(&words->word[i]) && !text_is(words->word[i].text, "on"))
            return false;
    return true;
}

bool words_have(const struct words *words, size_t start, size_t end, enum word_class class)
{
    for (size_t i = start; i < end; i++)
        if (word_meaning(&words->word[i], class))
            return true;
    return false;
}

unsigned mask_bits(unsigned mask)
{
    unsigned n = 0;
    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

bool runs_near(double a, double b)
{
    return fabs(a - b) <= 0.021 * fabs(b);
}

/* "last day of June and December": the day is meant of each month of the list. */
static bool adds_months(const struct words *words, struct mention *day, const struct mention *next)
{
    bool adds = day->kind == MENTION_MONTHDAYS && day->mask && next->kind == MENTION_MONTHS &&
                !next->is_range && words_connect(words, day->end, next->start);
    if (adds) {
        double each = day->count / mask_bits(day->mask);
        day->mask |= next->mask;
        day->count = each * mask_bits(day->mask);
        day->end = next->end;
    }
    return adds;
}

static bool merges(const struct words *words, const struct mention *a, const struct mention *b)
{
    if (a->kind != b->kind || !words_connect(words, a->end, b->start))
        return false;
    if (a->kind == MENTION_MONTHDAYS)
        return runs_near(a->base, b->base) || a->is_short;
    return a->kind == MENTION_DAYS || a->kind == MENTION_MONTHS || a->kind == MENTION_DATES ||
           a->kind == MENTION_TIMES;
}

static bool words_lead_to_time(const struct words *words, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!is_connector(&words->word[i]) && !text_is(words->word[i].text, "on") &&
            !text_is(words->word[i].text, "at"))
            return false;
    return true;
}

/* "Mondays at noon and Thursdays at 4pm": the weekdays are one list, whatever their times. */
static bool joins_timed_days(const struct words *words, struct mention *kept, size_t count,
                             const struct mention *next)
{
    struct mention *time = &kept[count > 0 ? count - 1 : 0];
    struct mention *days = &kept[count > 1 ? count - 2 : 0];
    if (count < 2 || next->kind != MENTION_DAYS || time->kind != MENTION_TIMES)
        return false;
    if (count > 2 && days->kind == MENTION_TIMES && kept[count - 3].kind == MENTION_DAYS &&
        words_lead_to_time(words, days->end, time->start))
        days = &kept[count - 3];
    if (days->kind != MENTION_DAYS || !words_lead_to_time(words, days->end, days[1].start) ||
        !words_lead_to_time(words, time->end, next->start))
        return false;
    days->mask |= next->mask;
    days->alternative = NAN;
    days->is_short &= next->is_short;
    return true;
}

/* "Mon, Wed and Fri", "1st & 15th", "Jan/Jul": one mention of several. */
static void merge_lists(const struct words *words, struct mentions *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *next = &mentions->mention[i];
        struct mention *last = &mentions->mention[kept > 0 ? kept - 1 : 0];
        if (kept > 0 && adds_months(words, last, next))
            continue;
        if (joins_timed_days(words, mentions->mention, kept, next))
            continue;
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
                         words_connect(words, mention->end, next->start);
        if (mention->kind != MENTION_UNIT || !day || !connected)
            continue;
        mention->kind = MENTION_DAYS;
        mention->mask = (unsigned)day->value;
        mention->is_short = true;
        mention->runs = mention->alternative = NAN;
    }
}

/* Runs of a rate on these days or in these months alone; NAN where they say nothing of it. */
static double runs_in_part(const struct words *words, const struct mention *rate,
                           const struct mention *part)
{
    bool in_order = part->start >= rate->end;
    size_t start = in_order ? rate->end : part->end, end = in_order ? part->start : rate->start;
    for (size_t i = start; i < end; i++)
        if (!word_listed(" in im on en am : - , only nur ", words->word[i].text))
            return NAN; /* "until June" */
    bool daily = rate->business || runs_near(rate->alternative, 365) || runs_near(rate->runs, 365);
    unsigned n = mask_bits(part->mask);
    if (part->kind == MENTION_MONTHS && (part->is_range || rate->runs > 11.5))
        return rate->runs * n / 12;
    if (part->kind != MENTION_DAYS)
        return NAN;
    if (daily && n == 5 && !runs_near(rate->runs, 365))
        return rate->runs;
    return daily || runs_near(rate->runs, 52) ? n == 7 ? 365 : 52.0 * n : NAN;
}

/* "weekly Oct-Mar, monthly Apr-Sep", "daily Mon to Fri, weekly Sat": each rate for its part, added;
 * one without a part has the months that the others leave: "weekly, daily in December". */
static void add_parts(const struct words *words, struct mentions *mentions)
{
    struct mention *mention = mentions->mention, *open = NULL;
    size_t rates = 0, parts = 0, kept = 0, count = mentions->count;
    unsigned months = 0, days = 0;
    double runs = 0;
    bool before = count > 1 && mention[0].kind != MENTION_RATE && mention[1].kind == MENTION_RATE;
    for (size_t i = 0; i < count; i++) {
        if (mention[i].kind != MENTION_RATE)
            continue;
        size_t at = before ? i - 1 : i + 1;
        double part = at < count ? runs_in_part(words, &mention[i], &mention[at]) : NAN;
        rates++;
        if (isnan(part)) {
            open = &mention[i];
            continue;
        }
        parts++;
        runs += part;
        months |= mention[at].kind == MENTION_MONTHS ? mention[at].mask : 0;
        days |= mention[at].kind == MENTION_DAYS ? mention[at].mask : 0;
    }
    bool rest = open && months && !days && parts + 1 == rates;
    if (rates < 2 || parts == 0 || (parts < rates && !rest))
        return;
    if (rest)
        runs += open->runs * (12 - mask_bits(months)) / 12;
    for (size_t i = 0; i < count; i++)
        if (mention[i].kind != MENTION_RATE && mention[i].kind != MENTION_MONTHS &&
            mention[i].kind != MENTION_DAYS)
            mention[kept++] = mention[i];
    for (size_t i = kept++; i > 0; i--)
        mention[i] = mention[i - 1];
    mention[0] =
        (struct mention){.kind = MENTION_RATE, .runs = runs, .alternative = NAN, .strong = true};
    mentions->count = kept;
}

/* A single "m" or "th" is no weekday; two in a list are. */
static bool is_lone_letter(const struct mention *mention)
{
    return mention->kind == MENTION_DAYS && mention->is_short && mask_bits(mention->mask) < 2;
}

/* Words beside an interval or a day that do not make something else of it, as in "retention 90
 * days" or "first release"; "every" before what was not understood does. */
bool word_says_little(const struct word *word)
{
    static const char *const words[] = {
        "update",   "updates",   "updated",   "refresh",  "refreshes", "freq",       "frequency",
        "interval", "intervals", "cadence",   "schedule", "runs",      "run",        "on",
        "due",      "of",        "max",       "min",      "only",      "cycle",      "rhythm",
        "day",      "by",        "following", "next",     "before",    "until",      "latest",
        "am",       "zum",       "bis",       "immer",    "jeweils",   "spatestens", "avant",
        "antes",    "entro",     "voor",      "prima"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word->text, words[i]))
            return true;
    return word->meanings > 0 && !word_meaning(word, WORD_EVERY);
}

/* "Do., 14 Uhr" */
static bool has_time_behind(const struct words *words, const struct mentions *mentions, size_t at)
{
    const struct mention *day = &mentions->mention[at], *next = day + 1;
    return at + 1 < mentions->count && next->kind == MENTION_TIMES &&
           words->word[day->start].text.size > 1 &&
           words_lead_to_time(words, day->end, next->start);
}

/* "3 months" and "weeks" are frequencies only where they are all that is said. */
static bool stands_alone(const struct words *words, const struct mentions *mentions, size_t at)
{
    const struct mention *mention = &mentions->mention[at];
    if (mention->kind == MENTION_UNIT && mention->runs > 500000)
        return false; /* "seconds" and "minute" are measures, not rhythms */
    for (size_t i = 0; i < mentions->count; i++)
        if (i != at && mentions->mention[i].kind != MENTION_TIMES &&
            mentions->mention[i].kind != MENTION_DAYS)
            return false;
    for (size_t i = 0; i < words->count; i++)
        if ((i < mention->start || i >= mention->end) && !word_says_little(&words->word[i]))
            return false;
    return words->count <= mention->end - mention->start + 2;
}

/* "daily (5 days)": the days of the week that daily means; 0 where it does not say them. */
static unsigned days_of_daily(const struct words *words, const struct mentions *mentions, size_t at)
{
    const struct mention *interval = &mentions->mention[at];
    const struct mention *before = &mentions->mention[at > 0 ? at - 1 : 0];
    const struct meaning *n = word_meaning(&words->word[interval->start], WORD_NUMBER);
    const struct meaning *unit = word_meaning(&words->word[interval->end - 1], WORD_UNIT);
    if (!unit)
        unit = word_meaning(&words->word[interval->end - 1], WORD_LETTER_UNIT);
    if (at == 0 || !n || !unit || unit->value < 364 || n->value < 4.5 || n->value > 7.5)
        return 0;
    bool daily = before->kind == MENTION_RATE && runs_near(before->alternative, 365) &&
                 words_connect(words, before->end, interval->start);
    return daily ? (1u << (unsigned)n->value) - 1 : 0;
}

/* "monthly, 10 months", "weekly (40 weeks)": how many of the year. */
static bool counts_of_year(const struct words *words, const struct mentions *mentions, size_t at)
{
    const struct mention *interval = &mentions->mention[at];
    const struct mention *before = &mentions->mention[at > 0 ? at - 1 : 0];
    const struct meaning *unit = word_meaning(&words->word[interval->end - 1], WORD_UNIT);
    const struct meaning *n = word_meaning(&words->word[interval->end - 2], WORD_NUMBER);
    return at > 0 && unit && n && before->kind == MENTION_RATE && !before->strong &&
           runs_near(unit->value, before->runs) && n->value < before->runs &&
           n->value >= before->runs / 2 && words_connect(words, before->end, interval->end - 3);
}

/* "30 days after the quarter": the object of the deadline may repeat. */
static bool is_object_of_deadline(const struct words *words, const struct mentions *mentions,
                                  size_t at)
{
    const struct mention *mention = &mentions->mention[at];
    return mention->kind == MENTION_UNIT && at > 0 && words->count <= 10 && mention->runs < 13 &&
           mentions->mention[at - 1].kind == MENTION_DEADLINE;
}

static struct mention changed_to(const struct mention *mention, enum mention_kind kind)
{
    return (struct mention){.kind = kind,
                            .start = mention->start,
                            .end = mention->end,
                            .runs = NAN,
                            .alternative = NAN,
                            .low = NAN,
                            .high = NAN};
}

/* What becomes of a mention beside the others; MENTION_KINDS where it is none. */
static struct mention settled(const struct words *words, const struct mentions *mentions, size_t at)
{
    struct mention mention = mentions->mention[at];
    bool left_out = at > 0 && mentions->mention[at - 1].kind == MENTION_EXCEPT &&
                    words_connect(words, mentions->mention[at - 1].end, mention.start);
    if (is_lone_letter(&mention) && !left_out && !has_time_behind(words, mentions, at))
        return changed_to(&mention, MENTION_KINDS);
    if (mention.kind != MENTION_INTERVAL && mention.kind != MENTION_UNIT)
        return mention;
    if (mention.kind == MENTION_INTERVAL && days_of_daily(words, mentions, at)) {
        mention = changed_to(&mention, MENTION_DAYS);
        mention.mask = days_of_daily(words, mentions, at);
    } else if (mention.kind == MENTION_INTERVAL && counts_of_year(words, mentions, at)) {
        double count = word_meaning(&words->word[mention.end - 2], WORD_NUMBER)->value;
        mention = changed_to(&mention, MENTION_RATE);
        mention.runs = count;
        mention.strong = mention.of_year = true;
    } else if (stands_alone(words, mentions, at)) {
        mention.kind = MENTION_RATE;
    } else if (is_object_of_deadline(words, mentions, at)) {
        double base = mention.runs;
        mention = changed_to(&mention, MENTION_MONTHDAYS);
        mention.count = 1;
        mention.base = base;
        mention.is_short = true;
    } else {
        mention.kind = MENTION_KINDS;
    }
    return mention;
}

static void drop_weak(struct arena *arena, const struct words *words, struct mentions *mentions)
{
    struct mention *all = ARENA_ARRAY(arena, mentions->count + 1, struct mention);
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        all[kept] = settled(words, mentions, i);
        kept += all[kept].kind != MENTION_KINDS;
    }
    mentions->mention = all;
    mentions->count = kept;
}

/* The weekdays from which an exception takes away. */
static unsigned days_before(const struct mentions *mentions, size_t exception)
{
    const struct mention *before = &mentions->mention[exception > 0 ? exception - 1 : 0];
    if (exception > 0 && before->kind == MENTION_DAYS)
        return before->mask;
    return exception > 0 && before->kind == MENTION_RATE && before->business &&
                   !(before->alternative > 0)
               ? 0x1F
               : 0x7F;
}

/* "except the last week of December": what is left out is not understood. Holidays are left out of
 * the working days anyway. */
static bool leaves_unknown_out(const struct words *words, const struct mention *except)
{
    size_t next = except->end;
    while (next < words->count &&
           word_listed(" on public bank national all any in an ", words->word[next].text))
        next++;
    return word_listed(
               " except but excluding excl exkl excepting barring skipping ausser sauf hors "
               "salvo excepto behalve eccetto escluso esclusi tranne exceto ",
               words->word[except->start].text) &&
           next < words->count &&
           !word_listed(" not no in holidays holiday feiertage feiertagen feiertag ferie feries "
                        "jours festivos "
                        "festivi feestdagen ",
                        words->word[next].text);
}

/* "except Sundays", "excluding August": what follows directly is taken away from the whole. */
static void apply_exceptions(const struct words *words, struct mentions *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *next = &mentions->mention[i + (i + 1 < mentions->count)];
        bool known = mentions->mention[i].kind == MENTION_EXCEPT &&
                     words_connect(words, mentions->mention[i].end, next->start) &&
                     (next->kind == MENTION_DAYS || next->kind == MENTION_MONTHS ||
                      next->kind == MENTION_DATES);
        if (mentions->mention[i].kind != MENTION_EXCEPT)
            continue;
        if (!known) {
            if (leaves_unknown_out(words, &mentions->mention[i]))
                mentions->mention[i].kind = MENTION_UNKNOWN;
            continue;
        }
        if (next->kind == MENTION_DAYS)
            next->mask = days_before(mentions, i) & ~next->mask;
        if (next->kind == MENTION_DAYS && i > 0 && next[-2].kind == MENTION_DAYS)
            next[-2].mask = next->mask;
        if (next->kind == MENTION_DATES && next->mask && next->count < 2) /* "except Q3" */
            next->kind = MENTION_MONTHS;
        if (next->kind == MENTION_MONTHS) {
            next->leaves_out = true;
            next->mask = 0xFFF & ~next->mask;
            next->is_range = true;
        }
        next->alternative = NAN;
    }
}

void mentions_tidy(struct arena *arena, const struct words *words, struct mentions *mentions)
{
    find_short_days(words, mentions);
    merge_lists(words, mentions);
    add_parts(words, mentions);
    drop_weak(arena, words, mentions);
    apply_exceptions(words, mentions);
}
