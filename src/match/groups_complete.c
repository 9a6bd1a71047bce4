/* The pairs of groups that were no candidates. */
#include "base/memory.h"
#include "match/matching.h"
#include "match/pairs.h"

enum { LISTED_MORE = 4 /* pairs for each report that are added at most */ };

struct completing {
    struct matching *matching;
    struct pair *pairs;
    size_t known, count, capacity;
};

static void decide_more(struct completing *completing, uint32_t a, uint32_t b)
{
    struct matching *matching = completing->matching;
    struct evidence evidence;
    struct verdict verdict;

    matching_decide(matching, a, b, matching_signs(matching, a, b), &evidence, &verdict);
    if (verdict.relation == RELATION_NONE)
        return;
    completing->pairs = memory_grow(completing->pairs, completing->count + 1, &completing->capacity,
                                    sizeof *completing->pairs);
    completing->pairs[completing->count++] =
        (struct pair){a, b, verdict.relation, verdict.b_in_a, verdict.ask, verdict.score};
}

static void complete_pair(struct completing *completing, uint32_t a, uint32_t b)
{
    const uint32_t *rank = completing->matching->rank;

    if (rank[a] > rank[b]) {
        uint32_t other = a;
        a = b;
        b = other;
    }
    if (!pairs_find(completing->matching, completing->pairs, completing->known, a, b))
        decide_more(completing, a, b);
}

/* By rank of a: where its pairs begin. */
static size_t *index_pairs(const struct matching *matching, const struct pair *pairs, size_t count)
{
    size_t reports = matching->profile.inventory->count;
    size_t *start = memory_alloc(reports + 1, sizeof *start);

    for (size_t i = 0; i < count; i++)
        start[matching->rank[pairs[i].a] + 1]++;
    for (size_t r = 0; r < reports; r++)
        start[r + 1] += start[r];
    return start;
}

/* All pairs of a group; members and known pairs are both in the order of ranks. */
static void complete_all(struct completing *completing, const size_t *start, const uint32_t *member,
                         uint32_t count)
{
    const uint32_t *rank = completing->matching->rank;

    for (uint32_t i = 0; i + 1 < count; i++) {
        size_t at = start[rank[member[i]]], end = start[rank[member[i]] + 1];
        for (uint32_t k = i + 1; k < count; k++) {
            while (at < end && rank[completing->pairs[at].b] < rank[member[k]])
                at++;
            if (at == end || completing->pairs[at].b != member[k])
                decide_more(completing, member[i], member[k]);
        }
    }
}

/* Whether the pairs of all middling groups are few enough to be listed in full. */
static bool may_complete(const struct relations *relations)
{
    uint64_t pairs = 0, most = 100000 + LISTED_MORE * (uint64_t)relations->inventory->count;

    for (size_t g = 0; g < relations->group_count; g++) {
        uint64_t members = relations->groups[g].member_count;
        if (members > CANDIDATES_ALL && members <= LISTED_GROUP)
            pairs += members * (members - 1) / 2;
    }
    return pairs <= most;
}

/* Two may be members of two groups, and so be looked at twice. */
static size_t drop_repeated(struct pair *pairs, size_t count)
{
    size_t kept = 1;

    for (size_t i = 1; i < count; i++)
        if (pairs[i].a != pairs[kept - 1].a || pairs[i].b != pairs[kept - 1].b)
            pairs[kept++] = pairs[i];
    return kept;
}

/* Reports that are equal in a key come as pairs with the first of them only, and what is alike to
 * one report need not be so to each other: in groups that are listed in full the other pairs are
 * looked at now, in others those with the one that is kept. */
struct pair *groups_complete(struct matching *matching, struct pair *pairs, size_t *count)
{
    const struct relations *relations = &matching->relations;
    struct completing completing = {matching, pairs, *count, *count, *count};
    size_t *start = index_pairs(matching, pairs, *count);
    uint32_t listed = may_complete(relations) ? LISTED_GROUP : CANDIDATES_ALL;

    for (size_t g = 0; g < relations->group_count; g++) {
        const struct group *group = &relations->groups[g];
        const uint32_t *member = relations->members + group->members;
        if (group->member_count == 2)
            continue;
        if (group->member_count <= listed)
            complete_all(&completing, start, member, group->member_count);
        for (uint32_t i = 0; i < group->member_count && group->member_count > listed; i++)
            if (member[i] != group->keep)
                complete_pair(&completing, group->keep, member[i]);
    }
    memory_free(start);
    *count = completing.count;
    if (completing.count > completing.known) {
        completing.pairs =
            pairs_merge(matching, completing.pairs, completing.known, completing.count);
        *count = drop_repeated(completing.pairs, completing.count);
    }
    return completing.pairs;
}
