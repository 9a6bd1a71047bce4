/* Whether anybody opened a report, by every column that tells of opens. They must all agree. */
#ifndef PARE_SRC_RULES_UNREAD_H
#define PARE_SRC_RULES_UNREAD_H

#include "rules/look.h"

/* The columns that count opens in the log window: any that is known and not zero says used. */
struct opens {
    bool known, any;
};

struct opens unread_opens(const struct look *look);
/* Days without an open that make a report unused. */
double unread_window(const struct look *look);
/* No open for that long before the last day of the log, which reaches at least as far back. */
bool unread_for_long(const struct look *look, struct facts *facts);
/* No open in a log that covers at least two runs; a weaker sign. */
bool unread_is_unread(const struct look *look, struct facts *facts);
/* What the log of events has on it, by person. */
const struct usage_row *unread_rows(const struct look *look, size_t *count);
/* Whether the log can be taken to cover the report: it names it, or its channel is one that logs
 * see. A log is silent about what was never opened, and about what it does not cover. */
bool unread_is_covered(const struct look *look, struct facts *facts);
/* Somebody opened it in the window before the last day of the log. */
bool unread_is_read(const struct look *look);

#endif
