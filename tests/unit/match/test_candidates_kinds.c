/* Many reports of one name: whatever some of them have in common, they come together. */
#include "random.h"
#include "unit.h"

#include "made_inventory.h"
#include "match/candidates.h"
#include "match/relations.h"

enum { MOST_REPORTS = 5000, COLUMNS = 4 };

static uint64_t state;

static void number(struct inventory *inventory, size_t report, enum field field, uint32_t value)
{
    char text[32];

    snprintf(text, sizeof text, "%u %u", (unsigned)field, value);
    if (value)
        made_text(inventory, report, field, text);
}

static void set_value(struct inventory *inventory, size_t report, enum field field, double value)
{
    union field_column *column = &inventory->columns[field];

    if (!column->value)
        column->value = memory_alloc(MADE_MOST, sizeof *column->value);
    column->value[report] = value;
}

/* What the columns say of a report; 0 unknown. */
struct kind {
    uint32_t of[COLUMNS];
};

static void add_report(struct inventory *inventory, uint32_t id, const struct kind *kind)
{
    static const char *const letters[] = {"", "abcd", "efgh", "ijkl", "mnop", "qrst"};
    size_t report = made_report(inventory, "Stock of spare parts");
    char text[16];

    snprintf(text, sizeof text, "X%05u", id);
    made_text(inventory, report, FIELD_id, text);
    number(inventory, report, FIELD_department, kind->of[0]);
    number(inventory, report, FIELD_mandate, kind->of[1]);
    set_value(inventory, report, FIELD_runs_per_year, kind->of[2] ? kind->of[2] : (double)NAN);
    set_value(inventory, report, FIELD_effort_hours, id); /* no two rows are equal */
    if (kind->of[3] % 6)
        made_fields(inventory, report, FIELD_fields, letters[kind->of[3] % 6]);
}

/* By id: the number of the report. Rows come in any order. */
static void add_all(struct inventory *inventory, const struct kind *kind, uint32_t count,
                    uint32_t *report)
{
    uint32_t i;

    for (i = 0; i < count; i++)
        report[i] = i;
    for (i = count; i > 1; i--) {
        uint32_t other = random_below(&state, i), id = report[i - 1];

        report[i - 1] = report[other];
        report[other] = id;
    }
    uint32_t *row = memory_alloc(count, sizeof *row);
    for (i = 0; i < count; i++) {
        add_report(inventory, report[i], &kind[report[i]]);
        row[report[i]] = i;
    }
    memcpy(report, row, count * sizeof *row);
    memory_free(row);
}

static bool is_candidate(const struct candidates *found, uint32_t a, uint32_t b)
{
    uint64_t wanted = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
    size_t low = 0, high = found->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (((uint64_t)found->pairs[middle].a << 32 | found->pairs[middle].b) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < found->count &&
           ((uint64_t)found->pairs[low].a << 32 | found->pairs[low].b) == wanted;
}

static bool agree(const struct kind *a, const struct kind *b, unsigned columns)
{
    for (unsigned c = 0; c < COLUMNS; c++)
        if (columns >> c & 1 && a->of[c] != b->of[c])
            return false;
    return true;
}

/* For any columns: each report is paired with the first that is equal in them. */
static void check_kinds(const struct kind *kind, uint32_t count)
{
    struct inventory *inventory = inventory_new();
    uint32_t *report = memory_alloc(count, sizeof *report), i, first;
    struct tokens *tokens;
    struct candidates *found;

    add_all(inventory, kind, count, report);
    tokens = tokens_new(inventory, 2);
    found = candidates_find(tokens, 2, false);
    for (unsigned columns = 0; columns < 1 << COLUMNS; columns++)
        for (i = 0; i < count; i++) {
            for (first = 0; !agree(&kind[first], &kind[i], columns); first++)
                ;
            if (first < i)
                assert_true(is_candidate(found, report[first], report[i]));
        }
    assert_true(found->count < (size_t)count * 200);
    candidates_free(found);
    tokens_free(tokens);
    inventory_free(inventory);
    memory_free(report);
}

static void each_comes_with_the_first_like_it(void **unused)
{
    static struct kind kind[MOST_REPORTS];
    static const uint32_t counts[] = {33, 100, 700, 5000};
    static const uint32_t values[][COLUMNS] = {{2, 1, 2, 2},   {40, 1, 3, 1}, {6, 6, 6, 6},
                                               {300, 2, 5, 1}, {1, 1, 1, 1},  {900, 900, 30, 6}};

    (void)unused;
    state = law_seed(3);
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            for (uint32_t i = 0; i < counts[c]; i++)
                for (unsigned k = 0; k < COLUMNS; k++)
                    kind[i].of[k] = random_below(&state, values[v][k]);
            check_kinds(kind, counts[c]);
        }
}

/* Whether the twelve reports are one group of the same. */
static void assert_one_group(const struct relations *relations, const uint32_t *report,
                             uint32_t first, uint32_t step)
{
    const uint32_t *group_of = relations->group_of[RELATION_SAME];

    assert_true(group_of[report[first]] > 0);
    for (uint32_t i = 1; i < 12; i++)
        assert_int_equal(group_of[report[first + i * step]], group_of[report[first]]);
}

/* Twelve monthly ones of a department among many others of it and of another one, all of one title:
 * the first of all and that of the department run in another rhythm. */
static void like_ones_among_many_are_grouped(void **unused)
{
    static struct kind kind[MOST_REPORTS];
    static const uint32_t counts[] = {33, 100, 5000};
    struct match_options options = {2};

    (void)unused;
    state = law_seed(4);
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
        uint32_t count = counts[c], step = (count - 5) / 12, *report, i;
        struct inventory *inventory = inventory_new();

        for (i = 0; i < count; i++)
            kind[i] = (struct kind){{1 + i % 2, 0, 1 + i % 3 * 51, 0}};
        for (i = 0; i < 12; i++)
            kind[5 + i * step] = (struct kind){{1, 0, 12, 0}};
        report = memory_alloc(count, sizeof *report);
        add_all(inventory, kind, count, report);
        struct relations *relations = match_inventory(inventory, &options);
        assert_one_group(relations, report, 5, step);
        relations_free(relations);
        inventory_free(inventory);
        memory_free(report);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_comes_with_the_first_like_it),
        cmocka_unit_test(like_ones_among_many_are_grouped),
    };

    return cmocka_run_group_tests_name("candidates_kinds", tests, NULL, NULL);
}
