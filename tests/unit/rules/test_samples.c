/* What is not known never harms, over the samples as they are read and matched: without a column of
 * evidence no finding becomes likely or certain that was not. */
#include "unit.h"

#include "base/memory.h"
#include "input/input.h"
#include "rules/findings.h"

struct audit {
    struct assumptions assumptions;
    struct inventory *inventory;
    struct relations *relations;
    struct findings *findings;
};

static void drop_column(struct inventory *inventory, enum field field)
{
    memory_free(inventory->columns[field].number);
    inventory->columns[field].number = NULL;
    if (field == FIELD_last_used)
        inventory->log_end = DATE_UNKNOWN;
}

/* without: the field that is left out, or FIELD_COUNT. */
static void audit_file(struct audit *audit, const char *file, enum field without)
{
    struct input_options options = {.threads = 1};
    struct match_options matching = {.threads = 1};
    struct judge_options judging = {.as_of = date_make(2026, 11, 14), .threads = 1};

    assumptions_init(&audit->assumptions);
    audit->inventory = inventory_read(&file, 1, &options, &audit->assumptions);
    if (without < FIELD_COUNT)
        drop_column(audit->inventory, without);
    audit->relations = match_inventory(audit->inventory, &matching);
    audit->findings = judge(audit->inventory, audit->relations, &audit->assumptions, &judging);
}

static void audit_free(struct audit *audit)
{
    findings_free(audit->findings);
    relations_free(audit->relations);
    inventory_free(audit->inventory);
}

static bool is_strong(const struct findings *findings, enum rule rule, uint32_t report)
{
    size_t i;

    for (i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];

        if (finding->rule == rule && finding->report == report && finding->strength > STRENGTH_ASK)
            return true;
    }
    return false;
}

/* Another member of the group may be the one that stays, so a merge is the same one either way. */
static bool was_strong(const struct audit *full, const struct finding *finding)
{
    return is_strong(full->findings, finding->rule, finding->report) ||
           is_strong(full->findings, finding->rule, finding->other);
}

static void check_file(const char *file, size_t least)
{
    static const enum field evidence[] = {FIELD_opens,
                                          FIELD_runs_opened,
                                          FIELD_open_share,
                                          FIELD_last_used,
                                          FIELD_readers,
                                          FIELD_log_days,
                                          FIELD_data_refresh,
                                          FIELD_recipients,
                                          FIELD_changed_share,
                                          FIELD_decision_frequency,
                                          FIELD_needed_frequency,
                                          FIELD_recipient_count,
                                          FIELD_fields};
    struct audit full, less;
    size_t i, k, strong = 0;

    audit_file(&full, file, FIELD_COUNT);
    for (i = 0; i < full.findings->count; i++)
        strong += full.findings->list[i].strength > STRENGTH_ASK;
    assert_true(strong >= least);
    for (k = 0; k < sizeof evidence / sizeof *evidence; k++) {
        audit_file(&less, file, evidence[k]);
        for (i = 0; i < less.findings->count; i++) {
            const struct finding *finding = &less.findings->list[i];

            if (finding->strength > STRENGTH_ASK && !was_strong(&full, finding))
                fail_msg("%s without %s, report %u: %s", file, field_info(evidence[k])->name,
                         (unsigned)finding->report, rule_info(finding->rule)->name);
        }
        audit_free(&less);
    }
    audit_free(&full);
}

static void test_samples(void **state)
{
    (void)state;
    check_file("samples/hospital.csv", 10);
    check_file("samples/minimal.csv", 1);
    check_file("samples/worked-example.csv", 6);
    check_file("samples/exports/looker.csv", 0);
    check_file("samples/exports/metabase.csv", 0);
    check_file("samples/exports/power-bi.csv", 0);
    check_file("samples/exports/ssrs.csv", 0);
    check_file("samples/exports/superset.csv", 0);
    check_file("samples/exports/tableau.csv", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_samples)};

    return cmocka_run_group_tests_name("samples", tests, NULL, NULL);
}
