/* How two reports relate, decided from what is alike and, above all, from what differs.
 *
 * Evidence is gathered step by step: names and numbers first, texts only where a rule asks for
 * them. All thresholds are compared in whole numbers, so that every machine decides alike. */
#ifndef PARE_MATCH_RELATION_H
#define PARE_MATCH_RELATION_H

#include "match/profile.h"
#include "match/relations.h"

/* What a word that only one of two names has is taken for: one of enum word_class or one of these.
 */
enum { WORD_ACRONYM = 1 << 20, WORD_OTHER = 1 << 21 };

/* A word that only one of the names has. */
struct odd_word {
    uint32_t meaning, kind; /* kind 0: not looked at */
};

/* Where the word stands among odd ones; count where it does not. */
static inline uint32_t odd_place(const struct odd_word *odd, uint32_t count, uint32_t meaning)
{
    uint32_t at = 0;

    while (at < count && odd[at].meaning != meaning)
        at++;
    return at;
}

struct name_difference {
    struct odd_word a[NAME_WORDS], b[NAME_WORDS];
    uint32_t a_count, b_count;
    uint32_t a_kinds, b_kinds, kinds;  /* of them all */
    uint32_t a_other, b_other;         /* words that are no parameter, edition or the like */
    uint32_t common, differing, other; /* weights: shared, not shared, not shared and WORD_OTHER */
    uint32_t content;                  /* shared words that say what the report is about */
    uint32_t common_classes;
    uint32_t parameters; /* kinds that set members of a family apart */
    bool by_initials;    /* some words are shared as initials in one name only */
    uint64_t frame;      /* stands for the shared words that say something; 0 none */
};

/* Gathers where two names differ: first which words each has alone, then what they are. */
void name_split(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names);
void name_judge(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names);
/* Both. */
void name_compare(const struct profile *profile, uint32_t a, uint32_t b,
                  struct name_difference *names);

/* Each name ends in a word of its own, as "bus stops" and "bus routes" do: they are about different
 * things, while "daily bus stops" and "night bus stops" are about bus stops. */
bool names_have_other_heads(const struct profile *profile, uint32_t a, uint32_t b,
                            const struct name_difference *names);

enum agreement { AGREE_UNKNOWN, AGREE_SAME, AGREE_OTHER };

/* Weights of what two sets share. */
struct overlap {
    bool known;
    uint32_t common, a, b;             /* weights */
    uint32_t shared, a_count, b_count; /* members */
};

struct evidence {
    const struct profile *profile;
    uint32_t a, b;
    uint32_t signs; /* of the candidate; 0 where it was none */
    struct name_difference names;
    enum agreement unit, law, rhythm;
    enum mention_kind a_says, b_says; /* of the other one */
    struct overlap fields;            /* gathered on demand */
    struct overlap text;              /* of the descriptions; gathered on demand */
    bool apart; /* the names share nothing, nor does anything else: the rest is not gathered */
    bool same_description; /* word for word */
    bool fields_gathered, text_gathered;
    uint32_t text_length; /* words of the shorter description */
    /* Both descriptions have words that the other has not, and these are all words that only their
     * own names have. */
    bool text_follows_names;
    /* Classes of words: they are mostly alike, and each has one of these that the other has not. */
    uint32_t text_of_other;
};

struct verdict {
    enum relation relation;
    float score;
    bool ask, b_in_a;
    bool by_column;   /* a spare column tells them apart */
    bool by_id;       /* their ids do, which are made of words */
    bool opposed;     /* their names are like but for words that make opposites of them */
    bool slot;        /* none, unless the frame of the names is filled by several reports */
    const char *rule; /* name of the rule that decided */
};

void evidence_gather(struct evidence *evidence, const struct profile *profile, uint32_t a,
                     uint32_t b, uint32_t signs);
/* What was not gathered of reports that are apart. */
void evidence_complete(struct evidence *evidence);
/* What the fields have in common. */
const struct overlap *evidence_fields(struct evidence *evidence);
/* Whether the lists of readers agree: four of five are on both. */
enum agreement readers_agree(const struct evidence *evidence);
/* What the descriptions have in common, beyond what many descriptions have. */
const struct overlap *evidence_text(struct evidence *evidence);
/* Two laws have descriptions that are mostly one, and no column tells whom they oblige. */
bool evidence_one_duty(struct evidence *evidence);
void overlap_sets(struct set a, struct set b, const uint32_t *weight, struct overlap *overlap);
/* What the names do not share are the names or the initials of the units: "DOT open data report" of
 * the Department of Transportation and "HPD open data report" of another one. */
bool names_tell_units(const struct evidence *evidence);
enum agreement laws_agree(const struct profile *profile, uint32_t a, uint32_t b);

/* framed: several reports fill the frame that the names share (match/frames.h). */
void relation_decide(struct evidence *evidence, bool framed, struct verdict *verdict);

/* part of whole is at least that many percent */
static inline bool share_at_least(uint64_t part, uint64_t whole, unsigned percent)
{
    return whole > 0 && 100 * part >= percent * whole;
}

#endif
