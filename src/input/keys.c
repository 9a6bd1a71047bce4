#include "input/keys.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { KEY_LONGEST = 80 };

/* The bytes of a control or no character at i: no workbook keeps them, and an id must come back. */
static size_t no_character(struct text t, size_t i)
{
    const unsigned char *c = (const unsigned char *)t.data + i;

    if (t.size - i >= 2 && c[0] == 0xC2 && c[1] < 0xA0)
        return 2;
    return t.size - i >= 3 && c[0] == 0xEF && c[1] == 0xBF && c[2] >= 0xBE ? 3 : 0;
}

/* "Bed occupancy (Nursing)" becomes bed-occupancy-nursing. */
static struct text slug(struct arena *arena, struct text t)
{
    struct text folded = utf8_fold(arena, t);
    char *data = arena_alloc(arena, folded.size + 1);
    size_t size = 0, i;

    for (i = 0; i < folded.size; i++) {
        size_t skipped = no_character(folded, i);
        unsigned char c = skipped ? '-' : (unsigned char)folded.data[i];

        if (skipped)
            i += skipped - 1;
        if (byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80)
            data[size++] = (char)c;
        else if (size && data[size - 1] != '-')
            data[size++] = '-';
        if (size >= KEY_LONGEST && (c < 0x80 || c >= 0xC0))
            break;
    }
    while (size && (data[size - 1] == '-' || (unsigned char)data[size - 1] >= 0xC0))
        size--;
    return text_make(data, size);
}

static struct text join(struct arena *arena, struct text a, struct text b)
{
    if (!b.size || text_equal(a, b))
        return a;
    return arena_printf(arena, "%.*s-%.*s", TEXT_ARGS(a), TEXT_ARGS(b));
}

struct keys {
    struct inventory *inventory;
    struct arena *arena;
    struct table *taken;
    struct table *numbered; /* keys that numbers were put behind */
    uint32_t *next;         /* by key */
    size_t next_capacity;
};

static struct text text_of_field(const struct inventory *inventory, enum field field, size_t report)
{
    const uint32_t *numbers = inventory->columns[field].number;
    uint32_t number = numbers ? numbers[report] : 0;

    return field_info(field)->kind == KIND_PERSON ? inventory_person_name(inventory, number)
                                                  : inventory_text(inventory, number);
}

/* The name, or the name with more and more that tells it from others. */
static struct text candidate(struct keys *keys, size_t report, int step)
{
    struct text key = slug(keys->arena, text_of_field(keys->inventory, FIELD_name, report));

    if (!key.size)
        key = text_of("report");
    if (step >= 1)
        key = join(keys->arena, key,
                   slug(keys->arena, text_of_field(keys->inventory, FIELD_department, report)));
    if (step >= 2)
        key = join(keys->arena, key,
                   slug(keys->arena, text_of_field(keys->inventory, FIELD_owner, report)));
    return key;
}

/* The number to try next for a key; what was taken before is not tried again. */
static uint32_t *next_number(struct keys *keys, struct text key)
{
    uint32_t number = table_add(keys->numbered, key);
    size_t had = keys->next_capacity;

    if (number >= had) {
        keys->next =
            memory_grow(keys->next, (size_t)number + 1, &keys->next_capacity, sizeof *keys->next);
        memset(keys->next + had, 0, (keys->next_capacity - had) * sizeof *keys->next);
    }
    return &keys->next[number];
}

static uint32_t free_number(struct keys *keys, struct text key, uint32_t part, char mark)
{
    uint32_t *next = next_number(keys, key);
    struct text numbered;

    /* The parts of a given id have their numbers already. */
    if (mark == '-' && *next > part)
        part = *next;
    for (;; part++) {
        numbered = arena_printf(keys->arena, "%.*s%c%u", TEXT_ARGS(key), mark, part);
        if (!table_find(keys->taken, numbered))
            break;
    }
    *next = part + 1;
    table_add(keys->taken, numbered);
    return table_add(keys->inventory->strings, numbered);
}

static uint32_t take(struct keys *keys, struct text key)
{
    table_add(keys->taken, key);
    return table_add(keys->inventory->strings, key);
}

/* A step for all reports without id: who is alone with a key has it; the rest go on. At the end the
 * order of the contents numbers them, so that the order of the rows does not show. */
static size_t give_keys(struct keys *keys, uint32_t *rest, size_t count, int step)
{
    struct table *table = table_new();
    uint32_t *number = memory_alloc(count, sizeof *number);
    uint32_t *uses;
    size_t i, left = 0;

    for (i = 0; i < count; i++)
        number[i] = table_add(table, candidate(keys, rest[i], step));
    uses = memory_alloc((size_t)table_count(table) + 1, sizeof *uses);
    for (i = 0; i < count; i++)
        uses[number[i]]++;
    for (i = 0; i < count; i++) {
        struct text key = table_text(table, number[i]);

        if (uses[number[i]] == 1 && !table_find(keys->taken, key))
            keys->inventory->columns[FIELD_id].number[rest[i]] = take(keys, key);
        else
            rest[left++] = rest[i];
    }
    memory_free(uses);
    memory_free(number);
    table_free(table);
    return left;
}

/* Given ids: parts of one id, and ids of several files. */

static struct text base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return text_of(slash && slash[1] ? slash + 1 : path);
}

static bool *ids_of_two_files(const struct inventory *inventory)
{
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    size_t count = (size_t)table_count(inventory->strings) + 1;
    uint16_t *file = memory_alloc(count, sizeof *file);
    bool *two = memory_alloc(count, sizeof *two);
    size_t i;

    for (i = 0; i < inventory->count; i++) {
        if (ids[i] && file[ids[i]] && file[ids[i]] != inventory->file[i] + 1)
            two[ids[i]] = true;
        file[ids[i]] = (uint16_t)(inventory->file[i] + 1);
    }
    memory_free(file);
    return two;
}

static void give_ids(struct keys *keys, const struct grouping *grouping)
{
    struct inventory *inventory = keys->inventory;
    uint32_t *ids = inventory->columns[FIELD_id].number;
    bool *two = ids_of_two_files(inventory);
    size_t i;

    for (i = 0; i < inventory->count; i++)
        if (ids[i] && !two[ids[i]] && !(grouping->part && grouping->part[i] > 1))
            table_add(keys->taken, inventory_text(inventory, ids[i]));
    for (i = 0; i < inventory->count; i++) {
        struct text id = inventory_text(inventory, ids[i]);
        uint32_t part = grouping->part ? grouping->part[i] : 0;

        if (!ids[i] || (!two[ids[i]] && part < 2))
            continue;
        if (two[ids[i]])
            id = arena_printf(keys->arena, "%.*s:%.*s",
                              TEXT_ARGS(base_name(inventory->inputs[inventory->file[i]].file)),
                              TEXT_ARGS(id));
        ids[i] = part > 1 || table_find(keys->taken, id)
                     ? free_number(keys, id, part > 1 ? part : 2, '#')
                     : take(keys, id);
    }
    memory_free(two);
}

static void give_missing(struct inventory *inventory, const struct grouping *grouping)
{
    struct keys keys = {inventory, arena_new(), table_new(), table_new(), NULL, 0};
    uint32_t *rest = memory_alloc(inventory->count, sizeof *rest);
    size_t count = 0, i;
    int step;

    if (!inventory->columns[FIELD_id].number)
        inventory->columns[FIELD_id].number = memory_alloc(inventory->count, sizeof(uint32_t));
    give_ids(&keys, grouping);
    for (i = 0; i < inventory->count; i++)
        if (!inventory->columns[FIELD_id].number[i])
            rest[count++] = (uint32_t)i;
    inventory->ids_given = count < inventory->count;
    for (step = 0; step < 3 && count; step++)
        count = give_keys(&keys, rest, count, step);
    grouping_sort_by_contents(inventory, rest, count);
    for (i = 0; i < count; i++) {
        struct text key = candidate(&keys, rest[i], 2);

        inventory->columns[FIELD_id].number[rest[i]] =
            table_find(keys.taken, key) ? free_number(&keys, key, 2, '-') : take(&keys, key);
    }
    memory_free(rest);
    table_free(keys.taken);
    table_free(keys.numbered);
    memory_free(keys.next);
    arena_free(keys.arena);
}

/* Most files have an id in every row, and each once. */
static bool ids_are_fine(const struct inventory *inventory, const struct grouping *grouping)
{
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    size_t i;

    if (!ids || grouping->part)
        return false;
    for (i = 0; i < inventory->count; i++)
        if (!ids[i] || inventory->file[i] != inventory->file[0])
            return false;
    return true;
}

void keys_give(struct builder *builder, const struct grouping *grouping)
{
    struct inventory *inventory = builder->inventory;

    if (ids_are_fine(inventory, grouping))
        inventory->ids_given = inventory->count > 0;
    else
        give_missing(inventory, grouping);
}
