#include <math.h>

#include "input/columns.h"
#include "input/side.h"
#include "model/quantity.h"

enum { NAME, VALUE, LOW, HIGH, SOURCE };

static const struct side_table table = {
    "assumptions",
    2,
    true,
    {
        {"name", "assumption|key|parameter"},
        {"value", "expected|setting"},
        {"low", "minimum|min|savingslow"},
        {"high", "maximum|max|savingshigh"},
        {"source", "sources|reason|basis|note|comment"},
        {NULL, NULL},
    },
};

static const char *nearest(struct text name)
{
    struct assumptions defaults;
    const char *found = NULL;
    size_t best = 3, distance, i;

    assumptions_init(&defaults);
    for (i = 0; i < ASSUMPTION_COUNT; i++) {
        distance = edit_distance(name, text_of(defaults.list[i].key), 2);
        if (distance < best) {
            best = distance;
            found = defaults.list[i].key;
        }
    }
    return found;
}

static enum quantity_unit unit_of(const struct assumption *assumption)
{
    return text_is(text_of(assumption->unit), "share") ? QUANTITY_SHARE : QUANTITY_PLAIN;
}

static void take(struct side *side, const struct side_row *row, void *context)
{
    const char *file = context;
    int number = assumption_find(row->cells[NAME]);
    struct assumption *assumption;
    const char *near;
    double value;

    if (text_is_nocase(row->cells[NAME], "currency")) {
        side->assumptions->currency = arena_copy(side->inventory->arena, row->cells[VALUE]).data;
        return;
    }
    if (number < 0) {
        near = nearest(row->cells[NAME]);
        diag_add(side->inventory->diag, SEVERITY_WARNING, "assumption", side_place(row, NAME),
                 "there is no assumption \"%.*s\"%s%s%s; pare rules lists them",
                 TEXT_ARGS(row->cells[NAME]), near ? "; did you mean \"" : "", near ? near : "",
                 near ? "\"?" : "");
        return;
    }
    assumption = &side->assumptions->list[number];
    value = side_number(side, row, VALUE, (int)unit_of(assumption));
    if (isnan(value))
        return;
    assumption_set(side->assumptions, (enum assumption_name)number, value,
                   side_number(side, row, LOW, (int)unit_of(assumption)),
                   side_number(side, row, HIGH, (int)unit_of(assumption)), file);
    if (row->cells[SOURCE].size)
        assumption->source = arena_copy(side->inventory->arena, row->cells[SOURCE]).data;
}

void side_assumptions(struct side *side, size_t first_input)
{
    size_t i;

    for (i = 0; i < side->options->assumptions_count; i++)
        side_read(side, &table, side->options->assumptions[i], first_input + i, take,
                  (void *)(uintptr_t)side->options->assumptions[i]);
}
