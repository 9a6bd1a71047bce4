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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_as_people_write_them),
        cmocka_unit_test(finds_the_mark_of_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
