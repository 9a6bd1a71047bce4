/* A file that is given more than once is read once. */
#ifndef PARE_INPUT_SAME_FILES_H
#define PARE_INPUT_SAME_FILES_H

#include "input/input.h"
#include "model/inventory.h"

/* Leaves out of the list the files that stand in it before, under whatever name, with a warning for
 * each; the new list is in the arena of the inventory. */
void files_once(struct inventory *inventory, const char *const **files, size_t *count);
/* The same for each kind of side file. */
void side_files_once(struct inventory *inventory, struct input_options *options);

#endif
