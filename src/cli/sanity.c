#include "cli/sanity.h"

#include <math.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "model/action.h"
#include "plan/decisions.h"

/* Measured public programmes took away 15 to 35 % of the items; half of the cost was an aim only:
 * NHS returns 2011, US reports to Congress 2012, the EU action programme 2007 to 2012. */
static const double unusual_share = 0.5;
/* Owners that are named before the rest is counted. */
enum { SHOWN = 3 };

static double *hours_by_owner(const struct findings *findings)
{
    const struct inventory *inventory = findings->inventory;
    const uint32_t *owner = inventory->columns[FIELD_owner].number;
    double *hours = memory_alloc(inventory->people_count, sizeof *hours);
    size_t i;

    for (i = 0; owner && i < inventory->count; i++)
        hours[owner[i]] += baseline_cost(&findings->baseline, i).hours;
    return hours;
}

/* One person can make no more than a year of hours: the inventory counts something twice, or a
 * group stands for one person. */
static void tell_owners(const struct findings *findings, struct out *out)
{
    const struct inventory *inventory = findings->inventory;
    double *hours = hours_by_owner(findings);
    size_t found = 0, i;

    for (i = 1; i < inventory->people_count; i++) {
        const struct person *person = &inventory->people[i];
        double capacity = isnan(person->capacity_hours)
                              ? assume(findings->assumptions, ASSUMPTION_POST_HOURS)
                              : person->capacity_hours;

        if (person->is_list || !(hours[i] > capacity + 0.5) || found++ >= SHOWN)
            continue;
        out_string(out, "pare: warning: ");
        utf8_clean(out, inventory_person_name(inventory, (uint32_t)i));
        out_printf(out,
                   ": %.0f hours of reports a year, more than the %.0f of a post; "
                   "is an effort counted twice?\n",
                   hours[i], capacity);
    }
    if (found > SHOWN)
        out_printf(out, "pare: warning: %zu more owners make more than a post\n", found - SHOWN);
    memory_free(hours);
}

/* Whether a later row decides on the same action of the same report. */
static bool is_replaced(const struct inventory *inventory, const struct decision *decision)
{
    uint32_t at = inventory->last_decision[decision->report];

    while (at && &inventory->decisions[at - 1] != decision &&
           inventory->decisions[at - 1].action != decision->action)
        at = inventory->decisions[at - 1].before;
    return at && &inventory->decisions[at - 1] != decision;
}

static void tell_decision(const struct findings *findings, const struct decision *decision,
                          struct out *out)
{
    const struct inventory *inventory = findings->inventory;
    const uint32_t *mandates = inventory->columns[FIELD_mandate].number;
    uint32_t mandate = mandates ? mandates[decision->report] : 0;

    out_printf(out, "%s:%u:%u: warning: ", decision->place.file, decision->place.line,
               decision->place.column);
    utf8_clean(out, inventory_text(inventory, decision->named));
    out_printf(out, ": %s is accepted, but ", action_name((enum action)decision->action));
    if (findings->protected_by_mandate[decision->report]) {
        out_string(out, "the report is required");
        if (mandate) {
            out_string(out, " by ");
            utf8_clean(out, inventory_text(inventory, mandate));
        }
        out_string(out, ": not planned\n");
    } else {
        out_string(out, "no finding on the report leads to it: not planned\n");
    }
}

/* An accepted action that no finding offers changes nothing: whoever accepted it is told. What is
 * done already has no finding any more. */
static void tell_decisions(const struct findings *findings, struct out *out)
{
    const struct inventory *inventory = findings->inventory;
    bool *counts = memory_alloc(inventory->decision_count + 1, sizeof *counts);
    size_t found = 0, i;

    for (i = 0; i < findings->count; i++) {
        const struct decision *decision = decision_on(findings, &findings->list[i]);

        if (decision)
            counts[decision - inventory->decisions] = true;
    }
    for (i = 0; i < inventory->decision_count; i++) {
        const struct decision *decision = &inventory->decisions[i];

        if (decision->choice == CHOICE_ACCEPT && decision->report != DECISION_LOST && !counts[i] &&
            decision->action != ACTION_KEEP && decision->done == DATE_UNKNOWN &&
            findings->baseline.basis[decision->report].costed &&
            !is_replaced(inventory, decision) && found++ < DIAG_SHOWN)
            tell_decision(findings, decision, out);
    }
    if (found > DIAG_SHOWN)
        out_printf(out, "pare: %zu more accepted actions that are not planned\n",
                   found - DIAG_SHOWN);
    memory_free(counts);
}

void sanity_tell(const struct findings *findings, const struct plan *plan, struct out *out)
{
    double share = findings->baseline.producer
                       ? (double)plan->totals.theoretical / (double)findings->baseline.producer
                       : 0;

    tell_owners(findings, out);
    if (findings->inventory->decision_count)
        tell_decisions(findings, out);
    if (share > unusual_share)
        out_printf(out,
                   "pare: warning: the saving is %.0f %% of the cost, above every measured "
                   "public case; check effort and duplicates again\n",
                   100 * share);
}
