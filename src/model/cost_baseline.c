/* What the inventory says of a report turned into the state that is costed, and all reports costed.
 */
#include "base/memory.h"
#include "model/channel.h"
#include "model/cost.h"
#include "model/cost_cells.h"
#include "model/cost_effort.h"

#include <math.h>
#include <string.h>

/* Hours are summed as whole millionths: sums of doubles would show the order of the rows. */
#define HOUR_PARTS 1e6

/* Sums stop at their limit: absurd input gives an absurd total, not an overflow. */
static void add_up(int64_t *sum, double amount)
{
    const double limit = 9e18;

    *sum = amount < limit - (double)*sum ? *sum + llround(amount) : (int64_t)limit;
}

/* The same for money, which is never negative here. */
static void add_money(int64_t *sum, int64_t cents)
{
    const int64_t limit = INT64_MAX / 2;

    *sum = cents < limit - *sum ? *sum + cents : limit;
}

static bool has_list(const struct inventory *inventory, struct set set)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (inventory->people[set.member[i]].is_list)
            return true;
    return false;
}

/* People in a set: NAN where it is unknown or is nothing but lists that nobody can look into. Only
 * sets of recipients are of people; the others are of terms. */
static void count_sets(struct arena *arena, const struct inventory *inventory,
                       struct baseline *baseline)
{
    size_t sets = inventory->set_count + 1;
    bool *counted = memory_alloc(sets, sizeof *counted);

    baseline->set_people = ARENA_ARRAY(arena, sets, double);
    baseline->set_open = ARENA_ARRAY(arena, sets, bool);
    baseline->set_lists = ARENA_ARRAY(arena, sets, bool);
    for (size_t i = 0; i < sets; i++)
        baseline->set_people[i] = NAN;
    for (size_t i = 0; i < inventory->count; i++) {
        uint32_t set = link_of(inventory, FIELD_recipients, i);
        struct set members = inventory_set(inventory, set);
        size_t unknown = 0, known = members.count;

        if (!set || counted[set])
            continue;
        counted[set] = true;
        baseline->set_lists[set] = has_list(inventory, members);
        if (baseline->set_lists[set])
            known = inventory_people_in(inventory, members, &unknown);
        baseline->set_open[set] = unknown > 0;
        baseline->set_people[set] = known == 0 && unknown > 0 ? NAN : (double)known;
    }
    memory_free(counted);
}

double baseline_readers(const struct baseline *baseline, const struct inventory *inventory,
                        size_t index)
{
    double people = baseline->set_people[link_of(inventory, FIELD_recipients, index)];
    double count = number_of(inventory, FIELD_recipient_count, index);

    /* A count beside names is for those whom nobody could list. */
    return isnan(people) ? count : fmax(people, known_or(count, 0));
}

bool baseline_readers_open(const struct baseline *baseline, const struct inventory *inventory,
                           size_t index)
{
    return baseline->set_open[link_of(inventory, FIELD_recipients, index)] &&
           isnan(number_of(inventory, FIELD_recipient_count, index));
}

static void fill_readers(const struct baseline *baseline, const struct inventory *inventory,
                         const struct assumptions *assumptions, size_t index, struct state *state)
{
    double pages = number_of(inventory, FIELD_pages, index);
    double opened = number_of(inventory, FIELD_readers, index), share = NAN;
    double minutes = number_of(inventory, FIELD_read_minutes, index);

    state->readers = baseline_readers(baseline, inventory, index);
    if (state->readers > 0 && !isnan(opened))
        share = fmin(opened / state->readers, 1);
    share = known_or(share, assume(assumptions, ASSUMPTION_READ_SHARE));
    state->read_share = known_or(number_of(inventory, FIELD_read_share, index), share);
    minutes = known_or(minutes, pages * assume(assumptions, ASSUMPTION_READ_PAGE));
    state->read_minutes = known_or(minutes, assume(assumptions, ASSUMPTION_READ_MINUTES));
    state->interrupt_minutes = assume(assumptions, ASSUMPTION_INTERRUPT_MINUTES);
    state->reader_rate = assume(assumptions, ASSUMPTION_RATE);
    state->meeting_minutes = known_or(number_of(inventory, FIELD_meeting_minutes, index), 0);
    state->meeting_people = known_or(number_of(inventory, FIELD_meeting_people, index), 0);
}

static bool on_paper(uint32_t channels)
{
    for (int i = 0; i < CHANNEL_COUNT; i++)
        if (channels >> i & 1 && channel_is_paper((enum channel)i))
            return true;
    return false;
}

/* Only what is printed or posted costs paper: where copies are given, or the channel says so; then
 * one copy for each recipient. A page count alone may be that of a file. */
static void fill_paper(const struct inventory *inventory, const struct assumptions *assumptions,
                       size_t index, struct state *state)
{
    double copies = number_of(inventory, FIELD_copies, index);

    if (isnan(copies))
        copies =
            on_paper(link_of(inventory, FIELD_channel, index)) ? known_or(state->readers, 1) : 0;
    state->copies = copies;
    state->pages = known_or(number_of(inventory, FIELD_pages, index), 0);
    state->page_cost = known_or(number_of(inventory, FIELD_page_cost, index),
                                assume(assumptions, ASSUMPTION_PAGE_COST));
    state->post_cost = known_or(number_of(inventory, FIELD_post_cost, index), 0);
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

/* That of the report, of its owner, of its department, or the assumed one. */
static double rate_of(const struct baseline *baseline, const struct inventory *inventory,
                      const struct assumptions *assumptions, size_t index)
{
    uint32_t owner = link_of(inventory, FIELD_owner, index);
    uint32_t department = link_of(inventory, FIELD_department, index);
    double rate = number_of(inventory, FIELD_hourly_rate, index);

    if (isnan(rate) && owner) {
        rate = inventory->people[owner].hourly_rate;
        department = department ? department : inventory->people[owner].department;
    }
    if (isnan(rate) && baseline->department_rate)
        rate = baseline->department_rate[department];
    return known_or(rate, assume(assumptions, ASSUMPTION_RATE));
}

/* An owner's imputed hours stop at one post; a report without owner has an owner of its own. */
static double scale_of(const struct baseline *baseline, const struct assumptions *assumptions,
                       uint32_t owner, double assumed)
{
    double post = assume(assumptions, ASSUMPTION_POST_HOURS);

    if (owner)
        return baseline->owner_scale[owner];
    return assumed > post ? post / assumed : 1;
}

/* Returns whether the effort was assumed. */
static bool fill_state(const struct baseline *baseline, const struct inventory *inventory,
                       const struct assumptions *assumptions, size_t index, struct state *state)
{
    bool once;
    double runs = runs_costed(inventory, index, &once);
    struct effort effort = effort_of(inventory, assumptions, index, runs);
    double bau = known_or(number_of(inventory, FIELD_bau_share, index), 0);
    double assumed = assumed_hours(&effort, runs, bau);
    double scale = scale_of(baseline, assumptions, link_of(inventory, FIELD_owner, index), assumed);
    double run_cost = number_of(inventory, FIELD_run_cost, index);
    double annual_cost = number_of(inventory, FIELD_annual_cost, index);

    if (runs > 0)
        run_cost = known_or(run_cost, annual_cost / runs);
    *state = (struct state){
        .alive = true,
        .runs = runs,
        .effort = effort.per_run * (effort.run_assumed ? scale : 1),
        .rate = rate_of(baseline, inventory, assumptions, index),
        .bau_share = bau,
        .run_cash = known_or(run_cost, 0),
        .fixed_hours = effort.upkeep * (effort.upkeep_assumed ? scale : 1),
        .fixed_cash = known_or(number_of(inventory, FIELD_fixed_cost, index), 0),
        .fixed_avoidable = known_or(number_of(inventory, FIELD_fixed_avoidable, index), 1),
    };
    fill_readers(baseline, inventory, assumptions, index, state);
    fill_paper(inventory, assumptions, index, state);
    if (once)
        state->readers = NAN;
    return effort.run_assumed && runs > 0;
}

/* By person, the factor that brings imputed hours down to one post. */
static void scale_owners(struct arena *arena, const struct inventory *inventory, const bool *costed,
                         const struct assumptions *assumptions, struct baseline *baseline)
{
    int64_t *parts = memory_alloc(inventory->people_count + 1, sizeof *parts);
    double post = assume(assumptions, ASSUMPTION_POST_HOURS) * HOUR_PARTS;

    for (size_t i = 0; i < inventory->count; i++) {
        uint32_t owner = link_of(inventory, FIELD_owner, i);
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
        uint32_t status = link_of(inventory, FIELD_status, i);
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

/* Hours of the totals, in parts, until all are added. */
struct parts {
    int64_t hours, reader_hours, assumed_hours;
    int64_t deliveries; /* thousandths */
};

static void add_report(struct baseline *baseline, const struct state *state,
                       const struct cost *cost, struct parts *parts)
{
    add_up(&parts->hours, cost->hours * HOUR_PARTS);
    add_up(&parts->reader_hours, cost->reader_hours * HOUR_PARTS);
    add_up(&parts->deliveries, state->readers > 0 ? state->runs * state->readers * 1e3 : 0);
    add_money(&baseline->producer, cost_producer(cost));
    add_money(&baseline->cash, cost_cash(cost));
    add_money(&baseline->reader, cost_reader(cost));
    if (cost->effort_assumed) {
        baseline->effort_assumed++;
        add_money(&baseline->assumed, cost->work + cost->upkeep);
        add_up(&parts->assumed_hours, cost->hours * HOUR_PARTS);
    }
}

void baseline_compute(struct arena *arena, const struct inventory *inventory,
                      const uint32_t *listed_as, const struct assumptions *assumptions,
                      struct baseline *baseline)
{
    struct parts parts = {0, 0, 0, 0};

    memset(baseline, 0, sizeof *baseline);
    bool *costed = choose_costed(inventory, listed_as, baseline);
    baseline->cost = ARENA_ARRAY(arena, inventory->count, struct cost);
    baseline->department_rate = rates_of_departments(arena, inventory);
    count_sets(arena, inventory, baseline);
    scale_owners(arena, inventory, costed, assumptions, baseline);
    for (size_t i = 0; i < inventory->count; i++) {
        struct state state;

        if (!costed[i])
            continue;
        bool assumed = fill_state(baseline, inventory, assumptions, i, &state);
        state_cost(&state, &baseline->cost[i]);
        baseline->cost[i].effort_assumed = assumed;
        add_report(baseline, &state, &baseline->cost[i], &parts);
    }
    baseline->hours = (double)parts.hours / HOUR_PARTS;
    baseline->reader_hours = (double)parts.reader_hours / HOUR_PARTS;
    baseline->assumed_hours = (double)parts.assumed_hours / HOUR_PARTS;
    baseline->deliveries = (double)parts.deliveries / 1e3;
    memory_free(costed);
}

void baseline_state(const struct baseline *baseline, const struct inventory *inventory,
                    const struct assumptions *assumptions, size_t index, struct state *state)
{
    fill_state(baseline, inventory, assumptions, index, state);
    if (!baseline->cost[index].costed)
        *state = (struct state){.readers = NAN};
}
