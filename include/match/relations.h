/* How reports relate: pairs, groups with what to keep, rows listed twice.
 *
 * The second product: it owns its arena and points into the inventory. Pairs are sorted by a, then
 * b (a < b in the order of ids); a report is in at most one group per relation, and of reports that
 * are the same only one is in a group of a rhythm, of variants or of what is shared. In groups of
 * more than 100 members pairs are listed with the kept member only, and in those of more than 32
 * where there are very many such groups. Several input files are one inventory, so pairs may cross
 * files.
 */
#ifndef PARE_MATCH_RELATIONS_H
#define PARE_MATCH_RELATIONS_H

#include "model/fact.h"
#include "model/inventory.h"

enum relation {
    RELATION_NONE,
    RELATION_SAME,
    RELATION_CONTAINED, /* a pair: b is the smaller one where b_in_a, else a */
    RELATION_CADENCE,
    RELATION_VARIANT,
    RELATION_SHARED,
    RELATION_COUNT
} __attribute__((packed)); /* one byte: there are millions */

struct pair {
    uint32_t a, b; /* numbers of reports */
    enum relation relation;
    bool b_in_a; /* contained: b is part of a */
    bool ask;    /* the list alone cannot tell one report from two, whatever the score */
    float score; /* 0..1: how often a pair like this is rightly named */
};

struct group {
    enum relation relation;
    uint32_t keep;                  /* the survivor, see src/match/survivor.c */
    uint32_t members, member_count; /* in relations->members, sorted by id; keep is one of them */
};

struct relations {
    struct arena *arena;
    const struct inventory *inventory;
    struct pair *pairs;
    size_t pair_count;
    struct group *groups;
    size_t group_count;
    uint32_t *members;
    const char *refused; /* what was not compared, in words; NULL: everything was */
    uint32_t *listed_as; /* by report: the report it is listed twice of; itself where it is not */
    uint32_t *group_of[RELATION_COUNT]; /* by report: number of its group + 1, 0 without; or NULL */
};

struct match_options {
    unsigned threads;
};

struct relations *match_inventory(const struct inventory *inventory,
                                  const struct match_options *options);
/* Why two reports relate as they do, or why they do not: looked at again, with words for every
 * sign that counted. */
void match_explain(const struct relations *relations, uint32_t a, uint32_t b, struct facts *facts);
/* The same for a group: what is common and what differs. */
void match_explain_group(const struct relations *relations, size_t group, struct facts *facts);
/* Gives back what only reports without relations need: from now on no pair is explained but of
 * those that are related or in one group. */
void relations_settle(struct relations *relations);
void relations_free(struct relations *relations);
const char *relation_name(enum relation relation);

#endif
