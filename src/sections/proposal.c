#include "sections/proposal.h"

#include <math.h>
#include <string.h>

#include "document/shown.h"
#include "plan/after.h"

const enum way way_order[WAY_COUNT] = {WAY_CERTAIN, WAY_ALL, WAY_TARGET};

static double runs_after(const struct story *story)
{
    struct arena *arena = arena_new();
    struct after after;
    double runs = 0;

    after_find(arena, story->plan, story->plan_options, &after);
    for (size_t i = 0; i < story->inventory->count; i++) {
        if (story->relations->listed_as[i] != i)
            continue;
        if (!after.changed[i])
            runs += story->findings->baseline.basis[i].runs;
        else if (after.state[i].alive)
            runs += after.state[i].runs;
    }
    arena_free(arena);
    return runs;
}

void standing_now_find(const struct story *story, struct standing_now *now)
{
    const struct baseline *baseline = &story->findings->baseline;

    *now = (struct standing_now){
        .reports = story->inventory->count - baseline->listed_twice,
        .hours = baseline->hours,
        .reading_hours = baseline->reader_hours,
        .cost = baseline->producer,
    };
    for (size_t i = 0; i < story->inventory->count; i++)
        if (story->relations->listed_as[i] == i)
            now->runs += baseline->basis[i].runs;
    now->runs_after = runs_after(story);
}

const char *way_letter(enum way way)
{
    static const char *const letters[WAY_COUNT] = {"A", "B", "C"};

    return letters[way];
}

/* What does not reach the target is no way to it. */
enum way way_proposed(const struct story *story)
{
    const struct plan *target = story->ways->plan[WAY_TARGET];

    if (story->ways->asked == WAY_TARGET && !target->reached &&
        target->count == story->ways->plan[WAY_ALL]->count)
        return WAY_ALL;
    return story->ways->asked;
}

struct text way_words(struct document *document, const struct story *story, enum way way)
{
    const struct plan *plan = story->ways->plan[WAY_TARGET];
    struct text share;

    if (way == WAY_CERTAIN)
        return text_of("A  certain cases");
    if (way == WAY_ALL)
        return text_of("B  with evidence");
    if (story->ways->asked != WAY_TARGET)
        return text_of("C  half of the cost");
    share =
        document_share(document, plan->before ? (double)plan->target / (double)plan->before : 0);
    return document_text(document, "C  target of %.*s", TEXT_ARGS(share));
}

double way_once(const struct story *story, enum way way)
{
    const struct plan *plan = story->ways->plan[way];
    double hours = assume(story->assumptions, ASSUMPTION_NOTICE_HOURS) * (double)plan->count;

    if (way != WAY_CERTAIN)
        return plan->count ? plan->totals.one_off_hours : 0;
    for (size_t i = 0; i < plan->count; i++)
        hours += plan->actions[i].one_off_hours;
    return hours;
}

double force_hours(const struct assumptions *assumptions)
{
    return assume(assumptions, ASSUMPTION_TASKFORCE_MEMBERS) *
           assume(assumptions, ASSUMPTION_TASKFORCE_HOURS);
}

bool force_is_too_large(const struct story *story)
{
    return story->plan->count &&
           force_hours(story->assumptions) > story->plan->totals.realisable_hours;
}

const char *plain_assumption(const char *key)
{
    static const struct {
        const char *key, *words;
    } known[] = {
        {"rate", "what an hour costs"},
        {"p", "how many changes last"},
        {"alpha", "what a rarer issue saves"},
        {"beta", "how much longer a rarer issue is to read"},
        {"delta", "what of a merged report is still wanted"},
        {"simplify", "what a shorter report saves"},
        {"variant.marginal", "what each further variant of a report still takes"},
        {"merge.coverage", "how much of a merged report the other one has"},
        {"merge.overlap", "how many readers merged reports share"},
        {"effort", "hours that nobody has told us"},
        {"workdays", "working days a year"},
        {"page.cost", "what a printed page costs"},
        {"post.cost", "what posting a copy costs"},
        {"read.share", "how many of those who get a report read it"},
        {"read.minutes", "how long reading takes"},
        {"read.page", "how long reading a page takes"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].key, key) == 0)
            return known[i].words;
    return key;
}

const char *counted(struct document *document, size_t count)
{
    struct text words = document_count(document, (double)count);

    return document_text(document, "%.*s", TEXT_ARGS(words)).data;
}

struct text range_words(struct document *document, bool in_hours, int64_t low, int64_t high)
{
    struct cell money = cell_money(high);
    struct text from =
        in_hours ? document_count(document, (double)low / 100) : document_figure(document, low);
    struct text to = in_hours ? document_count(document, (double)high / 100)
                              : shown_cell(document->arena, document, &money);

    return document_text(document, "%.*s to %.*s%s", TEXT_ARGS(from), TEXT_ARGS(to),
                         in_hours ? " hours" : "");
}

struct cell readers_cell(struct arena *arena, const struct story *story, uint32_t report)
{
    const struct baseline *baseline = &story->findings->baseline;
    double readers = baseline_readers(baseline, report);

    if (!baseline_readers_open(baseline, report))
        return isnan(readers) ? cell_null() : cell_text(arena_printf(arena, "%.0f", readers));
    return cell_text(readers >= 1 ? arena_printf(arena, "%.0f and lists", readers)
                                  : text_of("lists"));
}

const char *action_heading(enum action action)
{
    static const char *const headings[ACTION_COUNT] = {
        [ACTION_KEEP] = "Keep",
        [ACTION_RETIRE] = "Stop",
        [ACTION_MERGE] = "Merge",
        [ACTION_REDUCE_FREQUENCY] = "Less often",
        [ACTION_SIMPLIFY] = "Shorter",
        [ACTION_DROP_RECIPIENTS] = "Fewer readers",
        [ACTION_CHANGE_CHANNEL] = "Another channel",
        [ACTION_SHARE_PRODUCTION] = "Produce together",
        [ACTION_ASK] = "Ask",
    };

    return headings[action];
}
