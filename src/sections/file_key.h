/* The key of a table that becomes a file of its own. */
#ifndef PARE_SRC_SECTIONS_FILE_KEY_H
#define PARE_SRC_SECTIONS_FILE_KEY_H

#include "base/arena.h"

/* start and name as a file name: letters, digits and a few marks stay. In arena. */
const char *file_key(struct arena *arena, const char *start, struct text name);

#endif
