#include "sections/sections.h"

void section_next(struct document *document, const struct story *story)
{
    const struct diag *diag = story->inventory->diag;
    const char *read = story->options->read_words, *judge = story->options->judge_words;
    size_t notes = diag_count(diag, SEVERITY_NOTE);
    struct text what = text_of("how the files were read");

    if (notes)
        what = document_text(document, "%zu %s on how the files were read", notes,
                             notes == 1 ? "note" : "notes");
    document_command(document, "Next", document_text(document, "pare check %s", read), what);
    document_command(document, "", document_text(document, "pare plan %s --target 50%%", judge),
                     text_of("what reaches a target"));
    document_command(document, "", document_text(document, "pare explain %s ID", judge),
                     text_of("all about one report"));
    document_command(document, "", document_text(document, "pare ask %s -o questions/", judge),
                     text_of("the questions as files"));
    document_command(document, "", document_text(document, "pare audit %s -f json", judge),
                     text_of("every report, pair and figure"));
    document_command(document, "", text_of("pare rules"), text_of("what was looked for, and why"));
}
