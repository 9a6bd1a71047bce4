#include "../rules/made_up.h"

#include "compare/compare.h"

enum { MOST_EDITIONS = 3 };

/* Editions made up in words, compared. */
struct compared {
    struct made_up made[MOST_EDITIONS];
    size_t count;
    struct plan *plan;
    struct plan_options options;
    struct comparison *comparison;
};

static void compare(struct compared *compared, const char *first, const char *second,
                    const char *third)
{
    const char *const tables[] = {first, second, third};
    const struct inventory *inventories[MOST_EDITIONS];
    const struct compare_options options = {date_make(2026, 1, 1), date_make(2027, 1, 1), 1};
    size_t i;

    memset(compared, 0, sizeof *compared);
    for (compared->count = 0; compared->count < 3 && tables[compared->count]; compared->count++) {
        made_up_read(&compared->made[compared->count], tables[compared->count], NULL);
        inventories[compared->count] = compared->made[compared->count].inventory;
        compared->made[compared->count].inventory->ids_given = true;
    }
    for (i = 0; i < compared->count; i++)
        made_up_judge(&compared->made[i]);
    plan_options_init(&compared->options);
    compared->plan = plan_make(compared->made[0].findings, &compared->options);
    compared->comparison = compare_editions(inventories, compared->count, compared->plan,
                                            &compared->options, &options);
}

static void clear(struct compared *compared)
{
    size_t i;

    comparison_free(compared->comparison);
    plan_free(compared->plan);
    for (i = 0; i < compared->count; i++)
        made_up_free(&compared->made[i]);
}

/* The change of the report that had that number in the first edition. */
static const struct change *change_of(const struct compared *compared, uint32_t report)
{
    const struct comparison *comparison = compared->comparison;
    size_t i;

    for (i = 0; i < comparison->change_count; i++)
        if (comparison->histories[comparison->changes[i].history].stands[0].report == report)
            return &comparison->changes[i];
    fail_msg("no change of row %u", (unsigned)report);
    return NULL;
}

/* Its number in the last edition, or COMPARE_NONE. */
static uint32_t now(const struct compared *compared, uint32_t report)
{
    const struct comparison *comparison = compared->comparison;

    return comparison->histories[change_of(compared, report)->history]
        .stands[comparison->edition_count - 1]
        .report;
}

static void ids_that_were_given_anew_lead_nobody_astray(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared,
            "id|name|owner|frequency\n1|Stock levels|ann|52\n2|Visitors|bo|12\n3|Overtime|cy|12\n",
            "id|name|owner|frequency\n1|Visitors|bo|12\n2|Overtime|cy|12\n3|Stock levels|ann|52\n",
            NULL);
    assert_int_equal(now(&compared, 0), 2);
    assert_int_equal(now(&compared, 1), 0);
    assert_int_equal(now(&compared, 2), 1);
    assert_int_equal(compared.comparison->kinds[CHANGE_UNCHANGED], 3);
    clear(&compared);
}

static void one_of_two_with_a_name_keeps_its_owner(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared,
            "id|name|owner|department|frequency\na|Monthly report|ann|Finance|12\n"
            "b|Monthly report|bo|Works|12\n",
            "id|name|owner|department|frequency\nx|Monthly report|bo|Works|12\n", NULL);
    assert_int_equal(now(&compared, 0), COMPARE_NONE);
    assert_int_equal(now(&compared, 1), 0);
    clear(&compared);
}

static void words_turned_around_are_the_same_report(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared, "id|name|owner|frequency\na|Sales by region|ann|52\nb|Visitors|bo|12\n",
            "id|name|owner|frequency\nx|Region sales FY26|ann|52\ny|Visitors|bo|12\n", NULL);
    assert_int_equal(change_of(&compared, 0)->kind, CHANGE_RENAMED);
    assert_int_equal(now(&compared, 0), 0);
    clear(&compared);
}

static void another_member_of_a_family_is_another_report(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared,
            "id|name|owner|frequency\na|Sales in North|ann|52\nb|Sales in South|ann|52\n"
            "c|Sales in East|ann|52\n",
            "id|name|owner|frequency\nx|Sales in North|ann|52\ny|Sales in South|ann|52\n"
            "z|Sales in West|ann|52\n",
            NULL);
    assert_int_equal(now(&compared, 2), COMPARE_NONE);
    assert_int_equal(compared.comparison->kinds[CHANGE_NEW], 1);
    clear(&compared);
}

/* All that is known of them is alike but for the one word: of many that says enough. */
static void the_larger_a_family_the_less_is_one_the_new_name_of_another(void **state)
{
    static const char *const words[] = {"Adlam", "Borok", "Culver", "Drift", "Ember", "Fjord",
                                        "Gable", "Hazel", "Inlet",  "Jetty", "Knoll", "Lodge"};
    char before[4096] = "id|name|owner|fields|description|frequency\n";
    char after[4096] = "id|name|owner|fields|description|frequency\n";
    struct compared compared;
    size_t i;

    (void)state;
    for (i = 0; i < 12; i++) {
        char row[320];

        snprintf(row, sizeof row,
                 "%c|Testing data of the system %s in the life cycle of applications|ann|round,"
                 "tests,faults,open|What the tests of %s found in each round, what is open and who "
                 "mends it before the next release goes out to all users|52\n",
                 (char)('a' + i), words[i], words[i]);
        if (i != 3)
            strcat(before, row);
        if (i != 8)
            strcat(after, row);
    }
    compare(&compared, before, after, NULL);
    assert_int_equal(compared.comparison->kinds[CHANGE_RENAMED], 0);
    assert_int_equal(compared.comparison->kinds[CHANGE_NEW], 1);
    assert_int_equal(compared.comparison->kinds[CHANGE_GONE], 1);
    clear(&compared);
}

static void a_year_more_is_the_next_one_only_where_years_stand_side_by_side(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared,
            "id|name|owner|frequency\na|Crime map 2024|ann|1\nb|Budget 2025|bo|1\n"
            "c|Crime map 2025|ann|1\n",
            "id|name|owner|frequency\nx|Crime map 2025|ann|1\ny|Budget 2026|bo|1\n"
            "z|Crime map 2026|ann|1\n",
            NULL);
    assert_int_equal(now(&compared, 0), COMPARE_NONE);
    assert_int_equal(now(&compared, 1), 1);
    assert_int_equal(now(&compared, 2), 0);
    clear(&compared);
}

static void blanks_rename_nothing_and_joined_words_do(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared, "id|name|owner|frequency\na|Bed occupancy|ann|52\nb|Cash position|bo|12\n",
            "id|name|owner|frequency\na|Bed \xc2\xa0occupancy|ann|52\nb|Cashposition|bo|12\n",
            NULL);
    assert_int_equal(change_of(&compared, 0)->kind, CHANGE_UNCHANGED);
    assert_int_equal(change_of(&compared, 1)->kind, CHANGE_RENAMED);
    clear(&compared);
}

static void a_copy_of_what_stays_is_no_new_name_of_what_went(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared,
            "id|name|owner|frequency\na|Licences of taverns|ann|12\nb|Licences of clubs|ann|12\n",
            "id|name|owner|frequency\nx|Licences of clubs|ann|12\n"
            "y|Licences of clubs (pilot)|ann|12\n",
            NULL);
    assert_int_equal(now(&compared, 0), COMPARE_NONE);
    assert_int_equal(compared.comparison->kinds[CHANGE_NEW], 1);
    clear(&compared);
}

/* Nothing says what a run takes: a rarer issue then costs what the plan would say, and no other
 * rhythm's hours. Weekly 1 h; monthly 1 x (0.75 + 0.25 x 52/12) h. */
static void effort_that_was_assumed_stays(void **state)
{
    struct compared compared;
    const struct history *history;

    (void)state;
    compare(&compared, "id|name|frequency\na|Stock levels|52\n",
            "id|name|frequency\na|Stock levels|12\n", NULL);
    history = &compared.comparison->histories[0];
    assert_int_equal(history->stands[0].producer, 52 * 50 * 100);
    assert_int_equal(history->stands[1].producer, 110000);
    clear(&compared);
}

static void what_is_not_told_any_more_is_no_saving(void **state)
{
    struct compared compared;

    (void)state;
    compare(&compared, "id|name|frequency|effort_hours\na|Stock levels|52|2\nb|Keys||1\n",
            "id|name|frequency|effort_hours\na|Stock levels||2\nb|Keys|12|1\n", NULL);
    assert_int_equal(change_of(&compared, 0)->kind, CHANGE_UNCHANGED);
    assert_int_equal(compared.comparison->steps[STEP_LEARNED].amount, 12 * 50 * 100);
    assert_int_equal(compared.comparison->steps[STEP_BEFORE].amount, 52 * 2 * 50 * 100);
    clear(&compared);
}

static void new_reports_are_started_or_found(void **state)
{
    struct compared compared;
    const struct cost_step_sum *steps;

    (void)state;
    compare(&compared, "id|name|frequency|effort_hours\na|Stock levels|12|1\n",
            "id|name|frequency|effort_hours|start_date\na|Stock levels|12|1|\n"
            "b|Parcels|12|1|2026-03-01\nc|Keys handed out|12|2|2019-05-01\nd|Fleet|12|3|\n",
            NULL);
    steps = compared.comparison->steps;
    assert_int_equal(steps[STEP_STARTED].amount, 60000);
    assert_int_equal(steps[STEP_FOUND].amount, 120000);
    assert_int_equal(steps[STEP_UNTOLD].amount, 180000);
    assert_int_equal(steps[STEP_AFTER].amount, 420000);
    clear(&compared);
}

static void what_went_and_came_again_grew_back(void **state)
{
    struct compared compared;
    const struct comparison *comparison;

    (void)state;
    compare(&compared,
            "id|name|frequency|effort_hours\na|Stock levels|250|1\nb|Parking permits|12|1\n",
            "id|name|frequency|effort_hours\na|Stock levels|52|1\n",
            "id|name|frequency|effort_hours\na|Stock levels|250|1\nb|Parking permits|12|1\n");
    comparison = compared.comparison;
    assert_int_equal(comparison->history_count, 2);
    assert_int_equal(comparison->regrown_count, 2);
    assert_int_equal(comparison->regrown[0].kind, REGROWTH_FASTER);
    assert_int_equal(comparison->regrown[0].cost, (250 - 52) * 5000);
    assert_int_equal(comparison->regrown[1].kind, REGROWTH_RETURNED);
    assert_int_equal(comparison->editions[1].gone, 1);
    assert_int_equal(comparison->editions[2].returned, 1);
    assert_int_equal(comparison->kinds[CHANGE_UNCHANGED], 2);
    clear(&compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_that_were_given_anew_lead_nobody_astray),
        cmocka_unit_test(one_of_two_with_a_name_keeps_its_owner),
        cmocka_unit_test(words_turned_around_are_the_same_report),
        cmocka_unit_test(another_member_of_a_family_is_another_report),
        cmocka_unit_test(the_larger_a_family_the_less_is_one_the_new_name_of_another),
        cmocka_unit_test(a_year_more_is_the_next_one_only_where_years_stand_side_by_side),
        cmocka_unit_test(blanks_rename_nothing_and_joined_words_do),
        cmocka_unit_test(a_copy_of_what_stays_is_no_new_name_of_what_went),
        cmocka_unit_test(effort_that_was_assumed_stays),
        cmocka_unit_test(what_is_not_told_any_more_is_no_saving),
        cmocka_unit_test(new_reports_are_started_or_found),
        cmocka_unit_test(what_went_and_came_again_grew_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
