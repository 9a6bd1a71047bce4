#include "match/join_dense.h"

#include "base/memory.h"
#include "base/parallel.h"

enum {
    WORD = 64,           /* bits */
    BLOCK = 8,           /* words of a row that are compared before it is asked whether to go on */
    PAIR_STEPS = 4,      /* what a pair costs besides */
    ASKED_STEPS = 32,    /* what it costs to ask whether it is wanted */
    TILE = 16,           /* sets that each other one is compared with while it is at hand */
    MOST_WORDS = 1 << 25 /* of all rows: 256 MB */
};

/* From here on members are bits: a bit costs a 64th of a word in every pair, a member in a list a
 * step in each pair with a set that has it. */
static uint32_t first_frequent(const struct join_sets *sets)
{
    uint32_t *frequency = memory_alloc((size_t)sets->members + 1, sizeof *frequency), first;

    for (uint32_t i = 0; i < sets->start[sets->count]; i++)
        frequency[sets->member[i]]++;
    for (first = sets->members + 1; first > 1 && frequency[first - 1] > sets->count / WORD;)
        first--;
    memory_free(frequency);
    return first;
}

/* Members of a set before the first frequent one. */
static uint32_t count_rare(const struct join_dense *dense, uint32_t place)
{
    uint32_t low = dense->sets->start[place], high = dense->sets->start[place + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (dense->sets->member[middle] < dense->first)
            low = middle + 1;
        else
            high = middle;
    }
    return low - dense->sets->start[place];
}

/* The largest set that this one may be alike to, or lie in. */
static uint64_t largest(const struct join_dense *dense, uint32_t place)
{
    uint64_t size = dense->sets->size[place];
    struct fraction least = dense->join->least;

    return dense->within ? UINT64_MAX : size * least.whole / least.part;
}

/* Sets that are never part of another one, and empty ones, are compared with none. */
static bool is_compared(const struct join_dense *dense, uint32_t place)
{
    uint32_t size = dense->sets->size[place];

    return size && (!dense->within || size >= dense->join->smallest);
}

/* With which others each set is compared; returns how many pairs that are. */
static uint64_t find_last(struct join_dense *dense)
{
    const struct join_sets *sets = dense->sets;
    uint64_t pairs = 0;
    uint32_t place, last = 0;

    for (place = 0; place < sets->count; place++) {
        while (last < sets->count && sets->size[last] <= largest(dense, place))
            last++;
        dense->last[place] = is_compared(dense, place) ? last : place;
        pairs += dense->last[place] > place ? dense->last[place] - place - 1 : 0;
    }
    return pairs;
}

/* Rare members of both sets of all pairs. */
static uint64_t count_all_rare(struct join_dense *dense)
{
    uint32_t count = dense->sets->count, place, last;
    uint64_t *before = memory_alloc((size_t)count + 1, sizeof *before), rare = 0;

    for (place = 0; place < count; place++) {
        dense->rare[place] = count_rare(dense, place);
        before[place + 1] = before[place] + dense->rare[place];
    }
    for (place = 0; place < count; place++)
        if ((last = dense->last[place]) > place)
            rare += (uint64_t)(last - place - 1) * dense->rare[place] + before[last] -
                    before[place + 1];
    memory_free(before);
    return rare;
}

void join_dense_init(struct join_dense *dense, const struct join_sets *sets,
                     const struct join *join, bool within, uint64_t most)
{
    uint64_t pairs, each = PAIR_STEPS + (join->wanted ? ASKED_STEPS : 0), bits;

    *dense = (struct join_dense){.sets = sets, .join = join, .within = within, .steps = UINT64_MAX};
    dense->rare = memory_alloc(sets->count, sizeof *dense->rare);
    dense->last = memory_alloc(sets->count, sizeof *dense->last);
    pairs = find_last(dense);
    if (pairs > most / each)
        return;
    dense->first = first_frequent(sets);
    bits = sets->members + 1 - dense->first;
    dense->blocks = (uint32_t)((bits + WORD * BLOCK - 1) / (WORD * BLOCK));
    if ((uint64_t)dense->blocks * BLOCK * sets->count <= MOST_WORDS)
        dense->steps = pairs * (each + (uint64_t)dense->blocks * BLOCK) + count_all_rare(dense);
}

static uint64_t *row_of(const struct join_dense *dense, uint32_t place)
{
    return dense->rows + (size_t)place * dense->blocks * BLOCK;
}

static uint32_t *left_of(const struct join_dense *dense, uint32_t place)
{
    return dense->left + (size_t)place * (dense->blocks + 1);
}

/* Bits that both have, counted in each word in parallel (Knuth, TAOCP 7.1.3, equation 62); the
 * bytes of eight words can be added before their sum is taken, as none comes to 256. */
static uint32_t common_bits(const uint64_t *a, const uint64_t *b)
{
    uint64_t bytes = 0;

    for (unsigned i = 0; i < BLOCK; i++) {
        uint64_t bits = a[i] & b[i];

        bits -= bits >> 1 & UINT64_C(0x5555555555555555);
        bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
        bytes += (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    }
    bytes = (bytes & UINT64_C(0x00ff00ff00ff00ff)) + (bytes >> 8 & UINT64_C(0x00ff00ff00ff00ff));
    return (uint32_t)(bytes * UINT64_C(0x0001000100010001) >> 48);
}

static void fill_row(struct join_dense *dense, uint32_t place)
{
    const struct join_sets *sets = dense->sets;
    uint64_t *row = row_of(dense, place);
    uint32_t *left = left_of(dense, place), block = dense->blocks;

    for (uint32_t i = sets->start[place] + dense->rare[place]; i < sets->start[place + 1]; i++) {
        uint32_t bit = sets->member[i] - dense->first;

        row[bit / WORD] |= UINT64_C(1) << bit % WORD;
    }
    for (left[block] = 0; block-- > 0;)
        left[block] =
            left[block + 1] + common_bits(row + (size_t)block * BLOCK, row + (size_t)block * BLOCK);
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* What two sets need in common, times a weight that spares a division for each pair. */
struct need {
    uint64_t weight, sum;
};

static struct need need_of(const struct join_dense *dense, uint32_t a, uint32_t b)
{
    uint64_t part = dense->join->least.part, whole = dense->join->least.whole;
    uint64_t size = dense->sets->size[a];

    return dense->within ? (struct need){whole, part * size}
                         : (struct need){whole + part, part * (size + dense->sets->size[b])};
}

static inline bool is_enough(struct need need, uint32_t common)
{
    return common * need.weight >= need.sum;
}

/* Whether two sets, of which b is not smaller, have as much in common as they need; told as soon as
 * it is certain. */
static bool has_common(const struct join_dense *dense, uint32_t a, uint32_t b, uint64_t *steps)
{
    const struct join_sets *sets = dense->sets;
    const struct need need = need_of(dense, a, b);
    const uint32_t *a_left = left_of(dense, a), *b_left = left_of(dense, b);
    const uint64_t *a_row = row_of(dense, a), *b_row = row_of(dense, b);
    uint32_t rare = smaller(dense->rare[a], dense->rare[b]), common = 0, block;

    *steps += PAIR_STEPS;
    for (block = 0; block < dense->blocks && !is_enough(need, common); block++) {
        if (!is_enough(need, common + smaller(a_left[block], b_left[block]) + rare))
            return false;
        common += common_bits(a_row + (size_t)block * BLOCK, b_row + (size_t)block * BLOCK);
        *steps += BLOCK;
    }
    if (is_enough(need, common) || !is_enough(need, common + rare))
        return is_enough(need, common);
    *steps += dense->rare[a] + dense->rare[b];
    return is_enough(need, common + set_common(sets->member + sets->start[a], dense->rare[a],
                                               sets->member + sets->start[b], dense->rare[b]));
}

static bool is_wanted(const struct join_dense *dense, uint32_t a, uint32_t b,
                      struct join_task *task)
{
    task->steps += dense->join->wanted ? ASKED_STEPS : 0;
    return join_wants(dense->join, a, b);
}

static void compare_tile(const struct join_dense *dense, uint32_t first, uint32_t end,
                         struct join_task *task)
{
    const uint32_t *number = dense->sets->number;
    uint32_t last = dense->last[first];

    for (uint32_t a = first; a < end; a++)
        last = dense->last[a] > last ? dense->last[a] : last;
    for (uint32_t b = first + 1; b < last; b++)
        for (uint32_t a = first; a < end && a < b; a++)
            if (b < dense->last[a] && is_wanted(dense, number[a], number[b], task) &&
                has_common(dense, a, b, &task->steps))
                join_task_add(task, number[a], number[b]);
}

static void work_task(void *context, size_t index)
{
    const struct join_dense *dense = context;
    struct join_task *task = &dense->tasks[index];
    uint32_t first, end;

    for (first = task->first; first < task->end && !join_task_is_idle(task); first = end) {
        end = smaller(first + TILE, task->end);
        compare_tile(dense, first, end, task);
    }
}

/* Each task has about as many pairs. */
static void part_places(const struct join_dense *dense, struct join_task *tasks)
{
    uint64_t total = 0, done = 0;
    uint32_t place, task = 0;

    tasks[0].first = 0;
    for (place = 0; place < dense->sets->count; place++)
        total += dense->last[place] - place;
    for (place = 0; place < dense->sets->count; place++) {
        done += dense->last[place] - place;
        while (task + 1 < JOIN_TASKS && done > total / JOIN_TASKS * (task + 1)) {
            tasks[task].end = place + 1;
            tasks[++task].first = place + 1;
        }
    }
    for (tasks[task].end = place; ++task < JOIN_TASKS;)
        tasks[task].first = tasks[task].end = place;
}

void join_dense_run(struct join_dense *dense, struct join_task *tasks)
{
    size_t places = dense->sets->count, blocks = dense->blocks;
    uint32_t place;

    dense->rows = memory_alloc(places * blocks * BLOCK, sizeof *dense->rows);
    dense->left = memory_alloc(places * (blocks + 1), sizeof *dense->left);
    for (place = 0; place < places; place++)
        fill_row(dense, place);
    dense->tasks = tasks;
    part_places(dense, tasks);
    parallel_for(JOIN_TASKS, dense->join->threads, work_task, dense);
}

void join_dense_clear(struct join_dense *dense)
{
    memory_free(dense->rare);
    memory_free(dense->last);
    memory_free(dense->rows);
    memory_free(dense->left);
    *dense = (struct join_dense){0};
}
