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

/* The same, to be asked rather than counted. */
static inline bool says_as_question(struct verdict *verdict, enum relation relation, float score,
                                    const char *rule)
{
    verdict->ask = true;
    return says(verdict, relation, score, rule);
}

/* Takes back that reports are one where their names differ in a code of two capitals that is also a
 * small word: "Sales DE", "Sales AT". */
void tell_codes(const struct view *view, struct verdict *verdict);

/* The first spare column in which the reports have different values; spare_count without one. */
size_t column_telling_apart(const struct inventory *inventory, uint32_t a, uint32_t b);
/* Takes back that reports are one where such a column says that they are about different things. */
void tell_columns(const struct view *view, struct verdict *verdict);

/* Both ids are made of words, of which they share some, and each has one that the other has not:
 * "poverty/by-floor-area" and "poverty/by-income". */
bool ids_tell_apart(const struct evidence *evidence);

/* What makes opposites of like names: a direction ("payments to / from suppliers"), a letter that
 * is a label ("hepatitis A / B"), or that one compares what the other puts together ("sales vs
 * plan" and "sales plan"; b or a is empty then). As the names write it. */
bool words_oppose(const struct evidence *evidence, struct text *a, struct text *b);
/* Takes back that such reports are one, or one part of the other. */
void tell_opposites(const struct view *view, struct verdict *verdict);

/* Two laws oblige one or several to the same. */
bool one_duty(const struct view *view, struct verdict *verdict);

bool copy_marks(const struct view *view, struct verdict *verdict);
bool other_extent(const struct view *view, struct verdict *verdict);
bool years_within(const struct view *view, struct verdict *verdict);
bool years_told(const struct view *view, struct verdict *verdict);
bool last_of_all(const struct view *view, struct verdict *verdict);
bool other_rhythm_or_edition(const struct view *view, struct verdict *verdict);
bool rhythms_and_more(const struct view *view, struct verdict *verdict);
bool other_span(const struct view *view, struct verdict *verdict);
bool other_parameter(const struct view *view, struct verdict *verdict);
bool same_fields_other_edition(const struct view *view, struct verdict *verdict);
bool like_names_other_parameter(const struct view *view, struct verdict *verdict);
bool other_side(const struct view *view, struct verdict *verdict);
bool opposed_words(const struct view *view, struct verdict *verdict);
bool more_told(const struct view *view, struct verdict *verdict);
bool more_words_and_text(const struct view *view, struct verdict *verdict);
bool continued_name(const struct view *view, struct verdict *verdict);
bool text_follows(const struct view *view, struct verdict *verdict);
bool text_of_years(const struct view *view, struct verdict *verdict);
bool other_parts(const struct view *view, struct verdict *verdict);
bool one_of_all(const struct view *view, struct verdict *verdict);
bool other_object(const struct view *view, struct verdict *verdict);
bool other_kind(const struct view *view, struct verdict *verdict);
bool other_subject(const struct view *view, struct verdict *verdict);
bool inner_slot(const struct view *view, struct verdict *verdict);

#endif
