#include "sections/partnerships.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/out.h"
#include "sections/pick.h"
#include "sections/words.h"

/* One report in a group across units. */
struct part {
    uint32_t partnership, group;
    struct text unit, owner_name, id;
    uint32_t owner, report;
};

struct gathering {
    const struct story *story;
    struct table
        *keys; /* the names of the units that take part; its number is that of the partnership */
    struct part *parts;
    size_t count, capacity;
};

struct text partnership_unit(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *unit = inventory->columns[FIELD_department].number;
    const uint32_t *owner = inventory->columns[FIELD_owner].number;

    if (unit && unit[report])
        return inventory_text(inventory, unit[report]);
    return owner && owner[report] ? inventory_person_name(inventory, owner[report]) : text_of("");
}

static int by_unit(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    int order = (x->partnership > y->partnership) - (x->partnership < y->partnership);

    order = order ? order : text_compare(x->unit, y->unit);
    order = order ? order : text_compare(x->owner_name, y->owner_name);
    return order ? order : text_compare(x->id, y->id);
}

static bool is_active(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *status = inventory->columns[FIELD_status].number;

    return !status || !status_is_inactive(inventory_text(inventory, status[report]));
}

/* Parts of the group from first on, sorted; whether they are of two units or more and may be shown.
 */
static bool gather_group(struct gathering *gathering, uint32_t number)
{
    const struct story *story = gathering->story;
    const struct inventory *inventory = story->inventory;
    const struct group *group = &story->relations->groups[number];
    const uint32_t *owner = inventory->columns[FIELD_owner].number;
    size_t first = gathering->count;
    bool shown = false;
    uint32_t i;

    for (i = 0; i < group->member_count; i++) {
        uint32_t report = story->relations->members[group->members + i];
        struct text unit = partnership_unit(inventory, report);
        uint32_t person = owner ? owner[report] : 0;

        if (!unit.size || !is_active(inventory, report) ||
            story->relations->listed_as[report] != report)
            continue;
        shown = shown || pick_shows(story, report);
        gathering->parts = MEMORY_ROOM(gathering->parts, gathering->count, gathering->capacity);
        gathering->parts[gathering->count++] =
            (struct part){0,
                          number,
                          unit,
                          inventory_person_name(inventory, person),
                          report_id(inventory, report),
                          person,
                          report};
    }
    if (gathering->count == first)
        return false;
    qsort(gathering->parts + first, gathering->count - first, sizeof *gathering->parts, by_unit);
    return shown &&
           !text_equal(gathering->parts[first].unit, gathering->parts[gathering->count - 1].unit);
}

/* The partnership of parts that are sorted by unit: equal units, equal number. */
static uint32_t number_of(struct gathering *gathering, size_t first)
{
    struct out *key = out_memory();
    uint32_t number;
    size_t i;

    for (i = first; i < gathering->count; i++) {
        if (i > first && text_equal(gathering->parts[i].unit, gathering->parts[i - 1].unit))
            continue;
        out_text(key, gathering->parts[i].unit);
        out_char(key, '\n');
    }
    number = table_add(gathering->keys, out_written(key));
    out_close(key);
    return number;
}

static void gather(struct gathering *gathering)
{
    const struct relations *relations = gathering->story->relations;
    uint32_t g;

    for (g = 0; g < relations->group_count; g++) {
        size_t first = gathering->count, i;
        uint32_t number;

        if (relations->groups[g].relation != RELATION_SHARED &&
            relations->groups[g].relation != RELATION_VARIANT)
            continue;
        if (!gather_group(gathering, g)) {
            gathering->count = first;
            continue;
        }
        number = number_of(gathering, first);
        for (i = first; i < gathering->count; i++)
            gathering->parts[i].partnership = number;
    }
    if (gathering->count)
        qsort(gathering->parts, gathering->count, sizeof *gathering->parts, by_unit);
}

/* Parts of one unit from first up to end. */
static struct side make_side(const struct story *story, const struct part *part, size_t count)
{
    struct side side = {.unit = part->unit};
    struct cost cost;
    double hours = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        if (i && part[i].owner != part[i - 1].owner)
            hours = 0;
        cost = baseline_cost(&story->findings->baseline, part[i].report);
        hours += cost.hours;
        side.reports++;
        side.hours += cost.hours;
        side.cost += cost_producer(&cost);
        if (part[i].owner && (!side.owner || hours > side.owner_hours)) {
            side.owner = part[i].owner;
            side.owner_hours = hours;
        }
    }
    return side;
}

static void make_sides(struct arena *arena, const struct story *story, const struct part *part,
                       size_t count, struct partnership *partnership)
{
    size_t from, to;

    partnership->sides = ARENA_ARRAY(arena, count, struct side);
    for (from = 0; from < count; from = to) {
        struct side *side = &partnership->sides[partnership->side_count];

        for (to = from; to < count && text_equal(part[to].unit, part[from].unit); to++)
            ;
        *side = make_side(story, part + from, to - from);
        partnership->reports += side->reports;
        partnership->hours += side->hours;
        partnership->cost += side->cost;
        if (side->owner_hours > partnership->sides[partnership->first].owner_hours ||
            (side->owner && !partnership->sides[partnership->first].owner))
            partnership->first = partnership->side_count;
        partnership->side_count++;
    }
}

struct weighed {
    struct text id;
    double hours;
    uint32_t group;
};

static int by_hours(const void *a, const void *b)
{
    const struct weighed *x = a, *y = b;

    return x->hours > y->hours ? -1 : x->hours < y->hours ? 1 : text_compare(x->id, y->id);
}

static double group_hours(const struct story *story, const struct group *group)
{
    const uint32_t *member = story->relations->members + group->members;
    double hours = 0;
    uint32_t i;

    for (i = 0; i < group->member_count; i++)
        hours += baseline_cost(&story->findings->baseline, member[i]).hours;
    return hours;
}

/* The distinct groups of the parts. */
static void make_groups(struct arena *arena, const struct story *story, const struct part *part,
                        size_t count, bool *seen, struct partnership *partnership)
{
    struct weighed *weighed = memory_alloc(count, sizeof *weighed);
    size_t i;

    for (i = 0; i < count; i++) {
        const struct group *group = &story->relations->groups[part[i].group];

        if (seen[part[i].group])
            continue;
        seen[part[i].group] = true;
        weighed[partnership->group_count++] = (struct weighed){
            report_id(story->inventory, group->keep), group_hours(story, group), part[i].group};
    }
    qsort(weighed, partnership->group_count, sizeof *weighed, by_hours);
    partnership->groups = ARENA_ARRAY(arena, partnership->group_count, uint32_t);
    for (i = 0; i < partnership->group_count; i++)
        partnership->groups[i] = weighed[i].group;
    memory_free(weighed);
}

/* What the plan does already to make the reports of a group one. */
static void add_planned(const struct story *story, struct partnerships *found)
{
    const struct plan *plan = story->plan;
    uint32_t *in = memory_alloc(story->relations->group_count, sizeof *in);
    size_t i, k;

    for (i = 0; i < found->count; i++)
        for (k = 0; k < found->list[i].group_count; k++)
            in[found->list[i].groups[k]] = (uint32_t)i + 1;
    for (i = 0; i < plan->count; i++) {
        uint32_t group = plan->findings->list[plan->actions[i].finding].group;

        if (!group || !in[group - 1])
            continue;
        found->list[in[group - 1] - 1].planned++;
        found->list[in[group - 1] - 1].planned_hours += plan->actions[i].theoretical_hours;
    }
    memory_free(in);
}

static int most_hours_first(const void *a, const void *b)
{
    const struct partnership *x = a, *y = b;
    size_t i;
    int order;

    if (x->hours != y->hours)
        return x->hours > y->hours ? -1 : 1;
    for (i = 0; i < x->side_count && i < y->side_count; i++)
        if ((order = text_compare(x->sides[i].unit, y->sides[i].unit)) != 0)
            return order;
    return (x->side_count > y->side_count) - (x->side_count < y->side_count);
}

struct partnerships *partnerships_find(struct arena *arena, const struct story *story)
{
    struct gathering gathering = {.story = story, .keys = table_new()};
    struct partnerships *found = ARENA_ARRAY(arena, 1, struct partnerships);
    bool *seen = memory_alloc(story->relations->group_count, sizeof *seen);
    size_t from, to;

    gather(&gathering);
    found->list = ARENA_ARRAY(arena, table_count(gathering.keys), struct partnership);
    for (from = 0; from < gathering.count; from = to) {
        struct partnership *partnership = &found->list[found->count++];

        for (to = from; to < gathering.count &&
                        gathering.parts[to].partnership == gathering.parts[from].partnership;
             to++)
            ;
        make_sides(arena, story, gathering.parts + from, to - from, partnership);
        make_groups(arena, story, gathering.parts + from, to - from, seen, partnership);
    }
    if (found->count)
        qsort(found->list, found->count, sizeof *found->list, most_hours_first);
    add_planned(story, found);
    memory_free(seen);
    memory_free(gathering.parts);
    table_free(gathering.keys);
    return found;
}
