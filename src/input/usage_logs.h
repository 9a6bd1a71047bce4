/* The logs of reporting systems, recognised by their headers: which column says what was opened,
 * and which rows are a person's reading at all. */
#ifndef PARE_INPUT_USAGE_LOGS_H
#define PARE_INPUT_USAGE_LOGS_H

#include "input/side.h"

/* The columns of a log of use, in this order. */
enum usage_column {
    USAGE_REPORT,
    USAGE_PERSON,
    USAGE_WHEN,
    USAGE_OPENS,
    USAGE_LAST,
    USAGE_KIND,
    USAGE_OTHER,
    USAGE_ACTION
};

struct usage_log {
    struct side_map map;
    /* Put before what REPORT and OTHER name, as exports put it before their sources; or NULL. */
    const char *report_prefix, *other_prefix;
    const char *const *kinds, *const *actions; /* that are readings, NULL-ended; NULL: any */
};

/* For side_read_mapped; every map is the first member of a usage_log. */
extern const struct side_map *const usage_log_maps[];

/* Whether the row is a reading as far as its log tells; true where the log is of no known system.
 */
bool usage_log_is_reading(const struct side_row *row);
/* What was opened: the first name, then the second; empty where there is none. */
struct text usage_log_report(const struct side_row *row, struct arena *arena);
struct text usage_log_other(const struct side_row *row, struct arena *arena);

#endif
