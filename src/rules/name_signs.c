#include "rules/name_signs.h"

#include <math.h>
#include <string.h>

enum sign { SEASON, ALERT, FAILED, RHYTHM, SLOW, STATE, FAST, CITED };

struct word {
    struct text text;
    enum sign sign;
    double runs;
};

#define SEASON_WORD(word) {TEXT(word), SEASON, 0},
#define ALERT_WORD(word) {TEXT(word), ALERT, 0},
#define FAILED_WORD(word) {TEXT(word), FAILED, 0},
#define SLOW_WORD(word) {TEXT(word), SLOW, 0},
#define STATE_WORD(word) {TEXT(word), STATE, 0},
#define FAST_WORD(word) {TEXT(word), FAST, 0},
#define CITED_WORD(word) {TEXT(word), CITED, 0},
#define RHYTHM_WORD(word, runs) {TEXT(word), RHYTHM, runs},
static const struct word words[] = {
#include "rules/name_words.def"
};

enum { WORDS = sizeof words / sizeof *words };

void name_index_make(struct arena *arena, struct word_index *index)
{
    words_index(arena, &words->text, WORDS, sizeof *words, index);
}

static void note(const struct word *word, struct name_signs *signs, bool *several)
{
    if (word->sign == SLOW && word->text.size > signs->slow.size)
        signs->slow = word->text;
    if (word->sign == STATE && !signs->state.size)
        signs->state = word->text;
    if (word->sign == FAST)
        signs->fast = true;
    if (word->sign == CITED)
        signs->cites = true;
    if (word->sign == SEASON)
        signs->season = true;
    if (word->sign == ALERT)
        signs->alert = true;
    if (word->sign == FAILED)
        signs->failed = true;
    if (word->sign != RHYTHM)
        return;
    *several |= signs->said.size && fabs(signs->rhythm - word->runs) > 0;
    signs->rhythm = word->runs;
    signs->said = word->text;
}

static void note_words_at(const struct word_index *index, struct text name, size_t at,
                          struct name_signs *signs, bool *several)
{
    unsigned slot = words_slot(name, at);
    size_t i;

    for (i = index->start[slot]; i < index->start[slot + 1]; i++) {
        const struct word *word = &words[index->number[i]];
        size_t end = at + word->text.size;

        if (end <= name.size && (end == name.size || !words_has_byte(name.data[end])) &&
            memcmp(name.data + at, word->text.data, word->text.size) == 0)
            note(word, signs, several);
    }
}

/* 2012, but not of 20120 or 2012a. */
static int year_at(struct text name, size_t at)
{
    int year = 0;
    size_t i;

    for (i = at; i < name.size && words_has_byte(name.data[i]); i++) {
        if (name.data[i] < '0' || name.data[i] > '9' || i - at >= 4)
            return 0;
        year = 10 * year + (name.data[i] - '0');
    }
    return year >= 1900 && year < 2100 ? year : 0;
}

void name_signs_read(const struct word_index *index, struct text name, struct name_signs *signs)
{
    bool several = false;
    int year = 0;
    size_t at;

    *signs = (struct name_signs){.rhythm = NAN};
    for (at = words_next(name, 0); at < name.size; at = words_next(name, words_behind(name, at))) {
        note_words_at(index, name, at, signs, &several);
        if (name.data[at] == '1' || name.data[at] == '2')
            year = year_at(name, at) > year ? year_at(name, at) : year;
    }
    if (several)
        signs->rhythm = NAN;
    if (!signs->cites)
        signs->year = year;
}
