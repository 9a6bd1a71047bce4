/* Preloaded under pare: makes the n-th allocation, read, write or other call of a run fail, or ends
 * the run by a signal at its n-th moment.
 *
 * FAULT_ALLOCATION, FAULT_WRITE, FAULT_READ and FAULT_CALL (what opens, closes, names and starts)
 * are n, counted from 1; FAULT_INTERRUPT is n of a read or write that a signal interrupts,
 * FAULT_SHORT of a write that takes half. FAULT_KILL is n of a moment since the first file was made
 * that is not to stay, at which the process gets FAULT_SIGNAL. Processes that are started count
 * on. At the end of the run the file FAULT_COUNTS gets how many of each there were. With
 * FAULT_NAMELESS files without a name cannot be made, with FAULT_LINK they cannot be given one, as
 * on some file systems. glibc only: it has the allocator under a second name. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

#define KINDS(kind)                                                                                \
    kind(ALLOCATION) kind(WRITE) kind(READ) kind(INTERRUPT) kind(SHORT) kind(CALL) kind(KILL)
#define NAME(name) name,
#define VARIABLE(name) "FAULT_" #name,

enum kind { KINDS(NAME) KIND_COUNT };

static const char *const variables[] = {KINDS(VARIABLE)};
static long fails[KIND_COUNT];
static long *counts; /* of all processes */
static int killing;
static pid_t first;

/* What runs before main, the loader and the libraries, is not ours to fail. */
__attribute__((constructor)) static void start(void)
{
    const char *signal_number = getenv("FAULT_SIGNAL");
    void *shared = mmap(NULL, KIND_COUNT * sizeof *counts, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (shared == MAP_FAILED)
        abort();
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const char *value = getenv(variables[kind]);
        fails[kind] = value ? atol(value) : 0;
    }
    killing = signal_number ? atoi(signal_number) : 0;
    if (killing) /* a shell may have had it ignored */
        signal(killing, SIG_DFL);
    first = getpid();
    counts = shared;
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("FAULT_COUNTS");
    long *counted = counts;
    FILE *file;

    counts = NULL;
    if (!path || getpid() != first)
        return;
    file = fopen(path, "w");
    if (!file)
        abort();
    for (int kind = 0; kind < KIND_COUNT; kind++)
        fprintf(file, "%s %ld\n", variables[kind] + sizeof "FAULT_" - 1, counted[kind]);
    fclose(file);
}

/* json-c does not survive a lack of memory, nor does libxlsxwriter tell of it at the end; what they
 * can need is asked for, and given back to them, before they are called. That may fail, what they
 * ask for themselves not. */
static __thread int spared;

static int is_now(enum kind kind)
{
    if (kind == ALLOCATION && spared)
        return 0;
    return counts && __atomic_add_fetch(&counts[kind], 1, __ATOMIC_RELAXED) == fails[kind];
}

static void moment(void)
{
    int before = errno;

    if (counts && __atomic_load_n(&counts[KILL], __ATOMIC_RELAXED) && is_now(KILL))
        kill(first, killing);
    errno = before;
}

static int fails_now(enum kind kind, int error)
{
    int fails_here = is_now(kind);

    moment();
    if (fails_here)
        errno = error;
    return fails_here;
}

#define REAL(result, name, ...)                                                                    \
    static result (*real)(__VA_ARGS__);                                                            \
    if (!real)                                                                                     \
        *(void **)&real = dlsym(RTLD_NEXT, #name);

void *malloc(size_t size)
{
    return fails_now(ALLOCATION, ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails_now(ALLOCATION, ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return fails_now(ALLOCATION, ENOMEM) ? NULL : __libc_realloc(memory, size);
}

ssize_t write(int file, const void *data, size_t size)
{
    REAL(ssize_t, write, int, const void *, size_t)
    /* The message about the failure must come through. */
    if (file != STDERR_FILENO) {
        if (fails_now(WRITE, ENOSPC) || fails_now(INTERRUPT, EINTR))
            return -1;
        if (is_now(SHORT))
            size = (size + 1) / 2;
    }
    return real(file, data, size);
}

ssize_t read(int file, void *data, size_t size)
{
    REAL(ssize_t, read, int, void *, size_t)
    return fails_now(READ, EIO) || fails_now(INTERRUPT, EINTR) ? -1 : real(file, data, size);
}

ssize_t pread64(int file, void *data, size_t size, off64_t offset)
{
    REAL(ssize_t, pread64, int, void *, size_t, off64_t)
    return fails_now(READ, EIO) || fails_now(INTERRUPT, EINTR) ? -1
                                                               : real(file, data, size, offset);
}

ssize_t pread(int file, void *data, size_t size, off_t offset)
{
    return pread64(file, data, size, offset);
}

/* As a stream of glibc remembers it. What fails once fails until somebody asks no more of it. */
enum { STREAM_FAILED = 0x20 };

static int stream_fails(FILE *file, enum kind kind, int error)
{
    if (file == stderr || (!(file->_flags & STREAM_FAILED) && !fails_now(kind, error)))
        return 0;
    file->_flags |= STREAM_FAILED;
    errno = error;
    return 1;
}

size_t fwrite(const void *data, size_t size, size_t count, FILE *file)
{
    REAL(size_t, fwrite, const void *, size_t, size_t, FILE *)
    return stream_fails(file, WRITE, ENOSPC) ? 0 : real(data, size, count, file);
}

int fputs(const char *text, FILE *file)
{
    REAL(int, fputs, const char *, FILE *)
    return stream_fails(file, WRITE, ENOSPC) ? EOF : real(text, file);
}

int __fprintf_chk(FILE *file, int flag, const char *format, ...)
{
    va_list list;
    int size = -1;

    (void)flag;
    va_start(list, format);
    if (!stream_fails(file, WRITE, ENOSPC))
        size = vfprintf(file, format, list);
    va_end(list);
    return size;
}

size_t fread(void *data, size_t size, size_t count, FILE *file)
{
    REAL(size_t, fread, void *, size_t, size_t, FILE *)
    return stream_fails(file, READ, EIO) ? 0 : real(data, size, count, file);
}

int open(const char *path, int flags, ...)
{
    REAL(int, open, const char *, int, ...)
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
    return fails_now(CALL, EMFILE) ? -1 : real(path, flags, mode);
}

/* What open is called with 64 bits of offset. */
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

int linkat(int from_folder, const char *from, int folder, const char *path, int flags)
{
    REAL(int, linkat, int, const char *, int, const char *, int)
    int status = -1;

    if (getenv("FAULT_LINK"))
        errno = EOPNOTSUPP;
    else if (!fails_now(CALL, EIO))
        status = real(from_folder, from, folder, path, flags);
    moment();
    return status;
}

int mkstemp64(char *path)
{
    REAL(int, mkstemp64, char *)
    int file = fails_now(CALL, EACCES) ? -1 : real(path);

    long none = 0;

    if (counts && file >= 0)
        __atomic_compare_exchange_n(&counts[KILL], &none, 1, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
    moment();
    return file;
}

int rename(const char *from, const char *to)
{
    REAL(int, rename, const char *, const char *)
    int status = fails_now(CALL, EIO) ? -1 : real(from, to);

    moment();
    return status;
}

int unlink(const char *path)
{
    REAL(int, unlink, const char *)
    int status;

    moment();
    status = real(path);
    moment();
    return status;
}

int close(int file)
{
    REAL(int, close, int)
    int fault = fails_now(CALL, EIO), status = real(file);

    moment();
    errno = fault ? EIO : errno;
    return fault ? -1 : status;
}

FILE *fopen(const char *path, const char *mode)
{
    REAL(FILE *, fopen, const char *, const char *)
    return fails_now(CALL, EMFILE) ? NULL : real(path, mode);
}

FILE *fdopen(int file, const char *mode)
{
    REAL(FILE *, fdopen, int, const char *)
    return fails_now(CALL, ENOMEM) ? NULL : real(file, mode);
}

int fclose(FILE *file)
{
    REAL(int, fclose, FILE *)
    int fault = fails_now(CALL, EIO), status = real(file);

    errno = fault ? EIO : errno;
    return fault ? EOF : status;
}

int fchmod(int file, mode_t mode)
{
    REAL(int, fchmod, int, mode_t)
    return fails_now(CALL, EPERM) ? -1 : real(file, mode);
}

int mkdir(const char *path, mode_t mode)
{
    REAL(int, mkdir, const char *, mode_t)
    return fails_now(CALL, EACCES) ? -1 : real(path, mode);
}

pid_t fork(void)
{
    REAL(pid_t, fork, void)
    return fails_now(CALL, EAGAIN) ? -1 : real();
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                   void *argument)
{
    REAL(int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)
    return fails_now(CALL, EAGAIN) ? EAGAIN : real(thread, attributes, run, argument);
}

void *json_tokener_new(void)
{
    REAL(void *, json_tokener_new, void)
    void *tokener;

    spared = 1;
    tokener = real();
    spared = 0;
    return tokener;
}

void *json_tokener_parse_ex(void *tokener, const char *text, int size)
{
    REAL(void *, json_tokener_parse_ex, void *, const char *, int)
    void *object;

    spared = 1;
    object = real(tokener, text, size);
    spared = 0;
    return object;
}

int workbook_close(void *workbook)
{
    REAL(int, workbook_close, void *)
    int error;

    spared = 1;
    error = real(workbook);
    spared = 0;
    return error;
}
