#include "rules/rules.h"

#include "rules/answers.h"
#include "rules/grounds.h"
#include "rules/rhythms.h"

static const struct rule_info infos[] = {
#define RULE(name, action, question, title, rationale, counter, source)                            \
    {#name, ACTION_##action, QUESTION_##question, title, rationale, counter, source},
#include "rules/rules.def"
#undef RULE
};

const struct rule_info *rule_info(enum rule rule)
{
    return &infos[rule];
}

const char *strength_name(enum strength strength)
{
    static const char *const names[] = {"ask", "likely", "certain"};

    return names[strength];
}

static bool is_open(const struct finding *finding)
{
    return finding->strength == STRENGTH_ASK && !finding->answered && !finding->outside;
}

bool finding_is_joint(const struct finding *finding)
{
    return finding->joint && is_open(finding) && finding->saving > 0;
}

/* Its owner; 0 where nobody is known, or who is has left. */
static uint32_t owner_of(const struct inventory *inventory, uint32_t report)
{
    uint32_t owner = inventory_cell(inventory, FIELD_owner, report);

    return inventory_person(inventory, owner)->active != KNOWN_NO ? owner : 0;
}

static uint32_t whom_to_ask(const struct inventory *inventory, uint32_t report)
{
    uint32_t number = owner_of(inventory, report);
    const struct person *owner = inventory_person(inventory, number);

    if (!number)
        return inventory_cell(inventory, FIELD_department, report);
    return owner->email ? owner->email : owner->name;
}

struct text finding_whom_to_ask(const struct inventory *inventory, uint32_t report)
{
    return inventory_text(inventory, whom_to_ask(inventory, report));
}

uint32_t finding_whom_to_ask_jointly(const struct findings *findings, uint32_t report)
{
    const struct inventory *inventory = findings->inventory;
    const struct rhythms *rhythms = findings->grounds->rhythms;
    uint32_t owner = owner_of(inventory, report);

    if (owner && rhythms->of_owner[owner] >= LEAST_TOGETHER)
        return whom_to_ask(inventory, report);
    if (rhythms->of_unit && rhythms->of_unit[rhythms->unit_of[report]] >= LEAST_TOGETHER)
        return inventory_cell(inventory, FIELD_department, report);
    return rhythms->large_rest ? 0 : whom_to_ask(inventory, report);
}

int64_t finding_weight(const struct finding *finding)
{
    if (finding->joint || !is_open(finding))
        return 0;
    return finding->saving * (1 + (int64_t)finding->hints);
}

static bool (*const functions[])(const struct look *look, struct finding *finding,
                                 struct facts *facts) = {
#define RULE(name, action, question, title, rationale, counter, source) rule_##name,
#include "rules/rules.def"
#undef RULE
};

bool rules_try(const struct look *look, enum rule rule, struct finding *finding,
               struct facts *facts)
{
    *finding = (struct finding){.report = look->report.index,
                                .rule = rule,
                                .action = infos[rule].action,
                                .other = look->report.index,
                                .to_runs = NAN,
                                .to_readers = NAN};
    return functions[rule](look, finding, facts) && strength_settle(look, finding, facts) &&
           answers_settle(look, finding, facts);
}
