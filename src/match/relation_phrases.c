#include "match/relation_phrases.h"

#include "match/relation_kinds.h"

static uint32_t classes_of(const struct profile *profile, uint32_t word)
{
    return profile->book.classes[profile->book.meaning[word]];
}

/* The words up to the first "by"; none without one. */
static struct words until_by(const struct profile *profile, uint32_t report)
{
    struct words words = name_as_written(profile, report);
    uint32_t i = 0;

    while (i < words.count && !word_is_one_of(profile, words.word[i], ASKED_BY))
        i++;
    return (struct words){words.word, i < words.count ? i : 0};
}

/* The next word that tells something, from *at on; 0 behind the last. */
static uint32_t next_telling(const struct profile *profile, struct words words, uint32_t *at)
{
    while (*at < words.count && classes_of(profile, words.word[*at]) & NAME_EMPTY)
        ++*at;
    return *at < words.count ? profile->book.meaning[words.word[(*at)++]] : 0;
}

/* What stands before "by" is the same. */
static bool same_is_broken_down(const struct view *view)
{
    const struct profile *profile = view->evidence->profile;
    struct words a = until_by(profile, view->evidence->a);
    struct words b = until_by(profile, view->evidence->b);
    uint32_t i = 0, k = 0, telling = 0;

    for (uint32_t word; (word = next_telling(profile, a, &i)) != 0; telling++)
        if (word != next_telling(profile, b, &k))
            return false;
    return telling && !next_telling(profile, b, &k);
}

bool broken_down_otherwise(const struct view *view)
{
    return view->names->a_count && view->names->b_count && same_is_broken_down(view);
}

bool broken_down_more(const struct view *view)
{
    const struct evidence *evidence = view->evidence;
    struct text a = profile_text(evidence->profile, FIELD_name, evidence->a);
    struct text b = profile_text(evidence->profile, FIELD_name, evidence->b);
    bool longer_a = view->names->a_count > view->names->b_count;
    struct text longer = longer_a ? a : b, shorter = longer_a ? b : a;

    /* Behind a comma the shorter one tells more than what it is broken down by. */
    return (!view->names->a_count || !view->names->b_count) &&
           text_find(shorter, ',') == shorter.size &&
           (longer_lists(view) || text_find(longer, ',') < longer.size) &&
           same_is_broken_down(view);
}

/* How many words the names end in together. */
static uint32_t shared_end(const struct profile *profile, struct words a, struct words b)
{
    const uint32_t *meaning = profile->book.meaning;
    uint32_t count = 0;

    while (count < a.count && count < b.count &&
           meaning[a.word[a.count - 1 - count]] == meaning[b.word[b.count - 1 - count]])
        count++;
    return count;
}

static bool has_preposition(const struct profile *profile, const uint32_t *word, uint32_t count)
{
    return words_have_one_of(profile, (struct words){word, count}, ASKED_PREPOSITION);
}

/* A dash, a colon or a bracket stands among the first words. */
static bool is_parted(const struct evidence *evidence, uint32_t report, uint32_t words)
{
    const struct profile *profile = evidence->profile;
    struct text name = profile_text(profile, FIELD_name, report);
    uint32_t begun = 0;
    bool within = false;

    for (size_t i = 0; i < name.size && (begun < words || within); i++) {
        unsigned char c = (unsigned char)name.data[i];
        bool letter = byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80;
        begun += letter && !within;
        within = letter || (within && (c == '\'' || c == '.'));
        if (begun &&
            (c == ':' || c == '(' || c == ')' || (c == '-' && i > 0 && name.data[i - 1] == ' ')))
            return true;
    }
    return false;
}

bool same_head(const struct view *view)
{
    const struct evidence *evidence = view->evidence;
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);
    uint32_t end = shared_end(profile, a, b), telling = 0, all = 0;

    if (end == a.count || end == b.count || !end)
        return false;
    for (uint32_t i = a.count - end; i < a.count; i++) {
        telling += !(classes_of(profile, a.word[i]) & NAME_EMPTY) &&
                   !word_is_one_of(profile, a.word[i], ASKED_VAGUE);
        all += !(classes_of(profile, a.word[i]) & WORD_STOP);
    }
    return telling && all >= 2 && !(classes_of(profile, a.word[a.count - end]) & WORD_STOP) &&
           !has_preposition(profile, a.word, a.count - end) &&
           !has_preposition(profile, b.word, b.count - end) &&
           !is_parted(evidence, evidence->a, a.count - end) &&
           !is_parted(evidence, evidence->b, b.count - end);
}

bool breaks_down(const struct view *view, bool in_a)
{
    const struct evidence *evidence = view->evidence;
    const struct odd_word *odd = in_a ? view->names->a : view->names->b;
    uint32_t count = in_a ? view->names->a_count : view->names->b_count;
    uint32_t report = in_a ? evidence->a : evidence->b;

    while (count > 0 &&
           !word_stands_behind(evidence->profile, report, odd[count - 1].meaning, ASKED_BY))
        count--;
    return count > 0;
}

bool breaks_down_alone(const struct view *view)
{
    const struct evidence *evidence = view->evidence;

    return (breaks_down(view, true) && !until_by(evidence->profile, evidence->b).count) ||
           (breaks_down(view, false) && !until_by(evidence->profile, evidence->a).count);
}

bool names_one(const struct view *view, bool in_a)
{
    const struct profile *profile = view->evidence->profile;
    uint32_t report = in_a ? view->evidence->a : view->evidence->b;

    return words_have_one_of(profile, name_as_written(profile, report), ASKED_ONE_OF_MANY);
}

bool asks_for_one(const struct view *view, bool in_a)
{
    const struct profile *profile = view->evidence->profile;
    const struct odd_word *odd = in_a ? view->names->a : view->names->b;
    uint32_t count = in_a ? view->names->a_count : view->names->b_count;
    struct words words = name_as_written(profile, in_a ? view->evidence->a : view->evidence->b);
    bool behind = false, asks = false;

    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t meaning = profile->book.meaning[words.word[i]];
        if (word_is_one_of(profile, words.word[i], ASKED_ONE_OF_MANY))
            behind = asks = true;
        else if (profile->book.classes[meaning] & WORD_STOP)
            behind = false;
        else if (odd_place(odd, count, meaning) < count && !behind &&
                 !(profile->book.classes[meaning] & (WORD_EXTENT | WORD_GENERIC)))
            return false;
    }
    return asks;
}

bool same_of_others(const struct view *view)
{
    const struct evidence *evidence = view->evidence;
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);
    const uint32_t *meaning = profile->book.meaning;
    uint32_t lead = 0, telling = 0;

    while (lead < a.count && lead < b.count && meaning[a.word[lead]] == meaning[b.word[lead]]) {
        telling += !(classes_of(profile, a.word[lead]) & NAME_EMPTY);
        lead++;
    }
    if (lead == a.count || lead == b.count || telling < 2)
        return false;
    if (lead > 1 && !has_preposition(profile, a.word + lead - 1, 1))
        lead -= (classes_of(profile, a.word[lead - 1]) & WORD_STOP) != 0; /* "of the" */
    return has_preposition(profile, a.word + lead - 1, 1);
}

/* Where the names differ, between what they begin and what they end with. */
static bool has_inner_preposition(const struct profile *profile, struct words a, struct words b)
{
    const uint32_t *meaning = profile->book.meaning;
    uint32_t lead = 0, least = a.count < b.count ? a.count : b.count, end;

    while (lead < least && meaning[a.word[lead]] == meaning[b.word[lead]])
        lead++;
    end = shared_end(profile, a, b);
    end = end > least - lead ? least - lead : end;
    return has_preposition(profile, a.word + lead, a.count - lead - end) ||
           has_preposition(profile, b.word + lead, b.count - lead - end);
}

bool speaks_of_the_other(const struct view *view)
{
    const struct evidence *evidence = view->evidence;
    const struct profile *profile = evidence->profile;

    return has_inner_preposition(profile, name_as_written(profile, evidence->a),
                                 name_as_written(profile, evidence->b));
}
