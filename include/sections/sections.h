/* Sections turn the story into blocks of a document. All wording for people is here. */
#ifndef PARE_SECTIONS_SECTIONS_H
#define PARE_SECTIONS_SECTIONS_H

#include "document/document.h"
#include "sections/story.h"

typedef void section_function(struct document *document, const struct story *story);

/* How all sections of a document for people show money; before the first of them. */
void sections_begin(struct document *document, const struct story *story);

#define SECTION(name) section_function section_##name;
#include "sections/sections.def"
#undef SECTION

#endif
