#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

struct work {
    void (*task)(void *context, size_t index);
    void *context;
    size_t tasks;
    atomic_size_t next;
};

static void *take_tasks(void *argument)
{
    struct work *work = argument;
    size_t i;

    while ((i = atomic_fetch_add_explicit(&work->next, 1, memory_order_relaxed)) < work->tasks)
        work->task(work->context, i);
    return NULL;
}

/* Where a thread cannot be started the others do its part. */
void parallel_for(size_t tasks, unsigned threads, void (*task)(void *context, size_t index),
                  void *context)
{
    struct work work = {task, context, tasks, 0};
    pthread_t helpers[MOST_THREADS];
    unsigned helper_count = 0;

    if (threads > MOST_THREADS)
        threads = MOST_THREADS;
    if (threads > tasks)
        threads = (unsigned)tasks;
    while (helper_count + 1 < threads &&
           !pthread_create(&helpers[helper_count], NULL, take_tasks, &work))
        helper_count++;
    take_tasks(&work);
    while (helper_count)
        pthread_join(helpers[--helper_count], NULL);
}

unsigned parallel_processors(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
}
