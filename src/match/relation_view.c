#include "match/relation_view.h"

#include <math.h>
#include <string.h>

#include "match/relation_kinds.h"

/* What one word tells that stands in one of eight: shared fields that tell less together are
 * headings such as "summary" and "detail". */
static const uint32_t telling_weight = 3 * WEIGHT_ONE;

/* A title; a description that so many reports have says nothing of one of them. */
enum { MANY = 4, BOILERPLATE = 8 };

static uint32_t all_weight(const struct overlap *overlap)
{
    return overlap->a + overlap->b - overlap->common;
}

bool alike(const struct overlap *overlap, unsigned percent)
{
    return overlap->known && share_at_least(overlap->common, all_weight(overlap), percent);
}

bool within(const struct overlap *overlap, unsigned percent)
{
    uint32_t smaller = overlap->a < overlap->b ? overlap->a : overlap->b;
    return overlap->known && share_at_least(overlap->common, smaller, percent);
}

bool fields_known(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    const uint32_t *start = profile->inventory->set_start;
    uint32_t a = profile->brief[view->evidence->a].fields;
    uint32_t b = profile->brief[view->evidence->b].fields;

    return a && b && start[a] < start[a + 1] && start[b] < start[b + 1];
}

bool fields_alike(const struct view *view, unsigned percent)
{
    return fields_known(view) && alike(evidence_fields(view->evidence), percent);
}

bool fields_within(const struct view *view, unsigned percent)
{
    return fields_known(view) && within(evidence_fields(view->evidence), percent);
}

bool fields_tell(const struct view *view)
{
    return evidence_fields(view->evidence)->known &&
           evidence_fields(view->evidence)->common >= telling_weight;
}

bool fields_same(const struct view *view)
{
    return fields_tell(view) && alike(evidence_fields(view->evidence), MOSTLY);
}

bool fields_unlike(const struct view *view, unsigned percent)
{
    return fields_known(view) && !alike(evidence_fields(view->evidence), percent);
}

bool fields_counted(const struct view *view, uint32_t least, unsigned percent)
{
    const struct overlap *fields = evidence_fields(view->evidence);

    return fields->known && fields->shared >= least &&
           fields->shared * 100 >= percent * (fields->a_count + fields->b_count - fields->shared);
}

bool fields_counted_within(const struct view *view, uint32_t least, unsigned percent)
{
    const struct overlap *fields = evidence_fields(view->evidence);
    uint32_t smaller = fields->a_count < fields->b_count ? fields->a_count : fields->b_count;

    return fields->known && fields->shared >= least && fields->shared * 100 >= percent * smaller;
}

static struct set sources_of(const struct view *view, uint32_t report)
{
    const struct profile *profile = view->evidence->profile;

    return inventory_set(profile->inventory, profile_number(profile, FIELD_sources, report));
}

bool sources_same(const struct view *view)
{
    struct set a = sources_of(view, view->evidence->a), b = sources_of(view, view->evidence->b);

    return a.count && a.number == b.number;
}

bool sources_within(const struct view *view)
{
    struct set a = sources_of(view, view->evidence->a), b = sources_of(view, view->evidence->b);
    struct overlap overlap = {0};

    if (!a.count || !b.count)
        return false;
    overlap_sets(a, b, NULL, &overlap);
    return overlap.shared == (a.count < b.count ? a.count : b.count);
}

bool text_known(const struct view *view)
{
    const struct evidence *evidence = view->evidence;
    const struct brief *brief = evidence->profile->brief;
    return brief[evidence->a].description && brief[evidence->b].description;
}

bool text_alike(const struct view *view, unsigned percent)
{
    return alike(evidence_text(view->evidence), percent);
}

bool text_within(const struct view *view, unsigned percent)
{
    return within(evidence_text(view->evidence), percent);
}

uint32_t text_words(const struct view *view)
{
    evidence_text(view->evidence);
    return view->evidence->text_length;
}

bool text_follows_names(const struct view *view)
{
    evidence_text(view->evidence);
    return view->evidence->text_follows_names;
}

bool text_of_other(const struct view *view, uint32_t classes)
{
    evidence_text(view->evidence);
    return view->evidence->text_of_other & classes;
}

bool text_same(const struct view *view)
{
    return text_alike(view, 75);
}

bool text_unlike(const struct view *view, unsigned percent)
{
    return text_known(view) && !text_alike(view, percent);
}

bool core_at_least(const struct view *view, unsigned percent)
{
    return share_at_least(view->names->common, view->names->common + view->names->other, percent);
}

bool names_at_least(const struct view *view, unsigned percent)
{
    return share_at_least(view->names->common, view->names->common + view->names->differing,
                          percent);
}

bool only(const struct view *view, uint32_t kinds)
{
    return !(view->telling & ~kinds);
}

bool any(const struct view *view, uint32_t kinds)
{
    return view->telling & kinds;
}

bool name_of_many(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    const struct brief *a = &profile->brief[view->evidence->a];
    const struct brief *b = &profile->brief[view->evidence->b];

    return profile->title_reports[profile->title[a->name]] >= MANY ||
           profile->title_reports[profile->title[b->name]] >= MANY;
}

bool description_of_many(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    const struct brief *a = &profile->brief[view->evidence->a];
    const struct brief *b = &profile->brief[view->evidence->b];

    return profile->description_reports[a->description] >= BOILERPLATE ||
           profile->description_reports[b->description] >= BOILERPLATE;
}

/* What the names begin with and what they end with. */
struct ends {
    struct words a, b;
    uint32_t lead, tail;
};

static struct ends shared_ends(const struct evidence *evidence)
{
    struct ends ends = {name_order(evidence->profile, evidence->a),
                        name_order(evidence->profile, evidence->b), 0, 0};
    struct words a = ends.a, b = ends.b;
    uint32_t least = a.count < b.count ? a.count : b.count;

    while (ends.lead < least && a.word[ends.lead] == b.word[ends.lead])
        ends.lead++;
    while (ends.lead + ends.tail < least &&
           a.word[a.count - 1 - ends.tail] == b.word[b.count - 1 - ends.tail])
        ends.tail++;
    return ends;
}

static bool are_one_slot(const struct evidence *evidence, struct ends ends)
{
    return ends.a.count - ends.lead - ends.tail <= evidence->names.a_count &&
           ends.b.count - ends.lead - ends.tail <= evidence->names.b_count;
}

bool one_slot(const struct view *view)
{
    return are_one_slot(view->evidence, shared_ends(view->evidence));
}

static bool tells(const struct evidence *evidence, const uint32_t *word, uint32_t count)
{
    const uint32_t empty = NAME_NEUTRAL | WORD_RHYTHM | WORD_SPAN | WORD_EDITION | WORD_COPY |
                           WORD_DEPTH | WORD_YEAR | WORD_PERIOD | WORD_NUMBER;

    while (count > 0 && evidence->profile->book.classes[word[count - 1]] & empty)
        count--;
    return count > 0;
}

bool slot_within(const struct view *view)
{
    struct ends ends = shared_ends(view->evidence);

    return are_one_slot(view->evidence, ends) && tells(view->evidence, ends.a.word, ends.lead) &&
           tells(view->evidence, ends.a.word + ends.a.count - ends.tail, ends.tail);
}

/* The word stands before the other one somewhere in the name. */
static bool stands_before(struct words order, uint32_t word, uint32_t other)
{
    uint32_t i = 0;

    while (i + 1 < order.count && !(order.word[i] == word && order.word[i + 1] == other))
        i++;
    return i + 1 < order.count;
}

/* A word of a, any or one for a place or the like, stands before another one than in b. */
static bool moves(const struct profile *profile, struct words a, struct words b, bool any_word)
{
    for (uint32_t i = 0; i + 1 < a.count; i++)
        if ((any_word || profile->book.classes[a.word[i]] & (WORD_PLACE | WORD_POPULATION)) &&
            !stands_before(b, a.word[i], a.word[i + 1]))
            return true;
    return false;
}

bool words_moved(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    struct words a = name_order(profile, view->evidence->a);
    struct words b = name_order(profile, view->evidence->b);
    bool long_name = view->names->content >= 5;

    return a.count == b.count &&
           (moves(profile, a, b, long_name) || moves(profile, b, a, long_name));
}

/* The next word that is not odd; 0 behind the last. */
static uint32_t next_shared(struct words order, const struct odd_word *odd, uint32_t count,
                            uint32_t *at)
{
    while (*at < order.count && odd_place(odd, count, order.word[*at]) < count)
        ++*at;
    return *at < order.count ? order.word[(*at)++] : 0;
}

/* Words that were paired in spite of their spelling are equal to none: the order is then unknown,
 * and taken for another one. */
bool shared_in_order(const struct view *view)
{
    const struct name_difference *names = view->names;
    struct words a = name_order(view->evidence->profile, view->evidence->a);
    struct words b = name_order(view->evidence->profile, view->evidence->b);
    uint32_t i = 0, k = 0, word;

    while ((word = next_shared(a, names->a, names->a_count, &i)) != 0)
        if (word != next_shared(b, names->b, names->b_count, &k))
            return false;
    return !next_shared(b, names->b, names->b_count, &k);
}

/* What stands where one name ends and the other goes on; what limits stands behind the others. */
static const char *const marks[] = {
    " - ",    ": ",        " \xe2\x80\x93 ", " by ",    " including ",
    " with ", " (limited", " over ",         " above ", " exceeding ",
};

enum { MARKS = sizeof marks / sizeof *marks, LIMITS = 5 };

/* Its number; MARKS where the longer name does not go on so. */
static size_t mark_behind(struct text shorter, struct text longer)
{
    struct text begin = text_trim(shorter), rest = text_from(longer, begin.size);
    size_t i = 0;

    if (!text_equal(text_slice(longer, 0, begin.size), begin))
        return MARKS;
    while (i < MARKS && !text_is_nocase(text_slice(rest, 0, strlen(marks[i])), marks[i]))
        i++;
    return i;
}

static size_t mark_between(const struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;
    struct text a = profile_text(profile, FIELD_name, evidence->a);
    struct text b = profile_text(profile, FIELD_name, evidence->b);

    return a.size < b.size ? mark_behind(a, b) : mark_behind(b, a);
}

bool name_goes_on(const struct evidence *evidence)
{
    return mark_between(evidence) < MARKS;
}

bool name_is_limited(const struct evidence *evidence)
{
    size_t mark = mark_between(evidence);

    return mark >= LIMITS && mark < MARKS;
}

static bool lists_more(const struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;
    bool in_a = evidence->names.a_count > evidence->names.b_count;

    return words_have_one_of(profile, name_as_written(profile, in_a ? evidence->a : evidence->b),
                             ASKED_AND);
}

bool longer_lists(const struct view *view)
{
    return lists_more(view->evidence);
}

/* A rhythm that one name gives and the other leaves to its column is not a difference. */
static void forget_told_rhythm(const struct evidence *evidence, struct view *view)
{
    const struct name_difference *names = &evidence->names;
    bool in_a = names->a_kinds & WORD_RHYTHM, in_b = names->b_kinds & WORD_RHYTHM;

    if (evidence->rhythm == AGREE_SAME && in_a != in_b)
        view->telling &= ~(uint32_t)WORD_RHYTHM;
}

void view_make(struct view *view, struct evidence *evidence, bool framed)
{
    *view = (struct view){
        .evidence = evidence,
        .names = &evidence->names,
        .other_unit = evidence->unit == AGREE_OTHER,
        .other_law = evidence->law == AGREE_OTHER,
        .same_law = evidence->law == AGREE_SAME,
        .other_rhythm = evidence->rhythm == AGREE_OTHER,
        .one_sided = !evidence->names.a_other || !evidence->names.b_other,
        .framed = framed,
        .telling = evidence->names.kinds & ~(uint32_t)(NAME_EMPTY | WORD_CATALOGUE),
    };
    forget_told_rhythm(evidence, view);
    bool one_more =
        !(evidence->names.a_kinds & view->telling) || !(evidence->names.b_kinds & view->telling);
    view->own_names = view->other_unit && !one_more && names_tell_units(evidence);
    /* "GSA staff directory" and "staff directory" of the General Services Administration */
    if (view->own_names ||
        (one_more && evidence->unit != AGREE_UNKNOWN && names_tell_units(evidence)))
        view->telling = 0;
    view->names_equal = !view->telling;
    view->one_bare =
        !(evidence->names.a_kinds & view->telling) || !(evidence->names.b_kinds & view->telling);
}

/* "2018", "FY18", "fy2018". */
static int year_in(struct text t)
{
    int year = 0;
    size_t digits = 0;

    while (t.size && !byte_is_digit((unsigned char)*t.data))
        t = text_from(t, 1);
    for (; digits < t.size && byte_is_digit((unsigned char)t.data[digits]); digits++)
        year = 10 * year + (t.data[digits] - '0');
    return digits == 4 ? year : digits == 2 ? 2000 + year : 0;
}

void years_of(const struct evidence *evidence, bool in_a, int *first, int *last)
{
    static const char *const open_ended[] = {"present", "date", "onward", "onwards", "now"};
    const struct word_book *book = &evidence->profile->book;
    const struct odd_word *odd = in_a ? evidence->names.a : evidence->names.b;
    uint32_t count = in_a ? evidence->names.a_count : evidence->names.b_count;

    *first = *last = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct text word = word_book_text(book, odd[i].meaning);
        int year = odd[i].kind == WORD_YEAR ? year_in(word) : 0;
        for (size_t k = 0; k < sizeof open_ended / sizeof *open_ended; k++)
            if (text_is(word, open_ended[k]))
                *last = 9999;
        if (year && (!*first || year < *first))
            *first = year;
        if (year > *last)
            *last = year;
    }
}

static struct span years_in(const struct profile *profile, struct words words)
{
    struct span span = {0, 0};

    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t meaning = profile->book.meaning[words.word[i]];
        int year = profile->book.classes[meaning] & WORD_YEAR
                       ? year_in(word_book_text(&profile->book, meaning))
                       : 0;
        if (year && (!span.first || year < span.first))
            span.first = year;
        if (year > span.last)
            span.last = year;
    }
    return span;
}

void years_told_by(const struct evidence *evidence, bool in_a, struct span *span)
{
    const struct profile *profile = evidence->profile;
    uint32_t report = in_a ? evidence->a : evidence->b;

    *span = years_in(profile, name_as_written(profile, report));
    if (!span->first && profile->brief[report].description)
        *span = years_in(profile, tokens_description(profile->tokens, report));
}

/* How much of the whole a name promises: more for "detail", "all" and "internal", less for
 * "summary", "top" and "public"; a number, as in "top 100", in between. */
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
bool b_is_part(struct evidence *evidence)
{
    const struct overlap *fields = evidence_fields(evidence);
    const struct name_difference *names = &evidence->names;
    const struct profile *profile = evidence->profile;
    double in_a = promise(profile, names->a, names->a_count);
    double in_b = promise(profile, names->b, names->b_count);

    if (fields->known && fields->a != fields->b)
        return fields->b < fields->a;
    if (evidence->a_says != evidence->b_says)
        return evidence->b_says == MENTION_PART;
    if (in_a < in_b || in_b < in_a)
        return in_b < in_a;
    if (name_goes_on(evidence))
        return names->b_count > names->a_count;
    /* "By age and sex" has all of "by age"; "overdue payments" are some of the payments. */
    if (names->a_count != names->b_count)
        return (names->b_count < names->a_count) == lists_more(evidence);
    return text_compare(profile_text(profile, FIELD_name, evidence->a),
                        profile_text(profile, FIELD_name, evidence->b)) < 0;
}
