/* The files that a run reads, so that it does not write over them. */
#ifndef PARE_CLI_INPUTS_H
#define PARE_CLI_INPUTS_H

#include "cli/options.h"

/* The inventory or side file that is the same file as path, also by another name or a link; "-" is
 * standard output here and standard input there. NULL without. */
const char *inputs_same(const struct options *options, const char *path);

#endif
