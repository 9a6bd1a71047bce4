/* What a report costs a year: the Standard Cost Model (price x time x frequency).
 *
 * Producer cost is making and sending; reader cost is reading and meeting, and is never added to it
 * silently. Each component is rounded to cents once; totals are sums of rounded components, hours
 * are summed as whole millionths, so that no order of rows shows. */
#ifndef PARE_MODEL_COST_H
#define PARE_MODEL_COST_H

#include <math.h>

#include "model/assumptions.h"
#include "model/inventory.h"
#include "model/money.h"

/* What the cost of a report depends on: money in major units, times in hours or minutes, per run or
 * year as in fields.def. All are finite but readers, which is NAN where unknown. */
struct state {
    bool alive;
    double runs, effort, rate, bau_share, run_cash, page_cost, post_cost, pages, copies;
    double fixed_hours, fixed_cash, fixed_avoidable;
    double readers, read_share, read_minutes, meeting_minutes, meeting_people;
    double reader_rate, interrupt_minutes;
};

/* Cents a year, but hours as hours a year. */
struct cost {
    int64_t work;       /* runs x effort x rate: time */
    int64_t upkeep;     /* fixed hours x rate: time */
    int64_t run_cash;   /* runs x cash of a run */
    int64_t paper;      /* runs x (print and post): cash */
    int64_t fixed_cash; /* fixed cost, of this report alone */
    int64_t reading;    /* consumer side: time */
    int64_t meeting;
    double hours; /* of work and upkeep */
    double reader_hours;
    double effort; /* h/run as used */
    double runs;   /* per year as used; 0 where not costed */
    bool costed;   /* false where the frequency is unknown or the report is outside the baseline */
    bool effort_assumed; /* imputed by rhythm, or upkeep where a scheduling system runs it */
};

/* costed and effort_assumed are true and false. */
void state_cost(const struct state *state, struct cost *cost);
/* The same without reading and meeting, which stay 0. */
void state_cost_of_making(const struct state *state, struct cost *cost);

int64_t cost_producer(const struct cost *cost);
int64_t cost_cash(const struct cost *cost);
int64_t cost_reader(const struct cost *cost);

/* What the cost of a report rests on, as far as most reports tell: small, for those of a million
 * reports are looked up in no order. */
struct cost_basis {
    double runs, effort;
    uint32_t readers;            /* READERS_UNKNOWN where they are */
    bool costed, effort_assumed; /* as in struct cost; where not costed, all is 0 */
    bool whole;                  /* all else is as assumed, or cash of a run or share read */
};

#define READERS_UNKNOWN UINT32_MAX

/* Whom a set of recipients stands for. */
struct set_readers {
    uint32_t
        people : 30;    /* PEOPLE_UNKNOWN where it is unknown, or nothing but lists nobody knows */
    uint32_t open : 1;  /* lists are in it that nobody can look into */
    uint32_t lists : 1; /* lists are in it */
};

#define PEOPLE_UNKNOWN ((1u << 30) - 1)

/* All reports costed, and their totals. It points to what it was computed from. listed_as as in
 * struct relations. */
struct baseline {
    const struct inventory *inventory;
    const struct assumptions *assumptions;
    struct cost_basis *basis;   /* by report */
    struct state assumed_state; /* of a report of which the list tells nothing */
    int64_t producer, cash, reader;
    int64_t assumed; /* the time whose effort was imputed, as money */
    double hours, reader_hours, assumed_hours;
    double deliveries; /* runs x recipients a year */
    size_t not_costed, listed_twice, inactive, effort_assumed;
    double *owner_scale;         /* by person: below 1 where imputed hours were cut to one post */
    double *department_rate;     /* by text: mean rate of its people; NULL where none is known */
    bool rates_known;            /* of any report or person; else all have the assumed one */
    struct set_readers *readers; /* by set; of other sets than of recipients: unknown */
};

/* The people of a recipient set; NAN where not known. */
static inline double baseline_people(const struct baseline *baseline, uint32_t set)
{
    uint32_t people = baseline->readers[set].people;

    return people == PEOPLE_UNKNOWN ? (double)NAN : people;
}

/* In arena. listed_as may be NULL. A report that is listed twice, is inactive or has no known
 * frequency costs 0; one with annual figures alone is costed without a frequency, as one run. */
void baseline_compute(struct arena *arena, const struct inventory *inventory,
                      const uint32_t *listed_as, const struct assumptions *assumptions,
                      unsigned threads, struct baseline *baseline);
/* What a report costs; all 0 where it is not costed. */
struct cost baseline_cost(const struct baseline *baseline, size_t index);
/* The same without reading and meeting, which stay 0; and the producer cost alone, cents a year. */
struct cost baseline_cost_of_making(const struct baseline *baseline, size_t index);
int64_t baseline_producer(const struct baseline *baseline, size_t index);
/* The state behind it: its cost is the same to the cent. */
void baseline_state(const struct baseline *baseline, size_t index, struct state *state);
/* The hours of a run of such a rhythm, where none are given and no scheduling system makes it. */
enum assumption_name effort_rhythm(double runs);
/* People who get it, at least; NAN where neither a list nor a number tells. */
double baseline_readers(const struct baseline *baseline, size_t index);
/* Whether there may be more: distribution lists of unknown size, and no number beside them. */
bool baseline_readers_open(const struct baseline *baseline, size_t index);

#endif
