/* The part of `check` that tells how each frequency was read. */
#ifndef PARE_SECTIONS_CHECK_FREQUENCIES_H
#define PARE_SECTIONS_CHECK_FREQUENCIES_H

#include "document/document.h"
#include "model/inventory.h"

void check_frequencies(struct document *document, const struct inventory *inventory);

#endif
