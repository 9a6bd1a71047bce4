/* Sorting of many 64-bit numbers in linear time. */
#ifndef PARE_MATCH_RADIX_H
#define PARE_MATCH_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* Ascending; for any number of threads the same. */
void radix_sort(uint64_t *keys, size_t count, unsigned threads);

#endif
