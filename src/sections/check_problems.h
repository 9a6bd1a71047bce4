/* The part of `check` that lists what is wrong in the files, each with its place. */
#ifndef PARE_SECTIONS_CHECK_PROBLEMS_H
#define PARE_SECTIONS_CHECK_PROBLEMS_H

#include "document/document.h"
#include "model/inventory.h"

void check_problems(struct document *document, const struct inventory *inventory);

#endif
