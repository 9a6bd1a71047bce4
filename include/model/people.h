/* People and distribution lists, numbered from 1 as the inventory meets them; 0 is nobody known.
 *
 * One person written in three ways is one person where an address or the people file says so. A
 * list stands for its members where they are known; otherwise for an unknown number of people. */
#ifndef PARE_MODEL_PEOPLE_H
#define PARE_MODEL_PEOPLE_H

#include "base/text.h"

enum known { KNOWN_NOT, KNOWN_YES, KNOWN_NO };

struct person {
    uint32_t name, email, department; /* numbers of texts; 0 where unknown */
    uint32_t members;                 /* number of a set of people, 0 where unknown */
    bool is_list;                     /* a distribution list, a team, a role */
    bool in_people_file;
    enum known active;
    double hourly_rate;    /* money/h, NAN where unknown */
    double capacity_hours; /* h/year, NAN where unknown */
};

#endif
