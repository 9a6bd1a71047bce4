#include "unit.h"

#include "render/render.h"
#include "sections/sections.h"

static struct text rendered(enum format format, const struct document *document,
                            const struct render_options *options)
{
    struct out *out = out_memory();
    render(format, document, out, options);
    struct text t = arena_copy(document->arena, out_written(out));
    out_abandon(out);
    return t;
}

/* A list of four reports: name and frequency are read, a column is not, and there are problems. */
struct list {
    struct inventory inventory;
    struct input input;
    struct column_match matches[3];
    struct frequency frequencies[4];
    uint32_t names[4], frequency[4];
    struct story_options options;
    struct story story;
};

static void make_list(struct list *list)
{
    memset(list, 0, sizeof *list);
    list->input = (struct input){
        .file = "list.csv", .role = "inventory", .rows = 5, .encoding = "UTF-8", .delimiter = ';'};
    list->matches[0] =
        (struct column_match){.header = text_of("Report"),
                              .field = FIELD_name,
                              .how = HOW_GUESSED,
                              .examples = {text_of("Bed occupancy"), text_of("DRG revenue")}};
    list->matches[1] = (struct column_match){
        .header = text_of("frequency"),
        .field = FIELD_frequency,
        .how = HOW_EXACT,
        .examples = {text_of("every Monday"), text_of("wkly"),
                     text_of("a value that is longer than that"), text_of("sometimes")}};
    list->matches[2] =
        (struct column_match){.header = text_of("Remarks"), .field = -1, .how = HOW_UNUSED};
    list->frequencies[0] = (struct frequency){.runs = NAN};
    list->frequencies[1] =
        (struct frequency){.status = FREQUENCY_READ, .runs = 52, .as = text_of("weekly")};
    list->frequencies[2] =
        (struct frequency){.status = FREQUENCY_READ, .runs = 52, .as = text_of("weekly")};
    list->frequencies[3] =
        (struct frequency){.status = FREQUENCY_READ, .runs = 365, .as = text_of("daily")};
    memcpy(list->frequency, (uint32_t[]){1, 2, 0, 3}, sizeof list->frequency);
    list->inventory = (struct inventory){.count = 4,
                                         .inputs = &list->input,
                                         .input_count = 1,
                                         .matches = list->matches,
                                         .match_count = 3,
                                         .frequencies = list->frequencies,
                                         .frequency_count = 4,
                                         .diag = diag_new()};
    list->inventory.columns[FIELD_name].number = list->names;
    list->inventory.columns[FIELD_frequency].number = list->frequency;
    list->options.read_words = "list.csv";
    list->story = (struct story){.inventory = &list->inventory, .options = &list->options};
}

static struct text checked(struct list *list, struct document *document)
{
    const struct render_options options = {0};
    section_check(document, &list->story);
    return rendered(FORMAT_TERMINAL, document, &options);
}

static bool says(struct text t, const char *string)
{
    return text_search(t, string) < t.size;
}

static void files_columns_and_frequencies_are_told(void **state)
{
    struct list list;
    struct document *document = document_new();
    (void)state;
    make_list(&list);
    struct text t = checked(&list, document);
    assert_true(says(t, "list.csv (inventory): 5 rows, UTF-8, semicolons, one row per report\n"));
    assert_true(says(t, "  Report     name (a guess)  Bed occupancy | DRG revenue\n"));
    assert_true(says(t, "  frequency  frequency       every Monday | wkly | a value that is... |\n"
                        "                             sometimes\n"));
    assert_true(says(t, "NOT USED     Remarks\n"));
    assert_true(says(t, "FREQUENCIES AS THEY WERE READ   a year  reports\n"));
    assert_true(says(t, "  daily                            365        1\n"));
    assert_true(says(t, "  weekly                            52        2\n"));
    assert_true(says(t, "  not known                                   1  not costed\n"));
    assert_true(says(t, "PROBLEMS     none\n"));
    assert_true(says(t, "NEXT         pare audit list.csv  "));
    diag_free(list.inventory.diag);
    document_free(document);
}

static void only_what_is_missing_is_proposed(void **state)
{
    struct list list;
    struct document *document = document_new();
    (void)state;
    make_list(&list);
    list.inventory.columns[FIELD_owner].number = list.names;
    struct text t = checked(&list, document);
    assert_true(says(t, "  recipients  "));
    assert_true(says(t, "  mandate  "));
    assert_false(says(t, "  owner  "));
    assert_false(says(t, "which could run less often"));
    diag_free(list.inventory.diag);
    document_free(document);
}

static void problems_are_one_line_a_kind_the_worst_first(void **state)
{
    struct list list;
    struct document *document = document_new();
    (void)state;
    make_list(&list);
    for (uint32_t i = 0; i < 25; i++)
        diag_add(list.inventory.diag, SEVERITY_WARNING, "ragged-row",
                 (struct place){"list.csv", i + 2, 7}, "row has 3 cells, not 4");
    diag_add(list.inventory.diag, SEVERITY_ERROR, "open-quote", (struct place){"list.csv", 9, 1},
             "a quote is never closed");
    struct text t = checked(&list, document);
    assert_true(says(t, "PROBLEMS\n"
                        "  1 error      list.csv:9:1: a quote is never closed\n"
                        "  25 warnings  first list.csv:2:7: row has 3 cells, not 4\n"));
    diag_free(list.inventory.diag);
    document_free(document);
}

static void machines_get_inputs_columns_and_problems(void **state)
{
    struct list list;
    struct document *document = document_new();
    const struct render_options options = {0};
    (void)state;
    make_list(&list);
    diag_add(list.inventory.diag, SEVERITY_NOTE, "x", (struct place){"list.csv", 2, 0}, "note");
    section_inputs(document, &list.story);
    assert_text(
        rendered(FORMAT_JSON, document, &options),
        "{\n  \"schema\": 1,\n  \"inputs\": [\n    {\"file\": \"list.csv\", \"role\": "
        "\"inventory\", \"rows\": 5, \"sha256\": null}\n  ],\n  \"columns\": [\n"
        "    {\"file\": \"list.csv\", \"header\": \"Report\", \"field\": \"name\", \"how\": "
        "\"guessed\"},\n    {\"file\": \"list.csv\", \"header\": \"frequency\", \"field\": "
        "\"frequency\", \"how\": \"exact\"},\n    {\"file\": \"list.csv\", \"header\": "
        "\"Remarks\", \"field\": null, \"how\": \"unused\"}\n  ],\n  \"problems\": [\n"
        "    {\"file\": \"list.csv\", \"line\": 2, \"column\": null, \"severity\": \"note\", "
        "\"text\": \"note\"}\n  ]\n}\n");
    diag_free(list.inventory.diag);
    document_free(document);
}

static void the_template_is_a_header_line_for_spreadsheets_and_explained_for_people(void **state)
{
    struct document *document = document_new();
    struct render_options options = {.table = "inventory"};
    struct text line;
    size_t commas = 0;
    (void)state;
    section_template(document, NULL);
    struct text csv = rendered(FORMAT_CSV, document, &options);
    assert_true(text_starts(csv, "id,name,description,owner,"));
    struct text rest = csv;
    assert_true(text_next(&rest, "\n", &line));
    assert_int_equal(line.size + 1, csv.size); /* nothing behind the header */
    for (size_t i = 0; i < csv.size; i++)
        commas += csv.data[i] == ',';
    assert_int_equal(commas + 1, FIELD_COUNT);
    struct text t = rendered(FORMAT_TERMINAL, document, &options);
    for (int i = 0; i < FIELD_COUNT; i++)
        assert_true(says(t, field_info((enum field)i)->name));
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_columns_and_frequencies_are_told),
        cmocka_unit_test(only_what_is_missing_is_proposed),
        cmocka_unit_test(problems_are_one_line_a_kind_the_worst_first),
        cmocka_unit_test(machines_get_inputs_columns_and_problems),
        cmocka_unit_test(the_template_is_a_header_line_for_spreadsheets_and_explained_for_people),
    };
    return cmocka_run_group_tests_name("sections/check", tests, NULL, NULL);
}
