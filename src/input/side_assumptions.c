#include <math.h>
#include <stdio.h>

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
    unsigned best = 3, distance;
    size_t i;

    assumptions_init(&defaults);
    for (i = 0; i < ASSUMPTION_COUNT; i++) {
        distance = text_distance(name, text_of(defaults.list[i].key), 2);
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

/* A number in a cell; NAN, with *refused set, where it is none or not allowed. */
static double take_number(struct side *side, const struct side_row *row, size_t column,
                          enum assumption_name name, bool *refused)
{
    const struct assumption *assumption = &side->assumptions->list[name];
    char to[32] = "or more";
    double value = side_number(side, row, column, (int)unit_of(assumption)), least, most;

    if (isnan(value)) {
        *refused = *refused || row->cells[column].size;
        return value;
    }
    if (assumption_allows(name, value))
        return value;
    assumption_range(name, &least, &most);
    if (most < 1e12 || value > most)
        snprintf(to, sizeof to, "to %.6g", most);
    diag_add(side->inventory->diag, SEVERITY_WARNING, "assumption-range", side_place(row, column),
             "%s: \"%.*s\" is refused, allowed is %.6g %s (%s); %.6g is kept", assumption->key,
             TEXT_ARGS(row->cells[column]), least, to, assumption->unit, assumption->value);
    *refused = true;
    return NAN;
}

static void tell_unknown(struct side *side, const struct side_row *row)
{
    const char *near = nearest(row->cells[NAME]);

    diag_add(side->inventory->diag, SEVERITY_WARNING, "assumption", side_place(row, NAME),
             "there is no assumption \"%.*s\"%s%s%s; pare rules lists them",
             TEXT_ARGS(row->cells[NAME]), near ? "; did you mean \"" : "", near ? near : "",
             near ? "\"?" : "");
}

/* A row holds as a whole or not at all: a value without its bounds would tell another range. */
static void take(struct side *side, const struct side_row *row, void *context)
{
    int number = assumption_find(row->cells[NAME]);
    enum assumption_name name = (enum assumption_name)number;
    struct assumption *assumption, before;
    double value, low, high;
    bool refused = false;

    if (text_is_nocase(row->cells[NAME], "currency")) {
        side->assumptions->currency = arena_copy(side->inventory->arena, row->cells[VALUE]).data;
        return;
    }
    if (number < 0) {
        tell_unknown(side, row);
        return;
    }
    value = take_number(side, row, VALUE, name, &refused);
    low = take_number(side, row, LOW, name, &refused);
    high = take_number(side, row, HIGH, name, &refused);
    if (refused || isnan(value))
        return;
    assumption = &side->assumptions->list[number];
    before = *assumption;
    assumption_set(side->assumptions, name, value, low, high, context);
    if (!assumption_brackets(assumption)) {
        diag_add(side->inventory->diag, SEVERITY_WARNING, "assumption-range",
                 side_place(row, VALUE),
                 "%s: %.6g does not stand between %.6g and %.6g; %.6g is kept", assumption->key,
                 value, assumption->low, assumption->high, before.value);
        *assumption = before;
        return;
    }
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
