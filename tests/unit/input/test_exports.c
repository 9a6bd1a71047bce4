#include "unit.h"

#include <stdio.h>
#include <unistd.h>

#include "base/memory.h"
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/input.h"

/* What a report of a sample must be: runs 0 for unknown; recipients as written, sorted, "" for none
 * known; status as supplied. */
struct expected {
    const char *id; /* its beginning */
    enum frequency_status frequency;
    double runs;
    const char *recipients, *status;
};

static struct inventory *read_export(const char *file, const char *usage)
{
    struct input_options options = {.digests = false};
    struct assumptions assumptions;
    const char *files[] = {file}, *logs[] = {usage};
    options.usage = logs;
    options.usage_count = usage != NULL;
    assumptions_init(&assumptions);
    struct inventory *inventory = inventory_read(files, 1, &options, &assumptions);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 0);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_WARNING), 0);
    return inventory;
}

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Addresses, or names where there are none, sorted and joined by blanks. */
static struct text recipients_of(struct arena *arena, const struct inventory *inventory,
                                 const struct report *report)
{
    char *names[16];
    size_t count = report->recipients.count;
    struct text joined = {"", 0};
    assert_true(count <= 16);
    for (size_t i = 0; i < count; i++) {
        const struct person *person = inventory_person(inventory, report->recipients.member[i]);
        struct text name = inventory_text(inventory, person->email ? person->email : person->name);
        names[i] = (char *)(uintptr_t)arena_copy(arena, name).data;
    }
    if (count > 0)
        qsort(names, count, sizeof *names, compare_strings);
    for (size_t i = 0; i < count; i++)
        joined = arena_printf(arena, "%.*s%s%s", TEXT_ARGS(joined), i > 0 ? " " : "", names[i]);
    return joined;
}

static const struct expected *find_expected(const struct expected *expected, size_t count,
                                            struct text id)
{
    for (size_t i = 0; i < count; i++)
        if (text_starts(id, expected[i].id))
            return &expected[i];
    print_message("no such report is expected: %.*s\n", TEXT_ARGS(id));
    return NULL;
}

static void check_export(const char *file, const char *system, const struct expected *expected,
                         size_t count)
{
    struct arena *arena = arena_new();
    struct inventory *inventory = read_export(file, NULL);
    assert_string_equal(inventory->inputs[0].system, system);
    assert_int_equal(inventory->count, count);
    for (size_t i = 0; i < inventory->count; i++) {
        struct report report;
        inventory_report(inventory, i, &report);
        struct text id = inventory_text(inventory, report.id);
        const struct expected *row = find_expected(expected, count, id);
        if (!row) {
            fail();
            continue;
        }
        if (report.frequency->status != row->frequency)
            print_message("%.*s: %d\n", TEXT_ARGS(id), (int)report.frequency->status);
        assert_int_equal(report.frequency->status, row->frequency);
        if (row->runs > 0)
            assert_near(report.runs, row->runs, 0.001 * row->runs);
        else
            assert_true(isnan(report.runs));
        assert_text(recipients_of(arena, inventory, &report), row->recipients);
        assert_text(inventory_text(inventory, report.status), row->status);
    }
    inventory_free(inventory);
    arena_free(arena);
}

#define CHECK(file, system, expected)                                                              \
    check_export("samples/exports/" file, system, expected, sizeof expected / sizeof *expected)
#define READ FREQUENCY_READ

static void reads_tableau_cloud(void **state)
{
    static const struct expected expected[] = {
        {"9c1d-01", READ, 52, "amir.haddad@harrow-tools.example lena.roth@harrow-tools.example",
         "Active"},
        {"9c1d-02", READ, 12, "lena.roth@harrow-tools.example", "Active"},
        {"9c1d-03", READ, 12, "Sales managers", "Suspended"},
    };
    (void)state;
    CHECK("tableau-cloud.csv", "Tableau Cloud", expected);
}

static void reads_ssrs(void **state)
{
    static const struct expected expected[] = {
        {"6F1C0A5E-0001", READ, 17520, "control.room@marlow-water.example", "active"},
        {"6F1C0A5E-0002", READ, 365,
         "duty.manager@marlow-water.example l.quist@marlow-water.example "
         "t.abara@marlow-water.example",
         "active"},
        {"6F1C0A5E-0003", READ, 260, "lab@marlow-water.example m.lind@marlow-water.example",
         "active"},
        {"6F1C0A5E-0004", READ, 52, "h.brandt@marlow-water.example p.osei@marlow-water.example",
         "active"},
        {"6F1C0A5E-0005", READ, 26, "j.firth@marlow-water.example", "active"},
        {"6F1C0A5E-0006", READ, 24,
         "audit@marlow-water.example credit@marlow-water.example j.firth@marlow-water.example",
         "active"},
        {"6F1C0A5E-0007", READ, 4, "", "active"},
        {"6F1C0A5E-0008", READ, 12,
         "board.office@marlow-water.example s.adler@marlow-water.example", "active"},
        {"6F1C0A5E-0009", FREQUENCY_EVENT, 0, "s.adler@marlow-water.example", "active"},
        {"6F1C0A5E-0010", READ, 12, "", "active"},
        {"6F1C0A5E-0011", READ, 365, "p.osei@marlow-water.example", "disabled"},
        {"6F1C0A5E-0012", FREQUENCY_ONCE, 0, "i.kowal@marlow-water.example", "active"},
    };
    (void)state;
    CHECK("ssrs.csv", "SSRS", expected);
}

static void reads_tableau_with_a_row_for_each_person(void **state)
{
    static const struct expected expected[] = {
        {"RegionalSales/Overview @ Daily", READ, 365, "amir.haddad d.ochoa lena.roth", "active"},
        {"RegionalSales/Overview @ Monday", READ, 52, "k.morel", "active"},
        {"Returns/ByStore", READ, 156, "lena.roth s.ivers", "active"},
        {"Stock/Alerts", READ, 260 * 11, "warehouse@harrow-tools.example", "active"},
        {"Margin/Summary", READ, 24, "cfo@harrow-tools.example lena.roth", "active"},
        {"Pipeline/Old", READ, 365, "amir.haddad", "disabled"},
    };
    (void)state;
    CHECK("tableau.csv", "Tableau", expected);
}

static void reads_power_bi(void **state)
{
    static const struct expected expected[] = {
        {"5ub50001", READ, 365,
         "bjorn.akesson@lindholm-care.example chidi.eze@lindholm-care.example", "active"},
        {"5ub50002", READ, 52, "chidi.eze@lindholm-care.example", "active"},
        {"5ub50003", READ, 12,
         "bjorn.akesson@lindholm-care.example finance.leads@lindholm-care.example", "active"},
        {"5ub50004", FREQUENCY_EVENT, 0, "chidi.eze@lindholm-care.example", "active"},
        {"5ub50005", READ, 8760, "bjorn.akesson@lindholm-care.example", "disabled"},
    };
    struct report report;
    char buffer[16];
    (void)state;
    CHECK("power-bi.csv", "Power BI", expected);
    /* Its dates have the month first, also where a day could be a month. */
    struct inventory *inventory = read_export("samples/exports/power-bi.csv", NULL);
    long fourth = inventory_find(inventory, text_of("5ub50004-0b0b-4c4c-8d8d-9e9e00000004"));
    assert_true(fourth >= 0);
    inventory_report(inventory, (size_t)fourth, &report);
    assert_text(date_format(report.start_date, buffer), "2026-03-04");
    inventory_free(inventory);
}

static void reads_looker_with_a_row_for_each_destination(void **state)
{
    static const struct expected expected[] = {
        {"31", READ, 365 * 5.0 / 7, "m.nunes@casaverde.example rita.sousa@casaverde.example",
         "active"},
        {"32", READ, 52, "rita.sousa@casaverde.example", "active"},
        {"33", READ, 12, "kitchen@casaverde.example", "active"},
        {"34", FREQUENCY_EVENT, 0, "m.nunes@casaverde.example", "active"},
        {"35", FREQUENCY_ONCE, 0, "rita.sousa@casaverde.example", "active"},
        {"36", READ, 365, "desk@casaverde.example", "disabled"},
        {"37", READ, 4, "m.nunes@casaverde.example", "active"},
    };
    (void)state;
    CHECK("looker.csv", "Looker", expected);
}

static void reads_metabase(void **state)
{
    static const struct expected expected[] = {
        {"3", READ, 8760, "ana.petrova@tuska.example j.virta@tuska.example", "active"},
        {"4", READ, 52, "ana.petrova@tuska.example partner@nordfreight.example", "active"},
        {"5", READ, 365, "#support-leads", "active"},
        {"6", READ, 12, "ceo@tuska.example j.virta@tuska.example", "active"},
        {"7", READ, 365, "j.virta@tuska.example", "archived"},
    };
    (void)state;
    CHECK("metabase.csv", "Metabase", expected);
}

static void reads_superset(void **state)
{
    static const struct expected expected[] = {
        {"1", READ, 365, "#ops-morning e.holl@alpentram.example ops@alpentram.example", "active"},
        {"2", READ, 52, "cfo@alpentram.example p.moser@alpentram.example sales@alpentram.example",
         "active"},
        {"3", READ, 4, "p.moser@alpentram.example", "active"},
        {"4", FREQUENCY_EVENT, 0, "workshop@alpentram.example", "active"},
        {"5", READ, 365 * 5.0 / 7, "ops@alpentram.example", "disabled"},
    };
    (void)state;
    CHECK("superset.csv", "Superset", expected);
}

/* ---- other forms of the same ---- */

static void check_text(const char *csv, const char *system, const struct expected *expected,
                       size_t count)
{
    char path[] = "/tmp/pare-export-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, csv, strlen(csv)), strlen(csv));
    close(descriptor);
    check_export(path, system, expected, count);
    assert_int_equal(unlink(path), 0);
}

#define CHECK_TEXT(csv, system, expected)                                                          \
    check_text(csv, system, expected, sizeof expected / sizeof *expected)

static void reads_the_list_of_a_script_for_ssrs(void **state)
{
    static const struct expected expected[] = {
        {"1", READ, 104, "a@x.example", ""},
        {"2", READ, 24, "b@x.example", ""},
        {"3", READ, 4, "c@x.example", ""},
        {"4", READ, 182.5, "d@x.example", ""},
    };
    (void)state;
    CHECK_TEXT(
        "ID,ReportName,Recurrence,DaysInterval,WeeksInterval,Sunday,Monday,Tuesday,Wednesday,"
        "Thursday,Friday,Saturday,January,February,March,April,May,June,July,August,September,"
        "October,November,December,DaysOfMonth,WeekOfMonth,Recipients\n"
        "1,Sales,Weekly,,1,false,true,,,true,,,,,,,,,,,,,,,,,a@x.example\n"
        "2,Ledger,Monthly,,,,,,,,,,true,true,true,true,true,true,true,true,true,true,true,true,"
        "\"1,15\",,b@x.example\n"
        "3,Plan,MonthlyDOW,,,,true,,,,,,true,,,true,,,true,,,true,,,,FirstWeek,c@x.example\n"
        "4,Stock,Daily,2,,,,,,,,,,,,,,,,,,,,,,,d@x.example\n",
        "SSRS", expected);
}

static void reads_the_names_of_schedules_in_ssrs(void **state)
{
    static const struct expected expected[] = {
        {"7", READ, 52, "a@x.example", ""},
        {"8", FREQUENCY_EVENT, 0, "b@x.example", ""},
    };
    (void)state;
    CHECK_TEXT(
        "SubscriptionID,Folder,ReportName,EventType,DeliveryExtension,ScheduleName,"
        "ExtensionSettings\n"
        "7,/Sales,Sales,TimedSubscription,Report Server Email,Every Monday 6am,"
        "<P><ParameterValue><Name>TO</Name><Value>a@x.example</Value></ParameterValue></P>\n"
        "8,/Sales,Stock,SnapshotUpdated,Report Server Email,,"
        "<P><ParameterValue><Name>TO</Name><Value>b@x.example</Value></ParameterValue></P>\n",
        "SSRS", expected);
}

static void reads_tableau_without_masks_and_of_the_cloud(void **state)
{
    static const struct expected server[] = {
        {"Sales/Day @ Weekdays 7am", READ, 250, "a@x.example b@x.example", ""},
        {"Stock @ First of month", READ, 12, "a@x.example", ""},
    };
    static const struct expected cloud[] = {
        {"ab-1 @ Daily", FREQUENCY_AMBIGUOUS, 250, "a@x.example b@x.example", ""},
    };
    (void)state;
    CHECK_TEXT("id,subject,view_url,workbook_url,user_name,schedule_name\n"
               "1,Sales,Sales/Day,Sales,a@x.example,Weekdays 7am\n"
               "2,Sales,Sales/Day,Sales,b@x.example,Weekdays 7am\n"
               "3,Stock,,Stock,a@x.example,First of month\n",
               "Tableau", server);
    CHECK_TEXT("Subscriber Email,Subject,Item LUID,Item Type,Schedule Name\n"
               "a@x.example,Sales,ab-1,View,Daily\n"
               "b@x.example,Sales,ab-1,View,Daily\n",
               "Tableau Cloud", cloud);
}

static void takes_no_count_of_sheets_for_use(void **state)
{
    struct report report;
    char path[] = "/tmp/pare-export-XXXXXX";
    const char *csv = "id,name,workbook_url,view_count,owner_name,project_name\n"
                      "1,Sales,Sales,12,a@x.example,North\n";
    int descriptor = mkstemp(path);
    (void)state;
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, csv, strlen(csv)), strlen(csv));
    close(descriptor);
    struct inventory *inventory = read_export(path, NULL);
    inventory_report(inventory, 0, &report);
    assert_false(report_has(&report, FIELD_opens));
    inventory_free(inventory);
    assert_int_equal(unlink(path), 0);
}

static void reads_the_data_frame_of_power_bi(void **state)
{
    static const struct expected expected[] = {
        {"s1", READ, 52, "ann@x.example bo@x.example", "active"},
    };
    (void)state;
    CHECK_TEXT(
        "Subscription Id,Title,Artifact Id,Artifact Name,Is Enabled,Frequency,Users\n"
        "s1,Week,a1,Sales,True,Weekly,\"[{'displayName': 'Ann', 'emailAddress': "
        "'ann@x.example', 'graphId': None}, {'displayName': \"\"Bo O'Hara\"\", 'emailAddress': "
        "'bo@x.example'}]\"\n",
        "Power BI", expected);
}

static void reads_alerts_and_pulses_of_metabase(void **state)
{
    static const struct expected alerts[] = {
        {"5", FREQUENCY_EVENT, 0, "a@x.example", "active"},
    };
    static const struct expected pulses[] = {
        {"6", READ, 12, "b@x.example", "active"},
        {"7", READ, 52, "#sales", "disabled"},
    };
    (void)state;
    CHECK_TEXT("entity_id,name,card_qualified_id,alert_condition,schedule_type,schedule_day,"
               "schedule_hour,archived,recipient_type,recipients,recipient_external\n"
               "5,Low stock,card_5,rows,daily,,8,false,email,a@x.example,\n",
               "Metabase", alerts);
    CHECK_TEXT(
        "id,name,channel_type,details,schedule_type,schedule_hour,schedule_day,schedule_frame,"
        "enabled,archived,dashboard_id\n"
        "6,Sales,email,\"{\"\"emails\"\":[\"\"b@x.example\"\"]}\",monthly,8,mon,first,true,false,"
        "3\n"
        "7,Stock,slack,\"{\"\"channel\"\":\"\"#sales\"\"}\",weekly,8,tue,,false,false,4\n",
        "Metabase", pulses);
}

/* ---- logs ---- */

static double opens_of(const struct inventory *inventory, const char *name)
{
    double opens = 0;
    for (size_t i = 0; i < inventory->usage->count; i++) {
        struct report report;
        inventory_report(inventory, inventory->usage->rows[i].report, &report);
        if (text_is(inventory_text(inventory, report.name), name))
            opens += inventory->usage->rows[i].opens;
    }
    return opens;
}

static void reads_logs_of_systems(void **state)
{
    static const struct {
        const char *file, *log, *name;
        double opens;
        size_t unmatched;
    } logs[] = {
        /* subscriptions that ran and sorting within a page are no readings */
        {"ssrs.csv", "ssrs-log.csv", "Reservoir levels", 4, 1},
        {"ssrs.csv", "ssrs-log.csv", "Chlorine residuals", 2, 1},
        {"ssrs.csv", "ssrs-log.csv", "Overdue accounts", 1, 1},
        {"ssrs.csv", "ssrs-log.csv", "Payroll checks", 0, 1},
        /* both schedules of one view have its opens */
        {"tableau.csv", "tableau-views.csv", "Regional sales: Overview", 2 * 215, 1},
        {"tableau.csv", "tableau-views.csv", "Returns: By store", 40, 1},
        /* editing and sending are no readings */
        {"power-bi.csv", "power-bi-activity.csv", "Ward occupancy", 2, 1},
        {"power-bi.csv", "power-bi-activity.csv", "Staffing: Rota", 1, 1},
        {"power-bi.csv", "power-bi-activity.csv", "Bed alerts", 0, 1},
        /* card 9 is not dashboard 9 */
        {"metabase.csv", "metabase-views.csv", "Orders today", 2, 2},
        {"metabase.csv", "metabase-views.csv", "Orders week", 1, 2},
        {"superset.csv", "superset-logs.csv", "Trains on time", 2, 1},
        {"superset.csv", "superset-logs.csv", "Ticket sales", 1, 1},
        /* what a schedule ran is no reading */
        {"looker.csv", "looker-history.csv", "Bookings by hotel", 4, 1},
        {"looker.csv", "looker-history.csv", "Rates against market", 2, 1},
        /* two views of one name; mail that was sent is no reading */
        {"tableau-cloud.csv", "tableau-events.csv", "Overview", 3, 1},
        {"tableau-cloud.csv", "tableau-events.csv", "Margin", 0, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof logs / sizeof *logs; i++) {
        char file[64], log[64];
        snprintf(file, sizeof file, "samples/exports/%s", logs[i].file);
        snprintf(log, sizeof log, "samples/exports/%s", logs[i].log);
        struct inventory *inventory = read_export(file, log);
        assert_non_null(inventory->usage);
        if (fabs(opens_of(inventory, logs[i].name) - logs[i].opens) > 0.5)
            print_message("%s: %g\n", logs[i].name, opens_of(inventory, logs[i].name));
        assert_near(opens_of(inventory, logs[i].name), logs[i].opens, 1e-9);
        assert_int_equal(inventory->usage->unmatched, logs[i].unmatched);
        inventory_free(inventory);
    }
}

static void keeps_views_of_one_name_apart_in_logs(void **state)
{
    struct inventory *inventory =
        read_export("samples/exports/tableau-cloud.csv", "samples/exports/tableau-events.csv");
    (void)state;
    for (size_t i = 0; i < inventory->usage->count; i++) {
        struct report report;
        inventory_report(inventory, inventory->usage->rows[i].report, &report);
        bool first = text_starts(inventory_text(inventory, report.id), "9c1d-01");
        assert_true(first || text_starts(inventory_text(inventory, report.id), "9c1d-02"));
        assert_int_equal(inventory->usage->rows[i].opens, 1);
        assert_near(report.opens, first ? 2 : 1, 1e-9);
    }
    assert_int_equal(inventory->usage->count, 3);
    inventory_free(inventory);
}

/* ---- parts ---- */

static void writes_schedules_as_rules(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_text(schedule_weekly(arena, 2, 0x22), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR");
    assert_text(schedule_weekly(arena, 1, 0), "FREQ=WEEKLY");
    assert_text(schedule_daily(arena, 3), "FREQ=DAILY;INTERVAL=3");
    assert_text(schedule_month_days(arena, 0x4001, 0xFFF), "FREQ=MONTHLY;BYMONTHDAY=1,15");
    assert_text(schedule_month_days(arena, 1, 0x249), "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1");
    assert_text(schedule_month_weeks(arena, 5, 0x20, 0), "FREQ=MONTHLY;BYDAY=-1FR");
    assert_text(schedule_month_weeks(arena, 1, 0x06, 0), "FREQ=MONTHLY;BYDAY=1MO,1TU");
    assert_text(schedule_every_minutes(arena, 15), "FREQ=MINUTELY;INTERVAL=15");
    assert_text(schedule_every_minutes(arena, 120), "FREQ=HOURLY;INTERVAL=2");
    assert_text(schedule_every_minutes(arena, 1440), "FREQ=DAILY");
    assert_text(schedule_every_minutes(arena, 0), "");
    assert_text(schedule_within_day(arena, 240, 480, 1080, 0x7F), "FREQ=DAILY;BYHOUR=8,12,16");
    assert_text(schedule_within_day(arena, 30, 480, 600, 0x02),
                "FREQ=DAILY;BYDAY=MO;BYHOUR=8,9;BYMINUTE=0,30");
    assert_int_equal(schedule_number(text_of("12")), 12);
    assert_int_equal(schedule_number(text_of("12.0")), 12);
    assert_int_equal(schedule_number(text_of("-1")), -1);
    assert_int_equal(schedule_number(text_of("NULL")), -1);
    arena_free(arena);
}

static void reads_delivery_settings(void **state)
{
    struct delivery_settings settings;
    struct arena *arena = arena_new();
    (void)state;
    delivery_settings_read(arena,
                           text_of("<ParameterValues><ParameterValue><Name>TO</Name>"
                                   "<Value>a&amp;b@x.example, c@x.example</Value>"
                                   "</ParameterValue><ParameterValue><Name>CC</Name>"
                                   "<Value>d@x.example</Value></ParameterValue>"),
                           &settings); /* cut off: what was whole is kept */
    assert_text(settings.recipients, "a&b@x.example; c@x.example; d@x.example");
    delivery_settings_read(arena,
                           text_of("<ParameterValue><Name>TO</Name><Field>Mail</Field>"
                                   "</ParameterValue>"),
                           &settings);
    assert_text(settings.recipients, "");
    delivery_settings_read(arena, text_of("no XML at all"), &settings);
    assert_text(settings.recipients, "");
    assert_text(settings.path, "");
    arena_free(arena);
}

static void finds_people_in_json(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_text(people_in_json(arena, text_of("[{\"displayName\":\"Ann Lee\",\"emailAddress\":"
                                              "\"ann@x.example\"}]")),
                "\"Ann Lee\" <ann@x.example>");
    assert_text(people_in_json(arena, text_of("[{'displayName': 'Board', 'emailAddress': None}]")),
                "Board");
    assert_text(people_in_json(arena, text_of("{\"target\": \"a@x.example,b@x.example\"}")),
                "a@x.example;b@x.example");
    assert_text(people_in_json(arena, text_of("[\"a@x.example\", \"b@x.example\"]")),
                "a@x.example; b@x.example");
    assert_text(people_in_json(arena, text_of("{\"emails\":[]}")), "");
    assert_text(people_in_json(arena, text_of("[{\"displayName\":")), "");
    assert_text(
        people_in_json(arena, text_of("[{\"emailAddress\":\"a@x.example\"},{\"emailAddress\":"
                                      "\"b@x.exa")),
        "a@x.example"); /* cut off: what is whole */
    assert_text(people_in_json(arena, text_of("plain words")), "");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ssrs),
        cmocka_unit_test(reads_tableau_cloud),
        cmocka_unit_test(reads_tableau_with_a_row_for_each_person),
        cmocka_unit_test(reads_power_bi),
        cmocka_unit_test(reads_looker_with_a_row_for_each_destination),
        cmocka_unit_test(reads_metabase),
        cmocka_unit_test(reads_superset),
        cmocka_unit_test(reads_the_list_of_a_script_for_ssrs),
        cmocka_unit_test(reads_the_names_of_schedules_in_ssrs),
        cmocka_unit_test(reads_tableau_without_masks_and_of_the_cloud),
        cmocka_unit_test(takes_no_count_of_sheets_for_use),
        cmocka_unit_test(reads_the_data_frame_of_power_bi),
        cmocka_unit_test(reads_alerts_and_pulses_of_metabase),
        cmocka_unit_test(reads_logs_of_systems),
        cmocka_unit_test(keeps_views_of_one_name_apart_in_logs),
        cmocka_unit_test(writes_schedules_as_rules),
        cmocka_unit_test(reads_delivery_settings),
        cmocka_unit_test(finds_people_in_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
