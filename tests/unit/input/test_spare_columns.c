#include "unit.h"

#include "reading.h"

/* Six reports, three names twice; what stands in the column X is given by row. */
static struct inventory *read_column(const char *header, const char *const cells[6])
{
    char csv[1024];
    int size = snprintf(csv, sizeof csv, "Id,Report,%s,Frequency\n", header);

    for (int i = 0; i < 6; i++)
        size += snprintf(csv + size, sizeof csv - (size_t)size, "R%d,Report %c,%s,weekly\n", i,
                         'A' + i / 2, cells[i]);
    return read_string(csv, NULL);
}

static size_t kept(const char *header, const char *const cells[6])
{
    struct inventory *inventory = read_column(header, cells);
    size_t count = inventory->spare_count;

    inventory_free(inventory);
    return count;
}

static void test_values_are_kept(void **state)
{
    static const char *const cells[6] = {"Aspen", "Birch", "aspen", "Birch", "BIRCH", "Aspen"};
    struct inventory *inventory = read_column("Mill", cells);
    struct text value;

    (void)state;
    assert_int_equal(inventory->spare_count, 1);
    assert_text(inventory->spare_columns[0].header, "Mill");
    for (size_t i = 0; i < 6; i++) {
        value = inventory_spare(inventory, 0, i);
        assert_text(value, i == 0 || i == 2 || i == 5 ? "Aspen" : "BIRCH");
    }
    inventory_free(inventory);
}

static void test_what_tells_nothing_is_not_kept(void **state)
{
    static const struct {
        const char *header;
        const char *cells[6];
    } not_kept[] = {
        {"Mill", {"Aspen", "Aspen", "Birch", "Birch", "Aspen", "Birch"}}, /* shared by names */
        {"Mill", {"Aspen", "Birch", "Cedar", "Dogwood", "Elm", "Fir"}},   /* as many as rows */
        {"Mill", {"Aspen", "all", "Aspen", "all", "Aspen", "all"}},
        {"Mill", {"1", "2", "1", "2", "1", "2"}},
        {"Mill", {"Aspen", "2", "Aspen", "2", "Aspen", "2"}},
        {"Mill", {"yes", "no", "yes", "no", "yes", "no"}},
        {"Mill", {"active", "archived", "active", "archived", "active", "archived"}},
        {"Mill", {"2026-01-02", "2026-03-04", "2026-01-02", "2026-03-04", "2026-01-02", "-"}},
        {"Mill", {"10:30 pm", "11:30 pm", "10:30 pm", "11:30 pm", "10:30 pm", "11:30 pm"}},
        {"Mill", {"daily", "yearly", "daily", "yearly", "daily", "yearly"}},
        {"Mill", {"http://a", "http://b", "http://a", "http://b", "http://a", "http://b"}},
        {"Mill", {"high", "low", "high", "low", "high", "low"}},
        {"Mill",
         {"Aspen", "the mill on the river bank beside the railway", "Aspen", "Birch", "Aspen",
          "Birch"}},
        {"Asked by", {"Aspen", "Birch", "Aspen", "Birch", "Aspen", "Birch"}},
        {"Comments", {"Aspen", "Birch", "Aspen", "Birch", "Aspen", "Birch"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof not_kept / sizeof *not_kept; i++)
        if (kept(not_kept[i].header, not_kept[i].cells))
            fail_msg("column %zu is kept", i);
}

/* A row for each recipient: what the rows of a report agree in is kept, blanks aside. */
static void test_rows_of_one_report(void **state)
{
    struct inventory *inventory = read_string("Id,Report,Mill,Floor,Recipients\n"
                                              "1,A,Aspen,first,ann@x.org\n"
                                              "1,A,,second,bob@x.org\n"
                                              "2,A,Birch,first,ann@x.org\n"
                                              "3,B,Aspen,first,ann@x.org\n"
                                              "4,B,Birch,second,ann@x.org\n"
                                              "5,C,Aspen,first,ann@x.org\n"
                                              "6,C,Birch,second,ann@x.org\n",
                                              NULL);

    (void)state;
    assert_int_equal(inventory->count, 6);
    assert_int_equal(inventory->spare_count, 1);
    assert_text(inventory_spare(inventory, 0, 0), "Aspen");
    assert_text(inventory_spare(inventory, 0, 1), "Birch");
    inventory_free(inventory);
}

/* Accents are no difference, in words that say nothing neither; who owns a report is no value that
 * tells it apart. */
static void test_accents_and_people(void **state)
{
    static const char *const accents[6] = {"\xC3\x84hre", "Birch", "Ahre",
                                           "Birch",       "AHRE",  "Birch"};
    static const char *const vague[6] = {"\xC3\x81ll", "Birch",      "all",
                                         "Birch",      "\xC3\x81ll", "Birch"};
    static const char *const people[6] = {"Ann Lee", "Bob Ray", "Ann Lee",
                                          "Bob Ray", "Ann Lee", "Bob Ray"};
    struct inventory *inventory = read_column("Mill", accents);

    (void)state;
    assert_int_equal(inventory->spare_count, 1);
    for (size_t i = 0; i < 6; i += 2)
        assert_text(inventory_spare(inventory, 0, i), "AHRE");
    inventory_free(inventory);
    assert_int_equal(kept("Mill", vague), 0);
    assert_int_equal(kept("Mill", people), 1);
    inventory = read_string("Id,Report,Mill,Owner\n"
                            "1,A,Ann Lee,Ann Lee\n2,A,Bob Ray,Cid Fox\n"
                            "3,B,Ann Lee,Cid Fox\n4,B,Bob Ray,Cid Fox\n"
                            "5,C,Ann Lee,Cid Fox\n6,C,Bob Ray,Cid Fox\n",
                            NULL);
    assert_int_equal(inventory->spare_count, 0);
    inventory_free(inventory);
}

/* A column is the same one in the next file, and nothing stands in it in a file without it. */
static void test_several_files(void **state)
{
    static const char *const parts[] = {
        "Id,Mill,Report\n1,Aspen,A\n2,Birch,A\n3,Aspen,B\n", "Id,Report\n4,D\n",
        "Id,Report,Floor,Mill\n5,B,x,Birch\n6,C,x,Aspen\n7,C,x,Birch\n"};
    static const char *const expected[] = {"Aspen", "Birch", "Aspen", "",
                                           "Birch", "Aspen", "Birch"};
    static const struct input_options none;
    struct reading_files files = {.count = 0};
    struct assumptions assumptions;
    struct inventory *inventory;
    const char *names[3];

    (void)state;
    for (size_t i = 0; i < 3; i++)
        names[i] = reading_file(&files, parts[i], strlen(parts[i]));
    assumptions_init(&assumptions);
    inventory = inventory_read(names, 3, &none, &assumptions);
    reading_clear(&files);
    assert_int_equal(inventory->count, 7);
    assert_int_equal(inventory->spare_count, 1);
    for (size_t i = 0; i < 7; i++)
        assert_text(inventory_spare(inventory, 0, i), expected[i]);
    inventory_free(inventory);
}

/* Titles between the rows go, and the values stay with their reports. */
static void test_titles_go(void **state)
{
    struct inventory *inventory = read_string("Report,Mill,Frequency\n"
                                              "SOUTH,,\n"
                                              "A,Aspen,weekly\nA,Birch,weekly\n"
                                              "NORTH,,\n"
                                              "B,Aspen,weekly\nB,Birch,weekly\n"
                                              "C,Aspen,weekly\nC,Birch,weekly\n",
                                              NULL);

    (void)state;
    assert_int_equal(inventory->count, 6);
    assert_int_equal(inventory->spare_count, 1);
    for (size_t i = 0; i < 6; i++)
        assert_text(inventory_spare(inventory, 0, i), i % 2 ? "Birch" : "Aspen");
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_are_kept),
        cmocka_unit_test(test_what_tells_nothing_is_not_kept),
        cmocka_unit_test(test_rows_of_one_report),
        cmocka_unit_test(test_accents_and_people),
        cmocka_unit_test(test_several_files),
        cmocka_unit_test(test_titles_go),
    };

    return cmocka_run_group_tests_name("spare columns", tests, NULL, NULL);
}
