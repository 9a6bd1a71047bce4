/* Pairs of reports made by hand, and what they are to each other. */
#ifndef PARE_MADE_RELATION_H
#define PARE_MADE_RELATION_H

#include "made_inventory.h"
#include "match/matching.h"

struct entry {
    const char *name, *description, *department, *mandate, *fields, *recipients;
    double runs;
};

struct expected {
    const char *why;
    struct entry a, b;
    enum relation relation;
};

/* Entries that make words rare or frequent, as those of an inventory are. */
static const char *const background[] = {
    "Bed occupancy by ward",
    "Overtime by cost centre",
    "Water quality samples",
    "Parking permits issued",
    "Complaints received",
    "Vehicle fleet condition",
    "Library visits",
    "Street lights out of order",
    "Grant applications",
    "Energy use of buildings",
    "Food inspection results",
    "Noise measurements",
    "Waste collected by borough",
    "Tenants in arrears",
    "Theatre utilisation",
    "Staff turnover",
    "Sickness absence",
    "Ambulance response times",
};

static inline void add_terms(struct inventory *inventory, size_t report, enum field field,
                             const char *list)
{
    uint32_t members[MADE_SET], count = 0;
    struct text rest = text_of(list), term;

    while (text_next(&rest, ",", &term))
        members[count++] = table_add(inventory->terms, text_trim(term));
    made_column(inventory, field)[report] = made_set(inventory, members, count);
}

static inline void add_runs(struct inventory *inventory, size_t report, double runs)
{
    union field_column *column = &inventory->columns[FIELD_runs_per_year];

    if (!column->value) {
        column->value = memory_alloc(MADE_MOST, sizeof *column->value);
        for (size_t i = 0; i < MADE_MOST; i++)
            column->value[i] = NAN;
    }
    if (runs > 0)
        column->value[report] = runs;
}

static inline size_t add_entry(struct inventory *inventory, const struct entry *entry)
{
    size_t report = made_report(inventory, entry->name);

    if (entry->description)
        made_text(inventory, report, FIELD_description, entry->description);
    if (entry->department)
        made_text(inventory, report, FIELD_department, entry->department);
    if (entry->mandate)
        made_text(inventory, report, FIELD_mandate, entry->mandate);
    if (entry->fields)
        add_terms(inventory, report, FIELD_fields, entry->fields);
    if (entry->recipients)
        add_terms(inventory, report, FIELD_recipients, entry->recipients);
    add_runs(inventory, report, entry->runs);
    return report;
}

static inline struct inventory *background_inventory(void)
{
    struct inventory *inventory = inventory_new();

    inventory->ids_given = true;
    for (size_t i = 0; i < sizeof background / sizeof *background; i++) {
        struct entry entry = {background[i], background[i], NULL, NULL, "date, total", NULL, 0};
        add_entry(inventory, &entry);
    }
    return inventory;
}

static inline struct verdict decide_verdict(const struct expected *expected)
{
    struct inventory *inventory = background_inventory();
    uint32_t a = (uint32_t)add_entry(inventory, &expected->a);
    uint32_t b = (uint32_t)add_entry(inventory, &expected->b);
    struct tokens *tokens = tokens_new(inventory, 1);
    struct profile profile;
    struct evidence evidence;
    struct verdict forward, backward;

    profile_init(&profile, tokens, 1);
    evidence_gather(&evidence, &profile, a, b, 0);
    relation_decide(&evidence, false, &forward);
    evidence_gather(&evidence, &profile, b, a, 0);
    relation_decide(&evidence, false, &backward);
    profile_clear(&profile);
    tokens_free(tokens);
    inventory_free(inventory);
    assert_int_equal(forward.relation, backward.relation);
    assert_true(forward.score == backward.score);
    if (forward.relation == RELATION_CONTAINED)
        assert_true(forward.b_in_a != backward.b_in_a);
    return forward;
}

static inline enum relation decide(const struct expected *expected)
{
    return decide_verdict(expected).relation;
}

static inline void check_relations(const struct expected *expected, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum relation relation = decide(&expected[i]);
        if (relation != expected[i].relation)
            fail_msg("%s: %s, not %s", expected[i].why, relation_name(relation),
                     relation_name(expected[i].relation));
    }
}

#endif
