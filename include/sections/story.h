/* Everything that a document can tell of: the products of the stages that have run, and what the
 * user said about the telling. Owns nothing. */
#ifndef PARE_SECTIONS_STORY_H
#define PARE_SECTIONS_STORY_H

#include "compare/compare.h"
#include "plan/ways.h"

/* What only the author knows; each NULL where it was not given. */
struct cover {
    const char *title, *organisation, *author, *to, *decide_by, *contact;
};

struct story_options {
    struct cover cover;
    const char *command_line;             /* as typed, without what changes no figure or word */
    const char *version;                  /* of the program */
    const char *read_words, *judge_words; /* the inventories and options as typed, for the commands
                                             proposed next that read, and that judge them */
    bool names;                           /* name readers, who are otherwise counted only */
    size_t questions;                     /* how many are asked at most */
    bool by_person;          /* a table of questions for each person besides that of all */
    const char *only_person; /* the questions to this one only; NULL without */
    uint32_t subject;        /* the report to explain */
    size_t posts_removed;    /* posts that were asked to go */
    const char *only_department, *only_owner; /* shown, never costed, apart; NULL without */
};

struct likes; /* match/likes.h */

struct story {
    const struct inventory *inventory; /* NULL where the command needs none */
    const struct relations *relations; /* these three: NULL where the command ends before */
    const struct findings *findings;
    const struct plan *plan;
    const struct plan_options *plan_options;
    const struct comparison *comparison; /* NULL where editions are not compared */
    const struct assumptions *assumptions;
    const struct story_options *options;
    const struct likes *likes; /* of a request; NULL elsewhere */
    const struct ways *ways;   /* of a proposal; NULL elsewhere */
    bool kept;                 /* a plan, a page or a file: no first screen, which is short */
};

#endif
