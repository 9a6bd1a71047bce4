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
     .machines = {section_summary, section_reports, section_relations, section_findings,
                  section_actions},
     .examples = {"pare audit reports.csv --rate 62",
                  "pare audit list.csv tableau.csv --usage views.csv -f json -o audit.json"}},
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
