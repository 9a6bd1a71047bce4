/* What units could make together adds up side by side, and is in no total. */
#include "pare.h"

#include <math.h>
#include <stdio.h>

struct sum {
    long long reports, cents, firsts;
    double hours;
};

static struct sum sum_sides(struct json_object *sides, const char *id)
{
    struct sum sum = {0, 0, 0, 0};

    for (size_t i = 0; i < json_object_array_length(sides); i++) {
        struct json_object *side = json_object_array_get_idx(sides, i);
        if (strcmp(json_text(side, "partnership"), id) != 0)
            continue;
        sum.reports += (long long)json_number(side, "reports");
        sum.cents += json_cents(side, "producer_cost");
        sum.hours += json_number(side, "hours");
        sum.firsts += json_object_get_boolean(json_object_object_get(side, "first"));
    }
    return sum;
}

static void check(const char *arguments)
{
    struct json_object *audit = pare_audit(arguments);
    struct json_object *partnerships = json_table(audit, "partnerships");
    struct json_object *sides = json_table(audit, "partnership_sides");

    assert_true(json_object_array_length(partnerships) > 0);
    for (size_t i = 0; i < json_object_array_length(partnerships); i++) {
        struct json_object *partnership = json_object_array_get_idx(partnerships, i);
        struct sum sum = sum_sides(sides, json_text(partnership, "id"));
        assert_true(json_number(partnership, "unit_count") >= 2);
        assert_int_equal(sum.reports, (long long)json_number(partnership, "reports"));
        assert_int_equal(sum.cents, json_cents(partnership, "producer_cost"));
        assert_true(fabs(sum.hours - json_number(partnership, "hours")) < 1e-5);
        assert_int_equal(sum.firsts, 1);
    }
    json_object_put(audit);
}

static void test_sample(void **state)
{
    (void)state;
    check("samples/hospital.csv");
}

static void test_real(void **state)
{
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", real_inventory((const char *)*state));
    check(arguments);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),
        {"required reports", test_real, NULL, NULL, (void *)(uintptr_t) "nyc_required_reports.csv"},
        {"datasets", test_real, NULL, NULL, (void *)(uintptr_t) "dc_datasets_fy18.csv"},
    };
    return cmocka_run_group_tests_name("laws/partnerships", tests, NULL, NULL);
}
