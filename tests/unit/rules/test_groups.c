#include "made_up.h"

struct setting {
    const char *table;
    enum relation relation;
    float score;
    bool ask;
};

/* The second row may go into the first. */
static bool judged(struct setting setting, enum rule rule, struct finding *finding)
{
    struct made_up made;
    const struct finding *found;

    made_up_read(&made, setting.table, NULL);
    made_up_pair(&made, setting.relation, 0, 1, setting.score, setting.ask);
    made_up_judge(&made);
    found = made_up_find(&made, rule, 1);
    if (found)
        *finding = *found;
    made_up_free(&made);
    return found != NULL;
}

static void assert_same(const char *table, bool ask, enum strength strength)
{
    struct finding finding;

    assert_true(judged((struct setting){table, RELATION_SAME, 0.9f, ask}, RULE_same, &finding));
    assert_int_equal(finding.strength, strength);
    assert_int_equal(finding.action, ACTION_MERGE);
    assert_int_equal(finding.relation, RELATION_SAME);
    assert_int_equal(finding.other, 0);
    assert_int_equal(finding.group, 1);
}

static void test_same(void **state)
{
    (void)state;
    /* the least a user has: name and readers */
    assert_same("id|name|frequency|recipients\na|Stock|12|x,y\nb|Stock|12|x,y\n", false,
                STRENGTH_LIKELY);
    /* only the name says so */
    assert_same("id|name|frequency|recipients\na|Stock|12|x,y\nb|Stock|12|v,w\n", false,
                STRENGTH_ASK);
    assert_same("id|name|frequency\na|Stock|12\nb|Stock|12\n", false, STRENGTH_ASK);
    /* the list cannot tell one from two */
    assert_same("id|name|frequency|recipients\na|Stock|12|x,y\nb|Stock|12|x,y\n", true,
                STRENGTH_ASK);
    assert_same("id|name|frequency|recipients|fields|mandate\n"
                "a|Stock|12|x,y|f,g|none\nb|Stock|12|x,y|f,g|none\n",
                false, STRENGTH_CERTAIN);
    assert_same("id|name|frequency|recipients|fields|mandate\n"
                "a|Stock|12|x,y|f,g|\nb|Stock|12|x,y|f,g|\n",
                false, STRENGTH_LIKELY);
    assert_same("id|name|frequency|recipients|fields\n"
                "a|Audit stock|12|x,y|f,g\nb|Audit stock|12|x,y|f,g\n",
                false, STRENGTH_ASK);
}

static void test_same_protected(void **state)
{
    struct finding finding;

    (void)state;
    assert_true(judged((struct setting){"id|name|frequency|recipients|mandate\n"
                                        "a|Stock|12|x|\nb|Stock|12|x|Law 5\n",
                                        RELATION_SAME, 0.9f, false},
                       RULE_same, &finding));
    assert_true(finding.outside);
    assert_int_equal(finding.strength, STRENGTH_ASK);
    /* each law asks for its own variant */
    assert_false(judged((struct setting){"id|name|frequency|recipients|mandate\n"
                                         "a|Stock|12|x|\nb|Stock|12|x|Law 5\n",
                                         RELATION_VARIANT, 0.9f, false},
                        RULE_variant, &finding));
    /* the kept one may be protected */
    assert_true(judged((struct setting){"id|name|frequency|recipients|mandate\n"
                                        "a|Stock|12|x|Law 5\nb|Stock|12|x|\n",
                                        RELATION_SAME, 0.9f, false},
                       RULE_same, &finding));
    /* what feeds another is not merged away without a question */
    assert_true(judged((struct setting){"id|name|frequency|recipients|sources\na|Stock list|12|x|\n"
                                        "b|Stock|12|x|\nc|Pack|12|x|Stock\n",
                                        RELATION_SAME, 0.9f, false},
                       RULE_same, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

/* Most of b is not in a, so the merged report would cost more than the two. */
static void test_merge_that_costs(void **state)
{
    struct finding finding;

    (void)state;
    assert_false(judged((struct setting){"id|name|frequency|effort_hours|recipients\n"
                                         "a|Stock|12|9|x\nb|Stock|52|1|x\n",
                                         RELATION_SAME, 0.9f, false},
                        RULE_same, &finding));
}

/* All runs of the survivor become longer by what only the other has: where nothing says how much
 * that is, it may be more than what is saved. */
static void test_merge_that_may_cost(void **state)
{
    struct setting unknown = {"id|name|frequency|effort_hours|recipients\n"
                              "a|Stock|26|3|v\nb|Stock|365|3.6|v\n",
                              RELATION_SAME, 0.9f, false};
    struct setting equal = {"id|name|frequency|effort_hours|recipients|fields\n"
                            "a|Stock|26|3|v|f,g\nb|Stock|365|3.6|v|f,g\n",
                            RELATION_SAME, 0.9f, false};
    struct finding finding;

    (void)state;
    assert_true(judged(unknown, RULE_same, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(finding.saving > 0);
    assert_true(judged(equal, RULE_same, &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
}

static void test_contained(void **state)
{
    struct setting most = {"id|name|frequency|fields\na|Stock|12|f,g,h,i\nb|Part|12|f,g,h,i,j\n",
                           RELATION_CONTAINED, 0.8f, false};
    struct setting unsure = {"id|name|frequency|fields\na|Stock|12|f,g,h\nb|Part|12|f,g,h\n",
                             RELATION_CONTAINED, 0.7f, false};
    struct setting half = {"id|name|frequency|fields\na|Stock|12|f\nb|Part|12|f,j\n",
                           RELATION_CONTAINED, 0.8f, false};
    struct finding finding;

    (void)state;
    assert_true(judged(most, RULE_contained, &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    /* fields of the same names alone say little: two reports may be filtered in two ways */
    assert_true(judged(unsure, RULE_contained, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(judged(half, RULE_contained, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

/* The bigger one is not read, so it stops and the smaller one stays. */
static void test_contained_in_unread(void **state)
{
    struct setting setting = {"id|name|frequency|fields|opens|log_days\n"
                              "a|Stock|12|f,g,h,i|0|365\nb|Part|12|f,g,h,i|90|365\n",
                              RELATION_CONTAINED, 0.8f, false};
    struct finding finding;

    (void)state;
    assert_true(judged(setting, RULE_contained, &finding));
    assert_true(finding.superseded);
    assert_int_equal(finding.saving, 0);
}

static void test_variant(void **state)
{
    struct setting equal = {"id|name|frequency|effort_hours|fields|department\n"
                            "a|Stock North|12|4|f,g|IT\nb|Stock South|12|4|f,g|IT\n",
                            RELATION_VARIANT, 0.9f, false};
    struct setting units = {"id|name|frequency|effort_hours|fields|department\n"
                            "a|Stock North|12|4|f,g|IT\nb|Stock South|12|4|f,g|HR\n",
                            RELATION_VARIANT, 0.9f, false};
    struct setting names = {"id|name|frequency|effort_hours\n"
                            "a|Stock North|12|4\nb|Stock South|12|4\n",
                            RELATION_VARIANT, 0.9f, false};
    struct finding finding;

    (void)state;
    assert_true(judged(equal, RULE_variant, &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    /* half of its 12 x 4 h x 50 stays */
    assert_int_equal(finding.saving, 120000);
    assert_true(judged(units, RULE_variant, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(judged(names, RULE_variant, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

static void test_cadence(void **state)
{
    struct setting unread = {"id|name|frequency|opens|log_days\n"
                             "a|Stock|250|400|60\nb|Stock|52|0|60\n",
                             RELATION_CADENCE, 0.9f, false};
    struct setting unknown = {"id|name|frequency\na|Stock|250\nb|Stock|52\n", RELATION_CADENCE,
                              0.9f, false};
    struct setting both = {
        "id|name|frequency|opens|log_days\na|Stock|250|400|60\nb|Stock|52|3|60\n", RELATION_CADENCE,
        0.9f, false};
    struct finding finding;

    (void)state;
    assert_true(judged(unread, RULE_cadence, &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_true(judged(unknown, RULE_cadence, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(judged(both, RULE_cadence, &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

/* Where a slower edition would do, the faster one is asked about and not the slower one; once
 * readers have said that it would do it is more than a question. */
static void test_cadence_of_what_a_slower_one_would_do_for(void **state)
{
    static const struct {
        const char *table;
        bool asks_faster, asks_slower;
        enum strength strength;
    } cases[] = {
        {"id|name|frequency|recipients|decision_frequency\na|Stock|52|x,y|12\nb|Stock|12|x,y|\n",
         true, false, STRENGTH_ASK},
        {"id|name|frequency|recipients|decision_frequency|needed_frequency\n"
         "a|Stock|52|x,y|12|12\nb|Stock|12|x,y||\n",
         true, false, STRENGTH_LIKELY},
        /* y would have to do without it */
        {"id|name|frequency|recipients|decision_frequency\na|Stock|52|x,y|12\nb|Stock|12|x|\n",
         false, true, STRENGTH_ASK},
        /* somebody has to react within a week */
        {"id|name|frequency|recipients|decision_frequency|react_days\n"
         "a|Stock|52|x,y|12|7\nb|Stock|12|x,y||\n",
         false, true, STRENGTH_ASK}};
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct finding *faster, *slower;
        struct made_up made;

        made_up_read(&made, cases[i].table, NULL);
        made_up_pair(&made, RELATION_CADENCE, 0, 1, 0.9f, false);
        made_up_judge(&made);
        faster = made_up_find(&made, RULE_cadence, 0);
        slower = made_up_find(&made, RULE_cadence, 1);
        assert_int_equal(faster != NULL, cases[i].asks_faster);
        assert_int_equal(slower != NULL, cases[i].asks_slower);
        if (faster || slower)
            assert_int_equal((faster ? faster : slower)->strength, cases[i].strength);
        made_up_free(&made);
    }
}

/* The kept edition is kept by law, and the other one is that which people read: it is never asked
 * to stop, whether the kept one is known to be unread or not. */
static void test_cadence_keeps_what_is_read(void **state)
{
    static const char *const tables[] = {
        "id|name|frequency|mandate|opens|log_days\na|Stock|250|Law 5|0|400\nb|Stock|52||40|400\n",
        "id|name|frequency|mandate|opens|log_days\na|Stock|250|Law 5||400\nb|Stock|52||40|400\n",
        "id|name|frequency|mandate|opens|log_days\na|Stock|250|Law 5|0|60\nb|Stock|52||40|60\n"};
    size_t i;

    (void)state;
    for (i = 0; i < 3; i++) {
        struct setting setting = {tables[i], RELATION_CADENCE, 0.9f, false};
        struct finding finding;

        assert_false(judged(setting, RULE_cadence, &finding) && finding.report == 1);
    }
}

static void test_shared(void **state)
{
    struct made_up made;

    (void)state;
    made_up_read(&made, "id|name|frequency|department\na|Return|12|P\nb|Return|12|Q\n", NULL);
    made_up_pair(&made, RELATION_SHARED, 0, 1, 0.9f, false);
    made_up_judge(&made);
    assert_int_equal(made.findings->count, 1);
    assert_int_equal(made.findings->list[0].rule, RULE_shared);
    assert_int_equal(made.findings->list[0].strength, STRENGTH_ASK);
    assert_int_equal(made.findings->list[0].saving, 0);
    made_up_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_same_protected),
        cmocka_unit_test(test_contained),
        cmocka_unit_test(test_merge_that_costs),
        cmocka_unit_test(test_merge_that_may_cost),
        cmocka_unit_test(test_contained_in_unread),
        cmocka_unit_test(test_variant),
        cmocka_unit_test(test_cadence),
        cmocka_unit_test(test_cadence_of_what_a_slower_one_would_do_for),
        cmocka_unit_test(test_cadence_keeps_what_is_read),
        cmocka_unit_test(test_shared),
    };

    return cmocka_run_group_tests_name("groups", tests, NULL, NULL);
}
