#include "render/lines.h"

#include "base/out.h"
#include "base/utf8.h"

static bool is_plain_ascii(struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] < 0x20 || t.data[i] > 0x7e)
            return false;
    return true;
}

struct text clean_text(struct arena *arena, struct text t)
{
    if (is_plain_ascii(t))
        return t;
    struct out *out = out_memory();
    utf8_clean(out, t);
    struct text cleaned = arena_copy(arena, out_written(out));
    out_abandon(out);
    return cleaned;
}

struct breaker {
    struct arena *arena;
    struct lines lines;
    size_t capacity;
};

static void add_line(struct breaker *breaker, struct text t)
{
    if (breaker->lines.count == breaker->capacity) {
        size_t capacity = breaker->capacity ? 2 * breaker->capacity : 4;
        struct text *line = ARENA_ARRAY(breaker->arena, capacity, struct text);
        for (size_t i = 0; i < breaker->lines.count; i++)
            line[i] = breaker->lines.line[i];
        breaker->lines.line = line;
        breaker->capacity = capacity;
    }
    breaker->lines.line[breaker->lines.count++] = t;
}

/* The end of what fits: before the last blank within width, else of the first word. */
static size_t break_at(struct text t, size_t width, bool hard)
{
    size_t fits = utf8_fit(t, width).size, end = fits;
    if (fits >= t.size)
        return t.size;
    while (end > 0 && t.data[end] != ' ')
        end--;
    if (end > 0)
        return end;
    return hard && fits ? fits : text_find(t, ' ');
}

struct lines wrap_text(struct arena *arena, struct text t, size_t width, bool hard)
{
    struct breaker breaker = {.arena = arena};
    t = text_trim(t);
    do {
        size_t end = break_at(t, width, hard);
        add_line(&breaker, text_trim(text_slice(t, 0, end)));
        t = text_trim(text_from(t, end));
    } while (t.size);
    return breaker.lines;
}

struct text cut_text(struct arena *arena, struct text t, size_t width)
{
    if (utf8_width(t) <= width)
        return t;
    struct text fitting = utf8_fit(t, width > 3 ? width - 3 : 0);
    return arena_printf(arena, "%.*s%.*s", TEXT_ARGS(fitting), (int)(width < 3 ? width : 3), "...");
}
