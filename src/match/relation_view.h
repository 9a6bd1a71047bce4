/* What the rules ask of the evidence. Private to the relation_*.c files. */
#ifndef PARE_MATCH_RELATION_VIEW_H
#define PARE_MATCH_RELATION_VIEW_H

#include "match/relation.h"

/* What follows from the evidence and is asked by several rules. */
struct view {
    struct evidence *evidence;
    const struct name_difference *names;
    bool other_unit, other_law, same_law, other_rhythm;
    bool names_equal; /* but for words that any title may have, or that name the unit itself */
    bool own_names;   /* what the names do not share names their units */
    bool one_sided; /* all words of one name stand in the other, but for parameters and the like */
    bool one_bare;  /* only one name has words that tell something more */
    bool framed;
    uint32_t telling; /* kinds of odd words that tell something */
};

/* Per cent. */
enum { HALF = 50, MOSTLY = 80, ALL = 95 };

void view_make(struct view *view, struct evidence *evidence, bool framed);

/* What both have is at least that many per cent of all; of the smaller one. Never where unknown. */
bool alike(const struct overlap *overlap, unsigned percent);
bool within(const struct overlap *overlap, unsigned percent);

/* fields_tell: what is shared is more than headings such as "summary" that many reports have. */
bool fields_tell(const struct view *view);
bool fields_known(const struct view *view);
bool fields_alike(const struct view *view, unsigned percent);
bool fields_within(const struct view *view, unsigned percent);
bool fields_same(const struct view *view);
bool fields_unlike(const struct view *view, unsigned percent);
/* Counted, not weighed: at least that many are on both, and they are that many per cent of all; of
 * the smaller one. */
bool fields_counted(const struct view *view, uint32_t least, unsigned percent);
bool fields_counted_within(const struct view *view, uint32_t least, unsigned percent);
/* Both name where their data comes from, and what the one with fewer sources names the other has;
 * the very same. */
bool sources_within(const struct view *view);
bool sources_same(const struct view *view);

bool text_known(const struct view *view);
bool text_alike(const struct view *view, unsigned percent);
bool text_within(const struct view *view, unsigned percent);
bool text_same(const struct view *view);
bool text_unlike(const struct view *view, unsigned percent);
/* They differ in nothing but what the names differ in. They are mostly alike, but tell of other
 * years, places or whatever the classes are. */
bool text_follows_names(const struct view *view);
bool text_of_other(const struct view *view, uint32_t classes);
/* Different words of the shorter one; 0 where unknown. */
uint32_t text_words(const struct view *view);

/* Share of the names' weight that is common, when only words that are no parameter count; when
 * every differing word counts. */
bool core_at_least(const struct view *view, unsigned percent);
bool names_at_least(const struct view *view, unsigned percent);

/* The odd words that tell something are only of these kinds; some are. */
bool only(const struct view *view, uint32_t kinds);
bool any(const struct view *view, uint32_t kinds);

/* So many reports have this title; this description, that it says nothing of one of them. */
bool name_of_many(const struct view *view);
bool description_of_many(const struct view *view);
/* The names have the same words, but one of them stands before another one in each: any of a long
 * name, else a place or the like. "Imports from Canada of the US" are no imports of Canada. */
bool words_moved(const struct view *view);

/* What the names share stands in the same order in both. */
bool shared_in_order(const struct view *view);

/* All that the names do not share stands in one place of each: "assets of A by age". */
bool one_slot(const struct view *view);
/* The same, with words that tell something before it and behind it. */
bool slot_within(const struct view *view);

/* One name is the other one, a dash or colon with blanks, a "with" or "by", and more. */
bool name_goes_on(const struct evidence *evidence);
/* It goes on with what limits the other one: "with", "over". */
bool name_is_limited(const struct evidence *evidence);

/* The name with words of its own has an "and". */
bool longer_lists(const struct view *view);

/* First and last year that only one name gives, to the present where it says so; 0 and 0 without.
 */
void years_of(const struct evidence *evidence, bool in_a, int *first, int *last);

/* First and last year, 0 and 0 where none is told. */
struct span {
    int first, last;
};

/* The years of the whole name, or of the description where the name gives none. */
void years_told_by(const struct evidence *evidence, bool in_a, struct span *span);

/* Inner lies in outer, which is of several years and longer. */
static inline bool span_within(struct span inner, struct span outer)
{
    return inner.first && outer.first < outer.last && outer.first <= inner.first &&
           inner.last <= outer.last && inner.last - inner.first < outer.last - outer.first;
}

/* Of two reports where one is a part: whether it is b. */
bool b_is_part(struct evidence *evidence);

#endif
