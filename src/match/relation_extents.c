/* The rules that are asked where names differ in how much of one thing is told: copies, all and
 * some, some of the years. */
#include <string.h>

#include "match/relation_kinds.h"
#include "match/relation_rules.h"

/* The description of a copy may be no more than "for trying out"; one that tells much tells of the
 * "backup generator". */
static bool is_sure_copy(const struct view *view)
{
    enum { REMARK = 6 };
    const struct name_difference *names = view->names;
    const struct word_book *book = &view->evidence->profile->book;

    if (text_words(view) > REMARK)
        return false;
    for (uint32_t i = 0; i < names->a_count + names->b_count; i++) {
        uint32_t meaning =
            i < names->a_count ? names->a[i].meaning : names->b[i - names->a_count].meaning;
        if (book->asked[meaning] >> ASKED_SURE_COPY & 1)
            return names->content >= 2 && !view->other_unit;
    }
    return false;
}

static char before(struct text name, size_t at)
{
    while (at && name.data[at - 1] == ' ')
        at--;
    return at ? name.data[at - 1] : '\0';
}

static char behind(struct text name, size_t at)
{
    while (at < name.size && name.data[at] == ' ')
        at++;
    return at < name.size ? name.data[at] : '\0';
}

static bool stands_at(struct text name, size_t at, struct text word)
{
    size_t i = 0;

    while (i < word.size && at + i < name.size &&
           byte_lower((unsigned char)name.data[at + i]) == (unsigned char)word.data[i])
        i++;
    return i == word.size;
}

/* "Copy of sales", "Sales (test)", "Sales - old", "sales_bak"; "Sales copy" at the end, where the
 * word is not one of those that name things: "Fire alarm test", "Duplicate payments". */
static bool is_set_apart(struct text name, struct text word, bool names_things)
{
    for (size_t at = 0; at + word.size <= name.size; at++) {
        size_t end = at + word.size;

        if (!stands_at(name, at, word))
            continue;
        if ((before(name, at) && strchr("([-_:/|#", before(name, at))) ||
            (behind(name, end) && strchr(")]-_:/|", behind(name, end))) ||
            stands_at(name, end, text_of(" of ")))
            return true;
        if (end == name.size && !names_things)
            return true;
    }
    return false;
}

static bool has_word(struct text name, struct text word)
{
    size_t at = 0;

    while (at + word.size <= name.size && !stands_at(name, at, word))
        at++;
    return at + word.size <= name.size;
}

/* Every mark stands where marks stand; a spelling that was mapped is not looked for. */
static bool marks_are_certain(const struct view *view)
{
    const struct name_difference *names = view->names;
    const struct word_book *book = &view->evidence->profile->book;

    for (uint32_t i = 0; i < names->a_count + names->b_count; i++) {
        bool in_a = i < names->a_count;
        const struct odd_word *odd = in_a ? &names->a[i] : &names->b[i - names->a_count];
        struct text name = profile_text(view->evidence->profile, FIELD_name,
                                        in_a ? view->evidence->a : view->evidence->b);
        struct text word = word_book_text(book, odd->meaning);

        bool thing = book->asked[odd->meaning] >> ASKED_THING & 1 ||
                     byte_is_digit((unsigned char)*word.data);

        if (odd->kind == WORD_COPY && has_word(name, word) && !is_set_apart(name, word, thing))
            return false;
    }
    return true;
}

/* The public edition of an internal report has a part of it. */
bool copy_marks(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (!any(view, WORD_COPY | WORD_ACCESS) || !only(view, WORD_COPY | WORD_ACCESS))
        return false;
    /* "Public Building Commission" is a unit, not what the public may see of "Buildings". */
    if ((names->a_kinds & WORD_ACCESS && names->a_kinds & WORD_UNIT) ||
        (names->b_kinds & WORD_ACCESS && names->b_kinds & WORD_UNIT))
        return false;
    if (fields_unlike(view, HALF) && !fields_within(view, MOSTLY))
        return false;
    if (text_unlike(view, view->other_unit ? 30 : 10)) {
        verdict->ask = is_sure_copy(view);
        return verdict->ask && says(verdict, RELATION_SAME, 0.6f, "marked as a copy");
    }
    return any(view, WORD_ACCESS)
               ? says(verdict, RELATION_CONTAINED, 0.7f, "names differ in who may see it")
           : marks_are_certain(view)
               ? says(verdict, RELATION_SAME, 0.85f, "names differ in marks of a copy")
               : says_as_question(verdict, RELATION_SAME, 0.5f,
                                  "names differ in what may be a mark");
}

/* "Open tickets" are some of "all tickets". */
static bool some_of_all(const struct view *view)
{
    const struct name_difference *names = view->names;
    const struct word_book *book = &view->evidence->profile->book;
    bool of_a = names->a_kinds & WORD_EXTENT;
    const struct odd_word *odd = of_a ? names->a : names->b;
    uint32_t count = of_a ? names->a_count : names->b_count, i = 0;

    while (i < count && (odd[i].kind & NAME_EMPTY || book->classes[odd[i].meaning] & WORD_WHOLE))
        i++;
    return i == count &&
           !((of_a ? names->b_kinds : names->a_kinds) & ~(uint32_t)(NAME_EMPTY | WORD_POPULATION));
}

/* What one name has more says that it is the whole; the other name has no words of its own. */
static bool only_wholes(const struct view *view)
{
    const struct name_difference *names = view->names;
    const struct word_book *book = &view->evidence->profile->book;
    const struct odd_word *odd = names->a_count ? names->a : names->b;
    uint32_t count = names->a_count ? names->a_count : names->b_count, i = 0;

    while (i < count && book->classes[odd[i].meaning] & WORD_WHOLE)
        i++;
    return i == count && (!names->a_count || !names->b_count);
}

bool other_extent(const struct view *view, struct verdict *verdict)
{
    uint32_t kinds = WORD_EXTENT | WORD_COPY | WORD_ACCESS | WORD_NUMBER | WORD_SPAN;

    if (any(view, WORD_POPULATION) && some_of_all(view))
        kinds |= WORD_POPULATION;
    if (!any(view, WORD_EXTENT) || !only(view, kinds))
        return false;
    if (fields_known(view) && !fields_within(view, 70) && !text_alike(view, HALF))
        return false;
    if (view->other_unit && !text_alike(view, 30))
        return false;
    /* "All orders" are what "orders" are, where nothing is said of which. */
    if (only_wholes(view))
        return says(verdict, RELATION_SAME, 0.6f, "one says that it has all");
    return says(verdict, RELATION_CONTAINED, 0.75f, "names differ in how much");
}

/* "Crimes 2018" is in "Crimes 2001 to present"; "2016" in "2015-2017". */
bool years_within(const struct view *view, struct verdict *verdict)
{
    int first, last, a_first, a_last;

    if (!any(view, WORD_YEAR) || !only(view, WORD_YEAR) ||
        view->names->a_other + view->names->b_other)
        return false;
    years_of(view->evidence, true, &a_first, &a_last);
    years_of(view->evidence, false, &first, &last);
    bool a_wider = a_first < a_last && a_first <= first && last <= a_last;
    bool b_wider = first < last && first <= a_first && a_last <= last;
    if (a_wider == b_wider || fields_unlike(view, HALF))
        return false;
    return says(verdict, RELATION_CONTAINED, 0.75f, "years within the other's years");
}

/* "Takings 2018" are in "takings", which tell of 2017 and 2018, and "run of 2017" in "runs of 2017
 * to 2019", where the descriptions are of one template. */
bool years_told(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;
    struct span a, b;

    if (view->other_unit || view->other_law || !view->one_sided || names->content < 2 ||
        !any(view, WORD_YEAR) || names->parameters & ~(uint32_t)(WORD_YEAR | WORD_NUMBER) ||
        !core_at_least(view, 40) || !text_alike(view, 75) || text_words(view) < 8)
        return false;
    years_told_by(view->evidence, true, &a);
    years_told_by(view->evidence, false, &b);
    return (span_within(a, b) || span_within(b, a)) && !fields_unlike(view, HALF) &&
           says(verdict, RELATION_CONTAINED, 0.7f, "one of the years of the other");
}

/* "Fires - last 30 days" are some of the fires. */
bool last_of_all(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;
    const struct word_book *book = &view->evidence->profile->book;
    const struct odd_word *odd = names->a_count ? names->a : names->b;
    uint32_t count = names->a_count ? names->a_count : names->b_count, i = 0;

    if (!any(view, WORD_PERIOD) || !any(view, WORD_SPAN) || !view->one_bare ||
        !only(view, WORD_PERIOD | WORD_SPAN | WORD_NUMBER) || view->other_unit ||
        (names->a_count && names->b_count))
        return false;
    while (i < count && !(book->asked[odd[i].meaning] >> ASKED_LAST & 1))
        i++;
    return i < count && !fields_unlike(view, HALF) && !text_unlike(view, 15) &&
           says(verdict, RELATION_CONTAINED, 0.6f, "the last of all");
}
