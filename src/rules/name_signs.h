/* What the words of a name say about its rhythm: found in one pass, for every report is looked at.
 */
#ifndef PARE_SRC_RULES_NAME_SIGNS_H
#define PARE_SRC_RULES_NAME_SIGNS_H

#include "model/words.h"

struct name_signs {
    bool season;       /* used at one time of the year only */
    bool alert;        /* made to notice an event */
    bool failed;       /* not of a name: the run of that status went wrong */
    double rhythm;     /* runs per year that the name says; NAN where it says none or several */
    struct text said;  /* the word for it */
    struct text slow;  /* what it is about, where that changes slowly; or empty */
    struct text state; /* the word by which it tells how things stand; or empty */
    bool fast;         /* about what is acted upon within a day */
    bool cites;        /* a law or a standard, which has a year of its own */
    int year;          /* the last year in it that is of no law or standard; 0 without */
};

/* Over the words of name_words.def. */
void name_index_make(struct arena *arena, struct word_index *index);
/* name is folded. */
void name_signs_read(const struct word_index *index, struct text name, struct name_signs *signs);

#endif
