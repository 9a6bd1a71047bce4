/* The same input gives the same bytes, wherever and however pare runs. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

static void check_equal(const char *a, const char *b)
{
    int status_a, status_b;
    char *output_a = pare_output(a, &status_a), *output_b = pare_output(b, &status_b);

    assert_int_equal(status_a, 0);
    assert_int_equal(status_b, 0);
    assert_true(strlen(output_a) > 100);
    if (strcmp(output_a, output_b) != 0)
        fail_msg("\"%s\" and \"%s\" print different things", a, b);
    free(output_a);
    free(output_b);
}

#define AUDIT "SOURCE_DATE_EPOCH=1764547200 pare audit -q samples/hospital.csv -f "

static void test_again(void **state)
{
    (void)state;
    check_equal(AUDIT "json", AUDIT "json");
}

static void test_locale(void **state)
{
    (void)state;
    check_equal("LC_ALL=C " AUDIT "json", "LC_ALL=de_DE.UTF-8 " AUDIT "json");
    check_equal("LC_ALL=C COLUMNS=80 " AUDIT "terminal",
                "LC_ALL=tr_TR.UTF-8 COLUMNS=80 " AUDIT "terminal");
}

static void test_time_zone(void **state)
{
    (void)state;
    check_equal("TZ=UTC " AUDIT "json", "TZ=Pacific/Kiritimati " AUDIT "json");
}

static void test_threads(void **state)
{
    (void)state;
    check_equal(AUDIT "json --threads 1", AUDIT "json --threads 4");
}

static void test_other_folder(void **state)
{
    (void)state;
    check_equal("cd samples && SOURCE_DATE_EPOCH=1764547200 pare audit -q hospital.csv -f json",
                "d=$(mktemp -d) && cp samples/hospital.csv \"$d\" && cd \"$d\" && "
                "SOURCE_DATE_EPOCH=1764547200 pare audit -q hospital.csv -f json; "
                "s=$?; rm -r \"$d\"; exit $s");
}

static void test_standard_input(void **state)
{
    (void)state;
    check_equal(
        "SOURCE_DATE_EPOCH=1764547200 pare audit -q samples/hospital.csv -f csv --table findings",
        "SOURCE_DATE_EPOCH=1764547200 pare audit -q - -f csv --table findings < "
        "samples/hospital.csv");
}

#define PROPOSE "SOURCE_DATE_EPOCH=1764547200 pare propose -q hospital.csv --to Board -f "

static void test_proposal(void **state)
{
    static const char *const formats[] = {"html", "markdown", "terminal"};
    char here[1000], there[1000];

    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        snprintf(here, sizeof here,
                 "cd samples && LC_ALL=C TZ=UTC COLUMNS=80 " PROPOSE "%s --threads 1", formats[i]);
        snprintf(there, sizeof there,
                 "d=$(mktemp -d) && cp samples/hospital.csv \"$d\" && cd \"$d\" && "
                 "LC_ALL=de_DE.UTF-8 TZ=Pacific/Kiritimati COLUMNS=80 " PROPOSE "%s --threads 2; "
                 "s=$?; rm -r \"$d\"; exit $s",
                 formats[i]);
        check_equal(here, there);
    }
}

/* What is found does not depend on the order of rows. */
static void test_row_order(void **state)
{
    static const char *const tables[] = {"pairs", "groups", "group_members", "findings",
                                         "evidence"};
    struct json_object *as_is = pare_audit("samples/hospital.csv");
    /* Blank lines and the total row stay last, the first row is the header. */
    struct json_object *reversed =
        pare_audit("- <<EOF\n"
                   "$(head -n 1 samples/hospital.csv; "
                   "sed '1d; /^,,/d; /^Total/d' samples/hospital.csv | sort -r)\n"
                   "EOF\n");

    (void)state;
    assert_true(json_object_array_length(json_table(as_is, "findings")) > 5);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_string_equal(json_object_to_json_string(json_table(as_is, tables[i])),
                            json_object_to_json_string(json_table(reversed, tables[i])));
    json_object_put(as_is);
    json_object_put(reversed);
}

static void test_real_threads(void **state)
{
    char one[8400], four[8400];
    const char *path = real_inventory("nyc_required_reports.csv");

    (void)state;
    snprintf(one, sizeof one, "SOURCE_DATE_EPOCH=0 pare audit -q -f json --threads 1 '%s'", path);
    snprintf(four, sizeof four, "SOURCE_DATE_EPOCH=0 pare audit -q -f json --threads 4 '%s'", path);
    check_equal(one, four);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_again),        cmocka_unit_test(test_locale),
        cmocka_unit_test(test_time_zone),    cmocka_unit_test(test_threads),
        cmocka_unit_test(test_other_folder), cmocka_unit_test(test_standard_input),
        cmocka_unit_test(test_proposal),     cmocka_unit_test(test_row_order),
        cmocka_unit_test(test_real_threads),
    };

    return cmocka_run_group_tests_name("same bytes", tests, NULL, NULL);
}
