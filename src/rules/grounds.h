/* What all rules look up: computed once over the whole inventory, then only read.
 *
 * Everything is in the arena of the findings. Sums are of whole numbers, so that no order of rows
 * shows. */
#ifndef PARE_SRC_RULES_GROUNDS_H
#define PARE_SRC_RULES_GROUNDS_H

#include "model/mandate.h"
#include "rules/findings.h"
#include "rules/name_signs.h"
#include "rules/needs.h"

struct ownership {
    uint32_t reports;   /* how many active reports the person owns */
    uint32_t costliest; /* the one that costs most; this and hours where there are many */
    int64_t hours;      /* of all, in millionths of an hour */
};

struct grounds {
    const struct findings *findings;
    const struct inventory *inventory;
    const struct relations *relations;
    const struct assumptions *assumptions;
    struct assumptions low, high; /* recast */
    const struct baseline *baseline;
    struct needs needs; /* of the rules */
    uint8_t *mandate;   /* by report: enum mandate */
    bool *active;       /* by report: in the baseline, neither listed twice nor inactive */
    struct word_index name_index;
    struct mandate_index mandate_index;
    const struct rhythms *rhythms; /* of others; rules/rhythms.h */
    const struct figures *figures; /* NULL where fields or sources are not known */
    bool *outsider;                /* by person: outside the house by the people file; or NULL */
    bool any_left;                 /* whether any person is known to have left */
    bool any_members;              /* whether the members of any list are known */
    bool any_units;                /* whether the unit of any person is known */
    int32_t as_of, log_end;
    double log_days; /* of the log of events; NAN without */
    bool ids_ascend; /* reports stand in the order of their ids */

    uint32_t *fed;     /* by report: the fastest report that it feeds + 1, 0 without; or NULL */
    uint32_t *slowest; /* by group: its slowest report */
    uint32_t *pair_to_keep;      /* by member of groups: pair with the kept one + 1, 0 without */
    struct ownership *ownership; /* by person; or NULL */
    bool *single_point;          /* by report: the costliest of an owner who has many; or NULL */
};

void grounds_prepare(struct findings *findings, unsigned threads, struct grounds *grounds);
/* The pair of a report in that group with the one that is kept; NULL where there is none. */
const struct pair *grounds_pair_to_keep(const struct grounds *grounds, const struct group *group,
                                        uint32_t report);
/* The hours of all reports that somebody owns, be they few, in millionths. */
int64_t grounds_hours_owned(const struct grounds *grounds, uint32_t person);
/* The order of ids, which every choice between equals follows. */
int compare_ids(const struct inventory *inventory, uint32_t a, uint32_t b);
/* The same; where reports stand in that order no id is looked at. */
int grounds_compare(const struct grounds *grounds, uint32_t a, uint32_t b);

#endif
