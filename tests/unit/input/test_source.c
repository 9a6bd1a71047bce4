#include "unit.h"

#include <unistd.h>

#include "input/source.h"
#include "reading.h"

enum { SIZE = 1 << 16, PART = 1 << 12 };

/* A file of SIZE bytes that has another size from its second part on. */
static size_t read_while_it_becomes(off_t size, struct source *source, struct diag *diag)
{
    struct reading_files files = {.count = 0};
    char *data = memory_alloc(SIZE, 1);
    const char *name;
    size_t got, sum = 0;

    memset(data, 'x', SIZE);
    name = reading_file(&files, data, SIZE);
    assert_true(source_open(source, name, NULL, false, diag));
    sum += source_read(source, data, PART, diag);
    assert_int_equal(truncate(name, size), 0);
    while ((got = source_read(source, data, PART, diag)) > 0)
        sum += got;
    memory_free(data);
    reading_clear(&files);
    return sum;
}

static void expect_one_error(const struct source *source, const struct diag *diag, const char *text)
{
    assert_true(source->failed);
    assert_int_equal(diag_stored(diag), 1);
    assert_int_equal(diag_problem(diag, 0)->severity, SEVERITY_ERROR);
    assert_string_equal(diag_problem(diag, 0)->text, text);
}

/* Behind an end that came too early lies what was lost. */
static void test_other_size_at_the_end(void **state)
{
    static const off_t shorter[] = {0, 1, PART, PART + 1, SIZE - PART, SIZE - 1};
    struct source source;
    struct diag *diag;

    (void)state;
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++) {
        diag = diag_new();
        read_while_it_becomes(shorter[i], &source, diag);
        expect_one_error(&source, diag, "the file became shorter while it was read");
        source_close(&source);
        diag_free(diag);
    }
    diag = diag_new();
    read_while_it_becomes(SIZE + 1, &source, diag);
    expect_one_error(&source, diag, "the file became longer while it was read");
    source_close(&source);
    diag_free(diag);
}

static void test_same_size_at_the_end(void **state)
{
    struct diag *diag = diag_new();
    struct source source;

    (void)state;
    assert_int_equal(read_while_it_becomes(SIZE, &source, diag), SIZE);
    assert_false(source.failed);
    assert_int_equal(diag_stored(diag), 0);
    source_close(&source);
    diag_free(diag);
}

/* What cannot be looked at is no empty file. */
static void test_start_that_cannot_be_read(void **state)
{
    struct reading_files files = {.count = 0};
    const char *name = reading_file(&files, "a,b\n", 4);
    struct diag *diag = diag_new();
    struct source source;
    char start[8];

    (void)state;
    assert_true(source_open(&source, name, NULL, false, diag));
    assert_int_equal(source_peek(&source, start, sizeof start, diag), 4);
    assert_false(source.failed);
    assert_int_equal(close(source.descriptor), 0);
    assert_int_equal(source_peek(&source, start, sizeof start, diag), 0);
    expect_one_error(&source, diag, "cannot be read: Bad file descriptor");
    assert_int_equal(source_read(&source, start, sizeof start, diag), 0);
    assert_int_equal(diag_stored(diag), 1);
    source.descriptor = -1;
    source_close(&source);
    diag_free(diag);
    reading_clear(&files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_size_at_the_end),
        cmocka_unit_test(test_same_size_at_the_end),
        cmocka_unit_test(test_start_that_cannot_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
