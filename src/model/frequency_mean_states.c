/* Meanings of patterns without any rhythm: events, deadlines, the end, what is unclear. */
#include "model/frequency_meanings.h"

bool mean_deadline(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_DEADLINE);
}

bool mean_event(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_EVENT);
}

/* "monthly, if I remember": leaves the rate before it open. */
bool mean_condition(const struct catch *c, struct mention *m)
{
    for (size_t i = 0; i < c->start; i++)
        if (word_meaning(&c->words->word[i], WORD_RATE))
            return mean_event(c, m);
    return false;
}

bool mean_once(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_kind(m, MENTION_ONCE);
}

/* "once" before a clause is "as soon as": once the survey is complete. */
bool mean_maybe_once(const struct catch *c, struct mention *m)
{
    size_t rest = c->words->count - c->end;
    bool linked = c->end < c->words->count && (word_meaning(&c->words->word[c->end], WORD_AND) ||
                                               word_meaning(&c->words->word[c->end], WORD_COMMA));
    if (rest > 1 && !linked && c->words->word[c->end].sentence == c->words->word[c->start].sentence)
        return mention_set_kind(m, MENTION_EVENT);
    return mean_once(c, m);
}

bool mean_ended(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_kind(m, MENTION_ENDED);
}

bool mean_finished(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_ENDED);
}

bool mean_one_off(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_ONE_OFF);
}

bool mean_continuous(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_CONTINUOUS);
}

bool mean_ongoing(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_ONGOING);
}

bool mean_unclear(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_UNKNOWN);
}

/* "during harvest", but not "during June" or "during the week", which say when in full. */
bool mean_part_of_year(const struct catch *c, struct mention *m)
{
    static const enum word_class classes[] = {WORD_MONTH,   WORD_DAYTIME, WORD_WEEKDAY, WORD_UNIT,
                                              WORD_WEEKEND, WORD_YEAR,    WORD_TIME,    WORD_DATE};
    if (c->end >= c->words->count)
        return false;
    bool at_end = c->end + 1 < c->words->count &&
                  (word_meaning(&c->words->word[c->end + 1], WORD_END) ||
                   text_is(c->words->word[c->end + 1].text, "-")); /* "during year-end" */
    for (size_t i = 0; i < sizeof classes / sizeof *classes && !at_end; i++)
        if (word_meaning(&c->words->word[c->end], classes[i]))
            return false;
    return mention_set_kind(m, MENTION_UNKNOWN);
}

/* "in flu season": leaves the rate open unless the months are told too. */
bool mean_part_in_year(const struct catch *c, struct mention *m)
{
    (void)c;
    m->is_short = true;
    return mention_set_kind(m, MENTION_UNKNOWN);
}

bool mean_missing_number(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_kind(m, MENTION_UNKNOWN);
}

bool mean_unclear_range(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_kind(m, MENTION_UNKNOWN);
}

/* "weekly > monthly" is a change, "> monthly" a bound. */
bool mean_above_rate(const struct catch *c, struct mention *m)
{
    return c->start == 0 && mean_unclear_range(c, m);
}

bool mean_nothing(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_KINDS);
}
