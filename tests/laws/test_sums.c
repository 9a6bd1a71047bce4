/* The figures of an audit add up, and what refers to a report refers to one that is there. */
#include "pare.h"

#include <stdio.h>

static long long sum_cents(struct json_object *table, const char *key)
{
    size_t count = json_object_array_length(table);
    long long sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += json_cents(json_object_array_get_idx(table, i), key);
    return sum;
}

static void check_costs(struct json_object *audit)
{
    struct json_object *summary = json_object_object_get(audit, "summary");
    struct json_object *reports = json_table(audit, "reports");

    assert_true(json_object_array_length(reports) > 0);
    assert_int_equal(sum_cents(reports, "producer_cost"), json_cents(summary, "producer_cost"));
    assert_int_equal(sum_cents(reports, "reader_cost"), json_cents(summary, "reader_cost"));
    assert_true(json_cents(summary, "producer_cost") > 0);
    assert_true(json_cents(summary, "realisable_saving") <=
                json_cents(summary, "theoretical_saving"));
    assert_true(json_cents(summary, "realisable_low") <= json_cents(summary, "realisable_saving"));
    assert_true(json_cents(summary, "realisable_saving") <= json_cents(summary, "realisable_high"));
    assert_true(json_cents(summary, "theoretical_saving") <= json_cents(summary, "producer_cost"));
    assert_true(json_cents(summary, "cash_saving") <= json_cents(summary, "realisable_saving"));
}

/* Ids are sorted by bytes and never used twice. */
static void check_ids(struct json_object *audit)
{
    struct json_object *reports = json_table(audit, "reports");
    const char *before = "";

    for (size_t i = 0; i < json_object_array_length(reports); i++) {
        const char *id = json_text(json_object_array_get_idx(reports, i), "id");
        if (strcmp(before, id) >= 0)
            fail_msg("report %s stands behind %s", id, before);
        before = id;
    }
}

static void check_findings(struct json_object *audit)
{
    struct json_object *reports = json_table(audit, "reports");
    struct json_object *findings = json_table(audit, "findings");

    for (size_t i = 0; i < json_object_array_length(findings); i++) {
        struct json_object *finding = json_object_array_get_idx(findings, i);
        struct json_object *report = json_find(reports, "id", json_text(finding, "report"));
        assert_non_null(report);
        assert_true(*json_text(finding, "why"));
        long long saving = json_cents(finding, "saving");
        if (saving > json_cents(report, "producer_cost"))
            fail_msg("%s saves more than it costs", json_text(finding, "id"));
        assert_true(json_cents(finding, "low") <= saving);
        assert_true(saving <= json_cents(finding, "high"));
        assert_true(json_cents(finding, "cash") <= saving);
        /* What law asks for may be past its end: that is asked, and no more. */
        if (!strcmp(json_text(finding, "action"), "retire") &&
            strcmp(json_text(report, "protected"), "false") != 0)
            assert_string_equal(json_text(finding, "strength"), "ask");
    }
}

static void check_references(struct json_object *audit)
{
    struct json_object *reports = json_table(audit, "reports");
    struct json_object *groups = json_table(audit, "groups");
    struct json_object *members = json_table(audit, "group_members");
    struct json_object *pairs = json_table(audit, "pairs");
    struct json_object *evidence = json_table(audit, "evidence");

    for (size_t i = 0; i < json_object_array_length(members); i++) {
        struct json_object *member = json_object_array_get_idx(members, i);
        assert_non_null(json_find(groups, "id", json_text(member, "group")));
        assert_non_null(json_find(reports, "id", json_text(member, "report")));
    }
    for (size_t i = 0; i < json_object_array_length(pairs); i++) {
        struct json_object *pair = json_object_array_get_idx(pairs, i);
        assert_true(strcmp(json_text(pair, "a"), json_text(pair, "b")) < 0);
        assert_non_null(json_find(reports, "id", json_text(pair, "a")));
        assert_non_null(json_find(reports, "id", json_text(pair, "b")));
    }
    for (size_t i = 0; i < json_object_array_length(evidence); i++)
        assert_non_null(json_find(json_table(audit, "findings"), "id",
                                  json_text(json_object_array_get_idx(evidence, i), "finding")));
}

/* Unknown is never zero: as many reports without a cost as the summary says are not costed, and no
 * reading is told of what nobody is known to get. */
static void check_unknown(struct json_object *audit)
{
    struct json_object *reports = json_table(audit, "reports");
    struct json_object *summary = json_object_object_get(audit, "summary");
    int not_costed = 0;

    for (size_t i = 0; i < json_object_array_length(reports); i++) {
        struct json_object *report = json_object_array_get_idx(reports, i);
        bool unknown = !json_object_object_get(report, "producer_cost");

        not_costed += unknown;
        assert_int_equal(unknown, !json_object_object_get(report, "hours"));
        if (unknown)
            assert_null(json_object_object_get(report, "reader_cost"));
        if (!json_object_object_get(report, "recipients") &&
            json_cents(report, "reader_cost") == 0 && json_cents(report, "producer_cost") > 0)
            assert_null(json_object_object_get(report, "reader_cost"));
    }
    assert_int_equal(not_costed, (int)json_number(summary, "not_costed"));
}

static void check(const char *arguments)
{
    struct json_object *audit = pare_audit(arguments);

    check_costs(audit);
    check_unknown(audit);
    check_ids(audit);
    check_findings(audit);
    check_references(audit);
    json_object_put(audit);
}

static void test_hospital(void **state)
{
    (void)state;
    check("samples/hospital.csv");
}

static void test_hospital_at_another_rate(void **state)
{
    (void)state;
    check("--rate 33.37 samples/hospital.csv");
}

static void test_minimal(void **state)
{
    (void)state;
    check("samples/minimal.csv");
}

static void test_two_files(void **state)
{
    (void)state;
    check("samples/minimal.csv samples/hospital.csv");
}

static void test_real(void **state)
{
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", real_inventory((const char *)*state));
    check(arguments);
}

#define REAL(name)                                                                                 \
    {                                                                                              \
        "sums of " name, test_real, NULL, NULL, (void *)(uintptr_t)(name)                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hospital),  cmocka_unit_test(test_hospital_at_another_rate),
        cmocka_unit_test(test_minimal),   cmocka_unit_test(test_two_files),
        REAL("nyc_required_reports.csv"), REAL("dc_datasets_fy18.csv"),
        REAL("usda_market_reports.csv"),  REAL("web_analytics_reports.csv"),
    };

    return cmocka_run_group_tests_name("sums", tests, NULL, NULL);
}
