/* The rules, in the order in which they are asked; the first that has an opinion decides.
 *
 * Each score is the share of right answers that the rule had on labelled pairs of real inventories,
 * drawn towards what such a sign is worth in general where there were few of them. */
#include "match/relation.h"

#include <math.h>

#include "match/candidates.h"

/* What follows from the evidence and is asked by several rules. */
struct view {
    struct evidence *evidence;
    const struct name_difference *names;
    const struct overlap *fields;
    bool other_unit, other_law, same_law, other_rhythm, same_readers;
    bool names_equal; /* but for words that any title may have, or that name the unit itself */
    bool one_sided;   /* all words of one name stand in the other, but for parameters and the like */
    bool one_bare;    /* only one name has words that tell something more */
    bool framed;
    uint32_t telling; /* kinds of odd words that tell something */
};

enum { MOSTLY = 80, HALF = 50, ALL = 95 };

/* What one word tells that stands in one of sixteen: shared fields that tell less together are
 * headings such as "summary" and "detail". */
static const uint32_t telling_weight = 4 * WEIGHT_ONE;

static uint32_t all_weight(const struct overlap *overlap)
{
    return overlap->a + overlap->b - overlap->common;
}

static bool alike(const struct overlap *overlap, unsigned percent)
{
    return overlap->known && share_at_least(overlap->common, all_weight(overlap), percent);
}

static bool within(const struct overlap *overlap, unsigned percent)
{
    uint32_t smaller = overlap->a < overlap->b ? overlap->a : overlap->b;
    return overlap->known && share_at_least(overlap->common, smaller, percent);
}

static bool fields_tell(const struct view *view)
{
    return view->fields->known && view->fields->common >= telling_weight;
}

static bool fields_same(const struct view *view)
{
    return fields_tell(view) && alike(view->fields, MOSTLY);
}

static bool fields_unlike(const struct view *view, unsigned percent)
{
    return view->fields->known && !alike(view->fields, percent);
}

static bool text_known(const struct view *view)
{
    return evidence_text(view->evidence)->known;
}

static bool text_alike(const struct view *view, unsigned percent)
{
    return alike(evidence_text(view->evidence), percent);
}

static bool text_same(const struct view *view)
{
    return text_alike(view, 75);
}

static bool text_unlike(const struct view *view, unsigned percent)
{
    return text_known(view) && !text_alike(view, percent);
}

/* Share of the names' weight that is common, when only words that are no parameter count. */
static bool core_at_least(const struct view *view, unsigned percent)
{
    return share_at_least(view->names->common, view->names->common + view->names->other, percent);
}

/* The same when every differing word counts. */
static bool names_at_least(const struct view *view, unsigned percent)
{
    return share_at_least(view->names->common, view->names->common + view->names->differing,
                          percent);
}

static bool only(const struct view *view, uint32_t kinds)
{
    return !(view->telling & ~kinds);
}

static bool any(const struct view *view, uint32_t kinds)
{
    return view->telling & kinds;
}

static bool says(struct verdict *verdict, enum relation relation, float score, const char *rule)
{
    verdict->relation = relation;
    verdict->score = score;
    verdict->rule = rule;
    return true;
}

/* Rows that are equal in every column but the id: the list cannot tell one report listed twice from
 * two. Different names in the columns that were not read may still say otherwise. */
static bool equal_rows(const struct view *view, struct verdict *verdict)
{
    if (!(view->evidence->signs & SIGN_ROWS))
        return false;
    verdict->ask = view->evidence->profile->inventory->ids_given;
    return says(verdict, RELATION_SAME, 1.0f, "equal rows");
}

/* The same law, the same words, another unit: each does it about itself. */
static bool shared_law(const struct view *view, struct verdict *verdict)
{
    if (!view->other_unit || !view->same_law)
        return false;
    if (text_same(view) || (!text_known(view) && names_at_least(view, 30)))
        return says(verdict, RELATION_SHARED, 0.97f, "same law in another unit");
    return false;
}

/* One title in three units or more is an obligation of all; in two units, with the same content, it
 * is one report in two lists. A title that says nothing ("Annual Report") is neither. */
static bool title_in_units(const struct view *view, struct verdict *verdict)
{
    const struct profile *profile = view->evidence->profile;
    const struct name_difference *names = view->names;

    if (!view->other_unit || !view->names_equal)
        return false;
    uint32_t units = profile->title_units[profile->title[profile->tokens->name_of[view->evidence->a]]];
    bool rich = names->content >= 2 || names->common >= 10 * WEIGHT_ONE;
    if (view->other_law)
        return text_same(view) ? says(verdict, RELATION_SHARED, 0.7f, "same words, other law")
                               : says(verdict, RELATION_NONE, 0.9f, "other unit and law");
    if (units >= 3) {
        if (text_same(view) || (fields_same(view) && !text_known(view)))
            return says(verdict, RELATION_SHARED, 0.85f, "one title in many units");
        if (!text_known(view) && rich && !view->fields->known)
            return says(verdict, RELATION_SHARED, 0.6f, "one title in many units, no description");
        return says(verdict, RELATION_NONE, 0.6f, "one title, other content");
    }
    if (text_same(view) || (fields_same(view) && !text_unlike(view, 30)))
        return says(verdict, RELATION_SAME, 0.85f, "listed by two units");
    if (rich && !fields_unlike(view, HALF) && !names->a_count && !names->b_count &&
        (names->content >= 2 || !text_known(view)))
        return says(verdict, RELATION_SAME, 0.6f, "one title in two units");
    return says(verdict, RELATION_NONE, 0.6f, "one title, other content");
}

static bool equal_names(const struct view *view, struct verdict *verdict)
{
    if (!view->names_equal)
        return false;
    if (view->other_rhythm && !fields_unlike(view, 30))
        return says(verdict, RELATION_CADENCE, 0.75f, "one name, two rhythms");
    if (view->fields->known && !alike(view->fields, MOSTLY)) {
        if (fields_tell(view) && within(view->fields, ALL))
            return says(verdict, RELATION_CONTAINED, 0.7f, "one name, fields within");
        return says(verdict, RELATION_VARIANT, 0.7f, "one name, other fields");
    }
    if (view->names->content == 0)
        return text_same(view) || fields_same(view)
                   ? says(verdict, RELATION_SAME, 0.8f, "one content")
                   : says(verdict, RELATION_NONE, 0.6f, "a title that says nothing");
    /* A word such as "list" may make another report of it where the descriptions say so. */
    if (text_unlike(view, 30) && view->names->differing && !view->same_law &&
        view->evidence->text_length >= 5)
        return says(verdict, RELATION_NONE, 0.6f, "names and descriptions differ");
    if (view->other_law && text_unlike(view, 30))
        return says(verdict, RELATION_SAME, 0.6f, "one name, other law and text");
    return says(verdict, RELATION_SAME, text_same(view) || fields_same(view) ? 0.92f : 0.8f,
                "one name");
}

/* A copy under another name: nothing of the name is left, but fields and description are. */
static bool renamed(const struct view *view, struct verdict *verdict)
{
    if (view->names->content || view->other_unit || !fields_same(view) ||
        !view->evidence->same_description || !text_known(view) ||
        view->evidence->text_length < 5)
        return false;
    return view->other_rhythm
               ? says(verdict, RELATION_CADENCE, 0.6f, "same fields and description, two rhythms")
               : says(verdict, RELATION_SAME, 0.75f, "same fields and description");
}

/* The same fields for the same readers is the same report, whatever it is called; with half of the
 * bigger one's content, all of the smaller one's is contained. */
static bool by_fields(const struct view *view, struct verdict *verdict)
{
    if (view->names->parameters || any(view, WORD_RHYTHM | WORD_EDITION) || !fields_tell(view))
        return false;
    if (view->same_readers && fields_same(view) && !view->other_unit && !text_unlike(view, 30))
        return view->other_rhythm
                   ? says(verdict, RELATION_CADENCE, 0.6f, "same fields and readers, two rhythms")
                   : says(verdict, RELATION_SAME, 0.75f, "same fields and readers");
    if (within(view->fields, ALL) && alike(view->fields, HALF) && !alike(view->fields, ALL))
        return says(verdict, RELATION_CONTAINED, 0.75f, "fields within");
    return false;
}

static bool nothing_shared(const struct view *view, struct verdict *verdict)
{
    if (view->names->content || fields_same(view) || view->evidence->same_description ||
        (view->same_law && text_same(view)))
        return false;
    return says(verdict, RELATION_NONE, 0.9f, "names share nothing");
}

static bool other_rhythm_or_edition(const struct view *view, struct verdict *verdict)
{
    const uint32_t edition = WORD_RHYTHM | WORD_EDITION | WORD_DEPTH;

    if (view->other_unit || !any(view, edition) || !only(view, edition | WORD_SPAN | WORD_COPY))
        return false;
    if (only(view, WORD_DEPTH) && view->one_bare)
        return says(verdict, RELATION_CONTAINED, 0.7f, "summary of the other");
    if (fields_unlike(view, 30) && !within(view->fields, MOSTLY))
        return says(verdict, RELATION_NONE, 0.5f, "other rhythm, other fields");
    return says(verdict, RELATION_CADENCE, 0.95f, "names differ in rhythm or edition");
}

/* The public edition of an internal report has a part of it. */
static bool copy_marks(const struct view *view, struct verdict *verdict)
{
    if (!any(view, WORD_COPY | WORD_ACCESS) || !only(view, WORD_COPY | WORD_ACCESS))
        return false;
    if (fields_unlike(view, HALF) && !within(view->fields, MOSTLY))
        return false;
    if (text_unlike(view, view->other_unit ? 30 : 10))
        return false;
    return any(view, WORD_ACCESS)
               ? says(verdict, RELATION_CONTAINED, 0.7f, "names differ in who may see it")
               : says(verdict, RELATION_SAME, 0.85f, "names differ in marks of a copy");
}

static bool other_extent(const struct view *view, struct verdict *verdict)
{
    const uint32_t kinds = WORD_EXTENT | WORD_COPY | WORD_ACCESS | WORD_NUMBER | WORD_SPAN;

    if (!any(view, WORD_EXTENT) || !only(view, kinds))
        return false;
    if (view->fields->known && !within(view->fields, 70) && !text_alike(view, HALF))
        return false;
    if (view->other_unit && !text_alike(view, 30))
        return false;
    return says(verdict, RELATION_CONTAINED, 0.75f, "names differ in how much");
}

static bool other_parameter(const struct view *view, struct verdict *verdict)
{
    const uint32_t certain = WORD_PLACE | WORD_YEAR | WORD_PERIOD;

    if (view->names->a_other || view->names->b_other || !core_at_least(view, 60))
        return false;
    if (view->other_law && !text_alike(view, HALF) && !(view->names->parameters & certain))
        return says(verdict, RELATION_NONE, 0.5f, "other law");
    if (view->other_unit && fields_unlike(view, 15) && !text_alike(view, HALF))
        return says(verdict, RELATION_NONE, 0.6f, "other parameter, unit and fields");
    return view->names->parameters &&
           says(verdict, RELATION_VARIANT, 0.96f, "names differ in a parameter");
}

static bool same_words(const struct view *view, struct verdict *verdict)
{
    /* Unlike names are worth a look at the texts only where these are the same word for word. */
    if (view->other_unit || view->other_law ||
        (!view->evidence->same_description && !view->same_law && !core_at_least(view, 25)))
        return false;
    if (!text_same(view) || view->evidence->text_length < 5)
        return false;
    if (view->same_law && !view->other_rhythm && !view->names->parameters) {
        if (view->one_sided && core_at_least(view, 30))
            return says(verdict, RELATION_SAME, 0.85f, "same law and text");
        if (core_at_least(view, HALF))
            return says(verdict, RELATION_SAME, 0.75f, "same law and text, other name");
    }
    if (text_alike(view, 90) && view->evidence->text_length >= 12 && !fields_unlike(view, MOSTLY))
        return says(verdict, RELATION_VARIANT, 0.9f, "one description, other name");
    return false;
}

static bool same_law(const struct view *view, struct verdict *verdict)
{
    if (view->other_unit || !view->same_law || view->names->parameters)
        return false;
    if (!view->other_rhythm && ((core_at_least(view, HALF) && !text_known(view)) ||
                                (core_at_least(view, 40) && text_alike(view, 25))))
        return says(verdict, RELATION_SAME, 0.75f, "same law, like names");
    return view->other_rhythm && text_same(view) &&
           says(verdict, RELATION_CADENCE, 0.75f, "same law and text, two rhythms");
}

static bool same_fields_other_edition(const struct view *view, struct verdict *verdict)
{
    return any(view, WORD_RHYTHM | WORD_EDITION) && !view->other_unit && !view->names->parameters &&
           fields_same(view) && says(verdict, RELATION_CADENCE, 0.75f, "same fields, other edition");
}

static bool like_names_other_parameter(const struct view *view, struct verdict *verdict)
{
    bool contradicted = fields_unlike(view, 40) && !within(view->fields, 90);

    if (!view->names->parameters)
        return false;
    if (fields_same(view))
        return says(verdict, RELATION_VARIANT, 0.85f, "same fields, other parameter");
    if (core_at_least(view, 60) && !contradicted && !text_unlike(view, 20))
        return says(verdict, RELATION_VARIANT, 0.9f, "like names, other parameter");
    return core_at_least(view, 45) && alike(view->fields, HALF) &&
           says(verdict, RELATION_VARIANT, 0.7f, "like names and fields, other parameter");
}

static bool more_words(const struct view *view, struct verdict *verdict)
{
    if (view->names->parameters || !fields_tell(view))
        return false;
    if (within(view->fields, ALL) && !alike(view->fields, ALL) &&
        (core_at_least(view, 25) || text_alike(view, HALF)))
        return says(verdict, RELATION_CONTAINED, 0.65f, "like names, fields within");
    return view->one_sided && core_at_least(view, HALF) && fields_same(view) &&
           !view->other_rhythm && !text_unlike(view, 30) &&
           says(verdict, RELATION_SAME, 0.7f, "one name within the other, same fields");
}

static bool same_fields_other_subject(const struct view *view, struct verdict *verdict)
{
    return fields_same(view) && core_at_least(view, 30) &&
           says(verdict, RELATION_VARIANT, 0.7f, "same fields, other subject");
}

/* Both names have a word in the place where the other has another one. */
static bool other_subject(const struct view *view, struct verdict *verdict)
{
    if (view->other_unit || !view->names->a_other || !view->names->b_other ||
        (!core_at_least(view, HALF) && !names_at_least(view, 45)))
        return false;
    bool heads = names_have_other_heads(view->evidence->profile, view->evidence->a,
                                        view->evidence->b, view->names);
    if (!fields_unlike(view, 40) && (!heads || text_alike(view, HALF)) &&
        ((core_at_least(view, 60) && text_alike(view, 25)) ||
         (core_at_least(view, HALF) && text_alike(view, 45))) &&
        view->evidence->text_length >= 8)
        return says(verdict, RELATION_VARIANT, 0.7f, "one template, other subject");
    if (heads || !names_at_least(view, 45) || view->names->content < 2 || text_unlike(view, 20))
        return false;
    verdict->slot = true;
    return view->framed && says(verdict, RELATION_VARIANT, 0.65f, "one of several in a frame");
}

static bool (*const rules[])(const struct view *view, struct verdict *verdict) = {
    equal_rows,
    shared_law,
    title_in_units,
    equal_names,
    renamed,
    by_fields,
    nothing_shared,
    other_rhythm_or_edition,
    copy_marks,
    other_extent,
    other_parameter,
    same_words,
    same_law,
    same_fields_other_edition,
    like_names_other_parameter,
    more_words,
    same_fields_other_subject,
    other_subject,
};

/* A rhythm that one name gives and the other leaves to its column is not a difference. */
static void forget_told_rhythm(const struct evidence *evidence, struct view *view)
{
    const struct name_difference *names = &evidence->names;
    bool in_a = names->a_kinds & WORD_RHYTHM, in_b = names->b_kinds & WORD_RHYTHM;

    if (evidence->rhythm == AGREE_SAME && in_a != in_b)
        view->telling &= ~(uint32_t)WORD_RHYTHM;
}

/* How much of the whole a name promises: more for "detail", "all" and "internal", less for "summary",
 * "top" and "public"; a number, as in "top 100", in between. */
static double promise(const struct profile *profile, const struct odd_word *odd, uint32_t count)
{
    const uint32_t parts = WORD_DEPTH | WORD_EXTENT | WORD_ACCESS;
    double most = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct text t = word_book_text(&profile->book, odd[i].meaning);
        bool number = t.size < 10 && byte_is_digit((unsigned char)*t.data);
        if (profile->book.classes[odd[i].meaning] & WORD_WHOLE)
            return (double)INFINITY;
        if (odd[i].kind & parts && most <= 0)
            most = -1;
        if (number)
            for (most = 0; t.size && byte_is_digit((unsigned char)*t.data); t = text_from(t, 1))
                most = 10 * most + (*t.data - '0');
    }
    return most;
}

/* The part is what has fewer fields, else what promises less, else what says less. */
static bool b_is_part(const struct evidence *evidence)
{
    const struct name_difference *names = &evidence->names;
    const struct profile *profile = evidence->profile;
    double in_a = promise(profile, names->a, names->a_count);
    double in_b = promise(profile, names->b, names->b_count);

    if (evidence->fields.known && evidence->fields.a != evidence->fields.b)
        return evidence->fields.b < evidence->fields.a;
    if (in_a < in_b || in_b < in_a)
        return in_b < in_a;
    if (names->a_count != names->b_count)
        return names->b_count < names->a_count;
    return text_compare(
               inventory_text(profile->inventory, profile_number(profile, FIELD_name, evidence->a)),
               inventory_text(profile->inventory, profile_number(profile, FIELD_name, evidence->b))) <
           0;
}

void relation_decide(struct evidence *evidence, bool framed, struct verdict *verdict)
{
    const uint32_t neutral = WORD_GENERIC | WORD_FORMAT | WORD_UNIT | WORD_STOP | WORD_CATALOGUE;
    struct view view = {
        .evidence = evidence,
        .names = &evidence->names,
        .fields = &evidence->fields,
        .other_unit = evidence->unit == AGREE_OTHER,
        .other_law = evidence->law == AGREE_OTHER,
        .same_law = evidence->law == AGREE_SAME,
        .other_rhythm = evidence->rhythm == AGREE_OTHER,
        .same_readers = evidence->readers == AGREE_SAME,
        .one_sided = !evidence->names.a_other || !evidence->names.b_other,
        .framed = framed,
        .telling = evidence->names.kinds & ~neutral,
    };

    *verdict = (struct verdict){.relation = RELATION_NONE};
    if (evidence->apart && !(evidence->signs & SIGN_ROWS)) {
        says(verdict, RELATION_NONE, 0.9f, "nothing in common");
        return;
    }
    forget_told_rhythm(evidence, &view);
    if (view.other_unit && names_tell_units(evidence))
        view.telling = 0;
    view.names_equal = !view.telling;
    view.one_bare = !(evidence->names.a_kinds & view.telling) ||
                    !(evidence->names.b_kinds & view.telling);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!rules[i](&view, verdict))
            continue;
        verdict->b_in_a = verdict->relation == RELATION_CONTAINED && b_is_part(evidence);
        return;
    }
    says(verdict, RELATION_NONE, 0.85f, "too little in common");
}
