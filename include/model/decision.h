/* What people decided about actions, read from --decisions and kept as the record that it is. */
#ifndef PARE_MODEL_DECISION_H
#define PARE_MODEL_DECISION_H

#include "base/diag.h"
#include "model/date.h"

enum choice { CHOICE_NONE, CHOICE_ACCEPT, CHOICE_REJECT, CHOICE_DEFER };

const char *choice_name(enum choice choice);
/* accept, accepted, yes, reject, no, defer, later ...; CHOICE_NONE where it is blank or else. */
enum choice choice_parse(struct text t);

/* In the order of the rows: of two on the same action the later one holds. */
struct decision {
    uint32_t report; /* number of the report, or DECISION_LOST */
    uint32_t named;  /* number of the text that names it */
    int action;      /* enum action */
    enum choice choice;
    uint32_t to;         /* number of the text that names the survivor of a merge; 0 where none */
    uint32_t reason, by; /* numbers of texts; 0 where not given */
    int32_t on, review_by, due, done; /* dates; DATE_UNKNOWN where not given */
    struct place place;
    uint32_t before; /* number of the decision before it on the same report, + 1; 0 without */
};

#define DECISION_LOST UINT32_MAX

#endif
