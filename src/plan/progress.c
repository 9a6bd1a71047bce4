#include "plan/progress.h"

#include "base/memory.h"
#include "plan/decisions.h"

static const char *const names[CHANGE_COUNT] = {"proposed", "accepted", "overdue",  "done",
                                                "verified", "rejected", "deferred", "lost"};

const char *stage_of_change_name(enum stage_of_change stage)
{
    return names[stage];
}

static bool reached(int32_t date, int32_t as_of)
{
    return date != DATE_UNKNOWN && date <= as_of;
}

/* Whether a later row decides on the same action of the same report. */
static bool is_outdated(const struct inventory *inventory, size_t index)
{
    const struct decision *decision = &inventory->decisions[index];
    uint32_t last =
        decision->report == DECISION_LOST ? 0 : inventory->last_decision[decision->report];
    size_t i;

    for (; last > index + 1; last = inventory->decisions[last - 1].before)
        if (inventory->decisions[last - 1].action == decision->action)
            return true;
    for (i = index + 1; decision->report == DECISION_LOST && i < inventory->decision_count; i++)
        if (inventory->decisions[i].named == decision->named &&
            inventory->decisions[i].action == decision->action)
            return true;
    return false;
}

static bool takes_away(const struct decision *decision)
{
    return decision->action == ACTION_RETIRE || decision->action == ACTION_MERGE;
}

/* Whether the list says that the report is made, whatever was found about it. */
static bool is_made(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *status = inventory->columns[FIELD_status].number;

    return !status || !status_is_inactive(inventory_text(inventory, status[report]));
}

/* found: there is still something to do. A report that goes and is no longer in the list is done.
 */
static enum stage_of_change stage_of(const struct decision *decision, bool found, int32_t as_of)
{
    if (decision->choice != CHOICE_ACCEPT) {
        if (decision->report == DECISION_LOST)
            return CHANGE_LOST;
        if (reached(decision->review_by, as_of))
            return CHANGE_COUNT; /* open again: proposed, where it is in the plan */
        return decision->choice == CHOICE_REJECT ? CHANGE_REJECTED : CHANGE_DEFERRED;
    }
    if (decision->report == DECISION_LOST)
        return takes_away(decision) ? CHANGE_VERIFIED : CHANGE_LOST;
    if (reached(decision->done, as_of))
        return found ? CHANGE_DONE : CHANGE_VERIFIED;
    return decision->due != DATE_UNKNOWN && decision->due < as_of ? CHANGE_OVERDUE
                                                                  : CHANGE_ACCEPTED;
}

static void add(struct progress_line *line, int64_t saving, double hours)
{
    line->known++;
    line->saving += saving;
    line->hours += hours;
}

/* By decision the finding that it is about, + 1; of several the one with the largest saving. */
static uint32_t *findings_of(struct arena *arena, const struct findings *findings)
{
    const struct inventory *inventory = findings->inventory;
    uint32_t *about = ARENA_ARRAY(arena, inventory->decision_count, uint32_t);
    size_t i;

    for (i = 0; i < findings->count; i++) {
        const struct decision *decision = decision_on(findings, &findings->list[i]);
        uint32_t *known = decision ? &about[decision - inventory->decisions] : NULL;

        if (known && (!*known || findings->list[i].saving > findings->list[*known - 1].saving))
            *known = (uint32_t)i + 1;
    }
    return about;
}

/* By finding the chosen action, + 1. */
static uint32_t *chosen_of(const struct plan *plan)
{
    uint32_t *chosen = memory_alloc(plan->findings->count, sizeof *chosen);
    size_t i;

    for (i = 0; i < plan->count; i++)
        chosen[plan->actions[i].finding] = (uint32_t)i + 1;
    return chosen;
}

static void add_decisions(const struct plan *plan, const uint32_t *about, const uint32_t *chosen,
                          struct progress *progress)
{
    const struct findings *findings = plan->findings;
    const struct inventory *inventory = findings->inventory;
    size_t i;

    for (i = 0; i < inventory->decision_count; i++) {
        const struct decision *decision = &inventory->decisions[i];
        bool found = about[i] || (takes_away(decision) && decision->report != DECISION_LOST &&
                                  is_made(inventory, decision->report));
        enum stage_of_change stage =
            is_outdated(inventory, i) ? CHANGE_COUNT : stage_of(decision, found, findings->as_of);
        struct alone alone;
        const struct finding *finding = about[i] ? &findings->list[about[i] - 1] : NULL;
        const struct planned *planned =
            finding && chosen[about[i] - 1] ? &plan->actions[chosen[about[i] - 1] - 1] : NULL;

        progress->decided[i] = stage;
        if (stage == CHANGE_COUNT)
            continue;
        progress->line[stage].count++;
        if (planned)
            add(&progress->line[stage], planned->theoretical, planned->theoretical_hours);
        else if (finding) {
            finding_alone(findings, finding, &alone);
            add(&progress->line[stage], finding->saving, alone.hours);
        }
    }
}

void progress_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                   struct progress *progress)
{
    uint32_t *chosen = chosen_of(plan);
    size_t i;

    *progress =
        (struct progress){.decided = ARENA_ARRAY(arena, plan->findings->inventory->decision_count,
                                                 enum stage_of_change)};
    for (i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];
        struct progress_line *line = &progress->line[CHANGE_PROPOSED];

        if (options->verdict && options->verdict[planned->finding] != VERDICT_NONE)
            continue;
        line->count++;
        add(line, planned->theoretical, planned->theoretical_hours);
    }
    if (plan->findings->inventory->decision_count)
        add_decisions(plan, findings_of(arena, plan->findings), chosen, progress);
    memory_free(chosen);
}
