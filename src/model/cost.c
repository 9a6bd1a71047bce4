#include "model/cost.h"

/* costs.md 3.1. Paper is what print and post cost; times of a run are hours or minutes, and reading
 * counts only where somebody is known to read. */
void state_cost(const struct state *state, struct cost *cost)
{
    const struct state *s = state;
    double work = 0, upkeep = s->fixed_hours, reading = 0, meeting = 0;
    double fixed = s->fixed_cash, paper = 0, cash = 0;

    if (s->alive) {
        work = s->runs * s->effort * (1 - s->bau_share);
        cash = s->runs * s->run_cash;
        paper = s->runs * s->copies * (s->pages * s->page_cost + s->post_cost);
        meeting = s->runs * s->meeting_people * s->meeting_minutes / 60;
        if (s->readers > 0)
            reading = s->runs * s->readers * s->read_share *
                      (s->read_minutes + s->interrupt_minutes) / 60;
    } else {
        upkeep *= 1 - s->fixed_avoidable;
        fixed *= 1 - s->fixed_avoidable;
    }
    *cost = (struct cost){
        .work = money_round(work * s->rate),
        .upkeep = money_round(upkeep * s->rate),
        .run_cash = money_round(cash),
        .paper = money_round(paper),
        .fixed_cash = money_round(fixed),
        .reading = money_round(reading * s->reader_rate),
        .meeting = money_round(meeting * s->reader_rate),
        .hours = work + upkeep,
        .reader_hours = reading + meeting,
        .effort = s->effort,
        .runs = s->runs,
        .costed = true,
    };
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
