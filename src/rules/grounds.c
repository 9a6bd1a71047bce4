#include "rules/grounds.h"

#include <math.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "rules/feeds.h"
#include "rules/figures.h"
#include "rules/rhythms.h"

int compare_ids(const struct inventory *inventory, uint32_t a, uint32_t b)
{
    return text_compare(inventory_text(inventory, inventory_cell(inventory, FIELD_id, a)),
                        inventory_text(inventory, inventory_cell(inventory, FIELD_id, b)));
}

int grounds_compare(const struct grounds *grounds, uint32_t a, uint32_t b)
{
    return grounds->ids_ascend ? (a > b) - (a < b) : compare_ids(grounds->inventory, a, b);
}

static void find_order(struct grounds *grounds, struct arena *arena)
{
    uint32_t i;

    (void)arena;
    for (i = 1; i < grounds->inventory->count; i++)
        if (compare_ids(grounds->inventory, i - 1, i) >= 0)
            return;
    grounds->ids_ascend = true;
}

/* Mandates and states repeat, so each distinct text is read once. */
static void read_mandates(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    uint32_t texts = table_count(inventory->strings) + 1;
    uint8_t *known = memory_alloc(texts, 1);
    struct arena *scratch = arena_new();
    size_t i;

    grounds->mandate = arena_alloc(arena, inventory->count);
    for (i = 0; i < inventory->count; i++) {
        uint32_t number = inventory_cell(inventory, FIELD_mandate, i);

        if (!number)
            continue;
        if (!known[number])
            known[number] =
                (uint8_t)(1 + mandate_read(utf8_fold(scratch, inventory_text(inventory, number))));
        grounds->mandate[i] = (uint8_t)(known[number] - 1);
    }
    arena_free(scratch);
    memory_free(known);
}

/* Whether the report is inactive; known is by text: 0 not yet read, 1 active, 2 inactive. */
static bool is_inactive(const struct inventory *inventory, uint32_t status, uint8_t *known)
{
    if (!known[status])
        known[status] = status_is_inactive(inventory_text(inventory, status)) ? 2 : 1;
    return known[status] == 2;
}

static void find_active(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    const uint32_t *listed_as = grounds->relations ? grounds->relations->listed_as : NULL;
    uint8_t *known = memory_alloc(table_count(inventory->strings) + 1, 1);
    size_t i;

    known[0] = 1;
    grounds->active = ARENA_ARRAY(arena, inventory->count, bool);
    for (i = 0; i < inventory->count; i++)
        grounds->active[i] =
            (!listed_as || listed_as[i] == i) &&
            !is_inactive(inventory, inventory_cell(inventory, FIELD_status, i), known);
    memory_free(known);
}

static void find_slowest(struct grounds *grounds, struct arena *arena)
{
    const struct relations *relations = grounds->relations;
    const struct cost_basis *basis = grounds->baseline->basis;
    size_t g;
    uint32_t m;

    if (!relations)
        return;
    grounds->slowest = ARENA_ARRAY(arena, relations->group_count, uint32_t);
    for (g = 0; g < relations->group_count; g++) {
        const struct group *group = &relations->groups[g];
        const uint32_t *member = relations->members + group->members;
        uint32_t best = group->keep;

        for (m = 0; m < group->member_count; m++) {
            double runs = basis[member[m]].runs;

            if (grounds->active[member[m]] && runs > 0 &&
                (!(basis[best].runs > 0) || runs < basis[best].runs))
                best = member[m];
        }
        grounds->slowest[g] = best;
    }
}

/* Where a report stands among the members of its group, which are sorted by id: of few it is found
 * by number, for ids are texts that stand elsewhere. */
static uint32_t member_of(const struct grounds *grounds, const struct group *group, uint32_t report)
{
    enum { FEW = 64 };
    const uint32_t *member = grounds->relations->members + group->members;
    uint32_t low = 0, high = group->member_count;

    while (high - low > FEW) {
        uint32_t middle = low + (high - low) / 2;

        if (compare_ids(grounds->inventory, member[middle], report) <= 0)
            low = middle;
        else
            high = middle;
    }
    while (low + 1 < group->member_count && member[low] != report)
        low++;
    return group->members + low;
}

static void find_pairs(struct grounds *grounds, struct arena *arena)
{
    const struct relations *relations = grounds->relations;
    size_t members = 0, i;

    if (!relations)
        return;
    for (i = 0; i < relations->group_count; i++)
        members += relations->groups[i].member_count;
    grounds->pair_to_keep = ARENA_ARRAY(arena, members, uint32_t);
    for (i = 0; i < relations->pair_count; i++) {
        const struct pair *pair = &relations->pairs[i];
        const uint32_t *group_of = relations->group_of[pair->relation];
        const struct group *group;

        if (!group_of || !group_of[pair->a] || group_of[pair->a] != group_of[pair->b])
            continue;
        group = &relations->groups[group_of[pair->a] - 1];
        if (pair->a == group->keep || pair->b == group->keep)
            grounds->pair_to_keep[member_of(
                grounds, group, pair->a == group->keep ? pair->b : pair->a)] = (uint32_t)i + 1;
    }
}

const struct pair *grounds_pair_to_keep(const struct grounds *grounds, const struct group *group,
                                        uint32_t report)
{
    uint32_t number = grounds->pair_to_keep[member_of(grounds, group, report)];

    return number ? &grounds->relations->pairs[number - 1] : NULL;
}

static bool owns_many(const struct grounds *grounds, uint32_t owner)
{
    return grounds->ownership[owner].reports >=
           assume(grounds->assumptions, ASSUMPTION_OWNER_REPORTS);
}

/* A team is no single point. */
static void mark_single_points(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    size_t i;

    grounds->single_point = ARENA_ARRAY(arena, inventory->count, bool);
    for (i = 1; i < inventory->people_count; i++) {
        if (!inventory->people[i].is_list && owns_many(grounds, (uint32_t)i))
            grounds->single_point[grounds->ownership[i].costliest] = true;
    }
}

/* Millionths of an hour. */
static int64_t hours_of(const struct cost *cost)
{
    return llround(cost->hours * 1e6);
}

/* most: by person what the costliest so far costs, + 1. Of equal ones the smaller id. */
static void add_owned(struct grounds *grounds, uint32_t report, uint32_t owner, int64_t *most)
{
    struct ownership *own = &grounds->ownership[owner];
    struct cost cost = baseline_cost_of_making(grounds->baseline, report);
    int64_t producer = cost_producer(&cost) + 1;

    if (producer > most[owner] ||
        (producer == most[owner] && compare_ids(grounds->inventory, report, own->costliest) < 0)) {
        own->costliest = report;
        most[owner] = producer;
    }
    own->hours += hours_of(&cost);
}

/* Most people own few reports, and of these only the number is asked for. */
static void find_ownership(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    const uint32_t *owner = inventory->columns[FIELD_owner].number;
    int64_t *most;
    size_t i;

    if (!owner)
        return;
    grounds->ownership = ARENA_ARRAY(arena, inventory->people_count, struct ownership);
    for (i = 0; i < inventory->count; i++)
        grounds->ownership[owner[i]].reports += grounds->active[i];
    most = memory_alloc(inventory->people_count, sizeof *most);
    for (i = 0; i < inventory->count; i++) {
        if (grounds->active[i] && owns_many(grounds, owner[i]))
            add_owned(grounds, (uint32_t)i, owner[i], most);
    }
    memory_free(most);
    mark_single_points(grounds, arena);
}

int64_t grounds_hours_owned(const struct grounds *grounds, uint32_t person)
{
    const struct inventory *inventory = grounds->inventory;
    int64_t hours = 0;
    size_t i;

    if (owns_many(grounds, person))
        return grounds->ownership[person].hours;
    for (i = 0; i < inventory->count; i++) {
        struct cost cost;

        if (!grounds->active[i] || inventory_cell(inventory, FIELD_owner, i) != person)
            continue;
        cost = baseline_cost_of_making(grounds->baseline, i);
        hours += hours_of(&cost);
    }
    return hours;
}

static void look_over_people(struct grounds *grounds)
{
    const struct inventory *inventory = grounds->inventory;
    size_t i;

    for (i = 1; i < inventory->people_count; i++) {
        grounds->any_left |= inventory->people[i].active == KNOWN_NO;
        grounds->any_units |= inventory->people[i].department != 0;
        grounds->any_members |= inventory->people[i].members != 0;
    }
}

static struct text domain_of(const struct inventory *inventory, const struct person *person)
{
    struct text email = inventory_text(inventory, person->email);
    size_t at = text_find(email, '@');

    return at < email.size ? text_from(email, at + 1) : text_make("", 0);
}

/* Domains are compared in small letters; the house has those of the people file. */
static void find_outsiders(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    struct arena *scratch;
    struct table *house;
    size_t i;

    for (i = 1; i < inventory->people_count && !inventory->people[i].in_people_file; i++)
        ;
    if (i >= inventory->people_count || !inventory->columns[FIELD_recipients].number)
        return;
    scratch = arena_new();
    house = table_new();
    grounds->outsider = ARENA_ARRAY(arena, inventory->people_count, bool);
    for (i = 1; i < inventory->people_count; i++) {
        if (inventory->people[i].in_people_file)
            table_add(house, utf8_fold(scratch, domain_of(inventory, &inventory->people[i])));
    }
    for (i = 1; table_count(house) && i < inventory->people_count; i++) {
        struct text domain = utf8_fold(scratch, domain_of(inventory, &inventory->people[i]));

        grounds->outsider[i] = domain.size && !table_find(house, domain);
    }
    table_free(house);
    arena_free(scratch);
}

static void find_figures(struct grounds *grounds, struct arena *arena)
{
    grounds->figures = figures_find(arena, grounds->inventory, grounds->active,
                                    assume(grounds->assumptions, ASSUMPTION_FIGURE_REPORTS));
}

static void find_rhythms(struct grounds *grounds, struct arena *arena)
{
    grounds->rhythms = rhythms_find(arena, grounds->findings, grounds->active,
                                    assume(grounds->assumptions, ASSUMPTION_CANDIDATE_RUNS));
}

/* What rests on what is active and what it costs, and not on each other. */
static void (*const parts[])(struct grounds *grounds, struct arena *arena) = {
    feeds_find, find_rhythms, find_ownership, find_figures,
    find_order, find_slowest, find_pairs,     find_outsiders,
};

enum { PARTS = sizeof parts / sizeof *parts };

struct parting {
    struct grounds *grounds;
    struct arena *arena[PARTS];
};

static void find_part(void *context, size_t part)
{
    struct parting *parting = context;

    parting->arena[part] = arena_new();
    parts[part](parting->grounds, parting->arena[part]);
}

static void find_parts(struct grounds *grounds, struct arena *arena, unsigned threads)
{
    struct parting parting = {.grounds = grounds};
    size_t part;

    parallel_for(PARTS, threads, find_part, &parting);
    for (part = 0; part < PARTS; part++)
        arena_take(arena, parting.arena[part]);
}

void grounds_prepare(struct findings *findings, unsigned threads, struct grounds *grounds)
{
    const struct inventory *inventory = findings->inventory;
    struct arena *arena = findings->arena;

    grounds->findings = findings;
    grounds->inventory = inventory;
    grounds->relations = findings->relations;
    grounds->assumptions = findings->assumptions;
    grounds->baseline = &findings->baseline;
    assumptions_recast(findings->assumptions, OUTLOOK_LOW, &grounds->low);
    assumptions_recast(findings->assumptions, OUTLOOK_HIGH, &grounds->high);
    grounds->as_of = findings->as_of;
    grounds->log_end = inventory->log_end;
    grounds->log_days = inventory->usage && inventory->usage->count
                            ? (double)inventory->usage->last - inventory->usage->first + 1
                            : NAN;
    name_index_make(arena, &grounds->name_index);
    mandate_index_make(arena, &grounds->mandate_index);
    look_over_people(grounds);
    read_mandates(grounds, arena);
    find_active(grounds, arena);
    find_parts(grounds, arena, threads);
    needs_fill(grounds, &grounds->needs);
}
