/* Unicode text: validity, folding for comparison, width on a terminal, harmless for people's eyes.
 *
 * Nothing depends on the locale. ASCII takes a short way; the rest goes through utf8proc. */
#ifndef PARE_BASE_UTF8_H
#define PARE_BASE_UTF8_H

#include "base/arena.h"

/* Length of the longest prefix that is well-formed UTF-8 (RFC 3629). */
size_t utf8_valid_prefix(struct text t);
bool utf8_is_valid(struct text t);

/* Compatibility form, case folded, without accents, typographic dashes and quotes as ASCII,
 * ignorable characters left out; runs of white space become one blank, none at the ends. For
 * comparing. */
struct text utf8_fold(struct arena *arena, struct text t);

/* In capitals, as far as each letter has one; broken bytes become U+FFFD. For titles. */
struct text utf8_capitals(struct arena *arena, struct text t);

/* Columns on a terminal: 2 for wide East Asian characters, 0 for combining marks. */
size_t utf8_width(struct text t);
/* The longest prefix of at most that many columns that cuts no grapheme cluster. */
struct text utf8_fit(struct text t, size_t columns);

struct out;
/* Writes t on one line with control characters, bidirectional overrides and broken bytes replaced
 * by U+FFFD; line ends and tabs become blanks. For terminals and messages. */
void utf8_clean(struct out *out, struct text t);

#endif
