/* The bytes of one input as UTF-8, in blocks: a file that is read as it is, or a text in memory.
 *
 * A regular UTF-8 file is never held as a whole. What is converted, and what cannot be read twice
 * (stdin, a pipe), is in memory. Offsets count from the first byte behind a byte order mark. */
#ifndef PARE_INPUT_SOURCE_H
#define PARE_INPUT_SOURCE_H

#include <sha2.h>

#include "base/diag.h"
#include "input/encoding.h"

struct source {
    const char *name;       /* for messages */
    const char *encoding;   /* "UTF-8" or what it was converted from */
    bool counts_characters; /* columns: the file has other bytes than we see */
    int descriptor;         /* -1 where content holds all */
    uint64_t size;          /* of a regular file when it was opened; else 0 */
    struct text content;
    char *owned;
    size_t start; /* behind the byte order mark */
    uint64_t at;
    bool trusted;            /* not checked: a part of a file that will be */
    struct utf8_check check; /* invalid: the file is not UTF-8, and reading stopped there */
    SHA2_CTX *hashing;       /* NULL where nobody asked for the digest */
    char sha256[65];         /* of the bytes of the file, complete when all was read */
    bool failed;             /* an error of reading, which is in diag; nothing is read behind it */
};

/* encoding NULL: found by looking; digest: whether sha256 is wanted. Where it fails, the error is
 * in diag; source_close in any case. */
bool source_open(struct source *source, const char *path, const char *encoding, bool digest,
                 struct diag *diag);
/* The text is taken as it is, well-formed or not. */
void source_of_text(struct source *source, const char *name, struct text content);
/* Fills the buffer as far as there is something; 0 at the end. A file that has another size there
 * than it was opened with is an error: what was read may be half of a list. */
size_t source_read(struct source *source, char *buffer, size_t size, struct diag *diag);
/* The first bytes, without taking them; 0 and failed where they cannot be read. */
size_t source_peek(struct source *source, char *buffer, size_t size, struct diag *diag);
void source_close(struct source *source);

#endif
