#include "unit.h"

#include "reading.h"

#include "model/channel.h"

static void expect_reports(const char *csv, const struct input_options *options,
                           const char *expected)
{
    struct inventory *inventory = read_string(csv, options);
    struct out *out = all_reports(inventory);

    if (!text_equal(out_written(out), text_of(expected))) {
        struct out *err = out_stream(2);

        print_error("got:\n%.*s\nexpected:\n%s\n", TEXT_ARGS(out_written(out)), expected);
        diag_print(inventory->diag, SEVERITY_NOTE, 20, err);
        out_close(err);
    }
    assert_text(out_written(out), expected);
    out_abandon(out);
    inventory_free(inventory);
}

static void test_the_least_a_user_has(void **state)
{
    (void)state;
    expect_reports("Report,Recipients,Frequency\n"
                   "Weekly sales,ann@x.org; Bo Castle,weekly\n"
                   "Cash,none,monthly\n"
                   "Stock,,\n",
                   NULL,
                   "id=cash | name=Cash | frequency=read 12 | recipients= | \n"
                   "id=stock | name=Stock | \n"
                   "id=weekly-sales | name=Weekly sales | frequency=read 52 | "
                   "recipients=Bo Castle; ann@x.org | ");
}

static void test_delimiters_and_line_ends(void **state)
{
    static const char *const files[] = {
        "Report;Frequency;Effort hours\nA, b;weekly;1,5\n",
        "Report\tFrequency\tEffort hours\r\nA, b\tweekly\t1.5\r\n",
        "Report|Frequency|Effort hours\rA, b|weekly|90 min",
        "\xEF\xBB\xBFReport,Frequency,Effort hours\n\"A, b\",weekly,1h30\n",
        "sep=;\nReport;Frequency;Effort hours\nA, b;weekly;1.5\n",
        "'Report','Frequency','Effort hours'\n'A, b','weekly','1.5'\n",
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof files / sizeof *files; i++)
        expect_reports(files[i], NULL,
                       "id=a-b | name=A, b | frequency=read 52 | effort_hours=1.5 | ");
}

/* Lists of columns in cells look like headers, but make rows of no length. */
static void test_lists_in_cells_are_no_headers(void **state)
{
    static const char *const files[] = {
        "id,report,note,fields\n"
        "1,Cash,daily,Amount; Desk\n"
        "2,Stock,all of it,Report; Owner; Status; Frequency; Recipients; Department\n"
        "3,Staff,,Grade\n"
        "4,Loans,,Branch; Officer; Sum\n",
        "id;report;note;fields\n"
        "1;Cash;daily;Amount, Desk\n"
        "2;Stock;all of it;Report, Owner, Status, Frequency, Recipients, Department\n"
        "3;Staff;;Grade\n"
        "4;Loans;;Branch, Officer, Sum\n",
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof files / sizeof *files; i++) {
        struct inventory *inventory = read_string(files[i], NULL);
        struct report report = report_at(inventory, "2");

        assert_int_equal(inventory->count, 4);
        assert_text(name_of(inventory, &report), "Stock");
        inventory_free(inventory);
    }
}

/* Commas in numbers, and more recipients than headers, make rows of many lengths. */
static void test_headers_decide_where_both_find_them_in_one_row(void **state)
{
    struct inventory *inventory =
        read_string("Report name;Frequency;Run cost, EUR;Recipients\n"
                    "Sales;weekly;10,50;a@x.org\n"
                    "Stock;weekly;11,50;a@x.org;b@x.org\n"
                    "Cash;weekly;12,50;a@x.org;b@x.org;c@x.org\n"
                    "Staff;weekly;13,50;d@x.org;e@x.org;f@x.org;g@x.org\n",
                    NULL);
    struct report report;

    (void)state;
    assert_int_equal(inventory->count, 4);
    inventory_report(inventory, 1, &report);
    assert_text(name_of(inventory, &report), "Stock");
    inventory_free(inventory);
}

static void test_encodings(void **state)
{
    static const char latin[] = "Rapport;Fr\xE9quence\nCaf\xE9 \x80;mensuel\n";
    static const char wide[] = "\xFF\xFER\0e\0p\0o\0r\0t\0\n\0C\0a\0f\0\xE9\0\n\0";
    static const char wide_without_mark[] = "\0R\0e\0p\0o\0r\0t\0\n\0C\0a\0f\0\xE9\0\n";
    struct inventory *inventory = read_bytes(latin, sizeof latin - 1, NULL);
    struct report report = report_at(inventory, "cafe-\xE2\x82\xAC");

    (void)state;
    assert_text(name_of(inventory, &report), "Caf\xC3\xA9 \xE2\x82\xAC");
    assert_near(report.runs, 12, 0);
    assert_string_equal(inventory->inputs[0].encoding, "windows-1252");
    assert_int_equal(problems(inventory, "encoding", NULL), 1);
    inventory_free(inventory);

    inventory = read_bytes(wide, sizeof wide - 1, NULL);
    report = report_at(inventory, "cafe");
    assert_string_equal(inventory->inputs[0].encoding, "UTF-16LE");
    inventory_free(inventory);
    inventory = read_bytes(wide_without_mark, sizeof wide_without_mark - 1, NULL);
    report = report_at(inventory, "cafe");
    assert_string_equal(inventory->inputs[0].encoding, "UTF-16BE");
    inventory_free(inventory);
}

static void test_four_bytes_a_character(void **state)
{
    static const char wide[] = "\xFF\xFE\0\0R\0\0\0e\0\0\0p\0\0\0o\0\0\0r\0\0\0t\0\0\0"
                               "\n\0\0\0C\0\0\0\xE9\0\0\0\n\0\0";
    struct inventory *inventory = read_bytes(wide, sizeof wide, NULL);
    struct report report = report_at(inventory, "ce");

    (void)state;
    assert_string_equal(inventory->inputs[0].encoding, "UTF-32LE");
    assert_text(name_of(inventory, &report), "C\xC3\xA9");
    inventory_free(inventory);
}

static void test_bytes_that_are_no_utf8_in_small_blocks(void **state)
{
    struct input_options options = {.block = 4};
    struct inventory *inventory =
        read_string("Report,F\xFD\xFD\xFD\xFD\xFD\xFD\xFD\nCaf\xE9,1\nB,2\n", &options);

    (void)state;
    assert_string_equal(inventory->inputs[0].encoding, "windows-1252");
    inventory_free(inventory);
}

static void test_statuses_that_say_nothing(void **state)
{
    struct inventory *inventory = read_string("Report,Frequency,Status\nA,daily,Active\n"
                                              "B,daily,Zombie\nC,daily,\nD,daily,Zombie\n",
                                              NULL);
    struct place place;

    (void)state;
    assert_int_equal(problems(inventory, "status-unknown", &place), 1);
    assert_int_equal(place.line, 3);
    inventory_free(inventory);
}

static void test_number_in_a_column_called_interval(void **state)
{
    (void)state;
    expect_reports(
        "Report,Frequency,Interval\nA,Every X weeks,3\nB,monthly,2\nC,Every X months,2\n", NULL,
        "id=a | name=A | frequency=read 17.3333 | \n"
        "id=b | name=B | frequency=read 12 | \n"
        "id=c | name=C | frequency=read 6 | ");
}

static void test_encoding_given(void **state)
{
    struct input_options options = {.encoding = "CP1250"};
    struct inventory *inventory = read_string("Report\n\x8A\n", &options);
    struct report report = report_at(inventory, "s");

    (void)state;
    assert_text(name_of(inventory, &report), "\xC5\xA0");
    inventory_free(inventory);
    options.encoding = "no-such-thing";
    inventory = read_string("Report\nx\n", &options);
    assert_int_equal(problems(inventory, "encoding", NULL), 1);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 1);
    inventory_free(inventory);
}

static void test_cut_inside_a_character_is_still_utf8(void **state)
{
    struct inventory *inventory = read_string("Report\nCaf\xC3\xA9\nNa\xC3", NULL);
    struct report report = report_at(inventory, "cafe");

    (void)state;
    assert_text(name_of(inventory, &report), "Caf\xC3\xA9");
    assert_int_equal(inventory->count, 2);
    inventory_free(inventory);
}

static void test_rows_that_are_no_reports(void **state)
{
    struct inventory *inventory = read_string("Our reports 2026,,\n"
                                              "as of May,,\n"
                                              "Report,Department,Frequency\n"
                                              "FINANCE,,\n"
                                              "Cash,Finance,daily\n"
                                              ",,\n"
                                              "Report,Department,Frequency\n"
                                              "Ward list,,\n"
                                              "Nursing:,,\n"
                                              ",Nursing,daily\n"
                                              "Total,,2\n",
                                              NULL);
    struct place place;

    (void)state;
    assert_int_equal(inventory->count, 2);
    report_at(inventory, "cash");
    report_at(inventory, "ward-list");
    assert_int_equal(problems(inventory, "title-row", NULL), 2);
    assert_int_equal(problems(inventory, "section-row", &place), 2);
    assert_int_equal(place.line, 9);
    assert_int_equal(problems(inventory, "blank-row", NULL), 1);
    assert_int_equal(problems(inventory, "header-row", NULL), 1);
    assert_int_equal(problems(inventory, "total-row", NULL), 1);
    assert_int_equal(problems(inventory, "no-name", &place), 1);
    assert_int_equal(place.line, 10);
    inventory_free(inventory);
}

static void test_ragged_rows_are_read(void **state)
{
    struct inventory *inventory = read_string("Report,Frequency,Owner\n"
                                              "A,weekly\n"
                                              "B,weekly,Ann,more\n"
                                              "C,weekly,Ann,\n",
                                              NULL);
    struct place place;
    struct report report = report_at(inventory, "b");

    (void)state;
    assert_int_equal(inventory->count, 3);
    assert_text(inventory_person_name(inventory, report.owner), "Ann");
    assert_int_equal(problems(inventory, "few-cells", &place), 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(problems(inventory, "many-cells", &place), 1);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 14);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 0);
    inventory_free(inventory);
}

static void expect_error(const char *data, size_t size, const char *kind, uint32_t line,
                         uint32_t column)
{
    struct inventory *inventory = read_bytes(data, size, NULL);
    struct place place = {NULL, 0, 0};

    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 1);
    assert_int_equal(problems(inventory, kind, &place), 1);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    inventory_free(inventory);
}

static void test_errors(void **state)
{
    static const char *const missing = "/tmp/pare-no-such-file.csv", *const folder = "/tmp";
    static const struct input_options options;
    struct assumptions assumptions;
    struct inventory *inventory;

    (void)state;
    expect_error("", 0, "empty", 0, 0);
    expect_error("PK\x03\x04xyz", 7, "not-csv", 0, 0);
    expect_error("\xD0\xCF\x11\xE0xyz", 7, "not-csv", 0, 0);
    expect_error("a,b,c\n1,2,3\n", 12, "no-name-column", 0, 0);
    expect_error("Report,Owner\n", 13, "no-rows", 0, 0);
    expect_error("Report,Owner\nA,Ann\nB, \"Bo\nC,Cleo\n", 33, "unclosed-quote", 3, 4);
    assumptions_init(&assumptions);
    inventory = inventory_read(&missing, 1, &options, &assumptions);
    assert_int_equal(problems(inventory, "cannot-read", NULL), 1);
    inventory_free(inventory);
    inventory = inventory_read(&folder, 1, &options, &assumptions);
    assert_int_equal(problems(inventory, "directory", NULL), 1);
    inventory_free(inventory);
}

static void test_unknown_words(void **state)
{
    (void)state;
    expect_reports("Report,Owner,Mandate,Frequency,Pages,Recipients\n"
                   "A,N/A,null,TBD,-,No Info\n"
                   "B,?,none,Unknown,n/a,(blank)\n"
                   "'=C,\xC2\xA0"
                   "Ann\xC2\xA0,,weekly,2,\n",
                   NULL,
                   "id=a | name=A | \n"
                   "id=b | name=B | mandate=none | \n"
                   "id=c | name==C | owner=Ann | frequency=read 52 | pages=2 | ");
}

static void test_unknown_words_in_lists(void **state)
{
    (void)state;
    /* Where nothing else is known of a list, it is unknown; else there are only the others. */
    expect_reports("Report,Recipients,Metrics\n"
                   "A,#N/A,n/a\n"
                   "B,[null],[NULL]\n"
                   "C,ann@x.org; N/A,Cost; null\n"
                   "D,N/A; null,n/a; #N/A\n"
                   "E,\"[null, \"\"ann@x.org\"\"]\",\"[\"\"n/a\"\"]\"\n"
                   "F,Nan; Bo; NA,Missing; NA; Unknown\n"
                   "G,ann@x.org; none,Cost\n"
                   "H,none,Cost\n",
                   NULL,
                   "id=a | name=A | \n"
                   "id=b | name=B | \n"
                   "id=c | name=C | recipients=ann@x.org | fields=Cost | \n"
                   "id=d | name=D | \n"
                   "id=e | name=E | recipients=ann@x.org | \n"
                   "id=f | name=F | recipients=Bo; NA; Nan | fields=Missing, NA, Unknown | \n"
                   "id=g | name=G | recipients=ann@x.org | fields=Cost | \n"
                   "id=h | name=H | recipients= | fields=Cost | ");
    expect_reports("Report id,Report,Recipient\n"
                   "1,A,ann@x.org\n1,A,n/a\n2,B,[null]\n2,B,#N/A\n3,C,bo@x.org\n3,C,null\n",
                   NULL,
                   "id=1 | name=A | recipients=ann@x.org | \n"
                   "id=2 | name=B | \n"
                   "id=3 | name=C | recipients=bo@x.org | ");
}

static void test_columns_of_one_field(void **state)
{
    (void)state;
    /* The first filled one; lists are united; what is in parentheses is left off. */
    expect_reports("Report,To,CC,Authority (Code),Authority (Law),Metrics,Dimensions\n"
                   "A,ann@x.org,bo@x.org,,LL 3,\"cost, count (all, net)\",Region\n"
                   "B,ann@x.org,,Code 1,LL 4,Cost,\n",
                   NULL,
                   "id=a | name=A | recipients=ann@x.org; bo@x.org | "
                   "fields=Cost, Region, count (all, net) | mandate=LL 3 | \n"
                   "id=b | name=B | recipients=ann@x.org | fields=Cost | mandate=Code 1 | ");
}

static void test_every_x_months(void **state)
{
    (void)state;
    expect_reports("Report,Frequency,Frequency Integer,Other Frequency Description\n"
                   "A,Every X months,3,\n"
                   "B,Every X years,2,\n"
                   "C,,,weekly\n"
                   "D,see other,,monthly\n",
                   NULL,
                   "id=a | name=A | frequency=read 4 | frequency_number=3 | \n"
                   "id=b | name=B | frequency=read 0.5 | frequency_number=2 | \n"
                   "id=c | name=C | frequency=read 52 | \n"
                   "id=d | name=D | frequency=read 12 | ");
}

static void test_maps(void **state)
{
    static const char *const maps[] = {"name=What", "owner=Who does it", "frequency="};
    static const char *const wrong[] = {"nmae=What"};
    static const char *const missing[] = {"name=What", "owner=Nobody"};
    struct input_options options = {.maps = maps, .map_count = 3};
    struct inventory *inventory;

    (void)state;
    expect_reports("What,Who does it,Frequency\nA,Ann,weekly\n", &options,
                   "id=a | name=A | owner=Ann | ");
    options.maps = wrong;
    options.map_count = 1;
    inventory = read_string("What,Report\nA,B\n", &options);
    assert_int_equal(problems(inventory, "map", NULL), 1);
    inventory_free(inventory);
    options.maps = missing;
    options.map_count = 2;
    inventory = read_string("What,Who\nA,B\n", &options);
    assert_int_equal(problems(inventory, "map", NULL), 1);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 1);
    inventory_free(inventory);
}

static void test_last_words_of_headers(void **state)
{
    struct inventory *inventory = read_string(
        "Report,Recipient Agency,Submitting Agency,Release frequency\nA,Parks,Water,weekly\n",
        NULL);

    (void)state;
    assert_int_equal(inventory->matches[1].field, -1);
    assert_int_equal(inventory->matches[2].field, FIELD_department);
    assert_int_equal(inventory->matches[2].how, HOW_GUESSED);
    assert_int_equal(inventory->matches[3].field, FIELD_frequency);
    inventory_free(inventory);
}

/* Which columns are the names and the descriptions where no header is a known one. */
static void test_headers_that_end_in_title_or_description(void **state)
{
    static const struct {
        const char *text;
        int name, description;
    } lists[] = {
        {"no,Plan,Mandated report,Short description,Due date\n1,a,B,c,2024\n", 2, 3},
        {"no,title_en,Report Contact,Dataset abstract\n1,A,b,c\n", 1, 3},
        {"no,Report name and description,Agency\n1,A,b\n", 1, -1},
        {"no,Survey,Agency\n1,A,b\n", 1, -1},
        {"no,Description,Agency\n1,A,b\n", 1, -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct inventory *inventory = read_string(lists[i].text, NULL);
        assert_int_equal(inventory->count, 1);
        assert_int_equal(inventory->matches[lists[i].name].field, FIELD_name);
        assert_int_equal(inventory->matches[lists[i].name].how, HOW_GUESSED);
        if (lists[i].description >= 0)
            assert_int_equal(inventory->matches[lists[i].description].field, FIELD_description);
        inventory_free(inventory);
    }
}

static void test_near_misses_are_told(void **state)
{
    struct inventory *inventory = read_string("Report,Recipeints,Frequncy\nA,Ann,weekly\n", NULL);

    (void)state;
    assert_int_equal(problems(inventory, "near-miss", NULL), 2);
    inventory_free(inventory);
}

static void test_ids(void **state)
{
    (void)state;
    /* An alias; else the leftmost column that is filled and distinct; else keys. */
    expect_reports("Report ID,Report\n7,A\n8,B\n", NULL, "id=7 | name=A | \nid=8 | name=B | ");
    expect_reports("old_id,slug_id,Report\n1,x,A\n1,y,B\n", NULL,
                   "id=x | name=A | \nid=y | name=B | ");
    expect_reports("Paid,Report,Department\n1,A,North\n2,A,South\n3,B,North\n", NULL,
                   "id=a-north | name=A | department=North | \n"
                   "id=a-south | name=A | department=South | \n"
                   "id=b | name=B | department=North | ");
    expect_reports("Job,Report\nW01,A\nW02,B\n", NULL, "id=W01 | name=A | \nid=W02 | name=B | ");
    expect_reports("Job,Report\nW01,A\nW01,B\n", NULL, "id=a | name=A | \nid=b | name=B | ");
    expect_reports("Job,Report\nNight,A\nDay,B\n", NULL, "id=a | name=A | \nid=b | name=B | ");
    expect_reports("Report,Frequency\nA,weekly\nA,weekly\nA,monthly\n", NULL,
                   "id=a | name=A | frequency=read 12 | \n"
                   "id=a-2 | name=A | frequency=read 52 | \n"
                   "id=a-3 | name=A | frequency=read 52 | ");
}

static void test_one_id_for_two_names(void **state)
{
    struct inventory *inventory = read_string("ID,Report\n1,Beta\n1,Alpha\n2,Gamma\n", NULL);
    struct report report = report_at(inventory, "1");

    (void)state;
    assert_text(name_of(inventory, &report), "Alpha");
    report = report_at(inventory, "1#2");
    assert_text(name_of(inventory, &report), "Beta");
    assert_int_equal(problems(inventory, "id-used-twice", NULL), 1);
    inventory_free(inventory);
}

static void test_long_form(void **state)
{
    (void)state;
    expect_reports("ID,Report,Recipient,Opens,Last used\n"
                   "1,A,ann@x.org,2,2026-01-02\n"
                   "1,A,bo@x.org,3,2026-02-03\n"
                   "2,B,ann@x.org,,\n",
                   NULL,
                   "id=1 | name=A | recipients=ann@x.org; bo@x.org | opens=5 | last_used=20487 | \n"
                   "id=2 | name=B | recipients=ann@x.org | ");
    expect_reports("Report,Recipient,Frequency\n"
                   "A,ann@x.org,weekly\n"
                   "B,ann@x.org,weekly\n"
                   "A,bo@x.org,Weekly\n",
                   NULL,
                   "id=a | name=A | frequency=read 52 | recipients=ann@x.org; bo@x.org | \n"
                   "id=b | name=B | frequency=read 52 | recipients=ann@x.org | ");
    /* Wide, with one report twice: it stays two. */
    expect_reports("Report,Recipients\n"
                   "A,ann@x.org; bo@x.org\n"
                   "A,cleo@x.org\n"
                   "B,ann@x.org\n",
                   NULL,
                   "id=a | name=A | recipients=ann@x.org; bo@x.org | \n"
                   "id=a-2 | name=A | recipients=cleo@x.org | \n"
                   "id=b | name=B | recipients=ann@x.org | ");
}

static void test_two_files(void **state)
{
    struct reading_files files = {.count = 0};
    static const struct input_options options;
    const char *names[2];
    struct assumptions assumptions;
    struct inventory *inventory;
    struct out *id = out_memory();
    size_t i;

    (void)state;
    names[0] = reading_file(&files, "ID,Report\n1,A\n2,B\n", 18);
    names[1] = reading_file(&files, "Report;Owner;ID\nC;Ann;1\n\0", 25);
    assumptions_init(&assumptions);
    inventory = inventory_read(names, 2, &options, &assumptions);
    reading_clear(&files);
    assert_int_equal(inventory->count, 3);
    for (i = 0; i < 2; i++) {
        out_abandon(id);
        id = out_memory();
        out_printf(id, "%s:1", strrchr(names[i], '/') + 1);
        assert_true(inventory_find(inventory, out_written(id)) >= 0);
    }
    report_at(inventory, "2");
    out_abandon(id);
    inventory_free(inventory);
}

static void test_absurd_numbers_are_cut(void **state)
{
    struct inventory *inventory = read_string("Report,Effort hours,Recipient count,Fixed cost\n"
                                              "A,1000000,1,100000000000\n"
                                              "B,999999999,2,3\n"
                                              "C,1e30,999999999999,4\n",
                                              NULL);
    struct place place;

    (void)state;
    assert_int_equal(problems(inventory, "value-cut", &place), 2); /* once for each column */
    assert_near(report_at(inventory, "a").effort_hours, 1e6, 0);
    assert_near(report_at(inventory, "a").fixed_cost, 1e11, 0);
    assert_near(report_at(inventory, "b").effort_hours, 1e6, 0);
    assert_near(report_at(inventory, "c").recipient_count, 1e8, 0);
    assert_int_equal(place.line, 4);
    inventory_free(inventory);
}

static void test_numbers_and_dates_by_column(void **state)
{
    struct inventory *inventory;
    struct place place;

    (void)state;
    /* 1.234 is a thousand where another cell has a decimal comma; 03/04 is April where 13/04 is. */
    expect_reports("Report;Annual cost;Start date\n"
                   "A;1.234;03/04/2026\n"
                   "B;2.000,50;13/04/2026\n",
                   NULL,
                   "id=a | name=A | annual_cost=1234 | start_date=20546 | \n"
                   "id=b | name=B | annual_cost=2000.5 | start_date=20556 | ");
    inventory = read_string("Report,Effort hours,Read share,Start date\n"
                            "A,lots,45,03/04/2026\n"
                            "B,-2,120,yesterday\n",
                            NULL);
    assert_int_equal(problems(inventory, "bad-value", &place), 4);
    assert_int_equal(problems(inventory, "date-order", &place), 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 11);
    assert_near(report_at(inventory, "a").read_share, 0.45, 1e-9);
    assert_true(isnan(report_at(inventory, "b").read_share));
    inventory_free(inventory);
}

static void test_status_of_inverted_columns(void **state)
{
    (void)state;
    expect_reports("Report,Archived\nA,yes\nB,FALSE\nC,\n", NULL,
                   "id=a | name=A | status=archived | \n"
                   "id=b | name=B | status=active | \n"
                   "id=c | name=C | ");
}

static void test_departments_are_no_people(void **state)
{
    (void)state;
    expect_reports("Report,Department,Recipients\nA,Cardiology,Oncology; Ann Lee\nB,Oncology,\n",
                   NULL,
                   "id=a | name=A | department=Cardiology | recipients=Ann Lee; Oncology* | \n"
                   "id=b | name=B | department=Oncology | ");
}

static void test_fill_down(void **state)
{
    struct input_options options = {.fill_down = true};

    (void)state;
    expect_reports("Department,Report,Frequency,Recipient\n"
                   "Finance,Cash,daily,ann@x.org\n"
                   ",,,bo@x.org\n"
                   ",Tax,,ann@x.org\n"
                   "Nursing,Beds,weekly,ann@x.org\n",
                   &options,
                   "id=beds | name=Beds | department=Nursing | frequency=read 52 | "
                   "recipients=ann@x.org | \n"
                   "id=cash | name=Cash | department=Finance | frequency=ambiguous 250 | "
                   "recipients=ann@x.org; bo@x.org | \n"
                   "id=tax | name=Tax | department=Finance | recipients=ann@x.org | ");
}

static void test_frequency_problems_have_their_place(void **state)
{
    struct inventory *inventory =
        read_string("Report,Frequency\nA,\"x\ny\"\nB,  gibberish\n", NULL);
    struct place place;

    (void)state;
    assert_int_equal(problems(inventory, "frequency-unknown", &place), 2);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 5);
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absurd_numbers_are_cut),
        cmocka_unit_test(test_the_least_a_user_has),
        cmocka_unit_test(test_delimiters_and_line_ends),
        cmocka_unit_test(test_lists_in_cells_are_no_headers),
        cmocka_unit_test(test_headers_decide_where_both_find_them_in_one_row),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_four_bytes_a_character),
        cmocka_unit_test(test_bytes_that_are_no_utf8_in_small_blocks),
        cmocka_unit_test(test_statuses_that_say_nothing),
        cmocka_unit_test(test_number_in_a_column_called_interval),
        cmocka_unit_test(test_encoding_given),
        cmocka_unit_test(test_cut_inside_a_character_is_still_utf8),
        cmocka_unit_test(test_rows_that_are_no_reports),
        cmocka_unit_test(test_ragged_rows_are_read),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_unknown_words),
        cmocka_unit_test(test_unknown_words_in_lists),
        cmocka_unit_test(test_columns_of_one_field),
        cmocka_unit_test(test_every_x_months),
        cmocka_unit_test(test_maps),
        cmocka_unit_test(test_last_words_of_headers),
        cmocka_unit_test(test_headers_that_end_in_title_or_description),
        cmocka_unit_test(test_near_misses_are_told),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_one_id_for_two_names),
        cmocka_unit_test(test_long_form),
        cmocka_unit_test(test_two_files),
        cmocka_unit_test(test_numbers_and_dates_by_column),
        cmocka_unit_test(test_status_of_inverted_columns),
        cmocka_unit_test(test_departments_are_no_people),
        cmocka_unit_test(test_fill_down),
        cmocka_unit_test(test_frequency_problems_have_their_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
