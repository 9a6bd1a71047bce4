#include "unit.h"

#include "made_inventory.h"
#include "match/candidates.h"

/* The signs of a pair, 0 where it is no candidate; pairs are sorted by a, then b. */
static uint32_t signs_between(const struct candidates *found, size_t a, size_t b)
{
    size_t low = 0, high = found->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (found->pairs[middle].a < a ||
            (found->pairs[middle].a == a && found->pairs[middle].b < b))
            low = middle + 1;
        else
            high = middle;
    }
    return low < found->count && found->pairs[low].a == a && found->pairs[low].b == b
               ? found->pairs[low].signs
               : 0;
}

static void each_sign_is_told(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *found;
    unsigned i;

    (void)unused;
    made_report(inventory, "Monthly Sales Report");
    made_report(inventory, "monthly sales-report");
    made_report(inventory, "Report Sales Monthly");
    made_report(inventory, "Copy of Monthly Sales Report (2)");
    made_report(inventory, "Bed occupancy");
    made_report(inventory, "Something else");
    for (i = 0; i < 30; i++)
        made_report(inventory, i % 2 ? "Patient waiting list" : "Staff rota");
    made_fields(inventory, 4, FIELD_fields, "abcdefgh");
    made_fields(inventory, 5, FIELD_fields, "abcdefg");
    tokens = tokens_new(inventory, 1);
    found = candidates_find(tokens, 1, true);
    assert_true(signs_between(found, 0, 1) & SIGN_NAME_EQUAL);
    assert_true(signs_between(found, 0, 2) & SIGN_NAME_WORDS);
    assert_false(signs_between(found, 0, 2) & SIGN_NAME_EQUAL);
    assert_true(signs_between(found, 0, 3) & SIGN_NAME_CORE);
    assert_false(signs_between(found, 0, 3) & SIGN_NAME_WORDS);
    assert_int_equal(signs_between(found, 4, 5), SIGN_FIELDS_ALIKE | SIGN_FIELDS_CONTAINED);
    assert_int_equal(signs_between(found, 0, 4), 0);
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void one_word_stands_for_several(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *found;

    (void)unused;
    made_report(inventory, "Snow plow routes");
    made_report(inventory, "Routes, snowplow");
    made_report(inventory, "Key performance indicators dashboard");
    made_report(inventory, "KPI dashboard");
    made_report(inventory, "Snow fall plow");
    for (unsigned i = 0; i < 30; i++)
        made_report(inventory, i % 2 ? "Patient waiting list" : "Dashboard of routes and rota");
    tokens = tokens_new(inventory, 1);
    found = candidates_find(tokens, 1, true);
    assert_true(signs_between(found, 0, 1));
    assert_true(signs_between(found, 2, 3));
    assert_false(signs_between(found, 1, 4));
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void many_equal_names_are_a_block(void **unused)
{
    enum { COUNT = 500 };
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *found;
    char department[16];
    size_t i;

    (void)unused;
    for (i = 0; i < COUNT; i++) {
        snprintf(department, sizeof department, "D%zu", i / 2);
        made_text(inventory, made_report(inventory, "Language access plan"), FIELD_department,
                  department);
    }
    tokens = tokens_new(inventory, 1);
    found = candidates_find(tokens, 1, true);
    assert_int_equal(found->block_count, 1);
    assert_int_equal(found->blocks[0].sign, SIGN_NAME_EQUAL);
    assert_int_equal(found->blocks[0].count, COUNT);
    assert_true(found->count < 2 * COUNT);
    for (i = 0; i < COUNT; i++) {
        assert_int_equal(found->members[i], i);
        if (i)
            assert_true(signs_between(found, 0, i) & SIGN_NAME_EQUAL);
        if (i % 2)
            assert_true(signs_between(found, i - 1, i) & SIGN_ROWS);
    }
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void fill(struct inventory *inventory, size_t count, bool backwards)
{
    static const char *const words[] = {"sales", "stock", "daily", "ward",
                                        "north", "costs", "list"};
    size_t i, k;

    for (i = 0; i < count; i++) {
        size_t n = backwards ? count - 1 - i : i;
        char text[128], letters[12];

        snprintf(text, sizeof text, "%s %s %s %zu", words[n * n % 7], words[n / 3 % 7],
                 words[n % 5], n % 11);
        made_report(inventory, text);
        snprintf(text, sizeof text, "X%04zu", n);
        made_text(inventory, i, FIELD_id, text);
        for (k = 0; k < sizeof letters - 1; k++)
            letters[k] = (char)('a' + (n * k + n / 7) % 23);
        letters[k] = '\0';
        made_fields(inventory, i, FIELD_fields, letters);
        letters[5] = '\0';
        made_fields(inventory, i, FIELD_recipients, letters);
        snprintf(text, sizeof text, "shows %s and %s for the month", words[n % 7], words[n % 3]);
        made_text(inventory, i, FIELD_description, text);
    }
}

static void threads_find_the_same(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *one, *more;
    unsigned threads;

    (void)unused;
    fill(inventory, 2500, false);
    tokens = tokens_new(inventory, 1);
    one = candidates_find(tokens, 1, true);
    assert_true(one->count > 100);
    for (threads = 2; threads <= 8; threads += 3) {
        more = candidates_find(tokens, threads, true);
        assert_int_equal(one->count, more->count);
        assert_memory_equal(one->pairs, more->pairs, one->count * sizeof *one->pairs);
        assert_int_equal(one->block_count, more->block_count);
        candidates_free(more);
    }
    candidates_free(one);
    tokens_free(tokens);
    inventory_free(inventory);
}

static void row_order_changes_nothing(void **unused)
{
    enum { COUNT = 400 };
    struct inventory *forth = inventory_new(), *back = inventory_new();
    struct tokens *forth_tokens, *back_tokens;
    struct candidates *a, *b;
    size_t i;

    (void)unused;
    fill(forth, COUNT, false);
    fill(back, COUNT, true);
    forth_tokens = tokens_new(forth, 1);
    back_tokens = tokens_new(back, 1);
    a = candidates_find(forth_tokens, 1, true);
    b = candidates_find(back_tokens, 1, true);
    assert_true(a->count > 100);
    assert_int_equal(a->count, b->count);
    for (i = 0; i < a->count; i++)
        assert_int_equal(signs_between(b, COUNT - 1 - a->pairs[i].b, COUNT - 1 - a->pairs[i].a),
                         a->pairs[i].signs);
    candidates_free(a);
    candidates_free(b);
    tokens_free(forth_tokens);
    tokens_free(back_tokens);
    inventory_free(forth);
    inventory_free(back);
}

/* Two groups of ten reports each with nearly the same fields, in a list that is not short. */
static void groups_that_are_not_compared_in_full_are_told(void **unused)
{
    struct inventory *inventory = inventory_new();
    struct tokens *tokens;
    struct candidates *found;
    char text[32];
    size_t i;

    (void)unused;
    for (i = 0; i < 2600; i++) {
        snprintf(text, sizeof text, "%c%c%c", 'a' + (char)(i % 26), 'a' + (char)(i / 26 % 26),
                 'a' + (char)(i / 676));
        made_report(inventory, text);
        if (i < 20)
            made_fields(inventory, i, FIELD_fields, i < 10 ? "abcdefghij" : "abcdefghijk");
    }
    tokens = tokens_new(inventory, 1);
    found = candidates_find(tokens, 1, false);
    assert_true(found->cut > 0);
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
}

static bool is_told(const struct candidates *found, const char *what)
{
    for (size_t i = 0; i < REFUSALS && found->refused[i]; i++)
        if (strstr(found->refused[i], what))
            return true;
    return false;
}

enum { NEARLY_EQUAL = 1700, LIKE_ONE = 20, LIKE_OTHER = 1000, READ_ONE = 11, READ_OTHER = 902 };

/* So many sets that are alike that their pairs are not kept: each lacks one of twenty fields and
 * has one of its own. Two reports have like names, two the same readers. */
static struct inventory *nearly_equal_fields(bool one_list)
{
    struct inventory *inventory = inventory_new();
    uint32_t fields[20], readers = made_set(inventory, (uint32_t[]){5, 6, 7, 8, 9}, 5);

    for (uint32_t i = 0; i < NEARLY_EQUAL; i++) {
        char name[32];

        snprintf(name, sizeof name, "%c%c%c report", 'a' + (char)(i % 26),
                 'a' + (char)(i / 26 % 26), 'a' + (char)(i / 676));
        made_report(inventory, i == LIKE_ONE     ? "Stock of spare parts"
                               : i == LIKE_OTHER ? "Stock of spare wheels"
                                                 : name);
        for (uint32_t k = 0; k < 20; k++)
            fields[k] = k == i % 20 ? 100 + i : 1 + k;
        made_column(inventory, FIELD_fields)[i] = made_set(inventory, fields, 20);
        if (one_list || i == READ_ONE || i == READ_OTHER)
            made_column(inventory, FIELD_recipients)[i] = readers;
    }
    return inventory;
}

/* Of them those with a second sign are found, and that is told. */
static void nearly_equal_fields_ask_for_a_second_sign(void **unused)
{
    unsigned one_list;

    (void)unused;
    for (one_list = 0; one_list < 2; one_list++) {
        struct inventory *inventory = nearly_equal_fields(one_list);
        struct tokens *tokens = tokens_new(inventory, 2);
        struct candidates *found = candidates_find(tokens, 2, true);

        assert_true(signs_between(found, LIKE_ONE, LIKE_OTHER) & SIGN_FIELDS_ALIKE);
        assert_int_equal(signs_between(found, READ_ONE, READ_OTHER) > 0, !one_list);
        assert_true(is_told(found, one_list ? "fields are nearly equal that only those of reports "
                                              "with like names were"
                                            : "with like names, the same readers or"));
        assert_false(is_told(found, "were not compared"));
        candidates_free(found);
        tokens_free(tokens);
        inventory_free(inventory);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sign_is_told),
        cmocka_unit_test(one_word_stands_for_several),
        cmocka_unit_test(many_equal_names_are_a_block),
        cmocka_unit_test(threads_find_the_same),
        cmocka_unit_test(row_order_changes_nothing),
        cmocka_unit_test(groups_that_are_not_compared_in_full_are_told),
        cmocka_unit_test(nearly_equal_fields_ask_for_a_second_sign),
    };

    return cmocka_run_group_tests_name("candidates", tests, NULL, NULL);
}
