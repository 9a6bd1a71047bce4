/* The rules that are asked where names differ in a rhythm, an edition or a parameter, such as a
 * place or a year: siblings of one report. */
#include "match/relation_kinds.h"
#include "match/relation_phrases.h"
#include "match/relation_rules.h"

/* Both names say which edition they are, or the columns which rhythm, and nothing speaks against
 * it: "final perimeters" may be all or some of the perimeters. */
static bool edition_is_certain(const struct view *view)
{
    bool both = view->names->a_kinds & view->telling && view->names->b_kinds & view->telling;

    return (both || view->other_rhythm) && (!view->other_law || text_alike(view, 30)) &&
           !text_unlike(view, 15);
}

bool other_rhythm_or_edition(const struct view *view, struct verdict *verdict)
{
    const uint32_t edition = WORD_RHYTHM | WORD_EDITION | WORD_DEPTH;

    uint32_t beside = WORD_SPAN | WORD_COPY;
    /* "Prices, annual (2015=100)" beside "prices, monthly" */
    if (view->names->a_kinds & view->names->b_kinds & WORD_RHYTHM)
        beside |= WORD_EXTENT |
                  ((WORD_YEAR | WORD_NUMBER) & ~(view->names->a_kinds & view->names->b_kinds));
    if (view->other_unit || !any(view, edition) || !only(view, edition | beside))
        return false;
    bool all_within = fields_within(view, MOSTLY);
    bool other_fields = fields_unlike(view, 30) && !all_within;
    if (only(view, WORD_DEPTH))
        return fields_unlike(view, HALF) && !all_within
                   ? says(verdict, RELATION_NONE, 0.5f, "summary with other fields")
                   : says(verdict, RELATION_CONTAINED, fields_known(view) ? 0.7f : 0.6f,
                          "summary of the other");
    /* "Revised fault form" has got new fields. */
    if (other_fields && only(view, WORD_EDITION) && text_alike(view, HALF))
        return says(verdict, RELATION_VARIANT, 0.6f, "other edition, other fields");
    if (other_fields)
        return says(verdict, RELATION_NONE, 0.5f, "other rhythm, other fields");
    if (view->other_law && view->names->content <= 2 && text_unlike(view, 30) &&
        text_words(view) >= 8)
        return says(verdict, RELATION_NONE, 0.5f, "other rhythm, law and text");
    return says(verdict, RELATION_CADENCE, edition_is_certain(view) ? 0.95f : 0.8f,
                "names differ in rhythm or edition");
}

/* "Deaths registered weekly, by region" and "deaths registered monthly". */
bool rhythms_and_more(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    return names->a_kinds & names->b_kinds & WORD_RHYTHM && view->one_sided && !view->other_unit &&
           !view->other_law && names->content >= 3 && !names->parameters &&
           core_at_least(view, 70) && !text_unlike(view, 20) &&
           says(verdict, RELATION_CADENCE, 0.7f, "like names, two rhythms");
}

/* "By month", "by age and month", "per day", "month-ahead": what the unit of time says is a rhythm
 * or a horizon, and no measure as in "arrears (weeks)". */
static bool goes_by_time(const struct view *view, bool in_a)
{
    const struct profile *profile = view->evidence->profile;
    struct words words = name_as_written(profile, in_a ? view->evidence->a : view->evidence->b);
    bool by = false, joined = false, span = false;

    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t word = words.word[i];

        if (span && word_is_one_of(profile, word, ASKED_AHEAD))
            return true;
        span = profile->book.classes[profile->book.meaning[word]] & WORD_SPAN;
        if (span && by && joined)
            return true;
        by = by || word_is_one_of(profile, word, ASKED_BY_OR_PER);
        joined = word_is_one_of(profile, word, ASKED_BY_OR_PER) ||
                 word_is_one_of(profile, word, ASKED_AND);
    }
    return false;
}

/* "Deaths by week" and "deaths by month", "day-ahead" and "month-ahead prices" are of two rhythms,
 * "deaths" and "deaths by month" are, too; "arrears in weeks" and "in months" are one figure in two
 * units. */
bool other_span(const struct view *view, struct verdict *verdict)
{
    const uint32_t beside = WORD_SPAN | WORD_NUMBER | WORD_YEAR | WORD_CODE | WORD_ACRONYM;
    const struct name_difference *names = view->names;
    bool in_a = names->a_kinds & WORD_SPAN, in_b = names->b_kinds & WORD_SPAN;

    if (!(in_a || in_b) || !only(view, beside) || names->content < 2 || view->other_unit ||
        view->other_law || fields_unlike(view, 40) || text_unlike(view, 15))
        return false;
    if (in_a && in_b && goes_by_time(view, true) && goes_by_time(view, false))
        return says(verdict, RELATION_CADENCE, 0.7f, "names differ in a span of time");
    if (in_a && in_b)
        return only(view, WORD_SPAN) && one_slot(view) &&
               says(verdict, RELATION_VARIANT, 0.65f, "names differ in a unit of time");
    return !any(view, WORD_NUMBER) && goes_by_time(view, in_a) &&
           says(verdict, RELATION_CADENCE, 0.65f, "one is broken down by time");
}

/* A parameter is certain where each name has one of its sort among the same words in the same
 * order, which tell more than one thing. Numbers, codes and acronyms must be told by something else
 * to be parameters: they name things of any sort. */
static bool parameter_is_certain(const struct view *view)
{
    const uint32_t certain = WORD_PLACE | WORD_YEAR | WORD_PERIOD;
    const struct name_difference *names = view->names;

    if (names->content < 2 || !shared_in_order(view))
        return false;
    bool facing = names->a_kinds & names->b_kinds & names->parameters;
    return (facing && (names->parameters & certain || fields_alike(view, 40))) ||
           text_alike(view, facing ? 30 : 70);
}

bool other_parameter(const struct view *view, struct verdict *verdict)
{
    const uint32_t certain = WORD_PLACE | WORD_YEAR | WORD_PERIOD;
    const uint32_t vague = WORD_ACRONYM | WORD_CODE | WORD_ORGANISATION;

    if (view->names->a_other || view->names->b_other || !core_at_least(view, 55))
        return false;
    if (view->other_law && !text_alike(view, HALF) && !(view->names->parameters & certain))
        return says(verdict, RELATION_NONE, 0.5f, "other law");
    if (view->other_unit &&
        (fields_unlike(view, 15) ||
         (view->names->content < 2 && !fields_same(view) && !text_alike(view, HALF))))
        return says(verdict, RELATION_NONE, 0.6f, "other parameter, unit and fields");
    /* Acronyms, codes and functions are names of many things; descriptions may tell these apart. */
    if (!(view->names->parameters & ~vague) && text_unlike(view, 15) && text_words(view) >= 8)
        return says(verdict, RELATION_NONE, 0.5f, "other acronym, other description");
    if (!(view->names->parameters & ~(vague | WORD_NUMBER)) && fields_unlike(view, 15) &&
        !fields_within(view, MOSTLY) && !text_alike(view, 30))
        return says(verdict, RELATION_NONE, 0.5f, "other number or acronym, other fields");
    /* "Turnover" and "employee turnover" may be one and the same. */
    bool weak =
        view->one_bare && view->names->content < 2 && !fields_known(view) && !text_known(view);
    return view->names->parameters && says(verdict, RELATION_VARIANT,
                                           weak                         ? 0.7f
                                           : parameter_is_certain(view) ? 0.96f
                                                                        : 0.85f,
                                           "names differ in a parameter");
}

bool same_fields_other_edition(const struct view *view, struct verdict *verdict)
{
    const uint32_t edition = WORD_RHYTHM | WORD_EDITION;
    const struct name_difference *names = view->names;
    bool by_time = any(view, WORD_SPAN) && only(view, WORD_SPAN) &&
                   (breaks_down(view, true) || breaks_down(view, false));
    bool told = any(view, edition) &&
                (view->one_sided || (names->a_kinds & edition && names->b_kinds & edition));

    return (by_time || told) && core_at_least(view, 35) && !view->other_unit &&
           !view->names->parameters && fields_same(view) &&
           says(verdict, RELATION_CADENCE, 0.75f, "same fields, other edition");
}

bool like_names_other_parameter(const struct view *view, struct verdict *verdict)
{
    bool contradicted = (fields_unlike(view, 40) && !fields_within(view, 90)) ||
                        (view->other_unit && !fields_known(view) && !text_known(view));

    if (!view->names->parameters)
        return false;
    if (fields_same(view))
        return says(verdict, RELATION_VARIANT, 0.85f, "same fields, other parameter");
    /* The title of one year may say more than that of another, and its description all else. */
    bool two_years = view->names->a_kinds & view->names->b_kinds & WORD_YEAR && view->one_sided &&
                     view->names->content >= 2 && !view->other_unit && !view->other_law;
    if (core_at_least(view, 55) && !contradicted &&
        (!text_unlike(view, 20) || two_years ||
         (core_at_least(view, 70) && view->names->content >= 5 && !view->one_bare &&
          !view->other_unit && !view->other_law && one_slot(view))))
        return says(verdict, RELATION_VARIANT, 0.8f, "like names, other parameter");
    return core_at_least(view, 45) && fields_alike(view, HALF) &&
           says(verdict, RELATION_VARIANT, 0.7f, "like names and fields, other parameter");
}
