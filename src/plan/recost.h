/* A set of findings of one bundle done to its reports, in the order of attribution, and what each
 * saves: the cost of the bundle before it minus the cost after it, so that the parts add up.
 *
 * A scene is built once per bundle and played with as many sets and assumptions as wanted. */
#ifndef PARE_PLAN_RECOST_H
#define PARE_PLAN_RECOST_H

#include "plan/readers.h"
#include "plan/standing.h"

/* Two sets and what both hold. */
struct set_union {
    struct set a, b, both;
    struct set_union *before; /* made before it */
};

/* What moves change of a report. */
struct shape {
    struct state state;
    struct saving cost; /* what it costs, which is what is saved where nothing is left of it */
    struct set people, terms; /* people with lists opened */
    bool people_known;        /* that set is all its readers */
    bool terms_known;
    bool readers_open; /* there may be more readers than are known */
    double justified;  /* runs a year that evidence leaves to it and those merged in */
    double floor;
    uint32_t into; /* the member that it was merged into; itself before */
};

/* One report of the bundle: as it is, and as it becomes while findings are done. */
struct member {
    uint32_t report;
    struct shape before, now;
    bool has_frequency;                             /* a move of its own makes it less often */
    bool gone_costed;                               /* cost_gone is known */
    struct saving cost_gone;                        /* once it is retired or merged */
    struct set_union *people_unions, *terms_unions; /* of its merges, the last one first */
};

/* One finding as something to do. */
struct move {
    uint32_t finding;
    uint32_t member, other;
    enum action action;
    bool accepted;
    uint64_t rank; /* in the order of attribution */
};

/* What one move did. */
struct done {
    bool effective; /* false: superseded, in conflict with an earlier one, or not done */
    struct saving saving;
    uint32_t report; /* that it was done to */
    double from_runs, to_runs;
    enum assumption_name sticks;
    double people, once; /* touched; hours, once */
    int64_t disruption;  /* tenths */
};

/* What costs rest on: one set of assumptions with its baseline. */
struct costing {
    const struct findings *findings;
    const struct baseline *baseline;
    const struct assumptions *assumptions;
    const struct usual_readers *usual;
    const enum verdict *verdict; /* NULL without */
    const double *justified;     /* by report, of justified_fill */
};

struct scene {
    const struct costing *costing;
    struct arena *arena;
    struct arena *unions; /* of the plays of many moves; NULL where there are none */
    size_t united;        /* how large they are, in members */
    /* Set after building: */
    bool tells_terms;   /* the content that variants leave is looked at */
    bool skips_reading; /* what is done tells nothing of reading, nobody looks at it */
    struct member *members;
    struct move *moves; /* in the order of attribution */
    size_t member_count, move_count;
};

void scene_build(struct scene *scene, struct arena *arena, const struct costing *costing,
                 const uint32_t *finding, size_t count);
void scene_clear(struct scene *scene);
/* Back to where nothing is done. */
void scene_rewind(struct scene *scene);
/* Plays the moves for which in says so, under the assumptions given; done has a place for each. */
void scene_play(struct scene *scene, const bool *in, const struct assumptions *assumptions,
                struct done *done);
/* The one after those before it: false, and nothing changed, where it has no effect. */
bool scene_step(struct scene *scene, const struct move *move, const struct assumptions *assumptions,
                struct done *done);
bool move_play(struct scene *scene, const struct move *move, const struct assumptions *assumptions,
               struct done *done);
/* The members that a move would change now: in a merge the one that goes and the one that stays.
 * Returns how many. */
size_t move_members(const struct scene *scene, const struct move *move, uint32_t member[2]);
/* What a state costs a year. */
void amounts_of(const struct state *state, struct saving *amounts);
/* The share of such actions that is done and lasts; 1 for what somebody agreed to. */
double move_probability(const struct move *move, const struct done *done,
                        const struct assumptions *assumptions);

#endif
