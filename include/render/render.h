/* A document as bytes. A renderer knows blocks and cells and nothing of reports or findings.
 *
 * Renderers return nothing: errors stick in struct out and are told by out_close. What came from
 * the input is made harmless for where it goes. The bytes depend on document and options alone. */
#ifndef PARE_RENDER_RENDER_H
#define PARE_RENDER_RENDER_H

#include <errno.h>

#include "base/out.h"
#include "document/document.h"

/* What out_close tells where the library behind a format broke down, is not there, or had no place
 * for temporary files; no system call that is made here gives these. */
enum { RENDER_BROKEN = ENOTRECOVERABLE, RENDER_MISSING = ENOEXEC, RENDER_HOMELESS = EOWNERDEAD };

enum format {
#define RENDERER(NAME, name, suffix, function, what) FORMAT_##NAME,
#include "render/renderers.def"
#undef RENDERER
    FORMAT_COUNT
};

struct render_options {
    size_t width;      /* terminal: columns; 0 means 80 */
    bool colour;       /* terminal: bold titles and totals */
    bool excel;        /* csv: byte order mark and CRLF */
    char delimiter;    /* csv: 0 means a comma */
    bool no_script;    /* html: leave scripts out */
    const char *table; /* csv: key of one table; NULL means document->main_table, else the first */
};

struct format_info {
    const char *name, *suffix, *what;
};

const struct format_info *format_info(enum format format);
/* By name, or by suffix of a path; FORMAT_COUNT where there is none. */
enum format format_of_name(const char *name);
enum format format_of_path(const char *path);
/* Why this program cannot write it, in words that follow its name; NULL where it can. */
const char *format_missing(enum format format);

void render(enum format format, const struct document *document, struct out *out,
            const struct render_options *options);

#endif
