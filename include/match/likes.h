/* What an inventory has that is like a report which somebody would like to have
 * (inventory->request).
 *
 * Every report is looked at once, cheaply; the relation of the request to those that come nearest
 * is decided as between any two reports, among a fair part of the others, for what is usual in
 * names decides what a word is worth. Owns an arena; points into the inventory. */
#ifndef PARE_MATCH_LIKES_H
#define PARE_MATCH_LIKES_H

#include "match/relations.h"

struct like {
    uint32_t report;
    enum relation relation; /* RELATION_NONE: only its name comes near */
    bool inside; /* contained: the request is part of it; else it is part of the request */
    float score; /* as of a pair; of a near name the share that both names have */
};

struct likes {
    struct arena *arena;
    const struct inventory *inventory;
    struct like *list; /* by relation, then the highest score, then id */
    size_t count;
    size_t related;              /* the first of list that are more than near */
    struct inventory *sample;    /* the nearest, a part of the others and the request */
    struct relations *relations; /* of the sample */
    uint32_t *original;          /* by report of the sample: its number in the inventory */
    uint32_t *place;             /* by like: its number in the sample */
};

struct likes *likes_find(const struct inventory *inventory, const struct match_options *options);
/* Whether one of them is the same and still made. */
bool likes_has_same(const struct likes *likes);
/* Whether it is listed as one that is made no more. */
bool like_is_off(const struct likes *likes, size_t number);
/* Why; with words for every sign that counted. */
void likes_explain(const struct likes *likes, size_t number, struct facts *facts);
void likes_free(struct likes *likes);

#endif
