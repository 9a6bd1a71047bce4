/* Mentions made ready: lists become one mention, what is none is dropped. */
#include "model/frequency_judge.h"

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
        runs += mention->runs * mask_bits(mention[1].mask) / 12;
    }
    if (rates < 2 || seasons != rates)
        return;
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->mention[i].kind != MENTION_RATE &&
            mentions->mention[i].kind != MENTION_MONTHS)
            mentions->mention[kept++] = mentions->mention[i];
        else {
            mentions->mention[kept++] = (struct mention){
                .kind = MENTION_RATE, .runs = runs, .alternative = NAN, .strong = true};
            i = mentions->count - 1;
        }
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
        "update",   "updates",   "updated",   "refresh",  "refreshes", "freq",  "frequency",
        "interval", "intervals", "cadence",   "schedule", "runs",      "run",   "on",
        "due",      "of",        "max",       "min",      "only",      "cycle", "rhythm",
        "day",      "by",        "following", "next"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word->text, words[i]))
            return true;
    return word->meanings > 0 && !word_meaning(word, WORD_EVERY);
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

/* "daily (7 days)": the days of the week that daily means. */
static bool tells_days_of_daily(const struct words *words, const struct mentions *mentions,
                                size_t at)
{
    const struct mention *interval = &mentions->mention[at];
    const struct mention *before = &mentions->mention[at > 0 ? at - 1 : 0];
    if (at == 0 || interval->kind != MENTION_INTERVAL || !runs_near(interval->runs, 52))
        return false;
    return before->kind == MENTION_RATE && runs_near(before->alternative, 365) &&
           words_connect(words, before->end, interval->start);
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
    if (is_lone_letter(&mention))
        return changed_to(&mention, MENTION_KINDS);
    if (mention.kind != MENTION_INTERVAL && mention.kind != MENTION_UNIT)
        return mention;
    if (tells_days_of_daily(words, mentions, at)) {
        mention = changed_to(&mention, MENTION_DAYS);
        mention.mask = 0x7F;
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

/* "except Sundays", "excluding August": what follows directly is taken away from the whole. */
static void apply_exceptions(const struct words *words, struct mentions *mentions)
{
    for (size_t i = 0; i + 1 < mentions->count; i++) {
        struct mention *next = &mentions->mention[i + 1];
        if (mentions->mention[i].kind != MENTION_EXCEPT ||
            !words_connect(words, mentions->mention[i].end, next->start))
            continue;
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
    add_seasons(mentions);
    drop_weak(arena, words, mentions);
    apply_exceptions(words, mentions);
}
