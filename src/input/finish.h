/* From rows to reports: people, terms and sets are numbered, rows of one report brought together.
 */
#ifndef PARE_INPUT_FINISH_H
#define PARE_INPUT_FINISH_H

#include "input/builder.h"
#include "input/people.h"

void builder_finish(struct builder *builder, struct directory *directory);

#endif
