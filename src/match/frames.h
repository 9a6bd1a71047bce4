/* Names that share a frame and differ in one place: "Testing data for X" with many an X. Such a
 * place is a parameter that no word list knows. Learnt from the pairs of the inventory itself. */
#ifndef PARE_MATCH_FRAMES_H
#define PARE_MATCH_FRAMES_H

#include "match/relation.h"

struct frames {
    uint64_t *frame; /* ascending: frames that three or more different words fill */
    size_t count;
};

/* One name in its frame: what the other name of the pair does not have. */
struct filler {
    uint64_t frame, filler;
};

/* The fillers of both names. */
void frames_of(const struct name_difference *names, struct filler filler[2]);
/* Learns from fillers, which it sorts. */
void frames_learn(struct frames *frames, struct filler *fillers, size_t count);
bool frames_have(const struct frames *frames, uint64_t frame);
void frames_clear(struct frames *frames);

#endif
