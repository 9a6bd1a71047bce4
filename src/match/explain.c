/* Why two reports relate as they do: looked at again, one fact for every sign. */
#include <math.h>
#include <string.h>

#include "match/matching.h"
#include "match/relation_kinds.h"
#include "match/relation_rules.h"
#include "match/similarity.h"

enum { NAMED = 4 /* differing words that are listed of a group */ };

static const struct text nothing = {"", 0};

static void tell(struct facts *facts, enum fact_kind kind)
{
    facts_add(facts, kind, NAN, NAN, nothing, nothing);
}

static void tell_numbers(struct facts *facts, enum fact_kind kind, double x, double y)
{
    facts_add(facts, kind, x, y, nothing, nothing);
}

static void tell_texts(struct facts *facts, enum fact_kind kind, struct text a, struct text b)
{
    static const struct text none = TEXT("nothing");

    facts_add(facts, kind, NAN, NAN, a.size ? a : none, b.size ? b : none);
}

/* Where the word that begins at a byte of the name ends, dots between initials left out; 0 where
 * another one stands there. */
static size_t end_of(struct text name, size_t at, struct text word)
{
    size_t k = 0;

    for (; k < word.size && at < name.size; at++)
        if (byte_lower((unsigned char)name.data[at]) == (unsigned char)word.data[k])
            k++;
        else if (!k || name.data[at] != '.')
            return 0;
    return k == word.size ? at : 0;
}

/* The word as the name spells it: at the start of a word, else within one that was taken apart. */
static struct text written(struct text name, struct text word)
{
    for (int within = 0; within < 2; within++)
        for (size_t at = 0; at < name.size; at++) {
            bool starts = at == 0 || !byte_is_alpha((unsigned char)name.data[at - 1]);
            size_t end = starts || within ? end_of(name, at, word) : 0;
            if (end)
                return text_slice(name, at, end);
        }
    return word;
}

static struct text spelling(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words words = name_in_full(profile, report);
    struct text name = profile_text(profile, FIELD_name, report);

    for (uint32_t i = 0; i < words.count; i++)
        if (profile->book.meaning[words.word[i]] == meaning)
            return written(name, tokens_word(profile->tokens, words.word[i]));
    return word_book_text(&profile->book, meaning);
}

static bool words_have(struct words words, uint32_t word)
{
    uint32_t i = 0;

    while (i < words.count && words.word[i] != word)
        i++;
    return i < words.count;
}

/* The words of one name, letter for letter, that the other one has not. */
static struct text words_only_in(const struct profile *profile, struct arena *arena,
                                 uint32_t report, uint32_t other)
{
    struct words words = name_in_full(profile, report);
    struct words known = name_in_full(profile, other);
    struct text all = nothing;

    for (uint32_t i = 0; i < words.count; i++) {
        if (words_have(known, words.word[i]))
            continue;
        struct text word = written(profile_text(profile, FIELD_name, report),
                                   tokens_word(profile->tokens, words.word[i]));
        all = all.size ? arena_printf(arena, "%.*s %.*s", TEXT_ARGS(all), TEXT_ARGS(word)) : word;
    }
    return all;
}

/* "Ratings" beside "Rating": no slip of the pen. */
static bool is_plural(struct text a, struct text b)
{
    struct text more = a.size > b.size ? a : b, less = a.size > b.size ? b : a;

    return more.size == less.size + 1 && text_ends(more, "s") &&
           !memcmp(more.data, less.data, less.size);
}

/* Names of one meaning: other case, marks and order, or words that were taken for the same. One
 * code is no slip of another. */
static void tell_one_meaning(const struct evidence *evidence, struct facts *facts)
{
    enum { SLIP = 2, SHORTEST = 3 };
    const struct profile *profile = evidence->profile;
    struct text a = words_only_in(profile, facts->arena, evidence->a, evidence->b);
    struct text b = words_only_in(profile, facts->arena, evidence->b, evidence->a);

    if (!a.size && !b.size)
        tell(facts, FACT_NAMES_EQUAL_FOLDED);
    else if (a.size >= SHORTEST && b.size >= SHORTEST && !is_plural(a, b) && !text_has_digit(a) &&
             !text_has_digit(b) && text_distance(a, b, SLIP) <= SLIP)
        tell_texts(facts, FACT_NAMES_TYPO, a, b);
    else
        tell_texts(facts, FACT_NAMES_DIFFER, a, b);
}

/* Odd words of some kinds, in the order of the name, with blanks between them. */
static struct text odd_words(const struct profile *profile, struct arena *arena, uint32_t report,
                             const struct odd_word *odd, uint32_t count, uint32_t kinds)
{
    uint32_t name = profile->brief[report].name;
    struct text all = nothing;

    for (uint32_t i = profile->name_start[name]; i < profile->name_start[name + 1]; i++) {
        uint32_t k = 0;
        while (k < count && (odd[k].meaning != profile->name_words[i] || !(odd[k].kind & kinds)))
            k++;
        if (k == count)
            continue;
        struct text word = spelling(profile, report, profile->name_words[i]);
        all = all.size ? arena_printf(arena, "%.*s %.*s", TEXT_ARGS(all), TEXT_ARGS(word)) : word;
    }
    return all;
}

static const struct {
    uint32_t kinds;
    enum fact_kind fact;
} differences[] = {
    {WORD_PLACE | WORD_REGION, FACT_DIFFER_PLACE},
    {WORD_YEAR, FACT_DIFFER_YEAR},
    {WORD_PERIOD, FACT_DIFFER_PERIOD},
    {WORD_EDITION | WORD_DEPTH, FACT_DIFFER_EDITION},
    {WORD_RHYTHM, FACT_DIFFER_RHYTHM},
    {WORD_NUMBER | WORD_CODE, FACT_DIFFER_NUMBER},
    {WORD_POPULATION, FACT_DIFFER_POPULATION},
    {WORD_EXTENT, FACT_DIFFER_EXTENT},
    {WORD_ACCESS, FACT_DIFFER_ACCESS},
    {WORD_STOP, FACT_DIFFER_HOME},
};

/* What kind of difference it is, when it is of one kind only. */
static enum fact_kind difference(const struct evidence *evidence, const struct verdict *verdict)
{
    const uint32_t neutral = WORD_GENERIC | WORD_FORMAT | WORD_UNIT;
    uint32_t telling = evidence->names.kinds & ~neutral;

    if (telling && evidence->unit != AGREE_UNKNOWN && names_tell_units(evidence))
        return FACT_DIFFER_UNIT_NAME;
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (telling && !(telling & ~differences[i].kinds))
            return differences[i].fact;
    return verdict->slot && verdict->relation == RELATION_VARIANT ? FACT_DIFFER_SLOT
                                                                  : FACT_NAMES_DIFFER;
}

static void tell_names(const struct evidence *evidence, const struct verdict *verdict,
                       struct facts *facts)
{
    const struct profile *profile = evidence->profile;
    const struct name_difference *names = &evidence->names;
    uint32_t a = evidence->a, b = evidence->b, all = names->common + names->differing;
    const uint32_t any = UINT32_MAX;
    struct text of_a, of_b;

    if (profile_number(profile, FIELD_name, a) == profile_number(profile, FIELD_name, b)) {
        tell(facts, FACT_NAMES_EQUAL);
        return;
    }
    if (verdict->opposed && words_oppose(evidence, &of_a, &of_b)) {
        tell_texts(facts, FACT_NAMES_DIFFER, of_a, of_b);
        return;
    }
    if (!names->a_count && !names->b_count) {
        tell_one_meaning(evidence, facts);
        return;
    }
    tell_numbers(facts, FACT_NAMES_ALIKE, all ? (double)names->common / all : 0, NAN);
    if (names->kinds & WORD_COPY && !(names->a_count && names->b_count))
        tell_texts(facts, FACT_NAMES_COPY_WORD,
                   names->a_count
                       ? odd_words(profile, facts->arena, a, names->a, names->a_count, WORD_COPY)
                       : odd_words(profile, facts->arena, b, names->b, names->b_count, WORD_COPY),
                   nothing);
    else {
        enum fact_kind kind = difference(evidence, verdict);
        bool both = names->a_count && names->b_count;
        tell_texts(facts, kind == FACT_DIFFER_RHYTHM && !both ? FACT_NAMES_DIFFER : kind,
                   odd_words(profile, facts->arena, a, names->a, names->a_count, any),
                   odd_words(profile, facts->arena, b, names->b, names->b_count, any));
    }
}

static struct text column_and_value(const struct inventory *inventory, size_t column,
                                    uint32_t report, struct arena *arena)
{
    return arena_printf(arena, "%.*s %.*s", TEXT_ARGS(inventory->spare_columns[column].header),
                        TEXT_ARGS(inventory_spare(inventory, column, report)));
}

/* "Wiki enwiki / dewiki", "id plan-north / plan-south". */
static void tell_column(const struct evidence *evidence, const struct verdict *verdict,
                        struct facts *facts)
{
    const struct inventory *inventory = evidence->profile->inventory;

    if (verdict->by_id)
        tell_texts(facts, FACT_DIFFER_COLUMN,
                   arena_printf(facts->arena, "id %.*s",
                                TEXT_ARGS(profile_text(evidence->profile, FIELD_id, evidence->a))),
                   profile_text(evidence->profile, FIELD_id, evidence->b));
    if (!verdict->by_column)
        return;
    size_t column = column_telling_apart(inventory, evidence->a, evidence->b);
    tell_texts(facts, FACT_DIFFER_COLUMN,
               column_and_value(inventory, column, evidence->a, facts->arena),
               inventory_spare(inventory, column, evidence->b));
}

static void tell_rhythm(const struct evidence *evidence, struct facts *facts)
{
    double of_a = profile_runs(evidence->profile, evidence->a);
    double of_b = profile_runs(evidence->profile, evidence->b);
    char a[32], b[32];

    if (evidence->rhythm == AGREE_SAME)
        tell(facts, FACT_SAME_FREQUENCY);
    if (evidence->rhythm == AGREE_OTHER && isfinite(of_a) && isfinite(of_b))
        tell_texts(facts, FACT_DIFFER_RHYTHM, frequency_words(of_a, a), frequency_words(of_b, b));
}

/* The same, or both as they are written. */
static void tell_agreement(const struct evidence *evidence, enum agreement agreement,
                           enum field field, enum fact_kind same, enum fact_kind other,
                           struct facts *facts)
{
    struct text a = profile_text(evidence->profile, field, evidence->a);
    struct text b = profile_text(evidence->profile, field, evidence->b);

    if (agreement == AGREE_SAME)
        tell_texts(facts, same, a, b);
    if (agreement == AGREE_OTHER)
        tell_texts(facts, other, a, b);
}

static void tell_owner(const struct evidence *evidence, struct facts *facts)
{
    const struct profile *profile = evidence->profile;
    uint32_t a = profile_number(profile, FIELD_owner, evidence->a);
    uint32_t b = profile_number(profile, FIELD_owner, evidence->b);

    if (a && b)
        tell_texts(facts, a == b ? FACT_SAME_OWNER : FACT_DIFFER_OWNER,
                   inventory_person_name(profile->inventory, a),
                   inventory_person_name(profile->inventory, b));
}

/* Equal, all of the smaller one in the bigger one, or so many of all. */
static void tell_sets(const struct evidence *evidence, enum field field, enum fact_kind equal,
                      enum fact_kind within, enum fact_kind shared, struct facts *facts)
{
    const struct profile *profile = evidence->profile;
    const struct inventory *inventory = profile->inventory;
    struct overlap overlap;

    overlap_sets(inventory_set(inventory, profile_number(profile, field, evidence->a)),
                 inventory_set(inventory, profile_number(profile, field, evidence->b)), NULL,
                 &overlap);
    if (!overlap.known)
        return;
    uint32_t less = overlap.a < overlap.b ? overlap.a : overlap.b;
    uint32_t more = overlap.a < overlap.b ? overlap.b : overlap.a;
    if (overlap.common == more)
        tell_numbers(facts, equal, more, equal == shared ? (double)more : (double)NAN);
    else if (overlap.common == less)
        tell_numbers(facts, within, less, within == shared ? more : less);
    else
        tell_numbers(facts, shared, overlap.common, more);
}

static void tell_texts_alike(struct evidence *evidence, struct facts *facts)
{
    const struct overlap *text = evidence_text(evidence);
    uint32_t all = text->a + text->b - text->common;
    double share = all ? (double)text->common / all : 0;

    if (!text->known)
        return;
    if (evidence->same_description)
        tell(facts, FACT_DESCRIPTIONS_EQUAL);
    else
        tell_numbers(facts, share >= 0.5 ? FACT_DESCRIPTIONS_ALIKE : FACT_DESCRIPTIONS_DIFFER,
                     share, NAN);
}

static bool are_equal_rows(const struct relations *relations, uint32_t a, uint32_t b, bool *ask)
{
    const struct pair *pair = matching_pair((const struct matching *)relations, a, b);

    *ask = pair && pair->ask;
    return pair && pair->relation == RELATION_SAME && pair->score >= 1;
}

static void tell_mention(const struct profile *profile, enum mention_kind kind, uint32_t by,
                         uint32_t of, struct facts *facts)
{
    if (kind)
        tell_texts(facts, kind == MENTION_SAME ? FACT_SAYS_SAME : FACT_SAYS_PART,
                   profile_text(profile, FIELD_id, by), profile_text(profile, FIELD_id, of));
}

void match_explain(const struct relations *relations, uint32_t a, uint32_t b, struct facts *facts)
{
    const struct matching *matching = (const struct matching *)relations;
    struct evidence evidence;
    struct verdict verdict;
    bool ask;

    if (are_equal_rows(relations, a, b, &ask)) {
        tell(facts, ask ? FACT_EQUAL_BUT_ID : FACT_ROWS_EQUAL);
        return;
    }
    matching_decide(matching, a, b, matching_signs(matching, a, b), &evidence, &verdict);
    if (evidence.apart)
        evidence_complete(&evidence);
    tell_mention(evidence.profile, evidence.a_says, a, b, facts);
    tell_mention(evidence.profile, evidence.b_says, b, a, facts);
    tell_names(&evidence, &verdict, facts);
    tell_column(&evidence, &verdict, facts);
    tell_agreement(&evidence, evidence.law, FIELD_mandate, FACT_SAME_MANDATE, FACT_DIFFER_MANDATE,
                   facts);
    tell_agreement(&evidence, evidence.unit, FIELD_department, FACT_SAME_UNIT, FACT_DIFFER_UNIT,
                   facts);
    tell_sets(&evidence, FIELD_fields, FACT_FIELDS_EQUAL, FACT_FIELDS_WITHIN, FACT_FIELDS_SHARED,
              facts);
    tell_texts_alike(&evidence, facts);
    tell_sets(&evidence, FIELD_sources, FACT_SOURCES_SHARED, FACT_SOURCES_SHARED,
              FACT_SOURCES_SHARED, facts);
    tell_sets(&evidence, FIELD_recipients, FACT_READERS_EQUAL, FACT_READERS_SHARED,
              FACT_READERS_SHARED, facts);
    tell_rhythm(&evidence, facts);
    tell_owner(&evidence, facts);
}

/* "Kansas, Nebraska, Texas, Iowa and 3 more": what the names of the members have that the kept one
 * does not. */
static struct text differing_words(const struct matching *matching, const struct group *group,
                                   struct arena *arena, struct text *of_kept)
{
    const struct profile *profile = &matching->profile;
    const uint32_t *member = matching->relations.members + group->members;
    struct text all = nothing;
    unsigned named = 0, more = 0;

    for (uint32_t i = 0; i < group->member_count; i++) {
        struct name_difference names;
        if (member[i] == group->keep)
            continue;
        name_compare(profile, group->keep, member[i], &names);
        struct text odd = odd_words(profile, arena, member[i], names.b, names.b_count, UINT32_MAX);
        if (!of_kept->size)
            *of_kept = odd_words(profile, arena, group->keep, names.a, names.a_count, UINT32_MAX);
        if (!odd.size)
            continue;
        if (named == NAMED)
            more++;
        else
            all = named++ ? arena_printf(arena, "%.*s, %.*s", TEXT_ARGS(all), TEXT_ARGS(odd)) : odd;
    }
    return more ? arena_printf(arena, "%.*s and %u more", TEXT_ARGS(all), more) : all;
}

/* Whether all members have the same known value as the kept one. */
static bool all_same(const struct matching *matching, const struct group *group, enum field field)
{
    const uint32_t *member = matching->relations.members + group->members;
    uint32_t kept = profile_number(&matching->profile, field, group->keep);

    for (uint32_t i = 0; i < group->member_count; i++)
        if (profile_number(&matching->profile, field, member[i]) != kept)
            return false;
    return kept != 0;
}

static bool set_has(struct set set, uint32_t wanted)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (set.member[i] == wanted)
            return true;
    return false;
}

/* How many members of the kept one's set all the others have too. */
static uint32_t shared_by_all(const struct matching *matching, const struct group *group,
                              enum field field)
{
    const struct profile *profile = &matching->profile;
    const uint32_t *member = matching->relations.members + group->members;
    struct set kept =
        inventory_set(profile->inventory, profile_number(profile, field, group->keep));
    uint32_t shared = 0;

    for (uint32_t k = 0; k < kept.count; k++) {
        bool in_all = true;
        for (uint32_t i = 0; i < group->member_count && in_all; i++) {
            struct set set =
                inventory_set(profile->inventory, profile_number(profile, field, member[i]));
            in_all = !set.number || set_has(set, kept.member[k]);
        }
        shared += in_all;
    }
    return shared;
}

static void tell_shared(const struct matching *matching, const struct group *group,
                        enum field field, enum fact_kind equal, enum fact_kind shared,
                        struct facts *facts)
{
    const struct profile *profile = &matching->profile;
    uint32_t number = profile_number(profile, field, group->keep);
    uint32_t count = inventory_set(profile->inventory, number).count;

    if (all_same(matching, group, field))
        tell_numbers(facts, equal, count, count);
    else if (count)
        tell_numbers(facts, shared, shared_by_all(matching, group, field), count);
}

void match_explain_group(const struct relations *relations, size_t number, struct facts *facts)
{
    const struct matching *matching = (const struct matching *)relations;
    const struct profile *profile = &matching->profile;
    const struct group *group = &relations->groups[number];
    struct text kept = nothing, others = differing_words(matching, group, facts->arena, &kept);

    if (others.size || kept.size)
        tell_texts(facts, FACT_NAMES_DIFFER, kept, others);
    else
        tell(facts, FACT_NAMES_EQUAL);
    if (all_same(matching, group, FIELD_mandate))
        tell_texts(facts, FACT_SAME_MANDATE, profile_text(profile, FIELD_mandate, group->keep),
                   nothing);
    if (all_same(matching, group, FIELD_department))
        tell_texts(facts, FACT_SAME_UNIT, profile_text(profile, FIELD_department, group->keep),
                   nothing);
    if (all_same(matching, group, FIELD_description))
        tell(facts, FACT_DESCRIPTIONS_EQUAL);
    tell_shared(matching, group, FIELD_fields, FACT_FIELDS_EQUAL, FACT_FIELDS_SHARED, facts);
    tell_shared(matching, group, FIELD_recipients, FACT_READERS_EQUAL, FACT_READERS_SHARED, facts);
}
