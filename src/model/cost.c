#include "model/cost.h"

#include <math.h>

/* More than a hundred thousand million a year, or a thousand million hours, is a mistake of the
 * input: cut, so that sums over a hundred thousand of them stay what they are. */
static const int64_t most_cents = 10000000000000;
static const double most_hours = 1e9;

/* Most components of most reports are 0. */
static inline int64_t cents(double amount)
{
    int64_t rounded = amount == 0 ? 0 : money_round(amount);

    return rounded < most_cents ? rounded : most_cents;
}

/* The Standard Cost Model: price x time x frequency. Paper is what print and post cost; times of a
 * run are hours. */
void state_cost_of_making(const struct state *state, struct cost *cost)
{
    const struct state *s = state;
    double work = 0, upkeep = s->fixed_hours, fixed = s->fixed_cash, paper = 0, cash = 0;

    if (s->alive) {
        work = s->runs * s->effort * (1 - s->bau_share);
        cash = s->runs * s->run_cash;
        paper = s->runs * s->copies * (s->pages * s->page_cost + s->post_cost);
    } else {
        upkeep *= 1 - s->fixed_avoidable;
        fixed *= 1 - s->fixed_avoidable;
    }
    *cost = (struct cost){
        .work = cents(work * s->rate),
        .upkeep = cents(upkeep * s->rate),
        .run_cash = cents(cash),
        .paper = cents(paper),
        .fixed_cash = cents(fixed),
        .hours = fmin(work + upkeep, most_hours),
        .effort = s->effort,
        .runs = s->runs,
        .costed = true,
    };
}

/* Times of a run are minutes; reading counts only where somebody is known to read. */
void state_cost(const struct state *state, struct cost *cost)
{
    const struct state *s = state;
    double reading = 0, meeting;

    state_cost_of_making(state, cost);
    if (!s->alive)
        return;
    meeting = s->runs * s->meeting_people * s->meeting_minutes / 60;
    if (s->readers > 0)
        reading =
            s->runs * s->readers * s->read_share * (s->read_minutes + s->interrupt_minutes) / 60;
    cost->reading = cents(reading * s->reader_rate);
    cost->meeting = cents(meeting * s->reader_rate);
    cost->reader_hours = fmin(reading + meeting, most_hours);
}

int64_t cost_producer(const struct cost *cost)
{
    return cost->work + cost->upkeep + cost_cash(cost);
}

int64_t cost_cash(const struct cost *cost)
{
    return cost->run_cash + cost->paper + cost->fixed_cash;
}

int64_t cost_reader(const struct cost *cost)
{
    return cost->reading + cost->meeting;
}
