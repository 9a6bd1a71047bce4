/* What is asked of people: a question for each finding of strength ask for which something speaks,
 * and one to each owner or unit about all its frequent reports for which nothing does. */
#ifndef PARE_SECTIONS_INQUIRIES_H
#define PARE_SECTIONS_INQUIRIES_H

#include "sections/story.h"

/* The frequent reports of one owner or unit, the most at stake first. */
struct joint {
    struct text whom; /* owner or unit, as answers know them; empty: of owners and units with few */
    struct text person; /* the same as they are called */
    const struct finding **list;
    size_t count;
    uint32_t number;  /* among all joint questions, in the order of findings */
    int64_t saving;   /* of all */
    double slowest;   /* runs a year of the slowest */
    bool same_rhythm; /* all run like that */
};

/* All joint questions; listed are those most worth asking, they first. */
struct joints {
    struct joint *list;
    size_t count, all;
    int64_t saving; /* of all */
};

struct inquiry {
    const struct finding *finding; /* the first of those asked together */
    const struct joint *joint;     /* NULL where only one report is asked about */
    int64_t saving, weight;
};

struct inquiries {
    struct inquiry *list; /* the most worth asking first */
    size_t count;
    size_t all;     /* how many there are, with those that are not in the list */
    int64_t saving; /* of all, each alone */
};

/* The most that are worth asking, in arena. What was answered or decided, and what --only hides, is
 * not asked. */
void inquiries_find(struct arena *arena, const struct story *story, size_t most,
                    struct inquiries *questions);
/* The joint questions alone, of which so many at most are listed, in arena. */
void joints_find(struct arena *arena, const struct story *story, size_t most,
                 struct joints *joints);
/* Who is asked, as answers know them and as they are called; empty where nobody is known. */
struct text inquiry_whom(const struct story *story, const struct inquiry *inquiry);
struct text inquiry_person(const struct story *story, const struct inquiry *inquiry);

#endif
