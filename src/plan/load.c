#include "plan/load.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* What the reports of one recipient set come to; thousandths of a run, so that no order of rows
 * shows. */
struct flow {
    int64_t runs;
    uint32_t reports;
};

struct loading {
    const struct inventory *inventory;
    struct flow *flow;    /* by person */
    uint32_t *counted_in; /* by person: the last set that was counted, + 1 */
};

static void add_flow(struct flow *sum, const struct flow *flow)
{
    sum->runs += flow->runs;
    sum->reports += flow->reports;
}

/* Lists may stand in lists; deeper than that nobody follows. */
enum { DEEPEST = 4 };

static void add_person(struct loading *loading, uint32_t set, uint32_t person,
                       const struct flow *flow, int depth)
{
    struct set members =
        inventory_set(loading->inventory, inventory_person(loading->inventory, person)->members);
    uint32_t i;

    if (loading->counted_in[person] == set + 1)
        return;
    loading->counted_in[person] = set + 1;
    add_flow(&loading->flow[person], flow);
    for (i = 0; depth < DEEPEST && i < members.count; i++)
        add_person(loading, set, members.member[i], flow, depth + 1);
}

/* Most recipient sets stand behind many reports: these are added up first. */
static struct flow *flow_of_sets(const struct findings *findings)
{
    const struct inventory *inventory = findings->inventory;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    const uint32_t *listed_as = findings->relations ? findings->relations->listed_as : NULL;
    struct flow *flow = memory_alloc(inventory->set_count, sizeof *flow);
    size_t i;

    for (i = 0; i < inventory->count; i++) {
        double runs = findings->baseline.basis[i].runs;

        if ((listed_as && listed_as[i] != i) || !(runs > 0) || runs > 1e9)
            continue;
        flow[recipients[i]].runs += llround(runs * 1000);
        flow[recipients[i]].reports++;
    }
    return flow;
}

/* For sorting: the heaviest first, then by name and address. */
struct ranked {
    struct reader_load load;
    struct text name, email;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order;

    if (x->load.a_week > y->load.a_week || x->load.a_week < y->load.a_week)
        return x->load.a_week > y->load.a_week ? -1 : 1;
    order = text_compare(x->name, y->name);
    return order ? order : text_compare(x->email, y->email);
}

static void rank(struct arena *arena, const struct loading *loading, struct loads *loads)
{
    const struct inventory *inventory = loading->inventory;
    struct ranked *ranked = memory_alloc(inventory->people_count, sizeof *ranked);
    size_t count = 0, i;

    for (i = 1; i < inventory->people_count; i++) {
        const struct person *person = &inventory->people[i];

        if (person->is_list || person->active == KNOWN_NO || !loading->flow[i].reports)
            continue;
        ranked[count++] = (struct ranked){
            {(uint32_t)i, loading->flow[i].reports, (double)loading->flow[i].runs / 1000 / 52},
            inventory_person_name(inventory, (uint32_t)i),
            inventory_text(inventory, person->email)};
    }
    if (count)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    loads->count = count;
    loads->list = ARENA_ARRAY(arena, count, struct reader_load);
    for (i = 0; i < count; i++)
        loads->list[i] = ranked[i].load;
    memory_free(ranked);
}

void loads_find(struct arena *arena, const struct findings *findings, struct loads *loads)
{
    const struct inventory *inventory = findings->inventory;
    struct loading loading = {.inventory = inventory};
    struct flow *sets;
    uint32_t i, k;

    *loads = (struct loads){NULL, 0};
    if (!inventory->columns[FIELD_recipients].number)
        return;
    sets = flow_of_sets(findings);
    loading.flow = memory_alloc(inventory->people_count, sizeof *loading.flow);
    loading.counted_in = memory_alloc(inventory->people_count, sizeof *loading.counted_in);
    for (i = 1; i < inventory->set_count; i++) {
        struct set set = inventory_set(inventory, i);

        if (!sets[i].reports)
            continue;
        if (findings->baseline.set_lists[i]) {
            for (k = 0; k < set.count; k++)
                add_person(&loading, i, set.member[k], &sets[i], 0);
        } else {
            for (k = 0; k < set.count; k++)
                add_flow(&loading.flow[set.member[k]], &sets[i]);
        }
    }
    rank(arena, &loading, loads);
    memory_free(sets);
    memory_free(loading.flow);
    memory_free(loading.counted_in);
}
