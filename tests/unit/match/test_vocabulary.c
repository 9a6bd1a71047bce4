#include "unit.h"

#include "made_inventory.h"
#include "match/candidates.h"
#include "match/relations.h"

static uint32_t word(const struct tokens *tokens, const char *string)
{
    uint32_t number = table_find(tokens->words, text_of(string));

    assert_true(number > 0);
    return number;
}

static void assert_stands_for(const struct tokens *tokens, const char *string, const char *other)
{
    assert_text(tokens_word(tokens, tokens->same_as[word(tokens, string)]), other);
}

static bool is_neighbour(const struct tokens *tokens, const char *string, const char *other)
{
    uint32_t from = word(tokens, string), to = word(tokens, other), i;

    for (i = tokens->neighbours.start[from]; i < tokens->neighbours.start[from + 1]; i++)
        if (tokens->neighbours.word[i] == to)
            return true;
    return false;
}

/* So many names with the word, no two of them equal. */
static void made_names(struct inventory *inventory, const char *string, unsigned count)
{
    static unsigned number;
    char name[64];

    while (count--) {
        snprintf(name, sizeof name, "%s %u", string, number++);
        made_report(inventory, name);
    }
}

static void misspellings_stand_for_the_frequent_word(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;

    (void)unused;
    made_names(inventory, "occupancy", 40);
    made_names(inventory, "ocupancy", 1);
    made_names(inventory, "occupnacy", 2);
    made_names(inventory, "ocupanncy", 1);
    made_names(inventory, "margin", 12);
    made_names(inventory, "marlin", 9);
    made_names(inventory, "q2024", 20);
    made_names(inventory, "q2025", 1);
    tokens = tokens_new(inventory, 1);
    assert_stands_for(tokens, "ocupancy", "occupancy");
    assert_stands_for(tokens, "occupnacy", "occupancy");
    assert_stands_for(tokens, "occupancy", "occupancy");
    assert_stands_for(tokens, "margin", "margin");
    assert_stands_for(tokens, "marlin", "marlin");
    assert_false(is_neighbour(tokens, "marlin", "margin"));
    assert_stands_for(tokens, "q2025", "q2025");
    tokens_free(tokens);
    inventory_free(inventory);
}

/* "Data for DOES" is no slip of "Data for DOEE"; names that are all capitals tell no acronyms. */
static void acronyms_are_no_slips_of_each_other(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;

    (void)unused;
    made_names(inventory, "Data for DOEE", 12);
    made_names(inventory, "Data for DOES", 1);
    made_names(inventory, "NOTES KEPT", 12); /* all capitals: it may be any word */
    made_names(inventory, "Nots kept", 1);
    tokens = tokens_new(inventory, 1);
    assert_stands_for(tokens, "does", "does");
    assert_false(is_neighbour(tokens, "does", "doee"));
    assert_stands_for(tokens, "nots", "notes");
    tokens_free(tokens);
    inventory_free(inventory);
}

static void short_forms_and_plurals_stand_for_the_word(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;

    (void)unused;
    made_names(inventory, "management", 3);
    made_names(inventory, "mgmt", 5);
    made_names(inventory, "product", 3);
    made_names(inventory, "production", 3);
    made_names(inventory, "prod", 1);
    made_names(inventory, "permit", 2);
    made_names(inventory, "permits", 9);
    made_names(inventory, "dashboard", 5);
    made_names(inventory, "dash", 4);
    made_names(inventory, "new", 2);
    made_names(inventory, "news", 1);
    tokens = tokens_new(inventory, 1);
    assert_stands_for(tokens, "mgmt", "management");
    assert_stands_for(tokens, "prod", "prod"); /* of two readings none is sure */
    assert_true(is_neighbour(tokens, "prod", "product"));
    assert_true(is_neighbour(tokens, "prod", "production"));
    assert_stands_for(tokens, "permit", "permits");
    assert_stands_for(tokens, "dash", "dash");
    assert_true(is_neighbour(tokens, "dash", "dashboard"));
    assert_stands_for(tokens, "news", "news");
    tokens_free(tokens);
    inventory_free(inventory);
}

/* What stands for a word is never itself taken for another one. */
static void no_chain_leads_away(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    uint32_t i;

    (void)unused;
    made_names(inventory, "billing", 400);
    made_names(inventory, "bilking", 5);
    made_names(inventory, "balking", 1);
    made_names(inventory, "billings", 1);
    tokens = tokens_new(inventory, 1);
    assert_stands_for(tokens, "bilking", "billing");
    assert_stands_for(tokens, "billings", "billing");
    for (i = 1; i <= table_count(tokens->words); i++)
        assert_int_equal(tokens->same_as[tokens->same_as[i]], tokens->same_as[i]);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void one_soft_word_makes_a_pair(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *found;
    size_t i;
    bool near = false, far = false;

    (void)unused;
    made_report(inventory, "Ordel Demand Report");
    made_report(inventory, "Ordeb Demand Report");
    made_report(inventory, "Kasta Demand Report");
    made_names(inventory, "Demand Report order", 60);
    tokens = tokens_new(inventory, 1);
    found = candidates_find(tokens, 1, true);
    for (i = 0; i < found->count; i++) {
        if (found->pairs[i].a == 0 && found->pairs[i].b == 1)
            near = (found->pairs[i].signs & SIGN_NAME_NEAR) != 0;
        if (found->pairs[i].a == 0 && found->pairs[i].b == 2)
            far = (found->pairs[i].signs & SIGN_NAME_NEAR) != 0;
    }
    assert_true(near);
    assert_false(far);
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
}

/* Names of four words: the same eight letters, then a number in pairs of letters. */
static void made_alike_beginnings(struct inventory *inventory, unsigned count)
{
    char name[128];
    unsigned i, k, number;
    size_t at = 0;

    for (i = 0; i < 4 * count; i++) {
        at += (size_t)snprintf(name + at, sizeof name - at, " internal");
        for (k = 0, number = i * 7919 % 456976 /* 26 to the 4th */; k < 4; k++, number /= 26)
            at += (size_t)snprintf(name + at, sizeof name - at, "%c%c", 'a' + number % 26,
                                   'a' + number % 26);
        if (i % 4 < 3)
            continue;
        made_report(inventory, name);
        at = 0;
    }
}

static void of_many_alike_beginnings_one_slip_is_found_and_that_is_told(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct relations *relations;
    struct tokens *tokens;

    (void)unused;
    made_names(inventory, "internalization", 40);
    made_names(inventory, "internalizaton", 1);
    made_names(inventory, "internalizatn", 1);
    tokens = tokens_new(inventory, 1);
    assert_false(tokens->one_edit);
    assert_true(is_neighbour(tokens, "internalizaton", "internalization"));
    assert_true(is_neighbour(tokens, "internalizatn", "internalization"));
    tokens_free(tokens);
    made_alike_beginnings(inventory, 3500);
    tokens = tokens_new(inventory, 2);
    assert_true(tokens->one_edit);
    assert_true(is_neighbour(tokens, "internalizaton", "internalization"));
    assert_false(is_neighbour(tokens, "internalizatn", "internalization"));
    tokens_free(tokens);
    relations = match_inventory(inventory, &(struct match_options){.threads = 1});
    assert_non_null(strstr(relations->refused, "one slip of the pen"));
    relations_free(relations);
    inventory_free(inventory);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(misspellings_stand_for_the_frequent_word),
        cmocka_unit_test(acronyms_are_no_slips_of_each_other),
        cmocka_unit_test(short_forms_and_plurals_stand_for_the_word),
        cmocka_unit_test(no_chain_leads_away),
        cmocka_unit_test(one_soft_word_makes_a_pair),
        cmocka_unit_test(of_many_alike_beginnings_one_slip_is_found_and_that_is_told),
    };

    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
