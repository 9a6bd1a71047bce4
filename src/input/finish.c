#include "input/finish.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "input/grouping.h"
#include "input/keys.h"
#include "input/sets.h"

/* Replaces each number by what map holds for it. */
static void map_numbers(uint32_t *numbers, size_t count, const uint32_t *map)
{
    size_t i;

    for (i = 0; numbers && i < count; i++)
        if (numbers[i] != MEMBER_NONE)
            numbers[i] = map[numbers[i]];
}

static void number_people(struct builder *builder, struct directory *directory)
{
    struct inventory *inventory = builder->inventory;
    uint32_t count = table_count(builder->spellings);
    uint32_t *map = memory_alloc((size_t)count + 1, sizeof *map);
    uint32_t i;
    int field;

    for (i = 1; i <= count; i++)
        directory_learn(directory, table_text(builder->spellings, i));
    for (i = 1; i <= count; i++)
        map[i] = directory_find(directory, table_text(builder->spellings, i),
                                i < builder->spelling_capacity && builder->in_list_column[i]);
    for (field = 0; field < FIELD_COUNT; field++) {
        enum field_kind kind = field_info((enum field)field)->kind;

        if (kind == KIND_PERSON)
            map_numbers(inventory->columns[field].number, builder->rows, map);
        else if (kind == KIND_PEOPLE)
            map_numbers(builder->lists[field].member, builder->lists[field].count, map);
    }
    memory_free(map);
}

/* Equal terms may be written differently; the first in the order of bytes is shown. */
static void number_terms(struct builder *builder)
{
    struct inventory *inventory = builder->inventory;
    uint32_t count = table_count(builder->term_spellings);
    uint32_t *map = memory_alloc((size_t)count + 1, sizeof *map);
    struct arena *arena = arena_new();
    uint32_t i;
    int field;

    inventory->term_spelling = memory_alloc((size_t)count + 1, sizeof *inventory->term_spelling);
    for (i = 1; i <= count; i++) {
        struct text text = table_text(builder->term_spellings, i);
        uint32_t term = table_add(inventory->terms, utf8_fold(arena, text));
        uint32_t *spelling = &inventory->term_spelling[term];

        map[i] = term;
        if (!*spelling || text_compare(text, inventory_text(inventory, *spelling)) < 0)
            *spelling = table_add(inventory->strings, text);
    }
    for (field = 0; field < FIELD_COUNT; field++)
        if (field_info((enum field)field)->kind == KIND_TERMS)
            map_numbers(builder->lists[field].member, builder->lists[field].count, map);
    arena_free(arena);
    memory_free(map);
}

/* The members of all rows of a report, behind one another in the buffer. */
struct gathering {
    uint32_t *members;
    size_t count, capacity;
    bool known;
};

static void gather_row(struct gathering *gathering, const struct list_column *list, size_t row)
{
    uint32_t start, end;

    if (row + 1 >= list->start_capacity)
        return;
    start = list->start[row];
    end = list->start[row + 1];
    if (start == UINT32_MAX || end == UINT32_MAX)
        return;
    for (; start < end; start++) {
        gathering->known = true;
        if (list->member[start] == MEMBER_NONE)
            continue;
        gathering->members = MEMORY_ROOM(gathering->members, gathering->count, gathering->capacity);
        gathering->members[gathering->count++] = list->member[start];
    }
}

static void make_sets(struct builder *builder, const struct grouping *grouping, enum field field)
{
    struct inventory *inventory = builder->inventory;
    const struct list_column *list = &builder->lists[field];
    struct gathering gathering = {NULL, 0, 0, false};
    struct sets *sets = sets_new(inventory);
    uint32_t *numbers = memory_alloc(grouping->reports, sizeof *numbers);
    size_t report, i;

    for (report = 0; report < grouping->reports; report++) {
        gathering.count = 0;
        gathering.known = false;
        if (!grouping->report_of)
            gather_row(&gathering, list, report);
        else
            for (i = grouping->start[report]; i < grouping->start[report + 1]; i++)
                gather_row(&gathering, list, grouping->row[i]);
        if (gathering.known)
            numbers[report] = sets_add(sets, gathering.members, gathering.count);
    }
    inventory->columns[field].number = numbers;
    memory_free(gathering.members);
    sets_free(sets);
}

/* Frequencies that were not understood, or not for sure, each word once with its first place. */
static void tell_frequencies(struct builder *builder)
{
    struct inventory *inventory = builder->inventory;
    uint32_t *uses = memory_alloc(inventory->frequency_count, sizeof *uses);
    const uint32_t *numbers = inventory->columns[FIELD_frequency].number;
    struct text word;
    size_t i;

    for (i = 0; numbers && i < inventory->count; i++)
        uses[numbers[i]]++;
    for (i = 1; i < inventory->frequency_count; i++) {
        const struct frequency *frequency = &inventory->frequencies[i];

        if (!uses[i] || i >= builder->place_capacity)
            continue;
        word = table_text(builder->frequency_words, (uint32_t)i);
        word = text_slice(word, 0, text_find(word, '\x1F'));
        if (frequency->status == FREQUENCY_UNKNOWN)
            diag_add(inventory->diag, SEVERITY_WARNING, "frequency-unknown",
                     builder->frequency_places[i].place,
                     "the frequency \"%.*s\" was not understood (%u report%s); it is taken as unknown",
                     TEXT_ARGS(word), uses[i], uses[i] == 1 ? "" : "s");
        else if (frequency->note.size)
            diag_add(inventory->diag, SEVERITY_NOTE, "frequency", builder->frequency_places[i].place,
                     "\"%.*s\" (%u report%s): %.*s", TEXT_ARGS(word), uses[i],
                     uses[i] == 1 ? "" : "s", TEXT_ARGS(frequency->note));
    }
    memory_free(uses);
}

void builder_finish(struct builder *builder, struct directory *directory)
{
    struct inventory *inventory = builder->inventory;
    struct grouping grouping;
    int field;

    number_people(builder, directory);
    number_terms(builder);
    grouping_find(&grouping, builder);
    grouping_apply(&grouping, builder);
    inventory->count = grouping.reports;
    inventory->rows = builder->rows;
    for (field = 0; field < FIELD_COUNT; field++)
        if (builder->lists[field].start)
            make_sets(builder, &grouping, (enum field)field);
    tell_frequencies(builder);
    keys_give(builder, &grouping);
    grouping_clear(&grouping);
}
