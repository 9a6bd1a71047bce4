#include "model/report.h"

static const struct field_info infos[] = {
#define FIELD(name, kind, unit, what) {#name, unit, what, KIND_##kind},
#include "model/fields.def"
#undef FIELD
};

const struct field_info *field_info(enum field field)
{
    return &infos[field];
}

bool field_is_number(enum field field)
{
    switch (infos[field].kind) {
    case KIND_TEXT:
    case KIND_PERSON:
    case KIND_PEOPLE:
    case KIND_TERMS:
    case KIND_FREQUENCY:
    case KIND_CHANNEL:
        return true;
    default:
        return false;
    }
}

static const struct activity_word {
    const char *word;
    bool active;
} activity_words[] = {
#define ACTIVITY(active, word) {word, active},
#include "model/activity_words.def"
#undef ACTIVITY
};

static const struct activity_word *find_activity(struct text word)
{
    size_t i;

    word = text_trim(word);
    for (i = 0; i < sizeof activity_words / sizeof *activity_words; i++)
        if (text_is_nocase(word, activity_words[i].word))
            return &activity_words[i];
    return NULL;
}

bool status_is_inactive(struct text status)
{
    const struct activity_word *found = find_activity(status);

    return found && !found->active;
}

bool status_is_active(struct text status)
{
    const struct activity_word *found = find_activity(status);

    return found && found->active;
}
