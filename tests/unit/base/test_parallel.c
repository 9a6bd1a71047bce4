#include "unit.h"

#include <stdatomic.h>

#include "base/parallel.h"

enum { TASKS = 1000 };

struct counted {
    atomic_uint runs[TASKS];
    size_t order[TASKS], done;
};

static void count_task(void *context, size_t index)
{
    struct counted *counted = context;

    atomic_fetch_add(&counted->runs[index], 1);
}

static void note_order(void *context, size_t index)
{
    struct counted *counted = context;

    counted->order[counted->done++] = index;
}

static void every_task_runs_once(void **unused)
{
    static const unsigned threads[] = {0, 1, 2, 3, 8, 1000};
    size_t t, i;

    (void)unused;
    for (t = 0; t < sizeof threads / sizeof *threads; t++) {
        static struct counted counted;

        memset(&counted, 0, sizeof counted);
        parallel_for(TASKS, threads[t], count_task, &counted);
        for (i = 0; i < TASKS; i++)
            assert_int_equal(atomic_load(&counted.runs[i]), 1);
    }
}

static void one_thread_keeps_the_order(void **unused)
{
    static struct counted counted;
    size_t i;

    (void)unused;
    parallel_for(TASKS, 1, note_order, &counted);
    assert_int_equal(counted.done, TASKS);
    for (i = 0; i < TASKS; i++)
        assert_int_equal(counted.order[i], i);
}

static void nothing_to_do_is_done(void **unused)
{
    static struct counted counted;

    (void)unused;
    parallel_for(0, 4, note_order, &counted);
    assert_int_equal(counted.done, 0);
}

static void nest(void *context, size_t index)
{
    (void)index;
    parallel_for(TASKS, 2, count_task, context);
}

/* A task may itself hand out tasks. */
static void tasks_may_nest(void **unused)
{
    static struct counted counted;
    size_t i;

    (void)unused;
    parallel_for(3, 2, nest, &counted);
    for (i = 0; i < TASKS; i++)
        assert_int_equal(atomic_load(&counted.runs[i]), 3);
}

static void there_is_a_processor(void **unused)
{
    (void)unused;
    assert_true(parallel_processors() >= 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_task_runs_once),  cmocka_unit_test(one_thread_keeps_the_order),
        cmocka_unit_test(nothing_to_do_is_done), cmocka_unit_test(tasks_may_nest),
        cmocka_unit_test(there_is_a_processor),
    };

    return cmocka_run_group_tests_name("parallel", tests, NULL, NULL);
}
