#include "model/decision.h"

#include <stddef.h>

const char *choice_name(enum choice choice)
{
    static const char *const names[] = {NULL, "accept", "reject", "defer"};

    return names[choice];
}

enum choice choice_parse(struct text t)
{
    static const struct {
        const char *word;
        enum choice choice;
    } words[] = {
        {"accept", CHOICE_ACCEPT},   {"accepted", CHOICE_ACCEPT}, {"approve", CHOICE_ACCEPT},
        {"approved", CHOICE_ACCEPT}, {"agreed", CHOICE_ACCEPT},   {"yes", CHOICE_ACCEPT},
        {"y", CHOICE_ACCEPT},        {"ok", CHOICE_ACCEPT},       {"ja", CHOICE_ACCEPT},
        {"oui", CHOICE_ACCEPT},      {"reject", CHOICE_REJECT},   {"rejected", CHOICE_REJECT},
        {"decline", CHOICE_REJECT},  {"declined", CHOICE_REJECT}, {"no", CHOICE_REJECT},
        {"n", CHOICE_REJECT},        {"nein", CHOICE_REJECT},     {"non", CHOICE_REJECT},
        {"keep", CHOICE_REJECT},     {"defer", CHOICE_DEFER},     {"deferred", CHOICE_DEFER},
        {"postpone", CHOICE_DEFER},  {"postponed", CHOICE_DEFER}, {"later", CHOICE_DEFER},
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_nocase(t, words[i].word))
            return words[i].choice;
    return CHOICE_NONE;
}
