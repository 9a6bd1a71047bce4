/* Preloaded under pare: makes the n-th allocation, read or write of a run fail.
 *
 * FAULT_ALLOCATION, FAULT_WRITE and FAULT_READ are n, counted from 1; FAULT_INTERRUPT is n of a
 * read that a signal interrupts. At the end of the run the file FAULT_COUNTS gets how many of each
 * there were. With FAULT_NAMELESS files without a name cannot be made, with FAULT_LINK they cannot
 * be given one, as on some file systems. glibc only: it has the allocator under a second name. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

enum kind { ALLOCATION, WRITE, READ, INTERRUPT, KINDS };

static const char *const variables[KINDS] = {"FAULT_ALLOCATION", "FAULT_WRITE", "FAULT_READ",
                                             "FAULT_INTERRUPT"};
static long counts[KINDS], fails[KINDS];
static int started;

/* What runs before main, the loader and the libraries, is not ours to fail. */
__attribute__((constructor)) static void start(void)
{
    for (int kind = 0; kind < KINDS; kind++) {
        const char *value = getenv(variables[kind]);
        fails[kind] = value ? atol(value) : 0;
    }
    started = 1;
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("FAULT_COUNTS");
    char text[96];
    int size, file;

    started = 0;
    if (!path)
        return;
    size = snprintf(text, sizeof text, "%ld %ld %ld %ld\n", counts[ALLOCATION], counts[WRITE],
                    counts[READ], counts[INTERRUPT]);
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || write(file, text, (size_t)size) != size)
        abort();
    close(file);
}

static int fails_now(enum kind kind)
{
    return started && __atomic_add_fetch(&counts[kind], 1, __ATOMIC_RELAXED) == fails[kind];
}

void *malloc(size_t size)
{
    if (fails_now(ALLOCATION)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (fails_now(ALLOCATION)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    if (fails_now(ALLOCATION)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(memory, size);
}

ssize_t write(int file, const void *data, size_t size)
{
    static ssize_t (*real)(int, const void *, size_t);

    /* The message about the failure must come through. */
    if (file != STDERR_FILENO && fails_now(WRITE)) {
        errno = ENOSPC;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    return real(file, data, size);
}

/* 0, or what this read fails with. */
static int read_fault(void)
{
    int fails = fails_now(READ), interrupted = fails_now(INTERRUPT);

    return fails ? EIO : interrupted ? EINTR : 0;
}

ssize_t read(int file, void *data, size_t size)
{
    static ssize_t (*real)(int, void *, size_t);

    int fault = read_fault();

    if (fault) {
        errno = fault;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "read");
    return real(file, data, size);
}

ssize_t pread64(int file, void *data, size_t size, off64_t offset)
{
    static ssize_t (*real)(int, void *, size_t, off64_t);
    int fault = read_fault();

    if (fault) {
        errno = fault;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "pread64");
    return real(file, data, size, offset);
}

ssize_t pread(int file, void *data, size_t size, off_t offset)
{
    return pread64(file, data, size, offset);
}

int open(const char *path, int flags, ...)
{
    static int (*real)(const char *, int, ...);
    int mode = 0;

    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list list;
        va_start(list, flags);
        mode = va_arg(list, int);
        va_end(list);
    }
    if ((flags & O_TMPFILE) == O_TMPFILE && getenv("FAULT_NAMELESS")) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "open");
    return real(path, flags, mode);
}

/* What open is called with 64 bits of offset. */
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

int linkat(int from_folder, const char *from, int folder, const char *path, int flags)
{
    static int (*real)(int, const char *, int, const char *, int);

    if (getenv("FAULT_LINK")) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "linkat");
    return real(from_folder, from, folder, path, flags);
}
