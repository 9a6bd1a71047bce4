#include "model/calendar_words.h"

#include "base/utf8.h"

struct name {
    const char *name;
    int number;
};

static const struct name months[] = {
#define MONTH(name, number) {name, number},
#define WEEKDAY(name, number)
#include "model/calendar_words.def"
#undef MONTH
#undef WEEKDAY
};

static const struct name weekdays[] = {
#define MONTH(name, number)
#define WEEKDAY(name, number) {name, number},
#include "model/calendar_words.def"
#undef MONTH
#undef WEEKDAY
};

static int lookup(const struct name *names, size_t count, struct text word)
{
    int number = -1;
    struct arena *arena = NULL;
    for (size_t i = 0; i < word.size && !arena; i++)
        if ((unsigned char)word.data[i] >= 0x80)
            arena = arena_new();
    if (arena)
        word = utf8_fold(arena, word);
    for (size_t i = 0; i < count && number < 0; i++)
        if (text_is_nocase(word, names[i].name))
            number = names[i].number;
    arena_free(arena);
    return number;
}

int calendar_month(struct text word)
{
    int number = lookup(months, sizeof months / sizeof *months, word);
    return number < 0 ? 0 : number;
}

int calendar_weekday(struct text word)
{
    return lookup(weekdays, sizeof weekdays / sizeof *weekdays, word);
}
