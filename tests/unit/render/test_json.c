#include "rendered.h"

#include <json-c/json.h>

#include "base/utf8.h"

static struct json_object *parsed(struct text t)
{
    struct json_tokener *tokener = json_tokener_new();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *object = json_tokener_parse_ex(tokener, t.data, (int)t.size);
    assert_int_equal(json_tokener_get_error(tokener), json_tokener_success);
    json_tokener_free(tokener);
    return object;
}

static void keys_stand_in_the_order_of_the_blocks(void **state)
{
    static const struct column columns[] = {
        {.key = "id"}, {.title = "people only"}, {.key = "cost"}};
    const struct rendered_row rows[] = {
        {ROW_PLAIN, {cell_string("17"), cell_count(1), cell_money(123450)}},
        {ROW_TOTAL, {cell_string("all"), cell_count(1), cell_money(123450)}},
        {ROW_PLAIN, {cell_string("18"), cell_count(1), cell_money(-5)}}};
    const struct entry entries[] = {{"reports", cell_count(2)}, {"currency", cell_null()}};
    struct document *document = document_new();
    (void)state;
    document_paragraph(document, text_of("for people"));
    document_record(document, "summary", entries, 2);
    document_table(document, &(struct table_block){
                                 .title = "For people", .columns = columns, .column_count = 3});
    document_table(document, &(struct table_block){.key = "reports",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = 3,
                                                   .row = rendered_row,
                                                   .context = rows});
    document_table(document,
                   &(struct table_block){.key = "pairs", .columns = columns, .column_count = 3});
    assert_text(rendered(FORMAT_JSON, document, NULL),
                "{\n  \"schema\": 1,\n  \"summary\": {\"reports\": 2, \"currency\": null},\n"
                "  \"reports\": [\n    {\"id\": \"17\", \"cost\": 1234.50},\n"
                "    {\"id\": \"18\", \"cost\": -0.05}\n  ],\n  \"pairs\": []\n}\n");
    document_free(document);
}

static void numbers_are_exact_and_short(void **state)
{
    const struct entry entries[] = {{"cents", cell_money(INT64_C(922337203685477580))},
                                    {"least", cell_money(INT64_MIN)},
                                    {"noise", cell_hours(0.1 + 0.2)},
                                    {"third", cell_number(52.0 / 3)},
                                    {"whole", cell_number(365)},
                                    {"zero", cell_number(-0.0)},
                                    {"score", cell_share((double)0.93f)},
                                    {"day", cell_date(20406)},
                                    {"flag", cell_flag(false)},
                                    {"big", cell_number(1e300)}};
    struct document *document = document_new();
    (void)state;
    document_record(document, "r", entries, sizeof entries / sizeof *entries);
    struct text t = rendered(FORMAT_JSON, document, NULL);
    assert_text(t, "{\n  \"schema\": 1,\n  \"r\": {\"cents\": 9223372036854775.80, "
                   "\"least\": -92233720368547758.08, \"noise\": 0.3, \"third\": 17.33333333, "
                   "\"whole\": 365, \"zero\": 0, \"score\": 0.93, \"day\": \"2025-11-14\", "
                   "\"flag\": false, \"big\": 1e+300}\n}\n");
    json_object_put(parsed(t));
    document_free(document);
}

static void any_string_comes_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct document *document = document_new();
        const struct entry entries[] = {{"text", cell_string(hostile[i])}};
        document_record(document, "r", entries, 1);
        struct json_object *object = parsed(rendered(FORMAT_JSON, document, NULL)), *text;
        text = json_object_object_get(json_object_object_get(object, "r"), "text");
        const char *back = json_object_get_string(text);
        if (utf8_is_valid(text_of(hostile[i])))
            assert_string_equal(back, hostile[i]);
        else
            assert_string_equal(back, "broken \xef\xbf\xbd\xef\xbf\xbd utf-8 "
                                      "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        json_object_put(object);
        document_free(document);
    }
}

static void every_byte_alone_makes_valid_json(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char c[3] = {'a', (char)byte, 'b'};
        struct document *document = document_new();
        const struct entry entries[] = {{"text", cell_text(text_make(c, 3))}};
        document_record(document, "r", entries, 1);
        struct json_object *object = parsed(rendered(FORMAT_JSON, document, NULL)), *text;
        text = json_object_object_get(json_object_object_get(object, "r"), "text");
        assert_int_equal(json_object_get_string_len(text), byte < 128 ? 3 : 5);
        if (byte < 128)
            assert_memory_equal(json_object_get_string(text), c, 3);
        json_object_put(object);
        document_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_stand_in_the_order_of_the_blocks),
        cmocka_unit_test(numbers_are_exact_and_short),
        cmocka_unit_test(any_string_comes_back),
        cmocka_unit_test(every_byte_alone_makes_valid_json),
    };
    return cmocka_run_group_tests_name("render/json", tests, NULL, NULL);
}
