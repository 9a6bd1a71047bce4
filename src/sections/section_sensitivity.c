#include "plan/sensitivity.h"

#include <math.h>
#include <string.h>

#include "sections/sections.h"

/* The assumptions that move the result most, and from which value on the target is just missed. */
enum { SHOWN = 7 };

struct told {
    struct document *document;
    const struct story *story;
    struct sensitivity *sensitivity;
};

/* Two decimals, but no fewer than two digits: an assumption can be a hundredth. */
static double told_value(double value)
{
    double unit = fabs(value) < 0.1 ? 1e-4 : 1e-2;

    return round(value / unit) * unit;
}

/* "0.5 to 0.2" */
static struct text range_words(struct arena *arena, const struct swing *swing)
{
    return arena_printf(arena, "%.6g to %.6g", told_value(swing->low_value),
                        told_value(swing->high_value));
}

static struct text saving_words(const struct told *told, const struct swing *swing)
{
    struct document *document = told->document;
    bool in_hours = told->story->plan->in_hours;
    struct text low = in_hours ? document_count(document, (double)swing->low / 100)
                               : document_figure(document, swing->low);
    struct text high = in_hours ? document_count(document, (double)swing->high / 100)
                                : document_figure(document, swing->high);

    return document_text(document, "%.*s to %.*s%s", TEXT_ARGS(low), TEXT_ARGS(high),
                         in_hours ? " h" : "");
}

static enum row_style swing_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct swing *swing = &told->sensitivity->swings[index];

    cells[0] = cell_string(swing->key);
    cells[1] = cell_number(swing->value);
    cells[2] = cell_text(range_words(told->document->arena, swing));
    cells[3] = cell_text(saving_words(told, swing));
    cells[4] = cell_money(swing->low);
    cells[5] = cell_money(swing->high);
    cells[6] = cell_number(swing->switching);
    cells[7] = cell_number(swing->switching_theoretical);
    return ROW_PLAIN;
}

static bool has_key(const struct sensitivity *sensitivity, const char *key)
{
    size_t i;

    for (i = 0; i < sensitivity->count && i < SHOWN; i++)
        if (strcmp(sensitivity->swings[i].key, key) == 0)
            return true;
    return false;
}

/* Names of the two that stand for several assumptions. */
static void tell_names(struct document *document, const struct sensitivity *sensitivity)
{
    if (has_key(sensitivity, "p"))
        document_note(document, text_of("p: the share of the changes that last, by saving."));
    if (has_key(sensitivity, "effort"))
        document_note(document, text_of("effort: all assumed efforts, times this."));
}

void section_sensitivity(struct document *document, const struct story *story)
{
    const struct plan *plan = story->plan;
    struct sensitivity *sensitivity = ARENA_ARRAY(document->arena, 1, struct sensitivity);
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);
    const char *missed = plan->reached_realisable ? "missed at" : "reached at";
    const char *in_theory =
        plan->reached_theoretical == plan->reached_realisable ? "in theory" : "theory: missed";
    const struct column columns[] = {
        {.key = "name", .title = "", .fit = FIT_CUT},
        {.key = "value", .title = "now", .number = true},
        {.title = "might be", .number = true},
        {.title = "expected saving", .number = true},
        {.key = "low", .number = true},
        {.key = "high", .number = true},
        {.key = "switching", .title = plan->has_target ? missed : NULL, .number = true},
        {.key = "switching_theoretical",
         .title = plan->has_target ? in_theory : NULL,
         .number = true},
    };
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct column *own = ARENA_ARRAY(document->arena, COLUMNS, struct column);

    memcpy(own, columns, sizeof columns);
    sensitivity_find(document->arena, plan, story->plan_options, sensitivity);
    *told = (struct told){document, story, sensitivity};
    document_table(document, &(struct table_block){
                                 .key = "sensitivity",
                                 .title = sensitivity->count ? "What the result rests on" : NULL,
                                 .columns = own,
                                 .column_count = COLUMNS,
                                 .row_count = sensitivity->count,
                                 .limit = SHOWN,
                                 .row = swing_row,
                                 .context = told});
    tell_names(document, sensitivity);
}
