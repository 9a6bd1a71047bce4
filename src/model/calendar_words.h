/* Names of months and weekdays in the languages that pare reads, with their abbreviations. */
#ifndef PARE_MODEL_CALENDAR_WORDS_H
#define PARE_MODEL_CALENDAR_WORDS_H

#include "base/text.h"

/* 1 for January; 0 where the word is no month. Case and accents are ignored. */
int calendar_month(struct text word);
/* 0 for Monday; -1 where the word is no weekday of at least three letters. */
int calendar_weekday(struct text word);

#endif
