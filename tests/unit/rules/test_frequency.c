#include "made_up.h"

static bool fires(const char *table, struct finding *finding)
{
    return made_up_fires(table, RULE_too_frequent, finding);
}

static void assert_finding(const char *table, enum strength strength, double to)
{
    struct finding finding;

    assert_true(fires(table, &finding));
    assert_int_equal(finding.strength, strength);
    assert_near(finding.to_runs, to, 1e-9);
}

static void test_refresh(void **state)
{
    (void)state;
    assert_finding("id|name|frequency|data_refresh\na|Stock|250|52\n", STRENGTH_CERTAIN, 52);
    /* as deep as the data goes, not two rungs only */
    assert_finding("id|name|frequency|data_refresh\na|Stock|250|12\n", STRENGTH_CERTAIN, 12);
    assert_false(fires("id|name|frequency|data_refresh\na|Stock|52|52\n", NULL));
    assert_false(fires("id|name|frequency|data_refresh\na|Stock|52|\n", NULL));
    assert_false(fires("id|name|frequency|data_refresh\na|Stock|event|12\n", NULL));
}

static void test_two_signs(void **state)
{
    (void)state;
    assert_finding("id|name|frequency|decision_frequency|changed_share\na|Stock|52|26|0.1\n",
                   STRENGTH_LIKELY, 26);
    /* one weak sign is a question */
    assert_finding("id|name|frequency|decision_frequency|changed_share\na|Stock|52|26|\n",
                   STRENGTH_ASK, 26);
    assert_finding("id|name|frequency|changed_share\na|Stock|52|0.2\n", STRENGTH_ASK, 26);
    assert_false(fires("id|name|frequency|changed_share\na|Stock|52|0.21\n", NULL));
    /* two rungs at most: 250 to 52, though both signs say yearly */
    assert_finding("id|name|frequency|decision_frequency|changed_share|open_share|log_days\n"
                   "a|Stock|250|1|0.1|0.01|365\n",
                   STRENGTH_LIKELY, 52);
}

static void test_usage(void **state)
{
    (void)state;
    assert_finding("id|name|frequency|open_share|log_days\na|Stock|52|0.5|365\n", STRENGTH_ASK, 26);
    assert_false(fires("id|name|frequency|open_share|log_days\na|Stock|52|0.51|365\n", NULL));
    assert_false(fires("id|name|frequency|open_share|log_days\na|Stock|52|0.5|89\n", NULL));
    assert_false(fires("id|name|frequency|open_share|log_days\na|Stock|52|0.5|\n", NULL));
    /* eight runs must be in the log: 12 a year need 244 days */
    assert_true(fires("id|name|frequency|open_share|log_days\na|Stock|12|0.3|244\n", NULL));
    assert_false(fires("id|name|frequency|open_share|log_days\na|Stock|12|0.3|240\n", NULL));
    /* 20 opens are at most 20 runs of 52 */
    assert_finding("id|name|frequency|opens|log_days\na|Stock|52|20|365\n", STRENGTH_ASK, 26);
    assert_false(fires("id|name|frequency|opens|log_days\na|Stock|52|900|365\n", NULL));
}

static void test_floors(void **state)
{
    (void)state;
    made_up_assert_outside("id|name|frequency|data_refresh|mandate\na|Stock|52|12|Law 5\n",
                           RULE_too_frequent);
    assert_finding("id|name|frequency|data_refresh|mandate|min_frequency\na|Stock|52|4|Law 5|12\n",
                   STRENGTH_CERTAIN, 12);
    /* an event must be noticed within 15 days: 24.3 runs a year */
    assert_finding("id|name|frequency|data_refresh|react_days\na|Stock|52|4|15\n", STRENGTH_CERTAIN,
                   26);
    assert_finding("id|name|frequency|data_refresh|needed_frequency\na|Stock|52|4|12\n",
                   STRENGTH_CERTAIN, 12);
    assert_false(fires("id|name|frequency|data_refresh|needed_frequency\na|Stock|52|4|52\n", NULL));
    assert_finding("id|name|frequency|data_refresh|sources\na|Stock|52|4|\nb|Pack|12||Stock,SAP\n",
                   STRENGTH_CERTAIN, 12);
}

static void test_alert(void **state)
{
    (void)state;
    assert_false(fires("id|name|frequency|decision_frequency\na|Stock alert|52|12\n", NULL));
    assert_true(fires("id|name|frequency|decision_frequency\na|Stock|52|12\n", NULL));
}

static void test_mandate_word(void **state)
{
    (void)state;
    assert_finding("id|name|frequency|data_refresh|mandate\na|Statutory stock|52|12|\n",
                   STRENGTH_ASK, 12);
    assert_finding("id|name|frequency|data_refresh|mandate\na|Statutory stock|52|12|none\n",
                   STRENGTH_CERTAIN, 12);
    assert_finding("id|name|frequency|data_refresh|description\n"
                   "a|Stock|52|12|published under section 12 of the Food Act\n",
                   STRENGTH_ASK, 12);
    assert_finding("id|name|frequency|data_refresh|description\n"
                   "a|Stock|52|12|see section 12 for the codes\n",
                   STRENGTH_CERTAIN, 12);
}

static void test_nothing_known(void **state)
{
    struct finding finding;

    (void)state;
    assert_true(made_up_fires("id|name|frequency|recipients\na|Stock|52|x\n", RULE_frequent_unknown,
                              &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_int_equal(finding.action, ACTION_ASK);
    assert_near(finding.to_runs, 26, 1e-9);
    assert_int_equal(finding.hints, 0);
    assert_true(finding.saving > 0);
    /* twice a working day becomes every working day, twice a day every day */
    assert_true(made_up_fires("id|name|frequency\na|Stock|500\n", RULE_frequent_unknown, &finding));
    assert_near(finding.to_runs, 250, 1e-9);
    assert_true(made_up_fires("id|name|frequency\na|Stock|730\n", RULE_frequent_unknown, &finding));
    assert_near(finding.to_runs, 365, 1e-9);
    assert_false(made_up_fires("id|name|frequency\na|Stock|12\n", RULE_frequent_unknown, NULL));
    assert_false(made_up_fires("id|name|frequency\na|Stock|\n", RULE_frequent_unknown, NULL));
    assert_false(made_up_fires("id|name|frequency|decision_frequency\na|Stock|52|52\n",
                               RULE_frequent_unknown, NULL));
    assert_false(made_up_fires("id|name|frequency|mandate\na|Stock|52|Law 5\n",
                               RULE_frequent_unknown, NULL));
}

static struct finding asked_about(const char *table)
{
    struct finding finding;

    assert_true(made_up_fires(table, RULE_frequent_unknown, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    return finding;
}

/* What nothing speaks for is asked together with others, and is no question of its own. */
static void assert_joint(const char *table)
{
    struct finding finding = asked_about(table);

    assert_true(finding.joint);
    assert_int_equal(finding.hints, 0);
    assert_int_equal(finding_weight(&finding), 0);
    assert_true(finding_is_joint(&finding));
}

static void assert_hinted(const char *table, unsigned hints, double to_runs)
{
    struct finding finding = asked_about(table);

    assert_false(finding.joint);
    assert_int_equal(finding.hints, hints);
    assert_near(finding.to_runs, to_runs, 1e-9);
    assert_true(finding_weight(&finding) > 0);
    assert_false(finding_is_joint(&finding));
}

static void test_names(void **state)
{
    (void)state;
    assert_joint("id|name|frequency\na|Stock|52\n");
    assert_hinted("id|name|frequency\na|Headcount by site|52\n", 1, 12);
    assert_hinted("id|name|frequency\na|Headcount by site|250\n", 1, 52);
    assert_hinted("id|name|frequency\na|Personalbestand je Standort|52\n", 1, 12);
    /* never below what is worth asking about */
    assert_hinted("id|name|frequency\na|Headcount by site|26\n", 1, 12);
    /* cash is acted upon within a day, whatever else its name says */
    assert_joint("id|name|frequency\na|Cash forecast|250\n");
    assert_joint("id|name|frequency\na|Headcount alert|250\n");
    /* how things stand: every day is a sign, every week half of one */
    assert_hinted("id|name|frequency\na|Project status|250\n", 1, 52);
    assert_joint("id|name|frequency\na|Project status|52\n");
    /* a year that is over */
    assert_hinted("id|name|frequency\na|Roll-out 2019|52\n", 1, 12);
    assert_joint("id|name|frequency\na|Roll-out 2999|52\n");
    assert_joint("id|name|frequency\na|ISO 9001 2015 checks|52\n");
    assert_joint("id|name|frequency\na|Item 20190|52\n");
    /* left to the rule on names */
    assert_false(
        made_up_fires("id|name|frequency\na|Stock monthly|52\n", RULE_frequent_unknown, NULL));
}

static void test_readers(void **state)
{
    (void)state;
    assert_hinted("id|name|frequency|recipients|owner\na|Stock|52|x|x\n", 1, 26);
    /* 250 + 1060 issues a year are 25 a week: half a sign */
    assert_joint("id|name|frequency|recipients\na|Stock|250|x\nb|Orders|1060|x\n");
    assert_hinted("id|name|frequency|recipients\na|Stock status|52|x\nb|Orders|1260|x\n", 1, 26);
    assert_joint("id|name|frequency|recipient_count\na|Stock|52|20\n");
    /* three others a reader, most of them monthly; and in a unit where most are */
    assert_joint("id|name|frequency|recipients\na|Stock|52|x\nb|B|12|x\nc|C|4|x\nd|D|12|x\n");
    assert_hinted("id|name|frequency|recipients|department\na|Stock|52|x|u\nb|B|12|x|u\n"
                  "c|C|4|x|u\nd|D|12|x|u\ne|E|12|y|u\n",
                  1, 26);
    assert_joint("id|name|frequency|recipients|department\na|Stock|52|x|u\nb|B|12|x|u\n"
                 "c|C|4|x|u\nd|D|12|x|u\n");
    assert_joint("id|name|frequency|recipients|department\na|Stock|52|x|u\nb|B|52|x|u\n"
                 "c|C|52|x|u\nd|D|12|x|u\ne|E|12|y|u\n");
}

static void test_families(void **state)
{
    struct made_up made;
    (void)state;

    made_up_read(&made, "id|name|frequency|recipients\na|Stock|250|x,y\nb|Stock|52|x,y\n", NULL);
    made_up_pair(&made, RELATION_CADENCE, 0, 1, 0.9f, false);
    made_up_judge(&made);
    assert_int_equal(made_up_get(&made, RULE_frequent_unknown, 0).hints, 1);
    assert_near(made_up_get(&made, RULE_frequent_unknown, 0).to_runs, 52, 1e-9);
    assert_true(made_up_get(&made, RULE_frequent_unknown, 1).joint);
    made_up_free(&made);
    /* one like it, of another place, is slower; not where the name says that it is the fast one */
    made_up_read(&made, "id|name|frequency\na|Stock north|250\nb|Stock south|12\n", NULL);
    made_up_pair(&made, RELATION_VARIANT, 0, 1, 0.9f, false);
    made_up_judge(&made);
    assert_int_equal(made_up_get(&made, RULE_frequent_unknown, 0).hints, 1);
    assert_near(made_up_get(&made, RULE_frequent_unknown, 0).to_runs, 52, 1e-9);
    made_up_free(&made);
    made_up_read(&made, "id|name|frequency\na|Daily stock north|250\nb|Monthly stock south|12\n",
                 NULL);
    made_up_pair(&made, RELATION_VARIANT, 0, 1, 0.9f, false);
    made_up_judge(&made);
    assert_true(made_up_get(&made, RULE_frequent_unknown, 0).joint);
    made_up_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refresh),       cmocka_unit_test(test_two_signs),
        cmocka_unit_test(test_usage),         cmocka_unit_test(test_floors),
        cmocka_unit_test(test_alert),         cmocka_unit_test(test_mandate_word),
        cmocka_unit_test(test_nothing_known), cmocka_unit_test(test_names),
        cmocka_unit_test(test_readers),       cmocka_unit_test(test_families),
    };

    return cmocka_run_group_tests_name("frequency", tests, NULL, NULL);
}
