/* Writes a page with every kind of block, hostile texts in all of them, for the tests of a browser:
 * page FILE. What the list of changes saves is simple enough to be checked by hand: change i saves
 * 100.01 * (i + 1); the first two are one bundle and save 50.00 less together; the next seven are
 * decided as one. */
#include <stdio.h>

#include "document/document.h"
#include "render/render.h"

enum { CHANGES = 24, PAIR = 2, GROUP = 7, SETS = 4, FIGURES = 3, BUNDLES = CHANGES - GROUP };

static const char *const names[] = {
    "Bed occupancy",
    "<script>window.broken = 1</script>",
    "\"><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "line\nbreak, \"quoted\"; \xe2\x80\xaetxt.exe",
    "Umsatz \xc3\xbc"
    "ber \xe2\x82\xac",
    "\xf0\x9f\x98\x80 </td></tr></table>",
    "http://x.example/?a=1&b=2",
};

static struct text name_of(struct arena *arena, size_t index)
{
    return arena_printf(arena, "%s %zu", names[index % (sizeof names / sizeof *names)], index);
}

static int64_t saving_of(size_t index)
{
    return 10001 * (int64_t)(index + 1);
}

struct listed {
    struct arena *arena;
    size_t rows;
};

static enum row_style list_row(const void *context, size_t index, struct cell *cells)
{
    const struct listed *listed = context;
    if (index == listed->rows) {
        int64_t sum = 0;
        for (size_t i = 0; i < listed->rows; i++)
            sum += saving_of(i);
        cells[0] = cell_string("Together");
        cells[2] = cell_money(sum);
        return ROW_TOTAL;
    }
    cells[0] = cell_text(name_of(listed->arena, index));
    cells[1] = cell_string(index % 3 ? "stop" : "less often");
    cells[2] = cell_money(saving_of(index));
    cells[3] = cell_hours((double)index * 1.5);
    return ROW_PLAIN;
}

static const struct column columns[] = {
    {.key = "name", .title = "report"},
    {.key = "change", .title = "change"},
    {.key = "saving", .title = "money", .number = true, .adds_up = true},
    {.key = "hours", .title = "hours", .number = true},
};

static struct table_block table_of(struct arena *arena, const char *title, size_t rows, bool total)
{
    struct listed *listed = arena_alloc(arena, sizeof *listed);
    *listed = (struct listed){arena, rows};
    return (struct table_block){.title = title,
                                .columns = columns,
                                .column_count = sizeof columns / sizeof *columns,
                                .row_count = rows + total,
                                .row = list_row,
                                .context = listed};
}

static const struct figure figures[FIGURES] = {
    {"agreed", "Agreed: money a year", CELL_MONEY, true},
    {"agreed_hours", "Agreed: hours a year", CELL_HOURS, true},
    {"expected", "Agreed or open: money a year, expected", CELL_MONEY, false},
};

/* The pair is bundle 0, the group bundle 1, the others one each. */
static size_t bundle_of(size_t change)
{
    return change < PAIR ? 0 : change < PAIR + GROUP ? 1 : change - PAIR - GROUP + 2;
}

static void add_choices(struct document *document)
{
    struct arena *arena = document->arena;
    int64_t *values = ARENA_ARRAY(arena, BUNDLES * SETS * FIGURES, int64_t);
    struct choice_bundle *bundles = ARENA_ARRAY(arena, BUNDLES, struct choice_bundle);
    struct choice_row *rows = ARENA_ARRAY(arena, CHANGES, struct choice_row);
    for (size_t b = 0; b < BUNDLES; b++)
        bundles[b] = (struct choice_bundle){b == 0 ? 2 : 1, values + b * SETS * FIGURES, NULL};
    for (size_t i = 0; i < CHANGES; i++) {
        size_t b = bundle_of(i);
        rows[i] = (struct choice_row){.report = name_of(arena, i),
                                      .action = text_of(i % 3 ? "retire" : "reduce_frequency"),
                                      .decision = text_of(i == 20 ? "reject" : ""),
                                      .reason = text_of(i == 20 ? "needed, \"really\"" : ""),
                                      .bundle = (uint32_t)b,
                                      .bit = b == 0 ? (uint32_t)i : 0};
        for (uint32_t set = 1; set < 1u << bundles[b].bits; set++) {
            int64_t *value = values + (b * SETS + set) * FIGURES;
            if (!(set >> rows[i].bit & 1))
                continue;
            value[0] += saving_of(i) - (b == 0 && set == 3 && i == 1 ? 5000 : 0);
            value[1] += 150;
            value[2] = value[0] / 2;
        }
    }
    const struct choice_list choices = {figures, FIGURES, rows,    CHANGES, bundles,
                                        BUNDLES, 9000000, 1500000, 0};
    const struct table_block table = table_of(arena, "The changes", CHANGES, false);
    document_choices(document, &choices, &table);
}

static void add_charts(struct document *document)
{
    static const struct chart charts[] = {{CHART_BARS, 0, 2, 3, "What each costs."},
                                          {CHART_PARETO, 0, 2, 3, "Few cost most."},
                                          {CHART_WATERFALL, 0, 2, 3, "From now to then."},
                                          {CHART_BEFORE_AFTER, 0, 2, 3, "Now and needed."},
                                          {CHART_FRONTIER, 0, 2, 3, "Saving against effort."}};
    static const char *const titles[] = {"Bars", "Pareto", "Waterfall", "Two bars", "Frontier"};
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
        const struct table_block table = table_of(document->arena, titles[i], 5 + i, false);
        document_chart(document, &charts[i], &table);
    }
}

static void add_all(struct document *document)
{
    struct arena *arena = document->arena;
    const struct tile tiles[] = {{"Reports", TEXT("62"), TEXT("65 rows read")},
                                 {"Hours a year", TEXT("5,654"), TEXT("")},
                                 {"Would be saved", name_of(arena, 1), name_of(arena, 2)}};
    document->title = name_of(arena, 1);
    document_tiles(document, tiles, 3);
    document_paragraph(document, name_of(arena, 2));
    document_page(document);
    document_heading(document, 1, text_of("Second page"));
    document_paragraph(document, text_of("This begins the second page."));
    add_choices(document);
    document_heading(document, 1, text_of("Drawings"));
    add_charts(document);
    document_heading(document, 1, text_of("Long table"));
    document_heading(document, 2, text_of("Within it"));
    const struct table_block table = table_of(arena, "All reports", 150, true);
    document_table(document, &table);
    document_heading(document, 1, text_of("Terms"));
    document_term(document, "Not touched", name_of(arena, 6));
    document_term(document, "", name_of(arena, 7));
    document_command(document, "Next", text_of("pare check a.csv"), name_of(arena, 3));
    document_note(document, name_of(arena, 4));
}

int main(int argc, char **argv)
{
    static const struct render_options options;
    if (argc != 2)
        return 2;
    struct document *document = document_new();
    struct out *out = out_open(argv[1]);
    add_all(document);
    render(FORMAT_HTML, document, out, &options);
    document_free(document);
    return out_close(out) ? 2 : 0;
}
