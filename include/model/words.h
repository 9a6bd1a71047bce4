/* Whole words and phrases in folded text (utf8_fold). */
#ifndef PARE_MODEL_WORDS_H
#define PARE_MODEL_WORDS_H

#include "base/text.h"

/* The first of the words that begins in t at or after from and before to; empty where none does. */
struct text words_find(struct text t, size_t from, size_t to, const struct text *words,
                       size_t count);
/* Whether a word begins, or ends before, that position. */
bool words_begin(struct text t, size_t at);
bool words_end(struct text t, size_t end);

#endif
