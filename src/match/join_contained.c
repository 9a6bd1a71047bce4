#include "base/memory.h"
#include "base/parallel.h"
#include "match/join.h"
#include "match/join_lists.h"
#include "match/join_method.h"
#include "match/join_sets.h"

/* A set that lies nearly wholly in another one shares one of its rarest members with it: the first
 * n - need + 1, where need is what must be common. Those stand in the lists of the parts; the lists
 * of the wholes hold every set, for the same members only. */

/* Sets of so many pairs are fetched before the pairs are compared. */
enum { LOT = 64 };

struct contained {
    const struct join_sets *sets;
    struct join_lists parts, wholes;
    const struct join *join;
    struct fraction least;
    uint32_t smallest;
    struct join_method method;
};

static uint32_t needed(const struct contained *contained, uint32_t size)
{
    uint64_t part = contained->least.part, whole = contained->least.whole;

    return (uint32_t)((size * part + whole - 1) / whole);
}

static uint32_t prefix(const struct join_sets *sets, uint32_t place, const void *context)
{
    const struct contained *contained = context;
    uint32_t size = sets->size[place], need = needed(contained, size);
    uint32_t shared = sets->start[place + 1] - sets->start[place];

    if (size < contained->smallest || !need || shared < need)
        return 0;
    return shared - need + 1;
}

/* The first of the members from which on none is less than that one. */
static const uint32_t *at_least(const uint32_t *from, const uint32_t *end, uint32_t member)
{
    while (from < end) {
        const uint32_t *middle = from + (end - from) / 2;

        if (*middle < member)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

/* Members of a part and of a whole that are gone through. */
struct both {
    const uint32_t *part, *part_end, *whole, *whole_end;
};

/* Goes on to the first member of the part; whether they have none in common before it. Most that
 * have one have it at the beginning or, where the sets are nearly equal, right before it. */
static bool skip_to(struct both *both, const uint32_t *first)
{
    enum { NEAR = 24 };
    const uint32_t *p = both->part, *w = both->whole, *last;
    unsigned steps = 0;

    while (p < first && w < both->whole_end && steps++ < NEAR) {
        uint32_t x = *p, y = *w;

        if (x == y)
            return false;
        p += x <= y;
        w += y <= x;
    }
    last = p < first ? at_least(w, both->whole_end, *first) : w;
    if (set_common_exceeds(p, (uint32_t)(first - p), w, (uint32_t)(last - w), 0))
        return false;
    both->part = first;
    both->whole = last;
    return true;
}

/* Whether need of the part's members are in the whole. Nobody could foretell which of two is less:
 * nothing is jumped over, but where the whole is so much larger that each is rather looked for. */
static bool has_common(struct both both, uint32_t need)
{
    enum { MUCH_LARGER = 16 };
    const uint32_t *p = both.part, *w = both.whole;
    bool looked_for = both.whole_end - w > MUCH_LARGER * (both.part_end - p);
    uint32_t common = 0;

    while (p < both.part_end && w < both.whole_end &&
           (ptrdiff_t)common + (both.part_end - p) >= (ptrdiff_t)need) {
        if (looked_for && (w = at_least(w, both.whole_end, *p)) == both.whole_end)
            break;
        uint32_t x = *p, y = *w;

        common += x == y;
        p += x <= y;
        w += y <= x;
    }
    return common >= need;
}

/* Whether need of the part's members are in the whole, none of them before the position. */
static bool holds(const struct join_sets *sets, uint32_t part, uint32_t whole, uint32_t position,
                  uint32_t need)
{
    struct both both = {sets->member + sets->start[part], sets->member + sets->start[part + 1],
                        sets->member + sets->start[whole], sets->member + sets->start[whole + 1]};

    return skip_to(&both, both.part + position) && has_common(both, need);
}

/* Bits are cleared one by one: few may be set, and not every processor that we run on counts bits.
 */
static bool at_most_bits(uint64_t bits, uint32_t most)
{
    while (bits && most--)
        bits &= bits - 1;
    return !bits;
}

/* Wholes whose signature lacks at most so many bits of the part's; absent: bits that each lacks.
 * Nothing is jumped over in the loops, as nobody could foretell it; most parts may lack nothing. */
static uint32_t choose_wholes(const uint64_t *absent, uint32_t first, uint32_t count, uint64_t mine,
                              uint32_t missing, uint32_t *chosen)
{
    uint32_t n = 0, k;

    if (!missing)
        for (k = first; k < count; k++) {
            chosen[n] = k;
            n += !(mine & absent[k]);
        }
    else
        for (k = first; k < count; k++) {
            uint64_t bits = mine & absent[k];

            bits &= bits - (bits != 0);
            chosen[n] = k;
            n += missing == 1 ? !bits : at_most_bits(bits, missing - 1);
        }
    return n;
}

/* The second signature passes few of those that the first one let pass by chance. */
static uint32_t choose_again(const uint64_t *absent, uint64_t mine, uint32_t missing,
                             uint32_t *chosen, uint32_t count)
{
    uint32_t n = 0, i;

    for (i = 0; i < count; i++) {
        uint32_t k = chosen[i];

        chosen[n] = k;
        n += at_most_bits(mine & absent[k], missing);
    }
    return n;
}

/* A pair that the signatures let pass. */
struct chance {
    uint32_t part, whole, position;
};

struct room {
    uint64_t *absent, *absent_other; /* by whole of a list: what its signatures lack */
    uint32_t *chosen;
    struct chance lot[LOT];
    uint32_t lot_count;
};

/* A part has few chances: those of many parts are compared together, so that the waits for memory
 * overlap. */
static void compare_lot(const struct contained *contained, struct room *room,
                        struct join_task *task)
{
    const struct join_sets *sets = contained->sets;
    uint32_t i;

    for (i = 0; i < room->lot_count; i++) {
        __builtin_prefetch(&sets->start[room->lot[i].whole]);
        __builtin_prefetch(&sets->number[room->lot[i].whole]);
    }
    for (i = 0; i < room->lot_count; i++)
        __builtin_prefetch(&sets->member[sets->start[room->lot[i].whole]]);
    for (i = 0; i < room->lot_count; i++) {
        const struct chance *chance = &room->lot[i];
        uint32_t need = needed(contained, sets->size[chance->part]);

        uint32_t part = sets->number[chance->part], whole = sets->number[chance->whole];

        if (join_wants(contained->join, part, whole) &&
            holds(sets, chance->part, chance->whole, chance->position, need))
            join_task_add(task, part, whole);
    }
    room->lot_count = 0;
}

static void add_chances(const struct contained *contained, struct chance chance,
                        const uint32_t *whole, uint32_t count, struct room *room,
                        struct join_task *task)
{
    uint32_t i;

    for (i = 0; i < count; i++) {
        if (room->lot_count == LOT)
            compare_lot(contained, room, task);
        chance.whole = whole[room->chosen[i]];
        room->lot[room->lot_count++] = chance;
    }
}

/* Both lists are in the order of places: a part is compared with the wholes behind it. */
static void work_member(const struct contained *contained, uint32_t member, struct room *room,
                        struct join_task *task)
{
    const struct join_sets *sets = contained->sets;
    const struct join_lists *parts = &contained->parts;
    uint32_t first = contained->wholes.start[member];
    uint32_t count = contained->wholes.start[member + 1] - first, behind = 0, i, k;
    const uint32_t *whole = contained->wholes.place + first;

    for (k = 0; k < count && !contained->method.only_count; k++) {
        room->absent[k] = ~sets->any[whole[k]][0];
        room->absent_other[k] = ~sets->any[whole[k]][1];
    }
    for (i = parts->start[member]; i < parts->start[member + 1]; i++) {
        uint32_t part = parts->place[i], size = sets->size[part];
        uint32_t missing = size - needed(contained, size);

        if (join_task_is_idle(task))
            return;
        while (behind < count && whole[behind] <= part)
            behind++;
        task->steps += count - behind;
        if (contained->method.only_count)
            continue;
        k = choose_wholes(room->absent, behind, count, sets->any[part][0], missing, room->chosen);
        k = choose_again(room->absent_other, sets->any[part][1], missing, room->chosen, k);
        add_chances(contained, (struct chance){part, 0, parts->position[i]}, whole, k, room, task);
    }
}

static void work_task(void *context, size_t index)
{
    const struct contained *contained = context;
    struct join_task *task = &contained->method.tasks[index];
    uint32_t member, longest = 0;
    struct room room = {.lot_count = 0};

    for (member = task->first; member < task->end; member++)
        if (contained->wholes.start[member + 1] - contained->wholes.start[member] > longest)
            longest = contained->wholes.start[member + 1] - contained->wholes.start[member];
    room.absent = memory_resize(NULL, longest, sizeof *room.absent);
    room.absent_other = memory_resize(NULL, longest, sizeof *room.absent_other);
    room.chosen = memory_resize(NULL, longest, sizeof *room.chosen);
    for (member = task->first; member < task->end; member++)
        work_member(contained, member, &room, task);
    compare_lot(contained, &room, task);
    memory_free(room.absent);
    memory_free(room.absent_other);
    memory_free(room.chosen);
}

/* Every part with every whole of its lists: never less than what is compared. */
static uint64_t most_steps(const struct contained *contained)
{
    const uint32_t *parts = contained->parts.start, *wholes = contained->wholes.start;
    uint64_t steps = 0;
    uint32_t member;

    for (member = 1; member <= contained->parts.members; member++)
        steps +=
            (uint64_t)(parts[member + 1] - parts[member]) * (wholes[member + 1] - wholes[member]);
    return steps;
}

struct set_pairs join_contained(const struct join_sets *sets, const struct join *join)
{
    struct contained contained = {
        .sets = sets, .join = join, .least = join->least, .smallest = join->smallest};
    struct join_method *method = &contained.method;
    static const struct fraction any = {0, 1};
    struct set_pairs pairs;

    join_lists_make(sets, prefix, &contained, &contained.parts);
    join_lists_full(sets, &contained.parts, &contained.wholes);
    *method = (struct join_method){.sets = sets, .join = join, .within = true, .work = work_task};
    join_limit_init(&method->limit, sets, join);
    method->tasks = join_tasks_make(&contained.wholes, &method->limit);
    method->long_steps = join_long_steps(sets, &contained.wholes, prefix, &contained,
                                         &(struct join_long){any, join->least, method->limit.most});
    method->list_steps = most_steps(&contained);
    pairs = join_method_run(method, &contained);
    join_lists_clear(&contained.parts);
    join_lists_clear(&contained.wholes);
    return pairs;
}
