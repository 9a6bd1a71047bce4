/* What reading the inventories of one call shares. */
#ifndef PARE_INPUT_SESSION_H
#define PARE_INPUT_SESSION_H

#include "input/builder.h"

struct session {
    const struct input_options *options;
    struct inventory *inventory;
    struct builder *builder;
    struct alias_index *aliases;
    struct column_maps maps;
    const char **encodings; /* by file: found out by an attempt; NULL: look */
};

#endif
