#include "unit.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/table.h"

static void test_numbers_from_one(void **state)
{
    struct table *table = table_new();

    (void)state;
    assert_int_equal(table_count(table), 0);
    assert_int_equal(table_add(table, text_of("a")), 1);
    assert_int_equal(table_add(table, text_of("b")), 2);
    assert_int_equal(table_add(table, text_of("a")), 1);
    assert_int_equal(table_add(table, text_of("")), 0);
    assert_int_equal(table_find(table, text_of("b")), 2);
    assert_int_equal(table_find(table, text_of("c")), 0);
    assert_int_equal(table_count(table), 2);
    assert_text(table_text(table, 0), "");
    assert_text(table_text(table, 2), "b");
    table_free(table);
}

/* Sizes around those of words and blocks, with differences in every place. */
static void test_sizes(void **state)
{
    static const size_t sizes[] = {1,
                                   3,
                                   7,
                                   8,
                                   9,
                                   15,
                                   16,
                                   17,
                                   63,
                                   64,
                                   65,
                                   200,
                                   (1 << 20) - 8,
                                   1 << 20,
                                   (1 << 20) + 1,
                                   (2 << 20) - 8,
                                   2 << 20,
                                   5 << 20};
    size_t i, at;

    (void)state;
    for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct table *table = table_new();
        char *bytes = memory_alloc(sizes[i], 1);
        struct text key = {bytes, sizes[i]};
        size_t step = sizes[i] < 1000 ? 1 : sizes[i] / 3;
        uint32_t number = 1;

        memset(bytes, 'x', sizes[i]);
        assert_int_equal(table_add(table, key), number++);
        for (at = 0; at < sizes[i]; at += step) {
            bytes[at] = 'y';
            assert_int_equal(table_find(table, key), 0);
            assert_int_equal(table_add(table, key), number);
            assert_true(text_equal(table_text(table, number), key));
            number++;
            bytes[at] = 'x';
        }
        assert_int_equal(table_find(table, key), 1);
        memory_free(bytes);
        table_free(table);
    }
}

/* Blocks grow; what does not fit into one has its own. Text n is made of its number. */
static void test_all_stay_where_they_are(void **state)
{
    enum { COUNT = 60000, LONGEST = 3 << 20 };
    struct table *table = table_new();
    char *bytes = memory_alloc(LONGEST, 1);
    size_t size, pass;
    uint32_t i;

    (void)state;
    memset(bytes, 'x', LONGEST);
    for (pass = 0; pass < 2; pass++) {
        for (i = 1; i <= COUNT; i++) {
            size = i % 20000 == 0 ? LONGEST : 4 + i * 7919u % 300;
            memcpy(bytes, &i, sizeof i);
            if (pass == 0)
                assert_int_equal(table_add(table, text_make(bytes, size)), i);
            else
                assert_true(text_equal(table_text(table, i), text_make(bytes, size)));
        }
    }
    memory_free(bytes);
    table_free(table);
}

static void test_batches_give_what_single_ones_give(void **state)
{
    enum { COUNT = 5000 };
    struct table *one = table_new(), *many = table_new();
    static char bytes[COUNT][16];
    static struct text keys[COUNT];
    static uint32_t numbers[COUNT];
    size_t i;

    (void)state;
    for (i = 0; i < COUNT; i++) {
        snprintf(bytes[i], sizeof bytes[i], "%zu", i * 7919 % 1713);
        keys[i] = i % 100 ? text_of(bytes[i]) : text_of("");
    }
    table_add_batch(many, keys, COUNT, numbers);
    for (i = 0; i < COUNT; i++) {
        assert_int_equal(numbers[i], table_add(one, keys[i]));
        assert_true(text_equal(table_text(many, numbers[i]), keys[i]));
    }
    assert_int_equal(table_count(one), table_count(many));
    table_free(one);
    table_free(many);
}

static void test_closed_finds_the_same(void **state)
{
    struct table *table = table_new();
    static char bytes[600];
    uint32_t number;

    (void)state;
    memset(bytes, 'x', sizeof bytes);
    for (number = 1; number <= sizeof bytes; number++)
        assert_int_equal(table_add(table, text_make(bytes, number)), number);
    table_close(table);
    for (number = 1; number <= sizeof bytes; number++) {
        assert_int_equal(table_find(table, text_make(bytes, number)), number);
        assert_int_equal(table_text(table, number).size, number);
    }
    assert_int_equal(table_find(table, text_of("y")), 0);
    assert_int_equal(table_find(table, text_of("")), 0);
    assert_int_equal(table_count(table), sizeof bytes);
    table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_from_one),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_all_stay_where_they_are),
        cmocka_unit_test(test_batches_give_what_single_ones_give),
        cmocka_unit_test(test_closed_finds_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
