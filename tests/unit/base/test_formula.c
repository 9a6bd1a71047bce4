#include "unit.h"

#include "base/formula.h"

static void what_spreadsheets_run_is_guarded(void **state)
{
    static const char *const run[] = {
        "=1+1", "+1",  "-x",  "-1-1", "@SUM",          "  =x",           "'=x",
        "''+x", "\tx", "\rx", "'\tx", "\xef\xbc\x9dx", " \xef\xbc\xa0x", "-"};
    static const char *const harmless[] = {"",    " ", "x",  "a=b", "-12", "-12.5",
                                           "12.", "'", "'x", "1-2", "' x", "\xef\xbc\x81x"};
    (void)state;
    for (size_t i = 0; i < sizeof run / sizeof *run; i++)
        if (!formula_needs_guard(text_of(run[i])))
            fail_msg("\"%s\" is not guarded", run[i]);
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (formula_needs_guard(text_of(harmless[i])))
            fail_msg("\"%s\" is guarded", harmless[i]);
}

/* All texts of up to six of these bytes come back as they were. */
static void guarding_and_taking_off_gives_the_text(void **state)
{
    static const char bytes[] = {'\'', '=', '-', '1', '.', ' ', '\t', 'x'};
    (void)state;
    for (unsigned number = 0; number < 8u * 8 * 8 * 8 * 8 * 8; number++) {
        char guarded[8] = "'";
        for (unsigned i = 0; i < 6; i++)
            guarded[i + 1] = bytes[number >> (3 * i) & 7];
        for (size_t size = 0; size <= 6; size++) {
            struct text t = text_make(guarded + 1, size);
            struct text written = formula_needs_guard(t) ? text_make(guarded, size + 1) : t;
            if (!text_equal(formula_unguarded(written), t))
                fail_msg("\"%.*s\" does not come back", TEXT_ARGS(t));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_spreadsheets_run_is_guarded),
        cmocka_unit_test(guarding_and_taking_off_gives_the_text),
    };
    return cmocka_run_group_tests_name("base/formula", tests, NULL, NULL);
}
