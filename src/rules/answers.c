#include "rules/answers.h"

#include <math.h>

#include "model/answer.h"
#include "rules/grounds.h"
#include "rules/pace.h"
#include "rules/rules.h"

static const struct answer *last_answer(const struct look *look, const struct finding *finding)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct arena *arena = look->scratch;
    struct text id = look_id(look, finding->report), question;

    if (!inventory->answers)
        return NULL;
    question = arena_printf(arena, "%s:%.*s", rule_info(finding->rule)->name, TEXT_ARGS(id));
    return answers_last(inventory->answers, table_find(inventory->strings, question));
}

static void tell_answer(const struct look *look, const struct answer *answer, struct facts *facts)
{
    static const char *const words[] = {NULL, "yes", "no", "not sure"};
    struct text who = inventory_text(look->grounds->inventory, answer->person);
    char buffer[32];
    struct text said = answer->reply ? text_of(words[answer->reply])
                                     : frequency_words(answer->runs, buffer);

    if (facts)
        facts_add(facts, FACT_ANSWERED, 0, 0, said, who.size ? who : text_of("somebody"));
}

/* What one answer comes to: a frequency that is not rarer than today is a no. */
static enum reply reply_of(const struct look *look, const struct finding *finding,
                           const struct answer *answer)
{
    if (answer->reply)
        return answer->reply;
    return finding->to_runs > 0 && answer->runs < look->report.runs ? REPLY_YES : REPLY_NO;
}

bool answers_settle(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct answer *answer =
        finding->strength == STRENGTH_ASK ? last_answer(look, finding) : NULL;
    double keenest = 0;
    bool agreed = false;

    for (; answer; answer = answers_before(look->grounds->inventory->answers, answer)) {
        enum reply reply = reply_of(look, finding, answer);

        tell_answer(look, answer, facts);
        if (reply == REPLY_NO)
            return false;
        agreed = agreed || reply == REPLY_YES;
        finding->answered = true;
        if (answer->runs > keenest)
            keenest = answer->runs;
    }
    if (!agreed)
        return true;
    finding->strength = STRENGTH_LIKELY;
    if (finding->to_runs > 0)
        finding->action = ACTION_REDUCE_FREQUENCY;
    if (keenest > 0)
        finding->to_runs = frequency_rung_up(keenest);
    return finding->action != ACTION_ASK || finding->to_runs > 0;
}
