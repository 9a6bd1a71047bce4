/* Seeded random inventories with random findings, for laws. */
#ifndef PARE_TESTS_RANDOM_FINDINGS_H
#define PARE_TESTS_RANDOM_FINDINGS_H

#include "made.h"

#include "plan/plan.h"
#include "rules/grounds.h"

enum { LAW_REPORTS = 10, LAW_FINDINGS = 4 * LAW_REPORTS, LAW_PEOPLE = 30, LAW_TERMS = 12 };

struct law {
    struct inventory *inventory;
    struct findings findings;
    struct grounds grounds;
    struct assumptions assumptions;
    struct finding list[LAW_FINDINGS];
    bool protected_by_mandate[LAW_REPORTS];
    double money;                /* all money inputs times this */
    uint32_t place[LAW_REPORTS]; /* by report, its row */
};

static inline double law_number(uint64_t *seed, unsigned below)
{
    return (double)(made_random(seed) % below);
}

static inline bool law_chance(uint64_t *seed, unsigned in_a_hundred)
{
    return made_random(seed) % 100 < in_a_hundred;
}

/* A random subset of 1 to most, at row. */
static inline void law_set(struct law *law, uint64_t *seed, enum field field, size_t row,
                           uint32_t most)
{
    uint32_t member[64], count = 0;

    for (uint32_t i = 1; i <= most; i++)
        if (law_chance(seed, 40))
            member[count++] = i;
    if (law_chance(seed, 75))
        made_link(law->inventory, field, row, made_members(law->inventory, member, count));
}

static inline void law_report(struct law *law, uint64_t *seed, size_t report)
{
    static const double runs[] = {365, 250, 104, 52, 26, 12, 6, 4, 2, 1};
    struct inventory *inventory = law->inventory;
    size_t row = law->place[report];
    double run = runs[made_random(seed) % 10], floor = runs[made_random(seed) % 10];

    made_frequency(inventory, FIELD_frequency, row, run, law_chance(seed, 10));
    if (law_chance(seed, 70))
        made_number(inventory, FIELD_effort_hours, row, law_number(seed, 60) / 4);
    if (law_chance(seed, 50))
        made_number(inventory, FIELD_hourly_rate, row, law->money * law_number(seed, 90));
    made_number(inventory, FIELD_fixed_cost, row, law->money * law_number(seed, 900));
    made_number(inventory, FIELD_run_cost, row, law->money * law_number(seed, 9));
    made_number(inventory, FIELD_fixed_avoidable, row, law_number(seed, 11) / 10);
    if (law_chance(seed, 40)) {
        made_number(inventory, FIELD_pages, row, law_number(seed, 50));
        made_number(inventory, FIELD_copies, row, law_number(seed, 9));
        made_number(inventory, FIELD_page_cost, row, law->money * law_number(seed, 9) / 100);
    }
    law_set(law, seed, FIELD_recipients, row, LAW_PEOPLE);
    law_set(law, seed, FIELD_fields, row, LAW_TERMS);
    law->protected_by_mandate[row] = law_chance(seed, 15);
    if (law_chance(seed, 20))
        made_frequency(inventory, FIELD_min_frequency, row, floor, false);
}

static inline void law_find(struct law *law, uint64_t *seed, uint32_t report, enum rule rule,
                            enum action action, unsigned in_a_hundred)
{
    static const enum relation relations[] = {RELATION_SAME, RELATION_CONTAINED, RELATION_VARIANT};
    static const double runs[] = {250, 104, 52, 26, 12, 6, 4, 2, 1};
    uint32_t other = (uint32_t)(made_random(seed) % LAW_REPORTS);
    enum relation relation = relations[made_random(seed) % 3];
    enum strength strength = (enum strength)(made_random(seed) % 3);
    double to = runs[made_random(seed) % 9];

    if (!law_chance(seed, in_a_hundred) || (action == ACTION_MERGE && other == report))
        return;
    law->list[law->findings.count++] = (struct finding){
        .report = law->place[report],
        .other = law->place[action == ACTION_MERGE ? other : report],
        .rule = rule,
        .action = action,
        .strength = strength,
        .relation = action == ACTION_MERGE ? relation : RELATION_NONE,
        .to_runs = action == ACTION_REDUCE_FREQUENCY ? to : NAN,
        .to_readers = NAN,
    };
}

/* place: by report its row, NULL for the order of reports. The same seed gives the same reports and
 * findings wherever they stand. */
static inline void law_make(struct law *law, uint64_t seed, const uint32_t *place, double money)
{
    struct findings *findings = &law->findings;

    seed = law_seed(seed);
    memset(law, 0, sizeof *law);
    law->money = money;
    law->inventory = made_new(LAW_REPORTS);
    made_people(law->inventory, LAW_PEOPLE);
    for (uint32_t i = 0; i < LAW_REPORTS; i++)
        law->place[i] = place ? place[i] : i;
    for (size_t i = 0; i < LAW_REPORTS; i++)
        law_report(law, &seed, i);
    for (uint32_t i = 0; i < LAW_REPORTS; i++) {
        law_find(law, &seed, i, RULE_same, ACTION_MERGE, 45);
        law_find(law, &seed, i, RULE_unused, ACTION_RETIRE, 15);
        law_find(law, &seed, i, RULE_too_frequent, ACTION_REDUCE_FREQUENCY, 40);
        law_find(law, &seed, i, RULE_channel, ACTION_CHANGE_CHANNEL, 25);
    }
    assumptions_init(&law->assumptions);
    assumption_set(&law->assumptions, ASSUMPTION_RATE, 50 * money, NAN, NAN, "test");
    assumption_set(&law->assumptions, ASSUMPTION_PAGE_COST, 0.03 * money, NAN, NAN, "test");
    findings->arena = arena_new();
    findings->inventory = law->inventory;
    findings->assumptions = &law->assumptions;
    findings->protected_by_mandate = law->protected_by_mandate;
    findings->list = law->list;
    baseline_compute(findings->arena, law->inventory, NULL, &law->assumptions, 1,
                     &findings->baseline);
    grounds_prepare(findings, 1, &law->grounds);
    findings->grounds = &law->grounds;
}

static inline void law_free(struct law *law)
{
    arena_free(law->findings.arena);
    inventory_free(law->inventory);
}

#endif
