/* The rules, in the order in which they are asked; the first that has an opinion decides.
 *
 * Each score is the share of right answers that the rule had on labelled pairs of real inventories,
 * drawn towards what such a sign is worth in general where there were few of them. */
#include "match/candidates.h"
#include "match/relation_kinds.h"
#include "match/relation_phrases.h"
#include "match/relation_rules.h"

/* Rows that are equal in every column but the id: the list cannot tell one report listed twice from
 * two. Different names in the columns that were not read, or ids that are names themselves, may
 * still say otherwise. */
static bool equal_rows(const struct view *view, struct verdict *verdict)
{
    if (!(view->evidence->signs & SIGN_ROWS))
        return false;
    verdict->by_id = ids_tell_apart(view->evidence);
    if (verdict->by_id)
        return says(verdict, RELATION_VARIANT, 0.6f, "equal rows, ids of other words");
    verdict->ask = view->evidence->profile->inventory->ids_given;
    return says(verdict, RELATION_SAME, 1.0f, "equal rows");
}

/* What a description says of the other report is meant so. That it is the same is not, where names
 * or columns say which other one it is: "the same for the south". */
static bool said_of_it(const struct view *view, struct verdict *verdict)
{
    const uint32_t other = WORD_RHYTHM | WORD_EDITION | WORD_SPAN | WORD_POPULATION;
    enum mention_kind a = view->evidence->a_says, b = view->evidence->b_says;

    if (a == MENTION_SAME || b == MENTION_SAME) {
        bool one_frame = view->names->content > 0;
        if ((one_frame && (view->names->parameters || any(view, other))) || view->other_rhythm ||
            fields_unlike(view, HALF))
            return false;
        verdict->ask = true;
        return says(verdict, RELATION_SAME, 0.75f, "its description says so");
    }
    return a != b && (!fields_known(view) || fields_within(view, HALF)) &&
           says(verdict, RELATION_CONTAINED, 0.85f, "its description says so");
}

/* The same law, the same words, another unit: each does it about itself. */
static bool shared_law(const struct view *view, struct verdict *verdict)
{
    if (!view->other_unit || !view->same_law)
        return false;
    if (text_same(view))
        return says(verdict, RELATION_SHARED, 0.97f, "same law in another unit");
    return !text_known(view) && names_at_least(view, 30) &&
           says(verdict, RELATION_SHARED, view->names_equal ? 0.97f : 0.85f,
                "same law in another unit");
}

/* One title in three units or more is an obligation of all; in two units, with the same content, it
 * is one report in two lists. A title that says nothing ("Annual Report") is neither. */
static bool title_in_units(const struct view *view, struct verdict *verdict)
{
    const struct profile *profile = view->evidence->profile;
    const struct name_difference *names = view->names;

    if (!view->other_unit || !view->names_equal)
        return false;
    uint32_t of_a = profile->title_units[profile->title[profile->brief[view->evidence->a].name]];
    uint32_t of_b = profile->title_units[profile->title[profile->brief[view->evidence->b].name]];
    uint32_t units = of_a > of_b ? of_a : of_b;
    bool rich = names->content >= 2 || names->common >= 10 * WEIGHT_ONE;
    if (view->other_law)
        return text_same(view) ? says(verdict, RELATION_SHARED, 0.7f, "same words, other law")
                               : says(verdict, RELATION_NONE, 0.9f, "other unit and law");
    if (units >= 3 || view->own_names) {
        if (text_same(view) || (fields_same(view) && !text_known(view)))
            return says(verdict, RELATION_SHARED, 0.85f, "one title in many units");
        if (!text_known(view) && rich && !fields_known(view))
            return says(verdict, RELATION_SHARED, 0.6f, "one title in many units, no description");
        return says(verdict, RELATION_NONE, 0.6f, "one title, other content");
    }
    if (view->other_rhythm && names->content && !fields_unlike(view, 30) && !text_unlike(view, 30))
        return says(verdict, RELATION_CADENCE, 0.7f, "one title, two units and rhythms");
    if (text_same(view) || (fields_same(view) && !text_unlike(view, 30)))
        return says(verdict, RELATION_SAME, 0.85f, "listed by two units");
    /* Of few words each says what is meant. */
    if (rich && text_unlike(view, HALF) && text_words(view) <= 4)
        return says(verdict, RELATION_VARIANT, 0.6f, "one title in two units, told otherwise");
    if (rich && !fields_unlike(view, HALF) && (!names->a_count || !names->b_count) &&
        (names->content >= 2 || !text_known(view)))
        return says(verdict, RELATION_SAME, 0.6f, "one title in two units");
    return says(verdict, RELATION_NONE, 0.6f, "one title, other content");
}

/* "Sales report" and "sales dashboard" share one word, and have one of their own each. */
static bool other_sort(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (names->content > 1 || !(names->a_kinds & names->b_kinds & WORD_GENERIC) || view->same_law ||
        fields_same(view) || text_same(view))
        return false;
    return says(verdict, RELATION_NONE, 0.6f, "one word shared, other sorts of report");
}

static bool equal_names(const struct view *view, struct verdict *verdict)
{
    const uint32_t told = WORD_GENERIC | WORD_FORMAT | WORD_UNIT;

    if (!view->names_equal)
        return false;
    if (view->other_rhythm && !fields_unlike(view, 30) &&
        (view->names->content > 1 || !text_unlike(view, 15)))
        return says(verdict, RELATION_CADENCE, 0.75f, "one name, two rhythms");
    if (fields_known(view) && !fields_alike(view, MOSTLY)) {
        if (fields_tell(view) && fields_within(view, ALL))
            return says(verdict, RELATION_CONTAINED, 0.7f, "one name, fields within");
        return says(verdict, RELATION_VARIANT, 0.7f, "one name, other fields");
    }
    /* Whom each law obliges is not known. */
    if (view->other_law && view->evidence->unit == AGREE_UNKNOWN && text_same(view))
        return says(verdict, RELATION_SHARED, 0.65f, "one name and text, other law");
    if (view->names->content == 0)
        return fields_same(view) || text_same(view)
                   ? says(verdict, RELATION_SAME, 0.8f, "one content")
                   : says(verdict, RELATION_NONE, 0.6f, "a title that says nothing");
    /* A word such as "list" may make another report of it where the descriptions say so; one such
     * as "Excel" hardly ever. */
    bool other_format = view->names->kinds & WORD_FORMAT && view->names->content >= 3;
    if (text_unlike(view, other_format ? 15 : 30) && view->names->kinds & told && !view->same_law &&
        !fields_same(view) && text_words(view) >= 5)
        return says(verdict, RELATION_NONE, 0.6f, "names and descriptions differ");
    if (name_of_many(view) && text_unlike(view, HALF) && !view->same_law)
        return says(verdict, RELATION_NONE, 0.6f, "a title that many have, other descriptions");
    if (name_of_many(view) && view->other_law && !text_known(view) && !fields_known(view))
        return says(verdict, RELATION_NONE, 0.6f, "a title that many have, other law");
    if (text_unlike(view, HALF) && words_moved(view))
        return says(verdict, RELATION_VARIANT, 0.6f, "same words about each other way round");
    if (text_of_other(view, WORD_RHYTHM))
        return says(verdict, RELATION_CADENCE, 0.7f, "one name, descriptions of two rhythms");
    if (text_of_other(view, WORD_YEAR))
        return says(verdict, RELATION_VARIANT, 0.8f, "one name, descriptions of other years");
    if (text_of_other(view, WORD_PLACE))
        return says(verdict, RELATION_VARIANT, 0.7f, "one name, descriptions of other places");
    if (view->other_law &&
        (text_unlike(view, 30) ||
         (view->names->content <= 2 && text_words(view) <= 4 && !fields_known(view))))
        return says(verdict, RELATION_NONE, 0.6f, "one name for reports of two laws");
    /* Whom each obliges is not known: hardly one body to the same twice. */
    if (view->other_law && view->evidence->unit == AGREE_UNKNOWN)
        return text_alike(view, HALF) || text_within(view, ALL)
                   ? says(verdict, RELATION_SHARED, 0.5f, "one name and like text, other law")
                   : says(verdict, RELATION_NONE, 0.5f, "one name, other law");
    /* Told at length, the one duty is that of two laws, and two reports. */
    if (view->other_law && text_words(view) >= 12)
        return says(verdict, RELATION_VARIANT, 0.6f, "one name and like text, other law");
    /* Initials stand for many things, and other words may tell of other things. */
    bool sure = !view->names->by_initials && !text_unlike(view, HALF) &&
                (fields_same(view) || text_same(view));
    return says(verdict, RELATION_SAME, sure ? 0.92f : 0.8f, "one name");
}

/* Both names have words of their own, beside which one shared word is little. */
static bool names_apart(const struct view *view)
{
    return view->names->content == 1 && view->names->a_other && view->names->b_other &&
           !names_at_least(view, 40);
}

/* A copy under another name: nothing of the name is left, but fields and description are; or one
 * word is left, and the readers are too. */
static bool renamed(const struct view *view, struct verdict *verdict)
{
    bool with_readers =
        names_apart(view) && !view->other_law && readers_agree(view->evidence) == AGREE_SAME;

    if ((view->names->content && !with_readers) || view->other_unit || !fields_same(view) ||
        !view->evidence->same_description || description_of_many(view) || text_words(view) < 5)
        return false;
    return view->other_rhythm
               ? says(verdict, RELATION_CADENCE, 0.6f, "same fields and description, two rhythms")
               : says(verdict, RELATION_SAME, 0.75f, "same fields and description");
}

/* What is about the same, and has more fields where only its name says more: "cases by age" is no
 * part of "cases" that have not got ages. Where each name has words of its own, what is shared must
 * tell much, as much as ten words that every second report has, and the bigger one must have
 * clearly more: siblings, too, happen to have a field more. */
static bool may_be_part(const struct view *view)
{
    const struct overlap *fields = evidence_fields(view->evidence);
    bool in_a = breaks_down(view, true), in_b = breaks_down(view, false);
    const struct name_difference *names = view->names;

    /* "Weekly pork, formula sales" are no part of "weekly pork, forward sales". */
    if (names->a_other && names->b_other && names->content >= 3)
        return false;
    if (!view->one_sided && view->names->content && readers_agree(view->evidence) != AGREE_SAME)
        return !(in_a && in_b) && fields->common >= 10 * WEIGHT_ONE && !fields_alike(view, 75);
    return in_a == in_b ? !in_a : in_a ? fields->a > fields->b : fields->b > fields->a;
}

/* What is shared is more than "ward, date, number", which reports of anything may have: at least
 * five fields, or all of them in hardly any other report. */
static bool fields_identify(const struct view *view)
{
    enum { ENOUGH = 5, FEW_REPORTS = 2 };
    const struct overlap *fields = evidence_fields(view->evidence);
    uint32_t reports = (uint32_t)view->evidence->profile->inventory->count;

    return fields->shared >= ENOUGH ||
           (fields->shared > 2 &&
            fields->common >= fields->shared * information(reports, FEW_REPORTS));
}

/* The same fields for the same readers is the same report, whatever it is called; with half of the
 * bigger one's content, all of the smaller one's is contained. */
static bool by_fields(const struct view *view, struct verdict *verdict)
{
    /* A function of the business sets siblings apart in a frame; without one it is but a word. */
    uint32_t parameters = view->names->parameters;
    if (!view->names->content)
        parameters &= ~(uint32_t)WORD_ORGANISATION;
    if (parameters || any(view, WORD_RHYTHM | WORD_EDITION) || !fields_tell(view))
        return false;
    if (any(view, WORD_COPY) && only(view, WORD_COPY) && fields_same(view))
        return false; /* a copy that has got a field more is a copy */
    /* Whoever renames a copy may describe it anew. */
    bool one_unit =
        !view->other_unit || (view->evidence->same_description && text_words(view) >= 5);
    if (fields_same(view) && readers_agree(view->evidence) == AGREE_SAME && one_unit &&
        (!text_unlike(view, 30) || fields_counted(view, 6, 100))) {
        /* "Rent roll Mill Lane" and "Rent roll Park House" may be two of a series. */
        bool siblings = view->names->content && view->names->a_other && view->names->b_other;
        verdict->ask = siblings || view->other_unit || !fields_identify(view);
        return view->other_rhythm
                   ? says(verdict, RELATION_CADENCE, 0.6f, "same fields and readers, two rhythms")
                   : says(verdict, RELATION_SAME, verdict->ask ? 0.5f : 0.75f,
                          "same fields and readers");
    }
    if (!fields_within(view, ALL) || !fields_alike(view, HALF) || fields_alike(view, ALL) ||
        !may_be_part(view))
        return false;
    verdict->ask = !view->names->content && !fields_identify(view);
    return says(verdict, RELATION_CONTAINED, verdict->ask ? 0.5f : 0.75f, "fields within");
}

/* Many fields from one source are one content, whatever it is called and whoever sends it; a rhythm
 * in one name tells nothing where both run alike. What is wholly in a bigger report that runs alike
 * is part of it. Without sources, fields alone are too often what every report has. */
static bool one_source(const struct view *view, struct verdict *verdict)
{
    /* A parameter tells siblings apart where the names are of one frame. */
    if ((view->names->parameters && view->names->content) || view->other_rhythm || view->other_law)
        return false;
    if (fields_counted(view, 6, MOSTLY) && sources_same(view))
        return says(verdict, RELATION_SAME, 0.7f, "same fields from one source");
    return fields_counted_within(view, 4, 100) && sources_within(view) && !view->other_unit &&
           says(verdict, RELATION_CONTAINED, 0.7f, "fields within, from one source");
}

static bool nothing_shared(const struct view *view, struct verdict *verdict)
{
    if (view->names->content || fields_same(view) || view->evidence->same_description ||
        (view->same_law && text_same(view)))
        return false;
    return says(verdict, RELATION_NONE, 0.9f, "names share nothing");
}

static bool same_words(const struct view *view, struct verdict *verdict)
{
    /* "In the first quarter of the year" and "in the year" */
    if (view->same_law && !view->other_unit && any(view, WORD_SPAN) && view->one_sided &&
        !view->names->parameters && core_at_least(view, HALF) && !text_unlike(view, 25))
        return says(verdict, RELATION_CADENCE, 0.6f, "same law, a part of the time");
    if (!view->other_unit && view->other_law)
        return view->names->content && !description_of_many(view) && text_words(view) >= 12 &&
               core_at_least(view, 20) && text_alike(view, MOSTLY) &&
               says(verdict, RELATION_VARIANT, 0.7f, "like names and texts of two laws");
    /* Unlike names are worth a look at the texts only where these are the same word for word. */
    if (view->other_unit ||
        (!view->evidence->same_description && !view->same_law && !core_at_least(view, 25)))
        return false;
    if (!text_same(view) || text_words(view) < 5)
        return false;
    if (view->same_law && !view->other_rhythm && !view->names->parameters) {
        if (view->one_sided && core_at_least(view, 30))
            return says(verdict, RELATION_SAME, 0.85f, "same law and text");
        if (core_at_least(view, HALF))
            return says(verdict, RELATION_SAME, 0.75f, "same law and text, other name");
    }
    /* One line that many have, such as "for the dashboard", is no template. */
    if (description_of_many(view) && text_words(view) < 25 && !core_at_least(view, 40))
        return false;
    if (view->one_sided && view->names->content >= 2 && broken_down_more(view))
        return says(verdict, RELATION_CONTAINED, 0.7f, "one description, broken down by more");
    if (text_alike(view, 90) && text_words(view) >= 12 && !fields_unlike(view, MOSTLY))
        return says(verdict, RELATION_VARIANT, 0.75f, "one description, other name");
    /* The same of other things may have other fields. */
    return !description_of_many(view) && text_words(view) >= 8 && core_at_least(view, 40) &&
           view->names->a_kinds & view->telling && view->names->b_kinds & view->telling &&
           says(verdict, RELATION_VARIANT, 0.7f, "one description, other subject");
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

static bool more_words(const struct view *view, struct verdict *verdict)
{
    const struct name_difference *names = view->names;

    if (names->parameters || !fields_tell(view))
        return false;
    if ((names->content >= 2 || fields_counted_within(view, 4, ALL)) &&
        !(names->a_kinds & names->b_kinds & WORD_RHYTHM) && fields_within(view, ALL) &&
        !fields_alike(view, ALL) && may_be_part(view) &&
        (core_at_least(view, 25) || text_alike(view, HALF)))
        return says(verdict, RELATION_CONTAINED, 0.65f, "like names, fields within");
    return view->one_sided && !breaks_down(view, true) && !breaks_down(view, false) &&
           core_at_least(view, HALF) && fields_same(view) && fields_counted(view, 4, 100) &&
           !view->other_rhythm && text_same(view) && !description_of_many(view) &&
           says(verdict, RELATION_SAME, 0.7f, "one name within the other, same fields and text");
}

static bool same_fields_other_subject(const struct view *view, struct verdict *verdict)
{
    if (!view->other_unit && fields_counted(view, 3, 60) && names_at_least(view, HALF) &&
        view->names->content >= 2)
        return says(verdict, RELATION_VARIANT, 0.65f, "like names and fields");
    return ((fields_same(view) && core_at_least(view, 30)) ||
            (fields_counted(view, 8, 90) && !view->one_sided && !view->other_law)) &&
           says(verdict, RELATION_VARIANT, 0.5f, "same fields, other subject");
}

static bool (*const rules[])(const struct view *view, struct verdict *verdict) = {
    equal_rows,
    said_of_it,
    shared_law,
    title_in_units,
    one_duty,
    other_sort,
    equal_names,
    other_side,
    renamed,
    by_fields,
    one_source,
    nothing_shared,
    other_rhythm_or_edition,
    rhythms_and_more,
    other_span,
    copy_marks,
    other_extent,
    years_within,
    years_told,
    last_of_all,
    other_parameter,
    one_of_all,
    continued_name,
    same_words,
    same_law,
    more_told,
    same_fields_other_edition,
    like_names_other_parameter,
    more_words,
    same_fields_other_subject,
    opposed_words,
    text_follows,
    text_of_years,
    other_subject,
    inner_slot,
    other_parts,
    other_object,
    other_kind,
    more_words_and_text,
};

void relation_decide(struct evidence *evidence, bool framed, struct verdict *verdict)
{
    struct view view;

    *verdict = (struct verdict){.relation = RELATION_NONE};
    if (evidence->apart && !(evidence->signs & SIGN_ROWS)) {
        says(verdict, RELATION_NONE, 0.9f, "nothing in common");
        return;
    }
    view_make(&view, evidence, framed);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!rules[i](&view, verdict))
            continue;
        tell_columns(&view, verdict);
        tell_codes(&view, verdict);
        tell_opposites(&view, verdict);
        verdict->b_in_a = verdict->relation == RELATION_CONTAINED && b_is_part(evidence);
        return;
    }
    says(verdict, RELATION_NONE, 0.85f, "too little in common");
    tell_opposites(&view, verdict);
}
