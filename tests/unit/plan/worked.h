/* The worked example of the cost reference, section 8, by hand: six reports, their relations and
 * what the rules find. */
#ifndef PARE_TESTS_WORKED_H
#define PARE_TESTS_WORKED_H

#include "made.h"

#include "plan/plan.h"
#include "rules/grounds.h"

enum { R1, R2, R3, R4, R5, R6, WORKED_REPORTS, WORKED_FINDINGS = 7 };

struct worked {
    struct inventory *inventory;
    struct findings findings;
    struct grounds grounds;
    struct finding list[WORKED_FINDINGS];
    struct assumptions assumptions;
    bool protected_by_mandate[WORKED_REPORTS];
};

static inline void worked_reports(struct inventory *inventory)
{
    static const struct {
        double runs, hours, fixed;
    } reports[] = {{52, 4, 0}, {52, 3, 500}, {250, 0.5, 0}, {12, 10, 0}, {4, 8, 200}, {12, 20, 0}};

    for (size_t i = 0; i < WORKED_REPORTS; i++) {
        made_frequency(inventory, FIELD_frequency, i, reports[i].runs, false);
        made_number(inventory, FIELD_effort_hours, i, reports[i].hours);
        made_number(inventory, FIELD_fixed_cost, i, reports[i].fixed);
        made_number(inventory, FIELD_hourly_rate, i, 50);
        made_number(inventory, FIELD_read_share, i, 1);
    }
    made_people(inventory, 40);
    made_range(inventory, FIELD_recipients, R1, 1, 20);
    made_range(inventory, FIELD_recipients, R2, 13, 24);
    made_range(inventory, FIELD_fields, R1, 1, 6);
    made_range(inventory, FIELD_fields, R2, 3, 7);
    made_number(inventory, FIELD_read_minutes, R1, 6);
    made_number(inventory, FIELD_read_minutes, R2, 5);
    made_number(inventory, FIELD_pages, R6, 100);
    made_number(inventory, FIELD_copies, R6, 10);
}

static inline void worked_findings(struct worked *worked)
{
    static const struct {
        uint32_t report, other;
        enum rule rule;
        enum action action;
        enum relation relation;
        double to_runs;
    } found[WORKED_FINDINGS] = {
        {R1, R1, RULE_too_frequent, ACTION_REDUCE_FREQUENCY, RELATION_NONE, 26},
        {R2, R1, RULE_same, ACTION_MERGE, RELATION_SAME, 0},
        {R2, R2, RULE_too_frequent, ACTION_REDUCE_FREQUENCY, RELATION_NONE, 26},
        {R3, R3, RULE_too_frequent, ACTION_REDUCE_FREQUENCY, RELATION_NONE, 52},
        {R5, R5, RULE_unused, ACTION_RETIRE, RELATION_NONE, 0},
        {R6, R6, RULE_too_frequent, ACTION_REDUCE_FREQUENCY, RELATION_NONE, 4},
        {R6, R6, RULE_channel, ACTION_CHANGE_CHANNEL, RELATION_NONE, 0},
    };

    for (size_t i = 0; i < WORKED_FINDINGS; i++)
        worked->list[i] = (struct finding){
            .report = found[i].report,
            .other = found[i].other,
            .rule = found[i].rule,
            .action = found[i].action,
            .relation = found[i].relation,
            .strength = STRENGTH_LIKELY,
            .to_runs = found[i].to_runs > 0 ? found[i].to_runs : NAN,
            .to_readers = NAN,
        };
    worked->findings.list = worked->list;
    worked->findings.count = WORKED_FINDINGS;
}

/* The example takes a task force of six people and eight hours each, and nothing else around it. */
static inline void worked_assumptions(struct assumptions *assumptions)
{
    assumptions_init(assumptions);
    assumption_set(assumptions, ASSUMPTION_TASKFORCE_HOURS, 8, NAN, NAN, "test");
    assumption_set(assumptions, ASSUMPTION_NOTICE_HOURS, 0, NAN, NAN, "test");
}

/* Costs everything anew under worked->assumptions. */
static inline void worked_cost(struct worked *worked)
{
    struct findings *findings = &worked->findings;

    baseline_compute(findings->arena, worked->inventory, NULL, &worked->assumptions, 1,
                     &findings->baseline);
    grounds_prepare(findings, 1, &worked->grounds);
    findings->grounds = &worked->grounds;
}

static inline void worked_make(struct worked *worked)
{
    struct findings *findings = &worked->findings;

    memset(worked, 0, sizeof *worked);
    worked->inventory = made_new(WORKED_REPORTS);
    worked_reports(worked->inventory);
    worked_assumptions(&worked->assumptions);
    worked->protected_by_mandate[R4] = true;
    worked_findings(worked);
    findings->arena = arena_new();
    findings->inventory = worked->inventory;
    findings->assumptions = &worked->assumptions;
    findings->protected_by_mandate = worked->protected_by_mandate;
    worked_cost(worked);
}

static inline void worked_free(struct worked *worked)
{
    arena_free(worked->findings.arena);
    inventory_free(worked->inventory);
}

#endif
