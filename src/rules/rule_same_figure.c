#include <math.h>

#include "rules/figures.h"
#include "rules/grounds.h"
#include "rules/merging.h"

enum { MOST_TWINS = 16 };

/* Another report that shows figures of this one, and how many. */
struct twin {
    uint32_t report, figures, term;
};

static bool share_any(struct set a, struct set b)
{
    uint32_t i = 0, k = 0;

    while (i < a.count && k < b.count) {
        if (a.member[i] == b.member[k])
            return true;
        if (a.member[i] < b.member[k])
            i++;
        else
            k++;
    }
    return false;
}

/* What is related is told by other rules, and its figures are of different things, or of one. */
static bool are_related(const struct look *look, uint32_t other)
{
    const struct relations *relations = look->grounds->relations;
    int relation;

    for (relation = 0; relations && relation < RELATION_COUNT; relation++) {
        const uint32_t *group_of = relations->group_of[relation];

        if (group_of && group_of[other] && group_of[other] == group_of[look->report.index])
            return true;
    }
    return false;
}

/* The question is asked once, at the report with the greater id. */
static bool is_a_twin(const struct look *look, uint32_t other)
{
    const struct inventory *inventory = look->grounds->inventory;
    const uint32_t *sources = inventory->columns[FIELD_sources].number;
    struct set of_other = inventory_set(inventory, sources[other]);

    return other != look->report.index && of_other.count &&
           !share_any(look->report.sources, of_other) &&
           compare_ids(inventory, other, look->report.index) < 0 && !are_related(look, other);
}

static void note(struct twin *twins, size_t *count, uint32_t report, uint32_t term)
{
    size_t i;

    for (i = 0; i < *count && twins[i].report != report; i++)
        ;
    if (i == MOST_TWINS)
        return;
    if (i == *count)
        twins[(*count)++] = (struct twin){report, 0, term};
    twins[i].figures++;
}

/* The one with most figures in common, of equal ones that with the smaller id. */
static const struct twin *best_of(const struct look *look, const struct twin *twins, size_t count)
{
    const struct twin *best = NULL;
    size_t i;

    for (i = 0; i < count; i++) {
        if (!best || twins[i].figures > best->figures ||
            (twins[i].figures == best->figures &&
             compare_ids(look->grounds->inventory, twins[i].report, best->report) < 0))
            best = &twins[i];
    }
    return best;
}

static uint32_t count_figures(const struct look *look, struct set fields)
{
    uint32_t count = 0, m;

    for (m = 0; m < fields.count; m++)
        count += !look->grounds->figures->is_measure[fields.member[m]];
    return count;
}

/* One word that two reports share is chance; half of what one of them tells is not. */
static bool is_enough(const struct look *look, const struct twin *twin)
{
    const struct inventory *inventory = look->grounds->inventory;
    uint32_t other = inventory->columns[FIELD_fields].number[twin->report];
    uint32_t mine = count_figures(look, look->report.fields);
    uint32_t theirs = count_figures(look, inventory_set(inventory, other));
    uint32_t smaller = mine < theirs ? mine : theirs;

    return twin->figures >= 2 &&
           twin->figures >= threshold(look, ASSUMPTION_FIGURE_SHARE) * smaller - 1e-9;
}

/* Two reports that take the same figure from different systems can contradict each other. */
bool rule_same_figure(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct figures *figures = look->grounds->figures;
    const struct inventory *inventory = look->grounds->inventory;
    struct twin twins[MOST_TWINS];
    const struct twin *twin;
    size_t count = 0;
    uint32_t m, at;

    if (!figures || !look->report.sources.count)
        return false;
    for (m = 0; m < look->report.fields.count; m++) {
        uint32_t term = look->report.fields.member[m];

        for (at = figures->first[term]; at; at = figures->places[at - 1].next) {
            if (is_a_twin(look, figures->places[at - 1].report))
                note(twins, &count, figures->places[at - 1].report, term);
        }
    }
    twin = best_of(look, twins, count);
    if (!twin || !is_enough(look, twin))
        return false;
    finding->other = twin->report;
    finding->hints = twin->figures;
    finding->strength = STRENGTH_ASK;
    tell_both(facts, FACT_SAME_FIGURE, twin->figures, NAN, inventory_term(inventory, twin->term));
    return true;
}
