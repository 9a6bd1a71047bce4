#include "rules/name_signs.h"

#include <math.h>
#include <string.h>

enum sign { SEASON, ALERT, FAILED, RHYTHM };

struct word {
    struct text text;
    enum sign sign;
    double runs;
};

#define SEASON_WORD(word) {TEXT(word), SEASON, 0},
#define ALERT_WORD(word) {TEXT(word), ALERT, 0},
#define FAILED_WORD(word) {TEXT(word), FAILED, 0},
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

void name_signs_read(const struct word_index *index, struct text name, struct name_signs *signs)
{
    bool several = false, inside = false;
    size_t at;

    *signs = (struct name_signs){.rhythm = NAN};
    for (at = 0; at < name.size; at++) {
        bool word = words_has_byte(name.data[at]);

        if (word && !inside)
            note_words_at(index, name, at, signs, &several);
        inside = word;
    }
    if (several)
        signs->rhythm = NAN;
}
