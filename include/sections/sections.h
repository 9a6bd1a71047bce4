/* Sections turn the story into blocks of a document. All wording for people is here. */
#ifndef PARE_SECTIONS_SECTIONS_H
#define PARE_SECTIONS_SECTIONS_H

#include "document/document.h"
#include "sections/story.h"

typedef void section_function(struct document *document, const struct story *story);

/* How all sections of a document for people show money; before the first of them. */
void sections_begin(struct document *document, const struct story *story);
/* Fills the document with sections, a list ended by NULL; threads share them. */
void sections_tell(struct document *document, const struct story *story,
                   section_function *const *sections, unsigned threads);

#define SECTION(name) section_function section_##name;
#include "sections/sections.def"
#undef SECTION

#endif
