/* The order of ids, in which tables for machines list reports. */
#ifndef PARE_SECTIONS_ORDER_H
#define PARE_SECTIONS_ORDER_H

#include "model/inventory.h"

/* Numbers of all reports sorted by id, byte for byte; in arena. */
uint32_t *order_by_id(struct arena *arena, const struct inventory *inventory);

#endif
