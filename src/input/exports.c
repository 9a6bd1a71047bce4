#include "input/exports.h"

#include <string.h>

#define EXPORT(name) extern const struct export_format export_##name;
#include "input/exports.def"
#undef EXPORT

static const struct export_format *const formats[] = {
#define EXPORT(name) &export_##name,
#include "input/exports.def"
#undef EXPORT
    NULL,
};

static size_t count_of(const char *const *names)
{
    size_t count = 0;

    while (names && names[count])
        count++;
    return count;
}

static int find_key(const struct text *keys, size_t count, const char *name)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (text_is(keys[i], name))
            return (int)i;
    return -1;
}

static bool has_all(const struct export_format *format, const struct text *keys, size_t count)
{
    size_t i;

    for (i = 0; format->headers[i]; i++)
        if (find_key(keys, count, format->headers[i]) < 0)
            return false;
    return true;
}

void export_recognise(struct export *export, const struct text *keys, size_t count,
                      struct arena *arena)
{
    size_t needed, optional, i;

    memset(export, 0, sizeof *export);
    for (i = 0; formats[i]; i++) {
        if (has_all(formats[i], keys, count)) {
            export->format = formats[i];
            break;
        }
    }
    if (!export->format)
        return;
    needed = count_of(export->format->headers);
    optional = count_of(export->format->optional);
    export->cell_count = needed + optional;
    export->column = ARENA_ARRAY(arena, export->cell_count, int);
    for (i = 0; i < export->cell_count; i++)
        export->column[i] = find_key(keys, count,
                                     i < needed ? export->format->headers[i]
                                                : export->format->optional[i - needed]);
}

struct text *export_extend(const struct export *export, struct arena *arena,
                           const struct text *cells, size_t row_count, size_t count)
{
    const struct export_format *format = export->format;
    struct text *extended = ARENA_ARRAY(arena, count + format->value_count, struct text);
    struct text *own = ARENA_ARRAY(arena, export->cell_count, struct text);
    size_t i;

    memcpy(extended, cells, (row_count < count ? row_count : count) * sizeof *cells);
    for (i = 0; i < export->cell_count; i++)
        if (export->column[i] >= 0)
            own[i] = extended[export->column[i]];
    format->row(arena, own, extended + count);
    return extended;
}
