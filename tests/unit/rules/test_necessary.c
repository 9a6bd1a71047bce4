/* Why is it necessary, who should get it, where is its place: one report at a time. */
#include "made_up.h"

static void assert_fires(enum rule rule, const char *table, enum strength strength)
{
    struct finding finding;

    assert_true(made_up_fires(table, rule, &finding));
    assert_int_equal(finding.strength, strength);
}

static void assert_silent(enum rule rule, const char *table)
{
    assert_false(made_up_fires(table, rule, NULL));
}

static void test_nobody_gets_it(void **state)
{
    enum rule rule = RULE_nobody_gets_it;

    (void)state;
    assert_fires(rule, "id|name|frequency|recipients\na|Stock|52|nobody\n", STRENGTH_ASK);
    assert_fires(rule, "id|name|frequency|recipient_count\na|Stock|52|0\n", STRENGTH_ASK);
    assert_fires(rule, "id|name|frequency|recipients|opens|log_days\na|Stock|52|nobody|0|365\n",
                 STRENGTH_LIKELY);
    assert_silent(rule, "id|name|frequency|recipient_count\na|Stock|52|1\n");
    assert_silent(rule, "id|name|frequency|recipient_count\na|Stock|52|\n");
    assert_silent(rule, "id|name|frequency|recipients|recipient_count\na|Stock|52|x|0\n");
    made_up_assert_outside("id|name|frequency|recipients|mandate\na|Stock|52|nobody|Law 5\n", rule);
    assert_silent(rule, "id|name|frequency|recipients|opens|log_days\na|Stock|52|nobody|7|365\n");
}

static bool fires_with_people(const char *table, enum rule rule, const char *left, const char *list,
                              struct finding *finding)
{
    struct made_up made;
    const struct finding *found;
    uint32_t number;

    made_up_read(&made, table, NULL);
    number = made_up_person(&made, text_of(left));
    made.inventory->people[number].active = KNOWN_NO;
    number = made_up_person(&made, text_of(list));
    made.inventory->people[number].is_list = true;
    made_up_judge(&made);
    found = made_up_find(&made, rule, 0);
    if (found)
        *finding = *found;
    made_up_free(&made);
    return found != NULL;
}

static void test_readers_left(void **state)
{
    static const char one[] = "id|name|frequency|recipients|opens|log_days\na|Stock|52|x||365\n";
    static const char unread[] = "id|name|frequency|recipients|opens|log_days\n"
                                 "a|Stock|52|x|0|365\n";
    static const char read[] = "id|name|frequency|recipients|opens|log_days\na|Stock|52|x|4|365\n";
    static const char two[] = "id|name|frequency|recipients\na|Stock|52|x,y\n";
    static const char law[] = "id|name|frequency|recipients|mandate\na|Stock|52|x|Law 5\n";
    struct finding finding;
    enum rule rule = RULE_readers_left;

    (void)state;
    assert_true(fires_with_people(one, rule, "x", "z", &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_true(fires_with_people(unread, rule, "x", "z", &finding));
    assert_int_equal(finding.strength, STRENGTH_LIKELY);
    assert_false(fires_with_people(read, rule, "x", "z", &finding));
    assert_false(fires_with_people(two, rule, "x", "z", &finding));
    assert_false(fires_with_people(two, rule, "x", "y", &finding));
    assert_true(fires_with_people(law, rule, "x", "z", &finding));
    assert_true(finding.outside);
    assert_false(fires_with_people(one, rule, "z", "z", &finding));
}

static void test_recipients(void **state)
{
    static const char two[] = "id|name|frequency|recipients|read_minutes\na|Stock|52|x,y|5\n";
    struct finding finding;

    (void)state;
    assert_true(fires_with_people(two, RULE_recipients, "x", "z", &finding));
    assert_int_equal(finding.strength, STRENGTH_CERTAIN);
    assert_near(finding.to_readers, 1, 0);
    assert_false(fires_with_people(two, RULE_recipients, "z", "z", &finding));
}

static void test_never_opened(void **state)
{
    struct made_up made;
    struct usage_row rows[] = {{.report = 0, .person = 1, .opens = 4}};
    struct usage usage = {rows, 1, 20000, 20088, 0};
    const struct finding *finding;

    (void)state;
    for (; usage.last <= 20089; usage.last++) {
        made_up_read(&made, "id|name|frequency|recipients\na|Stock|52|x,y,z\n", NULL);
        made.inventory->usage = memory_alloc(1, sizeof usage);
        *made.inventory->usage = usage;
        made.inventory->usage->rows = memory_alloc(1, sizeof *rows);
        made.inventory->usage->rows[0] = rows[0];
        made_up_judge(&made);
        finding = made_up_find(&made, RULE_recipients, 0);
        /* 90 days must be logged */
        assert_int_equal(finding != NULL, usage.last == 20089);
        if (finding) {
            assert_int_equal(finding->strength, STRENGTH_LIKELY);
            assert_near(finding->to_readers, 1, 0);
        }
        memory_free(made.inventory->usage->rows);
        memory_free(made.inventory->usage);
        made.inventory->usage = NULL;
        made_up_free(&made);
    }
}

/* What another report has as well need not reach anybody twice, though it may not be merged away.
 */
static void test_content_that_comes_twice(void **state)
{
    static const char *const tables[] = {
        "id|name|frequency|recipients|fields|sources\na|Stock|12|x,y,z|p,q|\n"
        "b|Stock and orders|52|x,y|p,q,r|\nc|Pack|12|z|s|Stock\n",
        "id|name|frequency|recipients|fields|mandate\na|Stock|12|x,y,z|p,q|Law 5\n"
        "b|Stock and orders|52|x,y|p,q,r|\n",
        "id|name|frequency|recipients|fields|sources\na|Stock|52|x,y,z|p,q|\n"
        "b|Stock and orders|12|x,y|p,q,r|\nc|Pack|12|z|s|Stock\n"};
    size_t i;

    (void)state;
    for (i = 0; i < 3; i++) {
        const struct finding *finding;
        struct made_up made;

        made_up_read(&made, tables[i], NULL);
        made_up_pair(&made, RELATION_CONTAINED, 1, 0, 0.9f, false);
        made_up_judge(&made);
        finding = made_up_find(&made, RULE_recipients, 0);
        assert_int_equal(finding != NULL, i < 2); /* the bigger one must come as often */
        if (finding) {
            assert_int_equal(finding->strength, i ? STRENGTH_ASK : STRENGTH_LIKELY);
            assert_false(finding->superseded);
            assert_near(finding->to_readers, 1, 0);
            assert_int_equal(finding_recipient(made.findings, 0, 1), RECIPIENT_ELSEWHERE);
            assert_int_equal(finding_recipient(made.findings, 0, 3), RECIPIENT_STAYS);
        }
        made_up_free(&made);
    }
}

static void test_past_end(void **state)
{
    enum rule rule = RULE_past_end;

    (void)state;
    assert_fires(rule, "id|name|frequency|end_date\na|Stock|52|2026-11-13\n", STRENGTH_ASK);
    assert_silent(rule, "id|name|frequency|end_date\na|Stock|52|2026-11-14\n");
    assert_silent(rule, "id|name|frequency|end_date\na|Stock|52|\n");
    /* the requirement itself may have ended */
    assert_fires(rule, "id|name|frequency|end_date|mandate\na|Stock|52|2020-01-01|Law 5\n",
                 STRENGTH_ASK);
    assert_silent(rule, "id|name|frequency|end_date|status\na|Stock|52|2020-01-01|archived\n");
}

static void test_failing(void **state)
{
    enum rule rule = RULE_failing;

    (void)state;
    assert_fires(rule, "id|name|frequency|last_status|complaints\na|Stock|52|Failed: disk|0\n",
                 STRENGTH_ASK);
    assert_silent(rule, "id|name|frequency|last_status|complaints\na|Stock|52|Failed: disk|1\n");
    assert_silent(rule, "id|name|frequency|last_status|complaints\na|Stock|52|Failed: disk|\n");
    assert_silent(rule, "id|name|frequency|last_status|complaints\na|Stock|52|ok|0\n");
    made_up_assert_outside("id|name|frequency|last_status|complaints|mandate\n"
                           "a|Stock|52|Failed|0|Law 5\n",
                           rule);
}

static void test_owner_left(void **state)
{
    static const char table[] = "id|name|frequency|owner\na|Stock|52|x\n";
    struct finding finding;

    (void)state;
    assert_true(fires_with_people(table, RULE_owner_left, "x", "z", &finding));
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_int_equal(finding.saving, 0);
    assert_false(fires_with_people(table, RULE_owner_left, "y", "z", &finding));
}

static void test_review(void **state)
{
    enum rule rule = RULE_review_overdue;

    (void)state;
    assert_fires(rule, "id|name|frequency|last_review\na|Stock|52|2023-11-13\n", STRENGTH_ASK);
    assert_silent(rule, "id|name|frequency|last_review\na|Stock|52|2023-11-16\n");
    assert_silent(rule, "id|name|frequency|last_review\na|Stock|52|\n");
    assert_silent(rule, "id|name|frequency|last_review|mandate\na|Stock|52|2019-01-01|Law 5\n");
}

static void test_misplaced(void **state)
{
    struct made_up made;
    int outside;

    (void)state;
    for (outside = 2; outside <= 3; outside++) {
        made_up_read(&made, "id|name|frequency|department|recipients\na|Stock|52|IT|x,y,z\n", NULL);
        for (uint32_t i = 1; i <= 3; i++)
            made.inventory->people[i].department =
                table_add(made.inventory->strings, text_of((int)i <= outside ? "Wards" : "IT"));
        made_up_judge(&made);
        assert_int_equal(made_up_find(&made, RULE_misplaced, 0) != NULL, outside == 3);
        made_up_free(&made);
    }
    assert_silent(RULE_misplaced, "id|name|frequency|department|recipients\na|Stock|52|IT|x,y,z\n");
}

static void test_single_point(void **state)
{
    char table[1024] = "id|name|frequency|owner\n";
    int reports;

    (void)state;
    for (reports = 1; reports <= 10; reports++) {
        char row[64];

        snprintf(row, sizeof row, "a%d|Stock %c|%d|x\n", reports, 'a' + reports,
                 reports == 1 ? 250 : 12);
        strcat(table, row);
        assert_int_equal(made_up_fires(table, RULE_single_point, NULL), reports == 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_gets_it),
        cmocka_unit_test(test_readers_left),
        cmocka_unit_test(test_recipients),
        cmocka_unit_test(test_never_opened),
        cmocka_unit_test(test_content_that_comes_twice),
        cmocka_unit_test(test_past_end),
        cmocka_unit_test(test_failing),
        cmocka_unit_test(test_owner_left),
        cmocka_unit_test(test_review),
        cmocka_unit_test(test_misplaced),
        cmocka_unit_test(test_single_point),
    };

    return cmocka_run_group_tests_name("necessary", tests, NULL, NULL);
}
