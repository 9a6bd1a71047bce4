/* Problems found on the way, each with its place, kept in the order of their coming.
 *
 * Of each kind at most DIAG_KEPT are stored, the rest is counted, so that a million bad rows cost
 * no memory and none is lost silently. */
#ifndef PARE_BASE_DIAG_H
#define PARE_BASE_DIAG_H

#include "base/arena.h"

enum { DIAG_KEPT = 10000, DIAG_SHOWN = 20 };

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };

/* Where in the input: line and column from 1; 0 where there is none, file NULL likewise. The
 * column counts bytes of the physical line. */
struct place {
    const char *file;
    uint32_t line, column;
};

struct problem {
    enum severity severity;
    const char *kind; /* a word for one sort of problem, such as "ragged-row"; a literal */
    struct place place;
    const char *text; /* lower case, no full stop; a fix may follow after a semicolon */
};

struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *diag);

void diag_add(struct diag *diag, enum severity severity, const char *kind, struct place place,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Stored problems; the text lives as long as diag. */
size_t diag_stored(const struct diag *diag);
const struct problem *diag_problem(const struct diag *diag, size_t index);
/* All that were added, stored or not. */
size_t diag_count(const struct diag *diag, enum severity severity);
const char *severity_name(enum severity severity);

/* Puts the problems in the order of their places, file after file as they first came; what has one
 * place stays in its order. */
void diag_sort(struct diag *diag);

struct out;
/* Prints "file:line:column: warning: text" from that severity up: at most most of a kind, then how
 * many more there are. */
void diag_print(const struct diag *diag, enum severity least, size_t most, struct out *out);

#endif
