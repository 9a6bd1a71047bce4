#include "document/document.h"

#include <math.h>
#include <string.h>

#include "document/rounding.h"
#include "document/shown.h"
#include "model/date.h"

enum { FIRST_CAPACITY = 32 };

struct document *document_new(void)
{
    struct arena *arena = arena_new();
    struct document *document = arena_alloc(arena, sizeof *document);
    document->arena = arena;
    return document;
}

void document_free(struct document *document)
{
    struct document *part = document ? document->parts : NULL;

    while (part) {
        struct document *before = part->before;

        document_free(part);
        part = before;
    }
    if (document)
        arena_free(document->arena);
}

struct document *document_part(const struct document *document)
{
    struct document *part = document_new();

    part->about = document->about;
    part->currency = document->currency;
    part->as_of = document->as_of;
    return part;
}

static void make_room(struct document *document, size_t more)
{
    size_t capacity = document->capacity ? document->capacity : FIRST_CAPACITY;
    struct block *blocks;

    if (document->count + more <= document->capacity)
        return;
    while (capacity < document->count + more)
        capacity *= 2;
    blocks = ARENA_ARRAY(document->arena, capacity, struct block);
    if (document->count)
        memcpy(blocks, document->blocks, document->count * sizeof *blocks);
    document->blocks = blocks;
    document->capacity = capacity;
}

void document_join(struct document *document, struct document *part)
{
    make_room(document, part->count);
    if (part->count)
        memcpy(document->blocks + document->count, part->blocks,
               part->count * sizeof *part->blocks);
    document->count += part->count;
    document->titled |= part->titled;
    part->before = document->parts;
    document->parts = part;
}

static struct block *add_block(struct document *document, enum block_kind kind)
{
    struct block *block;

    make_room(document, 1);
    block = &document->blocks[document->count++];
    block->kind = kind;
    return block;
}

void document_heading(struct document *document, int level, struct text t)
{
    struct block *block = add_block(document, BLOCK_HEADING);
    block->level = level;
    block->text = t;
}

void document_paragraph(struct document *document, struct text t)
{
    add_block(document, BLOCK_PARAGRAPH)->text = t;
}

void document_note(struct document *document, struct text t)
{
    add_block(document, BLOCK_NOTE)->text = t;
}

void document_term(struct document *document, const char *label, struct text t)
{
    struct block *block = add_block(document, BLOCK_TERM);
    block->label = text_of(label);
    block->text = t;
}

void document_command(struct document *document, const char *label, struct text command,
                      struct text what)
{
    struct block *block = add_block(document, BLOCK_COMMAND);
    block->label = text_of(label);
    block->text = command;
    block->what = what;
}

void document_table(struct document *document, const struct table_block *table)
{
    add_block(document, BLOCK_TABLE)->table = *table;
}

void document_record(struct document *document, const char *key, const struct entry *entries,
                     size_t count)
{
    struct entry *copy = ARENA_ARRAY(document->arena, count, struct entry);
    if (count)
        memcpy(copy, entries, count * sizeof *copy);
    struct block *block = add_block(document, BLOCK_RECORD);
    block->key = key;
    block->entries = copy;
    block->entry_count = count;
}

void document_chart(struct document *document, const struct chart *chart,
                    const struct table_block *table)
{
    struct block *block = add_block(document, BLOCK_CHART);
    block->chart = *chart;
    block->table = *table;
}

bool chart_draws(const struct chart *chart, enum row_style style)
{
    return style == ROW_PLAIN || (style == ROW_TOTAL && chart->kind == CHART_WATERFALL);
}

void document_tiles(struct document *document, const struct tile *tiles, size_t count)
{
    struct tile *copy = ARENA_ARRAY(document->arena, count, struct tile);
    if (count)
        memcpy(copy, tiles, count * sizeof *copy);
    struct block *block = add_block(document, BLOCK_TILES);
    block->tiles = copy;
    block->tile_count = count;
}

void document_choices(struct document *document, const struct choice_list *choices,
                      const struct table_block *table)
{
    struct block *block = add_block(document, BLOCK_CHOICES);
    block->choices = *choices;
    block->table = *table;
}

void document_page(struct document *document)
{
    add_block(document, BLOCK_PAGE);
}

void document_page_file(struct document *document, const char *key)
{
    add_block(document, BLOCK_PAGE)->key = key;
}

const struct table_block *block_table(const struct block *block)
{
    bool has =
        block->kind == BLOCK_TABLE || block->kind == BLOCK_CHART || block->kind == BLOCK_CHOICES;
    return has ? &block->table : NULL;
}

const char *block_key(const struct block *block)
{
    if (block->kind == BLOCK_RECORD)
        return block->key;
    const struct table_block *table = block_table(block);
    return table ? table->key : NULL;
}

const struct block *document_find(const struct document *document, const char *key)
{
    for (size_t i = 0; i < document->count; i++) {
        const char *found = block_key(&document->blocks[i]);
        if (found && strcmp(found, key) == 0)
            return &document->blocks[i];
    }
    return NULL;
}

struct cell cell_null(void)
{
    return (struct cell){.kind = CELL_NULL};
}

struct cell cell_text(struct text t)
{
    return (struct cell){.kind = CELL_TEXT, .as.text = t};
}

struct cell cell_string(const char *string)
{
    return string ? cell_text(text_of(string)) : cell_null();
}

struct cell cell_count(int64_t count)
{
    return (struct cell){.kind = CELL_COUNT, .as.count = count};
}

/* Nothing that is no number is ever shown as one. */
static struct cell real_cell(enum cell_kind kind, double number)
{
    return isfinite(number) ? (struct cell){.kind = kind, .as.number = number} : cell_null();
}

struct cell cell_number(double number)
{
    return real_cell(CELL_NUMBER, number);
}

struct cell cell_hours(double hours)
{
    return real_cell(CELL_HOURS, hours);
}

struct cell cell_share(double share)
{
    return real_cell(CELL_SHARE, share);
}

struct cell cell_money(int64_t cents)
{
    return (struct cell){.kind = CELL_MONEY, .as.cents = cents};
}

struct cell cell_date(int32_t date)
{
    return date == DATE_UNKNOWN ? cell_null() : (struct cell){.kind = CELL_DATE, .as.date = date};
}

struct cell cell_flag(bool flag)
{
    return (struct cell){.kind = CELL_FLAG, .as.flag = flag};
}

struct text document_figure(struct document *document, int64_t cents)
{
    char buffer[SHOWN_SIZE];
    double amount = (double)cents / 100, unit = document->about ? unit_of_about(amount) : 1;
    const char *currency = document->currency ? document->currency : "";
    size_t size = strlen(currency);
    struct text figure = shown_number(round(fabs(amount) / unit) * unit, buffer);

    if (amount > 0 && figure.size == 1 && figure.data[0] == '0')
        figure = text_of("<1");
    return arena_printf(
        document->arena, "%s%s%s%.*s", round(amount / unit) < 0 ? "-" : "", currency,
        size && byte_is_alpha((unsigned char)currency[size - 1]) ? " " : "", TEXT_ARGS(figure));
}

struct text document_money(struct document *document, int64_t cents)
{
    struct text figure = document_figure(document, cents);
    if (!document->about || !cents)
        return figure;
    return arena_printf(document->arena, "about %.*s", TEXT_ARGS(figure));
}

struct text document_count(struct document *document, double number)
{
    char buffer[SHOWN_SIZE];
    return arena_copy(document->arena, shown_number(number, buffer));
}

struct text document_share(struct document *document, double share)
{
    char buffer[SHOWN_SIZE];
    return arena_copy(document->arena, shown_share(share, buffer));
}

struct text document_number_of(struct document *document, size_t count, const char *one,
                               const char *many)
{
    char buffer[SHOWN_SIZE];
    struct text t = shown_number((double)count, buffer);
    return arena_printf(document->arena, "%.*s %s", TEXT_ARGS(t), count == 1 ? one : many);
}
