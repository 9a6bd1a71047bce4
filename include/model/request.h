/* A report that somebody would like to have, in the numbers of the inventory that it was asked of.
 *
 * In the arena of the inventory. What was not said is 0, empty or frequency_unknown. */
#ifndef PARE_MODEL_REQUEST_H
#define PARE_MODEL_REQUEST_H

#include "model/frequency.h"

struct request {
    uint32_t id;                   /* number of a text that stands for it */
    uint32_t name, description;    /* numbers of texts */
    uint32_t owner;                /* number of a person */
    uint32_t department;           /* of that person, where all of their reports agree */
    uint32_t *fields, *recipients; /* terms and people, ascending, each once */
    uint32_t field_count, recipient_count;
    struct frequency frequency;
};

#endif
