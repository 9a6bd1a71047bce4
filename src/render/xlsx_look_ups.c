/* What the decisions come to: the figures of every allowed set of a bundle, which were costed
 * together, and formulas that look them up and add them. */
#include "render/xlsx.h"

/* Columns of the look-ups: a row a bundle, and beside them a row a set. */
enum { BUNDLE, OFFSET, ALL, ACCEPTED, NOT_OUT, WITHOUT = LOOK_UP_WITHOUT, OWN = LOOK_UP_FIGURES };
enum { SET_BUNDLE, SET_SET, SET_ALL, SET_WITHOUT, SET_OWN };
enum { HEAD_ROW = 1, FIRST_ROW = LOOK_UP_FIRST };

struct look_ups {
    const struct choice_list *choices;
    const struct deciding *deciding;
    struct sheet *sheet;
    struct arena *arena;
    size_t sets_at;                     /* first column of the sets */
    size_t last_set;                    /* row */
    uint32_t *all, *accepted, *not_out; /* by bundle, as decided now */
};

static double amount(const struct figure *figure, int64_t value)
{
    return figure->kind == CELL_COUNT ? (double)value : (double)value / 100;
}

static void gather(struct look_ups *look)
{
    const struct choice_list *choices = look->choices;
    look->all = ARENA_ARRAY(look->arena, choices->bundle_count, uint32_t);
    look->accepted = ARENA_ARRAY(look->arena, choices->bundle_count, uint32_t);
    look->not_out = ARENA_ARRAY(look->arena, choices->bundle_count, uint32_t);
    for (size_t i = 0; i < choices->row_count; i++) {
        const struct choice_row *row = &choices->rows[i];
        bool accepted = text_is(row->decision, "accept");
        uint32_t bit = 1u << row->bit;
        look->all[row->bundle] |= bit;
        look->accepted[row->bundle] |= accepted ? bit : 0;
        look->not_out[row->bundle] |= accepted || !row->decision.size ? bit : 0;
    }
}

static int64_t value_of(const struct choice_list *choices, size_t bundle, uint32_t set,
                        size_t figure)
{
    return choices->bundles[bundle].value[set * choices->figure_count + figure];
}

static bool has_no_effect(const struct choice_list *choices, size_t bundle, uint32_t set)
{
    return choices->bundles[bundle].allowed && !choices->bundles[bundle].allowed[set];
}

static void write_set(struct look_ups *look, size_t row, size_t bundle, uint32_t set)
{
    const struct choice_list *choices = look->choices;
    size_t at = look->sets_at;
    sheet_number(look->sheet, row, at + SET_BUNDLE, (double)bundle + 1, NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_number(look->sheet, row, at + SET_SET, set, NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_number(look->sheet, row, at + SET_ALL, set == look->all[bundle], NUMBERS_WHOLE,
                 LOOK_PLAIN);
    sheet_number(look->sheet, row, at + SET_WITHOUT, has_no_effect(choices, bundle, set),
                 NUMBERS_WHOLE, LOOK_PLAIN);
    for (size_t f = 0; f < choices->figure_count; f++)
        sheet_number(look->sheet, row, at + SET_OWN + f,
                     amount(&choices->figures[f], value_of(choices, bundle, set, f)),
                     NUMBERS_DECIMAL, LOOK_PLAIN);
}

/* "=SUMIFS(weights, bundles, A3, decisions, "accept")" */
static struct text weights(const struct look_ups *look, size_t row, const char *word)
{
    const struct deciding *deciding = look->deciding;
    struct arena *arena = look->arena;
    const struct sheet *list = deciding->worklist;
    struct text weight = book_range(arena, list, deciding->first, deciding->last, deciding->weight);
    struct text bundle = book_range(arena, list, deciding->first, deciding->last, deciding->bundle);
    struct text decision =
        book_range(arena, list, deciding->first, deciding->last, deciding->decision);
    struct text number = book_cell_name(arena, row, BUNDLE);
    return arena_printf(arena, "SUMIFS(%.*s,%.*s,%.*s,%.*s,\"%s\")", TEXT_ARGS(weight),
                        TEXT_ARGS(bundle), TEXT_ARGS(number), TEXT_ARGS(decision), word);
}

/* "=INDEX(column of the sets, offset + set)" */
static struct text look_up(const struct look_ups *look, size_t row, size_t set_column,
                           size_t column)
{
    struct arena *arena = look->arena;
    struct text range =
        book_range(arena, look->sheet, FIRST_ROW, look->last_set, look->sets_at + column);
    struct text offset = book_cell_name(arena, row, OFFSET);
    struct text set = book_cell_name(arena, row, set_column);
    return arena_printf(arena, "=INDEX(%.*s,%.*s+%.*s)", TEXT_ARGS(range), TEXT_ARGS(offset),
                        TEXT_ARGS(set));
}

static void write_bundle(struct look_ups *look, size_t b, size_t offset)
{
    const struct choice_list *choices = look->choices;
    struct arena *arena = look->arena;
    size_t row = FIRST_ROW + b;
    struct text accepted = weights(look, row, "accept");
    struct text rejected = weights(look, row, "reject"), deferred = weights(look, row, "defer");
    struct text all = book_cell_name(arena, row, ALL);
    sheet_number(look->sheet, row, BUNDLE, (double)b + 1, NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_number(look->sheet, row, OFFSET, (double)offset, NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_number(look->sheet, row, ALL, look->all[b], NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_formula(look->sheet, row, ACCEPTED, arena_printf(arena, "=%.*s", TEXT_ARGS(accepted)),
                  look->accepted[b], NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_formula(look->sheet, row, NOT_OUT,
                  arena_printf(arena, "=%.*s-%.*s-%.*s", TEXT_ARGS(all), TEXT_ARGS(rejected),
                               TEXT_ARGS(deferred)),
                  look->not_out[b], NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_formula(look->sheet, row, WITHOUT, look_up(look, row, ACCEPTED, SET_WITHOUT),
                  has_no_effect(choices, b, look->accepted[b]), NUMBERS_WHOLE, LOOK_PLAIN);
    for (size_t f = 0; f < choices->figure_count; f++) {
        bool agreed = choices->figures[f].agreed;
        uint32_t set = agreed ? look->accepted[b] : look->not_out[b];
        sheet_formula(look->sheet, row, OWN + f,
                      look_up(look, row, agreed ? ACCEPTED : NOT_OUT, SET_OWN + f),
                      amount(&choices->figures[f], value_of(choices, b, set, f)), NUMBERS_DECIMAL,
                      LOOK_PLAIN);
    }
}

static void write_heads(struct look_ups *look)
{
    static const char *const bundles[] = {"Bundle",   "First set",        "All",
                                          "Accepted", "Accepted or open", "Without effect"};
    static const char *const sets[] = {"Bundle", "Set", "All", "Without effect"};
    sheet_text(
        look->sheet, 0, 0,
        text_of("Savings within a bundle depend on each other, so every set of its changes was "
                "costed: to the right, a row a set. A set is the sum of the weights of its "
                "changes. To the left the set that is decided now, and its figures."),
        LOOK_QUIET);
    for (size_t i = 0; i < OWN; i++)
        sheet_text(look->sheet, HEAD_ROW, i, text_of(bundles[i]), LOOK_HEAD);
    for (size_t i = 0; i < SET_OWN; i++)
        sheet_text(look->sheet, HEAD_ROW, look->sets_at + i, text_of(sets[i]), LOOK_HEAD);
    for (size_t f = 0; f < look->choices->figure_count; f++) {
        struct text title = text_of(look->choices->figures[f].title);
        sheet_text(look->sheet, HEAD_ROW, OWN + f, title, LOOK_HEAD);
        sheet_text(look->sheet, HEAD_ROW, look->sets_at + SET_OWN + f, title, LOOK_HEAD);
    }
    for (size_t c = 0; c < look->sets_at + SET_OWN + look->choices->figure_count; c++)
        sheet_width(look->sheet, c, c + 1 == look->sets_at ? 4 : 15);
    sheet_lines(look->sheet, HEAD_ROW, 5);
}

/* By row the bundle and set that stand there; rows are written from the top down. */
static void write_rows(struct look_ups *look)
{
    const struct choice_list *choices = look->choices;
    size_t *offset = ARENA_ARRAY(look->arena, choices->bundle_count + 1, size_t);
    size_t bundle = 0, last;
    for (size_t b = 0; b < choices->bundle_count; b++)
        offset[b + 1] = offset[b] + ((size_t)1 << choices->bundles[b].bits);
    last = offset[choices->bundle_count];
    look->last_set = FIRST_ROW + last - 1;
    for (size_t i = 0; i < last && FIRST_ROW + i < BOOK_ROWS; i++) {
        while (i >= offset[bundle + 1])
            bundle++;
        if (i < choices->bundle_count)
            write_bundle(look, i, offset[i] + 1);
        write_set(look, FIRST_ROW + i, bundle, (uint32_t)(i - offset[bundle]));
    }
}

static void sum_up(struct look_ups *look, struct deciding *deciding)
{
    const struct choice_list *choices = look->choices;
    deciding->all = ARENA_ARRAY(look->arena, choices->figure_count, int64_t);
    deciding->decided = ARENA_ARRAY(look->arena, choices->figure_count, int64_t);
    for (size_t b = 0; b < choices->bundle_count; b++) {
        deciding->without += has_no_effect(choices, b, look->accepted[b]);
        for (size_t f = 0; f < choices->figure_count; f++) {
            uint32_t set = choices->figures[f].agreed ? look->accepted[b] : look->not_out[b];
            deciding->all[f] += value_of(choices, b, look->all[b], f);
            deciding->decided[f] += value_of(choices, b, set, f);
        }
    }
    for (size_t i = 0; i < choices->row_count; i++) {
        const struct choice_row *row = &choices->rows[i];
        deciding->accepted += text_is(row->decision, "accept");
        deciding->rejected += text_is(row->decision, "reject");
        deciding->deferred += text_is(row->decision, "defer");
    }
}

static void begin(struct look_ups *look, struct book *book, struct deciding *deciding)
{
    *look = (struct look_ups){.choices = deciding->choices,
                              .deciding = deciding,
                              .sheet = deciding->look_ups,
                              .arena = book_arena(book),
                              .sets_at = OWN + deciding->choices->figure_count + 1};
    gather(look);
    for (size_t b = 0; b < look->choices->bundle_count; b++)
        look->last_set += (size_t)1 << look->choices->bundles[b].bits;
    look->last_set += FIRST_ROW - 1;
}

void xlsx_look_ups(struct book *book, struct deciding *deciding)
{
    struct look_ups look;
    begin(&look, book, deciding);
    write_heads(&look);
    write_rows(&look);
    sheet_freeze(look.sheet, FIRST_ROW, 0);
    sum_up(&look, deciding);
}
