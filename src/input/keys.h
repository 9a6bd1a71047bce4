/* Ids that are unique over all files: those of the files, or keys made from names. */
#ifndef PARE_INPUT_KEYS_H
#define PARE_INPUT_KEYS_H

#include "input/grouping.h"

void keys_give(struct builder *builder, const struct grouping *grouping);

#endif
