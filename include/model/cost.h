/* What a report costs a year: the Standard Cost Model (price x time x frequency).
 *
 * Producer cost is making and sending; reader cost is reading and meeting, and is never added to it
 * silently. Each component is rounded to cents once; totals are sums of rounded components. */
#ifndef PARE_MODEL_COST_H
#define PARE_MODEL_COST_H

#include "model/assumptions.h"
#include "model/inventory.h"
#include "model/money.h"

/* Cents a year, but hours as hours a year. */
struct cost {
    int64_t work;       /* runs x effort x rate: time */
    int64_t upkeep;     /* fixed hours x rate: time */
    int64_t run_cash;   /* runs x cash of a run */
    int64_t paper;      /* runs x (print and post): cash */
    int64_t fixed_cash; /* fixed cost, of this report alone */
    int64_t reading;    /* consumer side: time */
    int64_t meeting;
    double hours;       /* of work and upkeep */
    double reader_hours;
    double effort;      /* h/run as used */
    double runs;        /* per year as used; 0 where not costed */
    bool costed;        /* false where the frequency is unknown or the report is outside the baseline */
    bool effort_assumed; /* imputed by rhythm */
};

int64_t cost_producer(const struct cost *cost);
int64_t cost_cash(const struct cost *cost);
int64_t cost_reader(const struct cost *cost);

/* All reports costed, and their totals. listed_as as in struct relations. */
struct baseline {
    struct cost *cost; /* by report */
    int64_t producer, reader, assumed; /* assumed: producer cost whose effort was imputed */
    double hours, reader_hours, assumed_hours;
    double deliveries; /* runs x recipients a year */
    size_t not_costed, listed_twice, effort_assumed;
};

/* In arena. */
void baseline_compute(struct arena *arena, const struct inventory *inventory,
                      const uint32_t *listed_as, const struct assumptions *assumptions,
                      struct baseline *baseline);

#endif
