/* Reports that have the same fields and readers, and names that tell of two sides of a thing or of
 * nothing in common. */
#include "unit.h"

#include "made_relation.h"

#define READERS "ann@example.org, bob@example.org"
#define OTHERS "cat@example.org, dan@example.org"
#define SIX "hook, jib, mast, slew, winch, bolt"
#define FOUR "hook, jib, mast, slew"

static const struct expected cases[] = {
    {"names that share nothing, over many fields",
     {.name = "Crane upkeep", .fields = SIX, .recipients = READERS},
     {.name = "Hoist cockpit", .fields = SIX, .recipients = READERS},
     RELATION_SAME},
    {"one word stands for another one",
     {.name = "Apples sold", .fields = SIX, .recipients = READERS},
     {.name = "Pears sold", .fields = SIX, .recipients = READERS},
     RELATION_VARIANT},
    {"a small word stands for another one",
     {.name = "Cash in", .fields = SIX, .recipients = READERS},
     {.name = "Cash out", .fields = SIX, .recipients = READERS},
     RELATION_VARIANT},
    {"one word for a word of how much",
     {.name = "Fixed assets", .fields = SIX, .recipients = READERS},
     {.name = "Current assets", .fields = SIX, .recipients = READERS},
     RELATION_VARIANT},
    {"a word for any sort of report is no other thing",
     {.name = "Crane upkeep report", .fields = SIX, .recipients = READERS},
     {.name = "Crane upkeep radar", .fields = SIX, .recipients = READERS},
     RELATION_SAME},
    {"opposed words, though more than one word differs",
     {.name = "Goods issued to building sites", .fields = SIX, .recipients = READERS},
     {.name = "Goods received", .fields = SIX, .recipients = READERS},
     RELATION_VARIANT},
    {"opposed words of names that share nothing",
     {.name = "Budgets", .fields = FOUR, .recipients = READERS},
     {.name = "Actuals", .fields = FOUR, .recipients = READERS},
     RELATION_VARIANT},
    {"opposed words, other readers and fields",
     {.name = "Budgets", .fields = FOUR, .recipients = READERS},
     {.name = "Actuals", .fields = "cable, drum, rope", .recipients = OTHERS},
     RELATION_NONE},
    {"opposed words, other fields for the same readers",
     {.name = "Budgets", .fields = FOUR, .recipients = READERS},
     {.name = "Actuals", .fields = "cable, drum, rope", .recipients = READERS},
     RELATION_NONE},
    {"opposed words of two units",
     {.name = "Budgets", .fields = FOUR, .recipients = READERS, .department = "Hoists"},
     {.name = "Actuals", .fields = FOUR, .recipients = READERS, .department = "Ladders"},
     RELATION_NONE},
    {"opposed words, names alone",
     {.name = "Hoists by customer and site"},
     {.name = "Hoists by vendor and site"},
     RELATION_VARIANT},
    {"opposed words and another word",
     {.name = "Hoist imports by site"},
     {.name = "Hoist exports by harbour"},
     RELATION_NONE},
    {"opposed words over other fields",
     {.name = "Hoist deposits", .fields = SIX},
     {.name = "Hoist withdrawals", .fields = "cable, drum, rope"},
     RELATION_NONE},
    {"opposed words, told otherwise",
     {.name = "Hoist deposits", .description = "Lorries weighed before they meet a gate"},
     {.name = "Hoist withdrawals", .description = "Shelves of poems young readers borrowed"},
     RELATION_NONE},
    {"many fields alone under other names",
     {.name = "Crane upkeep", .fields = SIX ", cable, drum, rope"},
     {.name = "Hoist cockpit", .fields = SIX ", cable, drum, rope"},
     RELATION_VARIANT},
    {"few fields alone under other names",
     {.name = "Crane upkeep", .fields = SIX},
     {.name = "Hoist cockpit", .fields = SIX},
     RELATION_NONE},
    {"opposed marks of how much",
     {.name = "Highest crane bids"},
     {.name = "Lowest crane bids"},
     RELATION_VARIANT},
    {"opposed marks of whose they are",
     {.name = "Internal crane complaints"},
     {.name = "External crane complaints"},
     RELATION_VARIANT},
    {"one mark only", {.name = "Highest crane bids"}, {.name = "Crane bids"}, RELATION_CONTAINED},
    {"marks that are not opposed",
     {.name = "Internal crane complaints"},
     {.name = "Public crane complaints"},
     RELATION_CONTAINED},
};

static void test_cases(void **state)
{
    (void)state;
    check_relations(cases, sizeof cases / sizeof *cases);
}

static struct verdict decide_both(const struct entry *a, const struct entry *b, const char *sources)
{
    struct inventory *inventory = background_inventory();
    uint32_t first = (uint32_t)add_entry(inventory, a), second = (uint32_t)add_entry(inventory, b);
    if (sources) {
        add_terms(inventory, first, FIELD_sources, sources);
        add_terms(inventory, second, FIELD_sources, sources);
    }
    struct tokens *tokens = tokens_new(inventory, 1);
    struct profile profile;
    struct evidence evidence;
    struct verdict verdict;

    profile_init(&profile, tokens, 1);
    evidence_gather(&evidence, &profile, first, second, 0);
    relation_decide(&evidence, false, &verdict);
    profile_clear(&profile);
    tokens_free(tokens);
    inventory_free(inventory);
    return verdict;
}

/* Names that share nothing, with few fields: a question, unless no other report has these. */
static void test_few_fields_ask(void **state)
{
    (void)state;
    const struct entry falls = {.name = "Falls", .fields = "ward, date", .recipients = READERS};
    const struct entry births = {.name = "Births", .fields = "ward, date", .recipients = READERS};
    const struct entry upkeep = {.name = "Upkeep", .fields = FOUR, .recipients = READERS};
    const struct entry cockpit = {.name = "Radar", .fields = FOUR, .recipients = READERS};
    const struct entry three = {.name = "Visits", .fields = "ward, date, total"};
    const struct entry five = {.name = "Radar", .fields = "hook, jib, mast, slew, bolt"};

    struct verdict verdict = decide_both(&falls, &births, NULL);
    assert_int_equal(verdict.relation, RELATION_SAME);
    assert_true(verdict.ask && verdict.score < 0.75f);
    verdict = decide_both(&upkeep, &cockpit, NULL);
    assert_int_equal(verdict.relation, RELATION_SAME);
    assert_true(!verdict.ask && verdict.score >= 0.75f);
    verdict = decide_both(&falls, &three, NULL);
    assert_int_equal(verdict.relation, RELATION_CONTAINED);
    assert_true(verdict.ask && verdict.score < 0.75f);
    verdict = decide_both(&upkeep, &five, NULL);
    assert_int_equal(verdict.relation, RELATION_CONTAINED);
    assert_true(!verdict.ask && verdict.score >= 0.75f);
}

static void test_one_source(void **state)
{
    (void)state;
    const struct entry issued = {.name = "Goods issued", .fields = SIX, .recipients = READERS};
    const struct entry received = {.name = "Goods received", .fields = SIX, .recipients = OTHERS};
    const struct entry upkeep = {.name = "Radar", .fields = SIX, .recipients = OTHERS};

    assert_int_equal(decide_both(&issued, &received, "stock").relation, RELATION_VARIANT);
    assert_int_equal(decide_both(&issued, &upkeep, "stock").relation, RELATION_SAME);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_few_fields_ask),
        cmocka_unit_test(test_one_source),
    };

    return cmocka_run_group_tests_name("relation_sides", tests, NULL, NULL);
}
