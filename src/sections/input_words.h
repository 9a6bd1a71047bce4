/* Words for how the input was understood, for several sections. */
#ifndef PARE_SECTIONS_INPUT_WORDS_H
#define PARE_SECTIONS_INPUT_WORDS_H

#include "model/inventory.h"

/* For machines: "exact", "alias", "given", "guessed", "unused". */
const char *words_how(enum column_how how);
/* For people: "by its name", "by another name", ... */
const char *words_how_found(enum column_how how);

#endif
