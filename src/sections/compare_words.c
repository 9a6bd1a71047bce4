#include "sections/compare_words.h"

#include <math.h>

#include "model/channel.h"
#include "sections/words.h"

struct told {
    struct arena *arena;
    const struct comparison *comparison;
    const struct change *change;
    const struct inventory *before, *after;
    struct report was, is;
    const struct stand *then, *now;
    struct text text;
};

static void tell(struct told *told, struct text t)
{
    told->text = told->text.size
                     ? arena_printf(told->arena, "%.*s; %.*s", TEXT_ARGS(told->text), TEXT_ARGS(t))
                     : t;
}

static void tell_from_to(struct told *told, const char *what, struct text from, struct text to)
{
    tell(told, arena_printf(told->arena, "%s%.*s -> %.*s", what, TEXT_ARGS(from), TEXT_ARGS(to)));
}

static struct text rhythm(struct arena *arena, const struct report *report)
{
    char buffer[32];

    if (isnan(report->runs))
        return report->frequency->as.size
                   ? report->frequency->as
                   : text_of(frequency_status_name(report->frequency->status));
    return arena_copy(arena, frequency_words(report->runs, buffer));
}

static void tell_name(struct told *told)
{
    tell_from_to(told, "name: ", inventory_text(told->before, told->was.name),
                 inventory_text(told->after, told->is.name));
}

static void tell_owner(struct told *told)
{
    tell_from_to(told, "owner: ", inventory_person_name(told->before, told->was.owner),
                 inventory_person_name(told->after, told->is.owner));
}

static void tell_department(struct told *told)
{
    tell_from_to(told, "department: ", inventory_text(told->before, told->was.department),
                 inventory_text(told->after, told->is.department));
}

static void tell_frequency(struct told *told)
{
    tell_from_to(told, "", rhythm(told->arena, &told->was), rhythm(told->arena, &told->is));
}

static void tell_recipients(struct told *told)
{
    const struct change *change = told->change;

    if (!isnan(told->then->readers) && !isnan(told->now->readers) &&
        told->then->readers != told->now->readers)
        tell(told, arena_printf(told->arena, "%.0f -> %.0f recipients", told->then->readers,
                                told->now->readers));
    else
        tell(told, arena_printf(told->arena, "recipients: %u joined, %u left",
                                (unsigned)change->joined, (unsigned)change->left));
}

static void tell_channel(struct told *told)
{
    tell_from_to(told, "sent by ", words_channels(told->arena, told->was.channel),
                 words_channels(told->arena, told->is.channel));
}

static void tell_status(struct told *told)
{
    tell(told, text_of(told->now->active ? "active again" : "not active any more"));
}

/* An effort that was assumed and is given now is better knowledge, no change of the work. */
static bool is_learned(const struct told *told)
{
    const struct edition *first = &told->comparison->editions[0];
    const struct edition *last = &told->comparison->editions[told->comparison->edition_count - 1];

    return first->baseline.basis[told->then->report].effort_assumed &&
           !last->baseline.basis[told->now->report].effort_assumed;
}

/* Where nothing that is told explains the other cost. */
static void tell_cost(struct told *told)
{
    if (!told->then->known || !told->now->known)
        tell(told, text_of(told->now->known ? "can be costed now" : "cannot be costed any more"));
    else if (is_learned(told))
        tell(told, text_of("its effort was assumed before and is given now"));
    else if (!(told->change->different & (DIFFERENT_FREQUENCY | DIFFERENT_STATUS)))
        tell(told,
             text_of(told->now->producer < told->then->producer ? "costs less" : "costs more"));
}

/* What the whole was called in the last edition before its part came. */
static struct text title_before(const struct told *told, const struct history *part, uint32_t whole)
{
    const struct history *history = &told->comparison->histories[whole];
    size_t edition = part->first - 1;

    while (edition > 0 && history->stands[edition].report == COMPARE_NONE)
        edition--;
    if (history->stands[edition].report == COMPARE_NONE)
        edition = history->last;
    return report_title(told->arena, told->comparison->editions[edition].inventory,
                        history->stands[edition].report);
}

static void tell_new(struct told *told, const struct history *history)
{
    if (history->part_of != COMPARE_NONE)
        tell(told, arena_printf(told->arena, "split off %.*s",
                                TEXT_ARGS(title_before(told, history, history->part_of))));
    if (history->origin == ORIGIN_STARTED)
        tell(told, text_of("started since"));
    else if (history->origin == ORIGIN_FOUND)
        tell(told, text_of("was there before, found later"));
    else if (history->part_of == COMPARE_NONE)
        tell(told, text_of("since when is not told"));
    if (history->like != COMPARE_NONE) {
        struct text like = words_history(told->arena, told->comparison,
                                         &told->comparison->histories[history->like]);

        tell(told, arena_printf(told->arena, "much like %.*s, which went", TEXT_ARGS(like)));
    }
}

static void tell_differences(struct told *told)
{
    static const struct {
        enum difference different;
        void (*tell)(struct told *told);
    } tellers[] = {
        {DIFFERENT_NAME, tell_name},
        {DIFFERENT_OWNER, tell_owner},
        {DIFFERENT_DEPARTMENT, tell_department},
        {DIFFERENT_FREQUENCY, tell_frequency},
        {DIFFERENT_RECIPIENTS, tell_recipients},
        {DIFFERENT_CHANNEL, tell_channel},
        {DIFFERENT_STATUS, tell_status},
        {DIFFERENT_COST, tell_cost},
    };

    for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++)
        if (told->change->different & tellers[i].different)
            tellers[i].tell(told);
}

struct text words_change(struct arena *arena, const struct comparison *comparison,
                         const struct change *change)
{
    const struct history *history = &comparison->histories[change->history];
    size_t last = comparison->edition_count - 1;
    struct told told = {.arena = arena,
                        .comparison = comparison,
                        .change = change,
                        .before = comparison->editions[0].inventory,
                        .after = comparison->editions[last].inventory,
                        .then = &history->stands[0],
                        .now = &history->stands[last],
                        .text = text_of("")};

    if (told.then->report != COMPARE_NONE)
        inventory_report(told.before, told.then->report, &told.was);
    if (told.now->report != COMPARE_NONE)
        inventory_report(told.after, told.now->report, &told.is);
    if (change->kind == CHANGE_NEW)
        tell_new(&told, history);
    else if (change->kind != CHANGE_GONE)
        tell_differences(&told);
    return told.text;
}

struct text words_history(struct arena *arena, const struct comparison *comparison,
                          const struct history *history)
{
    return report_title(arena, comparison->editions[history->last].inventory,
                        history->stands[history->last].report);
}

struct cell history_id(const struct comparison *comparison, const struct history *history,
                       size_t edition)
{
    uint32_t report = history->stands[edition].report;

    return report == COMPARE_NONE
               ? cell_null()
               : cell_text(report_id(comparison->editions[edition].inventory, report));
}

struct cell history_cost(const struct history *history, size_t edition)
{
    const struct stand *stand = &history->stands[edition];

    return stand->report != COMPARE_NONE && stand->known ? cell_money(stand->producer)
                                                         : cell_null();
}

const char *words_origin(enum origin origin)
{
    static const char *const words[] = {"not told", "started since", "found later"};

    return words[origin];
}

const char *words_seen(enum outcome_seen seen)
{
    static const char *const words[] = {"not yet", "partly", "done", "grew back"};

    return words[seen];
}

const char *words_regrowth(enum regrowth kind)
{
    static const char *const words[] = {"was away and is back", "much like one that went",
                                        "was rarer for a time"};

    return words[kind];
}

const char *words_step(enum cost_step step)
{
    static const char *const words[] = {
        [STEP_BEFORE] = "Before",
        [STEP_REALISED] = "by what was planned",
        [STEP_GONE] = "gone otherwise",
        [STEP_OTHER] = "changed otherwise",
        [STEP_SPLIT] = "split off one that was there",
        [STEP_EFFORT] = "effort given that was assumed",
        [STEP_STARTED] = "started since",
        [STEP_UNTOLD] = "new, since when is not told",
        [STEP_FOUND] = "found later: no growth",
        [STEP_LEARNED] = "costed in one edition only: no growth",
        [STEP_AFTER] = "Now",
    };

    return words[step];
}

const char *step_name(enum cost_step step)
{
    static const char *const names[] = {
        [STEP_BEFORE] = "before",     [STEP_REALISED] = "realised",
        [STEP_GONE] = "gone",         [STEP_OTHER] = "changed",
        [STEP_STARTED] = "started",   [STEP_UNTOLD] = "new",
        [STEP_SPLIT] = "split_off",   [STEP_EFFORT] = "effort_given",
        [STEP_FOUND] = "found_later", [STEP_LEARNED] = "costed_later",
        [STEP_AFTER] = "after",
    };

    return names[step];
}

struct text words_realised(struct arena *arena, const struct comparison *comparison,
                           const struct realised *realised)
{
    if (realised->planned)
        return words_order(arena, comparison->editions[0].inventory,
                           order_of_planned(comparison->plan, realised->planned));
    return text_of(words_action(realised->action));
}
