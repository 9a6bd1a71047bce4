/* The part of `check` that sums up what is wrong in the files. Every problem with its place is
 * printed as a diagnostic and stands in the table for machines; here is one line for each kind. */
#ifndef PARE_SECTIONS_CHECK_PROBLEMS_H
#define PARE_SECTIONS_CHECK_PROBLEMS_H

#include "document/document.h"
#include "model/inventory.h"

void check_problems(struct document *document, const struct inventory *inventory);

#endif
