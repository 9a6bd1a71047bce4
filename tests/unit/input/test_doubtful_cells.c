/* Cells and rows that can be read in two ways: what is taken, and that it is told. */
#include "unit.h"

#include "reading.h"

#include "input/export_cells.h"

static double cost_of(const char *csv, const char *kind, size_t told)
{
    struct inventory *inventory = read_string(csv, NULL);
    double cost = report_at(inventory, "a").annual_cost;

    assert_int_equal(problems(inventory, kind, NULL), told);
    inventory_free(inventory);
    return cost;
}

static void test_a_mark_that_no_cell_shows(void **state)
{
    (void)state;
    assert_near(cost_of("Report;Annual cost\nA;14.400\nB;42.000\n", "decimal-mark", 1), 14400, 0);
    assert_near(cost_of("Report;Annual cost\nA;14,400\n", "decimal-mark", 1), 14.4, 0);
    assert_near(cost_of("Report,Annual cost\nA,\"14,400\"\n", "decimal-mark", 1), 14400, 0);
    assert_near(cost_of("Report,Annual cost\nA,14.400\n", "decimal-mark", 1), 14.4, 0);
    /* Another column of the file tells. */
    assert_near(cost_of("Report;Annual cost;Effort hours\nA;14.400;1.5\n", "decimal-mark", 1), 14.4,
                0);
    assert_near(cost_of("Report,Annual cost,Effort hours\nA,14.400,\"1,5\"\n", "decimal-mark", 1),
                14400, 0);
    /* The column itself does, so there is nothing to tell. */
    assert_near(cost_of("Report;Annual cost\nA;14.400\nB;1,5\n", "decimal-mark", 0), 14400, 0);
}

static void expect_conflict(const char *csv, const char *kind)
{
    struct inventory *inventory = read_string(csv, NULL);
    struct report report = report_at(inventory, "c");
    struct place place;

    assert_true(isnan(report.run_cost));
    assert_false(report_has(&report, FIELD_last_review));
    assert_true(problems(inventory, kind, &place) >= 1);
    assert_int_equal(diag_problem(inventory->diag, 0)->place.line, 3);
    assert_int_equal(diag_problem(inventory->diag, 0)->severity, SEVERITY_WARNING);
    inventory_free(inventory);
}

static void test_a_conflict_leaves_open_what_is_open(void **state)
{
    (void)state;
    expect_conflict("name,run_cost\nA,\"1,234.50\"\nB,\"1.234,50\"\nC,1.234\n", "decimal-mark");
    expect_conflict("name,run_cost\nB,\"1.234,50\"\nA,\"1,234.50\"\nC,1.234\n", "decimal-mark");
    expect_conflict("name,last_review\nA,13/04/2026\nB,04/13/2026\nC,05/06/2020\n", "date-order");
    expect_conflict("name,last_review\nB,04/13/2026\nA,13/04/2026\nC,05/06/2020\n", "date-order");
}

static void expect_rows(const char *csv, bool fill_down, size_t reports, const char *kind,
                        size_t told)
{
    struct input_options options = {.fill_down = fill_down};
    struct inventory *inventory = read_string(csv, &options);

    assert_int_equal(inventory->count, reports);
    assert_int_equal(problems(inventory, kind, NULL), told);
    inventory_free(inventory);
}

static void test_names_alone_are_titles_between_reports(void **state)
{
    struct inventory *inventory;

    (void)state;
    expect_rows("name,frequency,owner,recipients\nFINANCE,,,\nCash,weekly,Ann,bo@x.org\n"
                "Stock,weekly,Ann,cy@x.org\nLegal,,,\nTax,yearly,Bo,di@x.org\n",
                false, 3, "section-row", 2);
    expect_rows("name,frequency,owner,recipients\nCash,,,\nStock,,,\nTax,yearly,Bo,\n", false, 3,
                "section-row", 0);
    expect_rows("name,frequency,owner\nSALES,,\nCASH,,\n", false, 2, "section-row", 0);
    inventory = read_string("name,frequency,owner,recipients\nHR,,,\nCash,weekly,Ann,bo@x.org\n"
                            "Legal,,,\nTax,yearly,Bo,di@x.org\nStock,daily,Bo,\n",
                            NULL);
    assert_int_equal(inventory->count, 3);
    assert_int_equal(report_at(inventory, "cash").recipients.count, 1);
    assert_int_equal(report_at(inventory, "tax").recipients.count, 1);
    assert_int_equal(report_at(inventory, "stock").recipients.count, 0);
    assert_near(report_at(inventory, "tax").runs, 1, 0);
    inventory_free(inventory);
}

static void test_totals_with_numbers(void **state)
{
    (void)state;
    expect_rows("name,frequency,owner,pages\nCash,weekly,Ann,5\nSubtotal Finance,,,5\n"
                "Total: 2,,,\nTotal (2 reports),,,5\nTotal cost,monthly,Bo,3\n"
                "Subtotals by site,daily,Bo,3\n",
                false, 3, "total-row", 3);
}

static const char merged[] = "Department,Report,Frequency,Recipients\nFinance,Cash,weekly,a@b.c\n"
                             ",,,b@b.c\n,,,c@b.c\nHR,Heads,quarterly,\nHR,Leave,monthly,d@b.c\n";

static void test_a_lone_recipient_is_no_title(void **state)
{
    (void)state;
    expect_rows(merged, false, 3, "no-name", 2);
    expect_rows(merged, true, 3, "no-name", 0);
}

static void test_rows_that_differ_in_the_recipient_alone_are_one_report(void **state)
{
    static const char *const last[] = {"Tax,yearly,\n", "Tax,yearly,a@b.c; b@b.c\n",
                                       "Tax,yearly,a@b.c\n"};
    size_t i;

    (void)state;
    for (i = 0; i < 3; i++) {
        char csv[200];

        snprintf(csv, sizeof csv,
                 "name,frequency,recipient\nCash,weekly,a@b.c\n%s"
                 "Cash,weekly,b@b.c\nDebt,monthly,d@b.c\n",
                 last[i]);
        expect_rows(csv, false, 3, "no-name", 0);
    }
    /* Not where something else differs, or nothing does. */
    expect_rows("name,frequency,recipient\nCash,weekly,a@b.c\nCash,monthly,b@b.c\n", false, 2,
                "no-name", 0);
    expect_rows("name,frequency,recipient\nCash,weekly,a@b.c\nCash,weekly,a@b.c\n", false, 2,
                "no-name", 0);
}

static void test_recipients_that_are_only_counted(void **state)
{
    struct inventory *inventory = read_string("name,recipients\nA,25\nB,12 people\nC,[]\n"
                                              "D,No recipients\nE,24 Hour Desk\nF,\n",
                                              NULL);
    struct report report = report_at(inventory, "a");

    (void)state;
    assert_near(report.recipient_count, 25, 0);
    assert_false(report_has(&report, FIELD_recipients));
    assert_near(report_at(inventory, "b").recipient_count, 12, 0);
    report = report_at(inventory, "c");
    assert_true(report_has(&report, FIELD_recipients) && !report.recipients.count);
    report = report_at(inventory, "d");
    assert_true(report_has(&report, FIELD_recipients) && !report.recipients.count);
    assert_int_equal(report_at(inventory, "e").recipients.count, 1);
    report = report_at(inventory, "f");
    assert_false(report_has(&report, FIELD_recipients));
    assert_false(report_has(&report, FIELD_recipient_count));
    inventory_free(inventory);
}

static void test_words_for_active(void **state)
{
    static const char *const off[] = {"FALSCH",
                                      "FAUX",
                                      "FALSO",
                                      "falso",
                                      "nee",
                                      "Resigned",
                                      "inaktiv",
                                      "Eingestellt",
                                      "ausgeschieden",
                                      "Deactivated",
                                      "No longer produced"};
    size_t i;

    (void)state;
    for (i = 0; i < sizeof off / sizeof *off; i++)
        assert_true(status_is_inactive(text_of(off[i])) && !status_is_active(text_of(off[i])));
    assert_true(status_is_active(text_of("WAHR")) && !status_is_inactive(text_of("WAHR")));
    assert_false(status_is_active(text_of("maybe")) || status_is_inactive(text_of("maybe")));
}

/* 20000 people, in XML with a character reference for each and in JSON. */
static void test_long_lists_of_exports_are_whole(void **state)
{
    struct arena *arena = arena_new();
    struct out *xml = out_memory(), *json = out_memory();
    struct delivery_settings settings;
    struct text list;
    size_t i;

    (void)state;
    out_string(xml, "<ParameterValues><ParameterValue><Name>TO</Name><Value>");
    for (i = 0; i < 20000; i++) {
        out_printf(xml, "p%05zu&#64;x.org;", i);
        out_printf(json, "%s{\"emailAddress\":\"p%05zu@x.org\"}", i ? "," : "[", i);
    }
    out_string(xml, "</Value></ParameterValue></ParameterValues>");
    out_string(json, "]");
    delivery_settings_read(arena, out_written(xml), &settings);
    assert_int_equal(settings.recipients.size, 20000 * 13);
    assert_true(text_ends(settings.recipients, "p19999@x.org;"));
    list = people_in_json(arena, out_written(json));
    assert_int_equal(list.size, 20000 * 14 - 2);
    assert_true(text_ends(list, "; p19999@x.org"));
    out_abandon(xml);
    out_abandon(json);
    arena_free(arena);
}

static void test_a_cell_that_breaks_off_is_told(void **state)
{
    struct inventory *inventory =
        read_string("name,ExtensionSettings,DeliveryExtension,ScheduleName\n"
                    "A,<ParameterValues><ParameterValue><Name>TO</Name><Value>a@x.org</Value>"
                    "</ParameterValue></ParameterValues>,Email,weekly\n"
                    "B,<ParameterValues><ParameterValue><Name>TO</Name><Val,Email,weekly\n",
                    NULL);
    struct place place;

    (void)state;
    assert_int_equal(problems(inventory, "cut-cell", &place), 1);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 3);
    inventory_free(inventory);
}

/* A comma in what a list in JSON holds parts nothing. */
static void test_names_with_commas_in_json(void **state)
{
    struct inventory *inventory = read_string("name,recipients\n"
                                              "A,\"['Doe, Jane']\"\n"
                                              "B,\"['Roe, Jim', 'Doe, Jane']\"\n",
                                              NULL);
    const char *said = NULL;

    (void)state;
    for (uint32_t i = 1; i < inventory->people_count; i++)
        if (text_is(inventory_text(inventory, inventory->people[i].name), "Doe, Jane"))
            said = "Jane";
    assert_non_null(said);
    assert_int_equal(inventory->people_count, 3);
    inventory_free(inventory);
}

static void test_broken_markup_and_unknown_codes_are_told(void **state)
{
    struct inventory *inventory = read_string(
        "name,ExtensionSettings,RecurrenceType,DaysOfWeek\n"
        "A,<ParameterValues><ParameterValue><Name>TO</Name><Value>a@x.org</Value></Para>"
        "<Name>CC</Name></ParameterValues>,4,2\n"
        "B,,9,2\n",
        NULL);
    struct place place;

    (void)state;
    assert_int_equal(problems(inventory, "broken-cell", &place), 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 3);
    assert_int_equal(inventory->columns[FIELD_recipients].number != NULL, 1);
    assert_int_equal(problems(inventory, "frequency-unknown", &place), 1);
    assert_int_equal(place.line, 3);
    inventory_free(inventory);
    inventory = read_string("name,users,frequency,artifactDisplayName\n"
                            "A,\"[{\"\"emailAddress\"\" \"\"a@x.org\"\"}]\",Weekly,A\n"
                            "B,[Draft] people,Weekly,B\n",
                            NULL);
    assert_int_equal(problems(inventory, "broken-cell", &place), 1);
    assert_int_equal(place.line, 2);
    inventory_free(inventory);
}

static void test_cells_of_unused_columns_are_kept_where_asked_for(void **state)
{
    const struct input_options keep = {.spare_cells = true};
    const char *list = "name,room colour,frequency,shelf\nA,blue,weekly,\nB,,monthly,\"3\n4\"\n";
    struct inventory *inventory = read_string(list, &keep);
    const struct spare_cell *cell = inventory->spare_cells;

    (void)state;
    assert_non_null(cell);
    assert_true(text_is(cell->header, "room colour") && text_is(cell->text, "blue"));
    assert_int_equal(cell->line, 2);
    cell = cell->next;
    assert_non_null(cell);
    assert_true(text_is(cell->header, "shelf") && text_is(cell->text, "3\n4"));
    assert_int_equal(cell->line, 3);
    assert_null(cell->next);
    inventory_free(inventory);
    inventory = read_string(list, NULL);
    assert_null(inventory->spare_cells);
    inventory_free(inventory);
}

/* How many people get report A, and how many pairs were told. */
static void expect_readers(const char *csv, size_t readers, size_t told)
{
    struct inventory *inventory = read_string(csv, NULL);

    assert_int_equal(report_at(inventory, "a").recipients.count, readers);
    assert_int_equal(problems(inventory, "last-first", NULL), told);
    inventory_free(inventory);
}

static void test_last_name_first_or_two_people(void **state)
{
    (void)state;
    /* Nothing else in the file: two single words, as names are written. */
    expect_readers("name,recipients\nA,\"Doe, Jane\"\n", 1, 1);
    /* Semicolons between recipients of other cells. */
    expect_readers("name,recipients\nA,\"van der Berg, Ann\"\nB,Roe Rick; Poe Pat\n", 1, 1);
    expect_readers("name,recipients\nB,Roe Rick; Poe Pat\nA,\"Doe, Jane\"\n", 1, 1);
    /* Commas between them. */
    expect_readers("name,recipients\nA,\"Doe, Jane\"\nB,\"Ann Lee, Bob Ray\"\n", 2, 1);
    expect_readers("name,recipients\nA,\"van der Berg, Ann\"\nB,\"Ann, Bob, Eve\"\n", 2, 0);
    /* A half that stands for itself, is a team or a department. */
    expect_readers("name,recipients\nA,\"Wards, Theatre\"\nB,Theatre\n", 2, 0);
    expect_readers("name,recipients\nA,\"Pharmacy, Theatre\"\nB,\"Theatre, Porters\"\n", 2, 0);
    expect_readers("name,recipients,department\nA,\"Finance, Theatre\",Theatre\n", 2, 0);
    expect_readers("name,recipients\nA,\"HR, IT\"\n", 2, 0);
    /* The owner of a report knows the name. */
    expect_readers(
        "name,owner,recipients\nA,\"Doe, Jane\",\"Doe, Jane\"\nB,x,\"Ann Lee, Bob Ray\"\n", 1, 0);
    expect_readers("name,owner,recipients\nA,Jane Doe,\"Doe, Jane\"\nB,x,\"Ann Lee, Bob Ray\"\n", 1,
                   0);
}

static void test_addresses_pasted_from_mail(void **state)
{
    (void)state;
    expect_readers("name,recipients\nA,\"a@x.org, b@x.org; c@x.org\"\n", 3, 0);
    expect_readers("name,recipients\nA,\"Doe, Jane <j@x.org>, Roe, Rick <r@x.org>\"\n", 2, 0);
    expect_readers("name,recipients\nA,\"Doe, Jane <j@x.org>; Roe, Rick <r@x.org>, Board\"\n", 3,
                   0);
    expect_readers("name,recipients\nA,\"Jane Doe <j@x.org>, CFO, Rick Roe <r@x.org>\"\n", 3, 0);
    expect_readers("name,recipients\nA,\"\"\"Doe, Jane\"\" <j@x.org>, r@x.org\"\n", 2, 0);
    expect_readers("name,recipients\nA,\"Jane Doe (j@x.org), Rick Roe (r@x.org)\"\n", 2, 0);
    expect_readers("name,recipients\nA,a@x.org b@x.org c@x.org\n", 3, 0);
    expect_readers("name,recipients\nA,\"Doe, Jane <j@x.org>\"\n", 1, 0);
}

static void expect_told(const char *csv, const char *kind, size_t told)
{
    struct inventory *inventory = read_string(csv, NULL);

    assert_int_equal(problems(inventory, kind, NULL), told);
    inventory_free(inventory);
}

static void test_costs_that_hold_the_hours(void **state)
{
    (void)state;
    expect_told("name,frequency,effort_hours,annual_cost\nA,weekly,1,2600\nB,monthly,2,1200\n"
                "C,quarterly,8,1600\nD,yearly,10,70\n",
                "costed-twice", 1);
    expect_told("name,frequency,effort_hours,annual_cost\nA,weekly,1,900\nB,monthly,2,1200\n"
                "C,quarterly,8,100\nD,yearly,10,70\n",
                "costed-twice", 0);
    expect_told("name,frequency,effort_hours,annual_cost\nA,weekly,1,2600\nB,monthly,2,1200\n",
                "costed-twice", 0);
}

static void test_what_is_told_of_columns(void **state)
{
    (void)state;
    expect_told("name,channel\nA,email\nB,owl\nC,owl\nD,\n", "channel-unknown", 1);
    expect_told("department,name\nOps,A\n,B\n,C\nIT,D\n", "blank-units", 1);
    expect_told("department,name\nOps,A\nOps,B\n,C\nIT,D\n", "blank-units", 0);
    expect_told("department,name\nOps,A\n,B\nIT,C\n", "blank-units", 1);
    expect_told("department,name\n,B\nIT,C\nOps,A\n", "blank-units", 1);
    expect_told("name,department\nA,Ops\nB,\nC,\n", "blank-units", 0);
    expect_told("name,frequency\nA,FREQ=YEARLY;BYMONTH=13\n", "frequency-unknown", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_mark_that_no_cell_shows),
        cmocka_unit_test(test_a_conflict_leaves_open_what_is_open),
        cmocka_unit_test(test_names_alone_are_titles_between_reports),
        cmocka_unit_test(test_totals_with_numbers),
        cmocka_unit_test(test_a_lone_recipient_is_no_title),
        cmocka_unit_test(test_rows_that_differ_in_the_recipient_alone_are_one_report),
        cmocka_unit_test(test_recipients_that_are_only_counted),
        cmocka_unit_test(test_words_for_active),
        cmocka_unit_test(test_long_lists_of_exports_are_whole),
        cmocka_unit_test(test_a_cell_that_breaks_off_is_told),
        cmocka_unit_test(test_names_with_commas_in_json),
        cmocka_unit_test(test_broken_markup_and_unknown_codes_are_told),
        cmocka_unit_test(test_last_name_first_or_two_people),
        cmocka_unit_test(test_addresses_pasted_from_mail),
        cmocka_unit_test(test_costs_that_hold_the_hours),
        cmocka_unit_test(test_what_is_told_of_columns),
        cmocka_unit_test(test_cells_of_unused_columns_are_kept_where_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
