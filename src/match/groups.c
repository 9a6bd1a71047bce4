/* Groups of related reports, guarded against chains: A like B and B like C do not make A and C one.
 *
 * The report with most partners is a centre and takes its partners; then the next one that is still
 * free, and so on. The survivor of a group is the first in the order of survivor.c where that one
 * is related to every member, else the centre; what is contained goes into its whole, whatever the
 * order says.
 *
 * Reports that are the same are one in the groups of the other relations: only one of them stands
 * in a family, the one that is kept where it may, for a family is told of what is left when its
 * duplicates are merged. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/matching.h"
#include "match/pairs.h"
#include "match/radix.h"

/* Groups of so few are sorted without a call. */
enum { FEW = 16, GROUPS_AT_ONCE = 256, AHEAD = 8 };

struct grouping {
    struct matching *matching;
    enum relation relation;
    uint32_t *start, *partner; /* by report: its partners, in the order of ranks; of what is
                                  contained, the parts of a whole */
    uint32_t *reports;         /* that have a partner */
    size_t report_count;
    bool *taken;
    const struct grouping *same; /* groups of the same; NULL while these are built */
    const uint32_t *same_of;     /* by report: number of its group of the same + 1, 0 without */
    bool *stands;                /* by group of the same: one of it is in a group */
    struct group *groups;
    size_t group_count, group_capacity;
    uint32_t *members;
    size_t member_count, member_capacity;
};

struct building {
    struct grouping of[RELATION_COUNT];
    const struct pair *pairs;
    size_t pair_count;
    unsigned threads;
};

static int compare_keys(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void sort_few_by_rank(const uint32_t *rank, uint32_t *reports, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t report = reports[i];
        size_t k = i;
        for (; k > 0 && rank[reports[k - 1]] > rank[report]; k--)
            reports[k] = reports[k - 1];
        reports[k] = report;
    }
}

/* Sorts reports by rank. */
static void sort_by_rank(const uint32_t *rank, uint32_t *reports, size_t count)
{
    if (count <= FEW) {
        sort_few_by_rank(rank, reports, count);
        return;
    }
    uint64_t *keyed = memory_alloc(count, sizeof *keyed);

    for (size_t i = 0; i < count; i++)
        keyed[i] = (uint64_t)rank[reports[i]] << 32 | reports[i];
    qsort(keyed, count, sizeof *keyed, compare_keys);
    for (size_t i = 0; i < count; i++)
        reports[i] = (uint32_t)keyed[i];
    memory_free(keyed);
}

static bool is_linked(const struct pair *pair, bool from_b)
{
    return pair->relation != RELATION_CONTAINED || pair->b_in_a != from_b;
}

static void link_partners(struct grouping *grouping, const struct pair *pairs, size_t count)
{
    size_t reports = grouping->matching->profile.inventory->count, total = 0;

    for (size_t i = 0; i < count; i++) {
        if (pairs[i].relation != grouping->relation)
            continue;
        bool from_a = is_linked(&pairs[i], false);
        bool from_b = is_linked(&pairs[i], true);
        grouping->start[pairs[i].a + 1] += from_a;
        grouping->start[pairs[i].b + 1] += from_b;
        total += (size_t)from_a + from_b;
    }
    grouping->partner = memory_alloc(total, sizeof *grouping->partner);
    grouping->reports = memory_alloc(total, sizeof *grouping->reports);
    for (size_t r = 0; r < reports; r++) {
        if (grouping->start[r + 1])
            grouping->reports[grouping->report_count++] = (uint32_t)r;
        grouping->start[r + 1] += grouping->start[r];
    }
    uint32_t *next = memory_alloc(reports, sizeof *next);
    for (size_t i = 0; i < count; i++) {
        uint32_t a = pairs[i].a, b = pairs[i].b;
        if (pairs[i].relation != grouping->relation)
            continue;
        if (is_linked(&pairs[i], false))
            grouping->partner[grouping->start[a] + next[a]++] = b;
        if (is_linked(&pairs[i], true))
            grouping->partner[grouping->start[b] + next[b]++] = a;
    }
    memory_free(next);
}

/* Pairs of large groups are not all listed, and those of the same are added where they are not. */
static bool is_partner(const struct grouping *grouping, uint32_t a, uint32_t b, size_t members)
{
    struct evidence evidence;
    struct verdict verdict;

    for (uint32_t i = grouping->start[a]; i < grouping->start[a + 1]; i++)
        if (grouping->partner[i] == b)
            return true;
    if (grouping->relation != RELATION_SAME && members <= CANDIDATES_ALL)
        return false;
    matching_decide(grouping->matching, a, b, matching_signs(grouping->matching, a, b), &evidence,
                    &verdict);
    return verdict.relation == grouping->relation;
}

static bool is_partner_of_all(const struct grouping *grouping, uint32_t report,
                              const uint32_t *member, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (member[i] != report && !is_partner(grouping, report, member[i], count))
            return false;
    return true;
}

/* Those of members behind that one, also of groups to come. */
static void fetch_standings(const struct grouping *grouping, size_t at)
{
    if (at + 2 * AHEAD < grouping->member_count)
        standing_fetch(grouping->matching, grouping->members[at + 2 * AHEAD]);
    if (at + AHEAD < grouping->member_count)
        standing_fetch_sets(grouping->matching, grouping->members[at + AHEAD]);
}

/* The first in the order of survivors where it is related to all, else the centre, which is. */
static uint32_t find_survivor(const struct grouping *grouping, const struct group *group)
{
    const uint32_t *member = grouping->members + group->members;
    uint32_t first = group->keep;
    struct standing best = standing_of(grouping->matching, first);

    for (uint32_t i = 0; i < group->member_count; i++) {
        fetch_standings(grouping, group->members + i);
        if (member[i] == group->keep)
            continue;
        struct standing standing = standing_of(grouping->matching, member[i]);
        if (standing_compare(&standing, &best) < 0) {
            best = standing;
            first = member[i];
        }
    }
    return first == group->keep || is_partner_of_all(grouping, first, member, group->member_count)
               ? first
               : group->keep;
}

static void find_survivors(void *context, size_t task)
{
    struct grouping *grouping = context;
    size_t group = task * GROUPS_AT_ONCE, end = group + GROUPS_AT_ONCE;

    for (; group < end && group < grouping->group_count; group++)
        grouping->groups[group].keep = find_survivor(grouping, &grouping->groups[group]);
}

static void add_group(struct grouping *grouping, uint32_t centre, uint32_t *member, size_t count)
{
    sort_by_rank(grouping->matching->rank, member, count);
    grouping->groups =
        MEMORY_ROOM(grouping->groups, grouping->group_count, grouping->group_capacity);
    grouping->members = memory_grow(grouping->members, grouping->member_count + count,
                                    &grouping->member_capacity, sizeof *grouping->members);
    grouping->groups[grouping->group_count++] = (struct group){
        .relation = grouping->relation,
        .keep = centre, /* until all groups are known */
        .members = (uint32_t)grouping->member_count,
        .member_count = (uint32_t)count,
    };
    memcpy(grouping->members + grouping->member_count, member, count * sizeof *member);
    grouping->member_count += count;
}

/* Two of the same group, of which the other one is kept. */
static bool is_duplicate(const struct grouping *grouping, uint32_t report)
{
    uint32_t group = grouping->same ? grouping->same_of[report] : 0;

    return group && grouping->same->groups[group - 1].keep != report;
}

/* Whether one of those that are the same is in a group; NULL where it has no such. */
static bool *stands_for(const struct grouping *grouping, uint32_t report)
{
    uint32_t group = grouping->same ? grouping->same_of[report] : 0;

    return group ? &grouping->stands[group - 1] : NULL;
}

static void take(struct grouping *grouping, uint32_t report)
{
    bool *stands = stands_for(grouping, report);

    grouping->taken[report] = true;
    if (stands)
        *stands = true;
}

static bool is_free(const struct grouping *grouping, uint32_t report)
{
    const bool *stands = stands_for(grouping, report);

    return !grouping->taken[report] && !(stands && *stands);
}

/* The report is told to be something else than the same as one of the members: a variant of what
 * is a duplicate is no duplicate. Of large groups not all pairs are listed. */
static bool is_contradicted(const struct grouping *grouping, const struct building *building,
                            uint32_t report, const uint32_t *member, size_t count)
{
    if (grouping->relation != RELATION_SAME || count > CANDIDATES_ALL)
        return false;
    for (size_t i = 1; i < count; i++) {
        const struct pair *pair = pairs_find(grouping->matching, building->pairs,
                                             building->pair_count, report, member[i]);
        if (pair && pair->relation != RELATION_SAME)
            return true;
    }
    return false;
}

static void free_again(struct grouping *grouping, uint32_t report)
{
    bool *stands = stands_for(grouping, report);

    grouping->taken[report] = false;
    if (stands)
        *stands = false;
}

/* The centre takes its free partners, duplicates after those that are kept. */
static void take_star(struct grouping *grouping, const struct building *building, uint32_t centre,
                      uint32_t *member)
{
    size_t members = 0;

    member[members++] = centre;
    take(grouping, centre);
    for (int duplicates = 0; duplicates < (grouping->same ? 2 : 1); duplicates++) {
        for (uint32_t i = grouping->start[centre]; i < grouping->start[centre + 1]; i++) {
            uint32_t partner = grouping->partner[i];
            if (is_duplicate(grouping, partner) != duplicates || !is_free(grouping, partner) ||
                is_contradicted(grouping, building, partner, member, members))
                continue;
            take(grouping, partner);
            member[members++] = partner;
        }
    }
    if (members > 1)
        add_group(grouping, centre, member, members);
    else
        free_again(grouping, centre);
}

/* Those with most partners first, in the order of ranks where they are even; duplicates last. */
static void sort_by_partners(struct grouping *grouping)
{
    const uint32_t most = UINT32_MAX / 2;
    const uint32_t *rank = grouping->matching->rank, *start = grouping->start;
    uint64_t *keyed = memory_alloc(grouping->report_count, sizeof *keyed);
    uint32_t *by_rank = memory_alloc(grouping->matching->profile.inventory->count, sizeof *by_rank);

    for (size_t i = 0; i < grouping->report_count; i++) {
        uint32_t report = grouping->reports[i], partners = start[report + 1] - start[report];
        uint32_t place = most - partners + (is_duplicate(grouping, report) ? most : 0);
        keyed[i] = (uint64_t)place << 32 | rank[report];
        by_rank[rank[report]] = report;
    }
    radix_sort(keyed, grouping->report_count, 1);
    for (size_t i = 0; i < grouping->report_count; i++)
        grouping->reports[i] = by_rank[(uint32_t)keyed[i]];
    memory_free(keyed);
    memory_free(by_rank);
}

static void group_relation(struct grouping *grouping, const struct building *building)
{
    size_t reports = grouping->matching->profile.inventory->count;
    uint32_t *member = memory_alloc((size_t)grouping->start[reports] + 1, sizeof *member);

    sort_by_partners(grouping);
    for (size_t i = 0; i < grouping->report_count; i++)
        if (is_free(grouping, grouping->reports[i]))
            take_star(grouping, building, grouping->reports[i], member);
    memory_free(member);
}

static void build_relation(struct building *building, enum relation relation)
{
    struct grouping *grouping = &building->of[relation];
    size_t reports = grouping->matching->profile.inventory->count;

    grouping->start = memory_alloc(reports + 1, sizeof *grouping->start);
    grouping->taken = memory_alloc(reports, sizeof *grouping->taken);
    /* Each of two that are the same may be part of a third: only one of them may be left. */
    if (relation > RELATION_CONTAINED && building->of[RELATION_SAME].group_count) {
        grouping->same = &building->of[RELATION_SAME];
        grouping->same_of = grouping->matching->relations.group_of[RELATION_SAME];
        grouping->stands = memory_alloc(grouping->same->group_count, sizeof *grouping->stands);
    }
    link_partners(grouping, building->pairs, building->pair_count);
    group_relation(grouping, building);
    if (relation != RELATION_CONTAINED)
        parallel_for((grouping->group_count + GROUPS_AT_ONCE - 1) / GROUPS_AT_ONCE,
                     building->threads, find_survivors, grouping);
    memory_free(grouping->start);
    memory_free(grouping->taken);
    memory_free(grouping->stands);
    memory_free(grouping->partner);
    memory_free(grouping->reports);
}

/* What is the same is known; the others do not know of each other's groups. */
static void build_other(void *context, size_t task)
{
    build_relation(context, (enum relation)(RELATION_SAME + 1 + task));
}

/* The number of each member's group + 1. */
static void number_members(const struct grouping *grouping, uint32_t *group_of)
{
    for (size_t i = 0; i < grouping->group_count; i++) {
        const struct group *group = &grouping->groups[i];
        for (uint32_t k = 0; k < group->member_count; k++)
            group_of[grouping->members[group->members + k]] = (uint32_t)i + 1;
    }
}

static void take_groups(struct relations *relations, const struct grouping *grouping,
                        uint32_t first_member)
{
    uint32_t *group_of = relations->group_of[grouping->relation];

    if (grouping->member_count)
        memcpy(relations->members + first_member, grouping->members,
               grouping->member_count * sizeof *grouping->members);
    for (size_t i = 0; i < grouping->group_count; i++) {
        struct group *group = &relations->groups[relations->group_count++];
        *group = grouping->groups[i];
        group->members += first_member;
        for (uint32_t k = 0; k < group->member_count; k++)
            group_of[relations->members[group->members + k]] = (uint32_t)relations->group_count;
    }
}

void groups_build(struct matching *matching, const struct pair *pairs, size_t count,
                  unsigned threads)
{
    struct relations *relations = &matching->relations;
    struct building building = {.pairs = pairs, .pair_count = count, .threads = threads};
    size_t groups = 0, members = 0;

    for (int r = RELATION_SAME; r < RELATION_COUNT; r++)
        building.of[r] = (struct grouping){.matching = matching, .relation = (enum relation)r};
    for (int r = RELATION_SAME; r < RELATION_COUNT; r++)
        relations->group_of[r] =
            memory_alloc(matching->profile.inventory->count, sizeof *relations->group_of[r]);
    build_relation(&building, RELATION_SAME);
    number_members(&building.of[RELATION_SAME], relations->group_of[RELATION_SAME]);
    parallel_for(RELATION_COUNT - RELATION_SAME - 1, threads, build_other, &building);
    for (int r = RELATION_SAME; r < RELATION_COUNT; r++) {
        groups += building.of[r].group_count;
        members += building.of[r].member_count;
    }
    relations->groups = memory_resize(NULL, groups, sizeof *relations->groups);
    relations->members = memory_resize(NULL, members, sizeof *relations->members);
    members = 0;
    for (int r = RELATION_SAME; r < RELATION_COUNT; r++) {
        take_groups(relations, &building.of[r], (uint32_t)members);
        members += building.of[r].member_count;
        if (!building.of[r].group_count) {
            memory_free(relations->group_of[r]);
            relations->group_of[r] = NULL;
        }
        memory_free(building.of[r].groups);
        memory_free(building.of[r].members);
    }
}
