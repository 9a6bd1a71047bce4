#include "sections/pick.h"

#include "sections/words.h"

static bool named(const char *wanted, struct text found)
{
    return !wanted || text_is_nocase(found, wanted);
}

bool pick_shows(const struct story *story, uint32_t report)
{
    const struct inventory *inventory = story->inventory;
    struct report view;

    if (!story->options->only_department && !story->options->only_owner)
        return true;
    inventory_report(inventory, report, &view);
    return named(story->options->only_department, inventory_text(inventory, view.department)) &&
           named(story->options->only_owner, inventory_person_name(inventory, view.owner));
}

int64_t pick_question(const struct story *story, size_t finding)
{
    const enum verdict *verdict = story->plan_options ? story->plan_options->verdict : NULL;

    if (verdict && verdict[finding] != VERDICT_NONE)
        return 0;
    return finding_weight(&story->findings->list[finding]);
}

size_t pick_largest(const struct story *story, size_t count, size_t most,
                    int64_t (*value)(const struct story *, size_t),
                    uint32_t (*report)(const struct story *, size_t), size_t *picked)
{
    size_t filled = 0, i, at;

    for (i = 0; i < count; i++) {
        int64_t worth = value(story, i);

        if (worth <= 0 || (filled == most && worth < value(story, picked[most - 1])) ||
            !pick_shows(story, report(story, i)))
            continue;
        for (at = filled; at > 0; at--) {
            int64_t above = value(story, picked[at - 1]);

            if (above > worth ||
                (above == worth &&
                 text_compare(report_id(story->inventory, report(story, picked[at - 1])),
                              report_id(story->inventory, report(story, i))) <= 0))
                break;
            if (at < most)
                picked[at] = picked[at - 1];
        }
        if (at < most)
            picked[at] = i;
        if (filled < most)
            filled++;
    }
    return filled;
}
