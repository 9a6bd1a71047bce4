/* The inventory that a plan writes costs what it cost before less the theoretical saving, to the
 * cent: the saving recomputed from scratch by costing the changed inventory. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

/* The plan as JSON, and in *after the audit of the inventory that it wrote. */
static struct json_object *write_plan(const char *file, const char *how, struct json_object **after)
{
    char command[9000], written[] = "/tmp/pare-written-XXXXXX";
    int descriptor = mkstemp(written), status;
    struct json_object *planned;
    char *text;

    assert_true(descriptor >= 0);
    close(descriptor);
    snprintf(command, sizeof command, "pare plan '%s' -q %s --write-inventory %s -f json", file,
             how, written);
    text = pare_output(command, &status);
    assert_true(status == 0 || status == 1);
    planned = json_tokener_parse(text);
    assert_non_null(planned);
    *after = pare_audit(written);
    free(text);
    unlink(written);
    return planned;
}

/* Where nothing was decided nothing changes: what was assumed is assumed again, and the same is
 * found. */
static void check_nothing_decided(const char *file)
{
    static const char *const same[] = {
        "reports",    "owners",          "producer_cost",      "reader_cost", "assumed_share",
        "not_costed", "flagged_reports", "theoretical_saving", "at_stake"};
    char quoted[4200];
    struct json_object *after, *planned = write_plan(file, "--as-decided", &after), *before;

    snprintf(quoted, sizeof quoted, "'%s'", file);
    before = pare_audit(quoted);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(json_text(json_object_object_get(after, "summary"), same[i]),
                            json_text(json_object_object_get(before, "summary"), same[i]));
    assert_true(*json_text(json_object_object_get(before, "summary"), "at_stake"));
    json_object_put(before);
    json_object_put(after);
    json_object_put(planned);
}

static void check(const char *file, const char *target)
{
    struct json_object *after, *planned = write_plan(file, target, &after), *plan;

    plan = json_object_object_get(planned, "plan");
    assert_int_equal(json_cents(json_object_object_get(after, "summary"), "producer_cost"),
                     json_cents(plan, "before") - json_cents(plan, "theoretical"));
    json_object_put(after);
    json_object_put(planned);
}

static void test_samples(void **state)
{
    (void)state;
    check("samples/hospital.csv", "");
    check("samples/hospital.csv", "--target 5%");
    check("samples/worked-example.csv", "--target 50%");
    check("samples/minimal.csv", "");
}

static void test_real(void **state)
{
    check(real_inventory((const char *)*state), "");
}

static void test_nothing_decided(void **state)
{
    (void)state;
    check_nothing_decided("samples/minimal.csv");
    check_nothing_decided("samples/worked-example.csv");
}

static void test_real_nothing_decided(void **state)
{
    check_nothing_decided(real_inventory((const char *)*state));
}

#define UNDECIDED(name)                                                                            \
    {                                                                                              \
        "nothing decided on " name, test_real_nothing_decided, NULL, NULL,                         \
            (void *)(uintptr_t)(name)                                                              \
    }
#define REAL(name)                                                                                 \
    {                                                                                              \
        "written plan of " name, test_real, NULL, NULL, (void *)(uintptr_t)(name)                  \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),       cmocka_unit_test(test_nothing_decided),
        UNDECIDED("dc_datasets_fy18.csv"),    UNDECIDED("nyc_required_reports.csv"),
        UNDECIDED("usda_market_reports.csv"), REAL("dc_datasets_fy18.csv"),
        REAL("nyc_required_reports.csv"),     REAL("usda_market_reports.csv"),
        REAL("web_analytics_reports.csv"),
    };
    return cmocka_run_group_tests_name("laws/written", tests, NULL, NULL);
}
