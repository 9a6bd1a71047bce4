#include "match/likes_scan.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "model/request.h"

/* Up to ALL reports everything is looked at closely; of more the NEAREST, and about SPREAD others.
 */
enum { ALL = 20000, NEAREST = 5000, SPREAD = 10000 };
/* Three letters in a row, five bits each. What falls together makes a report nearer than it is. */
enum { GRAMS = 1 << 15, TASK = 4096, SCORES = 4096, POINTS = 1000 };

/* The letters of a text of the request. */
struct letters {
    uint8_t has[GRAMS];
    uint32_t count;
};

struct scan {
    const struct inventory *inventory;
    const struct request *request;
    struct letters name, description;
    uint8_t *wanted; /* by term: the request has it; NULL without fields */
    uint16_t *score; /* by report */
};

struct grams {
    uint32_t last;
    uint32_t read; /* letters and single blanks so far */
};

/* The next three letters in a row, or GRAMS where there are none yet. Runs of marks are one blank.
 */
static uint32_t gram_next(struct grams *grams, unsigned char byte)
{
    uint32_t letter = (uint32_t)byte_lower(byte);

    if (!byte_is_alpha((int)letter) && !byte_is_digit((int)letter) && letter < 0x80) {
        if (!(grams->last & 31) && grams->read)
            return GRAMS;
        letter = 0;
    } else {
        letter = letter & 31 ? letter & 31 : 31;
    }
    grams->last = (grams->last << 5 | letter) & (GRAMS - 1);
    return ++grams->read >= 3 ? grams->last : GRAMS;
}

static bool is_ascii(struct text t)
{
    size_t i;

    for (i = 0; i < t.size; i++)
        if ((unsigned char)t.data[i] >= 0x80)
            return false;
    return true;
}

static void letters_of(struct arena *scratch, struct text t, struct letters *letters)
{
    struct text folded = utf8_fold(scratch, t);
    struct grams grams = {0, 0};
    size_t i;

    for (i = 0; i < folded.size; i++) {
        uint32_t gram = gram_next(&grams, (unsigned char)folded.data[i]);

        if (gram == GRAMS)
            continue;
        letters->has[gram] = 1;
        letters->count++;
    }
}

/* Twice what both have, of what each has. Texts of one or two letters have nothing. */
static uint32_t likeness(const struct letters *letters, struct text t)
{
    struct grams grams = {0, 0};
    uint32_t common = 0, count = 0;
    size_t i;

    for (i = 0; i < t.size; i++) {
        uint32_t gram = gram_next(&grams, (unsigned char)t.data[i]);

        if (gram == GRAMS)
            continue;
        common += letters->has[gram];
        count++;
    }
    common = common < letters->count ? common : letters->count;
    return count + letters->count ? 2 * POINTS * common / (count + letters->count) : 0;
}

static uint32_t text_points(const struct scan *scan, const struct letters *letters,
                            enum field field, size_t report)
{
    const uint32_t *number = scan->inventory->columns[field].number;
    struct text t = inventory_text(scan->inventory, number ? number[report] : 0);
    struct arena *scratch;
    uint32_t points;

    if (!letters->count || !t.size)
        return 0;
    if (is_ascii(t))
        return likeness(letters, t);
    scratch = arena_new();
    points = likeness(letters, utf8_fold(scratch, t));
    arena_free(scratch);
    return points;
}

/* Nearly all of the smaller set in the bigger one counts nearly as much as equal sets. */
static uint32_t field_points(const struct scan *scan, size_t report)
{
    const uint32_t *number = scan->inventory->columns[FIELD_fields].number;
    struct set set = inventory_set(scan->inventory, number ? number[report] : 0);
    uint32_t own = scan->request->field_count, common = 0, less, i;

    for (i = 0; scan->wanted && i < set.count; i++)
        common += scan->wanted[set.member[i]];
    if (!common)
        return 0;
    less = set.count < own ? set.count : own;
    return (POINTS / 2) * common / (set.count + own - common) + (POINTS / 2) * common / less;
}

static void score_some(void *context, size_t task)
{
    struct scan *scan = context;
    size_t end = (task + 1) * TASK, i;

    end = end < scan->inventory->count ? end : scan->inventory->count;
    for (i = task * TASK; i < end; i++)
        scan->score[i] =
            (uint16_t)(text_points(scan, &scan->name, FIELD_name, i) + field_points(scan, i) +
                       text_points(scan, &scan->description, FIELD_description, i) / 2);
}

/* Some number for an id that looks like chance and does not change with the order of rows: FNV-1a,
 * Fowler, Noll, Vo 1991, with the bits mixed once more for what differs at the end only. */
static uint64_t chance(const struct inventory *inventory, size_t report)
{
    struct text id = inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
    uint64_t hash = UINT64_C(14695981039346656037);
    size_t i;

    for (i = 0; i < id.size; i++)
        hash = (hash ^ (unsigned char)id.data[i]) * UINT64_C(1099511628211);
    hash ^= hash >> 32;
    hash *= UINT64_C(0xd6e8feb86659fd93);
    return hash ^ hash >> 32;
}

/* Reports with more points than least are NEAREST at most; of those with just as many, about as
 * many as there is room for. */
struct limit {
    uint32_t least;
    uint64_t tied; /* those whose chance is below */
};

static uint64_t part_of_all(size_t part, size_t all)
{
    return part < all ? UINT64_MAX / all * part : UINT64_MAX;
}

static struct limit limit_of(const struct scan *scan)
{
    size_t *count = memory_alloc(SCORES, sizeof *count), above = 0, i;
    struct limit limit;
    uint32_t score;

    for (i = 0; i < scan->inventory->count; i++)
        count[scan->score[i]]++;
    for (score = SCORES - 1; score > 0 && above + count[score] <= NEAREST; score--)
        above += count[score];
    limit = (struct limit){score, score ? part_of_all(NEAREST - above, count[score]) : 0};
    memory_free(count);
    return limit;
}

static uint32_t *pick(const struct scan *scan, size_t *count)
{
    const struct inventory *inventory = scan->inventory;
    struct limit limit = limit_of(scan);
    uint64_t spread = part_of_all(SPREAD, inventory->count);
    uint32_t *picked = NULL;
    size_t capacity = 0, i;

    *count = 0;
    for (i = 0; i < inventory->count; i++) {
        uint64_t drawn = scan->score[i] <= limit.least ? chance(inventory, i) : 0;

        if (drawn >= spread && (scan->score[i] < limit.least || drawn >= limit.tied))
            continue;
        picked = MEMORY_ROOM(picked, *count, capacity);
        picked[(*count)++] = (uint32_t)i;
    }
    return picked;
}

static uint32_t *everything(size_t count)
{
    uint32_t *all = memory_alloc(count, sizeof *all);
    size_t i;

    for (i = 0; i < count; i++)
        all[i] = (uint32_t)i;
    return all;
}

uint32_t *likes_scan(const struct inventory *inventory, unsigned threads, size_t *count)
{
    const struct request *request = inventory->request;
    struct arena *scratch;
    struct scan *scan;
    uint32_t *picked, i;

    *count = inventory->count;
    if (inventory->count <= ALL)
        return everything(inventory->count);
    scan = memory_alloc(1, sizeof *scan);
    scratch = arena_new();
    scan->inventory = inventory;
    scan->request = request;
    letters_of(scratch, inventory_text(inventory, request->name), &scan->name);
    letters_of(scratch, inventory_text(inventory, request->description), &scan->description);
    if (request->field_count)
        scan->wanted = memory_alloc((size_t)table_count(inventory->terms) + 1, 1);
    for (i = 0; i < request->field_count; i++)
        scan->wanted[request->fields[i]] = 1;
    scan->score = memory_alloc(inventory->count, sizeof *scan->score);
    parallel_for((inventory->count + TASK - 1) / TASK, threads, score_some, scan);
    picked = pick(scan, count);
    arena_free(scratch);
    memory_free(scan->wanted);
    memory_free(scan->score);
    memory_free(scan);
    return picked;
}
