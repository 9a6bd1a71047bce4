/* What less and more than a plan would save and disturb: the efficient frontier, drawn. */
#ifndef PARE_SECTIONS_FRONTIER_H
#define PARE_SECTIONS_FRONTIER_H

#include "document/document.h"
#include "plan/plan.h"

/* Nothing where the plan has no target. */
void frontier_tell(struct document *document, const struct plan *plan);

#endif
