/* The state of a report: what the inventory says of it, and for the rest what is assumed. */
#include "model/cost_state.h"

#include "model/channel.h"
#include "model/cost_cells.h"
#include "model/cost_effort.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

double baseline_readers(const struct baseline *baseline, size_t index)
{
    const struct inventory *inventory = baseline->inventory;
    double people = baseline_people(baseline, inventory_cell(inventory, FIELD_recipients, index));
    double count = number_of(inventory, FIELD_recipient_count, index);

    /* A count beside names is for those whom nobody could list. */
    return isnan(people) ? count : fmax(people, known_or(count, 0));
}

bool baseline_readers_open(const struct baseline *baseline, size_t index)
{
    const struct inventory *inventory = baseline->inventory;

    return baseline->readers[inventory_cell(inventory, FIELD_recipients, index)].open &&
           isnan(number_of(inventory, FIELD_recipient_count, index));
}

/* That of the report, or of those who opened it, or the assumed one. */
static double read_share_of(const struct baseline *baseline, size_t index, double readers)
{
    const struct inventory *inventory = baseline->inventory;
    double opened = number_of(inventory, FIELD_readers, index), share = NAN;

    if (readers > 0 && !isnan(opened))
        share = fmin(opened / readers, 1);
    share = known_or(share, assume(baseline->assumptions, ASSUMPTION_READ_SHARE));
    return known_or(number_of(inventory, FIELD_read_share, index), share);
}

static void fill_readers(const struct baseline *baseline, size_t index, struct state *state)
{
    const struct inventory *inventory = baseline->inventory;
    const struct assumptions *assumptions = baseline->assumptions;
    double pages = number_of(inventory, FIELD_pages, index);
    double minutes = number_of(inventory, FIELD_read_minutes, index);

    state->readers = baseline_readers(baseline, index);
    state->read_share = read_share_of(baseline, index, state->readers);
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
static void fill_paper(const struct baseline *baseline, size_t index, struct state *state)
{
    const struct inventory *inventory = baseline->inventory;
    double copies = number_of(inventory, FIELD_copies, index);

    if (isnan(copies))
        copies = on_paper(inventory_cell(inventory, FIELD_channel, index))
                     ? known_or(state->readers, 1)
                     : 0;
    state->copies = copies;
    state->pages = known_or(number_of(inventory, FIELD_pages, index), 0);
    state->page_cost = known_or(number_of(inventory, FIELD_page_cost, index),
                                assume(baseline->assumptions, ASSUMPTION_PAGE_COST));
    state->post_cost = known_or(number_of(inventory, FIELD_post_cost, index), 0);
}

/* That of the report, of its owner, of its department. */
static double known_rate(const struct baseline *baseline, size_t index)
{
    const struct inventory *inventory = baseline->inventory;
    uint32_t owner = inventory_cell(inventory, FIELD_owner, index);
    uint32_t department = inventory_cell(inventory, FIELD_department, index);
    double rate = number_of(inventory, FIELD_hourly_rate, index);

    if (isnan(rate) && owner) {
        rate = inventory->people[owner].hourly_rate;
        department = department ? department : inventory->people[owner].department;
    }
    if (isnan(rate) && baseline->department_rate)
        rate = baseline->department_rate[department];
    return rate;
}

/* The assumed one where none is known. */
static double rate_of(const struct baseline *baseline, size_t index)
{
    double rate = baseline->rates_known ? known_rate(baseline, index) : (double)NAN;

    return known_or(rate, assume(baseline->assumptions, ASSUMPTION_RATE));
}

/* An owner's imputed hours stop at one post; a report without owner has an owner of its own. */
static double scale_of(const struct baseline *baseline, uint32_t owner, double assumed)
{
    double post = assume(baseline->assumptions, ASSUMPTION_POST_HOURS);

    if (owner)
        return baseline->owner_scale[owner];
    return assumed > post ? post / assumed : 1;
}

static double run_cash_of(const struct inventory *inventory, size_t index, double runs)
{
    double cost = number_of(inventory, FIELD_run_cost, index);

    if (runs > 0)
        cost = known_or(cost, number_of(inventory, FIELD_annual_cost, index) / runs);
    return known_or(cost, 0);
}

bool state_fill(const struct baseline *baseline, size_t index, struct state *state)
{
    const struct inventory *inventory = baseline->inventory;
    bool once;
    double runs = runs_costed(inventory, index, &once);
    struct effort effort = effort_of(inventory, baseline->assumptions, index, runs);
    double bau = known_or(number_of(inventory, FIELD_bau_share, index), 0);
    double assumed = assumed_hours(&effort, runs, bau);
    double scale = scale_of(baseline, inventory_cell(inventory, FIELD_owner, index), assumed);

    *state = (struct state){
        .alive = true,
        .runs = runs,
        .effort = effort.per_run * (effort.run_assumed ? scale : 1),
        .rate = rate_of(baseline, index),
        .bau_share = bau,
        .run_cash = run_cash_of(inventory, index, runs),
        .fixed_hours = effort.upkeep * (effort.upkeep_assumed ? scale : 1),
        .fixed_cash = known_or(number_of(inventory, FIELD_fixed_cost, index), 0),
        .fixed_avoidable = known_or(number_of(inventory, FIELD_fixed_avoidable, index), 1),
    };
    fill_readers(baseline, index, state);
    fill_paper(baseline, index, state);
    if (once)
        state->readers = NAN;
    return effort.run_assumed && runs > 0;
}

void state_assume(const struct assumptions *assumptions, struct state *state)
{
    *state = (struct state){
        .alive = true,
        .page_cost = assume(assumptions, ASSUMPTION_PAGE_COST),
        .fixed_avoidable = 1,
        .read_share = assume(assumptions, ASSUMPTION_READ_SHARE),
        .read_minutes = assume(assumptions, ASSUMPTION_READ_MINUTES),
        .reader_rate = assume(assumptions, ASSUMPTION_RATE),
        .interrupt_minutes = assume(assumptions, ASSUMPTION_INTERRUPT_MINUTES),
    };
}

static bool tells_of_reading(const struct inventory *inventory)
{
    return inventory->columns[FIELD_readers].value || inventory->columns[FIELD_read_share].value;
}

static void expand(const struct baseline *baseline, const struct cost_basis *basis, size_t index,
                   struct state *state)
{
    *state = baseline->assumed_state;
    state->runs = basis->runs;
    state->effort = basis->effort;
    state->rate = rate_of(baseline, index);
    state->run_cash = run_cash_of(baseline->inventory, index, basis->runs);
    state->readers = basis->readers == READERS_UNKNOWN ? (double)NAN : basis->readers;
    if (tells_of_reading(baseline->inventory))
        state->read_share = read_share_of(baseline, index, state->readers);
}

/* All members but the first are doubles; those of reports of which more is known differ. Equal bits
 * are what is meant: what is not known is as little known in both. */
static bool are_equal(const struct state *a, const struct state *b)
{
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison,cert-exp42-c,cert-flp37-c) */
    return memcmp(&a->runs, &b->runs, sizeof *a - offsetof(struct state, runs)) == 0;
}

void state_keep(const struct baseline *baseline, const struct state *state, bool effort_assumed,
                size_t index, struct cost_basis *basis)
{
    struct state expanded;

    *basis = (struct cost_basis){
        .runs = state->runs,
        .effort = state->effort,
        .readers = state->readers < READERS_UNKNOWN ? (uint32_t)state->readers : READERS_UNKNOWN,
        .costed = true,
        .effort_assumed = effort_assumed,
    };
    expand(baseline, basis, index, &expanded);
    basis->whole = are_equal(&expanded, state);
}

void baseline_state(const struct baseline *baseline, size_t index, struct state *state)
{
    const struct cost_basis *basis = &baseline->basis[index];

    if (!basis->costed)
        *state = (struct state){.readers = NAN};
    else if (basis->whole)
        expand(baseline, basis, index, state);
    else
        state_fill(baseline, index, state);
}

static struct cost cost_by(void (*state_costs)(const struct state *state, struct cost *cost),
                           const struct baseline *baseline, size_t index)
{
    struct cost cost = {.costed = false};
    struct state state;

    if (!baseline->basis[index].costed)
        return cost;
    baseline_state(baseline, index, &state);
    state_costs(&state, &cost);
    cost.effort_assumed = baseline->basis[index].effort_assumed;
    return cost;
}

struct cost baseline_cost(const struct baseline *baseline, size_t index)
{
    return cost_by(state_cost, baseline, index);
}

struct cost baseline_cost_of_making(const struct baseline *baseline, size_t index)
{
    return cost_by(state_cost_of_making, baseline, index);
}

int64_t baseline_producer(const struct baseline *baseline, size_t index)
{
    struct cost cost = baseline_cost_of_making(baseline, index);

    return cost_producer(&cost);
}
