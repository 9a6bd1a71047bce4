/* Independent tasks over a few threads that take the next one from a shared cursor.
 *
 * Which thread runs a task is not determined, so a task writes only to what belongs to its number.
 */
#ifndef PARE_BASE_PARALLEL_H
#define PARE_BASE_PARALLEL_H

#include <stddef.h>

/* Runs task(context, i) for every i below tasks; with 1 thread in order, in the calling thread. */
void parallel_for(size_t tasks, unsigned threads, void (*task)(void *context, size_t index),
                  void *context);
/* Processors on line, at least 1. */
unsigned parallel_processors(void);

#endif
