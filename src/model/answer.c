#include "model/answer.h"

enum reply reply_parse(struct text t)
{
    static const struct {
        const char *word;
        enum reply reply;
    } words[] = {
        {"yes", REPLY_YES},         {"y", REPLY_YES},         {"ja", REPLY_YES},
        {"oui", REPLY_YES},         {"si", REPLY_YES},        {"s\xC3\xAD", REPLY_YES},
        {"s\xC3\xAC", REPLY_YES},   {"no", REPLY_NO},         {"n", REPLY_NO},
        {"nein", REPLY_NO},         {"non", REPLY_NO},        {"nee", REPLY_NO},
        {"not sure", REPLY_UNSURE}, {"unsure", REPLY_UNSURE}, {"don't know", REPLY_UNSURE},
        {"maybe", REPLY_UNSURE},    {"?", REPLY_UNSURE},      {"none", REPLY_NO},
        {"keine", REPLY_NO},        {"keiner", REPLY_NO},     {"aucun", REPLY_NO},
        {"ninguno", REPLY_NO},      {"nessuno", REPLY_NO},    {"geen", REPLY_NO},
        {"all", REPLY_YES},         {"alle", REPLY_YES},      {"tous", REPLY_YES},
        {"todos", REPLY_YES},       {"tutti", REPLY_YES},
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
    if (text_is(start, "often"))
        return ASKS_WHICH;
    return text_is(start, "parts") || text_is(start, "missing") ? ASKS_WORDS : ASKS_CHOICE;
}

static bool is_same(struct text a, struct text b)
{
    size_t i;

    if (a.size != b.size)
        return false;
    for (i = 0; i < a.size; i++)
        if (byte_lower((unsigned char)a.data[i]) != byte_lower((unsigned char)b.data[i]))
            return false;
    return true;
}

/* "R7", "R7 Cash position (weekly)" for R7; "Cash position (weekly)" for that name. */
static bool piece_names(struct text piece, struct text id, struct text name)
{
    size_t open = piece.size;

    while (open > 0 && piece.data[open - 1] != '(')
        open--;
    if (!piece.size)
        return false;
    if (is_same(piece, id) || is_same(piece, name))
        return true;
    if (open > 1 && is_same(text_trim(text_slice(piece, 0, open - 1)), name))
        return true;
    return id.size && piece.size > id.size && piece.data[id.size] == ' ' &&
           is_same(text_slice(piece, 0, id.size), id);
}

static bool any_piece_names(struct text words, const char *between, struct text id,
                            struct text name)
{
    struct text piece;

    while (text_next(&words, between, &piece))
        if (piece_names(text_trim(piece), id, name))
            return true;
    return false;
}

bool answer_names(struct text words, struct text id, struct text name)
{
    bool parted = text_find(words, ';') < words.size || text_find(words, '\n') < words.size;

    return any_piece_names(words, ";\n", id, name) ||
           (!parted && any_piece_names(words, ",", id, name));
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
