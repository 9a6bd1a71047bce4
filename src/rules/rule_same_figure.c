#include <math.h>

#include "rules/figures.h"
#include "rules/grounds.h"
#include "rules/merging.h"

/* Another report that shows figures of this one, how many, and the first of them by the alphabet.
 */
struct twin {
    uint32_t report, figures, term;
};

/* The question is asked once, at the report with the greater id; the others of a chain stand behind
 * it where reports stand in the order of ids. */
static bool is_asked_there(const struct look *look, uint32_t other)
{
    return look->grounds->ids_ascend && other >= look->report.index;
}

/* There are at most as many as places where figures of the report stand. */
struct twins {
    struct twin *list;
    size_t count;
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

static bool is_a_twin(const struct look *look, uint32_t other)
{
    const struct inventory *inventory = look->grounds->inventory;
    const uint32_t *sources = inventory->columns[FIELD_sources].number;
    struct set of_other;

    if (grounds_compare(look->grounds, other, look->report.index) >= 0)
        return false;
    of_other = inventory_set(inventory, sources[other]);
    return of_other.count && !share_any(look->report.sources, of_other) &&
           !are_related(look, other);
}

static size_t count_places(const struct look *look)
{
    const struct figures *figures = look->grounds->figures;
    size_t places = 0;
    uint32_t m, at;

    for (m = 0; m < look->report.fields.count; m++) {
        for (at = figures->first[look->report.fields.member[m]]; at;
             at = figures->places[at - 1].next)
            places++;
    }
    return places;
}

static void note(const struct look *look, uint32_t report, uint32_t term, struct twins *twins)
{
    const struct table *terms = look->grounds->inventory->terms;
    struct twin *twin;

    if (!twins->list)
        twins->list = ARENA_ARRAY(look->scratch, count_places(look), struct twin);
    for (twin = twins->list; twin < twins->list + twins->count && twin->report != report; twin++)
        ;
    if (twin == twins->list + twins->count) {
        *twin = (struct twin){report, 0, term};
        twins->count++;
    }
    twin->figures++;
    if (text_compare(table_text(terms, term), table_text(terms, twin->term)) < 0)
        twin->term = term;
}

/* The one with most figures in common, of equal ones that with the smaller id. */
static const struct twin *best_of(const struct look *look, const struct twins *twins)
{
    const struct twin *best = NULL, *twin;

    for (twin = twins->list; twin < twins->list + twins->count; twin++) {
        if (!best || twin->figures > best->figures ||
            (twin->figures == best->figures &&
             grounds_compare(look->grounds, twin->report, best->report) < 0))
            best = twin;
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
    struct twins twins = {NULL, 0};
    const struct twin *twin;
    uint32_t m, at;

    if (!figures || !figures->is_shown[look->report.index] || !look->report.sources.count)
        return false;
    for (m = 0; m < look->report.fields.count; m++) {
        uint32_t term = look->report.fields.member[m];

        for (at = figures->first[term]; at; at = figures->places[at - 1].next) {
            uint32_t other = figures->places[at - 1].report;

            if (is_asked_there(look, other))
                break;
            if (is_a_twin(look, other))
                note(look, other, term, &twins);
        }
    }
    twin = twins.count ? best_of(look, &twins) : NULL;
    if (!twin || !is_enough(look, twin))
        return false;
    finding->other = twin->report;
    finding->hints = twin->figures;
    finding->strength = STRENGTH_ASK;
    tell_both(facts, FACT_SAME_FIGURE, twin->figures, NAN, inventory_term(inventory, twin->term));
    return true;
}
