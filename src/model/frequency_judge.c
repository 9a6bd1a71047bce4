#include "model/frequency_judge.h"

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

double picture_days(const struct picture *picture, unsigned mask)
{
    unsigned n = mask_bits(mask);
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
    const struct mention *months = picture->first[MENTION_MONTHS];
    const struct mention *times = picture->first[MENTION_TIMES];
    double runs = picture_days(picture, days->mask) * (times ? times->count : 1);
    if (months && !picture->first[MENTION_DATES])
        runs *= mask_bits(months->mask) / 12.0;
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
    if (months && mask_bits(months->mask) > 1) {
        frequency_set(frequency, FREQUENCY_READ, days->count * mask_bits(months->mask), NAN, NULL);
        return true;
    }
    if (ordinal_only && picture->words->count == 1 &&
        byte_is_alpha((unsigned char)picture->words->word[0].text.data[0]))
        return false; /* "first" */
    if (ordinal_only && days->base > 11)
        for (size_t i = 0; i < picture->words->count; i++)
            if ((i < days->start || i >= days->end) && !word_says_little(&picture->words->word[i]))
                return false; /* it counts something else */
    const struct mention *weekdays = picture->first[MENTION_DAYS];
    if (weekdays && days->start > weekdays->end && /* "every Tuesday and the 1st of the month" */
        words_have(picture->words, weekdays->end, days->start, WORD_AND) &&
        words_connect(picture->words, weekdays->end, days->start)) {
        frequency_set(frequency, FREQUENCY_READ,
                      picture_days(picture, weekdays->mask) + days->count * days->base, NAN, NULL);
        return true;
    }
    bool object = picture->first[MENTION_DEADLINE] && days->is_short;
    frequency_set(frequency, object ? FREQUENCY_AMBIGUOUS : FREQUENCY_READ,
                  days->count * days->base, NAN,
                  object ? "after a period that may repeat or not" : NULL);
    return true;
}

static bool judge_months(const struct picture *picture, struct frequency *frequency)
{
    const struct mention *months = picture->first[MENTION_MONTHS];
    const struct mention *dates = picture->first[MENTION_DATES];
    double count =
        (months && !months->is_range ? mask_bits(months->mask) : 0) + (dates ? dates->count : 0);
    bool strong = (months && months->strong) || (dates && dates->strong);
    if (months && months->is_range && months->is_short) { /* "in Q1" */
        count = months->count;
    } else if (months && months->is_range) {
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a range of months without a rhythm");
        return true;
    }
    if (!(count > 0) || (picture->first[MENTION_DEADLINE] && !strong))
        return false;
    if (picture->first[MENTION_DATED] && !strong)
        return false;
    if (count > 1 || strong)
        frequency_set(frequency, FREQUENCY_READ, count, NAN, NULL);
    else
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, count, NAN,
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
    static const char *const triggers[] = {
        "after",  "before", "when", "upon",    "following", "prior", "whenever", "if",
        "unless", "within", "wenn", "sobald",  "lorsque",   "apres", "quand",    "cuando",
        "tras",   "quando", "dopo", "wanneer", "zodra",     "nach",  "despues"};
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

void mentions_judge(struct arena *arena, const struct words *words, struct mentions *mentions,
                    const struct frequency_options *options, struct frequency *frequency)
{
    struct picture picture = {.words = words, .workdays = options->workdays, .arena = arena};
    mentions_tidy(arena, words, mentions);
    picture.rate = ARENA_ARRAY(arena, mentions->count + 1, struct mention);
    draw(&picture, mentions);
    const struct mention *unclear = picture.first[MENTION_UNKNOWN];
    const struct mention *ended = picture.first[MENTION_ENDED];
    bool closed = (unclear && unclear->strong) || (ended && ended->strong);
    if (picture_judge_rates(&picture, frequency))
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
