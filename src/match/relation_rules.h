/* The rules that stand in files of their own. Private to the relation*.c files. */
#ifndef PARE_MATCH_RELATION_RULES_H
#define PARE_MATCH_RELATION_RULES_H

#include "match/relation_view.h"

/* Writes down what a rule says; true, for it to return. */
static inline bool says(struct verdict *verdict, enum relation relation, float score,
                        const char *rule)
{
    verdict->relation = relation;
    verdict->score = score;
    verdict->rule = rule;
    return true;
}

bool more_told(const struct view *view, struct verdict *verdict);
bool continued_name(const struct view *view, struct verdict *verdict);
bool text_follows(const struct view *view, struct verdict *verdict);
bool text_of_years(const struct view *view, struct verdict *verdict);
bool other_parts(const struct view *view, struct verdict *verdict);
bool one_of_all(const struct view *view, struct verdict *verdict);
bool other_kind(const struct view *view, struct verdict *verdict);
bool other_subject(const struct view *view, struct verdict *verdict);
bool inner_slot(const struct view *view, struct verdict *verdict);

#endif
