/* What the decisions come to, on the first sheet: sums of look-ups that move with the decisions. */
#include "document/shown.h"
#include "render/xlsx.h"

enum { NAME, IF_ALL, DECIDED, DRAWING_AT = 4, WIDTH = 500, ROW_PIXELS = 20 };

struct totals {
    struct flow *flow;
    const struct deciding *deciding;
    struct arena *arena;
    size_t first; /* row of the first figure */
};

static double amount(const struct figure *figure, int64_t value)
{
    return figure->kind == CELL_COUNT ? (double)value : (double)value / 100;
}

static struct text total_of(const struct totals *totals, size_t column)
{
    const struct deciding *deciding = totals->deciding;
    struct text range = book_range(totals->arena, deciding->look_ups, LOOK_UP_FIRST,
                                   LOOK_UP_FIRST + deciding->choices->bundle_count - 1, column);
    return arena_printf(totals->arena, "=ROUND(SUM(%.*s),2)", TEXT_ARGS(range));
}

static struct text total_of_all(const struct totals *totals, size_t figure)
{
    const struct choice_list *choices = totals->deciding->choices;
    size_t sets = 0, at = LOOK_UP_FIGURES + choices->figure_count + 1;
    for (size_t b = 0; b < choices->bundle_count; b++)
        sets += (size_t)1 << choices->bundles[b].bits;
    const struct sheet *sheet = totals->deciding->look_ups;
    size_t last = LOOK_UP_FIRST + sets - 1;
    struct text values = book_range(totals->arena, sheet, LOOK_UP_FIRST, last, at + 4 + figure);
    struct text all = book_range(totals->arena, sheet, LOOK_UP_FIRST, last, at + 2);
    return arena_printf(totals->arena, "=ROUND(SUMIFS(%.*s,%.*s,1),2)", TEXT_ARGS(values),
                        TEXT_ARGS(all));
}

static void write_figures(struct totals *totals)
{
    const struct deciding *deciding = totals->deciding;
    struct flow *flow = totals->flow;
    const char *currency = flow->document->currency ? flow->document->currency : "";
    totals->first = flow->row;
    for (size_t f = 0; f < deciding->choices->figure_count; f++, flow->row++) {
        const struct figure *figure = &deciding->choices->figures[f];
        bool money = figure->kind == CELL_MONEY && *currency;
        sheet_text(flow->sheet, flow->row, NAME,
                   arena_printf(totals->arena, "%s%s%s", figure->title, money ? ", " : "",
                                money ? currency : ""),
                   LOOK_WRAP);
        sheet_formula(flow->sheet, flow->row, IF_ALL, total_of_all(totals, f),
                      amount(figure, deciding->all[f]), NUMBERS_WHOLE, LOOK_PLAIN);
        sheet_formula(flow->sheet, flow->row, DECIDED, total_of(totals, LOOK_UP_FIGURES + f),
                      amount(figure, deciding->decided[f]), NUMBERS_WHOLE, LOOK_LIVE);
    }
}

static void write_target(const struct totals *totals)
{
    const struct choice_list *choices = totals->deciding->choices;
    struct flow *flow = totals->flow;
    const struct figure *figure = &choices->figures[choices->target_figure];
    size_t row = totals->first + choices->target_figure;
    char buffer[SHOWN_SIZE];
    if (!choices->target || choices->target_figure >= choices->figure_count)
        return;
    struct text share = choices->before
                            ? shown_share((double)choices->target / (double)choices->before, buffer)
                            : text_of("");
    sheet_text(flow->sheet, flow->row, NAME,
               arena_printf(totals->arena, "Target%s%.*s%s", share.size ? " (" : "",
                            TEXT_ARGS(share), share.size ? " of what it costs now)" : ""),
               LOOK_PLAIN);
    sheet_number(flow->sheet, flow->row++, DECIDED, amount(figure, choices->target), NUMBERS_WHOLE,
                 LOOK_PLAIN);
    struct text target = book_cell_name(totals->arena, flow->row - 1, DECIDED);
    sheet_text(flow->sheet, flow->row, NAME, text_of("Accepted, of the target"), LOOK_PLAIN);
    for (size_t c = IF_ALL; c <= DECIDED; c++) {
        struct text name = book_cell_name(totals->arena, row, c);
        int64_t value = (c == IF_ALL ? totals->deciding->all
                                     : totals->deciding->decided)[choices->target_figure];
        sheet_formula(flow->sheet, flow->row, c,
                      arena_printf(totals->arena, "=%.*s/%.*s", TEXT_ARGS(name), TEXT_ARGS(target)),
                      (double)value / (double)choices->target, NUMBERS_SHARE,
                      c == IF_ALL ? LOOK_PLAIN : LOOK_LIVE);
    }
    flow->row++;
}

static void write_count(const struct totals *totals, const char *title, const char *word,
                        size_t count)
{
    const struct deciding *deciding = totals->deciding;
    struct flow *flow = totals->flow;
    struct text range = book_range(totals->arena, deciding->worklist, deciding->first,
                                   deciding->last, deciding->decision);
    sheet_text(flow->sheet, flow->row, NAME, text_of(title), LOOK_PLAIN);
    sheet_formula(flow->sheet, flow->row++, DECIDED,
                  arena_printf(totals->arena, "=COUNTIF(%.*s,\"%s\")", TEXT_ARGS(range), word),
                  (double)count, NUMBERS_WHOLE, LOOK_LIVE);
}

static void write_counts(const struct totals *totals)
{
    const struct deciding *deciding = totals->deciding;
    struct flow *flow = totals->flow;
    size_t all = deciding->choices->row_count;
    size_t decided = deciding->accepted + deciding->rejected + deciding->deferred;
    write_count(totals, "Changes accepted", "accept", deciding->accepted);
    write_count(totals, "Changes rejected", "reject", deciding->rejected);
    write_count(totals, "Changes deferred", "defer", deciding->deferred);
    struct text first = book_cell_name(totals->arena, flow->row - 3, DECIDED);
    struct text last = book_cell_name(totals->arena, flow->row - 1, DECIDED);
    sheet_text(flow->sheet, flow->row, NAME, text_of("Changes still open"), LOOK_PLAIN);
    sheet_number(flow->sheet, flow->row, IF_ALL, 0, NUMBERS_WHOLE, LOOK_PLAIN);
    sheet_formula(
        flow->sheet, flow->row++, DECIDED,
        arena_printf(totals->arena, "=%zu-SUM(%.*s:%.*s)", all, TEXT_ARGS(first), TEXT_ARGS(last)),
        (double)(all - decided), NUMBERS_WHOLE, LOOK_LIVE);
    sheet_text(flow->sheet, flow->row, NAME,
               text_of("Accepted, but without effect unless another one is"), LOOK_PLAIN);
    sheet_formula(flow->sheet, flow->row++, DECIDED, total_of(totals, LOOK_UP_WITHOUT),
                  (double)deciding->without, NUMBERS_WHOLE, LOOK_LIVE);
}

struct bar {
    const char *title;
    struct text formula;
    double value;
};

static struct bar bar_of(const struct totals *totals, const char *title, size_t figure,
                         size_t column)
{
    const struct deciding *deciding = totals->deciding;
    int64_t value = (column == IF_ALL ? deciding->all : deciding->decided)[figure];
    struct text name = book_cell_name(totals->arena, totals->first + figure, column);
    return (struct bar){title, arena_printf(totals->arena, "=%.*s", TEXT_ARGS(name)),
                        amount(&deciding->choices->figures[figure], value)};
}

/* The same kind of figure, but after what usually fails. */
static size_t expected_figure(const struct choice_list *choices)
{
    size_t f = 0;
    while (f < choices->figure_count &&
           (choices->figures[f].agreed ||
            choices->figures[f].kind != choices->figures[choices->target_figure].kind))
        f++;
    return f;
}

static void write_bars(const struct totals *totals, size_t top)
{
    const struct choice_list *choices = totals->deciding->choices;
    struct flow *flow = totals->flow;
    size_t measure = choices->target_figure < choices->figure_count ? choices->target_figure : 0;
    size_t expected = expected_figure(choices), count = 0, first = flow->row + 1;
    bool hours = choices->figures[measure].kind == CELL_HOURS;
    struct bar bars[4];
    bars[count++] = bar_of(totals, "If all is accepted", measure, IF_ALL);
    if (expected < choices->figure_count)
        bars[count++] = bar_of(totals, "Expected", expected, DECIDED);
    bars[count++] = bar_of(totals, "Accepted", measure, DECIDED);
    if (choices->target)
        bars[count++] =
            (struct bar){"Target", {NULL, 0}, amount(&choices->figures[measure], choices->target)};
    sheet_text(flow->sheet, flow->row++, NAME,
               text_of(hours ? "Hours saved a year" : "Money saved a year"), LOOK_HEAD);
    for (size_t i = 0; i < count; i++, flow->row++) {
        sheet_text(flow->sheet, flow->row, NAME, text_of(bars[i].title), LOOK_PLAIN);
        if (bars[i].formula.size)
            sheet_formula(flow->sheet, flow->row, DECIDED, bars[i].formula, bars[i].value,
                          NUMBERS_WHOLE, LOOK_LIVE);
        else
            sheet_number(flow->sheet, flow->row, DECIDED, bars[i].value, NUMBERS_WHOLE, LOOK_PLAIN);
    }
    const struct drawn drawn = {
        .drawing = DRAWING_COLUMNS,
        .from = flow->sheet,
        .first_row = first,
        .last_row = flow->row - 1,
        .label = NAME,
        .value = DECIDED,
        .other = SIZE_MAX,
        .title = text_of(hours ? "Hours saved a year" : "Money saved a year"),
        .what = text_of("What would be saved if all is accepted, what is to be expected, what is "
                        "accepted so far, and the target; the figures stand beside."),
        .width = WIDTH,
        .height = (unsigned)((flow->row - top) * ROW_PIXELS)};
    sheet_draw(flow->sheet, top, DRAWING_AT, &drawn);
}

void xlsx_totals(struct flow *flow, const struct deciding *deciding)
{
    struct totals totals = {flow, deciding, flow->arena, 0};
    size_t top = flow->row;
    sheet_text(flow->sheet, flow->row, NAME,
               text_of(flow->document->about ? "What the decisions come to, about"
                                             : "What the decisions come to"),
               LOOK_HEAD);
    sheet_lines(flow->sheet, flow->row, 2);
    sheet_text(flow->sheet, flow->row, IF_ALL, text_of("if all is accepted"), LOOK_HEAD_NUMBER);
    sheet_text(flow->sheet, flow->row++, DECIDED, text_of("as decided"), LOOK_HEAD_NUMBER);
    write_figures(&totals);
    write_target(&totals);
    write_counts(&totals);
    write_bars(&totals, top);
    flow->row++;
}
