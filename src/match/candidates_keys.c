#include "match/candidates_keys.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/radix.h"
#include "match/ranks.h"
#include "match/similarity.h"

uint32_t keys_find_core(const struct keys *keys, struct words words)
{
    return numbering_find(&keys->numbers, words, words_hash(words));
}

/* --- names --- */

struct copy_marks {
    bool *is_mark; /* by word */
    uint32_t copy, of;
};

static bool is_number(struct text t)
{
    size_t i;

    for (i = 0; i < t.size && byte_is_digit((unsigned char)t.data[i]); i++)
        ;
    return t.size && i == t.size;
}

/* Copy words, "v2", "rev3" and single digits, as in "name (2)" and "v3.1". */
static bool looks_like_version(struct text t)
{
    if (text_starts(t, "v") && t.size <= 4)
        return is_number(text_from(t, 1));
    if (text_starts(t, "rev") && t.size <= 6)
        return is_number(text_from(t, 3));
    return t.size == 1 && is_number(t);
}

static void find_copy_marks(const struct tokens *tokens, struct copy_marks *marks)
{
    static const struct text words[] = {
#define COPY_WORD(word) TEXT(word),
#include "match/copy_words.def"
#undef COPY_WORD
    };
    static const struct text copy = TEXT("copy"), of = TEXT("of");
    uint32_t i;

    marks->is_mark = memory_alloc((size_t)table_count(tokens->words) + 1, sizeof *marks->is_mark);
    for (i = 1; i <= tokens->name_words; i++)
        marks->is_mark[i] = looks_like_version(tokens_word(tokens, i));
    for (i = 0; i < sizeof words / sizeof *words; i++)
        marks->is_mark[table_find(tokens->words, words[i])] = true;
    marks->is_mark[0] = false;
    marks->copy = table_find(tokens->words, copy);
    marks->of = table_find(tokens->words, of);
}

/* The name without "Copy of" before it and copy marks behind it; never without all words. */
static struct words without_marks(const struct copy_marks *marks, struct words name)
{
    if (name.count > 2 && name.word[0] == marks->copy && name.word[1] == marks->of) {
        name.word += 2;
        name.count -= 2;
    }
    while (name.count > 1 && marks->is_mark[name.word[name.count - 1]])
        name.count--;
    return name;
}

enum { NAMES_AT_ONCE = 4096, AHEAD = 8 };

/* The core of a name: its words stand where the name's own stand in the list of names. */
struct core {
    uint32_t hash, count;
};

struct coring {
    struct keys *keys;
    struct copy_marks marks;
    struct core *cores; /* by name */
};

static void make_cores(void *context, size_t task)
{
    struct coring *coring = context;
    struct keys *keys = coring->keys;
    const struct tokens *tokens = keys->tokens;
    uint32_t i = (uint32_t)task * NAMES_AT_ONCE, end = i + NAMES_AT_ONCE, k;

    for (end = end < tokens->name_total ? end : tokens->name_total; i < end; i++) {
        struct words name = {tokens->names.word + tokens->names.start[i],
                             tokens->names.start[i + 1] - tokens->names.start[i]};
        uint32_t *word = keys->core_words + tokens->names.start[i];
        struct words stem = keys->stems[i] = without_marks(&coring->marks, name), core;

        for (k = 0; k < stem.count; k++)
            word[k] = tokens->same_as[stem.word[k]];
        core = words_set((struct words){word, stem.count}, word);
        coring->cores[i] = (struct core){words_hash(core), core.count};
    }
}

static void mark_cores(void *context, size_t task)
{
    struct keys *keys = context;
    uint32_t i = (uint32_t)task * NAMES_AT_ONCE, end = i + NAMES_AT_ONCE, k;

    for (end = end < keys->numbers.count ? end : keys->numbers.count; i < end; i++) {
        struct words core = keys->cores[i];
        uint64_t signature = 0;

        for (k = 0; k < core.count; k++)
            signature |= signature_bit(core.word[k]);
        keys->core_mark[i] = (struct core_mark){
            signature, (uint32_t)set_weight(core.word, core.count, keys->tokens->weight)};
    }
}

/* Keys by name; what reports get is copied from there. */
static void number_names(struct keys *keys, unsigned threads, uint32_t *core_key)
{
    const struct tokens *tokens = keys->tokens;
    uint32_t names = tokens->name_total, i;
    struct coring coring = {.keys = keys, .cores = memory_resize(NULL, names, sizeof(struct core))};
    struct numbering *numbers = &keys->numbers;

    find_copy_marks(tokens, &coring.marks);
    keys->stems = memory_alloc(names, sizeof *keys->stems);
    keys->core_words = memory_resize(NULL, tokens->names.start[names], sizeof *keys->core_words);
    numbering_init(numbers, names);
    parallel_for((names + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, make_cores, &coring);
    for (i = 0; i < names; i++) {
        struct words core = {keys->core_words + tokens->names.start[i], coring.cores[i].count};

        if (i + AHEAD < names)
            numbering_fetch(numbers, coring.cores[i + AHEAD].hash);
        core_key[i] = core.count ? numbering_add(numbers, core, coring.cores[i].hash) : 0;
    }
    memory_free(coring.cores);
    memory_free(coring.marks.is_mark);
    keys->last[KEY_CORE] = numbers->count - 1;
    numbers->lists = memory_resize(numbers->lists, numbers->count, sizeof *numbers->lists);
    keys->cores = numbers->lists;
    keys->core_mark = memory_resize(NULL, numbers->count, sizeof *keys->core_mark);
    parallel_for((numbers->count + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, mark_cores, keys);
}

/* Words that count in plain comparisons: not those of grammar or in nearly every name (weight), not
 * codes that one name alone has. */
static bool is_content(const struct tokens *tokens, uint32_t word)
{
    struct text t = tokens_word(tokens, word);
    size_t i;

    if (tokens->weight[word] <= 2)
        return false;
    for (i = 0; i < t.size && tokens->name_frequency[word] == 1; i++)
        if (byte_is_digit((unsigned char)t.data[i]))
            return false;
    return true;
}

static void list_contents(struct keys *keys)
{
    uint32_t cores = keys->last[KEY_CORE] + 1, i, k, at = 0;

    keys->contents = memory_alloc(cores, sizeof *keys->contents);
    keys->content_words = memory_resize(NULL, keys->tokens->names.start[keys->tokens->name_total],
                                        sizeof *keys->content_words);
    for (i = 1; i < cores; i++) {
        struct words core = keys->cores[i];
        struct words content = {keys->content_words + at, 0};

        for (k = 0; k < core.count; k++)
            if (is_content(keys->tokens, core.word[k]))
                keys->content_words[at + content.count++] = core.word[k];
        at += content.count;
        keys->contents[i] = content;
    }
}

static void key_names(struct keys *keys, unsigned threads)
{
    const struct tokens *tokens = keys->tokens;
    size_t count = tokens->inventory->count, i;
    uint32_t *core_key = memory_alloc(tokens->name_total, sizeof *core_key);
    enum key_sort sort;

    number_names(keys, threads, core_key);
    if (keys->last[KEY_CORE] <= PLAIN_NAMES)
        list_contents(keys);
    for (sort = KEY_NAME; sort <= KEY_CORE; sort++)
        keys->key[sort] = keys->own[sort] = memory_alloc(count, sizeof **keys->own);
    for (i = 0; i < count; i++) {
        uint32_t name = tokens->name_of[i];

        keys->own[KEY_CORE][i] = core_key[name];
        keys->own[KEY_NAME][i] = core_key[name] ? name + 1 : 0;
    }
    keys->last[KEY_NAME] = tokens->name_total;
    keys->core_of_name = core_key;
}

/* --- rows --- */

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/* The bits of a cell. */
static uint64_t cell(const struct inventory *inventory, enum field field, size_t report)
{
    uint64_t bits;

    if (field_is_number(field))
        return inventory->columns[field].number[report];
    memcpy(&bits, &inventory->columns[field].value[report], sizeof bits);
    return bits;
}

static bool rows_equal(const struct inventory *inventory, size_t a, size_t b)
{
    enum field field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (field != FIELD_id && inventory->columns[field].number &&
            cell(inventory, field, a) != cell(inventory, field, b))
            return false;
    for (size_t i = 0; i < inventory->spare_count; i++)
        if (inventory->spare_columns[i].value[a] != inventory->spare_columns[i].value[b])
            return false;
    return true;
}

/* Reports are brought together by a hash of their columns; then their columns are compared. */
static void key_rows(struct keys *keys)
{
    const struct inventory *inventory = keys->inventory;
    size_t count = inventory->count, i, k;
    uint64_t *hashes = memory_alloc(count, sizeof *hashes);
    uint64_t *order = memory_alloc(count, sizeof *order);
    uint32_t *key = keys->own[KEY_ROWS] = memory_alloc(count, sizeof *key), last = 0;
    enum field field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (field != FIELD_id && inventory->columns[field].number)
            for (i = 0; i < count; i++)
                hashes[i] = mix(hashes[i], cell(inventory, field, i));
    for (size_t column = 0; column < inventory->spare_count; column++)
        for (i = 0; i < count; i++)
            hashes[i] = mix(hashes[i], inventory->spare_columns[column].value[i]);
    for (i = 0; i < count; i++)
        order[i] = hashes[i] << 32 | i;
    radix_sort(order, count, 1);
    for (i = 0; i < count; i++) {
        uint32_t report = (uint32_t)order[i];

        for (k = i; k-- && order[k] >> 32 == order[i] >> 32 && !key[report];)
            if (rows_equal(inventory, report, (uint32_t)order[k]))
                key[report] = key[(uint32_t)order[k]];
        if (!key[report])
            key[report] = ++last;
    }
    keys->key[KEY_ROWS] = key;
    keys->last[KEY_ROWS] = last;
    memory_free(hashes);
    memory_free(order);
}

/* --- ids --- */

static void order_by_id(struct keys *keys)
{
    size_t count = keys->inventory->count;

    keys->rank = memory_resize(NULL, count, sizeof *keys->rank);
    keys->ranked = memory_resize(NULL, count, sizeof *keys->ranked);
    ranks_make(keys->inventory, keys->rank, keys->ranked);
}

/* --- columns that are keys as they stand --- */

static uint32_t greatest(const uint32_t *key, size_t count)
{
    uint32_t most = 0;
    size_t i;

    for (i = 0; key && i < count; i++)
        most = key[i] > most ? key[i] : most;
    return most;
}

/* Where the fields of a report are known they tell what it is; that many read it says less. */
static void key_readers(struct keys *keys)
{
    size_t count = keys->inventory->count, i;
    uint32_t *key = keys->own[KEY_READERS] = memory_alloc(count, sizeof *key);
    bool any = false;

    for (i = 0; i < count; i++) {
        key[i] = keys->key[KEY_FIELDS][i] ? 0 : keys->key[KEY_RECIPIENTS][i];
        any = any || key[i];
    }
    keys->key[KEY_READERS] = any ? key : NULL;
}

static void key_columns(struct keys *keys)
{
    const struct inventory *inventory = keys->inventory;
    static const struct {
        enum key_sort sort;
        enum field field;
    } columns[] = {
        {KEY_FIELDS, FIELD_fields},      {KEY_RECIPIENTS, FIELD_recipients},
        {KEY_READERS, FIELD_recipients}, {KEY_DEPARTMENT, FIELD_department},
        {KEY_OWNER, FIELD_owner},
    };
    size_t i;

    for (i = 0; i < sizeof columns / sizeof *columns; i++)
        keys->key[columns[i].sort] = inventory->columns[columns[i].field].number;
    if (inventory->count > DESCRIBED_AT_ONCE && keys->key[KEY_READERS] && keys->key[KEY_FIELDS])
        key_readers(keys);
    for (i = KEY_FIELDS; i < KEY_COUNT; i++)
        keys->last[i] = greatest(keys->key[i], inventory->count);
}

/* The keys that do not need each other, at the same time. */
static void make_some(void *context, size_t task)
{
    static void (*const makers[])(struct keys * keys) = {order_by_id, key_rows, key_columns};

    makers[task](context);
}

void keys_make(const struct inventory *inventory, unsigned threads, struct keys *keys)
{
    *keys = (struct keys){.inventory = inventory};
    parallel_for(3, threads, make_some, keys);
}

void keys_add_names(struct keys *keys, const struct tokens *tokens, unsigned threads)
{
    keys->tokens = tokens;
    keys->key[KEY_DESCRIPTION] = tokens->description_of
                                     ? tokens->description_of
                                     : keys->inventory->columns[FIELD_description].number;
    keys->last[KEY_DESCRIPTION] = greatest(keys->key[KEY_DESCRIPTION], keys->inventory->count);
    key_names(keys, threads);
}

void keys_settle(struct keys *keys)
{
    memory_free(keys->numbers.slots);
    memory_free(keys->stems);
    keys->numbers.slots = NULL;
    keys->stems = NULL;
}

void keys_clear(struct keys *keys)
{
    unsigned i;

    for (i = 0; i < KEY_COUNT; i++)
        memory_free(keys->own[i]);
    memory_free(keys->rank);
    memory_free(keys->ranked);
    numbering_clear(&keys->numbers);
    memory_free(keys->core_mark);
    memory_free(keys->contents);
    memory_free(keys->content_words);
    memory_free(keys->stems);
    memory_free(keys->core_of_name);
    set_pairs_clear(&keys->soft);
    memory_free(keys->core_words);
    *keys = (struct keys){0};
}

void key_groups_make(const struct keys *keys, enum key_sort sort, struct key_groups *groups)
{
    size_t count = keys->inventory->count, i;
    uint32_t k;

    groups->count = keys->last[sort] + 1;
    groups->start = memory_alloc((size_t)groups->count + 2, sizeof *groups->start);
    groups->report = memory_alloc(count, sizeof *groups->report);
    for (i = 0; i < count; i++)
        groups->start[key_of(keys, sort, (uint32_t)i) + 2]++;
    for (k = 2; k <= groups->count + 1; k++)
        groups->start[k] += groups->start[k - 1];
    for (i = 0; i < count; i++) {
        uint32_t report = keys->ranked[i];

        groups->report[groups->start[key_of(keys, sort, report) + 1]++] = report;
    }
}

void key_groups_clear(struct key_groups *groups)
{
    memory_free(groups->start);
    memory_free(groups->report);
    *groups = (struct key_groups){0};
}
