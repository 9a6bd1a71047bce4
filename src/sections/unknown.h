/* What the files cannot tell. */
#ifndef PARE_SECTIONS_UNKNOWN_H
#define PARE_SECTIONS_UNKNOWN_H

#include "rules/findings.h"

/* Why a question has no answer, "not known: no column says how it is sent", or NULL where the files
 * could tell. */
const char *unknown_of_question(const struct inventory *inventory, enum question question);

#endif
