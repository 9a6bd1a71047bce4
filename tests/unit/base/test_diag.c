#include "unit.h"

#include "base/diag.h"
#include "base/out.h"

static struct place at(uint32_t line, uint32_t column)
{
    struct place place = {"list.csv", line, column};

    return place;
}

static void prints_place_severity_and_text(void **state)
{
    struct diag *diag = diag_new();
    struct out *out = out_memory();
    struct place nowhere = {NULL, 0, 0};
    (void)state;

    diag_add(diag, SEVERITY_WARNING, "ragged", at(3, 14), "%d cells, the header has %d", 5, 6);
    diag_add(diag, SEVERITY_NOTE, "note", at(0, 0), "read as UTF-8");
    diag_add(diag, SEVERITY_ERROR, "gone", nowhere, "no file");
    diag_print(diag, SEVERITY_NOTE, DIAG_SHOWN, out);
    assert_text(out_written(out), "list.csv:3:14: warning: 5 cells, the header has 6\n"
                                  "list.csv: note: read as UTF-8\n"
                                  "pare: error: no file\n");
    out_close(out);
    diag_free(diag);
}

static void shows_twenty_of_a_kind_and_counts_the_rest(void **state)
{
    struct diag *diag = diag_new();
    struct out *out = out_memory();
    struct text printed;
    size_t lines = 0, i;
    (void)state;

    for (i = 0; i < DIAG_KEPT + 5; i++)
        diag_add(diag, SEVERITY_WARNING, "ragged", at((uint32_t)i + 1, 0), "short");
    diag_add(diag, SEVERITY_WARNING, "other", at(1, 1), "odd");
    assert_int_equal(diag_stored(diag), DIAG_KEPT + 1);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), DIAG_KEPT + 6);
    diag_print(diag, SEVERITY_WARNING, DIAG_SHOWN, out);
    printed = out_written(out);
    for (i = 0; i < printed.size; i++)
        lines += printed.data[i] == '\n';
    assert_int_equal(lines, DIAG_SHOWN + 1 + 1);
    assert_true(text_search(printed, "9985 more of the kind \"ragged\"") < printed.size);
    out_close(out);
    diag_free(diag);
}

static void prints_only_from_the_severity_asked_for(void **state)
{
    struct diag *diag = diag_new();
    struct out *out = out_memory();
    (void)state;

    diag_add(diag, SEVERITY_NOTE, "a", at(1, 1), "small");
    diag_print(diag, SEVERITY_ERROR, DIAG_SHOWN, out);
    assert_int_equal(out_written(out).size, 0);
    out_close(out);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_place_severity_and_text),
        cmocka_unit_test(shows_twenty_of_a_kind_and_counts_the_rest),
        cmocka_unit_test(prints_only_from_the_severity_asked_for),
    };
    return cmocka_run_group_tests_name("base/diag", tests, NULL, NULL);
}
