/* Comparing an inventory with itself finds nothing but what is unchanged; comparing it with the one
 * that a plan writes shows exactly the plan's theoretical saving. */
#include "pare.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct json_object *compare(const char *before, const char *after)
{
    char command[9000];
    int status;
    char *text;
    struct json_object *compared;

    snprintf(command, sizeof command, "pare compare '%s' '%s' -q -f json", before, after);
    text = pare_output(command, &status);
    assert_int_equal(status, 0);
    compared = json_tokener_parse(text);
    assert_non_null(compared);
    free(text);
    return compared;
}

static long long step(struct json_object *compared, const char *name)
{
    struct json_object *row = json_find(json_table(compared, "steps"), "step", name);

    assert_non_null(row);
    return json_cents(row, "amount");
}

static void check_same(const char *file)
{
    struct json_object *compared = compare(file, file), *changes;
    size_t i;

    changes = json_table(compared, "changes");
    assert_true(json_object_array_length(changes) > 0);
    for (i = 0; i < json_object_array_length(changes); i++) {
        struct json_object *row = json_object_array_get_idx(changes, i);

        assert_string_equal(json_text(row, "kind"), "unchanged");
        assert_string_equal(json_text(row, "before"), json_text(row, "after"));
        assert_int_equal(json_cents(row, "cost_before"), json_cents(row, "cost_after"));
    }
    assert_int_equal(json_object_array_length(json_table(compared, "regrown")), 0);
    assert_int_equal(step(compared, "before"), step(compared, "after"));
    json_object_put(compared);
}

/* The inventory that the plan writes into the file of that name. */
static struct json_object *write_plan(const char *file, const char *written)
{
    char command[9000];
    int status;
    char *text;
    struct json_object *planned;

    snprintf(command, sizeof command, "pare plan '%s' -q --write-inventory %s -f json", file,
             written);
    text = pare_output(command, &status);
    assert_int_equal(status, 0);
    planned = json_tokener_parse(text);
    assert_non_null(planned);
    free(text);
    return planned;
}

static void check_plan(const char *file)
{
    char written[] = "/tmp/pare-compared-XXXXXX";
    int descriptor = mkstemp(written);
    struct json_object *planned, *compared, *realised;
    long long theoretical, sum = 0;
    size_t i;

    assert_true(descriptor >= 0);
    close(descriptor);
    planned = write_plan(file, written);
    compared = compare(file, written);
    theoretical = json_cents(json_object_object_get(planned, "plan"), "theoretical");
    assert_int_equal(step(compared, "before") - step(compared, "after"), theoretical);
    assert_int_equal(-step(compared, "realised"), theoretical);
    realised = json_table(compared, "realised");
    assert_int_equal(json_object_array_length(realised),
                     json_object_array_length(json_table(planned, "actions")));
    for (i = 0; i < json_object_array_length(realised); i++) {
        struct json_object *row = json_object_array_get_idx(realised, i);

        assert_string_equal(json_text(row, "state"), "done");
        assert_int_equal(json_cents(row, "planned"), json_cents(row, "realised"));
        sum += json_cents(row, "realised");
    }
    assert_int_equal(sum, theoretical);
    unlink(written);
    json_object_put(compared);
    json_object_put(planned);
}

static void test_samples(void **state)
{
    static const char *const samples[] = {"samples/hospital.csv", "samples/worked-example.csv",
                                          "samples/minimal.csv"};

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        check_same(samples[i]);
        check_plan(samples[i]);
    }
}

static void test_real(void **state)
{
    const char *file = real_inventory((const char *)*state);

    check_same(file);
    check_plan(file);
}

#define REAL(name)                                                                                 \
    {                                                                                              \
        "compared: " name, test_real, NULL, NULL, (void *)(uintptr_t)(name)                        \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),    REAL("dc_datasets_fy18.csv"),
        REAL("nyc_required_reports.csv"),  REAL("usda_market_reports.csv"),
        REAL("web_analytics_reports.csv"),
    };
    return cmocka_run_group_tests_name("laws/compare", tests, NULL, NULL);
}
