#include "cli/commands.h"

#include <string.h>

const struct command commands[] = {
    {.name = "audit",
     .arguments = "INVENTORY...",
     .what = "what there is, what it costs, what is flagged and worth it together",
     .stage = STAGE_PLAN,
     .main_table = "findings",
     .people = {section_costs, section_changes, section_biggest, section_questions, section_limits,
                section_next},
     .machines = {section_summary, section_inputs, section_assumptions, section_reports,
                  section_relations, section_findings, section_actions, section_plan,
                  section_departments, section_ask, section_sensitivity},
     .examples = {"pare audit reports.csv --rate 62",
                  "pare audit list.csv tableau.csv --usage views.csv -f json -o audit.json"}},
    {.name = "plan",
     .arguments = "INVENTORY... --target 50%",
     .what = "the least disruptive actions that reach the target",
     .stage = STAGE_PLAN,
     .targeted = true,
     .main_table = "actions",
     .people = {section_target, section_sensitivity, section_questions, section_limits},
     .machines = {section_summary, section_inputs, section_assumptions, section_actions,
                  section_plan, section_sensitivity},
     .examples = {"pare plan reports.csv --target 50%",
                  "pare plan reports.csv --target 2000h --basis theoretical"}},
    {.name = "ask",
     .arguments = "INVENTORY... -o FOLDER/",
     .what = "the few questions whose answers matter most, a file per person; answers are read back",
     .stage = STAGE_PLAN,
     .asking = true,
     .main_table = "questions",
     .people = {section_ask},
     .machines = {section_ask},
     .examples = {"pare ask reports.csv -o questions/",
                  "pare audit reports.csv --answers questions/questions.csv"}},
    {.name = "explain",
     .arguments = "INVENTORY... ID|NAME",
     .what = "everything about one report: what was read, evidence, arithmetic",
     .stage = STAGE_PLAN,
     .subject = true,
     .main_table = "rules",
     .people = {section_explain},
     .machines = {section_explain},
     .examples = {"pare explain reports.csv R17", "pare explain reports.csv \"bed occupancy\""}},
    {.name = "check",
     .arguments = "INVENTORY...",
     .what = "how the files were understood: columns, frequencies, every problem with its place",
     .stage = STAGE_READ,
     .main_table = "problems",
     .people = {section_check},
     .machines = {section_inputs},
     .examples = {"pare check reports.csv", "pare check reports.csv --map owner=\"Prepared by\""}},
    {.name = "rules",
     .arguments = "",
     .what = "the rules with rationale, thresholds and where each value comes from",
     .stage = STAGE_NONE,
     .main_table = "rules",
     .people = {section_rules},
     .machines = {section_rules, section_assumptions},
     .examples = {"pare rules", "pare rules -f csv -o rules.csv"}},
    {.name = "template",
     .arguments = "",
     .what = "an empty inventory with every column explained",
     .stage = STAGE_NONE,
     .main_table = "inventory",
     .people = {section_template},
     .machines = {section_template},
     .examples = {"pare template -o my-reports.csv", "pare template | less"}},
    {.name = NULL},
};

const struct command *command_find(const char *name)
{
    const struct command *command;

    for (command = commands; command->name; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}
