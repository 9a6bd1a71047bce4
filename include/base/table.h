/* A hash table of distinct texts that are numbered from 1 in the order of their first coming.
 *
 * The number stands for the text: equal texts have equal numbers. Number 0 is the empty text, which
 * is never stored. The table owns its bytes; texts stay where they are as long as it lives. */
#ifndef PARE_BASE_TABLE_H
#define PARE_BASE_TABLE_H

#include "base/text.h"

struct table;

struct table *table_new(void);
void table_free(struct table *table);

/* The number of the text, entering it where it is new. */
uint32_t table_add(struct table *table, struct text key);
/* The same for many at once, which hides the time that memory takes: numbers[i] for keys[i]. Keys
 * that stand at one place, one behind the other, cost nothing. */
void table_add_batch(struct table *table, const struct text *keys, size_t count, uint32_t *numbers);
/* The number of the text, or 0 where it is not known. */
uint32_t table_find(const struct table *table, struct text key);
/* Nothing is added any more: gives back a fifth of the memory. What is found after that takes a
 * look at every text. */
void table_close(struct table *table);
struct text table_text(const struct table *table, uint32_t number);
/* Fetches the text into the cache for a table_text to come. */
void table_prefetch(const struct table *table, uint32_t number);
/* How many texts there are; numbers run from 1 to this. */
uint32_t table_count(const struct table *table);

#endif
