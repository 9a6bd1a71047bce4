#include "model/action.h"

#include <math.h>

static const char *const names[] = {
#define ACTION(NAME, key) key,
#include "model/actions.def"
#undef ACTION
};

const char *action_name(enum action action)
{
    return names[action];
}

int action_parse(struct text t)
{
    static const struct {
        const char *words;
        enum action action;
    } said[] = {
        {"stop", ACTION_RETIRE},
        {"end", ACTION_RETIRE},
        {"merge with", ACTION_MERGE},
        {"less often", ACTION_REDUCE_FREQUENCY},
        {"reduce frequency", ACTION_REDUCE_FREQUENCY},
        {"less frequent", ACTION_REDUCE_FREQUENCY},
        {"shorten", ACTION_SIMPLIFY},
        {"fewer readers", ACTION_DROP_RECIPIENTS},
        {"fewer recipients", ACTION_DROP_RECIPIENTS},
        {"fewer people", ACTION_DROP_RECIPIENTS},
        {"drop recipients", ACTION_DROP_RECIPIENTS},
        {"another channel", ACTION_CHANGE_CHANNEL},
        {"change channel", ACTION_CHANGE_CHANNEL},
        {"produce together", ACTION_SHARE_PRODUCTION},
        {"share production", ACTION_SHARE_PRODUCTION},
    };

    for (int i = 0; i < ACTION_COUNT; i++)
        if (text_is_nocase(t, names[i]))
            return i;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (text_is_nocase(t, said[i].words))
            return (int)said[i].action;
    return -1;
}

/* Per-run quantities that are in all three formulas of growth. */
static void scale_run(struct state *state, double factor)
{
    state->effort *= factor;
    state->run_cash *= factor;
    state->pages *= factor;
}

void state_retire(struct state *state)
{
    state->alive = false;
}

/* Copies and readers of the union: where only numbers are known, the share merge.overlap of the
 * retired report's readers gets the survivor already. */
static void unite_readers(struct state *survivor, const struct state *retired, double readers_after,
                          const struct assumptions *assumptions)
{
    double more = retired->readers * (1 - assume(assumptions, ASSUMPTION_MERGE_OVERLAP));
    double weight = retired->readers / (survivor->readers + retired->readers);

    if (!isnan(readers_after))
        more = readers_after - survivor->readers;
    if (retired->readers > 0)
        survivor->copies += retired->copies * fmin(fmax(more / retired->readers, 0), 1);
    else
        survivor->copies += retired->copies;
    if (isnan(retired->readers) || isnan(survivor->readers)) {
        survivor->readers = isnan(readers_after) ? survivor->readers : readers_after;
        return;
    }
    if (weight > 0)
        survivor->read_share += weight * (retired->read_share - survivor->read_share);
    survivor->readers += fmax(more, 0);
}

/* What of a run of the retired report has to be made in a run of the survivor. The
 * rarer of the two decides how often. */
static double runs_share(const struct state *survivor, const struct state *retired)
{
    return survivor->runs > 0 ? fmin(retired->runs, survivor->runs) / survivor->runs : 0;
}

void state_merge(struct state *survivor, struct state *retired, double coverage,
                 double readers_after, const struct assumptions *assumptions)
{
    double covered = isnan(coverage) ? assume(assumptions, ASSUMPTION_MERGE_COVERAGE) : coverage;
    double only = 1 - covered;
    double kept = assume(assumptions, ASSUMPTION_DELTA) * only;
    double share = kept * runs_share(survivor, retired);

    survivor->effort += share * retired->effort;
    survivor->run_cash += share * retired->run_cash;
    survivor->pages += kept * retired->pages;
    survivor->read_minutes += only * retired->read_minutes;
    unite_readers(survivor, retired, readers_after, assumptions);
    state_retire(retired);
}

void state_merge_variant(struct state *survivor, struct state *member, double readers_after,
                         const struct assumptions *assumptions)
{
    double kept = assume(assumptions, ASSUMPTION_VARIANT_MARGINAL) * runs_share(survivor, member);

    survivor->effort += kept * member->effort;
    survivor->run_cash += kept * member->run_cash;
    unite_readers(survivor, member, readers_after, assumptions);
    state_retire(member);
}

void state_set_runs(struct state *state, double to, const struct assumptions *assumptions)
{
    double alpha = assume(assumptions, ASSUMPTION_ALPHA);
    double beta = assume(assumptions, ASSUMPTION_BETA);
    double periods = state->runs / to;

    scale_run(state, 1 - alpha + alpha * periods);
    state->read_minutes *= 1 - beta + beta * periods;
    state->meeting_minutes *= 1 - beta + beta * periods;
    state->runs = to;
}

void state_simplify(struct state *state, const struct assumptions *assumptions)
{
    double left = 1 - assume(assumptions, ASSUMPTION_SIMPLIFY);

    state->effort *= left;
    state->pages *= left;
    state->read_minutes *= left;
}

void state_drop_recipients(struct state *state, double readers_left)
{
    if (state->readers > 0)
        state->copies *= fmin(readers_left / state->readers, 1);
    state->readers = readers_left;
}

void state_change_channel(struct state *state)
{
    state->copies = 0;
}
