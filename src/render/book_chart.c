#include "render/book_inside.h"

#include "render/book_library.h"
#include "render/book_text.h"

/* The library takes a name that begins with = for an address. */
static const char *chart_words(struct arena *arena, struct text t)
{
    bool cut = false;
    const char *words = book_text(arena, t, &cut);

    return words[0] == '=' ? arena_printf(arena, " %s", words).data : words;
}

static lxw_chart_series *add_series(lxw_chart *chart, const struct drawn *drawn, size_t column,
                                    const char *name, uint32_t colour)
{
    const struct library *library = drawn->from->book->library;
    struct arena *arena = drawn->from->book->arena;
    lxw_chart_series *series = library->chart_add_series(
        chart, book_range(arena, drawn->from, drawn->first_row, drawn->last_row, drawn->label).data,
        book_range(arena, drawn->from, drawn->first_row, drawn->last_row, column).data);
    lxw_chart_fill fill = {.color = colour};

    if (name && *name)
        library->chart_series_set_name(series, chart_words(arena, text_of(name)));
    if (drawn->drawing == DRAWING_LINE) {
        lxw_chart_line line = {.color = colour, .width = 2.25f};
        library->chart_series_set_line(series, &line);
        library->chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        library->chart_series_set_marker_size(series, 6);
        library->chart_series_set_marker_fill(series, &fill);
    } else {
        library->chart_series_set_fill(series, &fill);
    }
    return series;
}

static void set_axes(lxw_chart *chart, const struct drawn *drawn)
{
    const struct library *library = drawn->from->book->library;
    lxw_chart_line grid = {.color = 0xD9DFE3, .width = 0.75f};

    library->chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    library->chart_axis_set_num_format(chart->y_axis, "#,##0");
    library->chart_axis_set_num_format(chart->x_axis, "#,##0");
    if (drawn->drawing == DRAWING_BARS)
        library->chart_axis_set_reverse(chart->x_axis);
    if (drawn->drawing != DRAWING_LINE)
        return;
    if (drawn->value_name)
        library->chart_axis_set_name(
            chart->x_axis, chart_words(drawn->from->book->arena, text_of(drawn->value_name)));
    if (drawn->other_name)
        library->chart_axis_set_name(
            chart->y_axis, chart_words(drawn->from->book->arena, text_of(drawn->other_name)));
}

void sheet_draw(struct sheet *sheet, size_t row, size_t column, const struct drawn *drawn)
{
    static const uint8_t types[] = {[DRAWING_COLUMNS] = LXW_CHART_COLUMN,
                                    [DRAWING_BARS] = LXW_CHART_BAR,
                                    [DRAWING_PARETO] = LXW_CHART_COLUMN,
                                    [DRAWING_FALLS] = LXW_CHART_COLUMN_STACKED,
                                    [DRAWING_LINE] = LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS};
    enum { BLUE = 0x2F6F8F, ORANGE = 0xC46A1B, SCREEN = 96 };
    const struct library *library = sheet->book->library;
    struct arena *arena = sheet->book->arena;
    lxw_chart *chart = library->workbook_add_chart(sheet->book->workbook, types[drawn->drawing]);
    lxw_chart_font font = {.name = NULL, .size = 12, .bold = LXW_TRUE};
    lxw_chart_options options = {.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = (char *)(uintptr_t)chart_words(arena, drawn->what)};

    if (!chart) {
        sheet_note(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    if (drawn->drawing == DRAWING_FALLS) { /* what lies below is there to lift the bars */
        lxw_chart_fill nothing = {.none = LXW_TRUE};
        library->chart_series_set_fill(add_series(chart, drawn, drawn->other, NULL, BLUE),
                                       &nothing);
    }
    lxw_chart_series *first = add_series(chart, drawn, drawn->value, drawn->value_name, BLUE);
    if (drawn->drawing == DRAWING_COLUMNS) {
        library->chart_series_set_labels(first);
        library->chart_series_set_labels_num_format(first, "#,##0");
    }
    bool two = drawn->other != SIZE_MAX && drawn->drawing != DRAWING_FALLS;
    if (two)
        add_series(chart, drawn, drawn->other, drawn->other_name, ORANGE);
    library->chart_legend_set_position(chart,
                                       two ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    library->chart_title_set_name(chart, chart_words(arena, drawn->title));
    library->chart_title_set_name_font(chart, &font);
    set_axes(chart, drawn);
    options.x_scale = drawn->width / 480.0; /* the size that the library begins with */
    options.y_scale = drawn->height / 288.0;
    sheet_note(sheet, sheet->book->library->worksheet_insert_chart_opt(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, chart, &options));
}
