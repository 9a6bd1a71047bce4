/* Lists that stand in a cell as JSON or XML, as a program writes them. */
#ifndef PARE_INPUT_LIST_MARKUP_H
#define PARE_INPUT_LIST_MARKUP_H

#include "base/arena.h"

bool list_is_markup(struct text cell);
/* What it names, separated by semicolons: people, or terms. *wrong: what was not read and what
 * became of it; NULL where all was. */
struct text list_of_markup(struct arena *arena, struct text cell, bool people, const char **wrong);

#endif
