/* Figures that a few reports have in common: by term the reports that show it, where these are few.
 * A figure that many show is what things are counted by. */
#ifndef PARE_SRC_RULES_FIGURES_H
#define PARE_SRC_RULES_FIGURES_H

#include "rules/findings.h"

struct figure_place {
    uint32_t report;
    uint32_t next; /* another report with the same figure: number of its place + 1; 0 without */
};

struct figures {
    uint32_t *first; /* by term: number of its first place + 1; 0 where nobody or many show it */
    struct figure_place *places;
    bool *is_measure; /* by term: it is what things are counted by, and no figure of its own */
    bool *is_shown;   /* by report: it shows one that a few have in common */
};

/* In arena; NULL where fields or sources of all reports are unknown. active: by report. */
struct figures *figures_find(struct arena *arena, const struct inventory *inventory,
                             const bool *active, double most);
#endif
