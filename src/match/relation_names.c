/* Where two names differ, and what the differing words are. */
#include <string.h>

#include "match/relation.h"
#include "match/similarity.h"
#include "match/vocabulary_acronyms.h"

/* More odd words than these on both sides: the names are too far apart for slips to matter. */
enum { FEW = 8 };

/* A word may be several things; the first of these counts. What a word says of time and edition is
 * more telling than that it may also be a number or a kind of place. */
static const uint32_t kinds_by_rank[] = {
    WORD_GENERIC,    WORD_FORMAT, WORD_STOP,         WORD_CATALOGUE, WORD_RHYTHM,
    WORD_PERIOD,     WORD_SPAN,   WORD_EDITION,      WORD_DEPTH,     WORD_YEAR,
    WORD_COPY,       WORD_ACCESS, WORD_PLACE,        WORD_EXTENT,    WORD_NUMBER,
    WORD_POPULATION, WORD_CODE,   WORD_ORGANISATION, WORD_REGION,    WORD_UNIT,
};

static const uint32_t neutral = WORD_GENERIC | WORD_FORMAT | WORD_UNIT;

static struct words meanings_of(const struct profile *profile, const uint32_t *words,
                                uint32_t report)
{
    uint32_t name = profile->brief[report].name, start = profile->name_start[name];
    return (struct words){words + start, profile->name_start[name + 1] - start};
}

/* What any title may contain counts an eighth. */
static uint32_t weight_of(const struct word_book *book, uint32_t meaning)
{
    uint32_t weight = book->weight[meaning];
    return book->classes[meaning] & neutral ? (weight + 7) / 8 : weight;
}

/* What a report is about is told by words other than these, nor by a number such as that of "Sheet
 * 1". */
static void add_common(const struct word_book *book, uint32_t meaning,
                       struct name_difference *names)
{
    const uint32_t empty =
        neutral | WORD_RHYTHM | WORD_SPAN | WORD_EDITION | WORD_COPY | WORD_DEPTH;
    uint32_t class = book->classes[meaning];

    names->common += weight_of(book, meaning);
    names->common_classes |= class;
    if (class & empty || (class & WORD_NUMBER && word_book_text(book, meaning).size <= 2))
        return;
    names->content++;
    names->frame = (names->frame ^ meaning) * 0x9e3779b97f4a7c15u;
    names->frame ^= names->frame >> 29;
}

static void split_words(const struct word_book *book, struct words a, struct words b,
                        struct name_difference *names)
{
    uint32_t i = 0, j = 0;

    while (i < a.count || j < b.count) {
        if (j == b.count || (i < a.count && a.word[i] < b.word[j]))
            names->a[names->a_count++] = (struct odd_word){a.word[i++], 0};
        else if (i == a.count || b.word[j] < a.word[i])
            names->b[names->b_count++] = (struct odd_word){b.word[j++], 0};
        else
            add_common(book, a.word[i], names), i++, j++;
    }
}

static void drop(struct odd_word *odd, uint32_t *count, uint32_t at)
{
    memmove(odd + at, odd + at + 1, (--*count - at) * sizeof *odd);
}

static uint32_t position(const struct odd_word *odd, uint32_t count, uint32_t meaning)
{
    uint32_t at = 0;

    while (at < count && odd[at].meaning != meaning)
        at++;
    return at;
}

static bool is_joined(struct text whole, struct text first, struct text second)
{
    return whole.size == first.size + second.size && !memcmp(whole.data, first.data, first.size) &&
           !memcmp(whole.data + first.size, second.data, second.size);
}

/* "Water Borne" and "Waterborne": neighbours in one name that are a single word in the other. */
static void join_words(const struct word_book *book, struct words order, struct odd_word *parts,
                       uint32_t *part_count, struct odd_word *wholes, uint32_t *whole_count,
                       struct name_difference *names)
{
    const uint32_t never_joined = WORD_PLACE | WORD_PERIOD | WORD_YEAR | WORD_NUMBER;

    for (uint32_t i = 0; i + 1 < order.count && *part_count > 1 && *whole_count; i++) {
        if (position(parts, *part_count, order.word[i]) == *part_count ||
            position(parts, *part_count, order.word[i + 1]) == *part_count)
            continue;
        struct text first = word_book_text(book, order.word[i]);
        struct text last = word_book_text(book, order.word[i + 1]);
        for (uint32_t k = 0; k < *whole_count; k++) {
            if (book->classes[wholes[k].meaning] & never_joined ||
                !is_joined(word_book_text(book, wholes[k].meaning), first, last))
                continue;
            add_common(book, wholes[k].meaning, names);
            drop(wholes, whole_count, k);
            drop(parts, part_count, position(parts, *part_count, order.word[i]));
            uint32_t second = position(parts, *part_count, order.word[i + 1]);
            if (second < *part_count)
                drop(parts, part_count, second);
            break;
        }
    }
}

/* One slip of the pen in a word of five letters, two in one of eight; never the first letter, never
 * between two words that the lists know or that many names use. */
static bool is_slip(const struct word_book *book, uint32_t a, uint32_t b)
{
    const uint32_t *frequency = book->tokens->name_frequency;
    uint32_t known = table_count(book->tokens->words);

    if ((book->classes[a] && book->classes[b]) || a > known || b > known ||
        (frequency[a] >= 8 && frequency[b] >= 8))
        return false;
    struct text x = word_book_text(book, a), y = word_book_text(book, b);
    size_t shorter = x.size < y.size ? x.size : y.size;
    unsigned limit = shorter >= 8 ? 2 : 1;
    if (shorter < 5 || x.data[0] != y.data[0] || x.size + y.size - 2 * shorter > limit)
        return false;
    return word_distance(x.data, x.size, y.data, y.size, limit) <= limit;
}

/* How many words of the order from the start on the initials of word spell, all of them odd; stop
 * words do not stand in the order. 0 where they do not. */
static uint32_t spelled_by(const struct word_book *book, struct text word, struct words order,
                           uint32_t start, const struct odd_word *odd, uint32_t count)
{
    uint32_t i = 0;

    for (; i < word.size && start + i < order.count; i++) {
        struct text full = word_book_text(book, order.word[start + i]);
        if (full.size < 2 || full.data[0] != word.data[i] ||
            position(odd, count, order.word[start + i]) == count)
            return 0;
    }
    return i == word.size ? i : 0;
}

/* "AR aging" and "accounts receivable aging". */
static void pair_initials(const struct word_book *book, struct words order, struct odd_word *shorts,
                          uint32_t *short_count, struct odd_word *odd, uint32_t *count,
                          struct name_difference *names)
{
    for (uint32_t k = 0; k < *short_count; k++) {
        struct text word = word_book_text(book, shorts[k].meaning);
        uint32_t meaning = shorts[k].meaning, spelled = 0, start = 0;
        if (word.size < 2 || word.size > 5 || byte_is_digit((unsigned char)*word.data))
            continue;
        for (; start < order.count && !spelled; start++)
            spelled = spelled_by(book, word, order, start, odd, *count);
        if (!spelled)
            continue;
        for (uint32_t i = start - 1; i < start - 1 + spelled; i++)
            if (position(odd, *count, order.word[i]) < *count)
                drop(odd, count, position(odd, *count, order.word[i]));
        drop(shorts, short_count, k--);
        add_common(book, meaning, names);
    }
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool has_small_letter(struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] >= 'a' && t.data[i] <= 'z')
            return true;
    return false;
}

/* Written in capitals in a name that is not all capitals: the name of a system or of a unit. */
static bool is_acronym(const struct profile *profile, uint32_t report, struct text word)
{
    struct text rest =
        inventory_text(profile->inventory, profile_number(profile, FIELD_name, report));

    if (word.size < 2 || word.size > 7 || !has_small_letter(rest))
        return false;
    for (size_t at; rest.size >= word.size; rest = text_from(rest, at + 1)) {
        size_t k = 0;
        at = text_find(rest, (char)(word.data[0] - 'a' + 'A'));
        while (k < word.size && at + k < rest.size && is_upper(rest.data[at + k]) &&
               byte_lower(rest.data[at + k]) == word.data[k])
            k++;
        if (k == word.size)
            return true;
        if (at == rest.size)
            return false;
    }
    return false;
}

/* Two acronyms are two things, however near they are spelled. */
static bool are_acronyms(const struct profile *profile, uint32_t a, uint32_t b, uint32_t meaning_a,
                         uint32_t meaning_b)
{
    struct text x = word_book_text(&profile->book, meaning_a);
    struct text y = word_book_text(&profile->book, meaning_b);

    return x.size <= ACRONYM_LONGEST && y.size <= ACRONYM_LONGEST && is_acronym(profile, a, x) &&
           is_acronym(profile, b, y);
}

static void pair_slips(const struct profile *profile, uint32_t a, uint32_t b,
                       struct name_difference *names)
{
    for (uint32_t i = 0; i < names->a_count; i++) {
        for (uint32_t k = 0; k < names->b_count; k++) {
            uint32_t x = names->a[i].meaning, y = names->b[k].meaning;
            if (!is_slip(&profile->book, x, y) || are_acronyms(profile, a, b, x, y))
                continue;
            add_common(&profile->book, x, names);
            drop(names->a, &names->a_count, i--);
            drop(names->b, &names->b_count, k);
            break;
        }
    }
}

/* "Categorized" and "uncategorized", "profit" and "nonprofit": one is what the other is not. */
static bool is_negated(struct text word, struct text other)
{
    size_t more = word.size - other.size;

    return word.size > other.size && other.size >= 4 && more <= 3 &&
           ((more == 2 && (text_starts(word, "un") || text_starts(word, "in"))) ||
            (more == 3 && (text_starts(word, "non") || text_starts(word, "dis")))) &&
           text_equal(text_from(word, more), other);
}

static void find_negations(const struct word_book *book, struct name_difference *names)
{
    for (uint32_t i = 0; i < names->a_count; i++)
        for (uint32_t k = 0; k < names->b_count; k++) {
            struct text x = word_book_text(book, names->a[i].meaning);
            struct text y = word_book_text(book, names->b[k].meaning);
            if (is_negated(x, y) || is_negated(y, x))
                names->a[i].kind = names->b[k].kind = WORD_POPULATION;
        }
}

static bool has_class(const struct word_book *book, const struct odd_word *odd, uint32_t count,
                      uint32_t class)
{
    for (uint32_t i = 0; i < count; i++)
        if (book->classes[odd[i].meaning] & class)
            return true;
    return false;
}

/* "New" and "final" mark a copy, but an edition or a population where the other name has "old" or
 * "draft". */
static uint32_t kind_of(const struct profile *profile, uint32_t report, uint32_t meaning,
                        bool opposed)
{
    uint32_t class = profile->book.classes[meaning];

    if (class & WORD_COPY && class & (WORD_EDITION | WORD_POPULATION))
        class &= opposed ? WORD_EDITION | WORD_POPULATION : WORD_COPY;
    for (size_t i = 0; i < sizeof kinds_by_rank / sizeof *kinds_by_rank; i++)
        if (class & kinds_by_rank[i])
            return kinds_by_rank[i];
    return is_acronym(profile, report, word_book_text(&profile->book, meaning)) ? WORD_ACRONYM
                                                                                : WORD_OTHER;
}

/* One of the prepositions, with blanks between them, stands before the word in the name. */
static bool stands_behind(const struct profile *profile, uint32_t report, uint32_t meaning,
                          const char *prepositions)
{
    struct words words = tokens_name(profile->tokens, report);

    for (uint32_t i = 1; i < words.count; i++) {
        struct text before = tokens_word(profile->tokens, words.word[i - 1]);
        struct text rest = text_of(prepositions), preposition;
        if (profile->book.meaning[words.word[i]] != meaning)
            continue;
        while (text_next(&rest, " ", &preposition))
            if (text_equal(before, preposition))
                return true;
    }
    return false;
}

/* A small number alone at the end, as in "Budget (2)", marks a copy. */
static bool is_copy_number(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = meanings_of(profile, profile->name_words, report);
    struct text t = word_book_text(&profile->book, meaning);

    return order.count > 1 && order.word[order.count - 1] == meaning && t.size == 1 &&
           byte_is_digit((unsigned char)*t.data);
}

/* The classes of the word before it in the name. */
static uint32_t classes_before(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = meanings_of(profile, profile->name_words, report);
    uint32_t i = 1;

    while (i < order.count && order.word[i] != meaning)
        i++;
    return i < order.count ? profile->book.classes[order.word[i - 1]] : 0;
}

/* "Form 10" and "Local Law 30" are other things than "Form 12" and "Local Law 37": the number names
 * them. That of "version 2" counts copies. */
static uint32_t number_kind(const struct profile *profile, uint32_t report, uint32_t meaning,
                            uint32_t kind)
{
    uint32_t before = classes_before(profile, report, meaning);

    return before & WORD_CITING ? WORD_OTHER : before & WORD_COPY ? WORD_COPY : kind;
}

static void name_kinds(const struct profile *profile, uint32_t report, struct odd_word *odd,
                       uint32_t count, struct name_difference *names)
{
    bool in_a = odd == names->a, alone = !(in_a ? names->b_count : names->a_count);
    bool opposed =
        has_class(&profile->book, in_a ? names->b : names->a,
                  in_a ? names->b_count : names->a_count, WORD_EDITION | WORD_POPULATION);
    bool spans = has_class(&profile->book, in_a ? names->b : names->a,
                           in_a ? names->b_count : names->a_count, WORD_SPAN);
    bool home_alone = !has_class(&profile->book, in_a ? names->b : names->a,
                                 in_a ? names->b_count : names->a_count, WORD_PLACE);
    const uint32_t others = WORD_OTHER | WORD_UNIT | WORD_REGION;
    uint32_t *kinds = in_a ? &names->a_kinds : &names->b_kinds;
    uint32_t *other = in_a ? &names->a_other : &names->b_other;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t meaning = odd[i].meaning, kind = odd[i].kind;
        if (!kind)
            kind = kind_of(profile, report, meaning, opposed);
        /* "top 30" against "top 1000": the number says how much. */
        if (kind == WORD_NUMBER && names->common_classes & WORD_EXTENT)
            kind = WORD_EXTENT;
        if (kind == WORD_NUMBER && alone && count == 1 && is_copy_number(profile, report, meaning))
            kind = WORD_COPY;
        if (kind == WORD_PLACE && meaning == profile->book.home && home_alone)
            kind = WORD_STOP;
        /* "per day" beside "per month" */
        if (kind == WORD_SPAN && spans && stands_behind(profile, report, meaning, "per by every"))
            kind = WORD_RHYTHM;
        /* "by department" and "with units" say more, "Department of" does not. */
        if (kind == WORD_UNIT && stands_behind(profile, report, meaning, "by per with without"))
            kind = WORD_OTHER;
        if (kind & (WORD_NUMBER | WORD_CODE))
            kind = number_kind(profile, report, meaning, kind);
        odd[i].kind = kind;
        *kinds |= kind;
        names->differing += weight_of(&profile->book, meaning);
        if (kind & others) {
            names->other += weight_of(&profile->book, meaning);
            ++*other;
        }
    }
}

/* A place, a period, a year or a population sets a report apart even where the other names none; a
 * number, a code or an acronym only where the other name has something in its place. */
static void find_parameters(struct name_difference *names)
{
    const uint32_t alone = WORD_PLACE | WORD_PERIOD | WORD_YEAR | WORD_POPULATION;
    const uint32_t paired = WORD_NUMBER | WORD_CODE | WORD_ACRONYM | WORD_ORGANISATION;
    const uint32_t either = alone | paired, with = either | WORD_OTHER;

    names->kinds = names->a_kinds | names->b_kinds;
    names->parameters = names->kinds & alone;
    if ((names->a_kinds & either && names->b_kinds & with) ||
        (names->b_kinds & either && names->a_kinds & with))
        names->parameters |= names->kinds & paired;
}

/* The last word that tells something: in English the one that the others describe. */
static uint32_t last_word(const struct profile *profile, uint32_t report)
{
    struct words order = meanings_of(profile, profile->name_words, report);

    for (uint32_t i = order.count; i > 0; i--)
        if (!(profile->book.classes[order.word[i - 1]] & (neutral | WORD_STOP | WORD_CATALOGUE)))
            return order.word[i - 1];
    return 0;
}

static bool has_other_head(const struct profile *profile, uint32_t report,
                           const struct odd_word *odd, uint32_t count)
{
    uint32_t last = last_word(profile, report);

    for (uint32_t i = 0; i < count; i++)
        if (stands_behind(profile, report, odd[i].meaning, "for in at from by per"))
            return false;
    return position(odd, count, last) < count;
}

bool names_have_other_heads(const struct profile *profile, uint32_t a, uint32_t b,
                            const struct name_difference *names)
{
    return has_other_head(profile, a, names->a, names->a_count) &&
           has_other_head(profile, b, names->b, names->b_count);
}

static bool breaks_down(const struct profile *profile, uint32_t report, const struct odd_word *odd,
                        uint32_t count)
{
    while (count > 0 && !stands_behind(profile, report, odd[count - 1].meaning, "by"))
        count--;
    return count > 0;
}

bool names_break_down(const struct profile *profile, uint32_t a, uint32_t b,
                      const struct name_difference *names)
{
    return breaks_down(profile, a, names->a, names->a_count) &&
           breaks_down(profile, b, names->b, names->b_count);
}

void name_split(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names)
{
    memset((char *)names + offsetof(struct name_difference, a_count), 0,
           sizeof *names - offsetof(struct name_difference, a_count));
    split_words(&profile->book, meanings_of(profile, profile->name_sorted, a),
                meanings_of(profile, profile->name_sorted, b), names);
}

void name_judge(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names)
{
    const struct word_book *book = &profile->book;

    if (names->a_count && names->b_count && names->a_count <= FEW && names->b_count <= FEW) {
        join_words(book, meanings_of(profile, profile->name_words, a), names->a, &names->a_count,
                   names->b, &names->b_count, names);
        join_words(book, meanings_of(profile, profile->name_words, b), names->b, &names->b_count,
                   names->a, &names->a_count, names);
        pair_initials(book, meanings_of(profile, profile->name_words, b), names->a, &names->a_count,
                      names->b, &names->b_count, names);
        pair_initials(book, meanings_of(profile, profile->name_words, a), names->b, &names->b_count,
                      names->a, &names->a_count, names);
        pair_slips(profile, a, b, names);
    }
    if (names->a_count <= FEW && names->b_count <= FEW)
        find_negations(book, names);
    name_kinds(profile, a, names->a, names->a_count, names);
    name_kinds(profile, b, names->b, names->b_count, names);
    find_parameters(names);
}

void name_compare(const struct profile *profile, uint32_t a, uint32_t b,
                  struct name_difference *names)
{
    name_split(profile, a, b, names);
    name_judge(profile, a, b, names);
}
