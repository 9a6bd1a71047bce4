/* What people answered, as evidence: who needs it holds, and the owner of what feeds others. */
#include "made_up.h"

#include "model/answer.h"

enum { MOST = 4 };

struct said {
    const char *question, *person;
    enum reply reply;
    double runs;
    const char *words; /* NULL without */
};

static void answer(struct made_up *made, const struct said *said, size_t count,
                   struct answers *answers)
{
    struct inventory *inventory = made->inventory;
    struct arena *arena = inventory->arena;
    size_t i;

    answers->count = count;
    answers->list = ARENA_ARRAY(arena, MOST, struct answer);
    for (i = 0; i < count; i++)
        answers->list[i] = (struct answer){
            .question = table_add(inventory->strings, text_of(said[i].question)),
            .person = table_add(inventory->strings, text_of(said[i].person)),
            .reply = said[i].reply,
            .runs = said[i].reply || said[i].words ? (double)NAN : said[i].runs,
            .words = said[i].words ? table_add(inventory->strings, text_of(said[i].words)) : 0,
            .rating = NAN,
            .on = DATE_UNKNOWN};
    answers->texts = (size_t)table_count(inventory->strings) + 1;
    answers->last = ARENA_ARRAY(arena, answers->texts, uint32_t);
    for (i = 0; i < count; i++) {
        answers->list[i].before = answers->last[answers->list[i].question];
        answers->last[answers->list[i].question] = (uint32_t)i + 1;
    }
    inventory->answers = answers;
}

/* The finding on the first row once that was said; false where there is none any more. */
static bool settles(const char *table, enum rule rule, const struct said *said, size_t count,
                    struct finding *finding)
{
    struct answers answers;
    struct made_up made;
    const struct finding *found;

    made_up_read(&made, table, NULL);
    answer(&made, said, count, &answers);
    made_up_judge(&made);
    found = made_up_find(&made, rule, 0);
    if (found)
        *finding = *found;
    made_up_free(&made);
    return found != NULL;
}

#define SETTLES(table, rule, finding, ...)                                                         \
    settles(table, rule, (const struct said[]){__VA_ARGS__},                                       \
            sizeof((const struct said[]){__VA_ARGS__}) / sizeof(struct said), finding)

static const char weekly[] = "id|name|frequency|owner\na|Stock|52|Ann\n";
static const char question[] = "frequent_unknown:a";

static void test_the_keener_need_holds(void **state)
{
    enum rule rule = RULE_frequent_unknown;
    struct finding finding;

    (void)state;
    assert_true(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_YES, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_near(finding.to_runs, 26, 1e-9);
    assert_false(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_YES, 0, NULL},
                         {question, "Bo", REPLY_NO, 0, NULL}));
    assert_true(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_NONE, 4, NULL},
                        {question, "Bo", REPLY_NONE, 12, NULL}));
    assert_near(finding.to_runs, 12, 1e-9);
    /* who agreed to every two weeks did not agree to quarterly */
    assert_true(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_YES, 0, NULL},
                        {question, "Bo", REPLY_NONE, 4, NULL}));
    assert_near(finding.to_runs, 26, 1e-9);
    /* as often as today is a no */
    assert_false(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_NONE, 4, NULL},
                         {question, "Bo", REPLY_NONE, 52, NULL}));
    /* who is not sure says nothing against it */
    assert_true(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_YES, 0, NULL},
                        {question, "Bo", REPLY_UNSURE, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_true(SETTLES(weekly, rule, &finding, {question, "Bo", REPLY_UNSURE, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_int_equal(finding_weight(&finding), 0);
}

static void test_the_last_word_of_a_person_holds(void **state)
{
    enum rule rule = RULE_frequent_unknown;
    struct finding finding;

    (void)state;
    assert_true(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_NO, 0, NULL},
                        {question, "Ann", REPLY_YES, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_false(SETTLES(weekly, rule, &finding, {question, "Ann", REPLY_YES, 0, NULL},
                         {question, "Ann", REPLY_NO, 0, NULL}));
    /* without a name they may be two */
    assert_false(SETTLES(weekly, rule, &finding, {question, "", REPLY_NO, 0, NULL},
                         {question, "", REPLY_YES, 0, NULL}));
}

static void test_what_feeds_another_is_its_owners(void **state)
{
    static const char fed[] = "id|name|frequency|owner|opens|log_days|sources\n"
                              "a|Stock|52|Ann|0|365|\nb|Pack|12|Cleo|9|365|Stock\n";
    static const char slow[] = "id|name|frequency|owner|sources\na|Stock|52|Ann|\n"
                               "b|Pack|12|Cleo|Stock\n";
    struct finding finding;

    (void)state;
    assert_true(SETTLES(fed, RULE_unused, &finding, {"unused:a", "Bo", REPLY_YES, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(finding_weight(&finding) > 0); /* the owner is still to be asked */
    assert_true(SETTLES(fed, RULE_unused, &finding, {"unused:a", "ann", REPLY_YES, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_true(
        SETTLES(slow, RULE_frequent_unknown, &finding, {question, "Bo", REPLY_NONE, 4, NULL}));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(
        SETTLES(slow, RULE_frequent_unknown, &finding, {question, "Ann", REPLY_NONE, 4, NULL}));
    assert_near(finding.to_runs, 4, 1e-9);
    assert_true(SETTLES(slow, RULE_frequent_unknown, &finding,
                        {question, "Bo", REPLY_NONE, 4, NULL},
                        {question, "Ann", REPLY_UNSURE, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

static void test_nobody_answers_for_the_law(void **state)
{
    static const char law[] = "id|name|frequency|owner|mandate|min_frequency\n"
                              "a|Stock|12|Ann|Law 5|4\n";
    static const char unread[] = "id|name|frequency|owner|opens|log_days|mandate\n"
                                 "a|Stock|52|Ann|0|365|Law 5\n";
    static const char ended[] = "id|name|frequency|owner|end_date|mandate\n"
                                "a|Stock|52|Ann|2020-01-01|Law 5\n";
    struct finding finding;

    (void)state;
    assert_true(SETTLES(law, RULE_above_minimum, &finding,
                        {"above_minimum:a", "Ann", REPLY_NONE, 1, NULL}));
    assert_near(finding.to_runs, 4, 1e-9);
    assert_true(SETTLES(unread, RULE_unused, &finding, {"unused:a", "Ann", REPLY_YES, 0, NULL}));
    assert_true(finding.outside);
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(SETTLES(ended, RULE_past_end, &finding, {"past_end:a", "Ann", REPLY_YES, 0, NULL}));
    assert_true(finding.outside);
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

/* What is asked about all the reports of somebody is answered for each of them. */
static void test_asked_together(void **state)
{
    static const char three[] = "id|name|frequency|owner\na|Stock|52|Ann\nb|Calls|52|Ann\n"
                                "c|Orders|250|Ann\n";
    static const char unit[] = "id|name|frequency|owner|department\na|Stock|52|Ann|U\n"
                               "b|Calls|52|Ann|U\nc|Orders|250|Bo|U\n";
    enum rule rule = RULE_frequent_unknown;
    struct finding finding;

    (void)state;
    assert_true(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_YES, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_near(finding.to_runs, 26, 1e-9);
    assert_true(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_NONE, 12, NULL}));
    assert_near(finding.to_runs, 12, 1e-9);
    assert_true(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_NONE, 0, "b; Stock"}));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_false(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_NONE, 0, "b; c"}));
    assert_false(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_NO, 0, NULL}));
    assert_true(SETTLES(three, rule, &finding, {"often:Bo", "Bo", REPLY_NO, 0, NULL}));
    assert_true(finding_is_joint(&finding)); /* that was about the reports of another */
    /* who has few of them is asked with all of the unit, alone only where that has few as well */
    assert_false(SETTLES(unit, rule, &finding, {"often:U", "Cleo", REPLY_NO, 0, NULL}));
    assert_true(SETTLES(unit, rule, &finding, {"often:Ann", "Ann", REPLY_NO, 0, NULL}));
    assert_false(SETTLES(weekly, rule, &finding, {"often:Ann", "Ann", REPLY_NO, 0, NULL}));
    assert_true(SETTLES(weekly, rule, &finding, {"often:", "Cleo", REPLY_NO, 0, NULL}));
    /* what was said of the report alone goes before that */
    assert_false(SETTLES(three, rule, &finding, {"often:Ann", "Ann", REPLY_YES, 0, NULL},
                         {question, "Ann", REPLY_NO, 0, NULL}));
    /* and a report with a question of its own was not asked about */
    assert_true(SETTLES("id|name|frequency|owner\na|Headcount|52|Ann\n", rule, &finding,
                        {"often:Ann", "Ann", REPLY_NO, 0, NULL}));
    assert_int_equal(finding.strength, STRENGTH_ASK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asked_together),
        cmocka_unit_test(test_the_keener_need_holds),
        cmocka_unit_test(test_the_last_word_of_a_person_holds),
        cmocka_unit_test(test_what_feeds_another_is_its_owners),
        cmocka_unit_test(test_nobody_answers_for_the_law),
    };

    return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
