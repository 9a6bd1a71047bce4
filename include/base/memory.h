/* Memory that cannot fail: running out is one line on stderr and exit status 2.
 *
 * Only src/base calls malloc; everything else takes memory here or from an arena. */
#ifndef PARE_BASE_MEMORY_H
#define PARE_BASE_MEMORY_H

#include <stddef.h>

/* count objects of size bytes each, zeroed; never NULL, also for 0. */
void *memory_alloc(size_t count, size_t size) __attribute__((returns_nonnull));

/* Resizes to count objects of size bytes; new bytes are not zeroed. */
void *memory_resize(void *memory, size_t count, size_t size) __attribute__((returns_nonnull));

/* Bytes that are not zeroed, in large pages where they fill some and the system has them: for what
 * will be filled, and is not resized. */
void *memory_pages(size_t size) __attribute__((returns_nonnull));

void memory_free(void *memory);

/* Makes room for at least need objects, growing by half, and updates *capacity. */
void *memory_grow(void *memory, size_t need, size_t *capacity, size_t size);

/* From now on large pieces that are freed go back to the system at once and threads share what is
 * free, where the system lets us say so: what grows by doubling would else leave holes of half its
 * size. Before threads are started. */
void memory_return_large(void);
/* Gives back what is free where that is much. For the end of a stage. */
void memory_trim(void);

/* Room for one more element in a growing array: x = MEMORY_ROOM(x, count, capacity). */
#define MEMORY_ROOM(array, count, capacity)                                                        \
    ((count) < (capacity) ? (array)                                                                \
                          : memory_grow((array), (count) + 1, &(capacity), sizeof *(array)))

#endif
