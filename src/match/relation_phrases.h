/* Where in two names the words stand that they do not share, read with the small words between
 * them. Private to the relation_*.c files. */
#ifndef PARE_MATCH_RELATION_PHRASES_H
#define PARE_MATCH_RELATION_PHRASES_H

#include "match/relation_view.h"

/* The names say the same up to "by": "cases by age" and "cases by race". */
bool broken_down_otherwise(const struct view *view);

/* The name has a word of its own behind "by". */
bool breaks_down(const struct view *view, bool in_a);
/* So has one name, and the other has no "by". */
bool breaks_down_alone(const struct view *view);

/* Both names break the same down, and one of them by all that the other one does and by more. */
bool broken_down_more(const struct view *view);
/* What only the names have of their own stands behind "specific" or the like, or is that: "all
 * moves to a specified site" and "all moves to a specified person". */
bool asks_for_one(const struct view *view, bool in_a);
/* "Specific" or the like stands in the name. */
bool names_one(const struct view *view, bool in_a);

/* Both names end in the same words, which begin with no preposition, and what stands before these
 * describes them: "beer production reports" and "tobacco production reports". With a preposition in
 * between the heads differ: "notice of closure" and "review of closure". */
bool same_head(const struct view *view);

/* Both names begin with the same words, two of which tell something, and a preposition, and go on
 * with words of their own: "rust on hoists of the harbour" and "rust on hoists of the yard". */
bool same_of_others(const struct view *view);

/* "Of", "on" or the like stands where the names differ: "progress of the plan" is no part of "the
 * plan". */
bool speaks_of_the_other(const struct view *view);

#endif
