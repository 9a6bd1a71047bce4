/* The report that a word on the command line means. */
#ifndef PARE_CLI_SUBJECT_H
#define PARE_CLI_SUBJECT_H

#include "sections/story.h"
#include "model/inventory.h"

/* By id, else by a part of its name that no other name has; case and accents do not matter. False
 * where there is none or more than one: that was told on stderr. */
bool subject_find(const struct inventory *inventory, const char *word, uint32_t *report);
/* Whether there is a report that --only lets be shown; where not, that is told on stderr. */
bool subject_shows(const struct inventory *inventory, const struct story_options *options);

/* Whether somebody of that name or address makes or gets reports; else that is told on stderr, with
 * names that come near. */
bool subject_person(const struct inventory *inventory, const char *person);

#endif
