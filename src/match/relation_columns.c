/* What the columns say that no field was made of: "enwiki" and "dewiki" under "Wiki"; and ids that
 * are made of words. */
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

/* A word of three letters or more from *at on; empty behind the last. */
static struct text next_word(struct text id, size_t *at)
{
    enum { SHORTEST = 3 };

    while (*at < id.size) {
        size_t start = *at;
        while (*at < id.size && byte_is_alpha((unsigned char)id.data[*at]))
            ++*at;
        if (*at - start >= SHORTEST)
            return text_slice(id, start, *at);
        *at += *at == start;
    }
    return text_make("", 0);
}

static bool has_word(struct text id, struct text wanted)
{
    struct text word;
    size_t at = 0;

    while ((word = next_word(id, &at)).size)
        if (text_equal_nocase(word, wanted))
            return true;
    return false;
}

static bool marks_copy(struct text word)
{
    static const char *const marks[] = {
#define COPY_WORD(word) word,
#include "match/copy_words.def"
#undef COPY_WORD
    };
    size_t i = 0;

    while (i < sizeof marks / sizeof *marks && !text_is_nocase(word, marks[i]))
        i++;
    return i < sizeof marks / sizeof *marks;
}

struct id_words {
    unsigned shared, own;
};

static struct id_words count_words(struct text id, struct text other)
{
    struct id_words words = {0, 0};
    struct text word;
    size_t at = 0;

    while ((word = next_word(id, &at)).size) {
        bool shared = has_word(other, word);
        words.shared += shared;
        words.own += !shared && !marks_copy(word);
    }
    return words;
}

/* Ids that two files have both are told apart by the names of these. */
bool ids_tell_apart(const struct evidence *evidence)
{
    const struct inventory *inventory = evidence->profile->inventory;
    struct text a = profile_text(evidence->profile, FIELD_id, evidence->a);
    struct text b = profile_text(evidence->profile, FIELD_id, evidence->b);

    if (!inventory->ids_given || (inventory->input_count > 1 &&
                                  inventory->file[evidence->a] != inventory->file[evidence->b]))
        return false;
    struct id_words of_a = count_words(a, b), of_b = count_words(b, a);
    return of_a.shared && of_a.own && of_b.own;
}
