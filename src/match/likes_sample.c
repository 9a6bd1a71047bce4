#include "match/likes_sample.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "model/request.h"

/* Sets of the sample: those of its reports alone, so that nothing is as large as the inventory. */
struct sets {
    struct inventory *sample;
    uint32_t *map; /* by set of the inventory: its number in the sample; 0 not yet there */
    size_t start_capacity, member_capacity, member_count;
};

static uint32_t sets_add(struct sets *sets, const uint32_t *member, uint32_t count)
{
    struct inventory *sample = sets->sample;

    sample->set_member = memory_grow(sample->set_member, sets->member_count + count,
                                     &sets->member_capacity, sizeof *sample->set_member);
    if (count)
        memcpy(sample->set_member + sets->member_count, member, count * sizeof *member);
    sets->member_count += count;
    sample->set_start = memory_grow(sample->set_start, sample->set_count + 2, &sets->start_capacity,
                                    sizeof *sample->set_start);
    sample->set_start[sample->set_count + 1] = (uint32_t)sets->member_count;
    return (uint32_t)sample->set_count++;
}

/* Equal sets have equal numbers, that of the request as well. */
static uint32_t request_set(struct sets *sets, const uint32_t *member, uint32_t count)
{
    uint32_t number;

    if (!count)
        return 0;
    for (number = 1; number < sets->sample->set_count; number++) {
        struct set set = inventory_set(sets->sample, number);

        if (set.count == count && memcmp(set.member, member, count * sizeof *member) == 0)
            return number;
    }
    return sets_add(sets, member, count);
}

static uint32_t sample_set(struct sets *sets, const struct inventory *inventory, uint32_t number)
{
    struct set set = inventory_set(inventory, number);

    if (number && !sets->map[number])
        sets->map[number] = sets_add(sets, set.member, set.count);
    return sets->map[number];
}

static void take_numbers(struct sets *sets, const struct inventory *inventory, enum field field,
                         const uint32_t *original, size_t count)
{
    const uint32_t *from = inventory->columns[field].number;
    enum field_kind kind = field_info(field)->kind;
    uint32_t *to = memory_alloc(count + 1, sizeof *to);
    bool is_set = kind == KIND_PEOPLE || kind == KIND_TERMS;
    size_t i;

    for (i = 0; from && i < count; i++)
        to[i] = is_set ? sample_set(sets, inventory, from[original[i]]) : from[original[i]];
    sets->sample->columns[field].number = to;
}

static void take_values(struct inventory *sample, const struct inventory *inventory,
                        enum field field, const uint32_t *original, size_t count)
{
    const double *from = inventory->columns[field].value;
    double *to = memory_alloc(count + 1, sizeof *to);
    size_t i;

    for (i = 0; i < count; i++)
        to[i] = from[original[i]];
    to[count] = (double)NAN;
    sample->columns[field].value = to;
}

static bool asks_for(const struct request *request, enum field field)
{
    return (field == FIELD_description && request->description) ||
           (field == FIELD_owner && request->owner) ||
           (field == FIELD_department && request->department) ||
           (field == FIELD_fields && request->field_count) ||
           (field == FIELD_recipients && request->recipient_count) ||
           (field == FIELD_frequency && request->frequency.status != FREQUENCY_UNKNOWN);
}

static void set_number(struct inventory *sample, enum field field, uint32_t number)
{
    if (sample->columns[field].number)
        sample->columns[field].number[sample->count - 1] = number;
}

static void take_frequencies(struct inventory *sample, const struct inventory *inventory,
                             const struct request *request)
{
    size_t count = inventory->frequency_count;

    sample->frequencies = memory_alloc(count + 1, sizeof *sample->frequencies);
    memcpy(sample->frequencies, inventory->frequencies, count * sizeof *sample->frequencies);
    sample->frequencies[count] = request->frequency;
    sample->frequency_count = count + 1;
}

static void take_request(struct sets *sets, const struct request *request)
{
    struct inventory *sample = sets->sample;

    set_number(sample, FIELD_id, request->id);
    set_number(sample, FIELD_name, request->name);
    set_number(sample, FIELD_description, request->description);
    set_number(sample, FIELD_owner, request->owner);
    set_number(sample, FIELD_department, request->department);
    set_number(sample, FIELD_fields, request_set(sets, request->fields, request->field_count));
    set_number(sample, FIELD_recipients,
               request_set(sets, request->recipients, request->recipient_count));
    if (request->frequency.status != FREQUENCY_UNKNOWN)
        set_number(sample, FIELD_frequency, (uint32_t)sample->frequency_count - 1);
}

struct inventory *likes_sample(const struct inventory *inventory, const uint32_t *original,
                               size_t count)
{
    const struct request *request = inventory->request;
    struct inventory *sample = memory_alloc(1, sizeof *sample);
    struct sets sets = {.sample = sample,
                        .map = memory_alloc(inventory->set_count, sizeof(uint32_t))};
    int field;

    *sample = *inventory;
    sample->count = count + 1;
    sample->set_start = NULL;
    sample->set_member = NULL;
    sample->last_decision = NULL;
    sample->spare_count = 0; /* a request says nothing of them */
    sample->set_count = 1;
    sample->set_start = memory_grow(NULL, 2, &sets.start_capacity, sizeof *sample->set_start);
    memset(sample->set_start, 0, 2 * sizeof *sample->set_start);
    sample->line = memory_alloc(count + 1, sizeof *sample->line);
    sample->file = memory_alloc(count + 1, sizeof *sample->file);
    memset(sample->columns, 0, sizeof sample->columns);
    for (field = 0; field < FIELD_COUNT; field++) {
        bool there = inventory->columns[field].number != NULL;

        if (!field_is_number((enum field)field) && there)
            take_values(sample, inventory, (enum field)field, original, count);
        else if (there || asks_for(request, (enum field)field))
            take_numbers(&sets, inventory, (enum field)field, original, count);
    }
    take_frequencies(sample, inventory, request);
    take_request(&sets, request);
    memory_free(sets.map);
    return sample;
}

void likes_sample_free(struct inventory *sample)
{
    int field;

    for (field = 0; field < FIELD_COUNT; field++)
        memory_free(sample->columns[field].number);
    memory_free(sample->line);
    memory_free(sample->file);
    memory_free(sample->set_start);
    memory_free(sample->set_member);
    memory_free(sample->frequencies);
    memory_free(sample);
}
