#include "sections/question_words.h"

#include "sections/words.h"

struct text question_person(const struct story *story, uint32_t number)
{
    const struct inventory *inventory = story->inventory;
    struct report report;
    bool owned;

    inventory_report(inventory, number, &report);
    owned = report_has(&report, FIELD_owner) &&
            inventory_person(inventory, report.owner)->active != KNOWN_NO;
    return owned ? inventory_person_name(inventory, report.owner)
                 : inventory_text(inventory, report.department);
}

struct text question_words(struct arena *arena, const struct story *story,
                           const struct finding *finding)
{
    const struct inventory *inventory = story->inventory;
    struct text name =
        inventory_text(inventory, inventory->columns[FIELD_name].number[finding->report]);
    struct text other = report_title(arena, inventory, finding->other);
    char now[32], then[32];
    struct report report;

    inventory_report(inventory, finding->report, &report);
    if (finding->to_runs > 0) {
        struct text is = frequency_words(report.runs, now);
        struct text would = frequency_words(finding->to_runs, then);

        return arena_printf(arena, "\"%.*s\" runs %.*s. Would %.*s do?", TEXT_ARGS(name),
                            TEXT_ARGS(is), TEXT_ARGS(would));
    }
    if (finding->relation == RELATION_VARIANT)
        return arena_printf(arena, "Could \"%.*s\" and \"%.*s\" be one report with a choice in it?",
                            TEXT_ARGS(name), TEXT_ARGS(other));
    if (finding->relation == RELATION_CADENCE)
        return arena_printf(arena, "Could \"%.*s\" stop, where there is \"%.*s\"?",
                            TEXT_ARGS(name), TEXT_ARGS(other));
    if (finding->rule == RULE_past_end)
        return arena_printf(arena, "\"%.*s\" should have ended. Could it stop?", TEXT_ARGS(name));
    if (finding->action == ACTION_MERGE)
        return arena_printf(arena, "Could \"%.*s\" go, and its readers use \"%.*s\"?",
                            TEXT_ARGS(name), TEXT_ARGS(other));
    if (finding->action == ACTION_RETIRE)
        return arena_printf(arena, "Could \"%.*s\" stop?", TEXT_ARGS(name));
    return arena_printf(arena, "\"%.*s\": %s?", TEXT_ARGS(name), words_action(finding->action));
}
