/* Inventories made up in a test: a table in words, read without the CSV reader.
 *
 * The first line names fields of model/fields.def, cells stand between |, and an empty cell is not
 * known. Frequencies are runs per year, or "event"; channels are their numbers' bits; dates are
 * 2026-01-31; people and terms are separated by commas; "nobody" is a known empty set. */
#ifndef PARE_UNIT_MADE_UP_H
#define PARE_UNIT_MADE_UP_H

#include "unit.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "model/date.h"
#include "rules/findings.h"

enum { MADE_UP_MOST = 64 };

struct made_up {
    struct inventory *inventory;
    struct relations *relations;
    struct assumptions assumptions;
    struct findings *findings;
    size_t set_capacity, member_capacity, person_capacity, frequency_capacity;
    size_t members;
};

static inline uint32_t made_up_number(const void *a)
{
    return *(const uint32_t *)a;
}

static inline int made_up_compare(const void *a, const void *b)
{
    return (made_up_number(a) > made_up_number(b)) - (made_up_number(a) < made_up_number(b));
}

static inline uint32_t made_up_person(struct made_up *made, struct text name)
{
    struct inventory *inventory = made->inventory;
    uint32_t number = table_add(inventory->strings, name), i;

    for (i = 1; i < inventory->people_count; i++) {
        if (inventory->people[i].name == number)
            return i;
    }
    inventory->people =
        memory_resize(inventory->people, inventory->people_count + 1, sizeof *inventory->people);
    inventory->people[inventory->people_count] =
        (struct person){.name = number, .hourly_rate = NAN, .capacity_hours = NAN};
    return (uint32_t)inventory->people_count++;
}

static inline uint32_t made_up_set(struct made_up *made, struct text t, bool people)
{
    struct inventory *inventory = made->inventory;
    uint32_t list[MADE_UP_MOST], count = 0, i;
    struct text piece;

    while (!text_is(t, "nobody") && text_next(&t, ",", &piece)) {
        piece = text_trim(piece);
        list[count++] = people ? made_up_person(made, piece)
                               : table_add(inventory->terms, utf8_fold(inventory->arena, piece));
    }
    qsort(list, count, sizeof *list, made_up_compare);
    for (i = 1; i < inventory->set_count; i++) {
        struct set set = inventory_set(inventory, i);

        if (set.count == count && (!count || !memcmp(set.member, list, count * sizeof *list)))
            return i;
    }
    inventory->set_start =
        memory_resize(inventory->set_start, inventory->set_count + 2, sizeof *inventory->set_start);
    inventory->set_member = memory_resize(inventory->set_member, made->members + count + 1,
                                          sizeof *inventory->set_member);
    if (inventory->set_count == 1)
        inventory->set_start[1] = 0;
    memcpy(inventory->set_member + made->members, list, count * sizeof *list);
    made->members += count;
    inventory->set_start[inventory->set_count + 1] = (uint32_t)made->members;
    return (uint32_t)inventory->set_count++;
}

static inline uint32_t made_up_frequency(struct made_up *made, struct text t)
{
    struct inventory *inventory = made->inventory;
    struct frequency frequency = {.alternative = NAN};

    frequency.status = text_is(t, "event") ? FREQUENCY_EVENT : FREQUENCY_READ;
    frequency.runs = text_is(t, "event") ? (double)NAN : strtod(t.data, NULL);
    frequency.low = frequency.high = frequency.runs;
    inventory->frequencies = memory_resize(inventory->frequencies, inventory->frequency_count + 1,
                                           sizeof *inventory->frequencies);
    inventory->frequencies[inventory->frequency_count] = frequency;
    return (uint32_t)inventory->frequency_count++;
}

static inline double made_up_date(struct text t)
{
    int year = 0, month = 0, day = 0;

    if (sscanf(t.data, "%d-%d-%d", &year, &month, &day) != 3)
        return NAN;
    return date_make(year, month, day);
}

static inline void made_up_cell(struct made_up *made, enum field field, size_t row, struct text t)
{
    union field_column *column = &made->inventory->columns[field];

    switch (field_info(field)->kind) {
    case KIND_TEXT:
        column->number[row] = table_add(made->inventory->strings, t);
        return;
    case KIND_PERSON:
        column->number[row] = made_up_person(made, t);
        return;
    case KIND_PEOPLE:
        column->number[row] = made_up_set(made, t, true);
        return;
    case KIND_TERMS:
        column->number[row] = made_up_set(made, t, false);
        return;
    case KIND_FREQUENCY:
        column->number[row] = made_up_frequency(made, t);
        return;
    case KIND_CHANNEL:
        column->number[row] = (uint32_t)strtoul(t.data, NULL, 10);
        return;
    case KIND_DATE:
        column->value[row] = made_up_date(t);
        return;
    default:
        column->value[row] = strtod(t.data, NULL);
    }
}

static inline enum field made_up_field(struct text t)
{
    int field;

    for (field = 0; field < FIELD_COUNT; field++) {
        if (text_is(t, field_info((enum field)field)->name))
            return (enum field)field;
    }
    fail_msg("no field %.*s", TEXT_ARGS(t));
    return FIELD_COUNT;
}

static inline void made_up_column(struct made_up *made, enum field field)
{
    union field_column *column = &made->inventory->columns[field];
    size_t i;

    if (field_is_number(field)) {
        column->number = memory_alloc(MADE_UP_MOST, sizeof *column->number);
        return;
    }
    column->value = memory_alloc(MADE_UP_MOST, sizeof *column->value);
    for (i = 0; i < MADE_UP_MOST; i++)
        column->value[i] = NAN;
}

/* without: a field that is left out, or NULL. */
static inline void made_up_read(struct made_up *made, const char *table, const char *without)
{
    struct text rest = text_of(table), line, cell;
    enum field fields[MADE_UP_MOST];
    size_t columns = 0, i;

    memset(made, 0, sizeof *made);
    made->inventory = inventory_new();
    assumptions_init(&made->assumptions);
    assert_true(text_next(&rest, "\n", &line));
    while (text_next(&line, "|", &cell)) {
        fields[columns] = made_up_field(cell);
        if (!without || !text_is(cell, without))
            made_up_column(made, fields[columns]);
        columns++;
    }
    while (text_next(&rest, "\n", &line)) {
        if (!line.size)
            continue;
        for (i = 0; i < columns && text_next(&line, "|", &cell); i++) {
            if (cell.size && (!without || !text_is(text_of(field_info(fields[i])->name), without)))
                made_up_cell(made, fields[i], made->inventory->count, cell);
        }
        made->inventory->count++;
        assert_true(made->inventory->count < MADE_UP_MOST);
    }
    made->relations = memory_alloc(1, sizeof *made->relations);
    made->relations->arena = made->inventory->arena;
    made->relations->inventory = made->inventory;
    made->relations->listed_as = ARENA_ARRAY(made->inventory->arena, MADE_UP_MOST, uint32_t);
    for (i = 0; i < made->inventory->count; i++)
        made->relations->listed_as[i] = (uint32_t)i;
    made->relations->members = ARENA_ARRAY(made->inventory->arena, MADE_UP_MOST, uint32_t);
    made->relations->groups = ARENA_ARRAY(made->inventory->arena, MADE_UP_MOST, struct group);
    made->relations->pairs = ARENA_ARRAY(made->inventory->arena, MADE_UP_MOST, struct pair);
}

/* Two rows are a pair and a group of their own; keep stays. */
static inline void made_up_pair(struct made_up *made, enum relation relation, uint32_t keep,
                                uint32_t other, float score, bool ask)
{
    struct relations *relations = made->relations;
    struct group *group = &relations->groups[relations->group_count++];
    uint32_t *members = relations->members + 2 * (relations->group_count - 1);

    members[0] = keep < other ? keep : other;
    members[1] = keep < other ? other : keep;
    *group = (struct group){relation, keep, 2 * (uint32_t)(relations->group_count - 1), 2};
    relations->pairs[relations->pair_count++] = (struct pair){.a = members[0],
                                                              .b = members[1],
                                                              .relation = relation,
                                                              .b_in_a = keep < other,
                                                              .ask = ask,
                                                              .score = score};
    if (!relations->group_of[relation])
        relations->group_of[relation] = ARENA_ARRAY(made->inventory->arena, MADE_UP_MOST, uint32_t);
    relations->group_of[relation][keep] = (uint32_t)relations->group_count;
    relations->group_of[relation][other] = (uint32_t)relations->group_count;
}

static inline void made_up_judge(struct made_up *made)
{
    struct judge_options options = {.as_of = date_make(2026, 11, 14), .threads = 1};

    made->findings = judge(made->inventory, made->relations, &made->assumptions, &options);
}

static inline const struct finding *made_up_find(const struct made_up *made, enum rule rule,
                                                 uint32_t report)
{
    size_t i;

    for (i = 0; i < made->findings->count; i++) {
        if (made->findings->list[i].rule == rule && made->findings->list[i].report == report)
            return &made->findings->list[i];
    }
    return NULL;
}

/* The finding, which must be there. */
static inline struct finding made_up_get(const struct made_up *made, enum rule rule,
                                         uint32_t report)
{
    const struct finding *found = made_up_find(made, rule, report);

    if (found)
        return *found;
    fail_msg("no finding %s on row %u", rule_info(rule)->name, (unsigned)report);
    return (struct finding){.to_runs = NAN};
}

static inline void made_up_free(struct made_up *made)
{
    findings_free(made->findings);
    memory_free(made->relations);
    inventory_free(made->inventory);
}

/* Reads, judges and looks for one finding on the first row. */
static inline bool made_up_fires(const char *table, enum rule rule, struct finding *finding)
{
    struct made_up made;
    const struct finding *found;

    made_up_read(&made, table, NULL);
    made_up_judge(&made);
    found = made_up_find(&made, rule, 0);
    if (found && finding)
        *finding = *found;
    made_up_free(&made);
    return found != NULL;
}

/* It is found, and needs leave from outside: a question to nobody in the house. */
static inline void made_up_assert_outside(const char *table, enum rule rule)
{
    struct finding finding = {.outside = false};

    assert_true(made_up_fires(table, rule, &finding));
    assert_true(finding.outside);
    assert_int_equal(finding.strength, STRENGTH_ASK);
    assert_int_equal(finding_weight(&finding), 0);
}

#endif
