/* The costs of one state of a report as products that can be recomputed by hand. */
#ifndef PARE_SECTIONS_EXPLAIN_STATE_H
#define PARE_SECTIONS_EXPLAIN_STATE_H

#include "model/cost.h"
#include "sections/explain.h"

/* What stands behind a number that rests on an assumption, " (page.cost)"; "" where it was given.
 * rate with its number, "50.00 an hour (rate)": that of a person is not told. */
struct marks {
    const char *runs, *upkeep, *page_cost, *read_share, *read_minutes;
    struct text rate, effort;
};

/* The components of producer cost, in the order in which they are told. */
enum part { PART_WORK, PART_UPKEEP, PART_RUN_CASH, PART_PAPER, PART_FIXED, PART_COUNT };

int64_t part_cents(const struct cost *cost, enum part part);
/* "52 runs x 4 h x 50.00 an hour"; in arena. */
struct text part_text(struct arena *arena, const struct state *state, const struct marks *marks,
                      enum part part);
/* What the numbers of a report's state in the baseline rest on. */
void marks_find(const struct told *told, uint32_t report, const struct state *state,
                struct marks *marks);
/* The same for a state that an action made: its rate alone. */
void marks_of_action(const struct told *told, uint32_t report, const struct state *state,
                     struct marks *marks);
/* All that is not zero: "52 runs x 3 h x 50.00 an hour = 7,800.00 + fixed cost 500.00; together
 * 8,300.00". In arena. */
struct text state_text(struct arena *arena, const struct state *state, const struct marks *marks);

#endif
