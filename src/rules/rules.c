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

static bool has_owner(const struct inventory *inventory, const struct report *report)
{
    return report_has(report, FIELD_owner) &&
           inventory_person(inventory, report->owner)->active != KNOWN_NO;
}

struct text finding_whom_to_ask(const struct inventory *inventory, uint32_t number)
{
    const struct person *owner;
    struct report report;

    inventory_report(inventory, number, &report);
    owner = inventory_person(inventory, report.owner);
    if (!has_owner(inventory, &report))
        return inventory_text(inventory, report.department);
    return inventory_text(inventory, owner->email ? owner->email : owner->name);
}

struct text finding_whom_to_ask_jointly(const struct findings *findings, uint32_t number)
{
    const struct inventory *inventory = findings->inventory;
    const struct rhythms *rhythms = findings->grounds->rhythms;
    struct report report;

    inventory_report(inventory, number, &report);
    if (has_owner(inventory, &report) && rhythms->of_owner[report.owner] >= LEAST_TOGETHER)
        return finding_whom_to_ask(inventory, number);
    if (rhythms->of_unit && rhythms->of_unit[rhythms->unit_of[number]] >= LEAST_TOGETHER)
        return inventory_text(inventory, report.department);
    return rhythms->large_rest ? text_of("") : finding_whom_to_ask(inventory, number);
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

bool rules_concern(const struct look *look, enum rule rule)
{
    const struct need *need = &look->grounds->needs[rule];

    /* what readers answered may tell as much as a column */
    if (need->fields && !(need->fields & look->report.given) && !look->grounds->inventory->answers)
        return false;
    return need->relation == RELATION_NONE || look_group(look, need->relation);
}

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
