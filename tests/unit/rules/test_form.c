/* How often it must be, how it is sent, whether it is clear: the rules beside too_frequent. */
#include "made_up.h"

#include "model/channel.h"

static void assert_fires(enum rule rule, const char *table, enum strength strength, double to)
{
    struct finding finding;

    assert_true(made_up_fires(table, rule, &finding));
    assert_int_equal(finding.strength, strength);
    if (isnan(to))
        assert_true(isnan(finding.to_runs));
    else
        assert_near(finding.to_runs, to, 1e-9);
}

static void assert_silent(enum rule rule, const char *table)
{
    assert_false(made_up_fires(table, rule, NULL));
}

static void test_needed(void **state)
{
    enum rule rule = RULE_needed;

    (void)state;
    assert_fires(rule, "id|name|frequency|needed_frequency\na|Stock|250|12\n", STRENGTH_LIKELY, 12);
    assert_silent(rule, "id|name|frequency|needed_frequency\na|Stock|12|12\n");
    assert_silent(rule, "id|name|frequency|needed_frequency\na|Stock|250|\n");
    made_up_assert_outside("id|name|frequency|needed_frequency|mandate\na|Stock|250|12|Law 5\n",
                           rule);
    assert_fires(rule, "id|name|frequency|needed_frequency|react_days\na|Stock|250|12|8\n",
                 STRENGTH_LIKELY, 52);
}

static void test_above_minimum(void **state)
{
    enum rule rule = RULE_above_minimum;

    (void)state;
    assert_fires(rule, "id|name|frequency|mandate|min_frequency\na|Stock|12|Law 5|4\n",
                 STRENGTH_ASK, 4);
    assert_silent(rule, "id|name|frequency|mandate|min_frequency\na|Stock|12|Law 5|12\n");
    assert_silent(rule, "id|name|frequency|mandate|min_frequency\na|Stock|12|Law 5|\n");
    assert_silent(rule, "id|name|frequency|mandate|min_frequency|open_share|log_days\n"
                        "a|Stock|12|Law 5|4|1|365\n");
}

static void test_name_says(void **state)
{
    enum rule rule = RULE_name_says;

    (void)state;
    assert_fires(rule, "id|name|frequency\na|Monthly stock|52\n", STRENGTH_ASK, 12);
    assert_fires(rule, "id|name|frequency\na|Stock (weekly)|12\n", STRENGTH_ASK, NAN);
    assert_silent(rule, "id|name|frequency\na|Daily stock|365\n");
    assert_silent(rule, "id|name|frequency\na|Weekly summary of daily stock|12\n");
    assert_silent(rule, "id|name|frequency\na|Stock|52\n");
    assert_silent(rule, "id|name|frequency\na|Monthly stock|\n");
    assert_fires(rule, "id|name|frequency|mandate\na|Monthly stock|52|Law 5\n", STRENGTH_ASK, NAN);
}

/* What is told of a finding beside its saving is costed again when it is told. */
static void test_alone(void **state)
{
    struct made_up made;
    struct alone alone;
    size_t i;

    (void)state;
    made_up_read(&made,
                 "id|name|frequency|pages|copies|decision_frequency\n"
                 "a|Stock|52|20|4|12\nb|Stock of parts|52|20|4|\n",
                 NULL);
    made_up_judge(&made);
    const struct finding paper = made_up_get(&made, RULE_channel, 0);
    finding_alone(made.findings, &paper, &alone);
    assert_int_equal(alone.cash, paper.saving);
    assert_true(alone.hours >= 0 && alone.hours <= 0);
    for (i = 0; i < made.findings->count; i++) {
        const struct finding *finding = &made.findings->list[i];

        finding_alone(made.findings, finding, &alone);
        if (finding->superseded)
            assert_true(!finding->saving && !alone.low && !alone.high && !alone.cash);
        else
            assert_true(alone.low <= finding->saving && finding->saving <= alone.high);
    }
    made_up_free(&made);
}

static void test_channel(void **state)
{
    enum rule rule = RULE_channel;
    struct finding finding;

    (void)state;
    assert_fires(rule, "id|name|frequency|pages|copies\na|Stock|52|20|4\n", STRENGTH_LIKELY, NAN);
    assert_true(made_up_fires("id|name|frequency|pages|copies\na|Stock|52|20|4\n", rule, &finding));
    assert_int_equal(finding.saving, 52 * 20 * 4 * 3);
    assert_int_equal(finding.to_channel, CHANNEL_LINK);
    /* the change takes two hours, so 100 a year must be printed */
    assert_fires(rule, "id|name|frequency|pages|copies\na|Stock|52|65|1\n", STRENGTH_LIKELY, NAN);
    assert_silent(rule, "id|name|frequency|pages|copies\na|Stock|52|64|1\n");
    /* 8 is print, 128 portal */
    assert_fires(rule, "id|name|frequency|channel\na|Stock|52|8\n", STRENGTH_ASK, NAN);
    assert_true(made_up_fires("id|name|frequency|channel\na|Stock|52|136\n", rule, &finding));
    assert_int_equal(finding.to_channel, CHANNEL_PORTAL);
    assert_fires(rule, "id|name|frequency|pages|copies|mandate\na|Stock|52|20|4|Law 5\n",
                 STRENGTH_ASK, NAN);
    assert_silent(rule, "id|name|frequency|pages|copies\na|Stock|52|10|\n");
    /* 2 is attachment */
    assert_fires(rule, "id|name|frequency|channel|recipient_count\na|Stock|52|2|20\n", STRENGTH_ASK,
                 NAN);
    assert_silent(rule, "id|name|frequency|channel|recipient_count\na|Stock|52|2|19\n");
    assert_silent(rule, "id|name|frequency|channel|recipient_count\na|Stock|52|2|\n");
    assert_silent(rule, "id|name|frequency|channel|recipient_count\na|Stock|52|1|20\n");
}

static void test_unclear(void **state)
{
    enum rule rule = RULE_unclear;

    (void)state;
    assert_fires(rule, "id|name|frequency|rating|complaints\na|Stock|52|2|3\n", STRENGTH_LIKELY,
                 NAN);
    assert_fires(rule, "id|name|frequency|rating\na|Stock|52|2.5\n", STRENGTH_ASK, NAN);
    assert_silent(rule, "id|name|frequency|rating\na|Stock|52|2.6\n");
    assert_fires(rule, "id|name|frequency|errors\na|Stock|52|6\n", STRENGTH_ASK, NAN);
    assert_silent(rule, "id|name|frequency|errors\na|Stock|52|5\n");
    assert_silent(rule, "id|name|frequency|errors|pages\na|Stock|52||200\n");
    assert_silent(rule, "id|name|frequency|rating|complaints\na|Stock|52|4.5|3\n");
    assert_fires(rule, "id|name|frequency|rating|complaints\na|Safety stock|52|2|3\n", STRENGTH_ASK,
                 NAN);
}

/* One report, several findings: which of them count. */
static void test_superseded(void **state)
{
    struct made_up made;
    struct finding unused, frequent, needed;

    (void)state;
    made_up_read(&made,
                 "id|name|frequency|data_refresh|needed_frequency|opens|log_days\n"
                 "a|Stock|250|52|12||\nb|Orders|52|12||0|365\n",
                 NULL);
    made_up_judge(&made);
    frequent = made_up_get(&made, RULE_too_frequent, 0);
    needed = made_up_get(&made, RULE_needed, 0);
    /* the data says weekly for certain, the readers say monthly */
    assert_int_equal(frequent.strength, STRENGTH_LIKELY);
    assert_near(frequent.to_runs, 12, 1e-9);
    assert_false(frequent.superseded);
    assert_true(needed.superseded);
    assert_int_equal(needed.saving, 0);
    unused = made_up_get(&made, RULE_unused, 1);
    frequent = made_up_get(&made, RULE_too_frequent, 1);
    assert_false(unused.superseded);
    assert_true(frequent.superseded);
    assert_int_equal(frequent.saving, 0);
    made_up_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_needed),     cmocka_unit_test(test_above_minimum),
        cmocka_unit_test(test_name_says),  cmocka_unit_test(test_channel),
        cmocka_unit_test(test_alone),      cmocka_unit_test(test_unclear),
        cmocka_unit_test(test_superseded),
    };

    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
