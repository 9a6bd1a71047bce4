/* Reports whose description names another one and says what it is to it: "the same as CR134", "for
 * inclusion in the annual report required by section 12(b)".
 *
 * Others are named by their ids, or by what requires them: of a section alone it is supposed that
 * it is one of the law that requires the report itself. Only inventories whose descriptions are
 * read at once are looked at. */
#ifndef PARE_MATCH_MENTIONS_H
#define PARE_MATCH_MENTIONS_H

#include "model/inventory.h"

enum mention_kind { MENTION_NONE, MENTION_SAME, MENTION_PART };

struct mention {
    uint32_t by, of; /* reports */
    enum mention_kind kind;
};

struct mentions {
    struct mention *list; /* by by, then of; each pair once */
    size_t count;
};

void mentions_gather(struct mentions *mentions, const struct inventory *inventory);
void mentions_clear(struct mentions *mentions);
/* What one report says of another. */
enum mention_kind mention_of(const struct mentions *mentions, uint32_t by, uint32_t of);

#endif
