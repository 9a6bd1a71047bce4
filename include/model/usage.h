/* Who opened what, from logs: events or totals, gathered per report and person. */
#ifndef PARE_MODEL_USAGE_H
#define PARE_MODEL_USAGE_H

#include "model/date.h"

struct usage_row {
    uint32_t report; /* number of the report in the inventory */
    uint32_t person; /* 0 where the log does not say who */
    uint32_t opens;
    int32_t last; /* date of the last open */
};

/* Rows are sorted by report, then person. */
struct usage {
    struct usage_row *rows;
    size_t count;
    int32_t first, last; /* first and last day in the log */
    size_t unmatched;    /* names in the log that no report has */
};

#endif
