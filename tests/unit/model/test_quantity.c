#include "unit.h"

#include "model/quantity.h"

static const struct {
    const char *text;
    enum quantity_unit unit;
    enum decimal_mark mark;
    double value; /* NAN: no number */
} examples[] = {
    {"12", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 12},
    {"-12.5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, -12.5},
    {"1,234.50", QUANTITY_MONEY, DECIMAL_UNKNOWN, 1234.5},
    {"1.234,50", QUANTITY_MONEY, DECIMAL_UNKNOWN, 1234.5},
    {"1 234,5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234.5},
    {"1\xC2\xA0"
     "234,5",
     QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234.5},
    {"1'234.50", QUANTITY_MONEY, DECIMAL_UNKNOWN, 1234.5},
    {"1.234", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1.234},
    {"1.234", QUANTITY_PLAIN, DECIMAL_COMMA, 1234},
    {"1,234", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234},
    {"1,234", QUANTITY_PLAIN, DECIMAL_COMMA, 1.234},
    {"0,125", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 0.125},
    {"12,5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 12.5},
    {"1,234,567", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234567},
    {"1.234.567,89", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234567.89},
    {".5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 0.5},
    {"$1,200", QUANTITY_MONEY, DECIMAL_UNKNOWN, 1200},
    {"1.200,00 \xE2\x82\xAC", QUANTITY_MONEY, DECIMAL_UNKNOWN, 1200},
    {"EUR 1.200", QUANTITY_MONEY, DECIMAL_COMMA, 1200},
    {"(1,200.00)", QUANTITY_MONEY, DECIMAL_UNKNOWN, -1200},
    {"12 %", QUANTITY_SHARE, DECIMAL_UNKNOWN, 0.12},
    {"12,5%", QUANTITY_SHARE, DECIMAL_UNKNOWN, 0.125},
    {"0.4", QUANTITY_SHARE, DECIMAL_UNKNOWN, 0.4},
    {"2h30", QUANTITY_HOURS, DECIMAL_UNKNOWN, 2.5},
    {"2h30", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 150},
    {"90 min", QUANTITY_HOURS, DECIMAL_UNKNOWN, 1.5},
    {"1 h 15 min", QUANTITY_HOURS, DECIMAL_UNKNOWN, 1.25},
    {"2:30", QUANTITY_HOURS, DECIMAL_UNKNOWN, 2.5},
    {"0:45:00", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 45},
    {"1.5 hrs.", QUANTITY_HOURS, DECIMAL_UNKNOWN, 1.5},
    {"3 Stunden", QUANTITY_HOURS, DECIMAL_UNKNOWN, 3},
    {"45", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 45},
    {"2 days", QUANTITY_HOURS, DECIMAL_UNKNOWN, 16},
    {"0,5 Tage", QUANTITY_HOURS, DECIMAL_UNKNOWN, 4},
    {"1 day 2 h", QUANTITY_HOURS, DECIMAL_UNKNOWN, 10},
    {"ca. 1 jour", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 480},
    {"2 days 30", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"2 days", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"2 days", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"30 min 20", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 30 + 20 / 60.0},
    {"30 s", QUANTITY_MINUTES, DECIMAL_UNKNOWN, 0.5},
    {"5 EUR 30", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"5 EUR 30 min", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"5 h 3 EUR", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"EUR 5 EUR", QUANTITY_MONEY, DECIMAL_UNKNOWN, 5},
    {"EUR 5", QUANTITY_SHARE, DECIMAL_UNKNOWN, NAN},
    {"EUR 5 h", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"h 5", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"EUR", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"+5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 5},
    {"-0:30", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"(0:30)", QUANTITY_HOURS, DECIMAL_UNKNOWN, -0.5},
    {"(5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1:2:3:4", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"1::3", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"1:x", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"90:00", QUANTITY_HOURS, DECIMAL_UNKNOWN, 90},
    {"1_234_567", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234567},
    {"1 234 567", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 1234567},
    {"1 23", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1234,567,890", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1.234 567", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1.234'567,5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"0,123", QUANTITY_PLAIN, DECIMAL_COMMA, 0.123},
    {"5.", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {",5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 0.5},
    {"12345678901234567890", QUANTITY_PLAIN, DECIMAL_UNKNOWN, 12345678901234567890.0},
    {"12.34.56", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1,23,456", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"12 %", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"90 min", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
    {"2:75", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"about 5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"about 2h", QUANTITY_HOURS, DECIMAL_UNKNOWN, 2},
    {"ca. 90 min", QUANTITY_HOURS, DECIMAL_UNKNOWN, 1.5},
    {"~1,5 Std.", QUANTITY_HOURS, DECIMAL_COMMA, 1.5},
    {"about two", QUANTITY_HOURS, DECIMAL_UNKNOWN, NAN},
    {"5 apples", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"1e5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"inf", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"--5", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"-", QUANTITY_PLAIN, DECIMAL_UNKNOWN, NAN},
    {"$", QUANTITY_MONEY, DECIMAL_UNKNOWN, NAN},
};

static void reads_numbers_as_people_write_them(void **state)
{
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        double value = 4711;
        bool read =
            quantity_parse(text_of(examples[i].text), examples[i].unit, examples[i].mark, &value);
        bool right = isnan(examples[i].value) ? !read && fabs(value - 4711) < 1e-9
                                              : read && fabs(value - examples[i].value) < 1e-9;
        if (!right)
            print_message("%s: %d %g\n", examples[i].text, read, value);
        wrong += !right;
    }
    assert_int_equal(wrong, 0);
}

static void finds_the_mark_of_a_column(void **state)
{
    (void)state;
    assert_int_equal(quantity_reveals_mark(text_of("1.234,5")), DECIMAL_COMMA);
    assert_int_equal(quantity_reveals_mark(text_of("1,234.5")), DECIMAL_POINT);
    assert_int_equal(quantity_reveals_mark(text_of("1,234")), DECIMAL_UNKNOWN);
    assert_int_equal(quantity_reveals_mark(text_of("1.234")), DECIMAL_UNKNOWN);
    assert_int_equal(quantity_reveals_mark(text_of("12,5")), DECIMAL_COMMA);
    assert_int_equal(quantity_reveals_mark(text_of("EUR 12.50")), DECIMAL_POINT);
    assert_int_equal(quantity_reveals_mark(text_of("1.234.567")), DECIMAL_COMMA);
    assert_int_equal(quantity_reveals_mark(text_of("1,234,567")), DECIMAL_POINT);
    assert_int_equal(quantity_reveals_mark(text_of("0,125")), DECIMAL_COMMA);
    assert_int_equal(quantity_reveals_mark(text_of("12")), DECIMAL_UNKNOWN);
    assert_int_equal(quantity_reveals_mark(text_of("n/a")), DECIMAL_UNKNOWN);
}

static void tells_days(void **state)
{
    (void)state;
    assert_true(quantity_is_in_days(text_of("2 days")));
    assert_true(quantity_is_in_days(text_of("ca. 1,5 Tage")));
    assert_true(quantity_is_in_days(text_of("1 day 2 h")));
    assert_false(quantity_is_in_days(text_of("2 h")));
    assert_false(quantity_is_in_days(text_of("12")));
    assert_false(quantity_is_in_days(text_of("one day")));
    assert_false(quantity_is_in_days(text_of("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_as_people_write_them),
        cmocka_unit_test(finds_the_mark_of_a_column),
        cmocka_unit_test(tells_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
