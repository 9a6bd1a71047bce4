#include "plan/readers.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The limits of model/cost_baseline.c: geometric means of 250, 52, 12, 4 and 1 runs a year. */
static size_t rhythm_of(double runs)
{
    static const double least[RHYTHM_COUNT] = {114, 25, 6.93, 2, 0};
    size_t i = 0;

    while (i < RHYTHM_COUNT - 1 && runs < least[i])
        i++;
    return i;
}

/* More readers than this count as this many when the usual number is found. */
enum { READERS_MOST = 4095 };

struct histogram {
    uint32_t reports[READERS_MOST + 1]; /* by number of readers */
    uint32_t total;
};

/* The middle one, or the mean of the two in the middle. */
static double median_of(const struct histogram *histogram)
{
    uint32_t below = (histogram->total + 1) / 2, above = histogram->total / 2 + 1, seen = 0;
    double sum = 0;

    if (histogram->total == 0)
        return NAN;
    for (int readers = 0; readers <= READERS_MOST && seen < above; readers++) {
        uint32_t before = seen;

        seen += histogram->reports[readers];
        sum += before < below && seen >= below ? readers : 0;
        sum += before < above && seen >= above ? readers : 0;
    }
    return sum / 2;
}

static void add_readers(struct histogram *histogram, double readers)
{
    histogram->reports[(size_t)fmin(readers, READERS_MOST)]++;
    histogram->total++;
}

void usual_readers_find(const struct findings *findings, struct usual_readers *usual)
{
    const struct baseline *baseline = &findings->baseline;
    struct histogram *histogram = memory_alloc(RHYTHM_COUNT + 1, sizeof *histogram);
    double all;

    for (size_t i = 0; i < findings->inventory->count; i++) {
        double readers = baseline_readers(baseline, i);

        if (!baseline->basis[i].costed || isnan(readers) || baseline_readers_open(baseline, i))
            continue;
        add_readers(&histogram[rhythm_of(baseline->basis[i].runs)], readers);
        add_readers(&histogram[RHYTHM_COUNT], readers);
    }
    /* Where no report of a rhythm tells, all of them; NAN where none tells at all. */
    all = median_of(&histogram[RHYTHM_COUNT]);
    for (size_t rhythm = 0; rhythm < RHYTHM_COUNT; rhythm++) {
        usual->median[rhythm] = median_of(&histogram[rhythm]);
        if (isnan(usual->median[rhythm]))
            usual->median[rhythm] = all;
    }
    memory_free(histogram);
}

double readers_or_usual(const struct usual_readers *usual, const struct state *state, bool open)
{
    double median = usual->median[rhythm_of(state->runs)];

    if (isnan(state->readers))
        return median;
    return open ? fmax(state->readers, median) : state->readers;
}

/* Lists may stand in lists; deeper than this is a mistake of the file. */
enum { LIST_DEPTH = 8 };

struct opening {
    const struct inventory *inventory;
    uint32_t *person;
    size_t count, capacity;
};

static void open_person(struct opening *opening, uint32_t number, int depth)
{
    const struct person *person = &opening->inventory->people[number];
    struct set members;

    if (!person->is_list) {
        opening->person = MEMORY_ROOM(opening->person, opening->count, opening->capacity);
        opening->person[opening->count++] = number;
        return;
    }
    members = inventory_set(opening->inventory, person->members);
    for (uint32_t i = 0; depth < LIST_DEPTH && i < members.count; i++)
        open_person(opening, members.member[i], depth + 1);
}

static int compare_members(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static struct set keep_distinct(struct arena *arena, uint32_t *list, size_t count)
{
    size_t kept = 0;

    if (count > 1)
        qsort(list, count, sizeof *list, compare_members);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || list[i] != list[i - 1])
            list[kept++] = list[i];
    uint32_t *member = ARENA_ARRAY(arena, kept, uint32_t);
    if (kept)
        memcpy(member, list, kept * sizeof *member);
    return (struct set){member, (uint32_t)kept, 0};
}

struct set people_opened(struct arena *arena, const struct inventory *inventory, struct set people)
{
    struct opening opening = {inventory, NULL, 0, 0};
    struct set opened;
    bool has_list = false;

    for (uint32_t i = 0; i < people.count; i++)
        has_list = has_list || inventory->people[people.member[i]].is_list;
    if (!has_list)
        return people;
    for (uint32_t i = 0; i < people.count; i++)
        open_person(&opening, people.member[i], 0);
    opened = keep_distinct(arena, opening.person, opening.count);
    memory_free(opening.person);
    return opened;
}

uint32_t set_shared(struct set a, struct set b)
{
    uint32_t i = 0, k = 0, shared = 0;

    while (i < a.count && k < b.count) {
        uint32_t x = a.member[i], y = b.member[k];
        shared += x == y;
        i += x <= y;
        k += y <= x;
    }
    return shared;
}

static uint32_t copy_rest(uint32_t *to, struct set set, uint32_t from)
{
    if (from < set.count)
        memcpy(to, set.member + from, (set.count - from) * sizeof *to);
    return set.count - from;
}

struct set set_union(struct arena *arena, struct set a, struct set b)
{
    uint32_t *member = ARENA_ARRAY(arena, (size_t)a.count + b.count, uint32_t);
    uint32_t i = 0, k = 0, count = 0;

    while (i < a.count && k < b.count) {
        uint32_t x = a.member[i], y = b.member[k];

        member[count++] = x < y ? x : y;
        i += x <= y;
        k += y <= x;
    }
    count += copy_rest(member + count, a, i);
    count += copy_rest(member + count, b, k);
    if (count == a.count)
        return a;
    return count == b.count ? b : (struct set){member, count, 0};
}

void crowd_init(struct crowd *crowd, const struct findings *findings,
                const struct usual_readers *usual)
{
    *crowd = (struct crowd){.findings = findings, .usual = usual};
    crowd->seen = memory_alloc(findings->inventory->people_count, sizeof *crowd->seen);
    crowd->touched = memory_alloc(findings->inventory->count, sizeof *crowd->touched);
}

void crowd_add(struct crowd *crowd, uint32_t report)
{
    const struct findings *findings = crowd->findings;
    const struct inventory *inventory = findings->inventory;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    struct set set = inventory_set(inventory, recipients ? recipients[report] : 0);
    struct arena *scratch = NULL;
    bool open = baseline_readers_open(&findings->baseline, report);
    struct state state;
    double more;

    if (crowd->touched[report])
        return;
    crowd->touched[report] = true;
    crowd->reports++;
    if (findings->baseline.readers[set.number].lists) {
        scratch = arena_new();
        set = people_opened(scratch, inventory, set);
    }
    baseline_state(&findings->baseline, report, &state);
    for (uint32_t i = 0; i < set.count; i++) {
        crowd->people += !crowd->seen[set.member[i]];
        crowd->seen[set.member[i]] = true;
    }
    more = readers_or_usual(crowd->usual, &state, open) - set.count;
    crowd->people += isnan(more) ? more : fmax(more, 0);
    arena_free(scratch);
}

void crowd_clear(struct crowd *crowd)
{
    memory_free(crowd->seen);
    memory_free(crowd->touched);
    *crowd = (struct crowd){0};
}
