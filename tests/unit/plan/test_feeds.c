/* A report that others are made from is neither taken away nor made rarer than they are, as long as
 * its owner has not said so, whatever else is found of it. */
#include "../rules/made_up.h"

#include "random.h"

#include "plan/plan.h"

enum { INVENTORIES = 500, ROWS = 16 };

static uint64_t state;

static unsigned below(unsigned n)
{
    return random_below(&state, n);
}

/* eats[i]: the report that row i is made from, or i itself. */
struct chain {
    unsigned eats[ROWS];
};

static const char *rung(void)
{
    static const char *const rungs[] = {"250", "52", "26", "12", "4"};

    return rungs[below(5)];
}

static void write_inventory(char *table, size_t size, struct chain *chain)
{
    static const char *const readers[] = {"v,w", "v,w,x", "y,z"};
    size_t at = (size_t)snprintf(table, size,
                                 "id|name|frequency|effort_hours|recipients|fields|sources|opens|"
                                 "log_days|data_refresh|decision_frequency|needed_frequency\n");
    unsigned i;

    for (i = 0; i < ROWS; i++) {
        char source[24] = "";

        chain->eats[i] = below(2) ? i : below(ROWS);
        /* Compilers differ in the order in which they work out arguments. */
        const char *needed = below(3) ? "" : rung(), *decided = below(2) ? rung() : "";
        const char *fresh = below(2) ? rung() : "", *opens = below(3) ? "90" : "0";
        const char *people = readers[below(3)];
        if (chain->eats[i] != i)
            snprintf(source, sizeof source, "Stock %u", chain->eats[i]);
        at += (size_t)snprintf(table + at, size - at,
                               "r%02u|Stock %u|%s|2|%s|f,g|%s|%s|400|%s|%s|%s\n", i, i, rung(),
                               people, source, opens, fresh, decided, needed);
    }
}

static void check_action(const struct made_up *made, const struct chain *chain,
                         const struct planned *planned, uint64_t number)
{
    const struct finding *finding = &made->findings->list[planned->finding];
    bool goes = finding->action == ACTION_RETIRE || finding->action == ACTION_MERGE;
    unsigned i;

    for (i = 0; i < ROWS; i++) {
        /* where it is rarer today than what is made from it, it stays as it is at least */
        double runs = fmin(made->findings->baseline.basis[i].runs,
                           made->findings->baseline.basis[planned->report].runs);

        if (chain->eats[i] == i || chain->eats[i] != planned->report)
            continue;
        assert_false(goes);
        if (finding->action == ACTION_REDUCE_FREQUENCY && planned->to_runs < runs - 1e-9)
            fail_msg("seed %llu: row %u at %g, row %u needs %g", (unsigned long long)number,
                     (unsigned)planned->report, planned->to_runs, i, runs);
    }
}

static void what_feeds_others_stays(void **unused)
{
    size_t kept = 0, actions = 0;
    uint64_t number;

    (void)unused;
    for (number = 1; number <= INVENTORIES; number++) {
        struct plan_options options;
        char table[4096];
        struct chain chain;
        struct made_up made;
        struct plan *plan;
        size_t i;

        state = law_seed(number);
        write_inventory(table, sizeof table, &chain);
        made_up_read(&made, table, NULL);
        for (i = 0; i + 1 < ROWS; i += 4)
            made_up_pair(&made, i % 8 ? RELATION_SAME : RELATION_CADENCE, (uint32_t)i,
                         (uint32_t)i + 1, 0.9f, false);
        made_up_judge(&made);
        plan_options_init(&options);
        plan = plan_make(made.findings, &options);
        for (i = 0; i < plan->count; i++)
            check_action(&made, &chain, &plan->actions[i], number);
        for (i = 0; i < ROWS; i++)
            kept += chain.eats[i] != i;
        actions += plan->count;
        plan_free(plan);
        made_up_free(&made);
    }
    /* the law would hold of plans that do nothing */
    assert_true(kept > INVENTORIES * 4 && actions > INVENTORIES * 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_feeds_others_stays)};

    return cmocka_run_group_tests_name("plan/feeds", tests, NULL, NULL);
}
