/* Laws of reading: what must hold for any file. */
#include "random.h"
#include "unit.h"

#include "reading.h"

#include <dirent.h>
#include <json-c/json.h>
#include <sys/stat.h>

#include "input/csv_reader.h"

static const char sample[] =
    "Our reports;;;;;\r\n"
    "Report;Owner;Frequency;Recipients;Annual cost;Notes\r\n"
    "Weekly \"sales;Ann Lee <ann@x.org>;weekly;bo@x.org, Lee;1.234,50;\"a\r\nb \"\"c\"\" d\"\r\n"
    "Weekly sales;ann@x.org;every 2 weeks;\"Cleo; \"\"Lee, Ann\"\"\";12,5;\r\n"
    "\r\n"
    "Caf\xC3\xA9;Lee, Ann;gibberish;all-staff@x.org | bo@x.org;x;\"long\n\n\ntext\"\r\n"
    ";;;;;\r\n"
    "Caf\xC3\xA9;Bo;3 x month;none;7;\r\n"
    "Stock;Bo;daily\r\n"
    "Stock;Bo;daily;;;;too much\r\n"
    "Total;;;;99;";

/* Two mistakes, of which the second ends the reading. */
static const char without_name[] = "Amount,Kind,Source\n12,weekly,x\n14,\"monthly,y\n16,daily,z\n";

/* A word of the second column of frequencies is the first that the next row has, or stands in a
 * column that says something else. */
static const char two_frequencies[] = "Report,Frequency,Schedule,Refresh frequency\n"
                                      "Sales,when Ann asks,board days,fair weather\n"
                                      "Beds,board days,,\n"
                                      "Cash,fair weather,weekly,board days\n"
                                      "Stock,board days,when Ann asks,\n";

/* Reports, then problems. */
static struct out *tell_all(const struct inventory *inventory)
{
    struct out *out = all_reports(inventory);
    size_t i;

    for (i = 0; i < diag_stored(inventory->diag); i++) {
        const struct problem *problem = diag_problem(inventory->diag, i);

        out_printf(out, "\n%u:%u %s %s", problem->place.line, problem->place.column, problem->kind,
                   problem->text);
    }
    return out;
}

static void expect_any_chunk_size(const char *csv, size_t count, unsigned threads)
{
    struct inventory *whole = read_string(csv, NULL);
    struct out *expected = tell_all(whole);
    size_t block;

    assert_int_equal(whole->count, count);
    assert_true(diag_stored(whole->diag) > 0);
    for (block = 1; block < strlen(csv) + 2; block++) {
        struct input_options options = {.block = block, .threads = threads};
        struct inventory *inventory = read_string(csv, &options);
        struct out *out = tell_all(inventory);

        if (!text_equal(out_written(out), out_written(expected)))
            print_error("block %zu: %.*s\nis not\n%.*s\n", block, TEXT_ARGS(out_written(out)),
                        TEXT_ARGS(out_written(expected)));
        assert_true(text_equal(out_written(out), out_written(expected)));
        out_abandon(out);
        inventory_free(inventory);
    }
    out_abandon(expected);
    inventory_free(whole);
}

static void test_any_chunk_size(void **state)
{
    (void)state;
    expect_any_chunk_size(sample, 6, 1);
    expect_any_chunk_size(without_name, 0, 1);
    expect_any_chunk_size(two_frequencies, 4, 1);
}

static void test_any_number_of_threads(void **state)
{
    (void)state;
    expect_any_chunk_size(sample, 6, 2);
    expect_any_chunk_size(without_name, 0, 2);
    expect_any_chunk_size(two_frequencies, 4, 2);
}

static void expect_any_order(const char *header, const char *const *rows, size_t count)
{
    struct out *expected = NULL;
    uint64_t seed = law_seed(1);
    size_t order[32];
    size_t round, i, j, spare;

    for (i = 0; i < count; i++)
        order[i] = i;
    for (round = 0; round < 60; round++) {
        struct out *csv = out_memory(), *out;
        struct inventory *inventory;

        out_string(csv, header);
        for (i = 0; i < count; i++)
            out_string(csv, rows[order[i]]);
        inventory = read_bytes(out_written(csv).data, out_written(csv).size, NULL);
        out = all_reports(inventory);
        if (!expected)
            expected = out;
        if (!text_equal(out_written(out), out_written(expected)))
            print_error("%.*s\nis not\n%.*s\n", TEXT_ARGS(out_written(out)),
                        TEXT_ARGS(out_written(expected)));
        assert_true(text_equal(out_written(out), out_written(expected)));
        if (out != expected)
            out_abandon(out);
        out_abandon(csv);
        inventory_free(inventory);
        for (i = count; i > 1; i--) {
            j = random_below(&seed, (unsigned)i);
            spare = order[i - 1];
            order[i - 1] = order[j];
            order[j] = spare;
        }
    }
    out_abandon(expected);
}

static void test_any_order_of_rows(void **state)
{
    static const char *const wide[] = {
        "Sales,Finance,Ann Lee <ann@x.org>,weekly,Cost; Net,\n",
        "Sales,Finance,ANN LEE,weekly,cost; NET,12\n",
        "Sales,Finance,\"Lee, Ann\",weekly,COST,12\n",
        "Sales,Finance,ann@x.org,monthly,,\n",
        "SALES,Nursing,Bo,weekly,,\n",
        "Beds,Nursing,bo,daily,,1\n",
        "Beds,Nursing,BO,daily,,1\n",
        "Caf\xC3\xA9,Nursing,Bo,daily,,\n",
    };
    static const char *const with_ids[] = {
        "1,Sales,weekly,ann@x.org,1\n", "1,Sales,weekly,bo@x.org,2\n", "1,Sales,,cleo@x.org,\n",
        "2,Beds,daily,ann@x.org,1\n",   "2,Stock,daily,ann@x.org,1\n", "2,Beds,weekly,bo@x.org,\n",
        "3,Cash,monthly,,\n",           ",Cash,monthly,,\n",           ",Cash,weekly,,\n",
    };

    (void)state;
    expect_any_order("Report,Department,Owner,Frequency,Fields,Pages\n", wide,
                     sizeof wide / sizeof *wide);
    expect_any_order("ID,Report,Frequency,Recipient,Opens\n", with_ids,
                     sizeof with_ids / sizeof *with_ids);
}

/* Real files. */

static char *path_of(const char *folder, const char *name)
{
    struct out *out = out_memory();

    out_printf(out, "%s/%s", folder, name);
    return line_of(out);
}

static char *data_folder(const char *name)
{
    const char *data = getenv("PARE_DATA");

    if (data && *data)
        return path_of(data, name);
    print_message("PARE_DATA is not set: %s is not looked at\n", name);
    return NULL;
}

static void expect_inventory(const char *folder, const char *name, size_t count, const char *id,
                             bool mandated)
{
    static const struct input_options options;
    char *path = path_of(folder, name);
    const char *const file = path;
    struct assumptions assumptions;
    struct inventory *inventory;
    struct report report;
    size_t i;

    assumptions_init(&assumptions);
    inventory = inventory_read(&file, 1, &options, &assumptions);
    assert_int_equal(diag_count(inventory->diag, SEVERITY_ERROR), 0);
    assert_int_equal(inventory->count, count);
    assert_int_equal(inventory->rows, count);
    assert_true(inventory->ids_given);
    report_at(inventory, id);
    for (i = 0; i < inventory->match_count; i++)
        assert_false(text_is_nocase(inventory->matches[i].header, "KEYWORDS") &&
                     inventory->matches[i].field >= 0);
    for (i = 0; i < count && mandated; i++) {
        inventory_report(inventory, i, &report);
        assert_true(report_has(&report, FIELD_mandate) || report_has(&report, FIELD_name));
    }
    inventory_free(inventory);
    memory_free(path);
}

static void test_real_inventories(void **state)
{
    char *folder = data_folder("inventories");

    (void)state;
    if (!folder)
        skip();
    expect_inventory(folder, "nyc_required_reports.csv", 1075, "1075", true);
    expect_inventory(folder, "dc_datasets_fy18.csv", 1640, "4570", false);
    expect_inventory(folder, "usda_market_reports.csv", 127, "2451", false);
    expect_inventory(folder, "web_analytics_reports.csv", 154, "DAP-154", false);
    memory_free(folder);
}

static struct text file_bytes(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    char *data;

    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &status), 0);
    data = memory_alloc((size_t)status.st_size + 1, 1);
    assert_int_equal(fread(data, 1, (size_t)status.st_size, file), status.st_size);
    fclose(file);
    return text_make(data, (size_t)status.st_size);
}

/* The copy of the suite has plain line ends, also inside cells; its JSON has not. */
static const char *without_returns(const char *string)
{
    static char buffer[256];
    size_t size = 0;

    for (; *string && size + 1 < sizeof buffer; string++)
        if (*string != '\r')
            buffer[size++] = *string;
    buffer[size] = '\0';
    return buffer;
}

/* The rows of a CSV are those of its JSON; cell by cell. The phone number of one file of the suite
 * is another one in its JSON, so that column is left out. */
static void expect_json(const char *csv, const char *json)
{
    struct text bytes = file_bytes(csv), expected = file_bytes(json);
    struct json_object *rows = json_tokener_parse(expected.data);
    struct source source;
    struct csv_reader *reader;
    struct csv_dialect dialect = {',', '"'};
    struct csv_row *row;
    char *headers[16];
    size_t count = 0, i, number = 0;

    assert_non_null(rows);
    source_of_text(&source, csv, bytes);
    reader = csv_reader_new(&source, dialect, 0, NULL);
    row = csv_reader_next(reader);
    assert_non_null(row);
    for (; count < row->count; count++) {
        struct out *out = out_memory();

        out_text(out, row->cells[count]);
        headers[count] = line_of(out);
    }
    while ((row = csv_reader_next(reader))) {
        struct json_object *object = json_object_is_type(rows, json_type_array)
                                         ? json_object_array_get_idx(rows, number)
                                         : rows;

        number++;
        assert_non_null(object);
        assert_int_equal(row->count, count);
        for (i = 0; i < count; i++) {
            struct json_object *value;

            if (strcmp(headers[i], "Contact Phone Number") == 0)
                continue;
            assert_true(json_object_object_get_ex(object, headers[i], &value));
            assert_text(row->cells[i], without_returns(json_object_get_string(value)));
        }
    }
    assert_int_equal(
        number, json_object_is_type(rows, json_type_array) ? json_object_array_length(rows) : 1);
    for (i = 0; i < count; i++)
        memory_free(headers[i]);
    csv_reader_free(reader);
    source_close(&source);
    json_object_put(rows);
    memory_free((char *)(uintptr_t)bytes.data);
    memory_free((char *)(uintptr_t)expected.data);
}

static void test_csv_spectrum(void **state)
{
    static const char *const names[] = {
        "comma_in_quotes",      "empty",    "empty_crlf",    "escaped_quotes",      "json",
        "location_coordinates", "newlines", "newlines_crlf", "quotes_and_newlines", "simple",
        "simple_crlf",          "utf8",
    };
    char *folder = data_folder("messy/max-mapper__csv-spectrum");
    size_t i;

    (void)state;
    if (!folder)
        skip();
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        struct out *csv = out_memory(), *json = out_memory();
        char *csv_path, *json_path;

        out_printf(csv, "%s/csvs/%s.csv", folder, names[i]);
        out_printf(json, "%s/json/%s.json", folder, names[i]);
        csv_path = line_of(csv);
        json_path = line_of(json);
        expect_json(csv_path, json_path);
        memory_free(csv_path);
        memory_free(json_path);
    }
    memory_free(folder);
}

/* Rows of the file as libcsv sees them. */
static size_t count_rows(struct text bytes, const struct input *input)
{
    struct csv_dialect dialect = {input->delimiter, input->quote};
    struct source source;
    struct csv_reader *reader;
    size_t count = 0;

    if (text_starts(bytes, "\xEF\xBB\xBF"))
        bytes = text_from(bytes, 3);
    source_of_text(&source, "", bytes);
    reader = csv_reader_new(&source, dialect, 0, NULL);
    while (csv_reader_next(reader))
        count++;
    csv_reader_free(reader);
    source_close(&source);
    return count;
}

/* Every row is read, or a message tells why not. */
static void expect_no_row_lost(const struct inventory *inventory, struct text bytes)
{
    static const char *const skipped[] = {"title-row",   "blank-row",  "total-row",
                                          "section-row", "header-row", "no-name"};
    size_t told = 0, rows, i;

    if (diag_count(inventory->diag, SEVERITY_ERROR) ||
        strncmp(inventory->inputs[0].encoding, "UTF-16", 6) == 0)
        return;
    for (i = 0; i < sizeof skipped / sizeof *skipped; i++)
        told += problems(inventory, skipped[i], NULL);
    rows = count_rows(bytes, &inventory->inputs[0]);
    assert_int_equal(inventory->rows + told + 1 + text_starts(bytes, "sep="), rows);
}

/* Takes the first header for the name of the report, so that the rows are looked at. */
static void read_messy(struct text bytes)
{
    struct inventory *inventory = read_bytes(bytes.data, bytes.size, NULL);
    struct input_options options = {.map_count = 1, .fill_down = true, .block = 4096, .threads = 2};
    const char *map;
    struct out *out;
    char *text;
    size_t end = 0;

    expect_no_row_lost(inventory, bytes);
    while (end < bytes.size && !strchr(",;\t|\r\n", bytes.data[end]))
        end++;
    out = out_memory();
    out_printf(out, "name=%.*s", (int)end, bytes.data);
    map = text = line_of(out);
    options.maps = &map;
    inventory_free(inventory);
    inventory = read_bytes(bytes.data, bytes.size, &options);
    expect_no_row_lost(inventory, bytes);
    inventory_free(inventory);
    memory_free(text);
}

/* Cut at every 97th byte; of long files at so many places that the test stays short, unless
 * PARE_THOROUGH is set. */
static size_t read_with_cuts(const char *path)
{
    enum { STEP = 97, CUTS = 6 };
    struct text bytes = file_bytes(path);
    size_t step = getenv("PARE_THOROUGH") || bytes.size < STEP * CUTS
                      ? STEP
                      : bytes.size / CUTS / STEP * STEP + STEP;
    size_t cut, count = 0;

    for (cut = bytes.size; cut > 0; cut = cut > step ? cut - step : 0, count++)
        read_messy(text_slice(bytes, 0, cut));
    memory_free((char *)(uintptr_t)bytes.data);
    return count;
}

static size_t read_folder(const char *folder)
{
    DIR *directory = opendir(folder);
    struct dirent *entry;
    struct stat status;
    size_t count = 0;

    assert_non_null(directory);
    while ((entry = readdir(directory))) {
        char *path;

        if (entry->d_name[0] == '.')
            continue;
        path = path_of(folder, entry->d_name);
        if (stat(path, &status) == 0)
            count += S_ISDIR(status.st_mode) ? read_folder(path) : read_with_cuts(path);
        memory_free(path);
    }
    closedir(directory);
    return count;
}

static void test_messy_files_and_their_beginnings(void **state)
{
    char *folder = data_folder("messy");

    (void)state;
    if (!folder)
        skip();
    assert_true(read_folder(folder) > 300);
    memory_free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_chunk_size),
        cmocka_unit_test(test_any_number_of_threads),
        cmocka_unit_test(test_any_order_of_rows),
        cmocka_unit_test(test_real_inventories),
        cmocka_unit_test(test_csv_spectrum),
        cmocka_unit_test(test_messy_files_and_their_beginnings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
