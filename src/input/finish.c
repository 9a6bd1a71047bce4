#include "input/finish.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "input/cells.h"
#include "input/costed_twice.h"
#include "input/grouping.h"
#include "input/keys.h"
#include "input/last_first.h"
#include "input/sets.h"
#include "input/spare_columns.h"

/* Replaces each number by what map holds for it. */
static void map_numbers(uint32_t *numbers, size_t count, const uint32_t *map)
{
    size_t i;

    for (i = 0; numbers && i < count; i++)
        if (numbers[i] != MEMBER_NONE)
            numbers[i] = map[numbers[i]];
}

/* Takes members that are unknown, 0, out of a list: of a row with no others nothing is known. */
static void drop_unknown(struct list_column *list, size_t rows)
{
    uint32_t from, end, at = 0;
    size_t row;

    if (!list->start_capacity)
        return;
    rows = rows + 1 < list->start_capacity ? rows : list->start_capacity - 1;
    for (row = 0, from = list->start[0]; row < rows; row++, from = end) {
        end = list->start[row + 1];
        if (from == UINT32_MAX || end == UINT32_MAX)
            continue;
        list->start[row] = at;
        for (; from < end; from++)
            if (list->member[from])
                list->member[at++] = list->member[from];
        list->start[row + 1] = at;
    }
    list->count = at;
}

/* Numbers the members of all lists of a kind anew; unknown: some are 0 then. */
static void map_lists(struct builder *builder, enum field_kind kind, const uint32_t *map,
                      bool unknown)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        struct list_column *list = &builder->lists[field];

        if (field_info((enum field)field)->kind != kind)
            continue;
        map_numbers(list->member, list->count, map);
        if (unknown)
            drop_unknown(list, builder->rows);
    }
}

/* A name without address that is also a department is not a person. */
static void find_departments(struct inventory *inventory, size_t rows)
{
    const uint32_t *departments = inventory->columns[FIELD_department].number;
    struct arena *arena = arena_new();
    struct table *names = table_new();
    uint8_t *seen = memory_alloc((size_t)table_count(inventory->strings) + 1, 1);
    size_t i;

    for (i = 0; departments && i < rows; i++) {
        if (!seen[departments[i]])
            table_add(names, utf8_fold(arena, inventory_text(inventory, departments[i])));
        seen[departments[i]] = 1;
    }
    memory_free(seen);
    for (i = 1; i < inventory->people_count; i++) {
        struct person *person = &inventory->people[i];

        if (!person->email && !person->in_people_file && !person->is_list && person->name &&
            table_count(names))
            person->is_list =
                table_find(names, utf8_fold(arena, inventory_text(inventory, person->name))) != 0;
    }
    table_free(names);
    arena_free(arena);
}

/* Of several recipients in a cell: "ann@x.org; n/a". */
static bool is_no_person(struct text spelling)
{
    return piece_says_unknown(spelling, true) || cell_says_nobody(spelling);
}

static void number_people(struct builder *builder, struct directory *directory)
{
    struct inventory *inventory = builder->inventory;
    uint32_t count, *map;
    bool unknown = false;
    uint32_t i;
    int field;

    last_first_settle(builder, directory);
    count = table_count(builder->spellings);
    map = memory_alloc((size_t)count + 1, sizeof *map);

    for (i = 1; i <= count; i++) {
        map[i] = !is_no_person(table_text(builder->spellings, i));
        unknown |= !map[i];
        if (map[i])
            directory_learn(directory, table_text(builder->spellings, i));
    }
    for (i = 1; i <= count; i++)
        if (map[i])
            map[i] = directory_find(directory, table_text(builder->spellings, i),
                                    i < builder->spelling_capacity && builder->in_list_column[i]);
    for (field = 0; field < FIELD_COUNT; field++)
        if (field_info((enum field)field)->kind == KIND_PERSON)
            map_numbers(inventory->columns[field].number, builder->rows, map);
    map_lists(builder, KIND_PEOPLE, map, unknown);
    find_departments(inventory, builder->rows);
    table_free(builder->spellings);
    builder->spellings = NULL;
    memory_free(map);
}

/* Equal terms may be written differently; the first in the order of bytes is shown. */
static void number_terms(struct builder *builder)
{
    struct inventory *inventory = builder->inventory;
    uint32_t count = table_count(builder->term_spellings);
    uint32_t *map = memory_alloc((size_t)count + 1, sizeof *map);
    struct arena *arena = arena_new();
    bool unknown = false;
    uint32_t i;

    inventory->term_spelling = memory_alloc((size_t)count + 1, sizeof *inventory->term_spelling);
    for (i = 1; i <= count; i++) {
        struct text text = table_text(builder->term_spellings, i);
        uint32_t *spelling;

        if (piece_says_unknown(text, false)) {
            unknown = true;
            continue;
        }
        map[i] = table_add(inventory->terms, utf8_fold(arena, text));
        spelling = &inventory->term_spelling[map[i]];
        if (!*spelling || text_compare(text, inventory_text(inventory, *spelling)) < 0)
            *spelling = table_add(inventory->strings, text);
    }
    map_lists(builder, KIND_TERMS, map, unknown);
    table_free(builder->term_spellings);
    builder->term_spellings = NULL;
    arena_free(arena);
    memory_free(map);
}

/* The members of a row in its list; false where nothing is known. */
static bool members_of_row(const struct list_column *list, size_t row, struct members *members)
{
    if (row + 1 >= list->start_capacity || list->start[row] == UINT32_MAX ||
        list->start[row + 1] == UINT32_MAX || list->start[row] == list->start[row + 1])
        return false;
    members->list = list->member + list->start[row];
    members->count = list->start[row + 1] - list->start[row];
    if (members->count == 1 && members->list[0] == MEMBER_NONE)
        members->count = 0;
    return true;
}

/* Sets of rows that each are a report: their members stand where they are. Sorting them is shared
 * between threads; numbering them goes in order, slice after slice, while the next is sorted. */
enum { SLICE_ROWS = 1 << 15, TASK_ROWS = 1 << 11, ADD_ROWS = 64 };

struct slice {
    struct members *members;
    size_t first, count;
};

struct preparing {
    const struct list_column *list;
    struct sets *sets;
    uint32_t *numbers;        /* of the sets, by row */
    struct slice ready, next; /* to be numbered, to be sorted */
};

static void number_slice(const struct preparing *preparing)
{
    const struct slice *slice = &preparing->ready;
    size_t i;

    for (i = 0; i < slice->count; i += ADD_ROWS)
        sets_add_batch(preparing->sets, slice->members + i,
                       slice->count - i < ADD_ROWS ? slice->count - i : ADD_ROWS);
    for (i = 0; i < slice->count; i++)
        preparing->numbers[slice->first + i] = slice->members[i].set;
}

static void sort_rows(const struct preparing *preparing, size_t from)
{
    const struct slice *slice = &preparing->next;
    size_t end = from + TASK_ROWS, i;

    end = end < slice->count ? end : slice->count;
    for (i = from; i < end; i++) {
        slice->members[i] = (struct members){NULL, 0, 0, 0};
        if (members_of_row(preparing->list, slice->first + i, &slice->members[i]))
            members_prepare(&slice->members[i]);
    }
}

static void prepare_rows(void *context, size_t task)
{
    const struct preparing *preparing = context;

    if (task == 0)
        number_slice(preparing);
    else
        sort_rows(preparing, (task - 1) * TASK_ROWS);
}

static void make_sets_of_rows(struct sets *sets, struct list_column *list, size_t count,
                              unsigned threads, uint32_t *numbers)
{
    size_t room = count < SLICE_ROWS ? count : SLICE_ROWS, done;
    struct preparing preparing = {.list = list, .sets = sets, .numbers = numbers};
    uint32_t *adopted = sets_are_empty(sets) ? list->member : NULL;
    struct slice spare;

    preparing.ready.members = memory_alloc(room, sizeof(struct members));
    preparing.next.members = memory_alloc(room, sizeof(struct members));
    if (adopted)
        sets_adopt(sets, list->member, list->capacity);
    for (done = 0; done < count || preparing.ready.count; done += preparing.ready.count) {
        preparing.next.first = done;
        preparing.next.count = count - done < room ? count - done : room;
        parallel_for(1 + (preparing.next.count + TASK_ROWS - 1) / TASK_ROWS,
                     preparing.next.count > TASK_ROWS ? threads : 1, prepare_rows, &preparing);
        spare = preparing.ready;
        preparing.ready = preparing.next;
        preparing.next = spare;
    }
    if (adopted)
        list->member = NULL;
    memory_free(preparing.ready.members);
    memory_free(preparing.next.members);
}

/* The set of a report of several rows: their members are gathered behind one another. */
static void make_sets_of_groups(struct sets *sets, const struct list_column *list,
                                const struct grouping *grouping, uint32_t *numbers)
{
    uint32_t *gathered = NULL;
    size_t capacity = 0, count, report, i;
    struct members members;
    bool known;

    for (report = 0; report < grouping->reports; report++) {
        count = 0;
        known = false;
        for (i = grouping->start[report]; i < grouping->start[report + 1]; i++) {
            if (!members_of_row(list, grouping->row[i], &members))
                continue;
            known = true;
            gathered = memory_grow(gathered, count + members.count, &capacity, sizeof *gathered);
            if (members.count)
                memcpy(gathered + count, members.list, members.count * sizeof *gathered);
            count += members.count;
        }
        if (known)
            numbers[report] = sets_add(sets, gathered, count);
    }
    memory_free(gathered);
}

static void make_sets(struct builder *builder, const struct grouping *grouping, struct sets *sets,
                      enum field field)
{
    struct inventory *inventory = builder->inventory;
    struct list_column *list = &builder->lists[field];
    uint32_t *numbers = memory_alloc(grouping->reports, sizeof *numbers);

    if (grouping->report_of)
        make_sets_of_groups(sets, list, grouping, numbers);
    else
        make_sets_of_rows(sets, list, grouping->reports, builder->options->threads, numbers);
    inventory->columns[field].number = numbers;
    memory_free(list->start);
    memory_free(list->member);
    memset(list, 0, sizeof *list);
}

/* Not where the note is that of everything that no pattern knows. */
static bool tells_why(const struct frequency *frequency)
{
    return frequency->note.size &&
           text_search(frequency->note, "not understood") == frequency->note.size;
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
                     "the frequency \"%.*s\" was not understood (%u report%s); it is taken as "
                     "unknown%s%.*s%s",
                     TEXT_ARGS(word), uses[i], uses[i] == 1 ? "" : "s",
                     tells_why(frequency) ? ": " : "",
                     TEXT_ARGS(tells_why(frequency) ? frequency->note : text_of("")),
                     cell_was_turned_into_date(word)
                         ? "; did a spreadsheet make a date of something like 1/2?"
                         : "");
        else if (frequency->note.size)
            diag_add(inventory->diag, SEVERITY_NOTE, "frequency",
                     builder->frequency_places[i].place, "\"%.*s\" (%u report%s): %.*s",
                     TEXT_ARGS(word), uses[i], uses[i] == 1 ? "" : "s", TEXT_ARGS(frequency->note));
    }
    memory_free(uses);
}

/* Statuses that say neither yes nor no, each word once with the first report that has it. */
static void tell_statuses(const struct inventory *inventory)
{
    const uint32_t *numbers = inventory->columns[FIELD_status].number;
    uint32_t *uses =
        numbers ? memory_alloc(table_count(inventory->strings) + 1, sizeof *uses) : NULL;

    for (size_t i = 0; numbers && i < inventory->count; i++)
        uses[numbers[i]]++;
    for (size_t i = 0; numbers && i < inventory->count; i++) {
        struct text status = inventory_text(inventory, numbers[i]);
        uint32_t used = uses[numbers[i]];

        uses[numbers[i]] = 0;
        if (used && status.size && !status_is_active(status) && !status_is_inactive(status))
            diag_add(
                inventory->diag, SEVERITY_WARNING, "status-unknown",
                (struct place){inventory->inputs[inventory->file[i]].file, inventory->line[i], 0},
                "the status \"%.*s\" was not understood (%u report%s); it is taken as active",
                TEXT_ARGS(status), used, used == 1 ? "" : "s");
    }
    memory_free(uses);
}

static bool is_given(const struct inventory *inventory, enum field field, size_t index)
{
    const double *value = inventory->columns[field].value;

    return value && value[index] >= 0;
}

/* Reports that stay out of the cost because nothing says how often they run, nor what they take a
 * year. What was written and not understood is told above. */
static void tell_no_frequency(const struct inventory *inventory)
{
    static const enum field instead[] = {FIELD_runs_per_year, FIELD_annual_hours, FIELD_annual_cost,
                                         FIELD_fixed_hours, FIELD_fixed_cost};
    const uint32_t *numbers = inventory->columns[FIELD_frequency].number;

    for (size_t i = 0; numbers && i < inventory->count; i++) {
        size_t k = 0;

        if (numbers[i])
            continue;
        while (k < sizeof instead / sizeof *instead && !is_given(inventory, instead[k], i))
            k++;
        if (k == sizeof instead / sizeof *instead)
            diag_add(
                inventory->diag, SEVERITY_NOTE, "frequency-missing",
                (struct place){inventory->inputs[inventory->file[i]].file, inventory->line[i], 0},
                "no frequency; not costed");
    }
}

void builder_finish(struct builder *builder, struct directory *directory)
{
    struct inventory *inventory = builder->inventory;
    struct grouping grouping;
    struct sets *sets;
    int field;

    number_people(builder, directory);
    number_terms(builder);
    grouping_find(&grouping, builder);
    grouping_apply(&grouping, builder);
    inventory->count = grouping.reports;
    inventory->rows = builder->rows + builder->repeated;
    spare_finish(builder, &grouping);
    sets = sets_new(inventory);
    for (field = 0; field < FIELD_COUNT; field++)
        if (builder->lists[field].start)
            make_sets(builder, &grouping, sets, (enum field)field);
    sets_free(sets);
    tell_frequencies(builder);
    tell_statuses(inventory);
    tell_no_frequency(inventory);
    keys_give(builder, &grouping);
    tell_costed_twice(inventory);
    grouping_clear(&grouping);
}
