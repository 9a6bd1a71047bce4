/* What could stand in the way, and what is left alone because somebody asks for it. */
#include <math.h>

#include "sections/pick.h"
#include "sections/proposal.h"
#include "sections/sections.h"
#include "sections/words.h"

enum { SHOWN = 40 };

struct kept {
    const struct story *story;
    struct arena *arena;
    size_t *picked;
    size_t count;
};

static bool is_kept(const struct story *story, size_t report)
{
    return story->findings->protected_by_mandate[report] &&
           story->relations->listed_as[report] == report;
}

/* One without a known cost is left alone as well, and comes last. */
static int64_t weight_of(const struct story *story, size_t report)
{
    return is_kept(story, report) ? baseline_producer(&story->findings->baseline, report) + 1 : 0;
}

static uint32_t report_of(const struct story *story, size_t report)
{
    (void)story;
    return (uint32_t)report;
}

static enum row_style kept_row(const void *context, size_t index, struct cell *cells)
{
    const struct kept *kept = context;
    const struct inventory *inventory = kept->story->inventory;
    uint32_t report = (uint32_t)kept->picked[index];
    struct report view;
    char words[32];

    inventory_report(inventory, report, &view);
    cells[0] = cell_text(report_title(kept->arena, inventory, report));
    cells[1] = view.mandate ? cell_text(inventory_text(inventory, view.mandate)) : cell_null();
    if (view.runs > 0)
        cells[2] = cell_text(arena_copy(kept->arena, frequency_words(view.runs, words)));
    if (view.min_frequency->runs > 0)
        cells[3] =
            cell_text(arena_copy(kept->arena, frequency_words(view.min_frequency->runs, words)));
    else
        cells[3] = cell_string("not known");
    cells[4] = weight_of(kept->story, report) > 1 ? cell_money(weight_of(kept->story, report) - 1)
                                                  : cell_null();
    return ROW_PLAIN;
}

static void tell_kept(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},         {.title = "asked for by", .fit = FIT_CUT}, {.title = "now"},
        {.title = "at least"}, {.title = "money", .number = true},
    };
    struct kept *kept = ARENA_ARRAY(document->arena, 1, struct kept);
    size_t all = 0;

    for (size_t i = 0; i < story->inventory->count; i++)
        all += is_kept(story, i);
    *kept = (struct kept){story, document->arena, ARENA_ARRAY(document->arena, SHOWN, size_t), 0};
    kept->count =
        pick_largest(story, story->inventory->count, SHOWN, weight_of, report_of, kept->picked);
    if (kept->count)
        document_table(
            document,
            &(struct table_block){
                .title = all > kept->count
                             ? "Left alone: asked for by law, contract or auditor; the dearest"
                             : "Left alone: asked for by law, contract or auditor",
                .columns = columns,
                .column_count = 5,
                .row_count = kept->count,
                .row = kept_row,
                .context = kept});
}

static size_t with_strength(const struct story *story, enum strength strength)
{
    size_t count = 0;

    for (size_t i = 0; i < story->plan->count; i++)
        count += story->findings->list[story->plan->actions[i].finding].strength == strength;
    return count;
}

static void tell_obstacles(struct document *document, const struct story *story)
{
    size_t likely = with_strength(story, STRENGTH_LIKELY), gone = story->plan->totals.gone;

    if (likely)
        document_term(document, "Doubt",
                      document_text(document,
                                    "%s of %s changes are likely, not certain: the owner can say "
                                    "what the list cannot. Each change tells what speaks for it.",
                                    counted(document, likely),
                                    counted(document, story->plan->count)));
    if (gone)
        document_term(document, "Habit",
                      document_text(document,
                                    "%s %s. People miss what they are used to; so each is paused "
                                    "first, and its readers are told where the figures stand.",
                                    counted(document, gone),
                                    gone == 1 ? "report goes" : "reports go"));
    document_term(
        document, "Ownership",
        text_of("Who makes a report may take its end as a judgement. It is none: most were "
                "needed when they began."));
    document_term(
        document, "Growth",
        text_of("New reports come by themselves. Without a look at the list before each new "
                "one, the hours are gone again in a few years."));
    if (story->plan->outside_count)
        document_term(
            document, "Others decide",
            document_text(document,
                          "%zu %s need the consent of somebody outside; of such proposals "
                          "few succeed, so none is counted.",
                          story->plan->outside_count,
                          story->plan->outside_count == 1 ? "change would" : "changes would"));
}

void section_obstacles(struct document *document, const struct story *story)
{
    document_heading(document, 1, text_of("What could stand in the way"));
    if (story->plan->count)
        tell_obstacles(document, story);
    tell_kept(document, story);
    section_limits(document, story);
}
