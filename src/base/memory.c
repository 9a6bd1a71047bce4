#ifdef __linux__
#define _DEFAULT_SOURCE /* madvise */
#endif
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif
#include <unistd.h>

#include "base/temporary.h"

/* Pieces from this size on go back to the system when they are freed. Smaller ones are used again:
 * a page that comes from the system anew costs as much as some thousand instructions. */
enum { LARGE = 1 << 22 };

/* Nothing that allocates may run here, stdio included. */
static void out_of_memory(void)
{
    static const char message[] = "pare: out of memory\n";

    temporary_remove_all();
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(2);
    exit(2);
}

void *memory_alloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);

    if (!memory)
        out_of_memory();
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory();
    memory = realloc(memory, count > 0 && size > 0 ? count * size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

/* A page of 2 MiB is given in less time than ten of the usual 512 small ones, and a processor finds
 * more of what is in it. */
void *memory_pages(size_t size)
{
#if defined __linux__ && defined MADV_HUGEPAGE
    enum { PAGE = 1 << 21 };

    if (size >= PAGE && size <= SIZE_MAX - PAGE) {
        void *memory = aligned_alloc(PAGE, (size + PAGE - 1) / PAGE * PAGE);

        if (!memory)
            out_of_memory();
        madvise(memory, size, MADV_HUGEPAGE); /* a wish: without it pages are small */
        return memory;
    }
#endif
    return memory_resize(NULL, size, 1);
}

void memory_free(void *memory)
{
    free(memory);
}

void *memory_grow(void *memory, size_t need, size_t *capacity, size_t size)
{
    size_t room = *capacity;

    if (need <= room)
        return memory;
    room += room / 2;
    if (room < need)
        room = need;
    if (room < 16)
        room = 16;
    *capacity = room;
    return memory_resize(memory, room, size);
}

/* What is given back and needed again comes as new pages, so a little is kept. */
void memory_trim(void)
{
#if defined __GLIBC__ && defined __GLIBC_PREREQ
#if __GLIBC_PREREQ(2, 33)
    if (mallinfo2().fordblks > LARGE)
        malloc_trim(0);
#endif
#endif
}

void memory_return_large(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, 4 * LARGE);
    /* What one thread has freed another one uses: else each keeps a stock of its own. */
    mallopt(M_ARENA_MAX, 2);
#endif
}
