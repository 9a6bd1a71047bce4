/* The report that a word on the command line means. */
#ifndef PARE_CLI_SUBJECT_H
#define PARE_CLI_SUBJECT_H

#include "model/inventory.h"

/* By id, else by a part of its name that no other name has; case and accents do not matter. False
 * where there is none or more than one: that was told on stderr. */
bool subject_find(const struct inventory *inventory, const char *word, uint32_t *report);

#endif
