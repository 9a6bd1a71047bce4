/* What the patterns of frequency_patterns.def mean: one function mean_... each, which fills a
 * mention from the words that were caught, or says that they mean nothing. */
#ifndef PARE_MODEL_FREQUENCY_MEANINGS_H
#define PARE_MODEL_FREQUENCY_MEANINGS_H

#include "model/frequency_parts.h"

/* What a pattern has caught, in the order of the words. */
struct catch
{
    double number[4], unit[4], time[2];
    const struct meaning *rate[2], *plain_unit;
    unsigned mask[3];
    size_t numbers, units, rates, masks, times;
    bool has_class[WORD_CLASSES];
    double workdays;
    const struct words *words;
    size_t start, end;
};

typedef bool meaning_function(const struct catch *catch, struct mention *mention);

#define PATTERN(elements, meaning) meaning_function mean_##meaning;
#include "model/frequency_patterns.def"
#undef PATTERN

/* From here on what several meanings need; each returns whether the mention means something. */
bool mention_set_rate(struct mention *mention, double runs, double alternative);
void mention_set_range(struct mention *m, double low, double high);
bool mention_is_plain_day(const struct catch *catch);
bool mention_set_unit_rate(const struct catch *catch, struct mention *mention, double times,
                           double interval);

/* These are always true. Every meaning gets a new mention, so it may set one and then say that it
 * means nothing. */
static inline bool mention_set_kind(struct mention *mention, enum mention_kind kind)
{
    mention->kind = kind;
    return true;
}

static inline bool mention_set_month_days(struct mention *m, double count, double base)
{
    m->count = count;
    m->base = base;
    return mention_set_kind(m, MENTION_MONTHDAYS);
}

static inline bool mention_set_days(struct mention *m, unsigned mask)
{
    m->mask = mask;
    return mention_set_kind(m, MENTION_DAYS);
}

#endif
