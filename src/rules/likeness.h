/* What two reports have in common beyond what the matcher says: the signs that decide how strongly
 * a merge may be proposed and what it would carry over. Shares are NAN where either side is not
 * known. */
#ifndef PARE_SRC_RULES_LIKENESS_H
#define PARE_SRC_RULES_LIKENESS_H

#include "rules/look.h"

struct likeness {
    uint32_t other;
    bool descriptions_equal;
    bool sources_equal, fields_equal; /* and known */
    bool one_hand;                    /* the same owner or the same unit makes both */
    double coverage;                  /* part of the report's fields that the other has */
    double readers_within;            /* part of its readers that the other has */
    double readers_union;             /* people who get one or both */
    double score;                     /* of the pair; NAN where the matcher names none */
    bool ask;                         /* the matcher cannot tell one report from two */
    bool inside;                      /* contained: the report is part of the other */
};

/* What a merge needs to know of it for its costs, as in struct likeness. */
struct common_parts {
    uint32_t other;
    double coverage, readers_within, readers_union;
};

/* Those with one report after the other: each is compared once. In the scratch arena. */
const struct common_parts *common_parts_of(const struct look *look, uint32_t other);
/* The names are equal but for case, accents, marks and the order of words; asked for where it
 * matters, for no other sign takes as long. */
bool likeness_in_name(const struct look *look, const struct likeness *likeness);
/* At least half of the words of both names are in both, or each has one word more: names after one
 * pattern. */
bool likeness_in_pattern(const struct look *look, const struct likeness *likeness);
void likeness_of(const struct look *look, uint32_t other, struct likeness *likeness);
/* The same, with the pair of that relation to the kept report of its group. */
void likeness_to_keep(const struct look *look, enum relation relation, uint32_t keep,
                      struct likeness *likeness);

#endif
