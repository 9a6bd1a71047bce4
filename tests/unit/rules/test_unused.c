#include "made_up.h"

static bool fires(const char *table, struct finding *finding)
{
    return made_up_fires(table, RULE_unused, finding);
}

static void test_fires(void **state)
{
    struct finding finding;

    (void)state;
    assert_true(
        fires("id|name|frequency|effort_hours|opens|log_days\na|Stock|52|1|0|365\n", &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_int_equal(finding.action, ACTION_RETIRE);
    assert_int_equal(finding.saving, 52 * 5000);
    assert_true(
        fires("id|name|frequency|opens|log_days|mandate\na|Stock|52|0|365|none\n", &finding));
    assert_int_equal(finding.strength, STRENGTH_CERTAIN);
}

static void test_window(void **state)
{
    (void)state;
    assert_true(fires("id|name|frequency|opens|log_days\na|Stock|52|0|90\n", NULL));
    assert_false(fires("id|name|frequency|opens|log_days\na|Stock|52|0|89\n", NULL));
    /* 2.1 quarters are 192 days */
    assert_true(fires("id|name|frequency|runs_opened|log_days\na|Stock|4|0|192\n", NULL));
    assert_false(fires("id|name|frequency|runs_opened|log_days\na|Stock|4|0|191\n", NULL));
    /* yearly and seasonal reports are safe in a log of one year */
    assert_false(fires("id|name|frequency|opens|log_days\na|Stock|1|0|365\n", NULL));
    assert_false(fires("id|name|frequency|opens|log_days\na|Winter stock|52|0|365\n", NULL));
    assert_true(fires("id|name|frequency|opens|log_days\na|Winter stock|52|0|400\n", NULL));
}

static void test_data_missing(void **state)
{
    (void)state;
    assert_false(fires("id|name|frequency|opens|log_days\na|Stock|52||365\n", NULL));
    assert_false(fires("id|name|frequency|opens|log_days\na|Stock|52|0|\n", NULL));
}

/* Counted back from the last day in the log, not from the as-of date. */
static void test_last_used(void **state)
{
    const char *quiet = "id|name|frequency|last_used\na|Stock|52|2026-01-01\n";
    struct made_up made;
    int days;

    (void)state;
    for (days = 89; days <= 90; days++) {
        made_up_read(&made, quiet, NULL);
        made.inventory->log_end = date_make(2026, 1, 1) + days;
        made_up_judge(&made);
        assert_int_equal(made_up_find(&made, RULE_unused, 0) != NULL, days == 90);
        made_up_free(&made);
    }
    assert_false(fires(quiet, NULL));
}

static void test_contradicting(void **state)
{
    (void)state;
    assert_false(fires("id|name|frequency|opens|runs_opened|log_days\na|Stock|52|0|3|365\n", NULL));
    assert_false(fires("id|name|frequency|opens|log_days|start_date\n"
                       "a|Stock|52|0|365|2026-10-01\n",
                       NULL));
    assert_true(fires("id|name|frequency|opens|log_days|start_date\n"
                      "a|Stock|52|0|365|2020-10-01\n",
                      NULL));
}

static void test_protected(void **state)
{
    struct finding finding;

    (void)state;
    made_up_assert_outside("id|name|frequency|opens|log_days|mandate\na|Stock|52|0|365|Law 5\n",
                           RULE_unused);
    assert_true(
        fires("id|name|frequency|opens|log_days|mandate\na|Safety audit|52|0|365|\n", &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(fires("id|name|frequency|opens|log_days|sources\na|Stock|52|0|365|\n"
                      "b|Pack|12|9|365|stock,ledger\n",
                      &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    /* 8 is print: a log does not see who reads on paper */
    assert_true(fires("id|name|frequency|opens|log_days|channel\na|Stock|52|0|365|8\n", &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_false(
        fires("id|name|frequency|opens|log_days|status\na|Stock|52|0|365|retired\n", NULL));
}

/* Two reports, one of which the log names; 128 is portal. */
static void test_covered(void **state)
{
    struct usage_row row = {.report = 1, .person = 1, .opens = 4, .last = 20300};
    struct usage usage = {&row, 1, 20000, 20365, 0};
    const char *tables[] = {
        "id|name|frequency|opens|log_days\na|Stock|52|0|365\nb|Noise|52|4|365\n",
        "id|name|frequency|opens|log_days|channel\na|Stock|52|0|365|128\n"
        "b|Noise|52|4|365|128\n"};
    int known;

    (void)state;
    for (known = 0; known < 2; known++) {
        struct made_up made;

        made_up_read(&made, tables[known], NULL);
        made.inventory->usage = &usage;
        made_up_judge(&made);
        assert_int_equal(made_up_get(&made, RULE_unused, 0).strength,
                         known ? STRENGTH_LIKELY : STRENGTH_ASK);
        made.inventory->usage = NULL;
        made_up_free(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fires),         cmocka_unit_test(test_window),
        cmocka_unit_test(test_data_missing),  cmocka_unit_test(test_last_used),
        cmocka_unit_test(test_contradicting), cmocka_unit_test(test_protected),
        cmocka_unit_test(test_covered),
    };

    return cmocka_run_group_tests_name("unused", tests, NULL, NULL);
}
