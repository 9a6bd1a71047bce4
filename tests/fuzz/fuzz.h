/* What the fuzz targets share: bytes as files, and claims that must hold for every input. */
#ifndef PARE_FUZZ_H
#define PARE_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define must(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);         \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* A file in memory that is opened by its path. */
struct fuzz_file {
    int descriptor;
    char path[32];
};

static inline struct fuzz_file fuzz_file(const void *data, size_t size)
{
    struct fuzz_file file = {.descriptor = memfd_create("fuzz.csv", MFD_CLOEXEC)};

    must(file.descriptor >= 0);
    must(write(file.descriptor, data, size) == (ssize_t)size);
    snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.descriptor);
    return file;
}

static inline void fuzz_file_close(struct fuzz_file file)
{
    close(file.descriptor);
}

/* The piece before the first byte 0x1e, which is taken off the rest. */
static inline struct text fuzz_piece(struct text *rest)
{
    size_t size = text_find(*rest, '\x1e');
    struct text piece = text_slice(*rest, 0, size);

    *rest = size < rest->size ? text_from(*rest, size + 1) : text_make(rest->data, 0);
    return piece;
}

#endif
