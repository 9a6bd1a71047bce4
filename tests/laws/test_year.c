/* The sample year: what was planned, decided and realised is told by several commands, and their
 * figures agree to the cent. */
#include "pare.h"

#include <stdio.h>

#define FIRST "samples/hospital.csv"
#define DECISIONS "--decisions samples/year/decisions.csv"
#define EDITIONS FIRST " samples/year/2026-06.csv samples/year/2026-12.csv"

static struct json_object *told(const char *arguments)
{
    char command[1000];
    int status;
    char *text;
    struct json_object *object;

    snprintf(command, sizeof command, "SOURCE_DATE_EPOCH=1764547200 pare %s -q -f json", arguments);
    text = pare_output(command, &status);
    assert_int_equal(status, 0);
    object = json_tokener_parse(text);
    assert_non_null(object);
    free(text);
    return object;
}

static long long sum_of(struct json_object *table, const char *key)
{
    long long sum = 0;

    for (size_t i = 0; i < json_object_array_length(table); i++)
        sum += json_cents(json_object_array_get_idx(table, i), key);
    return sum;
}

static long long step(struct json_object *compared, const char *name)
{
    return json_cents(json_find(json_table(compared, "steps"), "step", name), "amount");
}

static void planned_decided_and_realised_agree(void **state)
{
    struct json_object *audit = told("audit " FIRST), *plan = told("plan " FIRST);
    struct json_object *decided = told("plan " FIRST " " DECISIONS " --as-decided");
    struct json_object *compared = told("compare " EDITIONS " " DECISIONS);
    struct json_object *realised = json_table(compared, "realised");
    long long agreed = json_cents(json_object_object_get(decided, "plan"), "theoretical");

    (void)state;
    assert_int_equal(json_cents(json_object_object_get(audit, "summary"), "theoretical_saving"),
                     json_cents(json_object_object_get(plan, "plan"), "theoretical"));
    assert_true(agreed > 0);
    assert_true(agreed < json_cents(json_object_object_get(plan, "plan"), "theoretical"));
    assert_int_equal(sum_of(realised, "planned"), agreed);
    assert_int_equal(json_object_array_length(realised),
                     json_object_array_length(json_table(decided, "actions")));
    assert_int_equal(sum_of(realised, "realised"), -step(compared, "realised"));
    assert_int_equal(step(compared, "before"),
                     json_cents(json_object_object_get(audit, "summary"), "producer_cost"));
    json_object_put(compared);
    json_object_put(decided);
    json_object_put(plan);
    json_object_put(audit);
}

static void the_steps_lead_from_before_to_after(void **state)
{
    struct json_object *compared = told("compare " EDITIONS " " DECISIONS);
    struct json_object *trend = json_table(compared, "trend"), *changes;
    long long before = step(compared, "before"), after = step(compared, "after");

    (void)state;
    assert_int_equal(sum_of(json_table(compared, "steps"), "amount") - after, after);
    changes = json_table(compared, "changes");
    assert_int_equal(sum_of(changes, "cost_before"), before);
    assert_int_equal(sum_of(changes, "cost_after"), after);
    assert_int_equal(json_object_array_length(trend), 3);
    assert_int_equal(json_cents(json_object_array_get_idx(trend, 0), "producer_cost"), before);
    assert_int_equal(json_cents(json_object_array_get_idx(trend, 2), "producer_cost"), after);
    json_object_put(compared);
}

static void what_became_of_it_is_seen(void **state)
{
    static const struct {
        const char *report, *seen;
    } expected[] = {
        {"drg-revenue-weekly", "done"},
        {"sterile-supply-turnaround", "done"},
        {"nursing-dashboard-ward-4b", "done"},
        {"vacancies-on-wards", "done"},
        {"open-receivables", "not yet"},
        {"energy-consumption", "grew back"},
        {"parking-permit-statistics", "grew back"},
        {"or-utilisation-weekly", "grew back"},
    };
    struct json_object *compared = told("compare " EDITIONS " " DECISIONS);
    struct json_object *changes = json_table(compared, "changes");

    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct json_object *row =
            json_find(json_table(compared, "realised"), "report", expected[i].report);

        assert_non_null(row);
        assert_string_equal(json_text(row, "state"), expected[i].seen);
    }
    assert_null(json_find(json_table(compared, "realised"), "report", "bed-occupancy-daily"));
    assert_int_equal(json_object_array_length(json_table(compared, "regrown")), 3);
    assert_string_equal(json_text(json_find(changes, "after", "sepsis-alerts-review"), "since"),
                        "started since");
    assert_string_equal(
        json_text(json_find(changes, "after", "consignment-stock-in-theatres"), "since"),
        "found later");
    assert_string_equal(json_text(json_find(changes, "before", "complaints-overview"), "after"),
                        "overview-of-complaints-and-compliments");
    json_object_put(compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planned_decided_and_realised_agree),
        cmocka_unit_test(the_steps_lead_from_before_to_after),
        cmocka_unit_test(what_became_of_it_is_seen),
    };
    return cmocka_run_group_tests_name("laws/year", tests, NULL, NULL);
}
