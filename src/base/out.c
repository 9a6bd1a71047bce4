#ifdef __linux__
#define _GNU_SOURCE /* O_TMPFILE */
#endif
#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/temporary.h"

enum { BUFFER_SIZE = 1 << 16 };

struct out {
    char *buffer;
    size_t used, capacity;
    int descriptor;  /* -1: memory */
    int error;       /* the first errno; sticks */
    bool owned;      /* descriptor is closed with out */
    char *target;    /* where the temporary is renamed to; NULL where written in place */
    char *temporary; /* NULL where there is none */
    bool nameless;   /* the temporary has no name until it is complete */
};

static struct out *new_out(int descriptor)
{
    struct out *out = memory_alloc(1, sizeof *out);

    out->descriptor = descriptor;
    out->capacity = BUFFER_SIZE;
    out->buffer = memory_resize(NULL, out->capacity, 1);
    return out;
}

struct out *out_stream(int descriptor)
{
    return new_out(descriptor);
}

struct out *out_memory(void)
{
    return new_out(-1);
}

/* Where a symbolic link leads, seen from its folder; path is freed. NULL, and path as it is, where
 * it is none. */
static char *follow(char *path)
{
    enum { LONGEST = 4096 };
    char found[LONGEST];
    ssize_t size = readlink(path, found, sizeof found);
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    char *next;

    if (size <= 0 || size == LONGEST)
        return NULL;
    folder = found[0] == '/' ? 0 : folder;
    next = memory_alloc(folder + (size_t)size + 1, 1);
    memcpy(next, path, folder);
    memcpy(next + folder, found, (size_t)size);
    memory_free(path);
    return next;
}

/* The path behind symbolic links, so that a link stays a link; what is new has the last name that
 * they lead to, as for open. A circle of links was refused before. */
static char *resolve(const char *path)
{
    enum { MOST_LINKS = 40 }; /* as many as Linux follows */
    char *resolved = realpath(path, NULL);
    const char *from = resolved ? resolved : path;
    size_t size = strlen(from) + 1;
    char *copy = memcpy(memory_resize(NULL, size, 1), from, size), *next = copy;
    int links;

    for (links = 0; !resolved && next && links < MOST_LINKS; links++)
        if ((next = follow(copy)))
            copy = next;
    free(resolved);
    return copy;
}

/* mkstemp gives 0600; a new file gets what the umask allows, an old one keeps its mode. */
static void set_mode(int descriptor, const struct stat *old)
{
    mode_t mask = umask(0);

    umask(mask);
    if (fchmod(descriptor, old ? old->st_mode & 07777 : 0666 & ~mask) != 0)
        return; /* the content is what counts */
}

#ifdef O_TMPFILE
/* A file without a name, which is gone with the process however that ends. -1 where the file system
 * has no such thing, or where none could be given later. */
static int open_nameless(const char *target)
{
    const char *slash = strrchr(target, '/');
    size_t size = slash ? (size_t)(slash - target) + 1 : 1;
    char *folder;
    int descriptor;

    if (access("/proc/self/fd", X_OK) != 0)
        return -1;
    folder = memory_alloc(size + 1, 1);
    memcpy(folder, slash ? target : ".", size);
    descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    memory_free(folder);
    return descriptor;
}

static bool link_as(const struct out *out, const char *path)
{
    char link[64];

    snprintf(link, sizeof link, "/proc/self/fd/%d", out->descriptor);
    return linkat(AT_FDCWD, link, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

static bool is_interrupted(ssize_t result)
{
    return result < 0 && errno == EINTR;
}

static bool copy_all(const struct out *out, int to)
{
    struct stat status;
    ssize_t got, put, done;

    if (lseek(out->descriptor, 0, SEEK_SET) != 0 || fstat(out->descriptor, &status) != 0)
        return false;
    while ((got = read(out->descriptor, out->buffer, out->capacity)) > 0 || is_interrupted(got))
        for (done = 0; done<got; done += put> 0 ? put : 0)
            if ((put = write(to, out->buffer + done, (size_t)(got - done))) < 0 &&
                !is_interrupted(put))
                return false;
    return got == 0 && (fchmod(to, status.st_mode & 07777) == 0 || errno == EPERM);
}

/* Some file systems have files without a name, but no way to give them one. */
static bool copy_as(struct out *out, const char *path)
{
    int copy = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool done = copy >= 0 && copy_all(out, copy);

    return copy >= 0 && close(copy) == 0 && done;
}

/* Its own name where that is free, so that it is there whole or not at all; else a free name beside
 * it, for the rename. */
static bool name_it(struct out *out)
{
    int taken;

    out->nameless = false;
    if (link_as(out, out->target)) {
        memcpy(out->temporary, out->target, strlen(out->target) + 1);
        return true;
    }
    taken = temporary_make(out->temporary);
    if (taken >= 0) {
        close(taken);
        unlink(out->temporary);
    }
    out->nameless = taken < 0;
    return taken >= 0 && (link_as(out, out->temporary) || copy_as(out, out->temporary));
}
#else
static int open_nameless(const char *target)
{
    (void)target;
    return -1;
}

static bool name_it(struct out *out)
{
    (void)out;
    return false;
}
#endif

static void open_temporary(struct out *out, const char *path, const struct stat *old)
{
    static const char suffix[] = ".XXXXXX";
    size_t size;

    out->target = resolve(path);
    size = strlen(out->target);
    out->temporary = memory_resize(NULL, size + sizeof suffix, 1);
    memcpy(out->temporary, out->target, size);
    memcpy(out->temporary + size, suffix, sizeof suffix);
    out->descriptor = open_nameless(out->target);
    out->nameless = out->descriptor >= 0;
    if (!out->nameless)
        out->descriptor = temporary_make(out->temporary);
    if (out->descriptor >= 0) {
        set_mode(out->descriptor, old);
        return;
    }
    out->error = errno;
    memory_free(out->temporary);
    out->temporary = NULL;
}

struct out *out_open(const char *path)
{
    struct out *out = new_out(STDOUT_FILENO);
    struct stat status;
    bool exists;

    if (strcmp(path, "-") == 0)
        return out;
    exists = stat(path, &status) == 0;
    out->owned = true;
    if (!exists && errno != ENOENT) /* what cannot be seen is not taken for new */
        out->descriptor = -1;
    else if (exists && !S_ISREG(status.st_mode))
        out->descriptor = open(path, O_WRONLY);
    else
        open_temporary(out, path, exists ? &status : NULL);
    if (out->descriptor < 0 && !out->error)
        out->error = errno;
    return out;
}

static void flush(struct out *out)
{
    size_t done = 0;
    ssize_t size;

    while (done < out->used && !out->error) {
        size = write(out->descriptor, out->buffer + done, out->used - done);
        if (size >= 0)
            done += (size_t)size;
        else if (errno != EINTR)
            out->error = errno;
    }
    out->used = 0;
}

void out_bytes(struct out *out, const void *data, size_t size)
{
    if (out->error || !size)
        return;
    if (size > out->capacity - out->used) {
        if (out->descriptor >= 0)
            flush(out);
        if (size > out->capacity - out->used)
            out->buffer = memory_grow(out->buffer, out->used + size, &out->capacity, 1);
    }
    memcpy(out->buffer + out->used, data, size);
    out->used += size;
}

void out_fail(struct out *out, int error)
{
    if (!out->error)
        out->error = error;
}

void out_text(struct out *out, struct text t)
{
    out_bytes(out, t.data, t.size);
}

void out_string(struct out *out, const char *string)
{
    out_bytes(out, string, strlen(string));
}

void out_char(struct out *out, char c)
{
    out_bytes(out, &c, 1);
}

void out_repeat(struct out *out, char c, size_t count)
{
    while (count--)
        out_char(out, c);
}

void out_printf(struct out *out, const char *format, ...)
{
    char small[256];
    char *large;
    va_list list;
    int size;

    va_start(list, format);
    size = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (size < 0)
        return;
    if ((size_t)size < sizeof small) {
        out_bytes(out, small, (size_t)size);
        return;
    }
    large = memory_resize(NULL, (size_t)size + 1, 1);
    va_start(list, format);
    vsnprintf(large, (size_t)size + 1, format, list);
    va_end(list);
    out_bytes(out, large, (size_t)size);
    memory_free(large);
}

struct text out_written(const struct out *out)
{
    return text_make(out->buffer, out->used);
}

static int release(struct out *out)
{
    int error = out->error;

    if (out->temporary && error && !out->nameless)
        unlink(out->temporary);
    if (out->temporary)
        temporary_forget(out->temporary);
    memory_free(out->temporary);
    memory_free(out->target);
    memory_free(out->buffer);
    memory_free(out);
    return error;
}

int out_close(struct out *out)
{
    if (out->descriptor >= 0)
        flush(out);
    if (out->nameless && !out->error && !name_it(out))
        out->error = errno;
    if (out->owned && out->descriptor >= 0 && close(out->descriptor) != 0 && !out->error)
        out->error = errno;
    if (out->temporary && !out->error && rename(out->temporary, out->target) != 0)
        out->error = errno;
    return release(out);
}

void out_abandon(struct out *out)
{
    if (out->owned && out->descriptor >= 0)
        close(out->descriptor);
    out->error = out->error ? out->error : ECANCELED;
    release(out);
}
