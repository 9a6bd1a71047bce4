/* All editions costed with the first one's assumptions. */
#include <math.h>
#include <string.h>

#include "compare/parts.h"
#include "model/action.h"

/* Where an edition does not say what a run takes, it takes what it took when the report was first
 * seen; a run for more periods takes the share alpha of them more, as in the plan (costs of a rarer
 * issue, model/action.h). So a change of rhythm alone does not change what was assumed. */
static void keep_effort(const struct comparing *comparing, const struct report *report,
                        const struct state *first, struct state *state)
{
    struct state kept = *first;

    if (!(first->runs > 0) || !(state->runs > 0))
        return;
    if (first->runs != state->runs)
        state_set_runs(&kept, state->runs, comparing->assumptions);
    state->effort = kept.effort;
    if (!report_has(report, FIELD_fixed_hours))
        state->fixed_hours = kept.fixed_hours;
    if (!report_has(report, FIELD_read_minutes) && !report_has(report, FIELD_pages))
        state->read_minutes = kept.read_minutes;
}

static void take_cost(struct stand *stand, const struct cost *cost)
{
    stand->known = true;
    stand->producer = cost_producer(cost);
    stand->reader = cost_reader(cost);
    stand->hours = cost->hours;
}

/* Whether the edition says nothing of the rhythm, as against saying that there is none. */
static bool is_untold(const struct report *report)
{
    return isnan(report->runs) && report->frequency->status == FREQUENCY_UNKNOWN;
}

static void cost_stand(const struct comparing *comparing, struct history *history, size_t edition,
                       size_t first)
{
    struct comparison *comparison = comparing->comparison;
    const struct edition *now = &comparison->editions[edition],
                         *then = &comparison->editions[first];
    struct stand *stand = &history->stands[edition];
    const struct stand *seen = &history->stands[first];
    struct cost cost = baseline_cost(&now->baseline, stand->report);
    bool was = first < edition && then->baseline.basis[seen->report].costed;
    struct state state, before;
    struct cost kept;
    struct report report;

    inventory_report(now->inventory, stand->report, &report);
    stand->active = !status_is_inactive(inventory_text(now->inventory, report.status));
    stand->runs = report.runs;
    stand->readers = baseline_readers(&now->baseline, stand->report);
    if (!stand->active || now->listed_as[stand->report] != stand->report) {
        stand->known = true;
        return;
    }
    if (!cost.costed && was && is_untold(&report))
        cost = baseline_cost(&then->baseline, seen->report);
    if (cost.costed)
        take_cost(stand, &cost);
    if (!was || !now->baseline.basis[stand->report].effort_assumed)
        return;
    baseline_state(&then->baseline, seen->report, &before);
    baseline_state(&now->baseline, stand->report, &state);
    keep_effort(comparing, &report, &before, &state);
    state_cost(&state, &kept);
    take_cost(stand, &kept);
}

/* The first edition in which the report can be costed. */
static size_t reference(const struct comparison *comparison, const struct history *history)
{
    size_t edition;

    for (edition = history->first; edition < comparison->edition_count; edition++) {
        uint32_t report = history->stands[edition].report;

        if (report != COMPARE_NONE && comparison->editions[edition].baseline.basis[report].costed)
            return edition;
    }
    return history->first;
}

/* A report that the edition lists twice costs once there. */
static void cost_edition(struct comparing *comparing, struct edition *edition)
{
    const struct match_options options = {.threads = comparing->options->threads};
    struct relations *relations = match_inventory(edition->inventory, &options);
    uint32_t *listed_as =
        ARENA_ARRAY(comparing->comparison->arena, edition->inventory->count, uint32_t);

    if (edition->inventory->count)
        memcpy(listed_as, relations->listed_as, edition->inventory->count * sizeof *listed_as);
    relations_free(relations);
    edition->listed_as = listed_as;
    baseline_compute(comparing->comparison->arena, edition->inventory, listed_as,
                     comparing->assumptions, comparing->options->threads, &edition->baseline);
}

void cost_histories(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    size_t edition, i;

    comparison->editions[0].baseline = comparison->plan->findings->baseline;
    comparison->editions[0].listed_as = comparison->plan->findings->relations->listed_as;
    for (edition = 1; edition < comparison->edition_count; edition++)
        cost_edition(comparing, &comparison->editions[edition]);
    for (i = 0; i < comparison->history_count; i++) {
        struct history *history = &comparison->histories[i];
        size_t first = reference(comparison, history);

        for (edition = 0; edition < comparison->edition_count; edition++)
            if (history->stands[edition].report != COMPARE_NONE)
                cost_stand(comparing, history, edition, first);
    }
}
