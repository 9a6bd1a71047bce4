/* Real inventories, as their keepers publish them, are read without any option and without a loss.
 */
#include "pare.h"

#include <stdio.h>

static struct json_object *audit_of(const char *name)
{
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", real_inventory(name));
    return pare_audit(arguments);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Every entry of the file is a report under the id that the file gives it. */
static void check_entries(const char *name, const char *id_header, size_t expected)
{
    struct json_object *audit = audit_of(name);
    struct json_object *reports = json_table(audit, "reports");
    size_t count;
    char **ids = csv_column(real_inventory(name), id_header, &count);

    assert_int_equal(count, expected);
    assert_int_equal(json_object_array_length(reports), expected);
    qsort(ids, count, sizeof *ids, compare_texts);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(json_text(json_object_array_get_idx(reports, i), "id"), ids[i]);
    csv_column_free(ids);
    json_object_put(audit);
}

/* A frequency is read, or it is said what it is instead; runs a year stand where it is read only.
 */
static void check_frequencies(const char *name)
{
    struct json_object *audit = audit_of(name);
    struct json_object *reports = json_table(audit, "reports");

    for (size_t i = 0; i < json_object_array_length(reports); i++) {
        struct json_object *report = json_object_array_get_idx(reports, i);
        const char *status = json_text(report, "frequency_status");
        bool counts = !strcmp(status, "read") || !strcmp(status, "ambiguous");
        if (!counts && !strstr(" event continuous once unknown ", status))
            fail_msg("%s: status %s", json_text(report, "id"), status);
        if (counts)
            assert_true(json_number(report, "runs_per_year") > 0);
        else
            assert_true(isnan(json_number(report, "runs_per_year")));
    }
    json_object_put(audit);
}

static void test_nyc(void **state)
{
    (void)state;
    check_entries("nyc_required_reports.csv", "ID", 1075);
    check_frequencies("nyc_required_reports.csv");
}

static void test_dc(void **state)
{
    (void)state;
    check_entries("dc_datasets_fy18.csv", "RECORD_ID", 1640);
    check_frequencies("dc_datasets_fy18.csv");
}

static void test_usda(void **state)
{
    (void)state;
    check_entries("usda_market_reports.csv", "slug_id", 127);
    check_frequencies("usda_market_reports.csv");
}

static void test_web(void **state)
{
    (void)state;
    check_entries("web_analytics_reports.csv", "id", 154);
    check_frequencies("web_analytics_reports.csv");
}

/* "Every X months" with the number in a column of its own. */
static void test_nyc_every_x(void **state)
{
    const char *path = real_inventory("nyc_required_reports.csv");
    struct json_object *audit = audit_of("nyc_required_reports.csv");
    struct json_object *reports = json_table(audit, "reports");
    size_t count, checked = 0;
    char **ids = csv_column(path, "ID", &count);
    char **phrases = csv_column(path, "Frequency", &count);
    char **numbers = csv_column(path, "Frequency Integer", &count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        double number = atof(numbers[i]);
        if (strcmp(phrases[i], "Every X months") != 0 || number <= 0)
            continue;
        struct json_object *report = json_find(reports, "id", ids[i]);
        assert_near(json_number(report, "runs_per_year"), 12 / number, 0.01);
        checked++;
    }
    assert_true(checked > 10);
    csv_column_free(ids);
    csv_column_free(phrases);
    csv_column_free(numbers);
    json_object_put(audit);
}

/* The law that asks for a report is given with each of them. */
static void test_nyc_protected(void **state)
{
    struct json_object *audit = audit_of("nyc_required_reports.csv");
    struct json_object *reports = json_table(audit, "reports");

    (void)state;
    for (size_t i = 0; i < json_object_array_length(reports); i++)
        assert_string_equal(json_text(json_object_array_get_idx(reports, i), "protected"), "true");
    json_object_put(audit);
}

static bool stands_in_many(char **names, size_t count, const char *name)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        found += !strcmp(names[i], name);
    return found >= 60;
}

/* One title in sixty agencies is sixty reports, each about its own agency. */
static void test_nyc_titles_of_all_agencies(void **state)
{
    const char *path = real_inventory("nyc_required_reports.csv");
    struct json_object *audit = audit_of("nyc_required_reports.csv");
    struct json_object *reports = json_table(audit, "reports");
    struct json_object *pairs = json_table(audit, "pairs");
    size_t count, titled = 0;
    char **names = csv_column(path, "Required Report Name", &count);

    (void)state;
    for (size_t i = 0; i < count; i++)
        titled += stands_in_many(names, count, names[i]);
    assert_true(titled >= 4 * 60);
    for (size_t i = 0; i < json_object_array_length(pairs); i++) {
        struct json_object *pair = json_object_array_get_idx(pairs, i);
        if (strcmp(json_text(pair, "relation"), "same") != 0)
            continue;
        struct json_object *report = json_find(reports, "id", json_text(pair, "a"));
        struct json_object *other = json_find(reports, "id", json_text(pair, "b"));
        if (!strcmp(json_text(report, "name"), json_text(other, "name")) &&
            stands_in_many(names, count, json_text(report, "name")) &&
            strcmp(json_text(report, "department"), json_text(other, "department")) != 0)
            fail_msg("%s of %s and of %s are called the same", json_text(report, "name"),
                     json_text(report, "department"), json_text(other, "department"));
    }
    csv_column_free(names);
    json_object_put(audit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nyc),
        cmocka_unit_test(test_dc),
        cmocka_unit_test(test_usda),
        cmocka_unit_test(test_web),
        cmocka_unit_test(test_nyc_every_x),
        cmocka_unit_test(test_nyc_protected),
        cmocka_unit_test(test_nyc_titles_of_all_agencies),
    };

    return cmocka_run_group_tests_name("inventories", tests, NULL, NULL);
}
