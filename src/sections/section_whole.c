/* The terminal shows the first page of a proposal; where the rest of it is. */
#include "sections/sections.h"

void section_whole(struct document *document, const struct story *story)
{
    const char *line = story->options->command_line;

    document_command(document, "Next", document_text(document, "%s -o proposal.html", line),
                     text_of("the whole proposal, to decide on"));
    document_command(document, "", document_text(document, "%s -o proposal.xlsx", line),
                     text_of("the same as a workbook"));
    document_command(
        document, "",
        document_text(document, "pare ask %s -o questions/", story->options->judge_words),
        text_of("the questions as files"));
}
