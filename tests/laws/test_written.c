/* The inventory that a plan writes costs what it cost before less the theoretical saving, to the cent:
 * the saving recomputed from scratch by costing the changed inventory. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

static void check(const char *file, const char *target)
{
    char command[9000], written[] = "/tmp/pare-written-XXXXXX";
    int descriptor = mkstemp(written), status;
    struct json_object *after, *plan, *planned;
    char *text;

    assert_true(descriptor >= 0);
    close(descriptor);
    snprintf(command, sizeof command, "pare plan '%s' -q %s --write-inventory %s -f json", file,
             target, written);
    text = pare_output(command, &status);
    assert_true(status == 0 || status == 1);
    planned = json_tokener_parse(text);
    assert_non_null(planned);
    plan = json_object_object_get(planned, "plan");
    after = pare_audit(written);
    assert_int_equal(json_cents(json_object_object_get(after, "summary"), "producer_cost"),
                     json_cents(plan, "before") - json_cents(plan, "theoretical"));
    json_object_put(after);
    json_object_put(planned);
    free(text);
    unlink(written);
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

#define REAL(name) {"written plan of " name, test_real, NULL, NULL, (void *)(uintptr_t)(name)}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        REAL("dc_datasets_fy18.csv"),
        REAL("nyc_required_reports.csv"),
        REAL("usda_market_reports.csv"),
        REAL("web_analytics_reports.csv"),
    };
    return cmocka_run_group_tests_name("laws/written", tests, NULL, NULL);
}
