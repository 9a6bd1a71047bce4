/* Columns of usage that the logs fill for reports of which the inventory itself tells nothing. */
#ifndef PARE_INPUT_USAGE_FILL_H
#define PARE_INPUT_USAGE_FILL_H

#include "model/inventory.h"

/* inventory->usage is there and sorted. period: days by report, 0 unknown; runs_opened: by report.
 */
void usage_fill_columns(struct inventory *inventory, bool has_events, const double *period,
                        const uint32_t *runs_opened_by_report);

#endif
