/* What requires the reports, where several columns tell: the law in one, its article in another. */
#ifndef PARE_INPUT_MANDATES_H
#define PARE_INPUT_MANDATES_H

#include "input/builder.h"

/* The numbers of the texts, for each row. */
void mandates_take(struct builder *builder, const struct field_columns *columns,
                   struct csv_row *const *rows, size_t count, uint32_t *numbers);

#endif
