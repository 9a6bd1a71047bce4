/* Words that belong together, and meanings that a word cannot have beside the others. */
#include <string.h>

#include "model/frequency_words.h"

/* Names of months and weekdays that are also everyday words count only beside another name or a
 * number: "may vary", "no set time". */
static const char doubtful[] = " may set out ago mag gen mar march die son don mit fre mer dim dom "
                               "ven dic lug giu mon vie jue ";

/* Abbreviations that are also words and names count only where every other word is understood: "Ann
 * Smith" and "bid opening" are no frequencies. */
static const char abbreviations[] =
    " me sa pa bid ann fn bw ye bom som sod bod tiw quart tr mf qe hy hj vj an anl wk qtr ";

static void remove_words(struct words *words, size_t at, size_t count)
{
    memmove(words->word + at, words->word + at + count,
            (words->count - at - count) * sizeof *words->word);
    words->count -= count;
}

static size_t next_index(const struct words *words, size_t at)
{
    size_t next = at + 1;
    return next < words->count && text_is(words->word[next].text, "-") ? next + 1 : next;
}

/* "semi-annual", "bi weekly", "half yearly": one word where the table knows it. */
static void join_prefixes(struct arena *arena, struct words *words, double workdays)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        size_t next = next_index(words, i);
        if (!word_meaning(&words->word[i], WORD_PREFIX) || next >= words->count)
            continue;
        struct word joined = words->word[i];
        joined.meanings = 0;
        joined.text = arena_printf(arena, "%.*s%.*s", TEXT_ARGS(words->word[i].text),
                                   TEXT_ARGS(words->word[next].text));
        word_look_up(&joined, workdays);
        if (!word_meaning(&joined, WORD_RATE))
            continue;
        words->word[i] = joined;
        remove_words(words, i + 1, next - i);
    }
}

/* "fiscal year", "working days", "calendar day": the unit alone, with its value. */
static void join_adjectives(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        const struct meaning *adjective = word_meaning(&words->word[i], WORD_ADJECTIVE);
        size_t next = next_index(words, i);
        if (!adjective || next >= words->count)
            continue;
        struct word *noun = &words->word[next];
        if (i > 0 && word_listed(" school academic scolaire ", words->word[i].text) &&
            word_listed(" in during pendant durant ", words->word[i - 1].text))
            continue;                     /* a part of the year */
        if (text_is(noun->text, "hours")) /* business hours are hours of the day, not a unit */
            continue;
        for (unsigned k = 0; k < noun->meanings; k++)
            if (noun->meaning[k].class == WORD_UNIT && adjective->value > 0 &&
                is_near(noun->meaning[k].value, 365)) {
                noun->meaning[k].value = adjective->value;
                noun->meaning[k].other = adjective->value; /* literally so: no other reading */
            }
        if (word_meaning(noun, WORD_UNIT) || word_meaning(noun, WORD_ADJECTIVE)) {
            if (word_meaning(noun, WORD_ADJECTIVE) && adjective->value > 0)
                continue;
            remove_words(words, i, next - i);
            i = i > 0 ? i - 1 : i;
        }
    }
}

/* "jour ouvre", "dia habil": the adjective behind the day makes it a working day. */
static void join_working_days(struct words *words, double workdays)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        struct word *day = &words->word[i];
        if (!word_listed(" ouvre ouvres ouvrable ouvrables habil habiles laborable laborables "
                         "lavorativo lavorativi feriale feriali util uteis ",
                         day[1].text))
            continue;
        for (unsigned k = 0; k < day->meanings; k++)
            if (day->meaning[k].class == WORD_UNIT && is_near(day->meaning[k].value, 365)) {
                day->meaning[k].value = day->meaning[k].other = workdays;
                remove_words(words, i + 1, 1);
                break;
            }
    }
}

/* "twenty-four", "forty five". */
static void join_numbers(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        size_t next = next_index(words, i);
        if (next >= words->count || byte_is_digit((unsigned char)words->word[i].text.data[0]))
            continue;
        const struct meaning *tens = word_meaning(&words->word[i], WORD_NUMBER);
        const struct meaning *ones = word_meaning(&words->word[next], WORD_NUMBER);
        if (!tens || !ones || tens->value < 20 || tens->value > 90 || ones->value > 9 ||
            byte_is_digit((unsigned char)words->word[next].text.data[0]))
            continue;
        words->word[i].meaning[0] = (struct meaning){WORD_NUMBER, tens->value + ones->value, 0};
        words->word[i].meanings = 1;
        remove_words(words, i + 1, next - i);
    }
}

/* "15. d. M.", "10. d. Quartals": the article, and what stands behind it in full. */
static void expand_article(struct words *words, double workdays)
{
    for (size_t i = 1; i + 1 < words->count; i++) {
        struct word *unit = &words->word[i + 1];
        bool month = word_listed(" m mts ", unit->text), year = word_listed(" j jrs ", unit->text);
        if (!text_is(words->word[i].text, "d") || !words->word[i].dotted ||
            !(month || year || word_meaning(unit, WORD_UNIT)))
            continue;
        if (month || year) {
            unit->text = text_of(month ? "monats" : "jahres");
            unit->meanings = 0;
            word_look_up(unit, workdays);
        }
        unit->behind_filler = true;
        remove_words(words, i, 1);
    }
}

/* "three (3)", as contracts write it: one number. */
static void join_repeated_numbers(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        const struct meaning *word = word_meaning(&words->word[i], WORD_NUMBER);
        const struct meaning *digits = word_meaning(&words->word[i + 1], WORD_NUMBER);
        if (word && digits && words->word[i + 1].depth > words->word[i].depth &&
            fabs(word->value - digits->value) < 1e-9)
            remove_words(words, i + 1, 1);
    }
}

/* The X of "every X months", also written N, # or __. */
static void fill_place(struct words *words, double number)
{
    for (size_t i = 1; i + 1 < words->count; i++) {
        struct word *word = &words->word[i];
        if (!word_listed(" x n xx nn # ", word->text) || !word_meaning(word - 1, WORD_EVERY) ||
            !word_meaning(word + 1, WORD_UNIT))
            continue;
        word->meanings = 0;
        if (isnan(number))
            word_add(word, WORD_PLACE, 0, 0);
        else
            word_add(word, WORD_NUMBER, number, 0);
    }
}

static bool stands_by(const struct words *words, size_t i, enum word_class class)
{
    size_t far = i >= 2 ? i - 2 : 0, next = i + 1;
    while (next < words->count && text_is(words->word[next].text, "-"))
        next++; /* "Mon *-*-* 08:00" of systemd, whose stars are gone */
    if (class == WORD_WEEKDAY && next < words->count &&
        (word_meaning(&words->word[next], WORD_TIME) ||
         word_meaning(&words->word[next], WORD_DAYTIME)))
        return true;
    for (size_t k = far; k < words->count && k <= i + 2; k++)
        if (k != i && (word_meaning(&words->word[k], class) ||
                       (class == WORD_MONTH && (word_meaning(&words->word[k], WORD_NUMBER) ||
                                                word_meaning(&words->word[k], WORD_ORDINAL) ||
                                                word_meaning(&words->word[k], WORD_YEAR)))))
            return true;
    return false;
}

static bool is_introduced(const struct words *words, size_t i)
{
    return i > 0 && (word_meaning(&words->word[i - 1], WORD_EVERY) ||
                     word_listed(" in by on of until en im am ", words->word[i - 1].text));
}

/* "wochentlich Sa": half a year only where no weekday stands beside it. */
static bool is_weekday_too(const struct words *words, size_t i)
{
    bool others = false;
    for (size_t k = 0; k < words->count; k++)
        others |= k != i && (word_meaning(&words->word[k], WORD_WEEKDAY) ||
                             word_meaning(&words->word[k], WORD_SHORT_DAY));
    return others && word_meaning(&words->word[i], WORD_SHORT_DAY) &&
           word_meaning(&words->word[i], WORD_RATE);
}

static void drop_doubtful(struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        struct word *word = &words->word[i];
        if (is_weekday_too(words, i))
            word_drop(word, WORD_RATE);
        if (i + 1 < words->count && text_is(word->text, "am") &&
            (word_meaning(word + 1, WORD_NUMBER) || word_meaning(word + 1, WORD_ORDINAL) ||
             word_meaning(word + 1, WORD_WEEKDAY) || word_meaning(word + 1, WORD_UNIT_END)))
            word_drop(word, WORD_DAYTIME); /* "am 10." is German */
        if (!word_listed(doubtful, word->text) || words->count == 1 || is_introduced(words, i))
            continue;
        if (!stands_by(words, i, WORD_MONTH))
            word_drop(word, WORD_MONTH);
        if (!stands_by(words, i, WORD_WEEKDAY) && !stands_by(words, i, WORD_SHORT_DAY))
            word_drop(word, WORD_WEEKDAY);
    }
}

static void drop_abbreviations(struct words *words)
{
    size_t strange = 0;
    for (size_t i = 0; i < words->count; i++)
        strange += words->word[i].meanings == 0;
    for (size_t i = 0; i < words->count && strange > 0; i++)
        if (word_listed(abbreviations, words->word[i].text)) {
            word_drop(&words->word[i], WORD_RATE);
            word_drop(&words->word[i], WORD_UNIT_END);
            word_drop(&words->word[i], WORD_DAYS);
        }
}

/* "min 2x/week", "max. monthly": bounds, not minutes. */
static void drop_bounds(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        const struct word *next = &words->word[i + 1];
        bool behind = i > 0 && (word_meaning(&words->word[i - 1], WORD_NUMBER) ||
                                word_meaning(&words->word[i - 1], WORD_EVERY));
        bool before = word_meaning(next, WORD_NUMBER) || word_meaning(next, WORD_RATE) ||
                      word_meaning(next, WORD_MULTIPLE);
        if (word_listed(" min max mindestens maximal maximum minimum ", words->word[i].text) &&
            !behind && before)
            remove_words(words, i, 1);
    }
}

void words_repair(struct arena *arena, struct words *words, double number, double workdays)
{
    expand_article(words, workdays);
    join_prefixes(arena, words, workdays);
    drop_bounds(words);
    join_adjectives(words);
    join_working_days(words, workdays);
    join_numbers(words);
    join_repeated_numbers(words);
    fill_place(words, number);
    drop_doubtful(words);
    drop_abbreviations(words);
}
