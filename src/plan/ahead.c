#include "plan/ahead.h"

#include "model/foresight.h"

/* How many bundles before it is needed each step is taken, and for how many findings of each. */
enum { FINDINGS = 12, CELLS = 8, SETS = 5, MEMBERS = 2, MOST = 8 };

static uint32_t end_of(const struct bundles *bundles, size_t b)
{
    uint32_t end = bundles->start[b + 1], most = bundles->start[b] + MOST;

    return end < most ? end : most;
}

static void fetch_findings(const struct findings *findings, const struct bundles *bundles, size_t b)
{
    for (uint32_t i = bundles->start[b]; i < end_of(bundles, b); i++)
        __builtin_prefetch(&findings->list[bundles->finding[i]]);
}

static void for_reports(const struct findings *findings, const struct bundles *bundles, size_t b,
                        uint32_t least,
                        void (*step)(const struct baseline *baseline, uint32_t report))
{
    if (bundles->start[b + 1] - bundles->start[b] < least)
        return;
    for (uint32_t i = bundles->start[b]; i < end_of(bundles, b); i++) {
        const struct finding *finding = &findings->list[bundles->finding[i]];

        step(&findings->baseline, finding->report);
        if (finding->other != finding->report)
            step(&findings->baseline, finding->other);
    }
}

void bundles_look_ahead(const struct findings *findings, const struct bundles *bundles, size_t at,
                        uint32_t least)
{
    if (at + FINDINGS >= bundles->count)
        return;
    fetch_findings(findings, bundles, at + FINDINGS);
    for_reports(findings, bundles, at + CELLS, least, foresee_cells);
    for_reports(findings, bundles, at + SETS, least, foresee_sets);
    for_reports(findings, bundles, at + MEMBERS, least, foresee_members);
}
