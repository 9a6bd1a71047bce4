/* The terminal shows the first page of a proposal; where the rest of it is. */
#include "sections/sections.h"

void section_whole(struct document *document, const struct story *story)
{
    const char *files = story->options->files;

    document_command(document, "Next",
                     document_text(document, "pare propose %s -o proposal.html", files),
                     text_of("the whole proposal, to decide on"));
    document_command(document, "", document_text(document, "pare propose %s -o proposal.xlsx", files),
                     text_of("the same as a workbook"));
    document_command(document, "", document_text(document, "pare ask %s -o questions/", files),
                     text_of("the questions as files"));
}
