/* How rows are compared, and how those of one report are united. */
#ifndef PARE_INPUT_ROW_ORDER_H
#define PARE_INPUT_ROW_ORDER_H

#include "model/inventory.h"

/* How the rows of a report may differ in a field. */
enum merging { MERGE_EQUAL, MERGE_UNITE, MERGE_SUM, MERGE_MOST };

enum merging row_merging(enum field field);
/* Whether the row has a value; lists are none. */
bool row_has(const struct inventory *inventory, enum field field, size_t row);
/* The order of two rows by one field: by what people wrote and not by our numbers. */
int rows_compare_field(const struct inventory *inventory, enum field field, size_t a, size_t b);
/* By all fields in which rows of one report agree, the name first: parts of one id are numbered in
 * the order of their names. */
int rows_compare(const struct inventory *inventory, size_t a, size_t b);

#endif
