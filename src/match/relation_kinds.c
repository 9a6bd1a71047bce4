/* What the words are that only one of two names has: places, editions, marks of copies. */
#include "match/relation_kinds.h"

/* A word may be several things; the first of these counts. What a word says of time and edition is
 * more telling than that it may also be a number or a kind of place. */
static const uint32_t kinds_by_rank[] = {
    WORD_GENERIC,    WORD_FORMAT, WORD_STOP,         WORD_CATALOGUE, WORD_RHYTHM,
    WORD_PERIOD,     WORD_SPAN,   WORD_EDITION,      WORD_DEPTH,     WORD_YEAR,
    WORD_COPY,       WORD_ACCESS, WORD_PLACE,        WORD_EXTENT,    WORD_NUMBER,
    WORD_POPULATION, WORD_CODE,   WORD_ORGANISATION, WORD_REGION,    WORD_UNIT,
};

bool text_is_listed(struct text t, const char *list)
{
    struct text rest = text_of(list), listed;

    while (text_next(&rest, " ", &listed))
        if (text_equal(t, listed))
            return true;
    return false;
}

bool words_have_one_of(const struct profile *profile, struct words words, enum asked_words list)
{
    uint32_t i = 0;

    while (i < words.count && !word_is_one_of(profile, words.word[i], list))
        i++;
    return i < words.count;
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

bool word_is_acronym(const struct profile *profile, uint32_t report, struct text word)
{
    struct text rest = profile_text(profile, FIELD_name, report);

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

static uint32_t classes_of(const struct word_book *book, const struct odd_word *odd, uint32_t count)
{
    uint32_t classes = 0;

    for (uint32_t i = 0; i < count; i++)
        classes |= book->classes[odd[i].meaning];
    return classes;
}

static bool all_have_class(const struct word_book *book, const struct odd_word *odd, uint32_t count,
                           uint32_t class)
{
    uint32_t i = 0;

    while (i < count && book->classes[odd[i].meaning] & class)
        i++;
    return i == count;
}

/* Where the word stands in the name, from a place on; order.count where it does not. */
static uint32_t place_of(struct words order, uint32_t meaning, uint32_t from)
{
    while (from < order.count && order.word[from] != meaning)
        from++;
    return from;
}

/* The name ends in the word, or in it and a number. */
static bool ends_name(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = name_order(profile, report);
    uint32_t end = order.count;

    while (end > 1 && profile->book.classes[order.word[end - 1]] & (WORD_NUMBER | WORD_FORMAT))
        end--;
    return end > 0 && order.word[end - 1] == meaning;
}

/* The name ends in a word for any sort of report. */
static bool ends_generic(const struct profile *profile, uint32_t report)
{
    struct words order = name_order(profile, report);

    return order.count && profile->book.classes[order.word[order.count - 1]] & WORD_GENERIC;
}

/* "Top tables": what is counted is what the report is about. */
static bool is_counted(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = name_order(profile, report);
    uint32_t i = place_of(order, meaning, 0);

    while (i > 0 && i < order.count && profile->book.classes[order.word[i]] & WORD_GENERIC)
        i--;
    return i < order.count && text_is(word_book_text(&profile->book, order.word[i]), "top");
}

/* "Errors, warnings and information": what stands behind "and" is one of several things, unless
 * these are but sorts of reports. */
static bool is_listed_last(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    const struct word_book *book = &profile->book;
    struct words words = name_as_written(profile, report);

    for (uint32_t i = 2; i < words.count; i++)
        if (book->meaning[words.word[i]] == meaning &&
            word_is_one_of(profile, words.word[i - 1], ASKED_AND_OR) &&
            !(book->classes[book->meaning[words.word[i - 2]]] & NAME_EMPTY))
            return true;
    return false;
}

/* "Final" at the end of a name marks a copy; before the end it is an edition, as it is where the
 * other name has "draft". "New" and "old" mark copies at the end and of what is called a report or
 * the like; "new customers" are others than all customers. facing: classes of what the other name
 * has. */
static uint32_t kind_of(const struct profile *profile, uint32_t report, uint32_t meaning,
                        uint32_t facing)
{
    uint32_t class = profile->book.classes[meaning];

    if (class & WORD_COPY && class & WORD_EXTENT)
        class &= ends_name(profile, report, meaning) ? WORD_COPY : WORD_EXTENT;
    if (class & WORD_COPY && class & (WORD_EDITION | WORD_POPULATION)) {
        bool copy = ends_name(profile, report, meaning) ||
                    (class & WORD_POPULATION && ends_generic(profile, report));
        bool opposed = class & facing & (WORD_EDITION | WORD_POPULATION);
        class &= opposed || !copy ? WORD_EDITION | WORD_POPULATION : WORD_COPY;
    }
    if (class & WORD_GENERIC &&
        (is_counted(profile, report, meaning) || is_listed_last(profile, report, meaning)))
        return WORD_OTHER;
    for (size_t i = 0; i < sizeof kinds_by_rank / sizeof *kinds_by_rank; i++)
        if (class & kinds_by_rank[i])
            return kinds_by_rank[i];
    return word_is_acronym(profile, report, word_book_text(&profile->book, meaning)) ? WORD_ACRONYM
                                                                                     : WORD_OTHER;
}

bool word_stands_behind(const struct profile *profile, uint32_t report, uint32_t meaning,
                        enum asked_words prepositions)
{
    struct words words = name_as_written(profile, report);

    for (uint32_t i = 1; i < words.count; i++)
        if (profile->book.meaning[words.word[i]] == meaning &&
            word_is_one_of(profile, words.word[i - 1], prepositions))
            return true;
    return false;
}

/* "Scopes 1 and 2", "1, 2" list what they are about. */
static bool has_other_number(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words words = name_as_written(profile, report);

    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t other = profile->book.meaning[words.word[i]];

        if (other != meaning && profile->book.classes[other] & WORD_NUMBER)
            return true;
    }
    return false;
}

/* A small number alone at the end, as in "Budget (2)", marks a copy. Beside marks of other copies
 * it stands in brackets: "Shift 2" is no copy of "Shift (new)". */
static bool is_copy_number(const struct profile *profile, uint32_t report, uint32_t meaning,
                           bool bare)
{
    struct words order = name_order(profile, report);
    struct text t = word_book_text(&profile->book, meaning);
    struct text name = profile_text(profile, FIELD_name, report);

    return order.count > 1 && order.word[order.count - 1] == meaning && t.size == 1 &&
           byte_is_digit((unsigned char)*t.data) && (bare || text_ends(name, ")")) &&
           !is_listed_last(profile, report, meaning) && !has_other_number(profile, report, meaning);
}

/* The classes of the word before it in the name. */
static uint32_t classes_before(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = name_order(profile, report);
    uint32_t i = place_of(order, meaning, 1);

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

/* "4." and "4.1." at the beginning count the entries of a list. */
static bool is_list_number(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct text name = text_trim(profile_text(profile, FIELD_name, report));
    struct text number = word_book_text(&profile->book, meaning);
    bool found = false;

    while (name.size && byte_is_digit((unsigned char)*name.data)) {
        size_t digits = 0;
        while (digits < name.size && byte_is_digit((unsigned char)name.data[digits]))
            digits++;
        found |= text_equal(text_slice(name, 0, digits), number);
        if (digits == name.size || digits > 2 ||
            (name.data[digits] != '.' && name.data[digits] != ')'))
            return false;
        name = text_from(name, digits + 1);
    }
    return found;
}

/* The initials of the organisation itself stand in very many names. */
static bool is_house_mark(const struct profile *profile, uint32_t meaning)
{
    enum { LEAST = 8, SHARE = 8 };
    const struct tokens *tokens = profile->tokens;

    return meaning <= table_count(tokens->words) && tokens->name_frequency[meaning] >= LEAST &&
           (uint64_t)tokens->name_frequency[meaning] * SHARE >= tokens->names.count;
}

/* "Semi-protected" and "bilateral" say nothing of how often. */
static bool is_half_of_rhythm(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words order = name_order(profile, report);
    struct text t = word_book_text(&profile->book, meaning);
    uint32_t i = place_of(order, meaning, 0);

    return text_is_listed(t, "semi bi") &&
           (i + 1 >= order.count ||
            !(profile->book.classes[order.word[i + 1]] & (WORD_RHYTHM | WORD_SPAN)));
}

/* Short words that no list knows. */
static bool may_have_acronym(const struct word_book *book, const struct odd_word *odd,
                             uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!book->classes[odd[i].meaning] && book->forms[odd[i].meaning] & FORM_SHORT)
            return true;
    return false;
}

/* "State of" or "state" beside the name of the state that the organisation is in. */
static bool stands_at_home(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    const struct word_book *book = &profile->book;
    struct words order = name_order(profile, report);
    uint32_t i = place_of(order, meaning, 0);

    return book->home && ((i > 0 && i < order.count && order.word[i - 1] == book->home) ||
                          (i + 1 < order.count && order.word[i + 1] == book->home));
}

/* "Live" as a service is behind its beta stage, not as what is seen at once. */
static bool is_stage(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words words = name_as_written(profile, report);

    for (uint32_t i = 0; i < words.count; i++)
        if (profile->book.meaning[words.word[i]] == meaning &&
            text_is(tokens_word(profile->tokens, words.word[i]), "live"))
            return true;
    return false;
}

/* "Power BI"; in "wind power, bi-weekly" it is a rhythm. */
static bool names_tool(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words words = name_as_written(profile, report);

    for (uint32_t i = 1; i < words.count; i++)
        if (word_is_one_of(profile, words.word[i - 1], ASKED_POWER) &&
            word_is_one_of(profile, words.word[i], ASKED_BI) &&
            !(i + 1 < words.count &&
              profile->book.classes[profile->book.meaning[words.word[i + 1]]] & WORD_RHYTHM) &&
            (profile->book.meaning[words.word[i - 1]] == meaning ||
             profile->book.meaning[words.word[i]] == meaning))
            return true;
    return false;
}

/* What the other name has beside a word. */
struct beside {
    bool alone, bare, spans, no_place, acronym;
    uint32_t classes, common_classes;
};

static uint32_t kind_beside(const struct profile *profile, uint32_t report, uint32_t meaning,
                            const struct beside *beside)
{
    uint32_t kind = kind_of(profile, report, meaning, beside->classes);
    uint32_t asked = profile->book.asked[meaning];

    if (asked & (1u << ASKED_POWER | 1u << ASKED_BI) && names_tool(profile, report, meaning))
        return WORD_FORMAT;
    switch (kind) {
    case WORD_NUMBER:
        if (is_list_number(profile, report, meaning))
            return WORD_STOP;
        /* "top 30" against "top 1000": the number says how much. */
        if (beside->common_classes & WORD_EXTENT)
            return WORD_EXTENT;
        if (beside->alone && is_copy_number(profile, report, meaning, beside->bare))
            return WORD_COPY;
        return number_kind(profile, report, meaning, kind);
    case WORD_CODE:
        return number_kind(profile, report, meaning, kind);
    case WORD_ACRONYM:
        return !beside->acronym && is_house_mark(profile, meaning) ? WORD_STOP : kind;
    case WORD_PLACE:
        return meaning == profile->book.home && beside->no_place ? WORD_STOP : kind;
    case WORD_REGION:
        return beside->no_place && stands_at_home(profile, report, meaning) ? WORD_STOP : kind;
    case WORD_RHYTHM:
        /* "live" beside "beta" is how far a service is. */
        if (beside->classes & WORD_CODE && is_stage(profile, report, meaning))
            return WORD_CODE;
        return is_half_of_rhythm(profile, report, meaning) ? WORD_POPULATION : kind;
    case WORD_SPAN:
        /* "per day" beside "per month" */
        return beside->spans && word_stands_behind(profile, report, meaning, ASKED_EACH)
                   ? WORD_RHYTHM
                   : kind;
    case WORD_UNIT:
        /* "by department", "with units" and "housing units" say more, "Department of" does not. */
        return word_stands_behind(profile, report, meaning, ASKED_BY_OR_WITH) ||
                       (text_is(word_book_text(&profile->book, meaning), "unit") &&
                        ends_name(profile, report, meaning))
                   ? WORD_OTHER
                   : kind;
    case WORD_POPULATION:
        /* "Internal only" is told by "internal". */
        return text_is(word_book_text(&profile->book, meaning), "only") &&
                       classes_before(profile, report, meaning) & WORD_ACCESS
                   ? WORD_STOP
                   : kind;
    default:
        return kind;
    }
}

void name_find_kinds(const struct profile *profile, uint32_t report, struct odd_word *odd,
                     uint32_t count, struct name_difference *names)
{
    const uint32_t others = WORD_OTHER | WORD_UNIT | WORD_REGION;
    const struct word_book *book = &profile->book;
    bool in_a = odd == names->a;
    const struct odd_word *facing = in_a ? names->b : names->a;
    uint32_t facing_count = in_a ? names->b_count : names->a_count;
    uint32_t *kinds = in_a ? &names->a_kinds : &names->b_kinds;
    uint32_t *other = in_a ? &names->a_other : &names->b_other;
    uint32_t classes = classes_of(book, facing, facing_count);
    const struct beside beside = {
        .alone = count == 1 && all_have_class(book, facing, facing_count, WORD_COPY),
        .bare = !facing_count,
        .classes = classes,
        .spans = (classes & WORD_SPAN) != 0,
        .no_place = !(classes & WORD_PLACE),
        .acronym = may_have_acronym(book, facing, facing_count),
        .common_classes = names->common_classes,
    };

    for (uint32_t i = 0; i < count; i++) {
        uint32_t kind = odd[i].kind, weight = name_weight(book, odd[i].meaning);
        if (!kind)
            kind = kind_beside(profile, report, odd[i].meaning, &beside);
        odd[i].kind = kind;
        *kinds |= kind;
        names->differing += weight;
        if (kind & others) {
            names->other += weight;
            ++*other;
        }
    }
}

void name_find_parameters(struct name_difference *names)
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
