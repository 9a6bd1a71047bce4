#include "unit.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/out.h"
#include "input/csv_reader.h"

/* Rows as text: cells in <>, rows ended by their line number. */
static struct out *read_all(const char *text, size_t size, struct csv_dialect dialect, size_t block,
                            unsigned threads, struct diag *diag)
{
    struct out *out = out_memory();
    struct source source;
    struct csv_reader *reader;
    struct csv_row *row;
    uint32_t i;

    source_of_text(&source, "x.csv", text_make(text, size));
    reader = csv_reader_new(&source, dialect, block, diag);
    while ((row = csv_reader_next(reader))) {
        for (i = 0; i < row->count; i++) {
            struct place place = csv_reader_place(reader, row, i);

            out_printf(out, "%u:%u<%.*s>", place.line, place.column, TEXT_ARGS(row->cells[i]));
        }
        out_printf(out, "@%u+%zu\n", (unsigned)row->offset, row->raw.size);
        csv_reader_start_threads(reader, threads);
    }
    if (csv_reader_failed(reader))
        out_string(out, "failed\n");
    if (diag)
        diag_print(diag, SEVERITY_NOTE, 20, out);
    csv_reader_free(reader);
    source_close(&source);
    return out;
}

static const struct csv_dialect comma = {',', '"'};

/* Reads with every block size from 1 to the length and more, in one thread and in several: all must
 * give the same. */
static void check(const char *text, const char *expected)
{
    size_t size = strlen(text);
    size_t block;

    for (block = 2; block < 2 * (size + 3); block++) {
        struct diag *diag = diag_new();
        struct out *out = read_all(text, size, comma, block / 2, block % 2 ? 3 : 1, diag);

        if (!text_equal(out_written(out), text_of(expected)))
            print_message("%.*s\n", TEXT_ARGS(out_written(out)));
        assert_text(out_written(out), expected);
        out_abandon(out);
        diag_free(diag);
    }
}

static void test_plain(void **state)
{
    (void)state;
    check("a,b\n1,2\n", "1:1<a>1:3<b>@0+4\n2:1<1>2:3<2>@4+4\n");
    check("a,b\r\n1, 2\r\n", "1:1<a>1:3<b>@0+5\n2:1<1>2:4<2>@5+6\n");
    check("a,b\r1,2", "1:1<a>1:3<b>@0+4\n2:1<1>2:3<2>@4+3\n");
    check("a\n\n\r\nb\r\rc,", "1:1<a>@0+2\n4:1<b>@5+2\n6:1<c>6:3<>@8+2\n");
    check("", "");
}

static void test_quotes(void **state)
{
    (void)state;
    check("a,\"b\nc\",d\ne\n", "1:1<a>1:3<b\nc>2:4<d>@0+10\n3:1<e>@10+2\n");
    check("\"a\"\"b\" , \"c,d\"\n\"x\"", "1:1<a\"b>1:10<c,d>@0+15\n2:1<x>@15+3\n");
    check("\"a\r\nb\",\"\"\n", "1:1<a\r\nb>2:4<>@0+10\n");
}

static void test_stray_quotes(void **state)
{
    (void)state;
    check(
        "5\" pipe,b\nc\n",
        "1:1<5\" pipe>1:9<b>@0+10\n2:1<c>@10+2\n"
        "x.csv:1:2: warning: a quote stands inside a cell and was read as text; write it twice and "
        "put the cell in quotes\n");
    /* The next quote before a delimiter closes the cell. */
    check("\"he said \"no, never\" to me\",b\n", "1:1<he said \"no, never\" to me>1:29<b>@0+30\n"
                                                 "x.csv:1:10: warning: a quote stands inside a "
                                                 "cell and was read as text; write it twice and "
                                                 "put the cell in quotes\n");
    /* No other quote closes it: it ends at the delimiter. */
    check(
        "\"ab\"cd,x\ne,f\n",
        "1:1<ab\"cd>1:8<x>@0+9\n2:1<e>2:3<f>@9+4\n"
        "x.csv:1:4: warning: a quote stands inside a cell and was read as text; write it twice and "
        "put the cell in quotes\n");
    check(
        "\"ab\"cd",
        "1:1<ab\"cd>@0+6\n"
        "x.csv:1:4: warning: a quote stands inside a cell and was read as text; write it twice and "
        "put the cell in quotes\n");
}

static void test_unclosed_quote(void **state)
{
    (void)state;
    check("a,b\nc, \"d\ne,f\n",
          "1:1<a>1:3<b>@0+4\nfailed\n"
          "x.csv:2:4: error: the quote that begins here is never closed; close it, or remove it\n");
}

/* The next cell in quotes would close it; what is between is not to be lost in one cell. */
static void test_unclosed_quote_before_other_quotes(void **state)
{
    (void)state;
    check("a,b\n\"c,d\ne,f\ng,\"h\"\ni,j\n",
          "1:1<a>1:3<b>@0+4\nfailed\n"
          "x.csv:2:1: error: the quote that begins here is never closed; close it, or remove it\n");
    /* Inside a text of several lines a quote is a stray one. */
    check(
        "\"a\nsays \"b\" c\nd\",e\n",
        "1:1<a\nsays \"b\" c\nd>3:4<e>@0+19\n"
        "x.csv:2:6: warning: a quote stands inside a cell and was read as text; write it twice and "
        "put the cell in quotes\n");
}

static void expect_long_row(const char *text, size_t size, const char *error)
{
    struct diag *diag = diag_new();
    struct out *out = read_all(text, size, comma, 0, 2, diag);
    char expected[200];

    snprintf(expected, sizeof expected, "1:1<a>1:3<b>@0+4\nfailed\nx.csv:2:%s\n", error);
    assert_text(out_written(out), expected);
    out_abandon(out);
    diag_free(diag);
}

static void test_long_row_is_an_error(void **state)
{
    static const char open[] =
        "3: error: the quote that begins here is still open where the row reaches 8 MiB, the most "
        "that is read; close it, or shorten the text";
    size_t size = (size_t)9 << 20;
    char *text = memory_alloc(size, 1);

    (void)state;
    memset(text, 'x', size);
    memcpy(text, "a,b\n1,\"", 7);
    expect_long_row(text, size, open);
    /* Closed in the end, or without quotes. */
    memcpy(text + size - 3, "\"\n", 3);
    expect_long_row(text, size - 1, open);
    text[6] = 'x';
    expect_long_row(text, size - 3,
                    "1: error: this row is longer than 8 MiB, the most that is read; is it a CSV "
                    "file?");
    memory_free(text);
}

/* Two rows of so many cells: how many are given out, and what is told. */
static void check_many_cells(size_t cells, char last, const char *expected)
{
    size_t size = 2 * cells + (last ? 2 : 0), i, block;
    char *text = memory_alloc(size, 1);

    memset(text, ',', size);
    text[cells - 1] = text[2 * cells - 1] = '\n';
    if (last) {
        text[2 * cells - 1] = last;
        text[2 * cells] = '\n';
        size = 2 * cells + 1;
    }
    for (block = 0; block < 3; block++) {
        struct diag *diag = diag_new();
        struct out *out = out_memory();
        struct source source;
        struct csv_reader *reader;
        struct csv_row *row;

        source_of_text(&source, "x.csv", text_make(text, size));
        reader = csv_reader_new(&source, comma, block * 50000, diag);
        for (i = 0; (row = csv_reader_next(reader)); i++)
            out_printf(out, "%u ", row->count);
        diag_print(diag, SEVERITY_NOTE, 20, out);
        assert_text(out_written(out), expected);
        out_abandon(out);
        csv_reader_free(reader);
        source_close(&source);
        diag_free(diag);
    }
    memory_free(text);
}

static void test_cells_beyond_the_cap_are_told(void **state)
{
    (void)state;
    check_many_cells(1 << 16, 'x', "65536 65536 ");
    check_many_cells((1 << 16) + 1, 0, "65536 65536 ");
    check_many_cells((1 << 16) + 1, 'x',
                     "65536 65536 x.csv:2:1: warning: this row has more than 65536 cells; those "
                     "beyond are left out\n");
}

/* Threads guess where rows begin; here most guesses are wrong, and what they make of it is not
 * told. */
static void test_cuts_inside_rows(void **state)
{
    struct out *text = out_memory(), *expected = out_memory(), *out;
    struct diag *diag;
    unsigned line = 1, threads;
    size_t i, at;

    (void)state;
    for (i = 0; i < 100; i++) {
        at = out_written(text).size;
        out_printf(text, "%zu,\"one\nx,\"\"y\n, ,\n\n\"\n", i);
        out_printf(expected, "%u:1<%zu>%u:%u<one\nx,\"y\n, ,\n\n>@%zu+%zu\n", line, i, line,
                   i < 10 ? 3 : 4, at, out_written(text).size - at);
        line += 5;
    }
    for (threads = 1; threads < 5; threads++) {
        diag = diag_new();
        out = read_all(out_written(text).data, out_written(text).size, comma, 20, threads, diag);
        assert_true(text_equal(out_written(out), out_written(expected)));
        assert_int_equal(diag_stored(diag), 0);
        out_abandon(out);
        diag_free(diag);
    }
    out_abandon(text);
    out_abandon(expected);
}

static void test_nul_is_told_and_a_blank(void **state)
{
    static const char bytes[] = "a\0b,c\nd,\"e\nf\0g\0\"\n";
    size_t block;

    (void)state;
    for (block = 1; block <= sizeof bytes; block++) {
        struct diag *diag = diag_new();
        struct out *out = read_all(bytes, sizeof bytes - 1, comma, block, 1, diag);

        assert_text(out_written(out),
                    "1:1<a b>1:5<c>@0+6\n2:1<d>2:3<e\nf g>@6+11\n"
                    "x.csv:1:2: warning: a NUL byte stands here and was read as a blank; "
                    "was the file damaged on its way?\n"
                    "x.csv:3:2: warning: a NUL byte stands here and was read as a blank; "
                    "was the file damaged on its way?\n");
        out_abandon(out);
        diag_free(diag);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_stray_quotes),
        cmocka_unit_test(test_unclosed_quote),
        cmocka_unit_test(test_unclosed_quote_before_other_quotes),
        cmocka_unit_test(test_long_row_is_an_error),
        cmocka_unit_test(test_cells_beyond_the_cap_are_told),
        cmocka_unit_test(test_cuts_inside_rows),
        cmocka_unit_test(test_nul_is_told_and_a_blank),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
