/* Looks ahead in the list: what will be asked of the reports that groups keep is fetched in time.
 */
#ifndef PARE_SRC_RULES_AHEAD_H
#define PARE_SRC_RULES_AHEAD_H

#include "rules/grounds.h"

/* at: the report that is judged next. Changes nothing. */
void look_ahead(const struct grounds *grounds, size_t at);

#endif
