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

/* A name with two years in one edition: there the year is part of what the report is. Likewise the
 * department of one that stands in two. */
static void find_rolling(struct arena *arena, const struct linking *linking,
                         const struct traits *list, size_t count, struct counts *counts)
{
    size_t texts = (size_t)table_count(linking->lexicon->texts) + 1, i;
    uint32_t *name = ARENA_ARRAY(arena, texts, uint32_t);
    uint32_t *department = ARENA_ARRAY(arena, texts, uint32_t);

    for (i = 0; i < count; i++) {
        uint32_t bare = list[i].bare;

        if (!bare)
            continue;
        counts->rolls[bare] |= name[bare] && name[bare] != list[i].name;
        counts->units[bare] |= department[bare] && department[bare] != list[i].department;
        name[bare] = list[i].name;
        department[bare] = list[i].department;
    }
}

/* The name with a gap at that place, as a text of the numbers of its words. */
static struct text slot_of(const struct traits *traits, uint32_t gap, uint32_t words[TRAIT_WORDS])
{
    uint32_t i;

    for (i = 0; i < traits->word_count; i++)
        words[i] = i == gap ? 0 : traits->words[i];
    return text_make((const char *)words, traits->word_count * sizeof *words);
}

/* A name is counted once in an edition: the first report that has it is known by its number. */
static void count_fillers(struct arena *arena, const struct linking *linking,
                          const struct traits *list, size_t count, struct counts *counts,
                          uint32_t *fillers)
{
    bool *seen = ARENA_ARRAY(arena, (size_t)table_count(linking->lexicon->texts) + 1, bool);
    uint32_t words[TRAIT_WORDS], gap;
    size_t i;

    for (i = 0; i < count; i++) {
        if (seen[list[i].name])
            continue;
        seen[list[i].name] = true;
        for (gap = 0; list[i].word_count > 1 && gap < list[i].word_count; gap++)
            fillers[table_find(counts->slots, slot_of(&list[i], gap, words))]++;
    }
}

static void find_slots(struct arena *arena, const struct linking *linking, struct counts *counts)
{
    uint32_t words[TRAIT_WORDS], gap;
    size_t i;

    counts->slots = table_new();
    for (i = 0; i < linking->before_count + linking->after_count; i++) {
        const struct traits *traits = i < linking->before_count
                                          ? &linking->before[i]
                                          : &linking->after[i - linking->before_count];

        for (gap = 0; traits->word_count > 1 && gap < traits->word_count; gap++)
            table_add(counts->slots, slot_of(traits, gap, words));
    }
    counts->fillers[0] = ARENA_ARRAY(arena, (size_t)table_count(counts->slots) + 1, uint32_t);
    counts->fillers[1] = ARENA_ARRAY(arena, (size_t)table_count(counts->slots) + 1, uint32_t);
    count_fillers(arena, linking, linking->before, linking->before_count, counts,
                  counts->fillers[0]);
    count_fillers(arena, linking, linking->after, linking->after_count, counts, counts->fillers[1]);
}

void counts_clear(struct counts *counts)
{
    table_free(counts->slots);
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
    counts->units = ARENA_ARRAY(arena, texts, bool);
    counts->entries = linking->before_count + linking->after_count;
    count_all(linking->before, linking->before_count, counts);
    count_all(linking->after, linking->after_count, counts);
    find_rolling(arena, linking, linking->before, linking->before_count, counts);
    find_rolling(arena, linking, linking->after, linking->after_count, counts);
    find_slots(arena, linking, counts);
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

/* How many words fill this place in names of one edition: Sales North and Sales South. Where there
 * are several, another word there is another report; of a large family all the more. */
static uint32_t fillers_of(const struct counts *counts, const struct traits *traits, uint32_t gap)
{
    uint32_t words[TRAIT_WORDS];
    uint32_t slot = table_find(counts->slots, slot_of(traits, gap, words));

    if (!slot)
        return 0;
    return counts->fillers[0][slot] > counts->fillers[1][slot] ? counts->fillers[0][slot]
                                                               : counts->fillers[1][slot];
}

/* Six in ten of the words, by weight, is where two names speak neither for nor against it. */
static double of_names(const struct weights *weights, const struct counts *counts,
                       const struct traits *a, const struct traits *b)
{
    bool years = counts->rolls[a->bare] || counts->rolls[b->bare];
    struct likeness likeness;
    double fillers = 0, sum;

    if (a->name == b->name)
        return 4.5;
    likeness = likeness_of_names(weights, a, b, years);
    sum = fmin(12 * (likeness.share - 0.6), 4);
    if (likeness.left[1] && likeness.left[0] == 1)
        fillers = fillers_of(counts, a, likeness.lone[0]);
    if (likeness.left[0] && likeness.left[1] == 1)
        fillers = fmax(fillers, fillers_of(counts, b, likeness.lone[1]));
    return fillers > 1 ? sum - 3 - 1.5 * log(fillers / 2) : sum;
}

static bool differ(uint32_t a, uint32_t b)
{
    return a && b && a != b;
}

double evidence_of(const struct linking *linking, const struct weights *weights,
                   const struct counts *counts, const struct traits *a, const struct traits *b)
{
    const struct lexicon *lexicon = linking->lexicon;
    double sum = of_names(weights, counts, a, b);

    sum += of_description(weights, counts, a, b);
    sum += of_set(lexicon, a->fields, b->fields, 2.5);
    sum += of_set(lexicon, a->recipients, b->recipients, 2);
    sum += of_set(lexicon, a->sources, b->sources, 1);
    sum += of_value(counts, counts->owner, a->owner, b->owner, 1.5, -0.8);
    sum += of_value(counts, counts->department, a->department, b->department, 1.5, -1.5);
    if ((counts->units[a->bare] || counts->units[b->bare]) && differ(a->department, b->department))
        sum -= 4;
    sum += of_runs(a->runs, b->runs);
    if (a->mandate && b->mandate)
        sum += a->mandate == b->mandate ? 1 : -0.5;
    if (linking->id_evidence > 0)
        sum += a->id == b->id ? linking->id_evidence : -linking->id_evidence / 2;
    return sum;
}
