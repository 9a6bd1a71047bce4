#include "compare/evidence.h"

#include <math.h>

static void count_all(const struct traits *list, size_t count, struct counts *counts)
{
    size_t i;

    for (i = 0; i < count; i++) {
        counts->owner[list[i].owner]++;
        counts->department[list[i].department]++;
        counts->description[list[i].description]++;
        counts->recipients[list[i].recipients]++;
        counts->fields[list[i].fields]++;
    }
}

/* A name with two years in one edition: there the year is part of what the report is. */
static void find_rolling(struct arena *arena, const struct linking *linking,
                         const struct traits *list, size_t count, struct counts *counts)
{
    uint32_t *first = ARENA_ARRAY(arena, table_count(linking->lexicon->texts) + 1, uint32_t);
    size_t i;

    for (i = 0; i < count; i++) {
        uint32_t bare = list[i].bare;

        if (bare && first[bare] && first[bare] != list[i].name)
            counts->rolls[bare] = true;
        first[bare] = list[i].name;
    }
}

void counts_find(struct arena *arena, const struct linking *linking, struct counts *counts)
{
    size_t texts = (size_t)table_count(linking->lexicon->texts) + 1;
    size_t sets = (size_t)table_count(linking->lexicon->sets) + 1;

    counts->owner = ARENA_ARRAY(arena, texts, uint32_t);
    counts->department = ARENA_ARRAY(arena, texts, uint32_t);
    counts->description = ARENA_ARRAY(arena, texts, uint32_t);
    counts->recipients = ARENA_ARRAY(arena, sets, uint32_t);
    counts->fields = ARENA_ARRAY(arena, sets, uint32_t);
    counts->rolls = ARENA_ARRAY(arena, texts, bool);
    counts->entries = linking->before_count + linking->after_count;
    count_all(linking->before, linking->before_count, counts);
    count_all(linking->after, linking->after_count, counts);
    find_rolling(arena, linking, linking->before, linking->before_count, counts);
    find_rolling(arena, linking, linking->after, linking->after_count, counts);
}

/* Equal values say the more the fewer have them; two that differ say what is given. */
static double of_value(const struct counts *counts, const uint32_t *count, uint32_t a, uint32_t b,
                       double most, double against)
{
    if (!a || !b)
        return 0;
    if (a != b)
        return against;
    return fmin(0.2 + 0.3 * log((double)counts->entries / count[a]), most);
}

/* Sets: their common part of all. Large sets that are equal are hardly so by chance. */
static double of_set(const struct lexicon *lexicon, uint32_t a, uint32_t b, double weight)
{
    struct numbers x = lexicon_set(lexicon, a), y = lexicon_set(lexicon, b);
    uint32_t shared;
    double jaccard;

    if (!x.count || !y.count)
        return 0;
    shared = numbers_shared(x, y);
    jaccard = (double)shared / (x.count + y.count - shared);
    return weight * (jaccard - 0.5) * (shared >= 3 ? 2 : 1);
}

static double of_description(const struct weights *weights, const struct counts *counts,
                             const struct traits *a, const struct traits *b)
{
    double alike;

    if (!a->description || !b->description)
        return 0;
    if (a->description == b->description)
        return counts->description[a->description] <= 3 ? 4 : 1;
    if (a->told_count < 3 || b->told_count < 3)
        return 0;
    alike = likeness_of_descriptions(weights, a, b);
    return fmax(6 * (alike - 0.4), -2);
}

static double of_runs(double a, double b)
{
    if (isnan(a) || isnan(b))
        return 0;
    return fabs(a - b) < 1e-6 ? 0.3 : -0.7;
}

/* Half of the words, by weight, is where two names speak neither for nor against it. */
static double of_names(double likeness)
{
    return fmin(12 * (likeness - 0.6), 4);
}

double evidence_of(const struct linking *linking, const struct weights *weights,
                   const struct counts *counts, const struct traits *a, const struct traits *b)
{
    const struct lexicon *lexicon = linking->lexicon;
    bool years = counts->rolls[a->bare] || counts->rolls[b->bare];
    double sum = a->name == b->name ? 4.5 : of_names(likeness_of_names(weights, a, b, years));

    sum += of_description(weights, counts, a, b);
    sum += of_set(lexicon, a->fields, b->fields, 2.5);
    sum += of_set(lexicon, a->recipients, b->recipients, 2);
    sum += of_set(lexicon, a->sources, b->sources, 1);
    sum += of_value(counts, counts->owner, a->owner, b->owner, 1.5, -0.8);
    sum += of_value(counts, counts->department, a->department, b->department, 1.5, -1.5);
    sum += of_runs(a->runs, b->runs);
    if (a->mandate && b->mandate)
        sum += a->mandate == b->mandate ? 1 : -0.5;
    if (linking->id_evidence > 0)
        sum += a->id == b->id ? linking->id_evidence : -linking->id_evidence / 2;
    return sum;
}
