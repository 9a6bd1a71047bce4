#include "render/render.h"

#include <errno.h>
#include <string.h>

#include "render/formats.h"

static const struct format_info formats[] = {
#define RENDERER(NAME, name, suffix, function, what) {name, suffix, what},
#include "render/renderers.def"
#undef RENDERER
};

static void (*const renderers[])(const struct document *, struct out *,
                                 const struct render_options *) = {
#define RENDERER(NAME, name, suffix, function, what) function,
#include "render/renderers.def"
#undef RENDERER
};

const struct format_info *format_info(enum format format)
{
    return &formats[format];
}

enum format format_of_name(const char *name)
{
    size_t i = 0;
    while (i < FORMAT_COUNT && strcmp(formats[i].name, name) != 0)
        i++;
    return (enum format)i;
}

enum format format_of_path(const char *path)
{
    struct text t = text_of(path);
    size_t i = 0;
    while (i < FORMAT_COUNT &&
           (t.size < strlen(formats[i].suffix) ||
            !text_is_nocase(text_from(t, t.size - strlen(formats[i].suffix)), formats[i].suffix)))
        i++;
    return (enum format)i;
}

/* The reason is told before any work is done, see options.c. */
#ifdef PARE_WITHOUT_XLSX
void render_xlsx(const struct document *document, struct out *out,
                 const struct render_options *options)
{
    (void)document;
    (void)options;
    out_fail(out, ENOTSUP);
}
#endif

const char *format_missing(enum format format)
{
#ifdef PARE_WITHOUT_XLSX
    if (format == FORMAT_XLSX)
        return "is a workbook, and this pare was built without them (make XLSX=0); csv and html "
               "are there";
#endif
    (void)format;
    return NULL;
}

void render(enum format format, const struct document *document, struct out *out,
            const struct render_options *options)
{
    renderers[format](document, out, options);
}
