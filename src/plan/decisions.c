#include "plan/decisions.h"

#include "base/memory.h"
#include "plan/standing.h"

/* One report can be merged into one of several, so that report and action alone do not say which.
 */
static bool goes_to(const struct findings *findings, const struct finding *finding,
                    const struct decision *decision)
{
    const uint32_t *ids = findings->inventory->columns[FIELD_id].number;

    return finding->action == ACTION_MERGE && finding->other != finding->report && decision->to &&
           ids && ids[finding->other] == decision->to;
}

/* A decision that names another survivor than any that is proposed is about all of them. */
static bool means_another(const struct findings *findings, const struct finding *finding,
                          const struct decision *decision)
{
    const struct finding *first = finding, *end = findings->list + findings->count;

    if (!decision->to || finding->action != ACTION_MERGE || goes_to(findings, finding, decision))
        return false;
    while (first > findings->list && first[-1].report == finding->report)
        first--;
    for (; first < end && first->report == finding->report; first++)
        if (goes_to(findings, first, decision))
            return true;
    return false;
}

static bool concerns(const struct findings *findings, const struct decision *decision,
                     const struct finding *finding)
{
    return (decision->action == (int)action_of(finding) ||
            decision->action == (int)finding->action) &&
           !means_another(findings, finding, decision);
}

static bool reached(int32_t date, int32_t as_of)
{
    return date != DATE_UNKNOWN && date <= as_of;
}

static enum verdict verdict_of(const struct decision *decision, int32_t as_of)
{
    if (decision->choice == CHOICE_ACCEPT)
        return reached(decision->done, as_of) ? VERDICT_DONE : VERDICT_ACCEPTED;
    if (reached(decision->review_by, as_of))
        return VERDICT_NONE;
    return decision->choice == CHOICE_REJECT ? VERDICT_REJECTED : VERDICT_DEFERRED;
}

const struct decision *decision_on(const struct findings *findings, const struct finding *finding)
{
    const struct inventory *inventory = findings->inventory;
    uint32_t last = inventory->last_decision ? inventory->last_decision[finding->report] : 0;

    while (last && !concerns(findings, &inventory->decisions[last - 1], finding))
        last = inventory->decisions[last - 1].before;
    return last ? &inventory->decisions[last - 1] : NULL;
}

/* By report and action the strength, plus one, of the strongest finding that a decision may mean.
 */
static unsigned char *strongest(const struct findings *findings)
{
    unsigned char *best =
        memory_alloc((size_t)findings->inventory->count * ACTION_COUNT, sizeof *best);
    size_t i;

    for (i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        unsigned char *known = &best[finding->report * ACTION_COUNT + action_of(finding)];

        if (*known <= (unsigned char)finding->strength)
            *known = (unsigned char)(finding->strength + 1);
    }
    return best;
}

/* Who accepts a merge that was shown as likely does not accept another one of the same report that
 * was a question. */
static bool is_meant(const unsigned char *best, const struct finding *finding)
{
    return best[finding->report * ACTION_COUNT + action_of(finding)] ==
           (unsigned char)(finding->strength + 1);
}

enum verdict *decisions_verdicts(struct arena *arena, const struct findings *findings)
{
    enum verdict *verdicts;
    unsigned char *best;
    size_t i;

    if (!findings->inventory->decision_count)
        return NULL;
    best = strongest(findings);
    verdicts = ARENA_ARRAY(arena, findings->count, enum verdict);
    for (i = 0; i < findings->count; i++) {
        const struct decision *decision = decision_on(findings, &findings->list[i]);

        verdicts[i] = decision ? verdict_of(decision, findings->as_of) : VERDICT_NONE;
        if (decision && decision->choice == CHOICE_ACCEPT &&
            !goes_to(findings, &findings->list[i], decision) && !is_meant(best, &findings->list[i]))
            verdicts[i] = VERDICT_NONE;
    }
    memory_free(best);
    return verdicts;
}

void decisions_refuse(struct findings *findings, const enum verdict *verdicts)
{
    bool *refused;
    size_t i;

    if (!verdicts)
        return;
    refused = memory_alloc(findings->count, sizeof *refused);
    for (i = 0; i < findings->count; i++)
        refused[i] = verdicts[i] == VERDICT_REJECTED || verdicts[i] == VERDICT_DEFERRED;
    findings_refuse(findings, refused);
    memory_free(refused);
}
