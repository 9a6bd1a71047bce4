/* The list on which a person decides, with its totals and the look-ups that move them. */
#include <string.h>

#include "document/shown.h"
#include "render/machine.h"
#include "render/markup.h"

enum standing { OPEN, ACCEPTED, OUT };

struct sets {
    uint32_t *agreed, *expected, *all; /* by bundle */
};

static enum standing standing_of(const struct choice_row *row)
{
    if (text_is(row->decision, "accept"))
        return ACCEPTED;
    return row->decision.size ? OUT : OPEN;
}

static void gather_sets(struct arena *arena, const struct choice_list *choices, size_t first,
                        struct sets *sets)
{
    sets->agreed = ARENA_ARRAY(arena, choices->bundle_count, uint32_t);
    sets->expected = ARENA_ARRAY(arena, choices->bundle_count, uint32_t);
    sets->all = ARENA_ARRAY(arena, choices->bundle_count, uint32_t);
    for (size_t i = first; i < choices->row_count; i++) {
        const struct choice_row *row = &choices->rows[i];
        uint32_t bit = 1u << row->bit;
        enum standing standing = standing_of(row);
        sets->all[row->bundle] |= bit;
        sets->agreed[row->bundle] |= standing == ACCEPTED ? bit : 0;
        sets->expected[row->bundle] |= standing != OUT ? bit : 0;
    }
}

static int64_t look_up(const struct choice_list *choices, size_t bundle, uint32_t set,
                       size_t figure)
{
    return choices->bundles[bundle].value[set * choices->figure_count + figure];
}

static int64_t sum_of(const struct choice_list *choices, const uint32_t *set, size_t figure)
{
    int64_t sum = 0;
    for (size_t b = 0; b < choices->bundle_count; b++)
        sum += look_up(choices, b, set[b], figure);
    return sum;
}

static struct cell figure_cell(const struct figure *figure, int64_t value)
{
    if (figure->kind == CELL_MONEY)
        return cell_money(value);
    return figure->kind == CELL_HOURS ? cell_hours((double)value / 100) : cell_count(value);
}

static void write_value(const struct page *page, const struct figure *figure, int64_t value)
{
    markup_text(
        page, shown_cell(page->arena, page->document, (struct cell[]){figure_cell(figure, value)}));
}

/* The exact value stands in the attribute, for programs and tests. */
static void write_live(const struct page *page, const struct figure *figure, int64_t value)
{
    char buffer[MACHINE_SIZE];
    struct cell cell = figure_cell(figure, value);
    out_printf(page->out, "<data data-figure=\"%s\" value=\"", figure->key);
    out_text(page->out, machine_value(&cell, buffer));
    out_string(page->out, "\">");
    write_value(page, figure, value);
    out_string(page->out, "</data>");
}

static void write_totals(const struct page *page, const struct choice_list *choices,
                         const struct sets *sets)
{
    struct out *out = page->out;
    out_string(out, "<table class=\"totals\"><caption>What the decisions come to</caption>\n"
                    "<thead><tr><td></td><th scope=\"col\" class=\"n\">if all is accepted</th>"
                    "<th scope=\"col\" class=\"n\">as decided</th></tr></thead>\n<tbody>\n");
    for (size_t f = 0; f < choices->figure_count; f++) {
        const struct figure *figure = &choices->figures[f];
        out_string(out, "<tr><th scope=\"row\">");
        markup_text(page, text_of(figure->title));
        out_string(out, "</th><td class=\"n\">");
        write_value(page, figure, sum_of(choices, sets->all, f));
        out_string(out, "</td><td class=\"n\">");
        write_live(page, figure,
                   sum_of(choices, figure->agreed ? sets->agreed : sets->expected, f));
        out_string(out, "</td></tr>\n");
    }
    out_string(out, "</tbody></table>\n");
}

static void write_target(const struct page *page, const struct choice_list *choices,
                         const struct sets *sets)
{
    const struct figure *figure = &choices->figures[choices->target_figure];
    char buffer[SHOWN_SIZE];
    if (!choices->target || choices->target_figure >= choices->figure_count)
        return;
    int64_t reached = sum_of(choices, sets->agreed, choices->target_figure);
    out_string(page->out, "<p class=\"target\"><label for=\"reached\">Agreed, of the target of ");
    write_value(page, figure, choices->target);
    out_string(page->out, figure->kind == CELL_HOURS ? " hours" : "");
    if (choices->before) {
        out_string(page->out, " (");
        out_text(page->out, shown_share((double)choices->target / (double)choices->before, buffer));
        out_string(page->out, " of what it costs now)");
    }
    out_printf(page->out,
               "</label> <progress id=\"reached\" max=\"%lld\" value=\"%lld\"></progress></p>\n",
               (long long)choices->target, (long long)(reached > 0 ? reached : 0));
}

static const char tools[] =
    "<div class=\"tools\" hidden>\n"
    "<p><label>Find <input type=\"search\" data-find></label>\n"
    "<label>Change <select data-action><option value=\"\">all</option></select></label>\n"
    "<label>Decision <select data-state><option value=\"\">all</option>"
    "<option value=\"open\">open</option><option value=\"accept\">accept</option>"
    "<option value=\"reject\">reject</option><option value=\"defer\">defer</option></select>"
    "</label>\n"
    "<button type=\"button\" data-all=\"accept\">Accept what is shown</button>\n"
    "<button type=\"button\" data-all=\"\">Open what is shown again</button></p>\n"
    "<p><label>Your name <input type=\"text\" data-by autocomplete=\"name\"></label>\n"
    "<button type=\"button\" data-save>Save the decisions</button>\n"
    "<label>Load decisions <input type=\"file\" accept=\".csv,text/csv\" data-load></label></p>\n"
    "<p class=\"hint\">Decisions stay in this browser until they are saved. The saved file is read "
    "by <code>pare plan --decisions</code> and the later commands.</p>\n"
    "</div>\n";

static bool is_zero(const struct choice_list *choices, size_t bundle, uint32_t set)
{
    for (size_t f = 0; f < choices->figure_count; f++)
        if (look_up(choices, bundle, set, f))
            return false;
    return true;
}

static void write_bundle(const struct page *page, const struct choice_list *choices, size_t number,
                         const struct sets *fixed)
{
    struct out *out = page->out;
    const struct choice_bundle *bundle = &choices->bundles[number];
    uint32_t sets = 1u << bundle->bits;
    out_string(out, "{\"v\":[");
    for (uint32_t set = is_zero(choices, number, 0); set < sets; set++)
        for (size_t f = 0; f < choices->figure_count; f++)
            out_printf(out, "%lld%s", (long long)look_up(choices, number, set, f),
                       set + 1 == sets && f + 1 == choices->figure_count ? "]" : ",");
    if (fixed->all[number])
        out_printf(out, ",\"a\":%u,\"e\":%u", fixed->agreed[number], fixed->expected[number]);
    if (bundle->allowed) {
        const char *before = ",\"x\":[";
        for (uint32_t set = 0; set < sets; set++)
            if (!bundle->allowed[set]) {
                out_printf(out, "%s%u", before, set);
                before = ",";
            }
        if (before[1] == '\0')
            out_char(out, ']');
    }
    out_char(out, '}');
}

static void write_figures(const struct page *page, const struct choice_list *choices)
{
    static const char *const kinds[] = {
        [CELL_MONEY] = "money", [CELL_HOURS] = "hours", [CELL_COUNT] = "count"};
    for (size_t f = 0; f < choices->figure_count; f++) {
        const struct figure *figure = &choices->figures[f];
        out_printf(page->out, "%s[\"%s\",\"%s\",%d]", f ? "," : "", figure->key,
                   kinds[figure->kind], figure->agreed);
    }
}

/* In the order of the columns of the file of decisions. */
static void write_decision(const struct page *page, const struct choice_row *row)
{
    const struct text cells[] = {row->decision,  row->reason, row->by,  row->on,
                                 row->review_by, row->due,    row->done};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        out_char(page->out, ',');
        markup_string(page, cells[i]);
    }
}

/* Rows that the page has no room for stay as they are; what they save is in rest. */
static void write_data(const struct page *page, const struct choice_list *choices, size_t shown)
{
    struct out *out = page->out;
    struct sets visible, fixed;
    size_t *number = ARENA_ARRAY(page->arena, choices->bundle_count, size_t), kept = 0;
    struct choice_list top = *choices;
    top.row_count = shown < choices->row_count ? shown : choices->row_count;
    gather_sets(page->arena, &top, 0, &visible);
    gather_sets(page->arena, choices, shown, &fixed);
    out_printf(out, "{\"about\":%s,\"before\":%lld,\"target\":%lld,\"measure\":%zu,\"figures\":[",
               page->document->about ? "true" : "false", (long long)choices->before,
               (long long)choices->target, choices->target_figure);
    write_figures(page, choices);
    out_string(out, "],\n\"bundles\":[");
    for (size_t b = 0; b < choices->bundle_count; b++) {
        if (!visible.all[b])
            continue;
        out_string(out, kept ? ",\n" : "");
        write_bundle(page, choices, b, &fixed);
        number[b] = kept++;
    }
    out_string(out, "],\n\"rest\":[");
    for (size_t f = 0; f < choices->figure_count; f++) {
        int64_t sum = 0;
        const uint32_t *set = choices->figures[f].agreed ? fixed.agreed : fixed.expected;
        for (size_t b = 0; b < choices->bundle_count; b++)
            sum += visible.all[b] ? 0 : look_up(choices, b, set[b], f);
        out_printf(out, "%s%lld", f ? "," : "", (long long)sum);
    }
    out_string(out, "],\n\"rows\":[");
    for (size_t i = 0; i < top.row_count; i++) {
        const struct choice_row *row = &choices->rows[i];
        out_string(out, i ? ",\n[" : "[");
        markup_string(page, row->report);
        out_char(out, ',');
        markup_string(page, row->action);
        out_printf(out, ",%zu,%u,", number[row->bundle], row->bit);
        markup_string(page, row->to);
        if (row->decision.size)
            write_decision(page, row);
        out_char(out, ']');
    }
    out_string(out, "]}");
}

/* What a row takes of the data, by and large. */
static size_t bytes_a_row(const struct page *page, const struct choice_list *choices)
{
    struct page measured = *page;
    measured.out = out_memory();
    write_data(&measured, choices, choices->row_count);
    size_t size = out_written(measured.out).size;
    out_abandon(measured.out);
    return choices->row_count ? size / choices->row_count : 0;
}

void html_choices(struct page *page, const struct block *block, bool scripts)
{
    const struct choice_list *choices = &block->choices;
    struct table_block table = block->table;
    struct sets sets;
    table.limit = 0; /* that of a terminal: what is left out here cannot be decided on */
    gather_sets(page->arena, choices, 0, &sets);
    bool decided = false;
    for (size_t i = 0; i < choices->row_count; i++)
        decided |= choices->rows[i].decision.size > 0;
    out_printf(page->out, "<div class=\"decide%s\">\n", decided ? " decided" : "");
    write_totals(page, choices, &sets);
    write_target(page, choices, &sets);
    if (scripts)
        out_string(page->out, tools);
    page->extra = scripts ? bytes_a_row(page, choices) : 0;
    page->room = CHOICE_BYTES;
    size_t shown = html_rows(page, &table, choices, true);
    page->extra = 0;
    page->room = PAGE_BYTES;
    if (scripts) {
        out_string(page->out, "<p class=\"live\" role=\"status\"></p>\n");
        out_string(page->out, "<script type=\"application/json\">");
        write_data(page, choices, shown);
        out_string(page->out, "</script>\n");
    }
    out_string(page->out, "</div>\n");
}
