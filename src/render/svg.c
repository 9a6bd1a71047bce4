/* Drawings from the rows of a table. Colours and letters come from classes, so that they follow the
 * page; nothing is said by colour alone, and the table with the numbers stands beside it. */
#include <math.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "document/shown.h"
#include "render/lines.h"
#include "render/markup.h"

/* Units of the drawing; a letter is about 6.5 of them wide. */
enum {
    WIDTH = 520,
    LABELS = 204, /* for the names of bars */
    FIGURES = 80, /* for the figures behind them */
    ROW = 26,
    BAR = 18,
    LETTERS = 22,
    MOST_BARS = 15,
    MOST_POINTS = 200,
    PLOT_LEFT = 80,
    PLOT_TOP = 24,
    PLOT_RIGHT = 500,
    PLOT_BOTTOM = 250,
    PLOT_HEIGHT = 300
};

struct point {
    struct text label;
    struct cell cells[2]; /* value, other */
    double value, other;
};

struct drawing {
    struct page *page;
    const struct block *block;
    struct point *points;
    size_t count;
    double most; /* the largest of what is drawn by length */
};

static void read_points(struct drawing *drawing)
{
    const struct table_block *table = &drawing->block->table;
    const struct chart *chart = &drawing->block->chart;
    struct arena *arena = drawing->page->arena;
    struct cell *cells = ARENA_ARRAY(arena, table->column_count, struct cell);
    drawing->points = ARENA_ARRAY(arena, table->row_count, struct point);
    for (size_t i = 0; i < table->row_count; i++) {
        for (size_t c = 0; c < table->column_count; c++)
            cells[c] = cell_null();
        if (!chart_draws(chart, table->row(table->context, i, cells)))
            continue;
        struct point point = {.cells = {cells[chart->value], cells[chart->other]},
                              .value = cell_amount(&cells[chart->value]),
                              .other = cell_amount(&cells[chart->other])};
        point.label = shown_cell(arena, drawing->page->document, &cells[chart->label]);
        if (isfinite(point.value))
            drawing->points[drawing->count++] = point;
    }
}

static void begin(const struct drawing *drawing, double height)
{
    const struct page *page = drawing->page;
    size_t number = page->last_block;
    out_printf(page->out,
               "<svg viewBox=\"0 0 %d %.0f\" role=\"img\" aria-labelledby=\"t%zu d%zu\">"
               "<title id=\"t%zu\">",
               WIDTH, height, number, number, number);
    markup_text(page, text_of(drawing->block->table.title));
    out_printf(page->out, "</title><desc id=\"d%zu\">", number);
    markup_text(page, text_of(drawing->block->chart.what));
    out_string(page->out, "</desc>\n");
}

/* anchor: start, middle or end */
static void write_label(const struct drawing *drawing, double x, double y, const char *anchor,
                        struct text t, size_t letters)
{
    const struct page *page = drawing->page;
    out_printf(page->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    markup_text(page, cut_text(page->arena, clean_text(page->arena, t), letters));
    out_string(page->out, "</text>");
}

static void write_figure(const struct drawing *drawing, double x, double y, const char *anchor,
                         const struct cell *cell)
{
    const struct page *page = drawing->page;
    write_label(drawing, x, y, anchor, shown_cell(page->arena, page->document, cell), LETTERS);
}

static void write_bar(const struct drawing *drawing, double x, double y, double width,
                      double height, const char *class)
{
    out_printf(drawing->page->out,
               "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"></rect>",
               class, x, y, fmax(width, 0.5), height);
}

static double scaled(const struct drawing *drawing, double value)
{
    double room = WIDTH - LABELS - FIGURES;
    return drawing->most > 0 ? fmax(value, 0) / drawing->most * room : 0;
}

static size_t drawn(const struct drawing *drawing)
{
    return drawing->count < MOST_BARS ? drawing->count : MOST_BARS;
}

/* Of what is drawn: a last row that sums up the others would leave no room for the bars. */
static void find_most(struct drawing *drawing, bool others)
{
    for (size_t i = 0; i < drawn(drawing); i++) {
        drawing->most = fmax(drawing->most, drawing->points[i].value);
        if (others && isfinite(drawing->points[i].other))
            drawing->most = fmax(drawing->most, drawing->points[i].other);
    }
}

static void draw_bars(struct drawing *drawing)
{
    size_t count = drawn(drawing);
    find_most(drawing, false);
    begin(drawing, (double)(count * ROW + 8));
    for (size_t i = 0; i < count; i++) {
        const struct point *point = &drawing->points[i];
        double y = (double)(i * ROW + 4), length = scaled(drawing, point->value);
        write_label(drawing, LABELS - 8, y + 14, "end", point->label, LETTERS);
        write_bar(drawing, LABELS, y, length, BAR, "bar");
        write_figure(drawing, LABELS + length + 6, y + 14, "start", &point->cells[0]);
        out_char(drawing->page->out, '\n');
    }
}

/* The part of the whole that a point has: told by the table, else of all that is in it. */
static double part_of(const struct drawing *drawing, const struct point *point)
{
    double sum = 0;
    if (point->cells[1].kind == CELL_SHARE)
        return point->cells[1].as.number;
    for (size_t i = 0; i < drawing->count; i++)
        sum += fmax(drawing->points[i].value, 0);
    return sum > 0 ? fmax(point->value, 0) / sum : 0;
}

/* Vilfredo Pareto's curve beside the bars: what the first rows have together. */
static void draw_pareto(struct drawing *drawing)
{
    size_t count = drawn(drawing);
    double so_far = 0, room = WIDTH - LABELS - FIGURES;
    find_most(drawing, false);
    begin(drawing, (double)(count * ROW + 8));
    for (size_t i = 0; i < count; i++) {
        const struct point *point = &drawing->points[i];
        double y = (double)(i * ROW + 4);
        so_far += part_of(drawing, point);
        struct cell share = cell_share(so_far);
        write_label(drawing, LABELS - 8, y + 14, "end", point->label, LETTERS);
        write_bar(drawing, LABELS, y, scaled(drawing, point->value), BAR, "bar");
        write_figure(drawing, WIDTH - 4, y + 14, "end", &share);
        out_char(drawing->page->out, '\n');
    }
    out_string(drawing->page->out, "<polyline class=\"line share\" points=\"");
    so_far = 0;
    for (size_t i = 0; i < count; i++) {
        so_far += part_of(drawing, &drawing->points[i]);
        out_printf(drawing->page->out, "%.1f,%.1f ", LABELS + so_far * room,
                   (double)(i * ROW + 4 + BAR / 2));
    }
    out_string(drawing->page->out, "\"></polyline>\n");
}

/* The highest that the steps come to: before a fall, or after a rise. */
static void find_highest(struct drawing *drawing)
{
    double level = 0;
    for (size_t i = 0; i + 1 < drawing->count; i++) {
        level += drawing->points[i].value;
        drawing->most = fmax(drawing->most, level);
    }
    drawing->most = fmax(drawing->most, drawing->points[drawing->count - 1].value);
}

static void write_ledge(const struct drawing *drawing, double level, double y)
{
    double x = LABELS + scaled(drawing, level);
    out_printf(drawing->page->out,
               "<line class=\"rule\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"></line>", x,
               y + BAR, x, y + ROW);
}

static void draw_waterfall(struct drawing *drawing)
{
    double level = 0;
    find_highest(drawing);
    begin(drawing, (double)(drawing->count * ROW + 8));
    for (size_t i = 0; i < drawing->count; i++) {
        const struct point *point = &drawing->points[i];
        bool stands = i == 0 || i + 1 == drawing->count;
        double y = (double)(i * ROW + 4), before = stands ? 0 : level;
        level = before + point->value;
        double left = scaled(drawing, fmin(before, level));
        double length = scaled(drawing, fmax(before, level)) - left;
        write_label(drawing, LABELS - 8, y + 14, "end", point->label, LETTERS);
        write_bar(drawing, LABELS + left, y, length, BAR,
                  stands             ? "bar"
                  : point->value < 0 ? "bar off"
                                     : "bar old");
        write_figure(drawing, LABELS + left + length + 6, y + 14, "start", &point->cells[0]);
        if (i + 1 < drawing->count)
            write_ledge(drawing, level, y);
        out_char(drawing->page->out, '\n');
    }
}

static void write_legend(const struct drawing *drawing)
{
    const struct chart *chart = &drawing->block->chart;
    const struct column *columns = drawing->block->table.columns;
    const char *before = columns[chart->value].title, *after = columns[chart->other].title;
    write_bar(drawing, LABELS, 4, 12, 12, "bar old");
    write_label(drawing, LABELS + 18, 14, "start", text_of(before ? before : ""), LETTERS);
    write_bar(drawing, LABELS + 150, 4, 12, 12, "bar");
    write_label(drawing, LABELS + 168, 14, "start", text_of(after ? after : ""), LETTERS);
}

static void draw_before_after(struct drawing *drawing)
{
    enum { TOP = 24, PAIR = 34, THIN = 13 };
    size_t count = drawn(drawing);
    find_most(drawing, true);
    begin(drawing, (double)(TOP + count * PAIR + 4));
    write_legend(drawing);
    for (size_t i = 0; i < count; i++) {
        const struct point *point = &drawing->points[i];
        double y = (double)(TOP + i * PAIR + 2);
        double first = scaled(drawing, point->value), second = scaled(drawing, point->other);
        write_label(drawing, LABELS - 8, y + 18, "end", point->label, LETTERS);
        write_bar(drawing, LABELS, y, first, THIN, "bar old");
        write_figure(drawing, LABELS + first + 6, y + 11, "start", &point->cells[0]);
        if (isfinite(point->other)) {
            write_bar(drawing, LABELS, y + THIN + 1, second, THIN, "bar");
            write_figure(drawing, LABELS + second + 6, y + THIN + 12, "start", &point->cells[1]);
        }
        out_char(drawing->page->out, '\n');
    }
}

struct axes {
    double right, top; /* the largest of each */
    struct cell most[2];
};

static void write_axes(const struct drawing *drawing, const struct axes *axes)
{
    const struct chart *chart = &drawing->block->chart;
    const struct column *columns = drawing->block->table.columns;
    const char *value = columns[chart->value].title, *other = columns[chart->other].title;
    out_printf(drawing->page->out, "<path class=\"axis\" d=\"M%d %dV%dH%d\"></path>", PLOT_LEFT,
               PLOT_TOP, PLOT_BOTTOM, PLOT_RIGHT);
    write_label(drawing, PLOT_LEFT - 6, PLOT_BOTTOM + 4, "end", text_of("0"), 2);
    write_figure(drawing, PLOT_LEFT - 6, PLOT_TOP + 8, "end", &axes->most[1]);
    write_figure(drawing, PLOT_RIGHT, PLOT_BOTTOM + 18, "end", &axes->most[0]);
    write_label(drawing, (PLOT_LEFT + PLOT_RIGHT) / 2, PLOT_BOTTOM + 36, "middle",
                text_of(value ? value : ""), 2 * LETTERS);
    write_label(drawing, 4, PLOT_TOP - 10, "start", text_of(other ? other : ""), 2 * LETTERS);
}

static double plot_x(const struct axes *axes, const struct point *point)
{
    return PLOT_LEFT +
           (axes->right > 0 ? point->value / axes->right : 0) * (PLOT_RIGHT - PLOT_LEFT);
}

static double plot_y(const struct axes *axes, const struct point *point)
{
    return PLOT_BOTTOM - (axes->top > 0 ? point->other / axes->top : 0) * (PLOT_BOTTOM - PLOT_TOP);
}

static void draw_frontier(struct drawing *drawing)
{
    struct out *out = drawing->page->out;
    struct axes axes = {0};
    for (size_t i = 0; i < drawing->count; i++) {
        const struct point *point = &drawing->points[i];
        if (point->value > axes.right) {
            axes.right = point->value;
            axes.most[0] = point->cells[0];
        }
        if (point->other > axes.top) {
            axes.top = point->other;
            axes.most[1] = point->cells[1];
        }
    }
    begin(drawing, PLOT_HEIGHT);
    write_axes(drawing, &axes);
    out_printf(out, "\n<polyline class=\"line\" points=\"%d,%d", PLOT_LEFT, PLOT_BOTTOM);
    size_t step = drawing->count / MOST_POINTS + 1, last = drawing->count - 1;
    for (size_t i = 0; i < drawing->count; i++)
        if (isfinite(drawing->points[i].other) && (i % step == 0 || i == last))
            out_printf(out, " %.1f,%.1f", plot_x(&axes, &drawing->points[i]),
                       plot_y(&axes, &drawing->points[i]));
    out_string(out, "\"></polyline>\n");
    for (size_t i = 0; i < drawing->count && drawing->count <= 2 * LETTERS; i++)
        if (isfinite(drawing->points[i].other))
            out_printf(out, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"></circle>",
                       plot_x(&axes, &drawing->points[i]), plot_y(&axes, &drawing->points[i]));
}

void svg_chart(struct page *page, const struct block *block)
{
    static void (*const draw[])(struct drawing *) = {
        [CHART_BARS] = draw_bars,           [CHART_PARETO] = draw_pareto,
        [CHART_WATERFALL] = draw_waterfall, [CHART_BEFORE_AFTER] = draw_before_after,
        [CHART_FRONTIER] = draw_frontier,
    };
    struct drawing drawing = {.page = page, .block = block};
    read_points(&drawing);
    if (!drawing.count)
        return;
    draw[block->chart.kind](&drawing);
    out_string(page->out, "</svg>\n");
}
