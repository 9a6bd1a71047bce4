/* All reports costed, and what that needs of people and lists. */
#include "base/memory.h"
#include "base/parallel.h"
#include "model/cost_cells.h"
#include "model/cost_effort.h"
#include "model/cost_state.h"

#include <math.h>
#include <string.h>

/* Hours are summed as whole millionths: sums of doubles would show the order of the rows. */
#define HOUR_PARTS 1e6

/* Sums of the runs are added up in their order, whatever the number of threads. */
enum { REPORTS_A_TASK = 4096 };

static size_t tasks_of(size_t count)
{
    return (count + REPORTS_A_TASK - 1) / REPORTS_A_TASK;
}

/* Sums stop at their limit: absurd input gives an absurd total, not an overflow. */
static void add_up(int64_t *sum, double amount)
{
    const double limit = 9e18;

    *sum = amount < limit - (double)*sum ? *sum + money_half_away(amount) : (int64_t)limit;
}

/* The same for what is whole, which is never negative here. */
static void add_parts(int64_t *sum, int64_t parts)
{
    const int64_t limit = (int64_t)9e18;

    *sum = parts < limit - *sum ? *sum + parts : limit;
}

/* The same for money. */
static void add_money(int64_t *sum, int64_t cents)
{
    const int64_t limit = INT64_MAX / 2;

    *sum = cents < limit - *sum ? *sum + cents : limit;
}

/* Whether each person is a list, close together: all members of all sets are asked for it. */
static bool *find_lists(const struct inventory *inventory)
{
    bool *is_list = memory_alloc(inventory->people_count, sizeof *is_list);

    for (size_t i = 1; i < inventory->people_count; i++)
        is_list[i] = inventory->people[i].is_list;
    return is_list;
}

/* A run of sets; only those of recipients are of people, the others are of terms. */
struct counting {
    struct baseline *baseline;
    const bool *is_list, *of_people;
};

static void count_set(const struct counting *counting, uint32_t set)
{
    struct baseline *baseline = counting->baseline;
    struct set members = inventory_set(baseline->inventory, set);
    size_t unknown = 0, known = members.count;
    uint32_t i = 0;

    while (i < members.count && !counting->is_list[members.member[i]])
        i++;
    if (i < members.count)
        known = inventory_people_in(baseline->inventory, members, &unknown);
    baseline->readers[set] = (struct set_readers){
        .people = (known || !unknown ? (uint32_t)known : PEOPLE_UNKNOWN) & PEOPLE_UNKNOWN,
        .open = unknown > 0,
        .lists = i < members.count};
}

static void count_run(void *context, size_t task)
{
    const struct counting *counting = context;
    size_t sets = counting->baseline->inventory->set_count;
    size_t end = (task + 1) * REPORTS_A_TASK;

    for (size_t set = task * REPORTS_A_TASK; set < end && set < sets; set++)
        if (counting->of_people[set])
            count_set(counting, (uint32_t)set);
}

/* People in a set: NAN where it is unknown or is nothing but lists that nobody can look into. */
static void count_sets(struct arena *arena, unsigned threads, struct baseline *baseline)
{
    const struct inventory *inventory = baseline->inventory;
    size_t sets = inventory->set_count + 1;
    bool *of_people = memory_alloc(sets, sizeof *of_people), *is_list = find_lists(inventory);
    struct counting counting = {baseline, is_list, of_people};

    baseline->readers = ARENA_ARRAY(arena, sets, struct set_readers);
    for (size_t i = 0; i < sets; i++)
        baseline->readers[i].people = PEOPLE_UNKNOWN;
    for (size_t i = 0; i < inventory->count; i++)
        of_people[inventory_cell(inventory, FIELD_recipients, i)] = true;
    of_people[0] = false;
    parallel_for(tasks_of(sets), threads, count_run, &counting);
    memory_free(is_list);
    memory_free(of_people);
}

/* Mean rate by department, of the people whose rates are known; NULL where nobody's is. In cents,
 * so that no order of people shows. */
static double *rates_of_departments(struct arena *arena, const struct inventory *inventory)
{
    size_t texts = (size_t)table_count(inventory->strings) + 1;
    int64_t *sum = NULL;
    uint32_t *count = NULL;
    double *rate = NULL;

    for (size_t i = 1; i < inventory->people_count; i++) {
        const struct person *person = &inventory->people[i];

        if (!person->department || !(person->hourly_rate >= 0))
            continue;
        if (!sum) {
            sum = memory_alloc(texts, sizeof *sum);
            count = memory_alloc(texts, sizeof *count);
        }
        add_up(&sum[person->department], person->hourly_rate * 100);
        count[person->department]++;
    }
    if (!sum)
        return NULL;
    rate = ARENA_ARRAY(arena, texts, double);
    for (size_t i = 0; i < texts; i++)
        rate[i] = count[i] ? (double)sum[i] / 100 / count[i] : NAN;
    memory_free(sum);
    memory_free(count);
    return rate;
}

static bool are_rates_known(const struct inventory *inventory)
{
    bool known = inventory->columns[FIELD_hourly_rate].value != NULL;

    for (size_t i = 1; i < inventory->people_count && !known; i++)
        known = !isnan(inventory->people[i].hourly_rate);
    return known;
}

/* By person, the factor that brings imputed hours down to one post. */
static void scale_owners(struct arena *arena, const bool *costed, struct baseline *baseline)
{
    const struct inventory *inventory = baseline->inventory;
    const struct assumptions *assumptions = baseline->assumptions;
    int64_t *parts = memory_alloc(inventory->people_count + 1, sizeof *parts);
    double post = assume(assumptions, ASSUMPTION_POST_HOURS) * HOUR_PARTS;

    for (size_t i = 0; i < inventory->count; i++) {
        uint32_t owner = inventory_cell(inventory, FIELD_owner, i);
        double runs = runs_of(inventory, i);
        double bau = known_or(number_of(inventory, FIELD_bau_share, i), 0);

        if (!owner || !costed[i] || isnan(runs))
            continue;
        struct effort effort = effort_of(inventory, assumptions, i, runs);
        add_up(&parts[owner], assumed_hours(&effort, runs, bau) * HOUR_PARTS);
    }
    baseline->owner_scale = ARENA_ARRAY(arena, inventory->people_count + 1, double);
    for (size_t i = 0; i < inventory->people_count; i++)
        baseline->owner_scale[i] = (double)parts[i] > post ? post / (double)parts[i] : 1;
    memory_free(parts);
}

/* By report, whether it is in the baseline: listed once, active, and with something to cost. */
static bool *choose_costed(const struct inventory *inventory, const uint32_t *listed_as,
                           struct baseline *baseline)
{
    bool *costed = memory_alloc(inventory->count, sizeof *costed);
    char *inactive = memory_alloc(table_count(inventory->strings) + 1, sizeof *inactive);

    for (size_t i = 0; i < inventory->count; i++) {
        uint32_t status = inventory_cell(inventory, FIELD_status, i);
        bool once;

        if (status && !inactive[status])
            inactive[status] = status_is_inactive(inventory_text(inventory, status)) ? 1 : 2;
        if (listed_as && listed_as[i] != i)
            baseline->listed_twice++;
        else if (inactive[status] == 1)
            baseline->inactive++;
        else if (isnan(runs_costed(inventory, i, &once)))
            baseline->not_costed++;
        else
            costed[i] = true;
    }
    memory_free(inactive);
    return costed;
}

/* What a run of reports adds to the totals; hours in parts, until all are added. */
struct sums {
    int64_t producer, cash, reader, assumed;
    int64_t hours, reader_hours, assumed_hours;
    int64_t deliveries; /* thousandths */
    size_t effort_assumed;
};

static void add_report(const struct state *state, const struct cost *cost, struct sums *sums)
{
    add_up(&sums->hours, cost->hours * HOUR_PARTS);
    add_up(&sums->reader_hours, cost->reader_hours * HOUR_PARTS);
    add_up(&sums->deliveries, state->readers > 0 ? state->runs * state->readers * 1e3 : 0);
    add_money(&sums->producer, cost_producer(cost));
    add_money(&sums->cash, cost_cash(cost));
    add_money(&sums->reader, cost_reader(cost));
    if (cost->effort_assumed) {
        sums->effort_assumed++;
        add_money(&sums->assumed, cost->work + cost->upkeep);
        add_up(&sums->assumed_hours, cost->hours * HOUR_PARTS);
    }
}

struct costing_run {
    struct baseline *baseline;
    const bool *costed;
    struct sums *sums; /* by task */
};

static void cost_run(void *context, size_t task)
{
    const struct costing_run *run = context;
    struct baseline *baseline = run->baseline;
    size_t end = (task + 1) * REPORTS_A_TASK;
    struct state state;
    struct cost cost;

    for (size_t i = task * REPORTS_A_TASK; i < end && i < baseline->inventory->count; i++) {
        if (!run->costed[i])
            continue;
        bool assumed = state_fill(baseline, i, &state);
        state_keep(baseline, &state, assumed, i, &baseline->basis[i]);
        state_cost(&state, &cost);
        cost.effort_assumed = assumed;
        add_report(&state, &cost, &run->sums[task]);
    }
}

static void add_sums(const struct sums *sums, size_t tasks, struct baseline *baseline)
{
    struct sums all = {0};

    for (size_t i = 0; i < tasks; i++) {
        add_money(&baseline->producer, sums[i].producer);
        add_money(&baseline->cash, sums[i].cash);
        add_money(&baseline->reader, sums[i].reader);
        add_money(&baseline->assumed, sums[i].assumed);
        add_parts(&all.hours, sums[i].hours);
        add_parts(&all.reader_hours, sums[i].reader_hours);
        add_parts(&all.assumed_hours, sums[i].assumed_hours);
        add_parts(&all.deliveries, sums[i].deliveries);
        baseline->effort_assumed += sums[i].effort_assumed;
    }
    baseline->hours = (double)all.hours / HOUR_PARTS;
    baseline->reader_hours = (double)all.reader_hours / HOUR_PARTS;
    baseline->assumed_hours = (double)all.assumed_hours / HOUR_PARTS;
    baseline->deliveries = (double)all.deliveries / 1e3;
}

void baseline_compute(struct arena *arena, const struct inventory *inventory,
                      const uint32_t *listed_as, const struct assumptions *assumptions,
                      unsigned threads, struct baseline *baseline)
{
    size_t tasks = tasks_of(inventory->count);
    struct costing_run run = {baseline, NULL, memory_alloc(tasks, sizeof *run.sums)};
    bool *costed;

    *baseline = (struct baseline){.inventory = inventory, .assumptions = assumptions};
    state_assume(assumptions, &baseline->assumed_state);
    run.costed = costed = choose_costed(inventory, listed_as, baseline);
    baseline->basis = ARENA_ARRAY(arena, inventory->count, struct cost_basis);
    baseline->rates_known = are_rates_known(inventory);
    baseline->department_rate = rates_of_departments(arena, inventory);
    count_sets(arena, threads, baseline);
    scale_owners(arena, costed, baseline);
    parallel_for(tasks, threads, cost_run, &run);
    add_sums(run.sums, tasks, baseline);
    memory_free(run.sums);
    memory_free(costed);
}
