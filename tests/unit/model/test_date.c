#include "unit.h"

#include <time.h>

#include "model/date.h"

static void knows_the_calendar(void **state)
{
    int year, month, day;
    (void)state;
    assert_int_equal(date_make(1970, 1, 1), 0);
    assert_int_equal(date_make(2000, 3, 1), 11017);
    assert_int_equal(date_weekday(date_make(2026, 3, 12)), 3); /* a Thursday */
    assert_int_equal(date_weekday(date_make(1969, 12, 28)), 6);
    for (int32_t date = date_make(1899, 12, 1); date < date_make(2101, 3, 2); date++) {
        date_parts(date, &year, &month, &day);
        assert_int_equal(date_make(year, month, day), date);
    }
}

static const struct {
    const char *text, *date; /* NULL: needs the order; "": no date */
    enum date_order order;
} examples[] = {
    {"2026-03-12", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"2026-03-12T08:30:00Z", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"2026-03-12 08:30:00.123+02:00", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"20260312", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"2026/3/12", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"12 Mar 2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"12-Mar-26", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"March 12, 2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"Thursday, 12th of March 2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"12. M\xC3\xA4rz 2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"le 1er ao\xC3\xBBt 2025", "2025-08-01", DATE_ORDER_UNKNOWN},
    {"3 de enero de 2025", "2025-01-03", DATE_ORDER_UNKNOWN},
    {"13/02/2026", "2026-02-13", DATE_ORDER_UNKNOWN},
    {"02/13/2026", "2026-02-13", DATE_ORDER_UNKNOWN},
    {"10/13/2021 12:00:00 AM", "2021-10-13", DATE_ORDER_UNKNOWN},
    {"05/05/2025", "2025-05-05", DATE_ORDER_UNKNOWN},
    {"12.03.2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"12/03/2026", "2026-03-12", DATE_ORDER_DMY},
    {"12/03/2026", "2026-12-03", DATE_ORDER_MDY},
    {"12.03.2026", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"3/12/26", "2026-03-12", DATE_ORDER_MDY},
    {"3/12/99", "1999-12-03", DATE_ORDER_DMY},
    {"13/02/2026", "", DATE_ORDER_MDY},
    {"29/02/2025", "", DATE_ORDER_UNKNOWN},
    {"29/02/2024", "2024-02-29", DATE_ORDER_UNKNOWN},
    {"2026-13-01", "", DATE_ORDER_UNKNOWN},
    {"31 September 2026", "", DATE_ORDER_UNKNOWN},
    {"March 2026", "", DATE_ORDER_UNKNOWN},
    {"45213", "", DATE_ORDER_UNKNOWN},
    {"12/03/2026 and later", "", DATE_ORDER_UNKNOWN},
    {"20260312T0830", "", DATE_ORDER_UNKNOWN},
    {"20260312 08:30", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"20261312", "", DATE_ORDER_UNKNOWN},
    {"202603121", "", DATE_ORDER_UNKNOWN},
    {"12345678901234", "", DATE_ORDER_UNKNOWN},
    {"2026-03-1x", "", DATE_ORDER_UNKNOWN},
    {"2026/03/121", "", DATE_ORDER_UNKNOWN},
    {"0000-00-00", "", DATE_ORDER_UNKNOWN},
    {"1850-01-01", "1850-01-01", DATE_ORDER_UNKNOWN},
    {"9999-12-31", "9999-12-31", DATE_ORDER_UNKNOWN},
    {"1900-02-29", "", DATE_ORDER_UNKNOWN},
    {"2000-02-29", "2000-02-29", DATE_ORDER_UNKNOWN},
    {"2026-01-00", "", DATE_ORDER_UNKNOWN},
    {"2026-00-01", "", DATE_ORDER_UNKNOWN},
    {"123/4/2026", "", DATE_ORDER_UNKNOWN},
    {"4/123/2026", "", DATE_ORDER_UNKNOWN},
    {"4/5/202", "", DATE_ORDER_UNKNOWN},
    {"4/5/6", "", DATE_ORDER_UNKNOWN},
    {"12 March April", "", DATE_ORDER_UNKNOWN},
    {"March April 2026", "", DATE_ORDER_UNKNOWN},
    {"12 2026 March", "", DATE_ORDER_UNKNOWN},
    {"13 14 2026", "", DATE_ORDER_UNKNOWN},
    {"03/04/2026", NULL, DATE_ORDER_UNKNOWN},
    {"02/13/2026", "", DATE_ORDER_DMY},
    {"12 Mar 2026 at noon", "", DATE_ORDER_UNKNOWN},
    {"12 Mar 2026 08:30 Uhr", "2026-03-12", DATE_ORDER_UNKNOWN},
    {"12 Mar 2026 10;30", "", DATE_ORDER_UNKNOWN},
    {"12 Mar 2026 1030", "", DATE_ORDER_UNKNOWN},
    {"12 Mar 2026 pm:1", "", DATE_ORDER_UNKNOWN},
    {"12 Smarch 2026", "", DATE_ORDER_UNKNOWN},
    {"12 * 2026", "", DATE_ORDER_UNKNOWN},
    {"03.04.26", "2026-04-03", DATE_ORDER_UNKNOWN},
    {"soon", "", DATE_ORDER_UNKNOWN},
    {"", "", DATE_ORDER_UNKNOWN},
};

static void reads_dates_as_people_write_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        int32_t date = 4711;
        char buffer[16];
        enum date_result result = date_parse(text_of(examples[i].text), examples[i].order, &date);
        if (!examples[i].date) {
            assert_int_equal(result, DATE_NEEDS_ORDER);
        } else if (!*examples[i].date) {
            assert_int_equal(result, DATE_BAD);
        } else {
            assert_int_equal(result, DATE_OK);
            assert_text(date_format(date, buffer), examples[i].date);
        }
        if (result != DATE_OK)
            assert_int_equal(date, 4711);
    }
}

static void finds_the_order_of_a_column(void **state)
{
    (void)state;
    assert_int_equal(date_reveals_order(text_of("13/02/2026")), DATE_ORDER_DMY);
    assert_int_equal(date_reveals_order(text_of("02/13/2026")), DATE_ORDER_MDY);
    assert_int_equal(date_reveals_order(text_of("02/03/2026")), DATE_ORDER_UNKNOWN);
    assert_int_equal(date_reveals_order(text_of("05/05/2026")), DATE_ORDER_UNKNOWN);
    assert_int_equal(date_reveals_order(text_of("2026-02-13")), DATE_ORDER_UNKNOWN);
    assert_int_equal(date_reveals_order(text_of("13 Feb 2026")), DATE_ORDER_UNKNOWN);
    assert_int_equal(date_reveals_order(text_of("n/a")), DATE_ORDER_UNKNOWN);
}

static void today_follows_source_date_epoch(void **state)
{
    static const char *const wrong[] = {
        "yesterday",       "86400 s", " 86400", "-86400", "1e9",
        "999999999999999", "0x10",    "+1",     "1.5",    "99999999999999999999999"};
    int32_t before = (int32_t)(time(NULL) / 86400), today = 0;
    (void)state;
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "86400", 1), 0);
    assert_true(date_today(&today));
    assert_int_equal(today, 1);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(setenv("SOURCE_DATE_EPOCH", wrong[i], 1), 0);
        assert_false(date_today(&today));
    }
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "", 1), 0);
    assert_true(date_today(&today));
    assert_in_range(today - before, 0, 1); /* midnight may have passed */
    assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
    assert_true(date_today(&today));
    assert_in_range(today - before, 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_calendar),
        cmocka_unit_test(reads_dates_as_people_write_them),
        cmocka_unit_test(finds_the_order_of_a_column),
        cmocka_unit_test(today_follows_source_date_epoch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
