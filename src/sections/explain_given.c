#include <math.h>

#include "model/channel.h"
#include "sections/explain.h"
#include "sections/words.h"

struct given {
    const struct told *told;
    enum field fields[FIELD_COUNT];
    size_t count;
};

static struct text people_text(const struct told *told, struct set people)
{
    size_t unknown, known = inventory_people_in(told->story->inventory, people, &unknown);

    if (!unknown)
        return arena_printf(told->arena, "%zu %s", known, known == 1 ? "person" : "people");
    return arena_printf(told->arena, "%zu %s, %zu %s of unknown size", known,
                        known == 1 ? "person" : "people", unknown, unknown == 1 ? "list" : "lists");
}

/* Readers are counted, not named, unless --names lifts it. */
static struct text members(const struct told *told, struct set set, enum field_kind kind)
{
    const struct inventory *inventory = told->story->inventory;
    struct text list = text_of("");
    size_t i;

    if (kind == KIND_PEOPLE && !told->story->options->names)
        return people_text(told, set);
    for (i = 0; i < set.count; i++) {
        struct text member = kind == KIND_PEOPLE ? inventory_person_name(inventory, set.member[i])
                                                 : inventory_term(inventory, set.member[i]);

        list = arena_printf(told->arena, "%.*s%s%.*s", TEXT_ARGS(list), i ? "; " : "",
                            TEXT_ARGS(member));
    }
    return list;
}

static struct text frequency_text(struct arena *arena, const struct frequency *frequency)
{
    const char *status = frequency_status_name(frequency->status);
    struct text text = frequency->as.size ? frequency->as : text_of(status);

    if (!isnan(frequency->runs))
        text = arena_printf(arena, "%.*s: %.10g a year", TEXT_ARGS(text), frequency->runs);
    if (!isnan(frequency->alternative))
        text = arena_printf(arena, "%.*s, or %.10g", TEXT_ARGS(text), frequency->alternative);
    if (frequency->note.size)
        text = arena_printf(arena, "%.*s; %.*s", TEXT_ARGS(text), TEXT_ARGS(frequency->note));
    return text;
}

/* The member of struct report that a field has. */
static const void *member_of(const struct report *report, enum field field)
{
    static const size_t offsets[FIELD_COUNT] = {
#define FIELD(name, kind, unit, what) offsetof(struct report, name),
#include "model/fields.def"
#undef FIELD
    };

    return (const char *)report + offsets[field];
}

static struct cell value_of(const struct told *told, enum field field)
{
    const struct inventory *inventory = told->story->inventory;
    const void *member = member_of(&told->report, field);

    switch (field_info(field)->kind) {
    case KIND_TEXT:
        return cell_text(inventory_text(inventory, *(const uint32_t *)member));
    case KIND_PERSON:
        return cell_text(inventory_person_name(inventory, *(const uint32_t *)member));
    case KIND_PEOPLE:
    case KIND_TERMS:
        return cell_text(members(told, *(const struct set *)member, field_info(field)->kind));
    case KIND_DATE:
        return cell_date(*(const int32_t *)member);
    case KIND_FREQUENCY:
        return cell_text(frequency_text(told->arena, *(const struct frequency *const *)member));
    case KIND_CHANNEL:
        return cell_text(words_channels(told->arena, *(const uint32_t *)member));
    default:
        return cell_text(arena_printf(told->arena, "%.10g %s", *(const double *)member,
                                      field_info(field)->unit));
    }
}

static enum row_style given_row(const void *context, size_t index, struct cell *cells)
{
    const struct given *given = context;

    cells[0] = cell_string(field_info(given->fields[index])->name);
    cells[1] = value_of(given->told, given->fields[index]);
    return ROW_PLAIN;
}

struct spare {
    const struct spare_cell **cells;
    size_t count;
};

/* Guessed ids and what an export format reads are known only when the file is at its end. */
static bool is_used(const struct inventory *inventory, const struct spare_cell *cell)
{
    size_t i;

    for (i = 0; i < inventory->match_count; i++)
        if (inventory->matches[i].file == cell->file && inventory->matches[i].field >= 0 &&
            text_equal(inventory->matches[i].header, cell->header))
            return true;
    return false;
}

static enum row_style spare_row(const void *context, size_t index, struct cell *cells)
{
    const struct spare *spare = context;

    cells[0] = cell_text(spare->cells[index]->header);
    cells[1] = cell_text(spare->cells[index]->text);
    return ROW_PLAIN;
}

static bool is_of_report(const struct told *told, const struct spare_cell *cell)
{
    const struct inventory *inventory = told->story->inventory;

    return cell->line == inventory->line[told->report.index] &&
           cell->file == inventory->file[told->report.index] && !is_used(inventory, cell);
}

static void tell_spare_cells(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "header", .title = ""},
                                            {.key = "value", .title = "", .fit = FIT_WRAP}};
    const struct spare_cell *first = told->story->inventory->spare_cells, *cell;
    struct spare *spare = ARENA_ARRAY(document->arena, 1, struct spare);

    for (cell = first; cell; cell = cell->next)
        spare->count += is_of_report(told, cell);
    if (!spare->count)
        return;
    spare->cells = ARENA_ARRAY(document->arena, spare->count, const struct spare_cell *);
    spare->count = 0;
    for (cell = first; cell; cell = cell->next)
        if (is_of_report(told, cell))
            spare->cells[spare->count++] = cell;
    document_table(document, &(struct table_block){.key = "other_columns",
                                                   .title = "In columns that are not used",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = spare->count,
                                                   .row = spare_row,
                                                   .context = spare});
}

void explain_given(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "field", .title = ""},
                                            {.key = "value", .title = "", .fit = FIT_WRAP}};
    struct given *given = ARENA_ARRAY(document->arena, 1, struct given);
    size_t field;

    given->told = told;
    for (field = 0; field < FIELD_COUNT; field++)
        if (report_has(&told->report, (enum field)field))
            given->fields[given->count++] = (enum field)field;
    document_table(document, &(struct table_block){.key = "given",
                                                   .title = "What was read",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = given->count,
                                                   .row = given_row,
                                                   .context = given});
    tell_spare_cells(document, told);
}
