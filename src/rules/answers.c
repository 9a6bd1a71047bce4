#include "rules/answers.h"

#include <math.h>

#include "base/utf8.h"
#include "model/answer.h"
#include "rules/grounds.h"
#include "rules/pace.h"
#include "rules/rules.h"

static const struct answer *answer_to(const struct look *look, const char *start, struct text end)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct text question = arena_printf(look->scratch, "%s:%.*s", start, TEXT_ARGS(end));

    return answers_last(inventory->answers, table_find(inventory->strings, question));
}

/* What was answered for the report alone goes before what was answered for all of its owner. */
static const struct answer *last_answer(const struct look *look, const struct finding *finding)
{
    const struct inventory *inventory = look->grounds->inventory;
    const struct answer *alone;
    uint32_t whom;

    if (!inventory->answers)
        return NULL;
    alone = answer_to(look, rule_info(finding->rule)->name, look_id(look, finding->report));
    if (alone || !finding->joint)
        return alone;
    whom = finding_whom_to_ask_jointly(look->grounds->findings, finding->report);
    return answer_to(look, "often", inventory_text(inventory, whom));
}

/* Of several reports that were asked about those that could come less often were named. */
static enum reply named_reply(const struct look *look, const struct answer *answer)
{
    const struct inventory *inventory = look->grounds->inventory;

    if (!answer->words)
        return answer->reply;
    return answer_names(inventory_text(inventory, answer->words), look_id(look, look->report.index),
                        inventory_text(inventory, look->report.name))
               ? REPLY_YES
               : REPLY_NO;
}

static void tell_answer(const struct look *look, const struct answer *answer, struct facts *facts)
{
    static const char *const words[] = {NULL, "yes", "no", "not sure"};
    struct text who = inventory_text(look->grounds->inventory, answer->person);
    enum reply reply = named_reply(look, answer);
    char buffer[32];
    struct text said = reply ? text_of(words[reply]) : frequency_words(answer->runs, buffer);

    if (facts)
        facts_add(facts, FACT_ANSWERED, 0, 0, said, who.size ? who : text_of("somebody"));
}

/* What one answer comes to: a frequency that is not rarer than today is a no. */
static enum reply reply_of(const struct look *look, const struct finding *finding,
                           const struct answer *answer)
{
    enum reply reply = named_reply(look, answer);

    if (reply)
        return reply;
    return finding->to_runs > 0 && answer->runs < look->report.runs ? REPLY_YES : REPLY_NO;
}

/* Of what one person said the last holds. */
static bool said_more(const struct look *look, const struct answer *first,
                      const struct answer *answer)
{
    for (; answer->person && first != answer;
         first = answers_before(look->grounds->inventory->answers, first)) {
        if (first->person == answer->person)
            return true;
    }
    return false;
}

/* Whether the answer comes from the owner of the report, where one is known. */
static bool is_by_owner(const struct look *look, const struct answer *answer)
{
    const struct inventory *inventory = look->grounds->inventory;
    const struct person *owner = inventory_person(inventory, look->report.owner);
    struct arena *scratch = look->scratch;
    struct text who = utf8_fold(scratch, inventory_text(inventory, answer->person));

    return !report_has(&look->report, FIELD_owner) ||
           text_equal(who, utf8_fold(scratch, inventory_text(inventory, owner->name))) ||
           text_equal(who, utf8_fold(scratch, inventory_text(inventory, owner->email)));
}

/* What several people said together. */
struct verdict_of_all {
    bool any, no, yes, by_owner; /* by_owner: the owner said yes */
    bool as_asked;               /* somebody agreed to what was asked, and to no more than that */
    double keenest;              /* runs a year that the keenest of them needs; 0 without */
};

static void hear(const struct look *look, const struct finding *finding,
                 const struct answer *answer, struct verdict_of_all *all, struct facts *facts)
{
    enum reply reply = reply_of(look, finding, answer);

    tell_answer(look, answer, facts);
    all->any = true;
    all->no |= reply == REPLY_NO;
    all->yes |= reply == REPLY_YES;
    all->by_owner |= reply == REPLY_YES && is_by_owner(look, answer);
    all->as_asked |= named_reply(look, answer) == REPLY_YES;
    all->keenest = fmax(all->keenest, answer->runs);
}

/* What was answered never goes below what law or contract asks for; what feeds another report comes
 * down below that only where its owner said so. */
static void slow_down(const struct look *look, const struct verdict_of_all *all,
                      struct finding *finding)
{
    struct pace pace;
    double least = report_has(&look->report, FIELD_min_frequency) ? look->report.min_frequency->runs
                                                                  : (double)NAN;

    finding->action = ACTION_REDUCE_FREQUENCY;
    if (!(all->keenest > 0))
        return;
    pace_read(look, &pace, NULL);
    finding->to_runs =
        frequency_rung_up(fmax(fmax(all->keenest, all->as_asked ? finding->to_runs : 0),
                               all->by_owner || !look_feeds(look) ? least : pace.floor));
}

bool answers_settle(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct answer *first =
        finding->strength == STRENGTH_ASK && !finding->outside ? last_answer(look, finding) : NULL;
    const struct answer *answer;
    struct verdict_of_all all = {.any = false};

    for (answer = first; answer;
         answer = answers_before(look->grounds->inventory->answers, answer)) {
        if (!said_more(look, first, answer))
            hear(look, finding, answer, &all, facts);
    }
    if (all.no)
        return false;
    finding->answered = all.any;
    if (!all.yes)
        return true;
    if (look_feeds(look) && !all.by_owner) {
        finding->answered = false; /* its owner is still to be asked */
        return true;
    }
    if (look->mandate == MANDATE_GIVEN &&
        (finding->action == ACTION_RETIRE || finding->action == ACTION_MERGE)) {
        finding->outside = true; /* the house would do it, and may not alone */
        return true;
    }
    finding->strength = STRENGTH_LIKELY;
    if (finding->to_runs > 0)
        slow_down(look, &all, finding);
    return finding->action != ACTION_ASK || finding->to_runs > 0;
}
