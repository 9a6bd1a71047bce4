#include "match/frames.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Two reports that differ in a word may be about different things; three with the same frame make a
 * series. */
enum { FILLERS = 3 };

static uint64_t mix(uint64_t hash, uint32_t value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

static uint64_t filler_of(const struct odd_word *odd, uint32_t count)
{
    uint64_t hash = 1;

    for (uint32_t i = 0; i < count; i++)
        if (odd[i].kind & (WORD_OTHER | WORD_UNIT | WORD_REGION | WORD_ACRONYM))
            hash = mix(hash, odd[i].meaning);
    return hash;
}

void frames_of(const struct name_difference *names, struct filler filler[2])
{
    filler[0] = (struct filler){names->frame, filler_of(names->a, names->a_count)};
    filler[1] = (struct filler){names->frame, filler_of(names->b, names->b_count)};
}

static int compare_fillers(const void *a, const void *b)
{
    const struct filler *x = a, *y = b;

    if (x->frame != y->frame)
        return x->frame < y->frame ? -1 : 1;
    return (x->filler > y->filler) - (x->filler < y->filler);
}

void frames_learn(struct frames *frames, struct filler *fillers, size_t count)
{
    size_t capacity = 0, different = 0;

    memset(frames, 0, sizeof *frames);
    if (count)
        qsort(fillers, count, sizeof *fillers, compare_fillers);
    for (size_t i = 0; i < count; i++) {
        bool new_frame = i == 0 || fillers[i].frame != fillers[i - 1].frame;
        if (!new_frame && fillers[i].filler == fillers[i - 1].filler)
            continue;
        different = new_frame ? 1 : different + 1;
        if (different != FILLERS)
            continue;
        frames->frame = MEMORY_ROOM(frames->frame, frames->count, capacity);
        frames->frame[frames->count++] = fillers[i].frame;
    }
}

bool frames_have(const struct frames *frames, uint64_t frame)
{
    size_t low = 0, high = frames->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (frames->frame[middle] < frame)
            low = middle + 1;
        else
            high = middle;
    }
    return low < frames->count && frames->frame[low] == frame;
}

void frames_clear(struct frames *frames)
{
    memory_free(frames->frame);
}
