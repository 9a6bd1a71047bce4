/* A report of before that became two: one of them is its new name, the other one looks new. */
#include "compare/likeness.h"
#include "compare/split.h"

static bool has_word(const struct traits *traits, uint32_t word)
{
    uint32_t i;

    for (i = 0; i < traits->word_count; i++)
        if (traits->words[i] == word)
            return true;
    return false;
}

struct shares {
    uint32_t all, in_whole, in_other;
};

/* Of the words of a part that say something, those that the whole and the other part have. */
static struct shares words_of(const struct lexicon *lexicon, const struct traits *part,
                              const struct traits *whole, const struct traits *other)
{
    struct shares shares = {0, 0, 0};
    uint32_t i;

    for (i = 0; i < part->word_count; i++) {
        uint32_t word = part->words[i];

        if (word_is_light(table_text(lexicon->words, word)))
            continue;
        shares.all++;
        shares.in_whole += has_word(whole, word);
        shares.in_other += has_word(other, word);
    }
    return shares;
}

/* "Sales and stock", then "Sales" and "Stock": each name is a part of the old one and says
 * something that the other does not. */
static bool parts_by_name(const struct lexicon *lexicon, const struct traits *whole,
                          const struct traits *part, const struct traits *other)
{
    struct shares mine = words_of(lexicon, part, whole, other);
    struct shares its = words_of(lexicon, other, whole, part);

    return mine.all && its.all && mine.in_whole == mine.all && its.in_whole == its.all &&
           mine.in_other < mine.all && its.in_other < its.all;
}

/* Most fields of the part were in the whole and are not in the other part. */
static bool parts_by_fields(const struct lexicon *lexicon, const struct traits *whole,
                            const struct traits *part, const struct traits *other)
{
    struct numbers was = lexicon_set(lexicon, whole->fields);
    struct numbers mine = lexicon_set(lexicon, part->fields);
    struct numbers its = lexicon_set(lexicon, other->fields);

    return mine.count > 1 && its.count && its.count < was.count &&
           5 * numbers_shared(mine, was) >= 4 * mine.count &&
           3 * numbers_shared(mine, its) <= mine.count;
}

static bool may_be_one(uint32_t a, uint32_t b)
{
    return !a || !b || a == b;
}

bool is_split(const struct lexicon *lexicon, const struct traits *whole, const struct traits *part,
              const struct traits *other)
{
    bool same_unit = may_be_one(whole->department, part->department) &&
                     (may_be_one(whole->owner, part->owner) || whole->department);
    bool fields = whole->fields && part->fields && other->fields;

    return same_unit && (fields ? parts_by_fields(lexicon, whole, part, other)
                                : parts_by_name(lexicon, whole, part, other));
}
