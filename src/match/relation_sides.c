/* Reports whose names say that they tell of two sides of a thing: goods issued and goods received,
 * budget and actuals. Both have the same columns, and often the same readers. */
#include "match/relation_kinds.h"
#include "match/relation_rules.h"

static struct word_sides sides_of(const struct word_book *book, const struct odd_word *odd,
                                  uint32_t count)
{
    struct word_sides found = {0, 0};

    for (uint32_t i = 0; i < count; i++) {
        const struct word_sides *sides = &book->sides[book->side[odd[i].meaning]];
        found.one |= sides->one;
        found.other |= sides->other;
    }
    return found;
}

static bool are_opposed(const struct view *view)
{
    const struct word_book *book = &view->evidence->profile->book;
    struct word_sides a = sides_of(book, view->names->a, view->names->a_count);
    struct word_sides b = sides_of(book, view->names->b, view->names->b_count);

    return (a.one & b.other) | (a.other & b.one);
}

/* The names, read with their small words, differ in one place: "cash in" and "cash out". */
static bool differ_in_one_word(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    const uint32_t *meaning = profile->book.meaning;
    struct words a = name_as_written(profile, view->evidence->a);
    struct words b = name_as_written(profile, view->evidence->b);
    uint32_t places = 0;

    for (uint32_t i = 0; a.count == b.count && i < a.count; i++)
        places += meaning[a.word[i]] != meaning[b.word[i]];
    return places == 1;
}

/* Marks of who may see it and of how much there is make a part of it, but not where the names have
 * opposed ones: no lowest bid is among the highest. */
bool other_side(const struct view *view, struct verdict *verdict)
{
    const uint32_t marks = WORD_ACCESS | WORD_EXTENT;
    const uint32_t slot = WORD_OTHER | WORD_REGION;

    if (view->other_unit)
        return false;
    if (any(view, marks) && only(view, marks) && !fields_unlike(view, HALF) && are_opposed(view))
        return says(verdict, RELATION_VARIANT, 0.75f, "opposed marks");
    if ((view->names->content && view->names->parameters) || !fields_same(view) ||
        (readers_agree(view->evidence) != AGREE_SAME && !sources_same(view)))
        return false;
    if (are_opposed(view))
        return says(verdict, RELATION_VARIANT, 0.75f, "same fields, opposed names");
    return view->names->content && !(view->names->kinds & WORD_GENERIC) && any(view, slot) &&
           only(view, slot | WORD_EXTENT | WORD_DEPTH) && differ_in_one_word(view) &&
           says(verdict, RELATION_VARIANT, 0.7f, "same fields, another word in one place");
}

/* "Sales by town" and "purchases by town": without the same fields and readers it takes names that
 * are equal but for the one word, and nothing that speaks against it. */
bool opposed_words(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    return !view->other_unit && !view->other_law && names->content && names->a_count == 1 &&
           names->b_count == 1 && !fields_unlike(view, 15) && !text_unlike(view, 10) &&
           are_opposed(view) && differ_in_one_word(view) &&
           says(verdict, RELATION_VARIANT, 0.65f, "names of two sides");
}
