#include "model/inventory.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

struct inventory *inventory_new(void)
{
    struct inventory *inventory = memory_alloc(1, sizeof *inventory);

    inventory->arena = arena_new();
    inventory->strings = table_new();
    inventory->terms = table_new();
    inventory->diag = diag_new();
    inventory->set_start = memory_alloc(2, sizeof *inventory->set_start);
    inventory->set_count = 1;
    inventory->frequencies = memory_alloc(1, sizeof *inventory->frequencies);
    inventory->frequencies[0] = frequency_unknown;
    inventory->frequency_count = 1;
    inventory->people = memory_alloc(1, sizeof *inventory->people);
    inventory->people[0].hourly_rate = NAN;
    inventory->people[0].capacity_hours = NAN;
    inventory->people_count = 1;
    inventory->log_end = DATE_UNKNOWN;
    return inventory;
}

void inventory_free(struct inventory *inventory)
{
    int field;

    if (!inventory)
        return;
    for (field = 0; field < FIELD_COUNT; field++)
        memory_free(inventory->columns[field].number);
    for (size_t i = 0; i < inventory->spare_count; i++)
        memory_free(inventory->spare_columns[i].value);
    memory_free(inventory->line);
    memory_free(inventory->file);
    memory_free(inventory->set_start);
    memory_free(inventory->set_member);
    memory_free(inventory->frequencies);
    memory_free(inventory->people);
    memory_free(inventory->term_spelling);
    if (inventory->usage)
        memory_free(inventory->usage->rows);
    table_free(inventory->strings);
    table_free(inventory->terms);
    diag_free(inventory->diag);
    arena_free(inventory->arena);
    memory_free(inventory);
}

struct set inventory_set(const struct inventory *inventory, uint32_t number)
{
    struct set set = {NULL, 0, number};

    if (number) {
        set.member = inventory->set_member + inventory->set_start[number];
        set.count = inventory->set_start[number + 1] - inventory->set_start[number];
    }
    return set;
}

/* A cell of a column that is there. */
#define LINK(name) columns[FIELD_##name].number[index]
#define VALUE(name) columns[FIELD_##name].value[index]

/* How a value of each kind leaves its column; each tells whether there was one. */
#define TAKE_TEXT(name) ((report->name = LINK(name)) != 0)
#define TAKE_PERSON(name) TAKE_TEXT(name)
#define TAKE_CHANNEL(name) TAKE_TEXT(name)
#define TAKE_PEOPLE(name) ((report->name = inventory_set(inventory, LINK(name))).number != 0)
#define TAKE_TERMS(name) TAKE_PEOPLE(name)
#define TAKE_FREQUENCY(name)                                                                       \
    ((report->name = &inventory->frequencies[LINK(name)]) != inventory->frequencies)
#define TAKE_NUMBER(name) (!isnan(report->name = VALUE(name)))
#define TAKE_MONEY(name) TAKE_NUMBER(name)
#define TAKE_HOURS(name) TAKE_NUMBER(name)
#define TAKE_MINUTES(name) TAKE_NUMBER(name)
#define TAKE_SHARE(name) TAKE_NUMBER(name)
#define TAKE_DATE(name) ((report->name = date_in(VALUE(name))) != DATE_UNKNOWN)

/* What stands for a column that is absent. */
#define UNKNOWN_TEXT 0
#define UNKNOWN_PERSON 0
#define UNKNOWN_CHANNEL 0
#define UNKNOWN_PEOPLE                                                                             \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }
#define UNKNOWN_TERMS                                                                              \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }
#define UNKNOWN_FREQUENCY &frequency_unknown
#define UNKNOWN_NUMBER NAN
#define UNKNOWN_MONEY NAN
#define UNKNOWN_HOURS NAN
#define UNKNOWN_MINUTES NAN
#define UNKNOWN_SHARE NAN
#define UNKNOWN_DATE DATE_UNKNOWN

static int32_t date_in(double value)
{
    return isnan(value) ? DATE_UNKNOWN : (int32_t)value;
}

/* Most columns of most inventories are absent: a million reports are looked at. */
void inventory_report(const struct inventory *inventory, size_t index, struct report *report)
{
    static const struct report unknown = {
#define FIELD(name, kind, unit, what) .name = UNKNOWN_##kind,
#include "model/fields.def"
#undef FIELD
    };
    const union field_column *columns = inventory->columns;

    *report = unknown;
#define FIELD(name, kind, unit, what)                                                              \
    if (columns[FIELD_##name].number)                                                              \
        report->given |= (uint64_t)TAKE_##kind(name) << FIELD_##name;
#include "model/fields.def"
#undef FIELD
    report->index = (uint32_t)index;
    report->line = inventory->line ? inventory->line[index] : 0;
    report->file = inventory->file ? inventory->file[index] : 0;
    report->runs =
        report_has(report, FIELD_runs_per_year) ? report->runs_per_year : report->frequency->runs;
}

long inventory_find(const struct inventory *inventory, struct text id)
{
    uint32_t number = table_find(inventory->strings, id);
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    size_t i;

    if (!number || !ids)
        return -1;
    for (i = 0; i < inventory->count; i++)
        if (ids[i] == number)
            return (long)i;
    return -1;
}

struct text inventory_text(const struct inventory *inventory, uint32_t number)
{
    return table_text(inventory->strings, number);
}

struct text inventory_spare(const struct inventory *inventory, size_t column, size_t report)
{
    const struct spare_column *spare = &inventory->spare_columns[column];

    return inventory_text(inventory, spare->text[spare->value[report]]);
}

const struct person *inventory_person(const struct inventory *inventory, uint32_t number)
{
    return &inventory->people[number];
}

struct text inventory_person_name(const struct inventory *inventory, uint32_t number)
{
    const struct person *person = &inventory->people[number];

    return inventory_text(inventory, person->name ? person->name : person->email);
}

struct text inventory_term(const struct inventory *inventory, uint32_t term)
{
    uint32_t spelling = inventory->term_spelling ? inventory->term_spelling[term] : 0;

    return spelling ? inventory_text(inventory, spelling) : table_text(inventory->terms, term);
}

/* Lists may stand in lists; deeper than this is a mistake of the file. */
enum { LIST_DEPTH = 8 };

struct counting {
    const struct inventory *inventory;
    uint8_t *seen; /* by person */
    size_t people, unknown;
};

static void count_person(struct counting *counting, uint32_t number, int depth)
{
    const struct person *person = &counting->inventory->people[number];
    struct set members;
    uint32_t i;

    if (counting->seen[number])
        return;
    counting->seen[number] = 1;
    if (!person->is_list) {
        counting->people++;
    } else if (!person->members) {
        counting->unknown++;
    } else if (depth < LIST_DEPTH) {
        members = inventory_set(counting->inventory, person->members);
        for (i = 0; i < members.count; i++)
            count_person(counting, members.member[i], depth + 1);
    }
}

size_t inventory_people_in(const struct inventory *inventory, struct set people,
                           size_t *unknown_lists)
{
    struct counting counting = {inventory, NULL, 0, 0};
    bool has_members = false;
    uint32_t i;

    for (i = 0; i < people.count; i++) {
        const struct person *person = &inventory->people[people.member[i]];

        has_members = has_members || person->members;
        counting.people += !person->is_list;
        counting.unknown += person->is_list;
    }
    /* Only members of known lists can be met twice. */
    if (has_members) {
        counting.people = counting.unknown = 0;
        counting.seen = memory_alloc(inventory->people_count, 1);
        for (i = 0; i < people.count; i++)
            count_person(&counting, people.member[i], 0);
        memory_free(counting.seen);
    }
    if (unknown_lists)
        *unknown_lists = counting.unknown;
    return counting.people;
}
