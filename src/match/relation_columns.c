/* What the columns say that no field was made of: "enwiki" and "dewiki" under "Wiki". */
#include "match/relation_rules.h"

size_t column_telling_apart(const struct inventory *inventory, uint32_t a, uint32_t b)
{
    size_t i = 0;

    for (; i < inventory->spare_count; i++) {
        const uint8_t *value = inventory->spare_columns[i].value;

        if (value[a] && value[b] && value[a] != value[b])
            break;
    }
    return i;
}

/* The same fields for the same readers are one report whatever such a column says, and so is what
 * is marked as a copy; but less surely. */
static bool is_same_besides(const struct view *view)
{
    return any(view, WORD_COPY) ||
           (fields_same(view) && readers_agree(view->evidence) == AGREE_SAME);
}

/* A rule of its own could not come first: what it asks is what the others would say. The score is
 * that of other parameters that stand beside the name. */
void tell_columns(const struct view *view, struct verdict *verdict)
{
    const struct evidence *evidence = view->evidence;
    const struct inventory *inventory = evidence->profile->inventory;
    const float besides = 0.6f, apart = 0.7f;

    if (!inventory->spare_count ||
        (verdict->relation != RELATION_SAME && verdict->relation != RELATION_CONTAINED) ||
        !(view->names_equal || core_at_least(view, MOSTLY)) ||
        column_telling_apart(inventory, evidence->a, evidence->b) == inventory->spare_count)
        return;
    verdict->by_column = true;
    if (!is_same_besides(view))
        says(verdict, RELATION_VARIANT, apart, "one name, other value in a column");
    else if (verdict->score > besides)
        verdict->score = besides;
}
