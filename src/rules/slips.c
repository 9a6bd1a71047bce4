#include "rules/slips.h"

#include <math.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "model/answer.h"
#include "rules/grounds.h"

static const struct answer *last_answer(const struct look *look, const char *question)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct text id = look_id(look, look->report.index);
    struct text key = arena_printf(look->scratch, "%s:%.*s", question, TEXT_ARGS(id));

    return answers_last(inventory->answers, table_find(inventory->strings, key));
}

static bool said_more(const struct answers *answers, const struct answer *first,
                      const struct answer *answer)
{
    for (; answer->person && first != answer; first = answers_before(answers, first)) {
        if (first->person == answer->person)
            return true;
    }
    return false;
}

static bool is_nothing(struct text t)
{
    static const char *const words[] = {"nothing", "none",   "-",     "nichts",    "rien",
                                        "nada",    "niente", "niets", "ingenting", "nic"};
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_is_nocase(t, words[i]))
            return true;
    }
    return reply_parse(t) == REPLY_NO;
}

static void hear_clear(const struct answers *answers, const struct answer *first,
                       struct slips *slips)
{
    const struct answer *answer;
    double sum = 0;
    unsigned count = 0;

    for (answer = first; answer; answer = answers_before(answers, answer)) {
        if (said_more(answers, first, answer))
            continue;
        sum += answer->rating;
        count++;
    }
    slips->rating = count ? sum / count : (double)NAN;
}

static void hear_missing(const struct look *look, const struct answer *first, struct slips *slips)
{
    const struct answers *answers = look->grounds->inventory->answers;
    const struct answer *answer;

    for (answer = first; answer; answer = answers_before(answers, answer)) {
        struct text words = inventory_text(look->grounds->inventory, answer->words);

        if (said_more(answers, first, answer) || is_nothing(words))
            continue;
        slips->wanting++;
        slips->wants = words;
    }
}

/* Marks which of the report's fields stand in the words. */
static void mark_used(const struct look *look, struct text words, bool *used)
{
    struct set fields = look->report.fields;
    struct text rest = words, piece;
    uint32_t m;

    while (text_next(&rest, ";", &piece)) {
        uint32_t term =
            table_find(look->grounds->inventory->terms, utf8_fold(look->scratch, text_trim(piece)));

        for (m = 0; term && m < fields.count; m++)
            used[m] |= fields.member[m] == term;
    }
}

static void hear_parts(const struct look *look, const struct answer *first, struct slips *slips)
{
    const struct answers *answers = look->grounds->inventory->answers;
    bool *used = memory_alloc(look->report.fields.count, sizeof *used);
    const struct answer *answer;
    uint32_t m;

    for (answer = first; answer; answer = answers_before(answers, answer)) {
        if (said_more(answers, first, answer))
            continue;
        slips->readers_of_parts++;
        mark_used(look, inventory_text(look->grounds->inventory, answer->words), used);
    }
    for (m = 0; m < look->report.fields.count; m++)
        slips->used += used[m];
    memory_free(used);
}

void slips_read(const struct look *look, struct slips *slips)
{
    *slips = (struct slips){.rating = NAN};
    if (!look->grounds->inventory->answers)
        return;
    hear_clear(look->grounds->inventory->answers, last_answer(look, "clear"), slips);
    hear_missing(look, last_answer(look, "missing"), slips);
    hear_parts(look, last_answer(look, "parts"), slips);
}
