#include "unit.h"

#include "made_inventory.h"
#include "match/split.h"

static void assert_split(const char *string, const char *words)
{
    struct split split = {0};
    char joined[256] = "";
    size_t i;

    split_text(&split, text_of(string));
    for (i = 0; i < split.count; i++) {
        if (i)
            strcat(joined, " ");
        strncat(joined, split.words[i].data, split.words[i].size);
    }
    assert_string_equal(joined, words);
    split_clear(&split);
}

static void words_are_cut_and_folded(void **unused)
{
    (void)unused;
    assert_split("", "");
    assert_split(" - ", "");
    assert_split("Monthly Sales  (v2)", "monthly sales v2");
    assert_split("daily_sales-report.FINAL", "daily sales report final");
    assert_split("Profit & Loss", "profit and loss");
    assert_split("The agency's 'own' list", "the agencys own list");
    assert_split("DailySalesReport", "daily sales report");
    assert_split("DailySales report", "dailysales report");
    assert_split("MONTHLY", "monthly");
    assert_split("Caf\xc3\xa9 \xe2\x80\x93 \xc3\x9c"
                 "bersicht",
                 "cafe ubersicht");
    assert_split("\xe6\x9c\x88\xe6\xac\xa1 A", "\xe6\x9c\x88 \xe6\xac\xa1 a");
}

static void equal_names_are_one(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct words name, set;
    uint32_t buffer[8];

    (void)unused;
    made_report(inventory, "Sales by Region, by Month");
    made_report(inventory, "SALES BY REGION BY MONTH");
    made_report(inventory, "Month of Sales");
    made_report(inventory, "***");
    tokens = tokens_new(inventory, 1);
    assert_int_equal(tokens->name_total, 3);
    assert_int_equal(tokens->name_of[0], tokens->name_of[1]);
    name = tokens_name(tokens, 1);
    assert_int_equal(name.count, 5);
    assert_text(tokens_word(tokens, name.word[0]), "sales");
    assert_text(tokens_word(tokens, name.word[4]), "month");
    assert_int_equal(name.word[1], name.word[3]);
    set = words_set(name, buffer);
    assert_int_equal(set.count, 4);
    assert_true(set.word[0] < set.word[1] && set.word[1] < set.word[2]);
    assert_int_equal(tokens_name(tokens, 3).count, 1);
    assert_int_equal(tokens->name_frequency[name.word[0]], 2);
    assert_int_equal(tokens->name_frequency[name.word[2]], 1);
    assert_int_equal(tokens_description(tokens, 0).count, 0);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void rare_words_weigh_more(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    char name[32];
    unsigned i;

    (void)unused;
    for (i = 0; i < 64; i++) {
        snprintf(name, sizeof name, "%s number%u of", i % 2 ? "even" : i % 4 ? "two" : "four", i);
        made_report(inventory, name);
    }
    tokens = tokens_new(inventory, 1);
    assert_int_equal(tokens->weight[tokens_name(tokens, 1).word[0]], WEIGHT_ONE);
    assert_int_equal(tokens->weight[tokens_name(tokens, 2).word[0]], 2 * WEIGHT_ONE);
    assert_int_equal(tokens->weight[tokens_name(tokens, 2).word[1]], 6 * WEIGHT_ONE);
    assert_int_equal(tokens->weight[tokens_name(tokens, 2).word[2]], 1);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void descriptions_share_the_words(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct words words;

    (void)unused;
    made_report(inventory, "Sales");
    made_report(inventory, "Costs");
    made_report(inventory, "Stock");
    made_text(inventory, 0, FIELD_description, "What sales cost.");
    made_text(inventory, 2, FIELD_description, "what SALES cost");
    tokens = tokens_new(inventory, 1);
    words = tokens_description(tokens, 0);
    assert_int_equal(words.count, 3);
    assert_true(words.word && words.word[1] == tokens_name(tokens, 0).word[0]);
    assert_int_equal(tokens_description(tokens, 1).count, 0);
    assert_int_equal(tokens->description_of[0], tokens->description_of[2]);
    assert_int_equal(tokens->description_of[1], 0);
    assert_int_equal(tokens->description_total, 2);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void threads_number_alike(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *one, *three;
    char name[64];
    unsigned i;

    (void)unused;
    for (i = 0; i + 1 < MADE_MOST; i++) {
        snprintf(name, sizeof name, "alpha%u beta%u gamma%u", i % 7, i % 1009, i * 31 % 4001);
        made_report(inventory, name);
    }
    one = tokens_new(inventory, 1);
    three = tokens_new(inventory, 3);
    assert_int_equal(one->name_total, three->name_total);
    assert_memory_equal(one->names.start, three->names.start,
                        (one->name_total + 1) * sizeof *one->names.start);
    assert_memory_equal(one->names.word, three->names.word,
                        one->names.start[one->name_total] * sizeof *one->names.word);
    tokens_free(one);
    tokens_free(three);
    inventory_free(inventory);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_and_folded), cmocka_unit_test(equal_names_are_one),
        cmocka_unit_test(rare_words_weigh_more),    cmocka_unit_test(descriptions_share_the_words),
        cmocka_unit_test(threads_number_alike),
    };

    return cmocka_run_group_tests_name("tokens", tests, NULL, NULL);
}
