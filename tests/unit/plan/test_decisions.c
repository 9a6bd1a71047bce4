#include "../rules/made_up.h"

#include "plan/decisions.h"

static void acceptance_means_the_strongest_of_its_kind(void **state)
{
    struct decision decision = {.report = 0,
                                .action = ACTION_MERGE,
                                .choice = CHOICE_ACCEPT,
                                .review_by = DATE_UNKNOWN,
                                .done = DATE_UNKNOWN};
    uint32_t last[] = {1};
    struct inventory inventory = {
        .count = 1, .decisions = &decision, .decision_count = 1, .last_decision = last};
    struct finding list[] = {
        {.report = 0, .action = ACTION_MERGE, .strength = STRENGTH_ASK},
        {.report = 0, .action = ACTION_MERGE, .strength = STRENGTH_LIKELY},
        {.report = 0, .action = ACTION_CHANGE_CHANNEL, .strength = STRENGTH_CERTAIN}};
    struct findings findings = {.inventory = &inventory, .list = list, .count = 3};
    struct arena *arena = arena_new();
    (void)state;
    enum verdict *verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_NONE);
    assert_int_equal(verdict[1], VERDICT_ACCEPTED);
    assert_int_equal(verdict[2], VERDICT_NONE);
    list[1].strength = STRENGTH_ASK; /* two questions: both are meant */
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_ACCEPTED);
    assert_int_equal(verdict[1], VERDICT_ACCEPTED);
    list[1].strength = STRENGTH_LIKELY;
    decision.choice = CHOICE_REJECT; /* nobody who rejects it wants a weaker one */
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_REJECTED);
    assert_int_equal(verdict[1], VERDICT_REJECTED);
    arena_free(arena);
}

/* What a page saves for a merge must come back as that merge, not as another one of the report. */
static void a_decision_may_name_what_a_merge_goes_into(void **state)
{
    struct decision decision = {.report = 0,
                                .action = ACTION_MERGE,
                                .choice = CHOICE_ACCEPT,
                                .to = 13,
                                .review_by = DATE_UNKNOWN,
                                .done = DATE_UNKNOWN};
    uint32_t last[] = {1, 0, 0}, ids[] = {11, 12, 13};
    struct inventory inventory = {
        .count = 3, .decisions = &decision, .decision_count = 1, .last_decision = last};
    struct finding list[] = {
        {.report = 0, .other = 1, .action = ACTION_MERGE, .strength = STRENGTH_LIKELY},
        {.report = 0, .other = 2, .action = ACTION_MERGE, .strength = STRENGTH_LIKELY}};
    struct findings findings = {.inventory = &inventory, .list = list, .count = 2};
    struct arena *arena = arena_new();
    (void)state;
    inventory.columns[FIELD_id].number = ids;
    enum verdict *verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_NONE);
    assert_int_equal(verdict[1], VERDICT_ACCEPTED);
    decision.choice = CHOICE_REJECT;
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_NONE);
    assert_int_equal(verdict[1], VERDICT_REJECTED);
    decision.choice = CHOICE_ACCEPT;
    list[1].strength = STRENGTH_ASK; /* who names a question by its survivor has answered it */
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[1], VERDICT_ACCEPTED);
    decision.to = 99; /* no such merge is proposed */
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_ACCEPTED);
    decision.to = 0;
    list[1].strength = STRENGTH_LIKELY;
    verdict = decisions_verdicts(arena, &findings);
    assert_int_equal(verdict[0], VERDICT_ACCEPTED);
    assert_int_equal(verdict[1], VERDICT_ACCEPTED);
    arena_free(arena);
}

/* What is moot while a report goes has its saving again when it stays. */
static void what_is_refused_makes_nothing_moot(void **state)
{
    struct made_up made;
    enum rule moot = RULE_too_frequent;
    enum verdict *verdict;
    int64_t gone;
    size_t i;
    (void)state;
    made_up_read(&made,
                 "id|name|frequency|effort_hours|recipients|opens|log_days|data_refresh|mandate\n"
                 "a|Stock|250|1|x|0|400|52|none\nb|Pack|52|1|x|9|400|12|none\n",
                 NULL);
    made_up_judge(&made);
    verdict = memory_alloc(made.findings->count, sizeof *verdict);
    gone = made_up_get(&made, RULE_unused, 0).saving;
    assert_true(made_up_get(&made, moot, 0).superseded);
    assert_int_equal(made_up_get(&made, moot, 0).saving, 0);
    decisions_refuse(made.findings, NULL);
    decisions_refuse(made.findings, verdict);
    assert_true(made_up_get(&made, moot, 0).superseded);
    for (i = 0; i < made.findings->count; i++) {
        if (made.findings->list[i].rule == RULE_unused)
            verdict[i] = VERDICT_REJECTED;
    }
    decisions_refuse(made.findings, verdict);
    assert_false(made_up_get(&made, moot, 0).superseded);
    assert_in_range(made_up_get(&made, moot, 0).saving, 1, gone - 1);
    assert_int_equal(made_up_get(&made, RULE_unused, 0).saving, gone);
    memory_free(verdict);
    made_up_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acceptance_means_the_strongest_of_its_kind),
        cmocka_unit_test(a_decision_may_name_what_a_merge_goes_into),
        cmocka_unit_test(what_is_refused_makes_nothing_moot),
    };
    return cmocka_run_group_tests_name("plan/decisions", tests, NULL, NULL);
}
