#include "sections/input_words.h"

static const struct {
    const char *key, *found;
} hows[] = {
    [HOW_EXACT] = {"exact", "its name"},   [HOW_ALIAS] = {"alias", "a usual name"},
    [HOW_GIVEN] = {"given", "--map"},      [HOW_GUESSED] = {"guessed", "a guess"},
    [HOW_ID_TOO] = {"alias", "id"},        [HOW_DESCRIPTION_TOO] = {"alias", "description"},
    [HOW_UNUSED] = {"unused", "not used"},
};

const char *words_how(enum column_how how)
{
    return hows[how].key;
}

const char *words_how_found(enum column_how how)
{
    return hows[how].found;
}
