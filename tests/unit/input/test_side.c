/* People, lists, usage and assumptions beside an inventory. */
#include "unit.h"

#include "reading.h"

static const char inventory_csv[] = "ID,Report,Owner,Recipients,Frequency,Channel\n"
                                    "1,Cash,bo@x.org,\"Ann Lee; bo@x.org\",weekly,\n"
                                    "2,Stock,Ann Lee,Board list,monthly,portal\n"
                                    "3,Paper,Ann Lee,ann@x.org,monthly,print\n"
                                    "4,Stock,Cleo,,monthly,\n";

struct sides {
    const char *people, *lists, *usage, *assumptions;
};

static struct assumptions assumptions;

static struct inventory *read_with(const struct sides *sides, struct input_options options)
{
    struct reading_files files = {.count = 0};
    const char *name = reading_file(&files, inventory_csv, sizeof inventory_csv - 1);
    const char *people = NULL, *lists = NULL, *usage = NULL, *assumed = NULL;
    struct inventory *inventory;

    if (sides->people)
        people = reading_file(&files, sides->people, strlen(sides->people));
    if (sides->lists)
        lists = reading_file(&files, sides->lists, strlen(sides->lists));
    if (sides->usage)
        usage = reading_file(&files, sides->usage, strlen(sides->usage));
    if (sides->assumptions)
        assumed = reading_file(&files, sides->assumptions, strlen(sides->assumptions));
    options.people = &people;
    options.people_count = people != NULL;
    options.lists = &lists;
    options.lists_count = lists != NULL;
    options.usage = &usage;
    options.usage_count = usage != NULL;
    options.assumptions = &assumed;
    options.assumptions_count = assumed != NULL;
    assumptions_init(&assumptions);
    inventory = inventory_read(&name, 1, &options, &assumptions);
    reading_clear(&files);
    return inventory;
}

static struct inventory *read_sides(struct sides sides)
{
    static const struct input_options none;

    return read_with(&sides, none);
}

static void test_what_cannot_be_is_told(void **state)
{
    struct inventory *inventory =
        read_sides((struct sides){.people = "Email,Active\nann@x.org,perhaps\nbo@x.org,FALSCH\n",
                                  .usage = "report,opens\n1,5\n,7\n2,-3\n2,99999999999\n"});
    struct report report = report_at(inventory, "1");

    (void)state;
    assert_int_equal(problems(inventory, "bad-usage", NULL), 3);
    assert_int_equal(problems(inventory, "bad-value", NULL), 1);
    assert_int_equal(inventory_person(inventory, report.owner)->active, KNOWN_NO);
    assert_near(report.opens, 5, 0);
    assert_near(report_at(inventory, "2").opens, 1e9, 0);
    inventory_free(inventory);
}

static void test_people(void **state)
{
    struct inventory *inventory =
        read_sides((struct sides){.people = "E-Mail;Full name;Dept;Active;Rate;Capacity\n"
                                            "ann@x.org;Ann Lee;Finance;yes;40,50;1.600\n"
                                            "bo@x.org;Bo Castle;;left;;\n"
                                            ";;nobody;;;\n"});
    struct report report = report_at(inventory, "1");
    const struct person *bo = inventory_person(inventory, report.owner);
    const struct person *ann;

    (void)state;
    assert_text(inventory_person_name(inventory, report.owner), "Bo Castle");
    assert_int_equal(bo->active, KNOWN_NO);
    assert_true(isnan(bo->hourly_rate));
    assert_int_equal(report.recipients.count, 2);
    report = report_at(inventory, "2");
    ann = inventory_person(inventory, report.owner);
    assert_text(inventory_text(inventory, ann->email), "ann@x.org");
    assert_text(inventory_text(inventory, ann->department), "Finance");
    assert_int_equal(ann->active, KNOWN_YES);
    assert_near(ann->hourly_rate, 40.5, 1e-9);
    assert_int_equal(problems(inventory, "no-person", NULL), 1);
    assert_string_equal(inventory->inputs[1].role, "people");
    assert_int_equal(inventory->inputs[1].rows, 3);
    inventory_free(inventory);
}

static void test_lists(void **state)
{
    struct inventory *inventory = read_sides((struct sides){
        .lists = "List,Member\nBoard list,Ann Lee\nboard list,\"cleo@x.org; Sub list\"\n"
                 "Sub list,bo@x.org\nSub list,Board list\n"});
    struct report report = report_at(inventory, "2");
    size_t unknown = 99;

    (void)state;
    assert_int_equal(report.recipients.count, 1);
    assert_int_equal(inventory_people_in(inventory, report.recipients, &unknown), 3);
    assert_int_equal(unknown, 0);
    inventory_free(inventory);
    inventory = read_sides((struct sides){NULL, NULL, NULL, NULL});
    report = report_at(inventory, "2");
    assert_int_equal(inventory_people_in(inventory, report.recipients, &unknown), 0);
    assert_int_equal(unknown, 1);
    inventory_free(inventory);
}

static void test_events(void **state)
{
    struct inventory *inventory =
        read_sides((struct sides){.usage = "Report,User,Time\n"
                                           "Cash,ann@x.org,2026-01-05T08:00:00\n"
                                           "1,ann@x.org,2026-01-06 09:00\n"
                                           "/finance/CASH,bo@x.org,2026-01-20\n"
                                           "Unheard of,bo@x.org,2026-02-03\n"
                                           "Cash,ann@x.org,tomorrow\n"});
    struct report report = report_at(inventory, "1");

    (void)state;
    assert_near(report.opens, 4, 0);
    assert_near(report.readers, 2, 0);
    assert_near(report.runs_opened, 2, 0); /* two different weeks */
    assert_near(report.log_days, 30, 0);
    assert_int_equal(report.last_used, date_make(2026, 1, 20));
    assert_int_equal(inventory->log_end, date_make(2026, 2, 3));
    assert_int_equal(inventory->usage->count, 2);
    assert_int_equal(inventory->usage->unmatched, 1);
    /* The log saw nothing of the one in the portal; it cannot see the one on paper. */
    assert_near(report_at(inventory, "2").opens, 0, 0);
    report = report_at(inventory, "3");
    assert_false(report_has(&report, FIELD_opens));
    assert_int_equal(problems(inventory, "not-in-inventory", NULL), 1);
    assert_int_equal(problems(inventory, "bad-value", NULL), 1);
    inventory_free(inventory);
}

static void test_totals(void **state)
{
    struct inventory *inventory =
        read_sides((struct sides){.usage = "report,person,opens,last_opened\n"
                                           "Cash,Ann Lee,3,2026-01-05\n"
                                           "Stock,,2,2026-01-09\n"});
    struct report report = report_at(inventory, "1");

    (void)state;
    assert_near(report.opens, 3, 0);
    assert_near(report.readers, 1, 0);
    assert_false(report_has(&report, FIELD_log_days));
    /* Two reports have the name; none of them is unread for sure. */
    assert_near(report_at(inventory, "2").opens, 2, 0);
    assert_near(report_at(inventory, "4").opens, 2, 0);
    report = report_at(inventory, "3");
    assert_false(report_has(&report, FIELD_opens));
    inventory_free(inventory);
}

static void test_dates_that_need_an_order(void **state)
{
    struct sides sides = {.usage = "report,when\nCash,03/04/2026\n"};
    struct input_options options = {.date_order = DATE_ORDER_DMY};
    struct inventory *inventory = read_sides(sides);

    (void)state;
    assert_int_equal(problems(inventory, "date-order", NULL), 1);
    assert_int_equal(inventory->log_end, DATE_UNKNOWN);
    inventory_free(inventory);
    inventory = read_with(&sides, options);
    assert_int_equal(inventory->log_end, date_make(2026, 4, 3));
    inventory_free(inventory);
}

static void test_assumptions(void **state)
{
    struct inventory *inventory = read_sides((struct sides){
        .assumptions =
            "name,value,low,high,source\nrate,60,50,70,payroll 2026\nread.share,40 %,,,\n"
            "currency,EUR,,,\nratte,1,,,\nalpha,much,,,\n"});
    struct place place;

    (void)state;
    assert_near(assume(&assumptions, ASSUMPTION_RATE), 60, 0);
    assert_near(assumptions.list[ASSUMPTION_RATE].low, 50, 0);
    assert_string_equal(assumptions.list[ASSUMPTION_RATE].source, "payroll 2026");
    assert_string_not_equal(assumptions.list[ASSUMPTION_RATE].from, "default");
    assert_near(assume(&assumptions, ASSUMPTION_READ_SHARE), 0.4, 1e-9);
    assert_string_equal(assumptions.currency, "EUR");
    assert_int_equal(problems(inventory, "assumption", &place), 1);
    assert_int_equal(place.line, 5);
    assert_int_equal(problems(inventory, "bad-value", &place), 1);
    assert_int_equal(place.line, 6);
    inventory_free(inventory);
}

/* A row that makes no sense is refused as a whole, at its place, and the default is kept. */
static void test_assumptions_out_of_range(void **state)
{
    struct assumptions defaults;
    struct inventory *inventory = read_sides(
        (struct sides){.assumptions = "name,value,low,high\nrate,-5,,\np.merge.near,2,,\n"
                                      "taskforce.members,-30,,\nworkdays,0,,\nworkdays,400,,\n"
                                      "read.share,0.9,0.1,0.2\nalpha,0.3,0.9,\nbeta,0.5,0.6,7\n"});
    struct place place;
    int i;

    (void)state;
    assert_int_equal(problems(inventory, "assumption-range", &place), 7);
    assert_int_equal(place.line, 9);
    assert_int_equal(place.column, 14);
    assumptions_init(&defaults);
    for (i = 0; i < ASSUMPTION_COUNT; i++)
        if (i != ASSUMPTION_ALPHA) {
            assert_near(assumptions.list[i].value, defaults.list[i].value, 0);
            assert_near(assumptions.list[i].low, defaults.list[i].low, 0);
            assert_near(assumptions.list[i].high, defaults.list[i].high, 0);
            assert_string_equal(assumptions.list[i].from, "default");
        }
    assert_near(assume(&assumptions, ASSUMPTION_ALPHA), 0.3, 0); /* between 0.9 and 0 */
    inventory_free(inventory);
}

static void test_wrong_files(void **state)
{
    struct inventory *inventory = read_sides((struct sides){.usage = "a,b\n1,2\n"});

    (void)state;
    assert_int_equal(problems(inventory, "side-columns", NULL), 1);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 1);
    inventory_free(inventory);
    inventory = read_sides((struct sides){.people = "name\n\"Ann\n"});
    assert_int_equal(problems(inventory, "unclosed-quote", NULL), 1);
    inventory_free(inventory);
    inventory = read_sides((struct sides){.people = "nom\nCaf\xE9\n"});
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 0);
    assert_int_equal(problems(inventory, "encoding", NULL), 1);
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people),      cmocka_unit_test(test_what_cannot_be_is_told),
        cmocka_unit_test(test_lists),       cmocka_unit_test(test_events),
        cmocka_unit_test(test_totals),      cmocka_unit_test(test_dates_that_need_an_order),
        cmocka_unit_test(test_assumptions), cmocka_unit_test(test_assumptions_out_of_range),
        cmocka_unit_test(test_wrong_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
