/* The list of the changes of a plan, the largest first, with what they come to together. */
#ifndef PARE_SECTIONS_CHANGE_LIST_H
#define PARE_SECTIONS_CHANGE_LIST_H

#include "document/document.h"
#include "sections/story.h"

void change_list(struct document *document, const struct story *story);

#endif
