#include "plan/load.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <math.h>
#include <stdlib.h>

/* What the reports of one recipient set come to; thousandths of a run, so that no order of rows
 * shows. */
struct flow {
    int64_t runs;
    uint32_t reports;
};

/* By set, which are the most: in two columns, for together they would be a third larger. */
struct flows {
    int64_t *runs;
    uint32_t *reports;
};

/* A part of the sets, added up by person. */
struct loading {
    const struct findings *findings;
    const struct flows *sets;
    uint32_t from, to;    /* of them */
    struct flow *flow;    /* by person */
    uint32_t *counted_in; /* by person: the last set that was counted, + 1; NULL without lists */
};

static void add_flow(struct flow *sum, struct flow flow)
{
    sum->runs += flow.runs;
    sum->reports += flow.reports;
}

static struct flow flow_of(const struct loading *loading, uint32_t set)
{
    return (struct flow){loading->sets->runs[set], loading->sets->reports[set]};
}

/* Lists may stand in lists; deeper than that nobody follows. */
enum { DEEPEST = 4 };

static void add_person(struct loading *loading, uint32_t set, uint32_t person, int depth)
{
    const struct inventory *inventory = loading->findings->inventory;
    struct set members = inventory_set(inventory, inventory_person(inventory, person)->members);
    uint32_t i;

    if (loading->counted_in[person] == set + 1)
        return;
    loading->counted_in[person] = set + 1;
    add_flow(&loading->flow[person], flow_of(loading, set));
    for (i = 0; depth < DEEPEST && i < members.count; i++)
        add_person(loading, set, members.member[i], depth + 1);
}

static void add_set_with_lists(struct loading *loading, struct set set)
{
    uint32_t k;

    if (!loading->counted_in)
        loading->counted_in =
            memory_alloc(loading->findings->inventory->people_count, sizeof *loading->counted_in);
    for (k = 0; k < set.count; k++)
        add_person(loading, set.number, set.member[k], 0);
}

static void add_sets(void *context, size_t part)
{
    struct loading *loading = (struct loading *)context + part;
    const struct inventory *inventory = loading->findings->inventory;
    uint32_t i, k;

    loading->flow = memory_alloc(inventory->people_count, sizeof *loading->flow);
    for (i = loading->from; i < loading->to; i++) {
        struct set set = inventory_set(inventory, i);
        struct flow flow = flow_of(loading, i);

        if (!flow.reports)
            continue;
        if (loading->findings->baseline.readers[i].lists) {
            add_set_with_lists(loading, set);
            continue;
        }
        for (k = 0; k < set.count; k++)
            add_flow(&loading->flow[set.member[k]], flow);
    }
    memory_free(loading->counted_in);
}

/* Most recipient sets stand behind many reports: these are added up first. */
static void flow_of_sets(const struct findings *findings, struct flows *flow)
{
    const struct inventory *inventory = findings->inventory;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    const uint32_t *listed_as = findings->relations ? findings->relations->listed_as : NULL;
    size_t i;

    flow->runs = memory_alloc(inventory->set_count, sizeof *flow->runs);
    flow->reports = memory_alloc(inventory->set_count, sizeof *flow->reports);

    for (i = 0; i < inventory->count; i++) {
        double runs = findings->baseline.basis[i].runs;

        if ((listed_as && listed_as[i] != i) || !(runs > 0) || runs > 1e9)
            continue;
        flow->runs[recipients[i]] += llround(runs * 1000);
        flow->reports[recipients[i]]++;
    }
}

/* Whole numbers, so that it does not show how the sets were parted. Gives the parts back. */
static struct flow *add_up(struct loading *parts, unsigned count, size_t people)
{
    struct flow *sum = parts[0].flow;
    unsigned part;
    size_t i;

    for (part = 1; part < count; part++) {
        for (i = 0; i < people; i++)
            add_flow(&sum[i], parts[part].flow[i]);
        memory_free(parts[part].flow);
    }
    return sum;
}

/* Each part takes memory for all people, so there are few, and one where there is little to do. */
enum { SETS_A_PART = 1 << 15, MOST_PARTS = 4 };

static unsigned parts_for(size_t sets, unsigned threads)
{
    size_t parts = sets / SETS_A_PART + 1;

    parts = parts < threads ? parts : threads;
    return parts < MOST_PARTS ? (unsigned)parts : MOST_PARTS;
}

static struct flow *flow_of_people(const struct findings *findings, unsigned threads)
{
    struct flow *people;
    struct flows sets;
    size_t count = findings->inventory->set_count;
    unsigned part_count = parts_for(count, threads), part;
    struct loading *parts = memory_alloc(part_count, sizeof *parts);

    flow_of_sets(findings, &sets);
    for (part = 0; part < part_count; part++)
        parts[part] = (struct loading){.findings = findings,
                                       .sets = &sets,
                                       .from = (uint32_t)(count * part / part_count),
                                       .to = (uint32_t)(count * (part + 1) / part_count)};
    parallel_for(part_count, threads, add_sets, parts);
    people = add_up(parts, part_count, findings->inventory->people_count);
    memory_free(parts);
    memory_free(sets.runs);
    memory_free(sets.reports);
    return people;
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

static struct ranked ranked_of(const struct loads *loads, const struct reader_load *load)
{
    const struct person *person = inventory_person(loads->inventory, load->person);

    return (struct ranked){*load, inventory_person_name(loads->inventory, load->person),
                           inventory_text(loads->inventory, person->email)};
}

const struct reader_load *loads_heaviest(const struct loads *loads)
{
    const struct reader_load *best = &loads->list[0];
    size_t i;

    for (i = 1; i < loads->count; i++) {
        const struct reader_load *load = &loads->list[i];
        struct ranked a, b;

        if (load->a_week < best->a_week)
            continue;
        a = ranked_of(loads, load);
        b = ranked_of(loads, best);
        if (compare_ranked(&a, &b) < 0)
            best = load;
    }
    return best;
}

void loads_rank(struct loads *loads)
{
    struct ranked *ranked = memory_alloc(loads->count, sizeof *ranked);
    size_t i;

    for (i = 0; i < loads->count; i++)
        ranked[i] = ranked_of(loads, &loads->list[i]);
    if (loads->count)
        qsort(ranked, loads->count, sizeof *ranked, compare_ranked);
    for (i = 0; i < loads->count; i++)
        loads->list[i] = ranked[i].load;
    memory_free(ranked);
}

static void keep_readers(struct arena *arena, const struct flow *flow, struct loads *loads)
{
    const struct inventory *inventory = loads->inventory;
    size_t i;

    loads->list = ARENA_ARRAY(arena, inventory->people_count, struct reader_load);
    for (i = 1; i < inventory->people_count; i++) {
        const struct person *person = &inventory->people[i];

        if (person->is_list || person->active == KNOWN_NO || !flow[i].reports)
            continue;
        loads->list[loads->count++] =
            (struct reader_load){(uint32_t)i, flow[i].reports, (double)flow[i].runs / 1000 / 52};
    }
}

void loads_find(struct arena *arena, const struct findings *findings, unsigned threads,
                struct loads *loads)
{
    struct flow *flow;

    *loads = (struct loads){.inventory = findings->inventory};
    if (!findings->inventory->columns[FIELD_recipients].number)
        return;
    flow = flow_of_people(findings, threads);
    keep_readers(arena, flow, loads);
    memory_free(flow);
}
