/* Whether a new report is a part of an old one that lives on as another part. */
#ifndef PARE_SRC_COMPARE_SPLIT_H
#define PARE_SRC_COMPARE_SPLIT_H

#include "compare/traits.h"

/* whole: before; part: the new one; other: what whole became. */
bool is_split(const struct lexicon *lexicon, const struct traits *whole, const struct traits *part,
              const struct traits *other);

#endif
