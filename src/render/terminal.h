/* What the files of the terminal renderer share. */
#ifndef PARE_RENDER_TERMINAL_H
#define PARE_RENDER_TERMINAL_H

#include "document/document.h"
#include "render/lines.h"
#include "render/render.h"

enum { TERMINAL_INDENT = 2, TERMINAL_GAP = 2 };

struct terminal {
    struct arena *arena; /* of the block that is being written */
    const struct document *document;
    struct out *out;
    size_t width;
    bool colour;
};

/* Around what is bold; nothing without colour. */
void terminal_bold(const struct terminal *terminal, bool on);
/* Wrapped to the width, all lines indented. */
void terminal_wrap(const struct terminal *terminal, struct text t, size_t indent);
void terminal_table(const struct terminal *terminal, const struct table_block *table);

#endif
