#include "render/render.h"

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

void render(enum format format, const struct document *document, struct out *out,
            const struct render_options *options)
{
    renderers[format](document, out, options);
}
