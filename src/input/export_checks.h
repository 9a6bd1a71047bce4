/* What check tells of an export: which columns its format read, and cells that it could not read
 * whole. */
#ifndef PARE_INPUT_EXPORT_CHECKS_H
#define PARE_INPUT_EXPORT_CHECKS_H

#include "base/diag.h"
#include "input/csv_reader.h"
#include "input/exports.h"
#include "model/inventory.h"

/* A warning for each cell of the row that holds broken XML or JSON. */
void export_tell_broken(const struct export *export, const struct csv_reader *reader,
                        const struct csv_row *row, struct arena *arena, struct diag *diag);
/* Gives the columns that the format read the field that they went into; by column of the file. */
void export_tell_used(const struct export *export, struct column_match *matches);

#endif
