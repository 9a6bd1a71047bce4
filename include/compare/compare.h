/* What changed between editions of an inventory, and what it really saved beside the plan.
 *
 * Owns one arena; points at the inventories and the plan of the first edition as const. A history
 * is one report through all editions, found again by what is known of it and not by its id alone.
 * All editions are costed with the first one's assumptions: a report whose effort was assumed keeps
 * that effort. Unknown is never a saving: what is not told any more stays as it was. */
#ifndef PARE_COMPARE_COMPARE_H
#define PARE_COMPARE_COMPARE_H

#include "plan/plan.h"

#define COMPARE_NONE UINT32_MAX

/* One report in one edition. */
struct stand {
    uint32_t report;      /* number in the inventory of the edition, or COMPARE_NONE */
    bool known;           /* its cost is known: costed, or 0 for a reason */
    bool active;          /* there, and not disabled, archived or retired */
    double runs, readers; /* NAN where unknown */
    int64_t producer, reader;
    double hours;
};

/* When a report that the first edition lacks began. */
enum origin { ORIGIN_UNTOLD, ORIGIN_STARTED, ORIGIN_FOUND };

struct history {
    struct stand *stands; /* by edition */
    float score;          /* how sure the least sure of its links is, 0..1 */
    uint32_t like;        /* of a new one: history of the report that went and is much like it */
    uint32_t part_of;     /* of a new one: history of the report that it was split off */
    uint32_t first, last; /* editions */
    enum origin origin;   /* where the first edition lacks it */
};

enum change_kind { CHANGE_UNCHANGED, CHANGE_CHANGED, CHANGE_RENAMED, CHANGE_GONE, CHANGE_NEW };

enum difference {
    DIFFERENT_NAME = 1,
    DIFFERENT_OWNER = 2,
    DIFFERENT_DEPARTMENT = 4,
    DIFFERENT_FREQUENCY = 8,
    DIFFERENT_RECIPIENTS = 16,
    DIFFERENT_CHANNEL = 32,
    DIFFERENT_STATUS = 64,
    DIFFERENT_COST = 128
};

/* From the first edition to the last; what was in neither is no change. In the order of ids. */
struct change {
    uint32_t history;
    enum change_kind kind;
    unsigned different;    /* enum difference */
    uint32_t joined, left; /* recipients, where both editions list them */
    int64_t decided;       /* the part of the saving that a row of realised has */
};

enum outcome_seen { SEEN_NOT_YET, SEEN_PARTLY, SEEN_DONE, SEEN_GREW_BACK };

/* One action of the plan, or one accepted decision that no action belongs to. */
struct realised {
    const struct planned *planned;   /* NULL without */
    const struct decision *decision; /* NULL without */
    uint32_t report;                 /* number in the first edition */
    uint32_t history;
    enum action action;
    double to_runs, to_readers; /* NAN where they do not apply */
    enum outcome_seen seen;
    int64_t saving; /* cost before less cost after, as far as this action explains it */
};

/* What came again. */
enum regrowth { REGROWTH_RETURNED, REGROWTH_COPY, REGROWTH_FASTER };

struct regrown {
    enum regrowth kind;
    uint32_t history; /* the report that is there now */
    int64_t cost;     /* that it adds */
};

/* From the cost of the first edition to that of the last; the steps add up to the cent. */
enum cost_step {
    STEP_BEFORE,
    STEP_REALISED, /* by what was planned or decided */
    STEP_GONE,     /* gone without that */
    STEP_OTHER,    /* changed without that */
    STEP_SPLIT,    /* new, but a part of one that was there */
    STEP_EFFORT,   /* its effort was assumed and is given now: no change of the work */
    STEP_STARTED,
    STEP_UNTOLD,  /* new, nobody says since when */
    STEP_FOUND,   /* there before, found later: no growth */
    STEP_LEARNED, /* its frequency was not known before: no growth */
    STEP_AFTER,
    STEP_COUNT
};

struct cost_step_sum {
    int64_t amount; /* what it adds to the cost */
    size_t reports;
};

struct edition {
    const struct inventory *inventory;
    struct baseline baseline;
    const uint32_t *listed_as;                    /* as in struct relations */
    size_t reports, gone, fresh, found, returned; /* fresh, gone: against the edition before */
    int64_t producer, reader;                     /* as compared */
    int64_t found_cost; /* in producer: of reports found later, and of those costed later */
    double hours;
};

struct comparison {
    struct arena *arena;
    const struct plan *plan;
    struct edition *editions;
    size_t edition_count;
    struct history *histories;
    size_t history_count;
    struct change *changes;
    size_t change_count, kinds[CHANGE_NEW + 1];
    struct realised *realised;
    size_t realised_count;
    struct regrown *regrown;
    size_t regrown_count;
    struct cost_step_sum steps[STEP_COUNT];
    int64_t planned; /* theoretical saving of the plan */
    int32_t day;     /* of the first edition; DATE_UNKNOWN where nothing tells */
};

struct compare_options {
    int32_t day; /* of the first edition; DATE_UNKNOWN: found from its dates */
    int32_t today;
    unsigned threads;
};

/* The plan is that of the first edition, made with those options. */
struct comparison *compare_editions(const struct inventory *const *inventories, size_t count,
                                    const struct plan *plan,
                                    const struct plan_options *plan_options,
                                    const struct compare_options *options);
void comparison_free(struct comparison *comparison);
/* An effort that was assumed in the first edition and is given in the last, and nothing else that
 * changes the cost. */
bool change_is_effort(const struct comparison *comparison, const struct change *change);
const char *change_kind_name(enum change_kind kind);

#endif
