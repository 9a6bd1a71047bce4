/* Cutting a text into words with their meanings; for the files of the frequency grammar only. */
#ifndef PARE_MODEL_FREQUENCY_WORDS_H
#define PARE_MODEL_FREQUENCY_WORDS_H

#include "model/frequency_parts.h"

/* Whether the word stands in a list of words that blanks separate. */
bool word_listed(const char *list, struct text word);
/* All meanings of the table and the calendar. */
void word_look_up(struct word *word, double workdays);
void word_add(struct word *word, enum word_class class, double value, double other);
void word_drop(struct word *word, enum word_class class);

/* The words of a folded text, at most WORDS_MOST. */
void words_cut(struct text folded, double workdays, struct words *words);
/* Joins what is one word; number replaces the X of "every X months". */
void words_repair(struct arena *arena, struct words *words, double number, double workdays);

#endif
