/* Names that are alike but for small words: directions, labels of one letter, comparisons. */
#include "unit.h"

#include "made_relation.h"

static const struct expected directions[] = {
    {"paid to and by whom",
     {.name = "Payments to crane suppliers"},
     {.name = "Payments from crane suppliers"},
     RELATION_VARIANT},
    {"the other one first",
     {.name = "Claims by hoist drivers"},
     {.name = "Claims on hoist drivers"},
     RELATION_VARIANT},
    {"into and out of",
     {.name = "Gravel carried into hoist pits"},
     {.name = "Gravel carried out of hoist pits"},
     RELATION_VARIANT},
    {"at the end of the name",
     {.name = "Hoist transfers in"},
     {.name = "Hoist transfers out"},
     RELATION_VARIANT},
    {"two directions changed over",
     {.name = "Lorries from quarry to harbour"},
     {.name = "Lorries from harbour to quarry"},
     RELATION_VARIANT},
    {"two directions the other way round",
     {.name = "Lorries from quarry to harbour"},
     {.name = "Lorries to harbour from quarry"},
     RELATION_SAME},
    {"small words of one direction",
     {.name = "Loans for hoist drivers"},
     {.name = "Loans to hoist drivers"},
     RELATION_SAME},
    {"directions of one thing in two rhythms",
     {.name = "Payments to crane suppliers", .runs = 12},
     {.name = "Payments from crane suppliers", .runs = 52},
     RELATION_VARIANT},
    {"with it and without it",
     {.name = "Hoist drivers with licence"},
     {.name = "Hoist drivers without licence"},
     RELATION_VARIANT},
    {"more than that and less",
     {.name = "Hoists over 30 tons"},
     {.name = "Hoists under 30 tons"},
     RELATION_VARIANT},
    {"with one thing and without another",
     {.name = "Hoist drivers with licence"},
     {.name = "Hoist drivers without helmets"},
     RELATION_NONE},
    {"what is not so",
     {.name = "Hoist drivers licensed"},
     {.name = "Hoist drivers not licensed"},
     RELATION_VARIANT},
    {"what is not so, behind a plural in one name",
     {.name = "Orders linked to hoists"},
     {.name = "Order not linked to hoists"},
     RELATION_VARIANT},
    {"what was meant and what was, the other way round",
     {.name = "Hoist budget to actual"},
     {.name = "Hoist actual to budget"},
     RELATION_SAME},
    {"what is not so and something else",
     {.name = "Hoist drivers licensed"},
     {.name = "Mast smiths not licensed"},
     RELATION_NONE},
    {"one for each of the other",
     {.name = "Smiths per hoist"},
     {.name = "Hoists per smith"},
     RELATION_VARIANT},
    {"one for each, in other words",
     {.name = "Smiths per hoist"},
     {.name = "Smith list per hoist"},
     RELATION_SAME},
    {"a direction of nothing", {.name = "To report"}, {.name = "From report"}, RELATION_NONE},
    {"out of other content",
     {.name = "Hoist transfers in", .fields = "lorry, driver, weight, gate"},
     {.name = "Hoist transfers out", .fields = "shelf, poem, reader, hall"},
     RELATION_NONE},
    {"out by another unit",
     {.name = "Hoist transfers in", .department = "Ports"},
     {.name = "Hoist transfers out", .department = "Roads"},
     RELATION_NONE},
    {"out by another law",
     {.name = "Hoist transfers in", .mandate = "Charter section 12"},
     {.name = "Hoist transfers out", .mandate = "Charter section 44"},
     RELATION_NONE},
    {"out told otherwise",
     {.name = "Hoist transfers in", .description = "Lorries weighed before they meet a gate"},
     {.name = "Hoist transfers out", .description = "Shelves of poems young readers borrowed"},
     RELATION_NONE},
};

static const struct expected labels[] = {
    {"letters, one of which could be an article",
     {.name = "Mast class A faults"},
     {.name = "Mast class B faults"},
     RELATION_VARIANT},
    {"letters that could both be small words",
     {.name = "Model S hoist deliveries"},
     {.name = "Model A hoist deliveries"},
     RELATION_VARIANT},
    {"at the end of the name", {.name = "Berth A"}, {.name = "Berth C"}, RELATION_VARIANT},
    {"at the end of a part",
     {.name = "Hoist crew log (A) of nights"},
     {.name = "Hoist crew log (C) of nights"},
     RELATION_VARIANT},
    {"before a part",
     {.name = "A: hoist crew log"},
     {.name = "B: hoist crew log"},
     RELATION_VARIANT},
    {"a letter and a digit", {.name = "Berth A"}, {.name = "Berth 2"}, RELATION_VARIANT},
    {"a digit and a letter", {.name = "Berth 2"}, {.name = "Berth A"}, RELATION_VARIANT},
    {"small letters", {.name = "Hoist crew a log"}, {.name = "Hoist crew b log"}, RELATION_VARIANT},
    {"letters of a code",
     {.name = "Hoist faults KQ.d.2"},
     {.name = "Hoist faults KQ.g.2"},
     RELATION_NONE},
    {"an article", {.name = "Log of a hoist crew"}, {.name = "Log of hoist crew"}, RELATION_SAME},
    {"an article at the start",
     {.name = "A hoist crew log"},
     {.name = "Hoist crew log"},
     RELATION_SAME},
    {"a letter of one only",
     {.name = "Hoist crew A log"},
     {.name = "Hoist crew log"},
     RELATION_SAME},
    {"letters in names of two rhythms",
     {.name = "Weekly hoist crew A log", .runs = 52},
     {.name = "Monthly hoist crew S log", .runs = 12},
     RELATION_VARIANT},
    {"letters of names that are about other things",
     {.name = "Hoist crew A log"},
     {.name = "Mast menu B poems"},
     RELATION_NONE},
    {"initials with dots",
     {.name = "Hoist crew log of U.S. harbours"},
     {.name = "Hoist crew log of US harbours"},
     RELATION_SAME},
};

static const struct expected comparisons[] = {
    {"two things and what they are together",
     {.name = "Hoist sales vs plan"},
     {.name = "Hoist sales plan"},
     RELATION_VARIANT},
    {"in another order", {.name = "Actual cost"}, {.name = "Cost versus actual"}, RELATION_VARIANT},
    {"two comparisons",
     {.name = "Hoist cost vs actual"},
     {.name = "Actual versus hoist cost"},
     RELATION_SAME},
    {"compared without the word",
     {.name = "Hoist cost vs actual"},
     {.name = "Actual and hoist cost"},
     RELATION_SAME},
    {"compared by a stroke",
     {.name = "Hoist cost vs actual"},
     {.name = "Hoist cost/actual"},
     RELATION_SAME},
    {"compared by a dash",
     {.name = "Hoist cost vs actual"},
     {.name = "Hoist cost - actual"},
     RELATION_SAME},
    {"against what was meant",
     {.name = "Gravel output against plan"},
     {.name = "Gravel output plan"},
     RELATION_VARIANT},
    {"against what nobody meant",
     {.name = "Claims against hoist drivers"},
     {.name = "Hoist drivers claims"},
     RELATION_NONE},
    {"against nothing",
     {.name = "Claims and what they are against"},
     {.name = "Claims and what they are"},
     RELATION_NONE},
    {"compared with something else",
     {.name = "Hoist faults vs mast faults at night"},
     {.name = "Hoist faults at night"},
     RELATION_NONE},
    {"nothing behind it", {.name = "Hoist cost vs"}, {.name = "Hoist cost"}, RELATION_SAME},
    {"nothing before it", {.name = "vs hoist cost"}, {.name = "Hoist cost"}, RELATION_SAME},
};

static void test_directions(void **state)
{
    (void)state;
    check_relations(directions, sizeof directions / sizeof *directions);
}

static void test_labels(void **state)
{
    (void)state;
    check_relations(labels, sizeof labels / sizeof *labels);
}

static void test_comparisons(void **state)
{
    (void)state;
    check_relations(comparisons, sizeof comparisons / sizeof *comparisons);
}

/* What is said of how the names of two reports differ. */
static void check_words(const char *first, const char *second, const char *of_first,
                        const char *of_second)
{
    const struct match_options options = {.threads = 1};
    struct inventory *inventory = background_inventory();
    struct entry a = {.name = first}, b = {.name = second};
    uint32_t x = (uint32_t)add_entry(inventory, &a), y = (uint32_t)add_entry(inventory, &b);
    struct relations *relations = match_inventory(inventory, &options);
    struct facts facts;

    facts_init(&facts, relations->arena);
    match_explain(relations, x, y, &facts);
    assert_int_equal(facts.fact[0].kind, FACT_NAMES_DIFFER);
    assert_text(facts.fact[0].text[0], of_first);
    assert_text(facts.fact[0].text[1], of_second);
    relations_free(relations);
    inventory_free(inventory);
}

static void test_words_told(void **state)
{
    (void)state;
    check_words("Payments to crane suppliers", "Payments from crane suppliers", "to", "from");
    check_words("Lorries from quarry to harbour", "Lorries from harbour to quarry", "from", "to");
    check_words("Model S hoist deliveries", "Model A hoist deliveries", "S", "A");
    check_words("Berth A", "Berth 2", "A", "2");
    check_words("Hoist sales plan", "Hoist sales vs plan", "nothing", "vs");
    check_words("Hoist crew a log", "Hoist crew b log", "a", "b");
    check_words("Hoist drivers", "Hoist drivers not", "nothing", "not");
    check_words("Smiths per hoist", "Hoists per smith", "smith", "hoist");
    check_words("Loans for hoist drivers", "Loans to hoist drivers", "for", "to");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_directions),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_comparisons),
        cmocka_unit_test(test_words_told),
    };

    return cmocka_run_group_tests_name("opposites", tests, NULL, NULL);
}
