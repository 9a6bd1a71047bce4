/* What two reports have in common beside their names. */
#include <math.h>
#include <string.h>

#include "match/candidates.h"
#include "match/relation_kinds.h"
#include "match/similarity.h"

/* Names that share no word may still be one that is written with a slip or as two words. */
enum { SLIPS = 3, INITIALS = 5 };

static uint32_t sum_of(const uint32_t *member, const uint32_t *end, const uint32_t *weight)
{
    uint32_t sum = 0;

    for (; member < end; member++)
        sum += weight[*member];
    return sum;
}

/* Nothing is jumped over where members differ, as nobody could foretell it. */
static void overlap_weighed(struct set a, struct set b, const uint32_t *weight,
                            struct overlap *overlap)
{
    const uint32_t *x = a.member, *x_end = x + a.count, *y = b.member, *y_end = y + b.count;
    uint32_t of_a = 0, of_b = 0, common = 0, shared = 0;

    while (x < x_end && y < y_end) {
        uint32_t m = *x, n = *y;
        uint32_t value = weight[m < n ? m : n];

        of_a += m <= n ? value : 0;
        of_b += n <= m ? value : 0;
        common += m == n ? value : 0;
        shared += m == n;
        x += m <= n;
        y += n <= m;
    }
    overlap->a = of_a + sum_of(x, x_end, weight);
    overlap->b = of_b + sum_of(y, y_end, weight);
    overlap->common = common;
    overlap->shared = shared;
}

void overlap_sets(struct set a, struct set b, const uint32_t *weight, struct overlap *overlap)
{
    *overlap = (struct overlap){.known = a.number && b.number && a.count && b.count,
                                .a_count = a.count,
                                .b_count = b.count};
    if (weight) {
        overlap_weighed(a, b, weight, overlap);
        return;
    }
    overlap->a = a.count;
    overlap->b = b.count;
    overlap->shared = overlap->common = set_common(a.member, a.count, b.member, b.count);
}

/* Equal sets, which are most frequent among candidates, are not walked through. */
static void overlap_fields(const struct profile *profile, uint32_t a, uint32_t b,
                           struct overlap *overlap)
{
    const struct inventory *inventory = profile->inventory;
    struct set x = inventory_set(inventory, a);

    if (a != b || !x.count) {
        overlap_sets(x, inventory_set(inventory, b), profile->term_weight, overlap);
        return;
    }
    uint32_t weight = profile->fields_weight[a];
    *overlap = (struct overlap){true, weight, weight, weight, x.count, x.count, x.count};
}

const struct overlap *evidence_fields(struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;

    if (!evidence->fields_gathered)
        overlap_fields(profile, profile->brief[evidence->a].fields,
                       profile->brief[evidence->b].fields, &evidence->fields);
    evidence->fields_gathered = true;
    return &evidence->fields;
}

static uint32_t text_meanings(const struct word_book *book, struct words words, uint32_t *meanings)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < words.count && count < TEXT_WORDS; i++) {
        uint32_t meaning = book->meaning[words.word[i]];
        if (!(book->classes[meaning] & WORD_STOP))
            meanings[count++] = meaning;
    }
    sort_few(meanings, count);
    return count;
}

static uint32_t distinct(const uint32_t *sorted, uint32_t count)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < count; i++)
        found += i == 0 || sorted[i] != sorted[i - 1];
    return found;
}

/* What the words tell that only one of two descriptions has. */
struct odd_text {
    uint32_t count, named, classes;
};

static void odd_word_add(const struct word_book *book, uint32_t meaning, const struct odd_word *odd,
                         uint32_t count, struct odd_text *text)
{
    text->count++;
    text->named += odd_place(odd, count, meaning) < count;
    text->classes |= book->classes[meaning];
}

/* What two descriptions do not share, looked at word by word and whatever it weighs: of members of
 * a series, what fills the frame of their names; of editions, the years. */
static void compare_odd_text(struct evidence *evidence, struct set x, struct set y)
{
    const struct word_book *book = &evidence->profile->book;
    const struct name_difference *names = &evidence->names;
    struct odd_text a = {0}, b = {0};
    uint32_t i = 0, k = 0, common = 0;

    while (i < x.count || k < y.count) {
        bool both = i < x.count && k < y.count && x.member[i] == y.member[k];
        bool in_x = both || k == y.count || (i < x.count && x.member[i] < y.member[k]);
        if (both)
            i++, k++, common++;
        else if (in_x)
            odd_word_add(book, x.member[i++], names->a, names->a_count, &a);
        else
            odd_word_add(book, y.member[k++], names->b, names->b_count, &b);
    }
    evidence->text_follows_names = a.count && b.count && a.named == a.count && b.named == b.count;
    evidence->text_of_other = common >= a.count && common >= b.count ? a.classes & b.classes : 0;
}

/* Words count by how few descriptions have them, so that sentences which many entries share hardly
 * count and what a description says beyond them decides. */
const struct overlap *evidence_text(struct evidence *evidence)
{
    uint32_t a[TEXT_WORDS], b[TEXT_WORDS];
    const struct word_book *book = &evidence->profile->book;
    const struct tokens *tokens = evidence->profile->tokens;
    struct overlap *text = &evidence->text;

    if (evidence->text_gathered)
        return text;
    evidence->text_gathered = true;
    memset(text, 0, sizeof *text);
    uint32_t of_a = evidence->profile->brief[evidence->a].description;
    uint32_t of_b = evidence->profile->brief[evidence->b].description;
    if (!of_a || !of_b)
        return text;
    struct set x = {a, text_meanings(book, list_words(&tokens->descriptions, of_a), a), 1};
    struct set y = x;
    if (of_a != of_b)
        y = (struct set){b, text_meanings(book, list_words(&tokens->descriptions, of_b), b), 2};
    overlap_sets(x, y, book->text_weight, text);
    compare_odd_text(evidence, x, y);
    uint32_t a_length = distinct(a, x.count), b_length = distinct(y.member, y.count);
    evidence->text_length = a_length < b_length ? a_length : b_length;
    return text;
}

/* "Title 23 Section 1205" begins as "Title 23, Section 1205(b)" does: one is meant by the other. */
static bool begins(struct words a, struct words b)
{
    return a.count && a.count <= b.count && !memcmp(a.word, b.word, a.count * sizeof *a.word);
}

/* Each is named, and no word of the names is one. */
static bool are_other_laws(struct words a, struct words b)
{
    for (uint32_t i = 0; i < a.count; i++)
        for (uint32_t k = 0; k < b.count; k++)
            if (a.word[i] == b.word[k])
                return false;
    return a.count && b.count;
}

enum agreement laws_agree(const struct profile *profile, uint32_t a, uint32_t b)
{
    uint32_t x = profile->brief[a].law, y = profile->brief[b].law;

    if (!x || !y)
        return AGREE_UNKNOWN;
    if (x == y || ((begins(profile->citations[x], profile->citations[y]) ||
                    begins(profile->citations[y], profile->citations[x])) &&
                   !are_other_laws(profile->law_names[x], profile->law_names[y])))
        return AGREE_SAME;
    return AGREE_OTHER;
}

static bool is_letter(char c)
{
    return byte_is_alpha((unsigned char)c);
}

/* The word stands in the text, or is made of the initials of neighbouring words of it. */
static bool is_named(struct text unit, struct text word)
{
    for (size_t i = 0; i < unit.size; i++) {
        size_t whole = 0, initials = 0;
        if (!is_letter(unit.data[i]) || (i > 0 && is_letter(unit.data[i - 1])))
            continue;
        while (whole < word.size && i + whole < unit.size &&
               byte_lower((unsigned char)unit.data[i + whole]) == word.data[whole])
            whole++;
        for (size_t k = i; k < unit.size && initials < word.size; k++) {
            if (!is_letter(unit.data[k]) || (k > 0 && is_letter(unit.data[k - 1])))
                continue;
            if (byte_lower((unsigned char)unit.data[k]) == word.data[initials])
                initials++;
            else if (byte_lower((unsigned char)unit.data[k]) != unit.data[k])
                break; /* small words such as "of" may be left out */
        }
        if ((whole == word.size && (i + whole == unit.size || !is_letter(unit.data[i + whole]))) ||
            (initials == word.size && word.size > 1))
            return true;
    }
    return false;
}

static bool tells_unit(const struct profile *profile, uint32_t report, const struct odd_word *odd,
                       uint32_t count)
{
    struct text unit = profile_text(profile, FIELD_department, report);

    for (uint32_t i = 0; i < count; i++)
        if (!(odd[i].kind & NAME_EMPTY) &&
            !is_named(unit, word_book_text(&profile->book, odd[i].meaning)))
            return false;
    return true;
}

bool names_tell_units(const struct evidence *evidence)
{
    const struct name_difference *names = &evidence->names;

    return names->content > 0 && names->kinds & (WORD_ACRONYM | WORD_OTHER) &&
           tells_unit(evidence->profile, evidence->a, names->a, names->a_count) &&
           tells_unit(evidence->profile, evidence->b, names->b, names->b_count);
}

static enum agreement agree(uint32_t a, uint32_t b)
{
    return !a || !b ? AGREE_UNKNOWN : a == b ? AGREE_SAME : AGREE_OTHER;
}

static enum agreement rhythms_agree(float a, float b)
{
    return isnan(a) || isnan(b) ? AGREE_UNKNOWN : a == b ? AGREE_SAME : AGREE_OTHER;
}

enum agreement readers_agree(const struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;
    uint32_t a = profile_number(profile, FIELD_recipients, evidence->a);
    uint32_t b = profile_number(profile, FIELD_recipients, evidence->b);
    struct overlap overlap;

    if (!a || !b || a == b)
        return a && b ? AGREE_SAME : AGREE_UNKNOWN;
    overlap_sets(inventory_set(profile->inventory, a), inventory_set(profile->inventory, b), NULL,
                 &overlap);
    uint32_t all = overlap.a + overlap.b - overlap.common;
    return share_at_least(overlap.common, all, 80) ? AGREE_SAME : AGREE_OTHER;
}

static bool same_description(const struct profile *profile, uint32_t a, uint32_t b)
{
    const struct tokens *tokens = profile->tokens;
    uint32_t first = profile->brief[a].description, second = profile->brief[b].description;

    if (!first || !second || first == second)
        return first && second;
    struct words x = list_words(&tokens->descriptions, first);
    struct words y = list_words(&tokens->descriptions, second);
    return x.count == y.count && !memcmp(x.word, y.word, x.count * sizeof *x.word);
}

/* Where no unit is known, owners of one law's reports stand for theirs: a duplicate would not be
 * made by two people under one obligation. */
static enum agreement units_agree(const struct profile *profile, uint32_t a, uint32_t b,
                                  enum agreement law)
{
    enum agreement units = agree(profile->brief[a].unit, profile->brief[b].unit);

    if (units != AGREE_UNKNOWN || law != AGREE_SAME)
        return units;
    return agree(profile_number(profile, FIELD_owner, a),
                 profile_number(profile, FIELD_owner, b)) == AGREE_OTHER
               ? AGREE_OTHER
               : AGREE_UNKNOWN;
}

void evidence_complete(struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;
    uint32_t a = evidence->a, b = evidence->b;

    name_judge(profile, a, b, &evidence->names);
    evidence->unit = units_agree(profile, a, b, evidence->law);
    evidence->rhythm = rhythms_agree(profile->brief[a].runs, profile->brief[b].runs);
}

/* "KPI dashboard" and "key performance indicators dashboard". */
static bool may_be_initials(const struct word_book *book, const struct odd_word *odd,
                            uint32_t count, uint32_t others)
{
    return count == 1 && others > 1 && others <= INITIALS &&
           word_book_text(book, odd->meaning).size == others;
}

static bool half_of_fields(struct evidence *evidence)
{
    const struct overlap *fields = evidence_fields(evidence);
    uint32_t smaller = fields->a < fields->b ? fields->a : fields->b;

    return fields->known && 2 * fields->common >= smaller;
}

bool evidence_one_duty(struct evidence *evidence)
{
    enum { HALF = 50, LEAST = 14 };
    const struct brief *a = &evidence->profile->brief[evidence->a];
    const struct brief *b = &evidence->profile->brief[evidence->b];

    if (evidence->law != AGREE_OTHER || a->unit || b->unit || !a->description || !b->description)
        return false;
    const struct overlap *text = evidence_text(evidence);
    return evidence->text_length >= LEAST &&
           share_at_least(text->common, text->a + text->b - text->common, HALF);
}

void evidence_gather(struct evidence *evidence, const struct profile *profile, uint32_t a,
                     uint32_t b, uint32_t signs)
{
    evidence->profile = profile;
    evidence->a = a;
    evidence->b = b;
    evidence->signs = signs;
    evidence->fields_gathered = evidence->text_gathered = false;
    evidence->text_length = 0;
    evidence->text_follows_names = false;
    evidence->text_of_other = 0;
    name_split(profile, a, b, &evidence->names);
    evidence->law = laws_agree(profile, a, b);
    evidence->same_description = same_description(profile, a, b);
    evidence->a_says = mention_of(&profile->tokens->mentions, a, b);
    evidence->b_says = mention_of(&profile->tokens->mentions, b, a);
    evidence->apart = !evidence->names.content && evidence->law != AGREE_SAME &&
                      !evidence->a_says && !evidence->b_says && !evidence->same_description &&
                      evidence->names.a_count + evidence->names.b_count > SLIPS &&
                      !half_of_fields(evidence) &&
                      !may_be_initials(&profile->book, evidence->names.a, evidence->names.a_count,
                                       evidence->names.b_count) &&
                      !may_be_initials(&profile->book, evidence->names.b, evidence->names.b_count,
                                       evidence->names.a_count) &&
                      !evidence_one_duty(evidence);
    if (!evidence->apart)
        evidence_complete(evidence);
}
