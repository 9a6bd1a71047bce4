#include "input/csv_line.h"

#include <string.h>

struct cutting {
    const char *end;        /* of what the line says, before its line end */
    const char *next_quote; /* at or behind where the cutting is; end where there is none */
    struct csv_dialect dialect;
};

static inline bool is_blank(const struct cutting *cutting, char c)
{
    return (c == ' ' || c == '\t') && c != cutting->dialect.delimiter;
}

static inline const char *find(const char *from, const char *end, char c)
{
    const char *found = memchr(from, c, (size_t)(end - from));

    return found ? found : end;
}

/* The cell that begins at from, which is no blank; returns where it ends, at the delimiter or at
 * the end of the line, or NULL where a quote stands inside it. */
static const char *cut_bare(const struct cutting *cutting, const char *from, struct text *cell)
{
    const char *stop = find(from, cutting->end, cutting->dialect.delimiter);
    const char *last = stop;

    if (cutting->next_quote < stop)
        return NULL;
    while (last > from && is_blank(cutting, last[-1]))
        last--;
    *cell = text_make(from, (size_t)(last - from));
    return stop;
}

/* The same for a cell whose opening quote stands at from. Blanks in quotes are kept. */
static const char *cut_quoted(struct cutting *cutting, const char *from, struct text *cell)
{
    const char *close = find(from + 1, cutting->end, cutting->dialect.quote);
    const char *stop = close + 1;

    if (close == cutting->end)
        return NULL;
    while (stop < cutting->end && is_blank(cutting, *stop))
        stop++;
    if (stop < cutting->end && *stop != cutting->dialect.delimiter)
        return NULL;
    *cell = text_make(from + 1, (size_t)(close - from - 1));
    cutting->next_quote = find(stop, cutting->end, cutting->dialect.quote);
    return stop;
}

/* Without the line end; nothing where there is none. */
static size_t size_of_content(struct text line)
{
    size_t size = line.size;

    if (size && line.data[size - 1] == '\n')
        size--;
    if (size && line.data[size - 1] == '\r')
        size--;
    return size < line.size ? size : 0;
}

size_t csv_line_split(struct text line, struct csv_dialect dialect, struct text *cells, size_t room)
{
    struct cutting cutting = {line.data + size_of_content(line), NULL, dialect};
    const char *at = line.data;
    size_t count = 0;

    cutting.next_quote = find(at, cutting.end, dialect.quote);
    while (count < room) {
        while (at < cutting.end && is_blank(&cutting, *at))
            at++;
        if (at == cutting.end && !count)
            return 0; /* a blank line is no row */
        at = at < cutting.end && at == cutting.next_quote ? cut_quoted(&cutting, at, &cells[count])
                                                          : cut_bare(&cutting, at, &cells[count]);
        if (!at)
            return 0;
        count++;
        if (at++ == cutting.end)
            return count;
    }
    return 0;
}
