#include "sections/sections.h"

void section_next(struct document *document, const struct story *story)
{
    const struct diag *diag = story->inventory->diag;
    const char *files = story->options->files;
    size_t notes = diag_count(diag, SEVERITY_NOTE);
    struct text what = text_of("how the files were read");

    if (notes)
        what = document_text(document, "%zu %s on how the files were read", notes,
                             notes == 1 ? "note" : "notes");
    document_command(document, "Next", document_text(document, "pare check %s", files), what);
    document_command(document, "", document_text(document, "pare plan %s --target 50%%", files),
                     text_of("what reaches a target"));
    document_command(document, "", document_text(document, "pare explain %s ID", files),
                     text_of("all about one report"));
    document_command(document, "", document_text(document, "pare ask %s -o questions/", files),
                     text_of("the questions as files"));
    document_command(document, "", document_text(document, "pare audit %s -f json", files),
                     text_of("every report, pair and figure"));
    document_command(document, "", text_of("pare rules"), text_of("what was looked for, and why"));
}
