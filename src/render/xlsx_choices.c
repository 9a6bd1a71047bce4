/* The worklist: a row a change, on which a person decides by picking a word. */
#include <string.h>

#include "base/utf8.h"
#include "document/shown.h"
#include "model/date.h"
#include "render/xlsx.h"

/* The columns behind those of the table; those of the file of decisions have its names, so that the
 * sheet saved as CSV is one. */
enum {
    WHY,
    DECISION,
    REASON,
    BY,
    ON,
    REVIEW_BY,
    DUE,
    DONE,
    REPORT,
    ACTION,
    TO,
    BUNDLE,
    WEIGHT,
    LEADS,
    OWN_COUNT
};

static const struct {
    const char *head;
    double width;
} own[OWN_COUNT] = {
    [WHY] = {"What to do, and why", 56},
    [DECISION] = {"Decision", 11},
    [REASON] = {"Reason", 28},
    [BY] = {"By", 14},
    [ON] = {"On", 12},
    [REVIEW_BY] = {"Review by", 12},
    [DUE] = {"Due", 12},
    [DONE] = {"Done", 12},
    [REPORT] = {"Report", 24},
    [ACTION] = {"Action", 18},
    [TO] = {"To", 24},
    [BUNDLE] = {"Bundle", 8},
    [WEIGHT] = {"Weight", 8},
    [LEADS] = {"Leads", 8},
};

enum { HEAD_ROW = 3, FIRST_ROW = HEAD_ROW + 1, NAME_WIDTH = 32, TEXT_WIDTH = 11 };

struct worklist {
    const struct document *document;
    const struct table_block *table;
    const struct choice_list *choices;
    struct sheet *sheet;
    struct arena *arena;
    size_t *shown, shown_count; /* columns of the table that people see */
    size_t *leader;             /* by row the one that decides for it, which may be itself */
    struct text *name;          /* by row */
    struct deciding *deciding;
};

static size_t column_of(const struct worklist *list, size_t which)
{
    return list->shown_count + which;
}

static void find_columns(struct worklist *list)
{
    list->shown = ARENA_ARRAY(list->arena, list->table->column_count, size_t);
    for (size_t c = 0; c < list->table->column_count; c++)
        if (list->table->columns[c].title)
            list->shown[list->shown_count++] = c;
}

/* Rows that share a bit are decided as one, by the first of them. */
static void find_leaders(struct worklist *list)
{
    const struct choice_list *choices = list->choices;
    size_t bits = 0;
    list->leader = ARENA_ARRAY(list->arena, choices->row_count, size_t);
    list->name = ARENA_ARRAY(list->arena, choices->row_count, struct text);
    for (size_t b = 0; b < choices->bundle_count; b++)
        bits = choices->bundles[b].bits > bits ? choices->bundles[b].bits : bits;
    size_t *first = ARENA_ARRAY(list->arena, choices->bundle_count * (bits + 1), size_t);
    for (size_t i = 0; i < choices->row_count; i++) {
        size_t *leader = &first[choices->rows[i].bundle * (bits + 1) + choices->rows[i].bit];
        if (!*leader)
            *leader = i + 1;
        list->leader[i] = *leader - 1;
    }
}

static const char *head_of(const struct worklist *list, size_t shown)
{
    const struct column *column = &list->table->columns[list->shown[shown]];
    if (column->head)
        return column->head;
    if (column->title[0])
        return column->title;
    return shown ? "" : "Change";
}

static void write_heads(const struct worklist *list)
{
    const char *currency = list->document->currency ? list->document->currency : "";
    for (size_t c = 0; c < list->shown_count; c++) {
        bool number = list->table->columns[list->shown[c]].number;
        struct text words = text_of(head_of(list, c));
        if (number && *currency)
            words = arena_printf(list->arena, "%.*s, %s", TEXT_ARGS(words), currency);
        sheet_text(list->sheet, HEAD_ROW, c, words, number ? LOOK_HEAD_NUMBER : LOOK_HEAD);
        sheet_width(list->sheet, c, c ? TEXT_WIDTH : NAME_WIDTH);
    }
    for (size_t i = 0; i < OWN_COUNT; i++) {
        sheet_text(list->sheet, HEAD_ROW, column_of(list, i), text_of(own[i].head), LOOK_HEAD);
        sheet_width(list->sheet, column_of(list, i), own[i].width);
    }
    sheet_lines(list->sheet, HEAD_ROW, 2);
}

static void write_date(const struct worklist *list, size_t row, size_t which, struct text t)
{
    int32_t date = DATE_UNKNOWN;
    if (t.size && date_parse(t, DATE_ORDER_UNKNOWN, &date) == DATE_OK) {
        struct cell cell = cell_date(date);
        sheet_cell(list->sheet, row, column_of(list, which), &cell, LOOK_INPUT);
    } else if (t.size) {
        sheet_text(list->sheet, row, column_of(list, which), t, LOOK_INPUT);
    } else {
        sheet_blank(list->sheet, row, column_of(list, which), NUMBERS_DATE, LOOK_INPUT);
    }
}

static void write_input(const struct worklist *list, size_t row, size_t which, struct text t,
                        enum look look)
{
    if (t.size)
        sheet_text(list->sheet, row, column_of(list, which), t, look);
    else
        sheet_blank(list->sheet, row, column_of(list, which), NUMBERS_TEXT, look);
}

static struct text lead_key(struct arena *arena, const struct choice_row *row)
{
    return arena_printf(arena, "B%u.%u", row->bundle + 1, row->bit + 1);
}

/* The word of the row that decides for this one, found by its mark, so that sorting does no harm.
 */
static struct text follow(const struct worklist *list, const struct choice_row *row)
{
    size_t last = FIRST_ROW + list->choices->row_count - 1;
    struct text words =
        book_range(list->arena, list->sheet, FIRST_ROW, last, column_of(list, DECISION));
    struct text marks =
        book_range(list->arena, list->sheet, FIRST_ROW, last, column_of(list, LEADS));
    struct text key = lead_key(list->arena, row);
    return arena_printf(list->arena, "=IFERROR(INDEX(%.*s,MATCH(\"%.*s\",%.*s,0))&\"\",\"\")",
                        TEXT_ARGS(words), TEXT_ARGS(key), TEXT_ARGS(marks));
}

static void write_decision(const struct worklist *list, size_t index, size_t at)
{
    static const char why[] =
        "This change is decided together with another one, see the column before.";
    const struct choice_row *row = &list->choices->rows[index];
    const struct choice_row *leader = &list->choices->rows[list->leader[index]];
    size_t column = column_of(list, DECISION);
    if (list->leader[index] == index) {
        write_input(list, at, DECISION, row->decision, LOOK_INPUT);
        return;
    }
    sheet_formula_text(list->sheet, at, column, follow(list, leader), leader->decision, LOOK_QUIET);
    sheet_keep(list->sheet, at, column, why);
}

static void write_own(const struct worklist *list, size_t index, size_t at, struct text why)
{
    const struct choice_row *row = &list->choices->rows[index];
    struct text name = list->name[list->leader[index]];
    bool leads = list->leader[index] == index;
    if (!leads)
        why = arena_printf(list->arena, "%.*s%sDecided together with %.*s.", TEXT_ARGS(why),
                           why.size ? ". " : "", TEXT_ARGS(name));
    size_t lines = book_lines(why, (size_t)own[WHY].width + 3);
    size_t name_lines = book_lines(list->name[index], NAME_WIDTH - 2);
    sheet_lines(list->sheet, at, (double)(lines > name_lines ? lines : name_lines));
    sheet_text(list->sheet, at, column_of(list, WHY), why, LOOK_WRAP);
    write_decision(list, index, at);
    write_input(list, at, REASON, row->reason, LOOK_INPUT_WRAP);
    write_input(list, at, BY, row->by, LOOK_INPUT);
    write_date(list, at, ON, row->on);
    write_date(list, at, REVIEW_BY, row->review_by);
    write_date(list, at, DUE, row->due);
    write_date(list, at, DONE, row->done);
    sheet_text(list->sheet, at, column_of(list, REPORT), row->report, LOOK_PLAIN);
    sheet_text(list->sheet, at, column_of(list, ACTION), row->action, LOOK_PLAIN);
    sheet_text(list->sheet, at, column_of(list, TO), row->to, LOOK_PLAIN);
    sheet_number(list->sheet, at, column_of(list, BUNDLE), row->bundle + 1, NUMBERS_WHOLE,
                 LOOK_QUIET);
    sheet_number(list->sheet, at, column_of(list, WEIGHT), leads ? (double)(1u << row->bit) : 0,
                 NUMBERS_WHOLE, LOOK_QUIET);
    if (leads)
        sheet_text(list->sheet, at, column_of(list, LEADS), lead_key(list->arena, row), LOOK_QUIET);
}

/* What stands in the rows of detail below a plain one. */
static struct text details(const struct worklist *list, size_t *next)
{
    const struct table_block *table = list->table;
    struct cell *cells = ARENA_ARRAY(list->arena, table->column_count, struct cell);
    struct text t = text_of("");
    for (; *next < table->row_count; ++*next) {
        memset(cells, 0, table->column_count * sizeof *cells);
        enum row_style style = table->row(table->context, *next, cells);
        if (style == ROW_PLAIN)
            break;
        for (size_t c = 0; c < table->column_count && style == ROW_DETAIL; c++)
            if (cells[c].kind == CELL_TEXT && cells[c].as.text.size)
                t = arena_printf(list->arena, "%.*s%s%.*s", TEXT_ARGS(t), t.size ? " " : "",
                                 TEXT_ARGS(cells[c].as.text));
    }
    return t;
}

static void write_rows(const struct worklist *list)
{
    const struct table_block *table = list->table;
    size_t next = 0;
    for (size_t i = 0; i < list->choices->row_count && next < table->row_count; i++) {
        struct cell *cells = ARENA_ARRAY(list->arena, table->column_count, struct cell);
        size_t at = FIRST_ROW + i;
        if (table->row(table->context, next++, cells) != ROW_PLAIN)
            break;
        list->name[i] = cells[list->shown[0]].kind == CELL_TEXT ? cells[list->shown[0]].as.text
                                                                : list->choices->rows[i].report;
        for (size_t c = 0; c < list->shown_count; c++)
            sheet_cell(list->sheet, at, c, &cells[list->shown[c]], c ? LOOK_PLAIN : LOOK_WRAP);
        write_own(list, i, at, details(list, &next));
    }
}

static void write_top(const struct worklist *list)
{
    sheet_lines(list->sheet, 0, TITLE_LINES);
    sheet_text(list->sheet, 0, 0, text_of("Decide on each change"), LOOK_TITLE);
    sheet_text(
        list->sheet, 1, 0,
        text_of("Pick accept, reject or defer in the yellow cells; the totals on the first sheet "
                "follow. Empty: still open."),
        LOOK_PLAIN);
    sheet_text(
        list->sheet, 2, 0,
        text_of(list->table->read_by
                    ? list->table->read_by
                    : "To read the decisions back: save this sheet as CSV and give the file to "
                      "pare plan --decisions, with the same inventory."),
        LOOK_QUIET);
}

static void finish(const struct worklist *list, size_t last)
{
    static const char *const words[] = {"accept", "reject", "defer", NULL};
    size_t column = column_of(list, DECISION);
    for (size_t i = 0; i < list->choices->row_count; i++)
        if (list->leader[i] == i)
            sheet_pick(list->sheet, FIRST_ROW + i, FIRST_ROW + i, column, words, true,
                       "Pick accept, reject or defer, or leave it empty.");
    sheet_colour(list->sheet, FIRST_ROW, last, column, "accept", 0xD5EBD8, 0x14532D);
    sheet_colour(list->sheet, FIRST_ROW, last, column, "reject", 0xF6D5D5, 0x7F1D1D);
    sheet_colour(list->sheet, FIRST_ROW, last, column, "defer", 0xFBE7C6, 0x7A4A00);
    sheet_freeze(list->sheet, FIRST_ROW, 1);
    sheet_filter(list->sheet, HEAD_ROW, last, column_of(list, OWN_COUNT));
    sheet_print_columns(list->sheet, last, column_of(list, BY));
}

void xlsx_worklist(struct book *book, const struct document *document, const struct block *block,
                   struct deciding *deciding)
{
    struct worklist list = {.document = document,
                            .table = &block->table,
                            .choices = &block->choices,
                            .arena = book_arena(book),
                            .sheet = book_sheet(book, text_of("Worklist")),
                            .deciding = deciding};
    find_columns(&list);
    find_leaders(&list);
    *deciding = (struct deciding){.choices = &block->choices,
                                  .worklist = list.sheet,
                                  .first = FIRST_ROW,
                                  .last = FIRST_ROW + block->choices.row_count - 1,
                                  .decision = column_of(&list, DECISION),
                                  .bundle = column_of(&list, BUNDLE),
                                  .weight = column_of(&list, WEIGHT)};
    write_top(&list);
    write_heads(&list);
    write_rows(&list);
    finish(&list, deciding->last);
}
