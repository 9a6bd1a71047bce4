/* The actions of the plan as a list that a person decides on. */
#ifndef PARE_SECTIONS_DECIDING_H
#define PARE_SECTIONS_DECIDING_H

#include "document/document.h"
#include "sections/story.h"

/* The plain row place[i] of the table is about story->plan->actions[i]. What is accepted comes to
 * what `pare plan --decisions FILE --as-decided` says, to the cent. */
void deciding_list(struct document *document, const struct story *story, const size_t *place,
                   const struct table_block *table);

#endif
