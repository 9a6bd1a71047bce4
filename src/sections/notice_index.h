/* What notices look up: the actions by report, and names of files. */
#ifndef PARE_SECTIONS_NOTICE_INDEX_H
#define PARE_SECTIONS_NOTICE_INDEX_H

#include "sections/notices.h"

/* Numbers of the actions by the report that they are done to; into: of merges alone, by the report
 * that takes in the other. In arena. */
uint32_t *notice_index(struct arena *arena, const struct plan *plan, bool into, size_t *count);
/* "notice-anna.berg"; again: how often the same name came before. In arena. */
const char *notice_file(struct arena *arena, struct text name, size_t again);

#endif
