#include <string.h>

#include "model/frequency_meanings.h"

static const struct {
    struct text elements;
    meaning_function *meaning;
} patterns[] = {
#define PATTERN(elements, meaning) {TEXT(elements), mean_##meaning},
#include "model/frequency_patterns.def"
#undef PATTERN
};

static const char *const class_names[WORD_CLASSES] = {
    [WORD_RATE] = "RATE",
    [WORD_UNIT] = "UNIT",
    [WORD_LETTER_UNIT] = "LETTER_UNIT",
    [WORD_HALF] = "HALF",
    [WORD_PERIOD] = "PERIOD",
    [WORD_WEEKEND] = "WEEKEND",
    [WORD_NUMBER] = "NUMBER",
    [WORD_ORDINAL] = "ORDINAL",
    [WORD_MULTIPLE] = "MULTIPLE",
    [WORD_TIMES] = "TIMES",
    [WORD_PER] = "PER",
    [WORD_EVERY] = "EVERY",
    [WORD_OTHER] = "OTHER",
    [WORD_TO] = "TO",
    [WORD_AND] = "AND",
    [WORD_COMMA] = "COMMA",
    [WORD_OR] = "OR",
    [WORD_END] = "END",
    [WORD_CLOSE] = "CLOSE",
    [WORD_SHORT_DAY] = "SHORT_DAY",
    [WORD_DAYS] = "DAYS",
    [WORD_DAYTIME] = "DAYTIME",
    [WORD_WEEKDAY] = "WEEKDAY",
    [WORD_MONTH] = "MONTH",
    [WORD_TIME] = "TIME",
    [WORD_DATE] = "DATE",
    [WORD_YEAR] = "YEAR",
    [WORD_UNIT_END] = "UNIT_END",
    [WORD_PLACE] = "PLACE",
    [WORD_DAY_MONTH] = "DAY_MONTH",
    [WORD_ADJECTIVE] = "ADJECTIVE",
};

/* What the word means in the class of that name, or NULL. A word has few meanings. */
static const struct meaning *meaning_in(const struct word *word, struct text name)
{
    for (unsigned i = 0; i < word->meanings; i++) {
        const char *class = class_names[word->meaning[i].class];
        if (class && class[0] == name.data[0] && text_is(name, class))
            return &word->meaning[i];
    }
    return NULL;
}

static void caught(struct catch *c, const struct meaning *meaning)
{
    c->has_class[meaning->class] = true;
    switch (meaning->class) {
    case WORD_NUMBER:
    case WORD_MULTIPLE:
    case WORD_ORDINAL:
        if (c->numbers < 4)
            c->number[c->numbers++] = meaning->value;
        break;
    case WORD_UNIT:
    case WORD_LETTER_UNIT:
    case WORD_HALF:
    case WORD_UNIT_END:
        if (c->units < 4)
            c->unit[c->units++] = meaning->value;
        c->plain_unit = meaning;
        break;
    case WORD_TIME:
        if (c->times < 2)
            c->time[c->times++] = meaning->value;
        break;
    case WORD_RATE:
        if (c->rates < 2)
            c->rate[c->rates++] = meaning;
        break;
    case WORD_WEEKDAY:
    case WORD_SHORT_DAY:
    case WORD_DAYS:
    case WORD_MONTH:
        if (c->masks < 3)
            c->mask[c->masks++] = (unsigned)meaning->value;
        break;
    default:
        break;
    }
}

/* "_": one word that has nothing to do with time. */
static bool is_plain_word(const struct word *word)
{
    return !word_meaning(word, WORD_RATE) && !word_meaning(word, WORD_UNIT) &&
           !word_meaning(word, WORD_NUMBER) && !word_meaning(word, WORD_ORDINAL) &&
           !word_meaning(word, WORD_WEEKDAY) && !word_meaning(word, WORD_MONTH) &&
           !word_meaning(word, WORD_COMMA) && !word_meaning(word, WORD_OTHER);
}

/* Takes the piece before the separator off rest, as text_next for one separator: this is the
 * innermost loop of the grammar. */
static bool next_piece(struct text *rest, char separator, struct text *piece)
{
    size_t i = 0;
    if (rest->size == 0)
        return false;
    while (i < rest->size && rest->data[i] != separator)
        i++;
    *piece = text_make(rest->data, i);
    *rest = text_make(rest->data + i, rest->size - i);
    if (rest->size > 0)
        *rest = text_make(rest->data + 1, rest->size - 1);
    return true;
}

/* Whether one of the alternatives fits the word; what it caught is added. */
static bool element_fits(struct text element, const struct word *word, struct catch *c)
{
    struct text alternative;
    if (element.size == 1) /* "|" is never an element of its own */
        return element.data[0] == '_' ? is_plain_word(word) : text_equal(element, word->text);
    while (next_piece(&element, '|', &alternative)) {
        if (alternative.size > 1 && alternative.data[0] >= 'A' && alternative.data[0] <= 'Z') {
            const struct meaning *meaning = meaning_in(word, alternative);
            if (meaning) {
                caught(c, meaning);
                return true;
            }
        } else if (text_equal(alternative, word->text)) {
            return true;
        }
    }
    return false;
}

static bool is_hyphen(const struct word *word)
{
    return word->text.size == 1 && word->text.data[0] == '-';
}

static size_t match_rest(const struct words *words, size_t at, struct text elements,
                         struct catch *c);

/* "...": up to eight words of the sentence before the rest fits; alone at the end all of them. */
static size_t match_gap(const struct words *words, size_t at, struct text elements, struct catch *c)
{
    enum { GAP_MOST = 8 };
    uint16_t sentence = words->word[at > 0 ? at - 1 : 0].sentence;
    if (elements.size == 0)
        return at;
    for (size_t i = at; i < words->count && i <= at + GAP_MOST; i++) {
        struct catch attempt = *c;
        if (words->word[i].sentence != sentence)
            break;
        size_t end = match_rest(words, i, elements, &attempt);
        if (end > 0) {
            *c = attempt;
            return end;
        }
    }
    return 0;
}

/* The word behind the match of the elements, 0 where they do not fit. */
static size_t match_rest(const struct words *words, size_t at, struct text elements,
                         struct catch *c)
{
    struct text element;
    while (next_piece(&elements, ' ', &element)) {
        if (text_is(element, "..."))
            return match_gap(words, at, elements, c);
        bool optional = element.data[element.size - 1] == '?';
        if (optional)
            element.size--;
        size_t here = at;
        if (here < words->count && is_hyphen(&words->word[here]) && here > c->start) {
            struct catch attempt = *c;
            if (!element_fits(element, &words->word[here], &attempt))
                here++;
        }
        if (here < words->count && element_fits(element, &words->word[here], c)) {
            at = here + 1;
            continue;
        }
        if (!optional)
            return 0;
    }
    return at;
}

static void find_best(const struct words *words, size_t at, double workdays, struct mention *best)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct catch c = {.words = words, .workdays = workdays, .start = at};
        struct mention mention = {
            .runs = NAN, .alternative = NAN, .low = NAN, .high = NAN, .start = at};
        c.end = match_rest(words, at, patterns[i].elements, &c);
        if (c.end <= best->end || c.end <= at || !patterns[i].meaning(&c, &mention))
            continue;
        *best = mention;
        best->end = c.end;
    }
}

void mentions_find(struct arena *arena, const struct words *words,
                   const struct frequency_options *options, struct mentions *mentions)
{
    mentions->mention = ARENA_ARRAY(arena, words->count + 1, struct mention);
    mentions->count = 0;
    for (size_t at = 0; at < words->count;) {
        struct mention best = {.end = at};
        find_best(words, at, options->workdays, &best);
        if (best.end <= at) {
            at++;
            continue;
        }
        if (best.kind != MENTION_KINDS)
            mentions->mention[mentions->count++] = best;
        at = best.end;
    }
}
