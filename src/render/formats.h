/* The functions of renderers.def. */
#ifndef PARE_RENDER_FORMATS_H
#define PARE_RENDER_FORMATS_H

#include "render/render.h"

#define RENDERER(NAME, name, suffix, function, what)                                               \
    void function(const struct document *document, struct out *out,                                \
                  const struct render_options *options);
#include "render/renderers.def"
#undef RENDERER

#endif
