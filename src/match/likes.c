#include "match/likes.h"

#include <stdlib.h>

#include "base/memory.h"
#include "match/likes_sample.h"
#include "match/likes_scan.h"
#include "match/matching.h"
#include "model/request.h"

enum { MOST_NEAR = 5 };
static const float near_share = 0.5f, inside_share = 0.2f, bare_name_score = 0.6f;

struct found {
    struct like like;
    struct text id;
    uint32_t place;
};

static struct text id_of(const struct inventory *inventory, uint32_t report)
{
    return inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
}

/* Related ones first, in the order of enum relation. */
static int by_likeness(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    bool x_near = x->like.relation == RELATION_NONE, y_near = y->like.relation == RELATION_NONE;

    if (x_near != y_near)
        return x_near ? 1 : -1;
    if (x->like.relation != y->like.relation)
        return x->like.relation > y->like.relation ? 1 : -1;
    if (x->like.score != y->like.score)
        return x->like.score > y->like.score ? -1 : 1;
    return text_compare(x->id, y->id);
}

/* The share of their words that two names have in common, by what the words are worth. */
static float names_share(const struct matching *matching, uint32_t a, uint32_t b,
                         struct name_difference *names)
{
    uint32_t all;

    name_compare(&matching->profile, a, b, names);
    all = names->common + names->differing;
    return all ? (float)names->common / (float)all : 0;
}

/* A name of words that many reports have, such as "Stock list", proves nothing between two reports.
 * Of a request that says no more, the report that is called so is the one that is meant. */
static bool is_all_that_is_known(const struct likes *likes, const struct name_difference *names)
{
    const struct request *request = likes->inventory->request;

    return !names->a_count && !names->b_count && !request->description && !request->field_count &&
           !request->department;
}

/* The shorter name is wholly in the longer one, but for a rhythm, a place or the like: whoever asks
 * for "Nursing dashboard" wants to see those of the wards. */
static bool is_in_the_other(const struct name_difference *names)
{
    return names->content && (!names->a_other || !names->b_other);
}

/* The request is the last report of the sample. Rules on what differs rest on the two being alike
 * enough to be compared at all: that is so of listed pairs, and where names are near. */
static bool look(const struct likes *likes, uint32_t place, struct like *like)
{
    const struct matching *matching = (const struct matching *)likes->relations;
    uint32_t request = (uint32_t)likes->sample->count - 1;
    struct evidence evidence;
    struct verdict verdict;
    float share;
    bool near;

    matching_decide(matching, place, request, 0, &evidence, &verdict);
    share = names_share(matching, place, request, &evidence.names);
    near = share >= near_share;
    if (verdict.relation != RELATION_NONE &&
        (near || verdict.relation == RELATION_SAME || matching_pair(matching, place, request))) {
        *like =
            (struct like){likes->original[place], verdict.relation, verdict.b_in_a, verdict.score};
        return true;
    }
    *like = (struct like){likes->original[place], RELATION_NONE, false, share};
    if (is_all_that_is_known(likes, &evidence.names))
        *like = (struct like){likes->original[place], RELATION_SAME, false, bare_name_score};
    return near || (share >= inside_share && is_in_the_other(&evidence.names));
}

static void keep(struct likes *likes, struct found *found, size_t count)
{
    size_t i;

    if (count)
        qsort(found, count, sizeof *found, by_likeness);
    likes->list = ARENA_ARRAY(likes->arena, count, struct like);
    likes->place = ARENA_ARRAY(likes->arena, count, uint32_t);
    for (i = 0; i < count && likes->count < likes->related + MOST_NEAR; i++) {
        likes->related += found[i].like.relation != RELATION_NONE;
        likes->place[likes->count] = found[i].place;
        likes->list[likes->count++] = found[i].like;
    }
}

struct likes *likes_find(const struct inventory *inventory, const struct match_options *options)
{
    struct likes *likes = memory_alloc(1, sizeof *likes);
    struct found *found = NULL;
    size_t picked, count = 0, capacity = 0, i;

    likes->arena = arena_new();
    likes->inventory = inventory;
    likes->original = likes_scan(inventory, options->threads, &picked);
    likes->sample = likes_sample(inventory, likes->original, picked);
    likes->relations = match_inventory(likes->sample, options);
    for (i = 0; i < picked; i++) {
        struct like like;

        if (!look(likes, (uint32_t)i, &like))
            continue;
        found = MEMORY_ROOM(found, count, capacity);
        found[count++] = (struct found){like, id_of(inventory, likes->original[i]), (uint32_t)i};
    }
    keep(likes, found, count);
    memory_free(found);
    return likes;
}

bool like_is_off(const struct likes *likes, size_t number)
{
    const uint32_t *status = likes->inventory->columns[FIELD_status].number;

    return status &&
           status_is_inactive(inventory_text(likes->inventory, status[likes->list[number].report]));
}

bool likes_has_same(const struct likes *likes)
{
    size_t i;

    for (i = 0; i < likes->related; i++)
        if (likes->list[i].relation == RELATION_SAME && !like_is_off(likes, i))
            return true;
    return false;
}

void likes_explain(const struct likes *likes, size_t number, struct facts *facts)
{
    match_explain(likes->relations, likes->place[number], (uint32_t)likes->sample->count - 1,
                  facts);
}

void likes_free(struct likes *likes)
{
    if (!likes)
        return;
    relations_free(likes->relations);
    likes_sample_free(likes->sample);
    memory_free(likes->original);
    arena_free(likes->arena);
    memory_free(likes);
}
