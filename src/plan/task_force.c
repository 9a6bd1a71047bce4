#include "plan/task_force.h"

#include "base/memory.h"

#include <stdlib.h>

struct ranking {
    const struct inventory *inventory;
    struct task_force_member *list; /* by number of the person or text, of which 0 is unknown */
    size_t room;
    bool by_unit;
};

/* With who has left nothing can be agreed. */
static uint32_t owner_of(const struct inventory *inventory, uint32_t report)
{
    uint32_t owner = inventory_cell(inventory, FIELD_owner, report);

    return inventory_person(inventory, owner)->active == KNOWN_NO ? 0 : owner;
}

/* Of two reports of one owner in two units the unit that comes first in the alphabet is told. */
static void note_unit(const struct inventory *inventory, uint32_t unit,
                      struct task_force_member *member)
{
    if (unit && (!member->unit || text_compare(inventory_text(inventory, unit),
                                               inventory_text(inventory, member->unit)) < 0))
        member->unit = unit;
}

static void add_action(struct ranking *ranking, const struct planned *planned)
{
    uint32_t owner = owner_of(ranking->inventory, planned->report);
    uint32_t unit = inventory_cell(ranking->inventory, FIELD_department, planned->report);
    struct task_force_member *member = &ranking->list[ranking->by_unit ? unit : owner];

    member->person = ranking->by_unit ? 0 : owner;
    if (ranking->by_unit ? unit : owner)
        note_unit(ranking->inventory, unit, member);
    member->actions++;
    member->saving += planned->realisable;
    member->hours += planned->hours;
}

struct text task_force_name(const struct inventory *inventory,
                            const struct task_force_member *member)
{
    return member->person ? inventory_person_name(inventory, member->person)
                          : inventory_text(inventory, member->unit);
}

/* For sorting: the largest saving first, equal ones by name. */
struct ranked {
    struct task_force_member member;
    struct text name, email;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order;

    if (x->member.saving != y->member.saving)
        return x->member.saving > y->member.saving ? -1 : 1;
    order = text_compare(x->name, y->name);
    return order ? order : text_compare(x->email, y->email);
}

static struct ranked *rank(const struct ranking *ranking, size_t *count)
{
    struct ranked *ranked = memory_alloc(ranking->room, sizeof *ranked);
    const struct inventory *inventory = ranking->inventory;
    size_t i;

    *count = 0;
    for (i = 1; i < ranking->room; i++) {
        const struct task_force_member *member = &ranking->list[i];

        if (!member->actions)
            continue;
        ranked[(*count)++] = (struct ranked){
            *member, task_force_name(inventory, member),
            inventory_text(inventory, inventory_person(inventory, member->person)->email)};
    }
    if (*count)
        qsort(ranked, *count, sizeof *ranked, compare_ranked);
    return ranked;
}

static bool any_owner(const struct plan *plan, const struct inventory *inventory)
{
    size_t i;

    for (i = 0; i < plan->count; i++) {
        if (owner_of(inventory, plan->actions[i].report))
            return true;
    }
    return false;
}

/* From the largest down: no other set of as few carries more, so the first that is enough is the
 * smallest. */
static void take_enough(struct arena *arena, const struct ranked *ranked, size_t count,
                        double share, struct task_force *force)
{
    int64_t whole = force->unowned;
    size_t i;

    for (i = 0; i < count; i++)
        whole += ranked[i].member.saving;
    force->of = count;
    force->member = ARENA_ARRAY(arena, count, struct task_force_member);
    for (i = 0; i < count && whole > 0 && !force->enough && ranked[i].member.saving > 0; i++) {
        struct task_force_member *member = &force->member[force->count++];

        *member = ranked[i].member;
        force->saving += member->saving;
        member->together = (double)force->saving / (double)whole;
        force->enough = member->together >= share - 1e-9;
    }
}

void task_force_find(struct arena *arena, const struct plan *plan, struct task_force *force)
{
    const struct inventory *inventory = plan->findings->inventory;
    double share = assume(plan->findings->assumptions, ASSUMPTION_TASKFORCE_SHARE);
    struct ranking ranking = {.inventory = inventory, .by_unit = !any_owner(plan, inventory)};
    struct ranked *ranked;
    size_t count, i;

    ranking.room =
        ranking.by_unit ? (size_t)table_count(inventory->strings) + 1 : inventory->people_count + 1;
    ranking.list = memory_alloc(ranking.room, sizeof *ranking.list);
    for (i = 0; i < plan->count; i++)
        add_action(&ranking, &plan->actions[i]);
    *force = (struct task_force){.by_unit = ranking.by_unit, .unowned = ranking.list[0].saving};
    ranked = rank(&ranking, &count);
    take_enough(arena, ranked, count, share, force);
    memory_free(ranked);
    memory_free(ranking.list);
}
