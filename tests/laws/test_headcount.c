/* Who makes reports is no reader of them: people are counted as recipients where a report goes to
 * them. */
#include "pare.h"

#include <stdio.h>

static long long counted(struct json_object *audit, const char *key)
{
    return (long long)json_number(json_object_object_get(audit, "summary"), key);
}

/* R1 goes to twenty, R2 to twelve, eight of them on both; four others make the reports. */
static void test_worked_example(void **state)
{
    struct json_object *audit = pare_audit("samples/worked-example.csv");

    (void)state;
    assert_int_equal(counted(audit, "recipients"), 24);
    assert_int_equal(counted(audit, "owners"), 4);
    assert_int_equal(counted(audit, "lists_unknown"), 0);
    json_object_put(audit);
}

static void test_without_recipients(void **state)
{
    struct json_object *audit;
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", real_inventory((const char *)*state));
    audit = pare_audit(arguments);
    assert_int_equal(counted(audit, "recipients"), 0);
    assert_int_equal(counted(audit, "lists_unknown"), 0);
    assert_true(counted(audit, "owners") > 0);
    json_object_put(audit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        {"owners alone", test_without_recipients, NULL, NULL,
         (void *)(uintptr_t) "dc_datasets_fy18.csv"},
    };
    return cmocka_run_group_tests_name("laws/headcount", tests, NULL, NULL);
}
