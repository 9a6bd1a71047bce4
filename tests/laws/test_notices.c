/* The hours of all notices add up to those of the plan: nobody's are lost, none are told twice. */
#include "pare.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static double sum_of(struct json_object *rows, const char *key, const char *column,
                     const char *only)
{
    double sum = 0;

    for (size_t i = 0; i < json_object_array_length(rows); i++) {
        struct json_object *row = json_object_array_get_idx(rows, i);
        if (!only || strcmp(json_text(row, column), only) == 0)
            sum += json_number(row, key);
    }
    return sum;
}

/* What a person makes is changed line by line as the person's sums say. */
static void check_people(struct json_object *notices)
{
    struct json_object *people = json_table(notices, "notices");
    struct json_object *changes = json_table(notices, "notice_changes");

    for (size_t i = 0; i < json_object_array_length(people); i++) {
        struct json_object *person = json_object_array_get_idx(people, i);
        double net = json_number(person, "hours_back") - json_number(person, "hours_taken_on");
        double lines = 0;
        for (size_t k = 0; k < json_object_array_length(changes); k++) {
            struct json_object *line = json_object_array_get_idx(changes, k);
            if (strcmp(json_text(line, "part"), "makes") == 0 &&
                strcmp(json_text(line, "person"), json_text(person, "person")) == 0)
                lines += json_number(line, "hours_back");
        }
        assert_true(fabs(net - lines) < 1e-5);
        assert_true(json_number(person, "makes_then") <= json_number(person, "makes"));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(json_text(person, "file"),
                                    json_text(json_object_array_get_idx(people, k), "file"));
    }
}

/* Every action of the plan accepted: then what is expected is what is done. */
static void check_all_accepted(const char *arguments, const char *decisions)
{
    char command[16384];
    struct json_object *plan, *notices, *sums;
    int status;
    char *output;

    snprintf(command, sizeof command,
             "{ echo report,action,decision; pare audit -q %s -f csv --table actions | "
             "awk -F, 'NR > 1 { print $4 \",\" $5 \",accept\" }'; } > '%s'",
             arguments, decisions);
    free(pare_output(command, &status));
    assert_int_equal(status, 0);
    snprintf(command, sizeof command, "pare plan -q %s --decisions '%s' --as-decided -f json",
             arguments, decisions);
    output = pare_output(command, &status);
    plan = json_tokener_parse(output);
    free(output);
    snprintf(command, sizeof command, "pare notices -q %s --decisions '%s' -f json", arguments,
             decisions);
    output = pare_output(command, &status);
    assert_int_equal(status, 0);
    notices = json_tokener_parse(output);
    free(output);
    sums = json_object_object_get(notices, "notice_sums");
    assert_string_equal(json_text(sums, "state"), "accepted");
    assert_true(json_number(sums, "hours_back") + json_number(sums, "hours_of_nobody") > 0);
    assert_true(fabs(json_number(sums, "hours_back") - json_number(sums, "hours_taken_on") +
                     json_number(sums, "hours_of_nobody") -
                     json_number(json_object_object_get(plan, "summary"), "realisable_hours")) <
                1e-4);
    assert_true(fabs(sum_of(json_table(notices, "notices"), "hours_back", NULL, NULL) -
                     json_number(sums, "hours_back")) < 1e-5);
    check_people(notices);
    json_object_put(plan);
    json_object_put(notices);
}

static void with_decisions(const char *arguments)
{
    char path[] = "/tmp/pare-notices-XXXXXX";
    int file = mkstemp(path);

    assert_true(file >= 0);
    close(file);
    check_all_accepted(arguments, path);
    unlink(path);
}

static void test_samples(void **state)
{
    (void)state;
    with_decisions("samples/hospital.csv");
    with_decisions(
        "samples/worked-example.csv --assumptions samples/worked-example-assumptions.csv");
}

static void test_real(void **state)
{
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", real_inventory((const char *)*state));
    with_decisions(arguments);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        {"market reports", test_real, NULL, NULL, (void *)(uintptr_t) "usda_market_reports.csv"},
        {"datasets", test_real, NULL, NULL, (void *)(uintptr_t) "dc_datasets_fy18.csv"},
    };
    return cmocka_run_group_tests_name("laws/notices", tests, NULL, NULL);
}
