#include "unit.h"

#include "base/out.h"
#include "input/csv_line.h"

static const struct csv_dialect comma = {',', '"'};

static void write_cell(void *data, size_t size, void *context)
{
    out_printf(context, "<%.*s>", (int)size, data ? (const char *)data : "");
}

static void end_row(int end, void *context)
{
    (void)end;
    out_string(context, "\n");
}

/* What libcsv makes of the line; false where it stops or wants more. */
static bool read_with_libcsv(struct text line, struct out *out)
{
    struct csv_feed feed;
    bool done;

    csv_feed_init(&feed, comma);
    done = csv_parse(&feed.parser, line.data, line.size, write_cell, end_row, out) == line.size &&
           csv_feed_between_rows(&feed);
    csv_feed_clear(&feed);
    return done;
}

static void compare(const char *string)
{
    struct text line = text_of(string);
    struct text cells[8];
    size_t count = csv_line_split(line, comma, cells, 8), i;
    struct out *split = out_memory(), *expected = out_memory();

    for (i = 0; i < count; i++)
        out_printf(split, "<%.*s>", TEXT_ARGS(cells[i]));
    out_string(split, "\n");
    if (count) {
        assert_true(read_with_libcsv(line, expected));
        assert_true(text_equal(out_written(split), out_written(expected)));
    }
    out_abandon(split);
    out_abandon(expected);
}

/* All lines of up to six of these bytes. */
static void test_all_short_lines_are_split_as_libcsv_does(void **state)
{
    static const char bytes[] = "a \t,\"";
    static const char *const ends[] = {"", "\n", "\r", "\r\n"};
    unsigned number, rest;
    size_t size;

    (void)state;
    for (size = 0; size <= 6; size++) {
        unsigned limit = 1;
        size_t i;

        for (i = 0; i < size; i++)
            limit *= 5;
        for (number = 0; number < limit; number++) {
            char line[16];

            for (i = 0, rest = number; i < size; i++, rest /= 5)
                line[i] = bytes[rest % 5];
            strcpy(line + size, ends[number % 4]);
            compare(line);
        }
    }
}

static void check_count(const char *line, size_t expected)
{
    struct text cells[4];

    assert_int_equal(csv_line_split(text_of(line), comma, cells, 4), expected);
}

static void test_what_is_split(void **state)
{
    (void)state;
    check_count("a,b c, d \r\n", 3);
    check_count("\"a,b\" ,c\n", 2);
    check_count(",\n", 2);
}

static void test_what_is_left_to_libcsv(void **state)
{
    (void)state;
    check_count("a,b", 0);
    check_count(" \n", 0);
    check_count("\"a\n", 0);
    check_count("\"a\"\"b\",c\n", 0);
    check_count("5\" pipe,c\n", 0);
    check_count("a,b,c,d,e\n", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_short_lines_are_split_as_libcsv_does),
        cmocka_unit_test(test_what_is_split),
        cmocka_unit_test(test_what_is_left_to_libcsv),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
