#include "rules/rhythms.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "rules/grounds.h"

struct rhythm_finding {
    const struct inventory *inventory;
    const struct cost_basis *basis;
    const bool *active;
    const struct set_readers *readers; /* by set */
    double slowest;
};

/* What runs more often than that is a mistake of the list. */
static const double most_runs = 1e9;

static bool counts(const struct rhythm_finding *finding, size_t report)
{
    return finding->active[report] && finding->basis[report].runs > 0;
}

static void count_one(const struct rhythm_finding *finding, size_t report, struct slow_part *part)
{
    part->all++;
    part->slow += finding->basis[report].runs <= finding->slowest;
}

/* Units are few among many texts: numbered by themselves, what is known of them stands close
 * together. */
static uint32_t number_units(struct arena *arena, const struct inventory *inventory,
                             struct rhythms *rhythms)
{
    const uint32_t *unit = inventory->columns[FIELD_department].number;
    uint32_t *number, units = 1;
    size_t i;

    if (!unit)
        return 0;
    number = memory_alloc((size_t)table_count(inventory->strings) + 1, sizeof *number);
    rhythms->unit_of = ARENA_ARRAY(arena, inventory->count, uint32_t);
    for (i = 0; i < inventory->count; i++) {
        if (unit[i] && !number[unit[i]])
            number[unit[i]] = units++;
        rhythms->unit_of[i] = number[unit[i]];
    }
    memory_free(number);
    return units;
}

static struct slow_part *find_units(struct arena *arena, const struct rhythm_finding *finding,
                                    const uint32_t *unit_of, uint32_t count)
{
    struct slow_part *units;
    size_t i;

    if (!unit_of)
        return NULL;
    units = ARENA_ARRAY(arena, count, struct slow_part);
    for (i = 0; i < finding->inventory->count; i++) {
        if (counts(finding, i))
            count_one(finding, i, &units[unit_of[i]]);
    }
    return units;
}

static bool is_often(const struct rhythm_finding *finding, size_t report)
{
    return counts(finding, report) && finding->basis[report].runs > finding->slowest;
}

static bool has_several(const uint32_t *often, const uint32_t *column, size_t report)
{
    return column && often[column[report]] >= LEAST_TOGETHER;
}

static void count_often(struct arena *arena, const struct rhythm_finding *finding, uint32_t units,
                        struct rhythms *rhythms)
{
    const uint32_t *owner = finding->inventory->columns[FIELD_owner].number;
    const uint32_t *unit = rhythms->unit_of;
    size_t rest = 0, i;

    if (owner) {
        rhythms->of_owner = ARENA_ARRAY(arena, finding->inventory->people_count, uint32_t);
        for (i = 0; i < finding->inventory->count; i++)
            rhythms->of_owner[owner[i]] += is_often(finding, i);
        rhythms->of_owner[0] = 0;
    }
    if (unit) {
        rhythms->of_unit = ARENA_ARRAY(arena, units, uint32_t);
        for (i = 0; i < finding->inventory->count; i++)
            rhythms->of_unit[unit[i]] +=
                is_often(finding, i) && !has_several(rhythms->of_owner, owner, i);
        rhythms->of_unit[0] = 0;
    }
    for (i = 0; i < finding->inventory->count; i++)
        rest += is_often(finding, i) && !has_several(rhythms->of_owner, owner, i) &&
                !has_several(rhythms->of_unit, unit, i);
    rhythms->large_rest = rest >= LARGE_REST;
}

static void add_part(struct slow_part *sum, const struct slow_part *part)
{
    sum->all += part->all;
    sum->slow += part->slow;
    sum->runs += part->runs;
}

/* What the reports of each set of recipients come to: most sets stand behind several. */
static struct slow_part *find_sets(const struct rhythm_finding *finding)
{
    const uint32_t *recipients = finding->inventory->columns[FIELD_recipients].number;
    struct slow_part *sets = memory_alloc(finding->inventory->set_count, sizeof *sets);
    size_t i;

    for (i = 0; i < finding->inventory->count; i++) {
        double runs = finding->basis[i].runs;

        if (!counts(finding, i))
            continue;
        count_one(finding, i, &sets[recipients[i]]);
        sets[recipients[i]].runs += runs < most_runs ? llround(runs * 1000) : 0;
    }
    return sets;
}

/* A list stands for itself as well, whose members may not be known. */
static void add_to_people(const struct inventory *inventory, struct set set,
                          const struct slow_part *part, struct slow_part *people)
{
    uint32_t i, k;

    for (i = 0; i < set.count; i++) {
        struct set members =
            inventory_set(inventory, inventory_person(inventory, set.member[i])->members);

        add_part(&people[set.member[i]], part);
        for (k = 0; k < members.count; k++)
            add_part(&people[members.member[k]], part);
    }
}

static struct slow_part *find_people(struct arena *arena, const struct rhythm_finding *finding)
{
    const struct inventory *inventory = finding->inventory;
    struct slow_part *people, *sets;
    uint32_t i, m;

    if (!inventory->columns[FIELD_recipients].number)
        return NULL;
    people = ARENA_ARRAY(arena, inventory->people_count, struct slow_part);
    sets = find_sets(finding);
    for (i = 1; i < inventory->set_count; i++) {
        struct set set = inventory_set(inventory, i);

        if (!sets[i].all)
            continue;
        if (finding->readers[i].lists) {
            add_to_people(inventory, set, &sets[i], people);
            continue;
        }
        for (m = 0; m < set.count; m++)
            add_part(&people[set.member[m]], &sets[i]);
    }
    memory_free(sets);
    return people;
}

struct slow_sum rhythms_of_people(const struct rhythms *rhythms, struct set people)
{
    struct slow_sum sum = {0, 0, 0};
    uint32_t i;

    for (i = 0; rhythms->people && i < people.count; i++) {
        const struct slow_part *part = &rhythms->people[people.member[i]];

        sum.all += part->all;
        sum.slow += part->slow;
        sum.runs += part->runs;
    }
    return sum;
}

/* A member of a group, for sorting by rhythm and then by id, as which members stand in place. */
struct member {
    double runs;
    uint32_t place, report;
};

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;

    if (x->runs < y->runs || x->runs > y->runs)
        return x->runs < y->runs ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static uint32_t middle_of(const struct rhythm_finding *finding, const struct group *group,
                          const uint32_t *list, struct member *members)
{
    bool differ = false; /* mostly they do not */
    size_t count = 0;
    uint32_t m;

    for (m = 0; m < group->member_count; m++) {
        if (!counts(finding, list[m]))
            continue;
        members[count] = (struct member){finding->basis[list[m]].runs, m, list[m]};
        differ |= members[count].runs < members[0].runs || members[count].runs > members[0].runs;
        count++;
    }
    if (!count)
        return group->keep;
    if (differ)
        qsort(members, count, sizeof *members, compare_members);
    return members[(count - 1) / 2].report;
}

static uint32_t *find_middles(struct arena *arena, const struct rhythm_finding *finding,
                              const struct relations *relations)
{
    uint32_t *middle = ARENA_ARRAY(arena, relations->group_count, uint32_t);
    struct member *members = memory_alloc(finding->inventory->count, sizeof *members);
    size_t g;

    for (g = 0; g < relations->group_count; g++)
        middle[g] = middle_of(finding, &relations->groups[g],
                              relations->members + relations->groups[g].members, members);
    memory_free(members);
    return middle;
}

struct rhythms *rhythms_find(struct arena *arena, const struct findings *findings,
                             const bool *active, double slowest)
{
    struct rhythm_finding finding = {findings->inventory, findings->baseline.basis, active,
                                     findings->baseline.readers, slowest};
    struct rhythms *rhythms = ARENA_ARRAY(arena, 1, struct rhythms);
    uint32_t units;

    units = number_units(arena, findings->inventory, rhythms);
    rhythms->unit = find_units(arena, &finding, rhythms->unit_of, units);
    count_often(arena, &finding, units, rhythms);
    rhythms->people = find_people(arena, &finding);
    if (findings->relations)
        rhythms->middle = find_middles(arena, &finding, findings->relations);
    return rhythms;
}
