#include "unit.h"

#include "render/book.h"

#ifndef PARE_WITHOUT_XLSX

#include <errno.h>
#include <stdio.h>
#include <unistd.h>
#include <zlib.h>

static FILE *begin(char *path)
{
    int file;

    strcpy(path, "/tmp/pare-book-XXXXXX");
    file = mkstemp(path);
    assert_true(file >= 0);
    return fdopen(file, "wb");
}

static void put(FILE *file, uint32_t value, int size)
{
    for (; size; size--, value >>= 8)
        fputc((int)(value & 255), file);
}

/* A part as zip files have it, with no more in its header than is asked for. */
static void put_part(FILE *file, const char *text, bool deflated, size_t cut)
{
    unsigned char packed[1024];
    z_stream stream = {.next_in = (unsigned char *)(uintptr_t)text,
                       .avail_in = (unsigned)strlen(text),
                       .next_out = packed,
                       .avail_out = sizeof packed};
    size_t size = strlen(text);

    memcpy(packed, text, size);
    if (deflated) {
        assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, 0), Z_OK);
        assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
        size = stream.total_out;
        deflateEnd(&stream);
    }
    size -= cut;
    put(file, 0x04034b50, 4);
    put(file, 20, 4);
    put(file, deflated ? 8 : 0, 2);
    put(file, 0, 8);
    put(file, (uint32_t)size, 4);
    put(file, (uint32_t)strlen(text), 4);
    put(file, 5, 2);
    put(file, 2, 2);
    fputs("a.xml..", file);
    fwrite(packed, 1, size, file);
}

/* What is said of a book with a good part, this one, and the list of parts behind. */
static int checked(const char *text, bool deflated, size_t cut, bool listed)
{
    char path[64];
    FILE *file = begin(path);
    int error;

    put_part(file, "<good/>", true, 0);
    put_part(file, text, deflated, cut);
    if (listed)
        put(file, 0x02014b50, 4);
    put(file, 0, 30);
    fclose(file);
    error = book_check(path);
    unlink(path);
    return error;
}

static void whole_parts_are_right(void **state)
{
    (void)state;
    assert_int_equal(checked("<a><b>1</b></a>", true, 0, true), 0);
    assert_int_equal(checked("<a><b>1</b></a>", false, 0, true), 0);
}

static void parts_that_are_cut_are_seen(void **state)
{
    (void)state;
    assert_int_equal(checked("<a><b>1</b>", true, 0, true), EIO);
    assert_int_equal(checked("<a><b>1</b>", false, 0, true), EIO);
    assert_int_equal(checked("<a><b>1</a>", true, 0, true), EIO);
    assert_int_equal(checked("", true, 0, true), EIO);
    assert_int_equal(checked("", false, 0, true), EIO);
    assert_int_equal(checked("<a><b>1</b></a>", true, 1, true), EIO);
    assert_int_equal(checked("<a><b>1</b></a>", false, 1, true), EIO);
}

static void a_book_that_ends_early_is_seen(void **state)
{
    char path[64];
    FILE *file = begin(path);

    (void)state;
    fclose(file);
    assert_int_equal(book_check(path), EIO);
    unlink(path);
    assert_int_equal(book_check(path), ENOENT);
    assert_int_equal(checked("<a/>", true, 0, false), EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_parts_are_right),
        cmocka_unit_test(parts_that_are_cut_are_seen),
        cmocka_unit_test(a_book_that_ends_early_is_seen),
    };
    return cmocka_run_group_tests_name("render/book", tests, NULL, NULL);
}

#else

int main(void)
{
    return 0;
}

#endif
