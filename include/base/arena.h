/* Memory that is given back all at once.
 *
 * Each of the five products (inventory, relations, findings, plan, document) owns one arena and
 * points only into its own and older ones. Memory is zeroed and aligned for any type. */
#ifndef PARE_BASE_ARENA_H
#define PARE_BASE_ARENA_H

#include "base/text.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* Gives back what is in it and keeps the last block: for scratch memory that is filled again. */
void arena_reset(struct arena *arena);

/* What is in other is of arena from now on; other is gone. For parts that were made in threads. */
void arena_take(struct arena *arena, struct arena *other);

void *arena_alloc(struct arena *arena, size_t size);
#define ARENA_ARRAY(arena, count, type) ((type *)arena_alloc((arena), (count) * sizeof(type)))

/* A copy with a NUL behind it that is not counted. */
struct text arena_copy(struct arena *arena, struct text t);
struct text arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
