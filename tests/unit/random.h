/* Random data for laws, the same on every machine: a law runs over numbered data from 1 on, and
 * LAW_SEED=N in the environment numbers other data (0, or nothing, is what is always tested).
 * LAW_PART=N is for slow machinery: one Nth of the rounds. */
#ifndef PARE_UNIT_RANDOM_H
#define PARE_UNIT_RANDOM_H

#include <stdint.h>
#include <stdlib.h>

/* splitmix64 (Steele, Lea and Flood 2014): neighbouring seeds have nothing in common. */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline uint64_t law_seed(uint64_t number)
{
    const char *other = getenv("LAW_SEED");
    uint64_t state = number + (other ? (uint64_t)strtoull(other, NULL, 10) << 32 : 0);

    return random_next(&state);
}

static inline unsigned law_rounds(unsigned rounds)
{
    const char *part = getenv("LAW_PART");
    unsigned long n = part ? strtoul(part, NULL, 10) : 1;

    return n > 1 ? rounds / (unsigned)n + 1 : rounds;
}

static inline unsigned random_below(uint64_t *state, unsigned limit)
{
    return (unsigned)(random_next(state) >> 32) % limit;
}

#endif
