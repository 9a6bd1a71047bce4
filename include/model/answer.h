/* What people answered to the questions of `pare ask`, read back with --answers. */
#ifndef PARE_MODEL_ANSWER_H
#define PARE_MODEL_ANSWER_H

#include "base/diag.h"
#include "model/date.h"

enum reply { REPLY_NONE, REPLY_YES, REPLY_NO, REPLY_UNSURE };

/* yes, no, not sure and what stands for them in several languages; REPLY_NONE where it is blank or
 * something else. */
enum reply reply_parse(struct text t);

/* What a question asks for, by the part of its id before the colon: "parts" and "missing" for
 * words, "clear" for a rating, "often" for which reports of one owner or unit, all others for yes,
 * no or a frequency. */
enum asks { ASKS_CHOICE, ASKS_WORDS, ASKS_RATING, ASKS_WHICH };

enum asks question_asks(struct text question);

/* Whether an answer of ids and names, between semicolons, lines or commas, has that report in it;
 * what was copied from the question may have the rhythm behind it. */
bool answer_names(struct text words, struct text id, struct text name);

/* In the order of the rows. Several people may answer one question. */
struct answer {
    uint32_t question; /* number of the text that identifies the question */
    uint32_t person;   /* number of the text that names who answered; 0 where not told */
    enum reply reply;
    double runs;    /* runs a year that would do, where a frequency was answered; else NAN */
    uint32_t words; /* number of the text, where words or reports were asked for; else 0 */
    double rating;  /* 1..5, where the question asks for that; else NAN */
    int32_t on;     /* DATE_UNKNOWN where not told */
    struct place place;
    uint32_t before; /* number of the answer before it to the same question, + 1; 0 without */
};

/* All answers, by question. */
struct answers {
    struct answer *list;
    size_t count;
    uint32_t *last; /* by number of a text: the last answer to that question, + 1 */
    size_t texts;   /* that last has room for */
};

/* The last answer to the question with that text number, or NULL. */
const struct answer *answers_last(const struct answers *answers, uint32_t question);
const struct answer *answers_before(const struct answers *answers, const struct answer *answer);

#endif
