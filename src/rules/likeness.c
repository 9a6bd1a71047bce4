#include "rules/likeness.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
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

/* The words of a folded name in their order; 0 where there are too many. */
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
    return count;
}

/* Texts of the same words have the same bytes in their words: the sum tells most others apart. */
static uint32_t sum_of_words(struct text name)
{
    uint32_t sum = 0;
    size_t i;

    for (i = 0; i < name.size; i++)
        sum += words_has_byte(name.data[i]) ? (unsigned char)name.data[i] + 1024u : 0;
    return sum;
}

/* The same words, in whatever order and with whatever marks between them. */
static bool are_same_words(struct text a, struct text b)
{
    struct text of_a[MOST_WORDS], of_b[MOST_WORDS];
    size_t count, i;

    if (text_equal(a, b))
        return true;
    count = split_words(a, of_a);
    if (!count || count != split_words(b, of_b))
        return text_equal(a, b);
    qsort(of_a, count, sizeof *of_a, compare_words);
    qsort(of_b, count, sizeof *of_b, compare_words);
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

static uint32_t cell(const struct look *look, enum field field, uint32_t report)
{
    return inventory_cell(look->grounds->inventory, field, report);
}

static struct set set_of(const struct look *look, enum field field, uint32_t report)
{
    return inventory_set(look->grounds->inventory, cell(look, field, report));
}

static double union_of(const struct baseline *baseline, struct set a, struct set b, double within)
{
    if (isnan(within))
        return NAN;
    return baseline_people(baseline, b.number) + baseline_people(baseline, a.number) * (1 - within);
}

const struct common_parts *common_parts_of(const struct look *look, uint32_t other)
{
    const struct common_parts *known = look->known->parts;
    const struct report *report = &look->report;
    struct set readers = set_of(look, FIELD_recipients, other);
    struct common_parts *parts;

    if (known && known->other == other)
        return known;
    parts = ARENA_ARRAY(look->scratch, 1, struct common_parts);
    parts->other = other;
    parts->coverage = share_within(report->fields, set_of(look, FIELD_fields, other));
    parts->readers_within = share_within(report->recipients, readers);
    parts->readers_union =
        union_of(look->grounds->baseline, report->recipients, readers, parts->readers_within);
    return look->known->parts = parts;
}

/* The same cell in that column, and a filled one. */
static bool share_cell(const struct look *look, enum field field, uint32_t other)
{
    uint32_t number = cell(look, field, look->report.index);

    return number && number == cell(look, field, other);
}

bool likeness_in_name(const struct look *look, const struct likeness *likeness)
{
    uint32_t name = cell(look, FIELD_name, likeness->other);
    struct text text;

    if (look->report.name == name)
        return true;
    if (sum_of_words(look_small_name(look)) !=
        sum_of_words(look_small_name_of(look, likeness->other)))
        return false;
    text = inventory_text(look->grounds->inventory, name);
    return are_same_words(look_name(look), utf8_fold(look->scratch, text));
}

/* Names are short, so each word is looked for among the others; each is found once. */
static size_t common_words(const struct text *a, size_t a_count, const struct text *b,
                           size_t b_count)
{
    bool taken[MOST_WORDS] = {false};
    size_t both = 0, i, k;

    for (i = 0; i < a_count; i++) {
        for (k = 0; k < b_count; k++) {
            if (taken[k] || b[k].size != a[i].size || b[k].data[0] != a[i].data[0] ||
                !text_equal(a[i], b[k]))
                continue;
            taken[k] = true;
            both++;
            break;
        }
    }
    return both;
}

bool likeness_in_pattern(const struct look *look, const struct likeness *likeness)
{
    struct text of_a[MOST_WORDS], of_b[MOST_WORDS];
    size_t a = split_words(look_small_name(look), of_a);
    size_t b = split_words(look_small_name_of(look, likeness->other), of_b);
    size_t both = common_words(of_a, a, of_b, b);

    return both && (3 * both >= a + b || (a - both <= 1 && b - both <= 1));
}

void likeness_of(const struct look *look, uint32_t other, struct likeness *likeness)
{
    const struct common_parts *parts = common_parts_of(look, other);

    *likeness = (struct likeness){
        .other = other,
        .descriptions_equal = share_cell(look, FIELD_description, other),
        .sources_equal = share_cell(look, FIELD_sources, other),
        .fields_equal = share_cell(look, FIELD_fields, other),
        .one_hand =
            share_cell(look, FIELD_owner, other) || share_cell(look, FIELD_department, other),
        .coverage = parts->coverage,
        .readers_within = parts->readers_within,
        .readers_union = parts->readers_union,
        .score = NAN,
    };
}

void likeness_to_keep(const struct look *look, enum relation relation, uint32_t keep,
                      struct likeness *likeness)
{
    const struct group *group = look_group(look, relation);
    const struct pair *pair = grounds_pair_to_keep(look->grounds, group, look->report.index);

    likeness_of(look, keep, likeness);
    if (!pair)
        return;
    likeness->score = (double)pair->score;
    likeness->ask = pair->ask;
    likeness->inside = pair->b_in_a == (pair->b == look->report.index);
}
