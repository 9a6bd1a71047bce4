/* A rule that is not asked, because the report has none of what it needs, would have said nothing:
 * over made-up inventories in which every cell may be empty, all rules are asked again. */
#include "made_up.h"

#include "random.h"

#include "rules/rules.h"

enum { INVENTORIES = 1000, ROWS = 12 };

static uint64_t state;

static unsigned below(unsigned n)
{
    return random_below(&state, n);
}

/* A column and values of which one, or nothing, is in a row. */
static const struct column {
    const char *field, *values[3];
} columns[] = {
    {"frequency", {"365", "52", "12"}},
    {"recipients", {"v", "v,w,x", "nobody"}},
    {"recipient_count", {"0", "5", "40"}},
    {"owner", {"v", "w", "gone"}},
    {"department", {"Ward", "Theatre", "Ward"}},
    {"fields", {"f,g,h", "f,g", "f,g,h"}},
    {"sources", {"SAP", "CRM", "SAP,CRM"}},
    {"opens", {"0", "3", "0"}},
    {"runs_opened", {"0", "2", "0"}},
    {"open_share", {"0", "0.2", "0"}},
    {"readers", {"0", "1", "0"}},
    {"last_used", {"2026-11-01", "2025-01-01", "2024-06-01"}},
    {"log_days", {"400", "90", "30"}},
    {"needed_frequency", {"12", "4", "52"}},
    {"min_frequency", {"12", "1", "52"}},
    {"data_refresh", {"12", "52", "4"}},
    {"decision_frequency", {"4", "52", "12"}},
    {"mandate", {"none", "Law 5", "none"}},
    {"channel", {"1", "16", "5"}},
    {"copies", {"4", "100", "1"}},
    {"pages", {"2", "30", "8"}},
    {"rating", {"1", "2", "5"}},
    {"errors", {"0", "9", "90"}},
    {"complaints", {"0", "2", "30"}},
    {"end_date", {"2025-12-31", "2027-12-31", "2026-01-31"}},
    {"last_review", {"2019-01-31", "2026-01-31", "2022-12-31"}},
    {"changed_share", {"0.1", "0.5", "0"}},
    {"react_days", {"1", "30", "7"}},
    {"last_status", {"failed", "ok", "error"}},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static void write_table(char *table, size_t size)
{
    size_t at = (size_t)snprintf(table, size, "id|name");
    unsigned row, c;

    for (c = 0; c < COLUMNS; c++)
        at += (size_t)snprintf(table + at, size - at, "|%s", columns[c].field);
    for (row = 0; row < ROWS; row++) {
        at += (size_t)snprintf(table + at, size - at, "\nr%02u|Stock %u", row, row / 2);
        for (c = 0; c < COLUMNS; c++)
            at += (size_t)snprintf(table + at, size - at, "|%s",
                                   below(2) ? columns[c].values[below(3)] : "");
    }
}

static void judge_table(struct made_up *made, const char *table)
{
    struct judge_options options = {.as_of = date_make(2026, 11, 14), .threads = 1};
    uint32_t row;
    size_t i;

    made_up_read(made, table, NULL);
    made->inventory->log_end = date_make(2026, 11, 12);
    for (i = 1; i < made->inventory->people_count; i++)
        made->inventory->people[i].active = i % 2 ? KNOWN_NO : KNOWN_YES;
    for (row = 0; row < ROWS; row += 4)
        made_up_pair(made, (enum relation)(RELATION_SAME + below(5)), row, row + 1, 0.9f, false);
    made->findings = judge(made->inventory, made->relations, &made->assumptions, &options);
}

/* A merge may fire and still not be worth it, so it is no finding. */
static void ask_again(const struct made_up *made, size_t fired[RULE_COUNT])
{
    struct arena *arena = arena_new();
    struct finding finding;
    struct look look;
    uint32_t report;
    int rule;

    for (report = 0; report < ROWS; report++) {
        look_at(made->findings->grounds, report, arena, &look);
        for (rule = 0; rule < RULE_COUNT; rule++) {
            if (!rules_try(&look, (enum rule)rule, &finding, NULL))
                continue;
            fired[rule]++;
            if (finding.action != ACTION_MERGE && !made_up_find(made, (enum rule)rule, report))
                fail_msg("%s was not asked about row %u", rule_info((enum rule)rule)->name, report);
        }
    }
    arena_free(arena);
}

static void test_needs(void **unused)
{
    static const enum rule fire[] = {
        RULE_unused,      RULE_nobody_gets_it, RULE_readers_left, RULE_past_end,
        RULE_failing,     RULE_review_overdue, RULE_needed,       RULE_above_minimum,
        RULE_channel,     RULE_unclear,        RULE_cadence,      RULE_shared,
        RULE_same_figure, RULE_many_mails,     RULE_alert_only,   RULE_too_frequent};
    size_t fired[RULE_COUNT] = {0}, i;
    uint64_t number;

    (void)unused;
    for (number = 1; number <= INVENTORIES; number++) {
        char table[16384];
        struct made_up made;

        state = law_seed(number);
        write_table(table, sizeof table);
        judge_table(&made, table);
        ask_again(&made, fired);
        made_up_free(&made);
    }
    /* the law would hold of rules that never fire as well */
    for (i = 0; i < sizeof fire / sizeof *fire; i++)
        assert_true(fired[fire[i]] > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_needs)};

    return cmocka_run_group_tests_name("needs", tests, NULL, NULL);
}
