#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What each unit and each owner makes, against the hours they have, and what the plan would free.
 */
struct sum {
    uint32_t number; /* of the text of a unit, or of an owner */
    struct text name;
    size_t reports;
    double hours, capacity, freed;
    int64_t producer, reader, realisable;
};

struct sums {
    struct sum *list;
    size_t count;
};

/* Sums by the numbers of one column, in the order of their first report. */
struct summing {
    const struct story *story;
    const uint32_t *column;
    uint32_t *place; /* by number: place in the list + 1 */
    struct sum *list;
    size_t count, capacity;
};

static struct sum *sum_of(struct summing *summing, uint32_t report)
{
    uint32_t number = summing->column ? summing->column[report] : 0;

    if (!number)
        return NULL;
    if (!summing->place[number]) {
        summing->list = MEMORY_ROOM(summing->list, summing->count, summing->capacity);
        summing->list[summing->count] = (struct sum){.number = number, .capacity = NAN};
        summing->place[number] = (uint32_t)++summing->count;
    }
    return &summing->list[summing->place[number] - 1];
}

static void add_reports(struct summing *summing)
{
    const struct story *story = summing->story;
    size_t i;

    for (i = 0; i < story->inventory->count; i++) {
        struct cost cost = baseline_cost(&story->findings->baseline, i);
        struct sum *sum = sum_of(summing, (uint32_t)i);

        if (!sum || story->relations->listed_as[i] != i)
            continue;
        sum->reports++;
        sum->hours += cost.hours;
        sum->producer += cost_producer(&cost);
        sum->reader += cost_reader(&cost);
    }
    for (i = 0; story->plan && i < story->plan->count; i++) {
        struct sum *sum = sum_of(summing, story->plan->actions[i].report);

        if (!sum)
            continue;
        sum->freed += story->plan->actions[i].hours;
        sum->realisable += story->plan->actions[i].realisable;
    }
}

static void add_capacity(struct sum *sum, double hours)
{
    if (!isnan(hours))
        sum->capacity = (isnan(sum->capacity) ? 0 : sum->capacity) + hours;
}

static int by_name(const void *a, const void *b)
{
    return text_compare(((const struct sum *)a)->name, ((const struct sum *)b)->name);
}

static struct sums *finish(struct document *document, struct summing *summing,
                           struct text (*name)(const struct inventory *, uint32_t))
{
    struct sums *sums = ARENA_ARRAY(document->arena, 1, struct sums);
    size_t i;

    for (i = 0; i < summing->count; i++)
        summing->list[i].name = name(summing->story->inventory, summing->list[i].number);
    if (summing->count)
        qsort(summing->list, summing->count, sizeof *summing->list, by_name);
    sums->count = summing->count;
    sums->list = ARENA_ARRAY(document->arena, summing->count, struct sum);
    for (i = 0; i < summing->count; i++)
        sums->list[i] = summing->list[i];
    memory_free(summing->list);
    memory_free(summing->place);
    return sums;
}

static struct sums *by_department(struct document *document, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    struct summing summing = {.story = story,
                              .column = inventory->columns[FIELD_department].number};
    size_t i;

    summing.place = memory_alloc((size_t)table_count(inventory->strings) + 1, sizeof(uint32_t));
    add_reports(&summing);
    for (i = 1; i < inventory->people_count; i++) {
        uint32_t department = inventory->people[i].department;

        if (department && summing.place[department])
            add_capacity(&summing.list[summing.place[department] - 1],
                         inventory->people[i].capacity_hours);
    }
    return finish(document, &summing, inventory_text);
}

static struct sums *by_owner(struct document *document, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    struct summing summing = {.story = story, .column = inventory->columns[FIELD_owner].number};
    size_t i;

    summing.place = memory_alloc(inventory->people_count + 1, sizeof(uint32_t));
    add_reports(&summing);
    for (i = 0; i < summing.count; i++)
        add_capacity(&summing.list[i], inventory->people[summing.list[i].number].capacity_hours);
    return finish(document, &summing, inventory_person_name);
}

static enum row_style row(const void *context, size_t index, struct cell *cells)
{
    const struct sum *sum = &((const struct sums *)context)->list[index];

    cells[0] = cell_text(sum->name);
    cells[1] = cell_count((int64_t)sum->reports);
    cells[2] = cell_number(sum->hours);
    cells[3] = cell_money(sum->producer);
    cells[4] = cell_money(sum->reader);
    cells[5] = cell_number(sum->capacity);
    cells[6] = cell_number(sum->freed);
    cells[7] = cell_money(sum->realisable);
    return ROW_PLAIN;
}

void section_departments(struct document *document, const struct story *story)
{
    static const struct column departments[] = {{.key = "department"},  {.key = "reports"},
                                                {.key = "hours"},       {.key = "producer_cost"},
                                                {.key = "reader_cost"}, {.key = "capacity_hours"},
                                                {.key = "freed_hours"}, {.key = "realisable"}};
    static const struct column people[] = {{.key = "person"},      {.key = "reports"},
                                           {.key = "hours"},       {.key = "producer_cost"},
                                           {.key = "reader_cost"}, {.key = "capacity_hours"},
                                           {.key = "freed_hours"}, {.key = "realisable"}};
    struct sums *units = by_department(document, story), *owners = by_owner(document, story);

    document_table(document, &(struct table_block){.key = "departments",
                                                   .columns = departments,
                                                   .column_count = 8,
                                                   .row_count = units->count,
                                                   .row = row,
                                                   .context = units});
    document_table(document, &(struct table_block){.key = "people",
                                                   .columns = people,
                                                   .column_count = 8,
                                                   .row_count = owners->count,
                                                   .row = row,
                                                   .context = owners});
}
