/* The rules that are asked where names share words and each, or one of them, has words of its own
 * that no list knows: members of a series, parts of a whole. */
#include "match/relation_phrases.h"
#include "match/relation_rules.h"

/* One name lists more than the other, and its description has all that the other one has: "deaths
 * by age" in "deaths by age and sex". A word more without "and" makes another thing of most. */
bool more_told(const struct view *view, struct verdict *verdict)
{
    if (view->one_sided && !view->names->parameters && !view->other_unit && !view->other_law &&
        !view->other_rhythm && view->names->content >= 2 && !fields_unlike(view, HALF) &&
        !text_unlike(view, 30) && broken_down_more(view))
        return says(verdict, RELATION_CONTAINED, 0.65f, "broken down by more");
    return view->one_sided && view->one_bare && !view->names->parameters && !view->other_unit &&
           !view->other_law && !view->other_rhythm && !fields_known(view) && longer_lists(view) &&
           core_at_least(view, 55) && text_words(view) >= 8 && text_within(view, ALL) &&
           !text_alike(view, ALL) &&
           says(verdict, RELATION_CONTAINED, 0.7f, "name and description within the other's");
}

/* One name has all words of the other and some more, and so have long descriptions: one of the two
 * is a sibling of the other at least. */
bool more_words_and_text(const struct view *view, struct verdict *verdict)
{
    return view->one_sided && !view->names->parameters && view->names->content &&
           !view->other_unit && !view->other_law && !view->other_rhythm &&
           core_at_least(view, 60) && text_words(view) >= 8 && text_alike(view, 60) &&
           !description_of_many(view) && !fields_unlike(view, 40) &&
           says(verdict, RELATION_VARIANT, 0.55f, "more words over one description");
}

/* "Reading room - quarterly reports" is one part of what is in "reading room", and "kerbs with
 * meters" are some kerbs. What breaks it down tells the same with more only where the descriptions,
 * or the fields, are not of other things. */
bool continued_name(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (!view->one_sided || names->parameters || !names->content || !name_goes_on(view->evidence))
        return false;
    if (fields_known(view) && (!fields_within(view, ALL) || fields_alike(view, ALL)))
        return false;
    bool broken_down = breaks_down_alone(view);
    if (names->content < 2 && (broken_down || !name_is_limited(view->evidence)))
        return false;
    if (broken_down && (any(view, WORD_SPAN) || (text_known(view) && !text_within(view, 25))))
        return false;
    return says(verdict, RELATION_CONTAINED, 0.6f, "one name goes on where the other ends");
}

/* The names share more words that tell something than either has alone, or near half of their
 * weight: what fills a frame is rare, and so weighs more than the frame. */
static bool mostly_frame(const struct view *view)
{
    const struct name_difference *names = view->names;
    uint32_t more = names->a_count > names->b_count ? names->a_count : names->b_count;

    return (names->content >= 3 && names->content > more) || names_at_least(view, 45);
}

/* "Form 461" and "Form 496" are two forms. */
static bool cites_others(const struct view *view)
{
    const struct word_book *book = &view->evidence->profile->book;
    const struct name_difference *names = view->names;

    for (uint32_t i = 0; i < names->a_count + names->b_count; i++) {
        const struct odd_word *odd =
            i < names->a_count ? &names->a[i] : &names->b[i - names->a_count];
        if (odd->kind == WORD_OTHER && book->classes[odd->meaning] & (WORD_NUMBER | WORD_CODE))
            return true;
    }
    return false;
}

/* "FOIA log - Health" holds "FOIA requests received by Health": the descriptions are one but for
 * what tells the names apart. */
bool text_follows(const struct view *view, struct verdict *verdict)
{
    return !view->other_unit && view->names->content &&
           text_words(view) >= (mostly_frame(view) ? 3 : 5) && text_follows_names(view) &&
           !cites_others(view) &&
           says(verdict, RELATION_VARIANT, 0.8f, "descriptions differ where the names do");
}

/* The titles of two years, one written out more fully, over descriptions that name the years. */
bool text_of_years(const struct view *view, struct verdict *verdict)
{
    return !view->other_unit && !view->other_law && view->one_sided && core_at_least(view, 55) &&
           text_of_other(view, WORD_YEAR) && !fields_unlike(view, HALF) &&
           says(verdict, RELATION_VARIANT, 0.75f, "like names, descriptions of other years");
}

/* "Openings by age" and "openings by trade": each tells the same of other parts of the whole. */
bool other_parts(const struct view *view, struct verdict *verdict)
{
    return !view->other_unit && !view->other_law && broken_down_otherwise(view) &&
           says(verdict, RELATION_VARIANT, 0.75f, "broken down by something else");
}

/* "All moves to a specified site" and "to a specified person" are two; both are of "all moves". */
bool one_of_all(const struct view *view, struct verdict *verdict)
{
    const uint32_t all = WORD_EXTENT | WORD_GENERIC | WORD_FORMAT | WORD_STOP;
    const struct name_difference *names = view->names;
    bool in_a = asks_for_one(view, true), in_b = asks_for_one(view, false);

    if (view->other_unit || view->other_law || names->content < 2 || !core_at_least(view, HALF) ||
        fields_unlike(view, 40))
        return false;
    if (in_a && in_b && names->a_other && names->b_other)
        return says(verdict, RELATION_VARIANT, 0.7f, "one of many, told by something else");
    return ((in_a && !names_one(view, false) && !(names->b_kinds & ~all)) ||
            (in_b && !names_one(view, true) && !(names->a_kinds & ~all))) &&
           names->a_other + names->b_other > 0 &&
           says(verdict, RELATION_CONTAINED, 0.65f, "one of all");
}

/* "Rust on hoists of the harbour" and "of the yard". */
bool other_object(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    return !view->other_unit && !view->other_law && names->content >= 2 &&
           names->a_kinds & view->telling && names->b_kinds & view->telling &&
           !text_unlike(view, 10) && (text_known(view) || !fields_unlike(view, 15)) &&
           same_of_others(view) &&
           says(verdict, RELATION_VARIANT, 0.6f, "the same of other things");
}

/* "Beer production reports" and "tobacco production reports". */
bool other_kind(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    return !view->other_unit && !view->other_law && names->content >= 2 &&
           names->a_kinds & view->telling && names->b_kinds & view->telling &&
           !fields_unlike(view, 15) && same_head(view) &&
           says(verdict, RELATION_VARIANT, 0.65f, "other words before one head");
}

/* Both names have a word in the place where the other has another one. */
bool other_subject(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (view->other_unit || !(names->a_kinds & view->telling) ||
        !(names->b_kinds & view->telling) || !(names->a_other + names->b_other) ||
        (!core_at_least(view, HALF) && !mostly_frame(view)))
        return false;
    bool heads = names_have_other_heads(view->evidence->profile, view->evidence->a,
                                        view->evidence->b, names);
    if (!fields_unlike(view, 40) && (!heads || text_alike(view, HALF)) &&
        ((core_at_least(view, 55) && text_alike(view, 25)) ||
         (core_at_least(view, HALF) && text_alike(view, 45)) ||
         (core_at_least(view, 45) && text_alike(view, 70) && !heads) ||
         (view->framed && names->content >= 4 && text_alike(view, 60) && one_slot(view))) &&
        text_words(view) >= 8)
        return says(verdict, RELATION_VARIANT, 0.7f, "one template, other subject");
    if (!names->a_other || !names->b_other || heads || !mostly_frame(view) || names->content < 2 ||
        text_unlike(view, 20) || (view->other_law && !text_alike(view, 30)))
        return false;
    if (!one_slot(view))
        return false;
    /* Most of two long titles. */
    if (names->content >= 5 && names_at_least(view, 60) && !fields_known(view))
        return says(verdict, RELATION_VARIANT, 0.65f, "long names, other in one place");
    verdict->slot = true;
    /* One word in the place of one word: "patron data file" beside "item file" is another thing. */
    return view->framed && names->a_count == 1 && names->b_count == 1 &&
           says(verdict, RELATION_VARIANT, 0.65f, "one of several in a frame");
}

/* "Issued building permits" and "issued tree permits": what stands between shared words is a place
 * to be filled with a word each; with more, it is another thing. Where only one name fills it, it
 * tells a part: "expected overdue payments". */
bool inner_slot(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (view->other_unit || view->other_law || names->content < 2 || !names_at_least(view, 40) ||
        fields_unlike(view, 40) || !slot_within(view))
        return false;
    if (names->a_other && names->b_other)
        return names->a_count == 1 && names->b_count == 1 &&
               says(verdict, RELATION_VARIANT, 0.65f, "other words between the shared ones");
    /* Of two short names one may be of anything: "employee information system" and "employee
     * benefit information system". */
    if (names->content < 4 && !text_within(view, 60))
        return false;
    return (!names->a_count || !names->b_count) && !view->other_rhythm &&
           !speaks_of_the_other(view) && !breaks_down_alone(view) &&
           says(verdict, RELATION_CONTAINED, 0.6f, "more words between the shared ones");
}
