/* Which reports of an inventory may be like its request: a cheap look at every one. */
#ifndef PARE_MATCH_LIKES_SCAN_H
#define PARE_MATCH_LIKES_SCAN_H

#include "model/inventory.h"

/* Numbers of the reports that come nearest, and of a part of the others that no order of rows
 * changes; all where there are few. Ascending; *count gets how many. The caller's. */
uint32_t *likes_scan(const struct inventory *inventory, unsigned threads, size_t *count);

#endif
