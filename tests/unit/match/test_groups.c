/* Pairs, groups and what is kept, from a whole inventory. */
#include "unit.h"

#include "made_inventory.h"
#include "match/matching.h"

static const struct match_options options = {.threads = 1};

static size_t add(struct inventory *inventory, const char *id, const char *name)
{
    size_t report = made_report(inventory, name);

    made_text(inventory, report, FIELD_id, id);
    return report;
}

static struct inventory *empty_inventory(void)
{
    struct inventory *inventory = inventory_new();

    inventory->ids_given = true;
    return inventory;
}

static struct text id_of(const struct inventory *inventory, uint32_t report)
{
    return inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
}

static void end(struct relations *relations, struct inventory *inventory)
{
    relations_free(relations);
    inventory_free(inventory);
}

static const char *const mixed[][2] = {
    {"a1", "Crane inspections"},       {"a2", "Copy of crane inspections"},
    {"a3", "Crane inspections v2"},    {"b1", "Water samples Kansas"},
    {"b2", "Water samples Texas"},     {"b3", "Water samples Iowa"},
    {"c1", "Weekly overtime by ward"}, {"c2", "Monthly overtime by ward"},
    {"d1", "Museum tickets sold"},     {"d2", "Parking permits issued"},
    {"d3", "Noise measured at night"}, {"d4", "Bed occupancy of clinics"},
};

enum { MIXED = sizeof mixed / sizeof *mixed };

/* All pairs and groups as one text, by ids. */
static struct text told(const struct relations *relations, struct arena *arena)
{
    const struct inventory *inventory = relations->inventory;
    struct text all = text_of("");

    for (size_t i = 0; i < relations->pair_count; i++) {
        const struct pair *pair = &relations->pairs[i];
        all =
            arena_printf(arena, "%.*s%.*s-%.*s %s %d %.2f; ", TEXT_ARGS(all),
                         TEXT_ARGS(id_of(inventory, pair->a)), TEXT_ARGS(id_of(inventory, pair->b)),
                         relation_name(pair->relation), pair->b_in_a, (double)pair->score);
    }
    for (size_t i = 0; i < relations->group_count; i++) {
        const struct group *group = &relations->groups[i];
        all =
            arena_printf(arena, "%.*s%s keeps %.*s:", TEXT_ARGS(all),
                         relation_name(group->relation), TEXT_ARGS(id_of(inventory, group->keep)));
        for (uint32_t k = 0; k < group->member_count; k++)
            all = arena_printf(arena, "%.*s %.*s", TEXT_ARGS(all),
                               TEXT_ARGS(id_of(inventory, relations->members[group->members + k])));
        all = arena_printf(arena, "%.*s; ", TEXT_ARGS(all));
    }
    return all;
}

static struct text told_in_order(struct arena *arena, size_t step, unsigned threads)
{
    struct inventory *inventory = empty_inventory();
    struct match_options given = {.threads = threads};

    for (size_t i = 0; i < MIXED; i++)
        add(inventory, mixed[i * step % MIXED][0], mixed[i * step % MIXED][1]);
    struct relations *relations = match_inventory(inventory, &given);
    struct text all = told(relations, arena);
    end(relations, inventory);
    return all;
}

static void test_any_order_of_rows(void **state)
{
    struct arena *arena = arena_new();
    struct text first = told_in_order(arena, 1, 1);

    (void)state;
    assert_true(text_search(first, "a1-a2 same") < first.size);
    assert_true(text_search(first, "variant keeps b1: b1 b2 b3; ") < first.size);
    assert_true(text_search(first, "cadence keeps c1: c1 c2; ") < first.size);
    assert_true(text_equal(first, told_in_order(arena, 5, 1)));
    assert_true(text_equal(first, told_in_order(arena, 7, 2)));
    assert_true(text_equal(first, told_in_order(arena, 11, 4)));
    arena_free(arena);
}

/* Fields of numbered terms from first on. */
static void add_terms(struct inventory *inventory, size_t report, unsigned first, unsigned count)
{
    uint32_t members[MADE_SET];
    char term[16];

    for (unsigned i = 0; i < count; i++) {
        snprintf(term, sizeof term, "term %u", first + i);
        members[i] = table_add(inventory->terms, text_of(term));
    }
    made_column(inventory, FIELD_fields)[report] = made_set(inventory, members, count);
}

/* B is like A and like C, but A and C share too little: whoever is in a group is related to the one
 * that is kept. */
static void test_no_chains(void **state)
{
    struct inventory *inventory = empty_inventory();
    struct facts facts;

    (void)state;
    for (unsigned i = 0; i < 8; i++) {
        char id[8];
        snprintf(id, sizeof id, "r%u", i);
        add_terms(inventory, add(inventory, id, "Crane use"), 2 * i, 20);
    }
    struct relations *relations = match_inventory(inventory, &options);
    assert_true(relations->group_count > 0);
    for (size_t g = 0; g < relations->group_count; g++) {
        const struct group *group = &relations->groups[g];
        for (uint32_t k = 0; k < group->member_count; k++) {
            uint32_t member = relations->members[group->members + k];
            struct evidence evidence;
            struct verdict verdict;
            if (member == group->keep)
                continue;
            matching_decide((struct matching *)relations, group->keep, member, 0, &evidence,
                            &verdict);
            assert_int_equal(verdict.relation, group->relation);
        }
    }
    facts_init(&facts, relations->arena);
    match_explain(relations, 0, 1, &facts);
    assert_int_equal(facts.fact[0].kind, FACT_NAMES_EQUAL);
    assert_int_equal(facts.fact[1].kind, FACT_FIELDS_SHARED);
    assert_near(facts.fact[1].number[0], 18, 0);
    assert_near(facts.fact[1].number[1], 20, 0);
    end(relations, inventory);
}

static void test_survivor(void **state)
{
    struct inventory *inventory = empty_inventory();
    size_t a = add(inventory, "a", "Crane inspections");
    size_t b = add(inventory, "b", "Crane inspections copy");
    size_t c = add(inventory, "c", "Crane inspections v2");

    (void)state;
    add_terms(inventory, a, 0, 9);
    add_terms(inventory, b, 0, 10);
    add_terms(inventory, c, 0, 10);
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->groups[0].member_count, 3);
    assert_int_equal(relations->groups[0].keep, b);
    relations_free(relations);
    made_text(inventory, c, FIELD_mandate, "Health Act section 4");
    relations = match_inventory(inventory, &options);
    assert_int_equal(relations->groups[0].keep, c);
    end(relations, inventory);
}

/* One part of two wholes goes into one of them; no whole goes into its part. */
static void test_a_part_goes_into_its_whole(void **state)
{
    struct inventory *inventory = empty_inventory();
    size_t part = add(inventory, "p", "Visitors");
    size_t first = add(inventory, "w1", "Ticket and visitor combinations");
    size_t second = add(inventory, "w2", "Season and visitor combinations");

    (void)state;
    add_terms(inventory, part, 1, 6);
    add_terms(inventory, first, 0, 7);
    add_terms(inventory, second, 1, 7);
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->pair_count, 2);
    assert_int_equal(relations->pairs[0].relation, RELATION_CONTAINED);
    assert_int_equal(relations->pairs[1].relation, RELATION_CONTAINED);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->groups[0].member_count, 2);
    assert_true(relations->groups[0].keep == first || relations->groups[0].keep == second);
    end(relations, inventory);
}

static void test_many_are_listed_with_the_kept_one(void **state)
{
    struct inventory *inventory = empty_inventory();
    char id[16], name[64];

    (void)state;
    for (unsigned i = 0; i < 150; i++) {
        snprintf(id, sizeof id, "v%03u", i);
        snprintf(name, sizeof name, "Water samples of well %u", i + 10);
        add(inventory, id, name);
    }
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->groups[0].member_count, 150);
    assert_int_equal(relations->pair_count, 149);
    for (size_t i = 0; i < relations->pair_count; i++)
        assert_true(relations->pairs[i].a == relations->groups[0].keep ||
                    relations->pairs[i].b == relations->groups[0].keep);
    end(relations, inventory);
}

static void test_forty_are_listed_in_full(void **state)
{
    struct inventory *inventory = empty_inventory();
    char id[16], name[64];

    (void)state;
    for (unsigned i = 0; i < 40; i++) {
        snprintf(id, sizeof id, "v%03u", i);
        snprintf(name, sizeof name, "Water samples of well %u", i + 10);
        add(inventory, id, name);
    }
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->pair_count, 40 * 39 / 2);
    end(relations, inventory);
}

/* Pairs with the kept one are enough to find a group of few; the others are listed all the same. */
static void test_members_that_were_no_candidates_are_listed(void **state)
{
    struct inventory *inventory = empty_inventory();
    char id[16], name[64];

    (void)state;
    for (unsigned i = 0; i < 6; i++) {
        snprintf(id, sizeof id, "v%03u", i);
        snprintf(name, sizeof name, "Water samples of well %u", i + 10);
        add(inventory, id, name);
    }
    struct relations *relations = match_inventory(inventory, &options);
    struct pair *pairs = memory_alloc(relations->pair_count, sizeof *pairs);
    size_t count = 0;
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->pair_count, 6 * 5 / 2);
    for (size_t i = 0; i < relations->pair_count; i++)
        if (relations->pairs[i].a == relations->groups[0].keep ||
            relations->pairs[i].b == relations->groups[0].keep)
            pairs[count++] = relations->pairs[i];
    assert_int_equal(count, 5);
    pairs = groups_complete((struct matching *)relations, pairs, &count);
    assert_int_equal(count, relations->pair_count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pairs[i].a, relations->pairs[i].a);
        assert_int_equal(pairs[i].b, relations->pairs[i].b);
        assert_int_equal(pairs[i].relation, relations->pairs[i].relation);
    }
    memory_free(pairs);
    end(relations, inventory);
}

/* More equal rows than come as pairs: those among themselves are as certain as with the first. */
static void test_equal_rows_are_alike_certain(void **state)
{
    struct inventory *inventory = empty_inventory();
    char id[16];

    (void)state;
    for (unsigned i = 0; i < 40; i++) {
        snprintf(id, sizeof id, "v%03u", i);
        add(inventory, id, "Water samples of the well");
    }
    add(inventory, "w", "Water samples of the well (copy)");
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->pair_count, 41 * 40 / 2);
    for (size_t i = 0; i < relations->pair_count; i++) {
        const struct pair *pair = &relations->pairs[i];
        bool with_copy = pair->a == 40 || pair->b == 40;
        assert_int_equal(pair->relation, RELATION_SAME);
        assert_true(with_copy ? pair->score < 1 : pair->score >= 1);
        assert_int_equal(pair->ask, !with_copy);
    }
    end(relations, inventory);
}

/* What two groups of the same have in a family is what is kept of each. */
static void test_one_of_the_same_stands_in_a_family(void **state)
{
    static const char *const names[][2] = {
        {"k1", "Water samples Kansas (copy)"}, {"k2", "Water samples Kansas"},
        {"k3", "Water samples Kansas v2"},     {"t1", "Water samples Texas (copy)"},
        {"t2", "Water samples Texas"},
    };
    struct inventory *inventory = empty_inventory();
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add(inventory, names[i][0], names[i][1]);
    struct relations *relations = match_inventory(inventory, &options);
    struct text all = told(relations, arena);
    assert_int_equal(relations->group_count, 3);
    assert_true(text_search(all, "same keeps k2: k1 k2 k3; ") < all.size);
    assert_true(text_search(all, "same keeps t2: t1 t2; ") < all.size);
    assert_true(text_search(all, "variant keeps k2: k2 t2; ") < all.size);
    arena_free(arena);
    end(relations, inventory);
}

/* A copy of one of two that are told apart is in a group with one of them only. */
static void test_what_is_told_apart_is_in_no_group_of_the_same(void **state)
{
    struct inventory *inventory = empty_inventory();
    size_t a = add(inventory, "a", "Sales of bus tickets and passes");
    size_t b = add(inventory, "b", "Sales of bus tickets and passes");
    struct arena *arena = arena_new();

    (void)state;
    add(inventory, "c", "Sales of bus tickets and passes (copy)");
    made_text(inventory, a, FIELD_description, "Tickets of 2018 by line and by day of the week");
    made_text(inventory, b, FIELD_description, "Tickets of 2019 by line and by day of the week");
    struct relations *relations = match_inventory(inventory, &options);
    struct text all = told(relations, arena);
    assert_true(text_search(all, "a-b variant") < all.size);
    assert_true(text_search(all, "a-c same") < all.size);
    assert_true(text_search(all, "b-c same") < all.size);
    assert_true(text_search(all, "same keeps a: a c; ") < all.size);
    assert_true(text_search(all, "variant keeps a: a b; ") < all.size);
    arena_free(arena);
    end(relations, inventory);
}

static void test_listed_twice(void **state)
{
    struct inventory *inventory = empty_inventory();
    uint16_t files[] = {1, 0, 0};

    (void)state;
    add(inventory, "a", "Crane inspections");
    add(inventory, "b", "Crane inspections");
    add(inventory, "c", "Water samples");
    inventory->file = memory_alloc(3, sizeof *inventory->file);
    memcpy(inventory->file, files, sizeof files);
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->listed_as[0], 1);
    assert_int_equal(relations->listed_as[1], 1);
    assert_int_equal(relations->listed_as[2], 2);
    relations_free(relations);

    inventory->columns[FIELD_effort_hours].value = memory_alloc(3, sizeof(double));
    inventory->columns[FIELD_effort_hours].value[0] = 2;
    inventory->columns[FIELD_effort_hours].value[1] = 3;
    inventory->columns[FIELD_effort_hours].value[2] = NAN;
    relations = match_inventory(inventory, &options);
    assert_int_equal(relations->listed_as[0], 0);
    end(relations, inventory);
}

static void test_equal_but_for_the_id(void **state)
{
    struct inventory *inventory = empty_inventory();
    struct facts facts;

    (void)state;
    add(inventory, "a", "Crane inspections");
    add(inventory, "b", "Crane inspections");
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->pair_count, 1);
    assert_int_equal(relations->pairs[0].relation, RELATION_SAME);
    assert_near(relations->pairs[0].score, 1, 0);
    assert_true(relations->pairs[0].ask);
    assert_int_equal(relations->listed_as[1], 1);
    facts_init(&facts, relations->arena);
    match_explain(relations, 0, 1, &facts);
    assert_int_equal(facts.fact[0].kind, FACT_EQUAL_BUT_ID);
    relations_free(relations);

    inventory->ids_given = false;
    relations = match_inventory(inventory, &options);
    assert_int_equal(relations->listed_as[1], 0);
    assert_false(relations->pairs[0].ask);
    end(relations, inventory);
}

/* The fact of that kind, which there must be. */
static const struct fact *find_fact(const struct facts *facts, enum fact_kind kind)
{
    size_t i = 0;

    while (i < facts->count && facts->fact[i].kind != kind)
        i++;
    assert_true(i < facts->count);
    return &facts->fact[i];
}

/* Ids that are made of words are names, too; numbers and marks of copies in them tell nothing. */
static void test_ids_of_words(void **state)
{
    static const struct {
        const char *a, *b;
        enum relation relation;
    } cases[] = {
        {"plan/crane-north", "plan/crane-south", RELATION_VARIANT},
        {"plan.crane.north", "PLAN.CRANE.NORTH.2", RELATION_SAME},
        {"crane-plan", "crane-plan-copy", RELATION_SAME},
        {"crane_plan_copy", "crane_plan_OLD", RELATION_SAME},
        {"CRA-100", "CRA-200", RELATION_SAME},
        {"cranes", "water", RELATION_SAME},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct inventory *inventory = empty_inventory();
        struct facts facts;
        add(inventory, cases[i].a, "Crane inspections");
        add(inventory, cases[i].b, "Crane inspections");
        struct relations *relations = match_inventory(inventory, &options);
        assert_int_equal(relations->pair_count, 1);
        assert_int_equal(relations->pairs[0].relation, cases[i].relation);
        if (cases[i].relation == RELATION_VARIANT) {
            facts_init(&facts, relations->arena);
            match_explain(relations, 0, 1, &facts);
            const struct fact *fact = find_fact(&facts, FACT_DIFFER_COLUMN);
            assert_text(fact->text[0], "id plan/crane-north");
            assert_text(fact->text[1], "plan/crane-south");
        }
        end(relations, inventory);
    }
}

static void test_why(void **state)
{
    struct inventory *inventory = empty_inventory();
    uint32_t a = (uint32_t)add(inventory, "a", "Weekly water samples of wells KS");
    uint32_t b = (uint32_t)add(inventory, "b", "Weekly water samples of wells TX");
    uint32_t c = (uint32_t)add(inventory, "c", "Museum tickets");
    struct facts facts;

    (void)state;
    add_terms(inventory, a, 0, 4);
    add_terms(inventory, b, 0, 5);
    for (uint32_t report = a; report <= c; report++)
        made_text(inventory, report, FIELD_department, report == c ? "Culture" : "Environment");
    struct relations *relations = match_inventory(inventory, &options);
    facts_init(&facts, relations->arena);
    match_explain(relations, a, b, &facts);
    const struct fact *place = find_fact(&facts, FACT_DIFFER_PLACE);
    assert_text(place->text[0], "KS");
    assert_text(place->text[1], "TX");
    assert_text(find_fact(&facts, FACT_SAME_UNIT)->text[0], "Environment");
    assert_near(find_fact(&facts, FACT_FIELDS_WITHIN)->number[0], 4, 0);

    facts_init(&facts, relations->arena);
    match_explain(relations, a, c, &facts);
    assert_near(find_fact(&facts, FACT_NAMES_ALIKE)->number[0], 0, 0);
    assert_text(find_fact(&facts, FACT_DIFFER_UNIT)->text[1], "Culture");

    facts_init(&facts, relations->arena);
    assert_int_equal(relations->group_count, 1);
    match_explain_group(relations, 0, &facts);
    assert_text(find_fact(&facts, FACT_NAMES_DIFFER)->text[0], "TX");
    assert_text(find_fact(&facts, FACT_NAMES_DIFFER)->text[1], "KS");
    assert_near(find_fact(&facts, FACT_FIELDS_SHARED)->number[0], 4, 0);
    end(relations, inventory);
}

/* What tells two names apart beside others with numbers of a catalogue. */
static void check_told(const char *first, const char *second, enum fact_kind told)
{
    static const char *const numbered[] = {"Crane inspections R100", "Water samples R101",
                                           "Overtime by ward R102",  "Museum tickets R103",
                                           "Library visits R104",    "Street lights R105",
                                           "Parking permits R106",   "Noise complaints R107"};
    struct inventory *inventory = empty_inventory();
    struct facts facts;

    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
        add(inventory, numbered[i], numbered[i]);
    uint32_t a = (uint32_t)add(inventory, "a", first), b = (uint32_t)add(inventory, "b", second);
    struct relations *relations = match_inventory(inventory, &options);
    facts_init(&facts, relations->arena);
    match_explain(relations, a, b, &facts);
    find_fact(&facts, told);
    end(relations, inventory);
}

static void test_codes_are_no_slips(void **state)
{
    (void)state;
    check_told("Bed census R201", "Bed census R202", FACT_NAMES_DIFFER);
    check_told("Bed census forecast", "Bed census forcast", FACT_NAMES_TYPO);
}

/* Everything that is said of all pairs, as one text; count: of the facts. */
static struct text all_said(const struct relations *relations, struct arena *arena, size_t *count)
{
    struct text all = text_of("");
    struct facts facts;

    *count = 0;
    for (size_t i = 0; i < relations->pair_count; i++) {
        facts_init(&facts, arena);
        match_explain(relations, relations->pairs[i].a, relations->pairs[i].b, &facts);
        *count += facts.count;
        for (size_t k = 0; k < facts.count; k++)
            all = arena_printf(arena, "%.*s%s %g %g %.*s %.*s; ", TEXT_ARGS(all),
                               fact_key(facts.fact[k].kind), facts.fact[k].number[0],
                               facts.fact[k].number[1], TEXT_ARGS(facts.fact[k].text[0]),
                               TEXT_ARGS(facts.fact[k].text[1]));
    }
    return all;
}

/* Giving back what unrelated reports need leaves what is said of related ones as it is. */
static void test_settled_relations_are_explained_alike(void **state)
{
    struct inventory *inventory = empty_inventory();
    struct arena *arena = arena_new();
    size_t before, after;

    (void)state;
    for (size_t i = 0; i < MIXED; i++) {
        size_t report = add(inventory, mixed[MIXED - 1 - i][0], mixed[MIXED - 1 - i][1]);
        made_text(inventory, report, FIELD_description, mixed[i / 2][1]);
    }
    struct relations *relations = match_inventory(inventory, &options);
    struct text said = all_said(relations, arena, &before);
    relations_settle(relations);
    assert_true(before > relations->pair_count);
    assert_true(text_equal(said, all_said(relations, arena, &after)));
    assert_int_equal(before, after);
    arena_free(arena);
    end(relations, inventory);
}

static void test_original_is_kept(void **state)
{
    struct inventory *inventory = empty_inventory();
    uint32_t copy = (uint32_t)add(inventory, "a", "Copy of crane inspections");
    uint32_t original = (uint32_t)add(inventory, "b", "Crane inspections");

    (void)state;
    struct relations *relations = match_inventory(inventory, &options);
    assert_int_equal(relations->group_count, 1);
    assert_int_equal(relations->groups[0].keep, original);
    assert_int_equal(relations->group_of[RELATION_SAME][copy], 1);
    end(relations, inventory);
}

static void test_nothing_at_all(void **state)
{
    struct inventory *inventory = empty_inventory();
    struct relations *relations = match_inventory(inventory, &options);

    (void)state;
    assert_int_equal(relations->pair_count, 0);
    assert_int_equal(relations->group_count, 0);
    end(relations, inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order_of_rows),
        cmocka_unit_test(test_no_chains),
        cmocka_unit_test(test_survivor),
        cmocka_unit_test(test_a_part_goes_into_its_whole),
        cmocka_unit_test(test_many_are_listed_with_the_kept_one),
        cmocka_unit_test(test_forty_are_listed_in_full),
        cmocka_unit_test(test_members_that_were_no_candidates_are_listed),
        cmocka_unit_test(test_equal_rows_are_alike_certain),
        cmocka_unit_test(test_one_of_the_same_stands_in_a_family),
        cmocka_unit_test(test_what_is_told_apart_is_in_no_group_of_the_same),
        cmocka_unit_test(test_listed_twice),
        cmocka_unit_test(test_equal_but_for_the_id),
        cmocka_unit_test(test_ids_of_words),
        cmocka_unit_test(test_why),
        cmocka_unit_test(test_codes_are_no_slips),
        cmocka_unit_test(test_settled_relations_are_explained_alike),
        cmocka_unit_test(test_original_is_kept),
        cmocka_unit_test(test_nothing_at_all),
    };

    return cmocka_run_group_tests_name("groups", tests, NULL, NULL);
}
