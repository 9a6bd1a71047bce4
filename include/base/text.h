/* A slice of bytes: a pointer and a size, never owned, not ended by NUL.
 *
 * The text with size 0 is empty; its pointer is never read. Letters are compared as ASCII; what
 * needs Unicode is in base/utf8.h. */
#ifndef PARE_BASE_TEXT_H
#define PARE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
    const char *data;
    size_t size;
};

/* A literal as a text; also usable in static initialisers. */
#define TEXT(literal)                                                                              \
    {                                                                                              \
        "" literal "", sizeof(literal) - 1                                                         \
    }
/* For printf: printf("%.*s", TEXT_ARGS(t)). */
#define TEXT_ARGS(t) (int)(t).size, (t).data ? (t).data : ""

struct text text_of(const char *string);

static inline struct text text_make(const char *data, size_t size)
{
    struct text t = {data, size};

    return t;
}

/* What lies beyond the end is left out. */
static inline struct text text_slice(struct text t, size_t start, size_t end)
{
    end = end > t.size ? t.size : end;
    return start < end ? text_make(t.data + start, end - start) : text_make("", 0);
}

static inline struct text text_from(struct text t, size_t start)
{
    return text_slice(t, start, t.size);
}

static inline bool text_equal(struct text a, struct text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool text_is(struct text t, const char *string);
/* The same without regard to the case of ASCII letters. */
bool text_is_nocase(struct text t, const char *string);
bool text_equal_nocase(struct text a, struct text b);
bool text_has_digit(struct text t);
bool text_starts(struct text t, const char *prefix);
bool text_ends(struct text t, const char *suffix);
/* Byte order, as memcmp: the order of everything that is printed. */
int text_compare(struct text a, struct text b);

/* Without white space (ASCII blanks, CR, LF, TAB and U+00A0) at both ends. */
struct text text_trim(struct text t);
/* Position of the byte, or size where there is none. */
size_t text_find(struct text t, char byte);
/* Position of the string, or size where there is none. */
size_t text_search(struct text t, const char *string);
/* Takes the piece before the next of the separators off rest; false when rest was used up. */
bool text_next(struct text *rest, const char *separators, struct text *piece);

static inline bool byte_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static inline bool byte_is_alpha(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool byte_is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline int byte_lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Smallest number of single-letter insertions, deletions, changes and swaps of neighbours that make
 * one text the other (optimal string alignment), or limit + 1 where it is more. In bytes; for small
 * limits. */
unsigned text_distance(struct text a, struct text b, unsigned limit);

/* The letters A to Z made small, in as many bytes; returns whether all of t is ASCII. */
bool text_small(struct text t, char *small);

#endif
