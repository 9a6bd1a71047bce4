/* Laws of relations over random inventories, whose reports are made of few words, sentences, fields
 * and units, so that most pairs have something in common: whichever of two reports is asked about
 * first, the answer is the same; what is equal in everything is the same; every answer is
 * explained.
 */
#include "random.h"
#include "unit.h"

#include "made_relation.h"
#include "match/relations.h"

enum { INVENTORIES = 24, ENTRIES = 70, TEXT = 400 };

static uint64_t state;

static unsigned below(unsigned n)
{
    return random_below(&state, n);
}

#define PICK(list) (list[below(sizeof(list) / sizeof *(list))])

static const char *const subjects[] = {"sales",
                                       "staff absence",
                                       "water quality",
                                       "bus stop",
                                       "open data",
                                       "grant",
                                       "complaints",
                                       "overtime",
                                       "energy use",
                                       "busstop",
                                       "waterquality",
                                       "oppen data",
                                       "New York crime",
                                       "NewYork crime",
                                       "top 10 suppliers",
                                       "customer churn",
                                       "churn of customers",
                                       "complaits",
                                       "imports from Canada of the US",
                                       "imports from the US of Canada",
                                       "Local Law 17",
                                       "Local Law 30",
                                       "driver's licence",
                                       "U.S. imports",
                                       "J. Smith files",
                                       "\xD0\xBF\xD1\x80\xD0\xBE\xD0\xB4",
                                       "\xE5\xA3\xB2\xE4\xB8\x8A \xE5\xA0\xB1",
                                       "sales \xE2\x80\x93 north",
                                       "caf\xC3\xA9 sales",
                                       "SalesMargin",
                                       "R&D spend",
                                       "\xF0\x9F\x98\x80 mood",
                                       "NYPD crime",
                                       "NYDP crime",
                                       "unpaid invoices",
                                       "paid invoices",
                                       "New cases of measles among children in schools",
                                       "New cases of mumps among children in schools",
                                       "Safety inspections: ladders (steel)",
                                       "Safety inspections: ladders - wood",
                                       "Number of visits",
                                       "overview",
                                       "data",
                                       "\xE3\x80\x8C\xE5\xA3\xB2\xE3\x80\x8D",
                                       "a.b c",
                                       "nonresident permits",
                                       "resident permits"};
static const char *const measures[] = {
    "", " cost", " forecast", " compliance", " turnover", " inspection results"};
static const char *const types[] = {"",      " report", " summary", " dashboard", " list",
                                    " plan", " detail", " returns", " statistics"};
static const char *const starts[] = {"",         "Monthly ", "Weekly ",      "Annual ",
                                     "Copy of ", "North ",   "Preliminary ", "Canada ",
                                     "2021 ",    "Public ",  "NYPD ",        "Draft "};
static const char *const ends[] = {"",
                                   "",
                                   "",
                                   " by region",
                                   " by age",
                                   " FINAL v2",
                                   " (test)",
                                   " 2022",
                                   " 2015-2019",
                                   " 2001 to present",
                                   " EMEA",
                                   " for sex",
                                   " - Berlin",
                                   " and equipment",
                                   " daily",
                                   " of Kenya",
                                   " summary by ward and month",
                                   " by ward and age",
                                   " top 30",
                                   " part 2",
                                   " (2)",
                                   " 7am",
                                   " for schools and parks",
                                   " for schools, parks and streets",
                                   " new",
                                   " per day",
                                   " per month",
                                   " 2018 to 2020"};
static const char *const sentences[] = {
    "Counts what was asked for in each month, and who asked for it. ",
    "Shows the results of all visits that were made in the year 2021. ",
    "Shows the results of all visits that were made in the year 2022. ",
    "Lists every order with its value, its owner and the day on which it was closed. ",
    "The board looks at this before its meeting. ",
    "For the dashboard. ",
    "As the law demands, the agency tells what it did to reach the goals of the plan. "};
static const char *const fields[] = {"region",  "month", "value",  "owner",    "status", "product",
                                     "segment", "age",   "margin", "forecast", "budget", "summary"};
static const char *const people[] = {"ann", "bob", "cat", "dan", "eve", "fay"};
static const char *const units[] = {"Finance", "Police Department", "Parks",
                                    "Department of Health"};
static const char *const laws[] = {"Section 5 of the Data Act", "Section 5(b) of the Data Act",
                                   "Local Law 17 of 2019", "Charter Section 1133"};
static const double rhythms[] = {12, 52, 1, 250};

struct random_entry {
    char name[TEXT], description[TEXT], fields[TEXT], recipients[TEXT], sources[TEXT];
    struct entry entry;
};

static void choose_some(char *text, const char *const *list, unsigned count, unsigned in_ten)
{
    *text = '\0';
    for (unsigned i = 0; i < count; i++) {
        if (below(10) >= in_ten)
            continue;
        strcat(text, *text ? "," : "");
        strcat(text, list[i]);
    }
}

static void make_name(char *name)
{
    const char *start = below(3) ? "" : PICK(starts), *subject = PICK(subjects);
    const char *measure = PICK(measures), *type = PICK(types);

    snprintf(name, TEXT, "%s%s%s%s%s", start, subject, measure, type, PICK(ends));
}

static void make_description(char *text)
{
    *text = '\0';
    for (unsigned i = below(4); i > 0; i--)
        strcat(text, PICK(sentences));
}

/* Half of the entries are another one, changed in one or two things. */
static void make_entry(struct random_entry *made, const struct random_entry *before, unsigned count)
{
    unsigned kept = 0;

    if (count && below(2)) {
        *made = before[below(count)];
        kept = 255 & ~(1u << below(8)) & ~(1u << below(8));
    }
    if (!(kept & 1))
        make_name(made->name);
    if (!(kept & 2))
        make_description(made->description);
    if (!(kept & 4))
        choose_some(made->fields, fields, 12, below(3) ? 5 : 0);
    if (!(kept & 8))
        choose_some(made->recipients, people, 6, below(3) ? 5 : 0);
    if (!(kept & 16))
        choose_some(made->sources, subjects, 3, below(2) ? 5 : 0);
    if (!(kept & 32))
        made->entry.department = below(4) ? PICK(units) : NULL;
    if (!(kept & 64))
        made->entry.mandate = below(2) ? PICK(laws) : NULL;
    if (!(kept & 128))
        made->entry.runs = below(3) ? PICK(rhythms) : 0;
    made->entry.name = made->name;
    made->entry.description = *made->description ? made->description : NULL;
    made->entry.fields = *made->fields ? made->fields : NULL;
    made->entry.recipients = *made->recipients ? made->recipients : NULL;
}

/* The last entry is the one before it once more. */
static struct inventory *make_inventory(void)
{
    struct random_entry *made = memory_alloc(ENTRIES, sizeof *made);
    struct inventory *inventory = background_inventory();

    for (unsigned i = 0; i < ENTRIES; i++) {
        const struct random_entry *twice = &made[i - (i == ENTRIES - 1)];
        size_t report;

        if (i < ENTRIES - 1)
            make_entry(&made[i], made, i);
        report = add_entry(inventory, &twice->entry);
        if (*twice->sources)
            add_terms(inventory, report, FIELD_sources, twice->sources);
    }
    memory_free(made);
    return inventory;
}

static void decide_pair(const struct profile *profile, uint32_t a, uint32_t b, bool framed,
                        struct verdict *verdict)
{
    struct evidence evidence;

    evidence_gather(&evidence, profile, a, b, 0);
    relation_decide(&evidence, framed, verdict);
}

static void either_way_is_the_same(void **unused)
{
    size_t seen[RELATION_COUNT] = {0};

    (void)unused;
    for (unsigned number = 1; number <= INVENTORIES; number++) {
        struct inventory *inventory;
        struct tokens *tokens;
        struct profile profile;
        struct verdict forward, backward;

        state = law_seed(number);
        inventory = make_inventory();
        tokens = tokens_new(inventory, 1);
        profile_init(&profile, tokens, 1);
        for (uint32_t a = 0; a < inventory->count; a++)
            for (uint32_t b = a + 1; b < inventory->count; b++) {
                bool framed = (a + b) % 2;

                decide_pair(&profile, a, b, framed, &forward);
                decide_pair(&profile, b, a, framed, &backward);
                assert_int_equal(forward.relation, backward.relation);
                assert_true(forward.score == backward.score);
                assert_true(forward.score > 0 && forward.score <= 1);
                assert_int_equal(forward.ask, backward.ask);
                if (forward.relation == RELATION_CONTAINED)
                    assert_true(forward.b_in_a != backward.b_in_a);
                seen[forward.relation]++;
            }
        decide_pair(&profile, (uint32_t)inventory->count - 2, (uint32_t)inventory->count - 1, false,
                    &forward);
        assert_int_equal(forward.relation, RELATION_SAME);
        profile_clear(&profile);
        tokens_free(tokens);
        inventory_free(inventory);
    }
    /* the law would hold of a matcher that finds nothing as well */
    for (int relation = RELATION_NONE; relation < RELATION_COUNT; relation++)
        assert_true(seen[relation] > 0);
}

static size_t count_facts(const struct relations *relations, uint32_t a, uint32_t b)
{
    struct facts facts = {.arena = arena_new()};
    size_t count;

    match_explain(relations, a, b, &facts);
    count = facts.count;
    arena_free(facts.arena);
    return count;
}

static void every_pair_is_explained(void **unused)
{
    (void)unused;
    for (unsigned number = 1; number <= INVENTORIES; number++) {
        struct match_options one = {.threads = 1}, more = {.threads = 3};
        struct relations *relations, *again;
        struct inventory *inventory;

        state = law_seed(number + 1000);
        inventory = make_inventory();
        relations = match_inventory(inventory, &one);
        again = match_inventory(inventory, &more);
        assert_int_equal(relations->pair_count, again->pair_count);
        assert_true(relations->pair_count > 0);
        for (size_t i = 0; i < relations->pair_count; i++) {
            const struct pair *pair = &relations->pairs[i], *other = &again->pairs[i];

            assert_true(pair->a == other->a && pair->b == other->b && pair->score == other->score);
            assert_int_equal(pair->relation, other->relation);
            assert_true(count_facts(relations, pair->a, pair->b) > 0);
            assert_int_equal(count_facts(relations, pair->a, pair->b),
                             count_facts(relations, pair->b, pair->a));
        }
        for (size_t g = 0; g < relations->group_count; g++) {
            struct facts facts = {.arena = arena_new()};

            match_explain_group(relations, g, &facts);
            assert_true(facts.count > 0);
            arena_free(facts.arena);
        }
        relations_free(again);
        relations_free(relations);
        inventory_free(inventory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(either_way_is_the_same),
        cmocka_unit_test(every_pair_is_explained),
    };

    return cmocka_run_group_tests_name("relation laws", tests, NULL, NULL);
}
