/* How much two sets have in common, counted in whole numbers.
 *
 * Sets are ascending and distinct. Thresholds are fractions of whole numbers and are compared
 * without floating point, so that every machine decides alike. */
#ifndef PARE_MATCH_SIMILARITY_H
#define PARE_MATCH_SIMILARITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fraction {
    uint32_t part, whole;
};

/* Puts numbers in ascending order; quick for few. */
void sort_few(uint32_t *number, uint32_t count);
/* Members that both have. */
uint32_t set_common(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);
/* Whether both have more than most members; looked for from the last ones backwards, as sets that
 * are nearly equal soon have one. */
bool set_common_exceeds(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
                        uint32_t most);
/* Sum of the weights of the members that both have. */
uint64_t set_common_weight(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
                           const uint32_t *weight);
uint64_t set_weight(const uint32_t *a, uint32_t a_count, const uint32_t *weight);

/* The bit of a member in the signature of a set. Neighbouring numbers are spread over all 64 bits
 * (Fibonacci hashing, Knuth TAOCP 6.4). */
static inline uint64_t signature_bit(uint32_t member)
{
    return UINT64_C(1) << (member * 2654435769u >> 26);
}

/* The same by another hash. */
static inline uint64_t other_signature_bit(uint32_t member)
{
    return UINT64_C(1) << ((member ^ member >> 15) * 2246822519u >> 26);
}

/* common / (a + b - common) >= least */
static inline bool jaccard_at_least(uint64_t common, uint64_t a, uint64_t b, struct fraction least)
{
    return (least.part + (uint64_t)least.whole) * common >= least.part * (a + b);
}

/* common / part >= least */
static inline bool contained_at_least(uint64_t common, uint64_t part, struct fraction least)
{
    return least.whole * common >= least.part * part;
}

#endif
