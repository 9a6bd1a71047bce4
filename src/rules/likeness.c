#include "rules/likeness.h"

#include <math.h>
#include <stdlib.h>

#include "rules/grounds.h"

/* Both have their members in ascending order. */
static uint32_t common(struct set a, struct set b)
{
    uint32_t i = 0, j = 0, both = 0;

    while (i < a.count && j < b.count) {
        both += a.member[i] == b.member[j];
        if (a.member[i] < b.member[j])
            i++;
        else if (a.member[i] > b.member[j])
            j++;
        else
            i++, j++;
    }
    return both;
}

enum { MOST_WORDS = 24 };

static int compare_words(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The words of a folded name in the order of the alphabet; 0 where there are too many. */
static size_t split_words(struct text name, struct text words[MOST_WORDS])
{
    size_t count = 0, at = 0, start;

    while (at < name.size) {
        for (start = at; at < name.size && words_has_byte(name.data[at]); at++)
            ;
        if (at > start) {
            if (count == MOST_WORDS)
                return 0;
            words[count++] = text_slice(name, start, at);
        }
        at++;
    }
    qsort(words, count, sizeof *words, compare_words);
    return count;
}

/* The same words, in whatever order and with whatever marks between them. */
static bool are_same_words(struct text a, struct text b)
{
    struct text of_a[MOST_WORDS], of_b[MOST_WORDS];
    size_t count = split_words(a, of_a), i;

    if (!count || count != split_words(b, of_b))
        return text_equal(a, b);
    for (i = 0; i < count; i++) {
        if (!text_equal(of_a[i], of_b[i]))
            return false;
    }
    return true;
}

static double share_within(struct set a, struct set b)
{
    if (!a.count || !b.number)
        return NAN;
    return (double)common(a, b) / a.count;
}

void likeness_of(const struct look *look, uint32_t other, struct likeness *likeness)
{
    const struct baseline *baseline = look->grounds->baseline;
    const struct report *report = &look->report;
    struct look twin_look;
    struct report twin;
    double within;

    look_at(look->grounds, other, look->scratch, &twin_look);
    twin = twin_look.report;
    within = share_within(report->recipients, twin.recipients);
    *likeness = (struct likeness){
        .names_equal =
            report->name == twin.name || are_same_words(look_name(look), look_name(&twin_look)),
        .descriptions_equal = report->description && report->description == twin.description,
        .sources_equal = report->sources.number && report->sources.number == twin.sources.number,
        .fields_equal = report->fields.number && report->fields.number == twin.fields.number,
        .one_hand = (report->owner && report->owner == twin.owner) ||
                    (report->department && report->department == twin.department),
        .coverage = share_within(report->fields, twin.fields),
        .readers_within = within,
        .readers_union = NAN,
        .score = NAN,
    };
    if (!isnan(within) && baseline->set_people)
        likeness->readers_union = baseline->set_people[twin.recipients.number] +
                                  baseline->set_people[report->recipients.number] * (1 - within);
}

void likeness_to_keep(const struct look *look, enum relation relation, uint32_t keep,
                      struct likeness *likeness)
{
    const uint32_t *to_keep = look->grounds->pair_to_keep[relation];
    uint32_t number = to_keep ? to_keep[look->report.index] : 0;
    const struct pair *pair;

    likeness_of(look, keep, likeness);
    if (!number)
        return;
    pair = &look->grounds->relations->pairs[number - 1];
    likeness->score = (double)pair->score;
    likeness->ask = pair->ask;
    likeness->inside = pair->b_in_a == (pair->b == look->report.index);
}
