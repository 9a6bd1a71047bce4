#include "unit.h"

#include "base/memory.h"
#include "match/radix.h"

static uint64_t state = 1;

static uint64_t chance(void)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return state ^ state >> 29;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

static void assert_sorts(size_t count, uint64_t bits, unsigned threads)
{
    uint64_t *keys = memory_alloc(count, sizeof *keys), *sorted = memory_alloc(count, sizeof *keys);
    size_t i;

    for (i = 0; i < count; i++)
        keys[i] = sorted[i] = (chance() & bits) | UINT64_C(1) << 40;
    radix_sort(keys, count, threads);
    qsort(sorted, count, sizeof *sorted, compare);
    assert_memory_equal(keys, sorted, count * sizeof *keys);
    memory_free(keys);
    memory_free(sorted);
}

static void numbers_are_sorted_as_by_comparison(void **unused)
{
    static const uint64_t bits[] = {UINT64_MAX,
                                    0xff,
                                    UINT64_C(0x00ff00000000000f),
                                    1,
                                    0,
                                    UINT64_C(0x8000000000000001),
                                    UINT64_C(0x000fffff000fffff)};
    static const size_t counts[] = {1, 2, 48, 49, 300, 5000, 140000};
    size_t i, k;

    (void)unused;
    for (i = 0; i < sizeof bits / sizeof *bits; i++)
        for (k = 0; k < sizeof counts / sizeof *counts; k++)
            assert_sorts(counts[k], bits[i], 1 + (unsigned)(i + k) % 3);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_sorted_as_by_comparison),
    };

    return cmocka_run_group_tests_name("radix", tests, NULL, NULL);
}
