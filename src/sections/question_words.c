#include "sections/question_words.h"

#include "base/out.h"
#include "sections/words.h"

struct text question_person(const struct story *story, uint32_t number)
{
    const struct inventory *inventory = story->inventory;
    uint32_t owner = inventory_cell(inventory, FIELD_owner, number);

    return owner && inventory_person(inventory, owner)->active != KNOWN_NO
               ? inventory_person_name(inventory, owner)
               : inventory_text(inventory, inventory_cell(inventory, FIELD_department, number));
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
        return arena_printf(arena, "Could \"%.*s\" stop, where there is \"%.*s\"?", TEXT_ARGS(name),
                            TEXT_ARGS(other));
    if (finding->rule == RULE_past_end)
        return arena_printf(arena, "\"%.*s\" should have ended. Could it stop?", TEXT_ARGS(name));
    if (finding->action == ACTION_MERGE)
        return arena_printf(arena, "Could \"%.*s\" go, and its readers use \"%.*s\"?",
                            TEXT_ARGS(name), TEXT_ARGS(other));
    if (finding->action == ACTION_RETIRE)
        return arena_printf(arena, "Could \"%.*s\" stop?", TEXT_ARGS(name));
    return arena_printf(arena, "\"%.*s\": %s?", TEXT_ARGS(name), words_action(finding->action));
}

struct text joint_rhythm(struct arena *arena, const struct joint *joint)
{
    char words[32];
    struct text rhythm = frequency_words(joint->slowest, words);

    return arena_printf(arena, joint->same_rhythm ? "%.*s" : "%.*s or more often",
                        TEXT_ARGS(rhythm));
}

/* As the answer may name it: the id goes first where the files give ids. */
static void write_listed(struct out *out, const struct story *story, const struct finding *finding)
{
    const struct inventory *inventory = story->inventory;
    struct text id = report_id(inventory, finding->report);
    struct text name =
        inventory_text(inventory, inventory->columns[FIELD_name].number[finding->report]);
    char words[32];
    struct text rhythm =
        frequency_words(story->findings->baseline.basis[finding->report].runs, words);

    if (inventory->ids_given)
        out_printf(out, "%.*s ", TEXT_ARGS(id));
    out_printf(out, "%.*s (%.*s)", TEXT_ARGS(name), TEXT_ARGS(rhythm));
}

static struct text joint_words(struct arena *arena, const struct story *story,
                               const struct joint *joint, size_t most)
{
    size_t told = joint->count < most ? joint->count : most, i;
    struct out *out = out_memory();
    struct text words;

    out_printf(out, "Which of these %zu reports could come less often? ", joint->count);
    for (i = 0; i < told; i++) {
        out_string(out, i ? "; " : "");
        write_listed(out, story, joint->list[i]);
    }
    if (told < joint->count)
        out_printf(out, "; and %zu more", joint->count - told);
    words = arena_copy(arena, out_written(out));
    out_close(out);
    return words;
}

struct text question_words_of(struct arena *arena, const struct story *story,
                              const struct inquiry *question, size_t most)
{
    return question->joint ? joint_words(arena, story, question->joint, most)
                           : question_words(arena, story, question->finding);
}
