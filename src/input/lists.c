/* Cells that hold several things: recipients, fields, sources. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/builder.h"
#include "input/last_first.h"
#include "input/list_markup.h"

static bool has(struct text t, char c)
{
    return t.size && memchr(t.data, c, t.size);
}

void list_column_reach(struct list_column *list, size_t row)
{
    size_t had = list->start_capacity;

    if (row + 2 > had) {
        list->start = memory_grow(list->start, row + 2, &list->start_capacity, sizeof *list->start);
        memset(list->start + had, 0xFF, (list->start_capacity - had) * sizeof *list->start);
    }
}

bool cell_says_nobody(struct text t)
{
    if (!strchr("nN([{", t.data[0]))
        return false;
    return text_is_nocase(t, "none") || text_is_nocase(t, "nobody") ||
           text_is_nocase(t, "no one") || text_is_nocase(t, "(none)") ||
           text_is_nocase(t, "no recipients") || text_is(t, "[]") || text_is(t, "{}");
}

double cell_headcount(struct text t)
{
    static const char *const words[] = {"people",    "persons",   "recipients",  "users",
                                        "readers",   "employees", "subscribers", "personen",
                                        "personnes", "personas",  "persone"};
    double count = 0;
    size_t i, j;

    for (i = 0; i < t.size && i < 8 && byte_is_digit((unsigned char)t.data[i]); i++)
        count = count * 10 + (t.data[i] - '0');
    if (i == 0 || (i < t.size && t.data[i] != ' '))
        return NAN;
    t = text_trim(text_from(t, i));
    for (j = 0; t.size && j < sizeof words / sizeof *words; j++)
        if (text_is_nocase(t, words[j]))
            return count;
    return t.size ? NAN : count;
}

struct splitting {
    struct builder *builder;
    size_t count;
};

/* What may be a quote or the begin or end of a blank. */
static inline bool is_edge(char c)
{
    return (unsigned char)c < '#' || (unsigned char)c >= 0x80;
}

static struct text trim_piece(struct text piece)
{
    piece = text_trim(piece);
    if (piece.size >= 2 && piece.data[0] == '"' && piece.data[piece.size - 1] == '"')
        piece = text_trim(text_slice(piece, 1, piece.size - 1));
    return piece;
}

static inline void add_piece(struct splitting *splitting, struct text piece)
{
    struct builder *builder = splitting->builder;

    while (piece.size && piece.data[0] == ' ')
        piece = text_make(piece.data + 1, piece.size - 1);
    if (piece.size && (is_edge(piece.data[0]) || is_edge(piece.data[piece.size - 1])))
        piece = trim_piece(piece);
    if (!piece.size)
        return;
    builder->keys = MEMORY_ROOM(builder->keys, splitting->count, builder->key_capacity);
    builder->keys[splitting->count++] = piece;
}

static void split_fast(struct splitting *splitting, struct text cell, char separator)
{
    const char *at = cell.data, *end = cell.data + cell.size, *next;

    for (; (next = memchr(at, separator, (size_t)(end - at))); at = next + 1)
        add_piece(splitting, text_make(at, (size_t)(next - at)));
    add_piece(splitting, text_make(at, (size_t)(end - at)));
}

/* Not inside quotes; a comma not inside parentheses either. */
static void split_carefully(struct splitting *splitting, struct text cell, const char *separators)
{
    bool quoted = false;
    int depth = 0;
    size_t start = 0, i;

    for (i = 0; i < cell.size; i++) {
        char c = cell.data[i];

        quoted ^= c == '"';
        depth += (c == '(') - (c == ')' && depth > 0);
        if (quoted || !strchr(separators, c) || !c || (c == ',' && depth))
            continue;
        add_piece(splitting, text_slice(cell, start, i));
        start = i + 1;
    }
    if (quoted && start == 0) {
        split_fast(splitting, cell, ';'); /* the quote means something else */
        return;
    }
    add_piece(splitting, text_from(cell, start));
}

/* Learns from a cell of people what separates them; true where it may be one "Last, First". */
static bool learn_separator(struct list_signs *signs, struct text cell, const struct text *pieces,
                            size_t count)
{
    if (count < 2)
        return false;
    if (has(cell, ';') || has(cell, '|') || has(cell, '\n')) {
        signs->others = true;
        return false;
    }
    if (!signs->commas)
        signs->commas = pieces_are_a_list(pieces, count);
    return count == 2;
}

/* "jane@x.org bob@x.org": a list where each word is an address. */
static bool split_at_blanks(struct splitting *splitting, struct text cell)
{
    struct text rest = cell, word;

    while (text_next(&rest, " \t", &word))
        if (word.size && (!has(word, '@') || has(word, '<') || has(word, '(')))
            return false;
    for (rest = cell; text_next(&rest, " \t", &word);)
        add_piece(splitting, word);
    return true;
}

/* The comma from `from` on that is not in quotes or brackets; the end where there is none. */
static size_t next_comma(struct text t, size_t from)
{
    bool quoted = false;
    int depth = 0;

    for (; from < t.size; from++) {
        char c = t.data[from];

        quoted ^= c == '"';
        depth += (c == '(' || c == '<') - ((c == ')' || c == '>') && depth > 0);
        if (c == ',' && !quoted && !depth)
            break;
    }
    return from;
}

/* "Doe" before "Jane <jane@x.org>" is the last name of that person. */
static bool is_last_name(struct text piece, struct text next)
{
    size_t open = text_find(next, '<');
    bool plain;

    return !has(piece, '@') && open < next.size &&
           may_be_last_first(text_trim(piece), text_trim(text_slice(next, 0, open)), &plain);
}

/* Addresses with their names, as they are pasted from mail: "Doe, Jane <jane@x.org>, bob@x.org". */
static void split_addresses(struct splitting *splitting, struct text cell)
{
    size_t start = 0, comma, after;

    while (start < cell.size) {
        comma = next_comma(cell, start);
        after = comma < cell.size ? next_comma(cell, comma + 1) : comma;
        if (comma < cell.size &&
            is_last_name(text_slice(cell, start, comma), text_slice(cell, comma + 1, after)))
            comma = after;
        add_piece(splitting, text_slice(cell, start, comma));
        start = comma + 1;
    }
}

/* Between semicolons and the like: again addresses, where a comma follows one. */
static void split_pieces_again(struct splitting *splitting, size_t from)
{
    struct builder *builder = splitting->builder;
    size_t count = splitting->count - from, i;
    struct text *pieces = memory_alloc(count, sizeof *pieces);

    memcpy(pieces, builder->keys + from, count * sizeof *pieces);
    splitting->count = from;
    for (i = 0; i < count; i++) {
        size_t at = text_find(pieces[i], '@');

        if (at < pieces[i].size && has(text_from(pieces[i], at), ','))
            split_addresses(splitting, pieces[i]);
        else
            add_piece(splitting, pieces[i]);
    }
    memory_free(pieces);
}

static void split_by_marks(struct splitting *splitting, struct text cell, bool only_semicolons)
{
    size_t from = splitting->count;

    if (only_semicolons && !has(cell, '"'))
        split_fast(splitting, cell, ';');
    else
        split_carefully(splitting, cell, ";|\n");
    if (has(cell, ',') && has(cell, '@'))
        split_pieces_again(splitting, from);
}

static void split_cell(struct splitting *splitting, struct text cell)
{
    bool semicolon = has(cell, ';'), others = has(cell, '|') || has(cell, '\n');

    if (semicolon || others)
        split_by_marks(splitting, cell, !others);
    else if (has(cell, '<') && has(cell, '@'))
        split_addresses(splitting, cell);
    else if (has(cell, '"') || has(cell, '('))
        split_carefully(splitting, cell, ",");
    else if (has(cell, ',') || !has(cell, '@') || !has(cell, ' ') ||
             !split_at_blanks(splitting, cell))
        split_fast(splitting, cell, ',');
}

/* Marks the pieces that stand in a column of lists; builder->numbers holds which they are. */
static void mark_lists(struct builder *builder, const uint32_t *members, size_t marked)
{
    size_t had = builder->spelling_capacity;
    size_t need = (size_t)table_count(builder->spellings) + 1;
    size_t i;

    if (marked && need > had) {
        builder->in_list_column =
            memory_grow(builder->in_list_column, need, &builder->spelling_capacity, 1);
        memset(builder->in_list_column + had, 0, builder->spelling_capacity - had);
    }
    for (i = 0; i < marked; i++)
        builder->in_list_column[members[builder->numbers[i]]] = 1;
}

static size_t note_marked(struct builder *builder, size_t marked, size_t from, size_t to)
{
    if (marked + (to - from) > builder->number_capacity)
        builder->numbers = memory_grow(builder->numbers, marked + (to - from),
                                       &builder->number_capacity, sizeof *builder->numbers);
    for (; from < to; from++)
        builder->numbers[marked++] = (uint32_t)from;
    return marked;
}

/* Puts the two pieces of a cell aside where they may be one name; their places stay empty. The
 * exact column is looked for only where it will be told. */
static void keep_pair(struct builder *builder, const struct reading *reading,
                      const struct csv_row *row, size_t column, struct text *pieces,
                      struct last_first pair)
{
    enum { TOLD = 20 };
    struct place place;
    bool plain;

    if (!may_be_last_first(pieces[0], pieces[1], &plain))
        return;
    pair.plain = plain;
    pair.line = row->line;
    if (builder->pair_count < builder->pairs_told + TOLD) {
        place = place_of_cell(reading, row, column);
        pair.line = place.line;
        pair.column = place.column;
    }
    pair.whole = table_add(builder->pair_words, row_cell(row, column));
    builder->pairs = MEMORY_ROOM(builder->pairs, builder->pair_count, builder->pair_capacity);
    builder->pairs[builder->pair_count++] = pair;
    pieces[0] = pieces[1] = text_make("", 0);
}

/* The recipients of rows that add nothing else; each is one as it stands. */
static void add_repeats(struct splitting *splitting, const struct csv_row *rows, uint32_t count,
                        size_t column)
{
    struct builder *builder = splitting->builder;
    size_t need = splitting->count + count;

    if (need > builder->key_capacity)
        builder->keys =
            memory_grow(builder->keys, need, &builder->key_capacity, sizeof *builder->keys);
    for (; count > 0; count--, rows++)
        builder->keys[splitting->count++] = rows->cells[column];
}

/* The cell, or the list that it holds as JSON or XML; what cannot be read is told. */
static struct text plain_list(struct builder *builder, const struct reading *reading,
                              const struct csv_row *row, size_t column, bool people)
{
    struct text cell = row_cell(row, column), list;
    const char *wrong;

    if (!list_is_markup(cell))
        return cell;
    list = list_of_markup(builder->arena, cell, people, &wrong);
    if (wrong)
        diag_add(builder->inventory->diag, SEVERITY_WARNING, "broken-cell",
                 place_of_cell(reading, row, column), "%s", wrong);
    return list;
}

void take_list(struct builder *builder, struct reading *reading, const struct batch *batch,
               enum field field)
{
    const struct field_columns *columns = &reading->columns.fields[field];
    struct csv_row *const *rows = batch->rows;
    size_t count = batch->count;
    struct list_column *list = &builder->lists[field];
    bool people = field_info(field)->kind == KIND_PEOPLE;
    struct splitting splitting = {builder, 0};
    bool repeats = field == FIELD_recipients && reading->repeats.possible;
    size_t marked = 0, i, j;

    list_column_reach(list, builder->rows + count);
    if (repeats)
        add_repeats(&splitting, batch->first, batch->first_count, columns->column[0]);
    for (i = 0; i < count; i++) {
        size_t before = splitting.count;

        list->start[builder->rows + i] = (uint32_t)(list->count + splitting.count);
        for (j = 0; j < columns->count; j++) {
            struct text cell = plain_list(builder, reading, rows[i], columns->column[j], people);
            bool parted = cell.data != row_cell(rows[i], columns->column[j]).data;
            size_t from = splitting.count;

            if (parted)
                split_fast(&splitting, cell, ';');
            else if (cell.size && !(field == FIELD_recipients && cell_headcount(cell) >= 0))
                split_cell(&splitting, cell);
            if (people && !parted && splitting.count > from + 1 &&
                !reading->list_header[columns->column[j]] &&
                learn_separator(&builder->list_signs[field], cell, builder->keys + from,
                                splitting.count - from))
                keep_pair(builder, reading, rows[i], columns->column[j], builder->keys + from,
                          (struct last_first){.member = (uint32_t)(list->count + from),
                                              .file = reading->file,
                                              .field = (uint8_t)field});
            if (people && reading->list_header[columns->column[j]])
                marked = note_marked(builder, marked, from, splitting.count);
        }
        if (splitting.count == before + 1 && cell_says_nobody(builder->keys[before]))
            builder->keys[before] = text_make("", 0);
        if (repeats)
            add_repeats(&splitting, rows[i] + 1, batch->more[i], columns->column[0]);
    }
    if (repeats && reading->list_header[columns->column[0]])
        marked = note_marked(builder, 0, 0, splitting.count);
    list->start[builder->rows + count] = (uint32_t)(list->count + splitting.count);
    if (list->count + splitting.count > list->capacity)
        list->member = memory_grow(list->member, list->count + splitting.count, &list->capacity,
                                   sizeof *list->member);
    table_add_batch(people ? builder->spellings : builder->term_spellings, builder->keys,
                    splitting.count, list->member + list->count);
    if (people)
        mark_lists(builder, list->member + list->count, marked);
    for (i = list->count; i < list->count + splitting.count; i++)
        if (!list->member[i])
            list->member[i] = MEMBER_NONE;
    list->count += splitting.count;
}
