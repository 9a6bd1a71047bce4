#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { ALIGNMENT = 16, FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct block {
    struct block *before;
    size_t size, used;
};

struct arena {
    struct block *last;
};

/* A block's bytes begin behind its header, aligned. */
enum { HEADER = (sizeof(struct block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct arena *arena_new(void)
{
    return memory_alloc(1, sizeof(struct arena));
}

static void free_blocks(struct block *block)
{
    struct block *before;

    for (; block; block = before) {
        before = block->before;
        memory_free(block);
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->last);
    memory_free(arena);
}

void arena_reset(struct arena *arena)
{
    struct block *last = arena->last;

    if (!last)
        return;
    free_blocks(last->before);
    last->before = NULL;
    last->used = 0;
}

void arena_take(struct arena *arena, struct arena *other)
{
    struct block *first = other->last;

    while (first && first->before)
        first = first->before;
    if (first && arena->last) {
        first->before = arena->last->before;
        arena->last->before = other->last;
    } else if (first) {
        arena->last = other->last;
    }
    memory_free(other);
}

static void add_block(struct arena *arena, size_t need)
{
    size_t size = arena->last ? arena->last->size * 2 : FIRST_BLOCK;
    struct block *block;

    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < need)
        size = need;
    block = memory_resize(NULL, HEADER + size, 1);
    *block = (struct block){.before = arena->last, .size = size};
    arena->last = block;
}

/* Not zeroed. */
static void *take(struct arena *arena, size_t size)
{
    struct block *block = arena->last;
    size_t need = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    void *memory;

    if (!block || block->size - block->used < need) {
        add_block(arena, need);
        block = arena->last;
    }
    memory = (char *)block + HEADER + block->used;
    block->used += need;
    return memory;
}

/* Zeroed when it is handed out: much of a block may never be. */
void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

struct text arena_copy(struct arena *arena, struct text t)
{
    char *copy = take(arena, t.size + 1);

    if (t.size)
        memcpy(copy, t.data, t.size);
    copy[t.size] = '\0';
    return text_make(copy, t.size);
}

struct text arena_printf(struct arena *arena, const char *format, ...)
{
    va_list list;
    char *copy;
    int size;

    va_start(list, format);
    size = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (size < 0)
        return text_make("", 0);
    copy = take(arena, (size_t)size + 1);
    va_start(list, format);
    vsnprintf(copy, (size_t)size + 1, format, list);
    va_end(list);
    return text_make(copy, (size_t)size);
}
