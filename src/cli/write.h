/* A document to every output that was asked for. */
#ifndef PARE_CLI_WRITE_H
#define PARE_CLI_WRITE_H

#include "cli/options.h"

/* Whom a format is for: they are told different sections. */
enum audience { AUDIENCE_PEOPLE, AUDIENCE_MACHINES };

/* Whether any output is for that audience. */
bool write_needs(const struct options *options, enum audience audience);
/* Whether people get it as a page or file, not on a terminal alone. */
bool write_keeps(const struct options *options);
/* The inventory as it is once the plan is done. False where it failed. */
bool write_inventory(const struct options *options, const struct story *story);
/* False where one of them failed: that was told on stderr. Nothing is written where one of them,
 * that of write_inventory too, is a file that was read. */
bool write_outputs(const struct options *options, const struct document *people,
                   const struct document *machines);

#endif
