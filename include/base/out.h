/* Bytes to a file, to standard output or to memory, with an error that sticks.
 *
 * Writers return nothing; after the first failure they do nothing more, and out_close tells. A
 * regular file appears under its name only when it is complete: it is written beside it and
 * renamed, through symbolic links. What exists and is no regular file (/dev/null, a pipe) is
 * written in place. */
#ifndef PARE_BASE_OUT_H
#define PARE_BASE_OUT_H

#include "base/text.h"

struct out;

/* path "-" is standard output. Opening never fails visibly: the error is told by out_close. */
struct out *out_open(const char *path);
struct out *out_stream(int descriptor); /* written in place, not closed */
struct out *out_memory(void);

void out_bytes(struct out *out, const void *data, size_t size);
void out_text(struct out *out, struct text t);
void out_string(struct out *out, const char *string);
void out_char(struct out *out, char c);
void out_repeat(struct out *out, char c, size_t count);
void out_printf(struct out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* From now on nothing is written: for who finds an error that out cannot see. The first sticks. */
void out_fail(struct out *out, int error);

/* What was written to memory so far; valid until the next write. */
struct text out_written(const struct out *out);

/* 0 when all bytes have arrived, else an errno value; frees out in any case. Where it fails no file
 * is left behind and what was there before is untouched. */
int out_close(struct out *out);
/* Throws away what was written. */
void out_abandon(struct out *out);

#endif
