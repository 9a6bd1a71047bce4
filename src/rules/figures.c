#include "rules/figures.h"

#include "base/memory.h"

#define FIGURE_WORD(word) TEXT(word),
static const struct text words[] = {
#include "rules/figure_words.def"
};

static void mark_measures(const struct inventory *inventory, bool *is_measure)
{
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        is_measure[table_find(inventory->terms, words[i])] = true;
}

struct finding_places {
    const struct inventory *inventory;
    const bool *active;
    const uint32_t *fields, *sources;
    uint8_t *shown; /* by term: how many reports show it, most + 1 for more */
    uint8_t most;
};

static bool is_looked_at(const struct finding_places *finding, size_t report)
{
    return finding->fields[report] && finding->sources[report] && finding->active[report];
}

static size_t count_shown(const struct finding_places *finding)
{
    size_t places = 0, i;
    uint32_t m;

    for (i = 0; i < finding->inventory->count; i++) {
        struct set fields = inventory_set(finding->inventory, finding->fields[i]);

        if (!is_looked_at(finding, i))
            continue;
        for (m = 0; m < fields.count; m++) {
            uint8_t *shown = &finding->shown[fields.member[m]];

            *shown = (uint8_t)(*shown + (*shown <= finding->most));
            places += *shown <= finding->most;
        }
    }
    return places;
}

static bool is_common(const struct finding_places *finding, const struct figures *figures,
                      uint32_t term)
{
    return finding->shown[term] >= 2 && finding->shown[term] <= finding->most &&
           !figures->is_measure[term];
}

/* From the last report to the first, so that the chains run from the first to the last. */
static void place(const struct finding_places *finding, struct figures *figures)
{
    uint32_t count = 0, m;
    size_t i;

    for (i = finding->inventory->count; i-- > 0;) {
        struct set fields = inventory_set(finding->inventory, finding->fields[i]);

        for (m = 0; m < fields.count; m++) {
            uint32_t term = fields.member[m];

            if (!is_common(finding, figures, term))
                continue;
            figures->is_shown[i] = true;
            if (!is_looked_at(finding, i))
                break;
            figures->places[count] = (struct figure_place){(uint32_t)i, figures->first[term]};
            figures->first[term] = ++count;
        }
    }
}

struct figures *figures_find(struct arena *arena, const struct inventory *inventory,
                             const bool *active, double most)
{
    struct finding_places finding = {.inventory = inventory,
                                     .active = active,
                                     .fields = inventory->columns[FIELD_fields].number,
                                     .sources = inventory->columns[FIELD_sources].number,
                                     .most = most < 100 ? (uint8_t)most : 100};
    size_t terms = (size_t)table_count(inventory->terms) + 1;
    struct figures *figures;

    if (!finding.fields || !finding.sources || !(most >= 2))
        return NULL;
    finding.shown = memory_alloc(terms, 1);
    figures = ARENA_ARRAY(arena, 1, struct figures);
    figures->places = ARENA_ARRAY(arena, count_shown(&finding), struct figure_place);
    figures->first = ARENA_ARRAY(arena, terms, uint32_t);
    figures->is_measure = ARENA_ARRAY(arena, terms, bool);
    figures->is_shown = ARENA_ARRAY(arena, inventory->count, bool);
    mark_measures(inventory, figures->is_measure);
    place(&finding, figures);
    memory_free(finding.shown);
    return figures;
}
