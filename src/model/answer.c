#include "model/answer.h"

enum reply reply_parse(struct text t)
{
    static const struct {
        const char *word;
        enum reply reply;
    } words[] = {
        {"yes", REPLY_YES},      {"y", REPLY_YES},           {"ja", REPLY_YES},
        {"oui", REPLY_YES},      {"si", REPLY_YES},          {"s\xC3\xAD", REPLY_YES},
        {"s\xC3\xAC", REPLY_YES}, {"no", REPLY_NO},          {"n", REPLY_NO},
        {"nein", REPLY_NO},      {"non", REPLY_NO},          {"nee", REPLY_NO},
        {"not sure", REPLY_UNSURE}, {"unsure", REPLY_UNSURE}, {"don't know", REPLY_UNSURE},
        {"maybe", REPLY_UNSURE}, {"?", REPLY_UNSURE},
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_nocase(t, words[i].word))
            return words[i].reply;
    return REPLY_NONE;
}

enum asks question_asks(struct text question)
{
    struct text start = text_slice(question, 0, text_find(question, ':'));

    if (text_is(start, "clear"))
        return ASKS_RATING;
    return text_is(start, "parts") || text_is(start, "missing") ? ASKS_WORDS : ASKS_CHOICE;
}

const struct answer *answers_last(const struct answers *answers, uint32_t question)
{
    if (!question || question >= answers->texts || !answers->last[question])
        return NULL;
    return &answers->list[answers->last[question] - 1];
}

const struct answer *answers_before(const struct answers *answers, const struct answer *answer)
{
    return answer->before ? &answers->list[answer->before - 1] : NULL;
}
