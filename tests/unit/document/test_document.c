#include "unit.h"

#include "document/document.h"
#include "model/date.h"

static void what_is_no_number_is_unknown(void **state)
{
    (void)state;
    assert_int_equal(cell_number(NAN).kind, CELL_NULL);
    assert_int_equal(cell_hours(INFINITY).kind, CELL_NULL);
    assert_int_equal(cell_share(0).kind, CELL_SHARE);
    assert_int_equal(cell_date(DATE_UNKNOWN).kind, CELL_NULL);
    assert_int_equal(cell_date(0).kind, CELL_DATE);
    assert_int_equal(cell_string(NULL).kind, CELL_NULL);
    assert_int_equal(cell_string("").kind, CELL_TEXT);
}

static void blocks_keep_their_order_however_many(void **state)
{
    struct document *document = document_new();
    (void)state;
    for (int i = 0; i < 1000; i++)
        document_paragraph(document, document_text(document, "%d", i));
    assert_int_equal(document->count, 1000);
    assert_text(document->blocks[0].text, "0");
    assert_text(document->blocks[999].text, "999");
    document_free(document);
}

static void tables_and_records_are_found_by_key(void **state)
{
    struct document *document = document_new();
    struct entry entries[] = {{"reports", cell_count(62)}};
    (void)state;
    document_table(document, &(struct table_block){.title = "For people"});
    document_table(document, &(struct table_block){.key = "pairs"});
    document_record(document, "summary", entries, 1);
    entries[0].cell = cell_null(); /* the document has its own copy */
    assert_ptr_equal(document_find(document, "pairs"), &document->blocks[1]);
    assert_int_equal(document_find(document, "summary")->entries[0].cell.as.count, 62);
    assert_null(document_find(document, "findings"));
    document_free(document);
}

static void charts_and_choices_are_tables_to_machines(void **state)
{
    struct document *document = document_new();
    struct chart chart = {.kind = CHART_BARS, .value = 1};
    struct choice_list choices = {.bundle_count = 2};
    (void)state;
    document_page(document);
    document_chart(document, &chart, &(struct table_block){.key = "departments"});
    document_choices(document, &choices, &(struct table_block){.title = "Decide"});
    document_tiles(document, &(struct tile){"A year", TEXT("5,654 hours"), TEXT("")}, 1);
    assert_null(block_table(&document->blocks[0]));
    assert_ptr_equal(document_find(document, "departments"), &document->blocks[1]);
    assert_null(block_key(&document->blocks[2]));
    assert_string_equal(block_table(&document->blocks[2])->title, "Decide");
    assert_int_equal(document->blocks[2].choices.bundle_count, 2);
    assert_text(document->blocks[3].tiles[0].value, "5,654 hours");
    document_free(document);
}

static void counts_have_their_word(void **state)
{
    struct document *document = document_new();
    (void)state;
    assert_text(document_number_of(document, 1, "person", "people"), "1 person");
    assert_text(document_number_of(document, 1234, "person", "people"), "1,234 people");
    assert_text(document_number_of(document, 0, "person", "people"), "0 people");
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_number_is_unknown),
        cmocka_unit_test(blocks_keep_their_order_however_many),
        cmocka_unit_test(tables_and_records_are_found_by_key),
        cmocka_unit_test(charts_and_choices_are_tables_to_machines),
        cmocka_unit_test(counts_have_their_word),
    };
    return cmocka_run_group_tests_name("document/document", tests, NULL, NULL);
}
