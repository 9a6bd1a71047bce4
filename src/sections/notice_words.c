#include <math.h>

#include "model/channel.h"
#include "plan/decisions.h"
#include "sections/notices.h"
#include "sections/words.h"

/* A pause before the end, so that who misses a report can say so: two of its runs and 12 weeks at
 * least (NHS England paused returns for a consultation of 12 weeks in 2011; two runs: pare). */
enum { LEAST_WEEKS = 12, RUNS_PAUSED = 2, WEEKS = 52, DAYS = 7 };

double notice_hold_weeks(double runs)
{
    double weeks = runs > 0 ? ceil(RUNS_PAUSED * WEEKS / runs) : LEAST_WEEKS;

    return fmax(weeks, LEAST_WEEKS);
}

static const struct finding *finding_of(const struct notices *notices, uint32_t action)
{
    const struct plan *plan = notices->story->plan;

    return &plan->findings->list[plan->actions[action].finding];
}

int32_t notice_start(const struct notices *notices, uint32_t action)
{
    const struct decision *decision =
        decision_on(notices->story->findings, finding_of(notices, action));
    const char *decide_by = notices->story->options->cover.decide_by;
    int32_t date = DATE_UNKNOWN;

    if (decision && decision->due != DATE_UNKNOWN)
        return decision->due;
    return decide_by && date_parse(text_of(decide_by), DATE_ORDER_UNKNOWN, &date) == DATE_OK
               ? date
               : DATE_UNKNOWN;
}

bool notices_drops(const struct notices *notices, uint32_t report)
{
    size_t count, first = notices_actions(notices, report, &count), i;

    for (i = first; i < first + count; i++)
        if (finding_of(notices, notices->action[i])->action == ACTION_DROP_RECIPIENTS)
            return true;
    return false;
}

static bool ending_action(const struct notices *notices, uint32_t report, uint32_t *action)
{
    size_t count, first = notices_actions(notices, report, &count), i;

    for (i = first; i < first + count; i++) {
        enum action what = finding_of(notices, notices->action[i])->action;

        *action = notices->action[i];
        if (what == ACTION_RETIRE || what == ACTION_MERGE)
            return true;
    }
    return false;
}

/* What takes the place of a report may go into a third one. */
bool notice_ends(const struct notices *notices, uint32_t report, uint32_t *action,
                 uint32_t *instead)
{
    const struct plan *plan = notices->story->plan;
    uint32_t next;
    size_t steps;

    if (!ending_action(notices, report, action))
        return false;
    *instead = report;
    next = *action;
    for (steps = 0; steps <= plan->count; steps++) {
        const struct finding *finding = finding_of(notices, next);
        uint32_t other =
            finding->action == ACTION_MERGE ? plan->actions[next].other : finding->other;

        if (other == *instead) {
            *instead = report; /* the end of the road: nothing takes its place */
            return true;
        }
        *instead = other;
        if (!ending_action(notices, other, &next))
            return true;
    }
    return true;
}

static double runs_now(const struct notices *notices, uint32_t report)
{
    return notices->story->findings->baseline.basis[report].runs;
}

int32_t notice_gone_on(const struct notices *notices, uint32_t report)
{
    uint32_t action, instead;
    int32_t start;

    if (!notice_ends(notices, report, &action, &instead))
        return DATE_UNKNOWN;
    start = notice_start(notices, action);
    return start == DATE_UNKNOWN
               ? start
               : start + DAYS * (int32_t)notice_hold_weeks(runs_now(notices, report));
}

int32_t notice_object_by(const struct notices *notices, const struct notice_line *line)
{
    const char *decide_by = notices->story->options->cover.decide_by;
    int32_t date;

    if (decide_by && date_parse(text_of(decide_by), DATE_ORDER_UNKNOWN, &date) == DATE_OK)
        return date;
    return notice_gone_on(notices, line->report);
}

int32_t notice_first_day(const struct notices *notices, const struct notice *notice)
{
    int32_t first = DATE_UNKNOWN;
    size_t i;

    for (i = 0; i < notice->line_count; i++) {
        int32_t date = notice_object_by(notices, &notice->lines[i]);

        if (date != DATE_UNKNOWN && (first == DATE_UNKNOWN || date < first))
            first = date;
    }
    return first;
}

static struct text maker_name(const struct notices *notices, uint32_t report)
{
    const struct inventory *inventory = notices->story->inventory;
    const uint32_t *owner = inventory->columns[FIELD_owner].number;
    const uint32_t *unit = inventory->columns[FIELD_department].number;

    if (owner && owner[report])
        return inventory_person_name(inventory, owner[report]);
    return inventory_text(inventory, unit ? unit[report] : 0);
}

static struct text joined(struct arena *arena, struct text before, struct text more)
{
    if (!more.size)
        return before;
    return before.size ? arena_printf(arena, "%.*s; %.*s", TEXT_ARGS(before), TEXT_ARGS(more))
                       : more;
}

/* One action on a report that goes on; its pace is told apart, for a merge can change it too. */
static struct text change_words(struct arena *arena, const struct notices *notices, uint32_t action,
                                bool makes)
{
    const struct plan *plan = notices->story->plan;
    const struct finding *finding = finding_of(notices, action);
    uint32_t report = plan->actions[action].report;
    struct state state;

    baseline_state(&notices->story->findings->baseline, report, &state);
    switch (finding->action) {
    case ACTION_SIMPLIFY:
        return text_of("gets shorter: what nobody uses comes off");
    case ACTION_CHANGE_CHANNEL:
        return arena_printf(arena, "comes by %s, no longer on paper",
                            channel_name(finding->to_channel));
    case ACTION_DROP_RECIPIENTS:
        if (!makes)
            return text_of("");
        return isnan(state.readers)
                   ? arena_printf(arena, "goes to %.10g readers", finding->to_readers)
                   : arena_printf(arena, "goes to %.10g readers instead of %.10g",
                                  finding->to_readers, state.readers);
    default:
        return text_of("");
    }
}

static struct text pace_words(struct arena *arena, const struct notices *notices, uint32_t report)
{
    double now = runs_now(notices, report), then = notices->after.state[report].runs;
    char before[32], after[32];
    struct text is, was;

    if (!(now > 0) || now == then)
        return text_of("");
    was = frequency_words(now, before);
    is = frequency_words(then, after);
    return arena_printf(arena, "comes %.*s instead of %.*s", TEXT_ARGS(is), TEXT_ARGS(was));
}

/* "takes in Theatre list": what the maker of the other reports has to know. */
static struct text absorbed_words(struct arena *arena, const struct notices *notices,
                                  uint32_t report)
{
    enum { NAMED = 3 };
    size_t count, first = notices_absorbed(notices, report, &count), i;
    struct text all = text_of("");

    for (i = 0; i < count && i < NAMED; i++) {
        const struct planned *planned =
            &notices->story->plan->actions[notices->absorbed[first + i]];
        struct text name = report_title(arena, notices->story->inventory, planned->report);

        all = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? ", " : "takes in ",
                           TEXT_ARGS(name));
    }
    return count > NAMED ? arena_printf(arena, "%.*s and %zu more", TEXT_ARGS(all), count - NAMED)
                         : all;
}

static struct text goes_on(struct arena *arena, const struct notices *notices,
                           const struct notice_line *line)
{
    size_t count, first = notices_actions(notices, line->report, &count), i;
    struct text all = line->makes ? absorbed_words(arena, notices, line->report) : text_of("");

    if (line->dropped)
        return text_of("is no longer sent to you");
    all = joined(arena, all, pace_words(arena, notices, line->report));
    for (i = first; i < first + count; i++)
        all = joined(arena, all, change_words(arena, notices, notices->action[i], line->makes));
    return all;
}

/* "Midnight census, which you make": whom the work goes to. */
static struct text with_maker(struct arena *arena, const struct notices *notices,
                              const struct notice *notice, uint32_t report)
{
    struct text name = report_title(arena, notices->story->inventory, report);
    struct text maker = maker_name(notices, report);

    if (!maker.size)
        return name;
    return text_equal(maker, notice->name)
               ? arena_printf(arena, "%.*s, which you make", TEXT_ARGS(name))
               : arena_printf(arena, "%.*s, which %.*s makes", TEXT_ARGS(name), TEXT_ARGS(maker));
}

struct text notice_what(struct arena *arena, const struct notices *notices,
                        const struct notice *notice, const struct notice_line *line)
{
    uint32_t action, instead;
    struct text other;

    if (!notice_ends(notices, line->report, &action, &instead))
        return goes_on(arena, notices, line);
    if (!line->makes || finding_of(notices, action)->action == ACTION_RETIRE)
        return text_of("stops");
    other = with_maker(arena, notices, notice, instead);
    return arena_printf(arena,
                        finding_of(notices, action)->relation == RELATION_VARIANT
                            ? "becomes a choice in %.*s"
                            : "goes into %.*s",
                        TEXT_ARGS(other));
}

/* Lists may hold lists, and each other. */
static bool is_in(const struct inventory *inventory, struct set set, uint32_t person, int depth)
{
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        uint32_t members = inventory_person(inventory, set.member[i])->members;

        if (set.member[i] == person ||
            (members && depth &&
             is_in(inventory, inventory_set(inventory, members), person, depth - 1)))
            return true;
    }
    return false;
}

/* How somebody comes by the other report: a merge brings its readers along, an end does not. */
static const char *way_to(const struct notices *notices, const struct notice *notice,
                          uint32_t instead, bool merged)
{
    enum { DEEPEST = 8 };
    const struct inventory *inventory = notices->story->inventory;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    struct set now = inventory_set(inventory, recipients ? recipients[instead] : 0);

    if (is_in(inventory, now, notice->person, DEEPEST))
        return "you get it already";
    return merged ? "you will get it" : "ask for it";
}

struct text notice_instead(struct arena *arena, const struct notices *notices,
                           const struct notice *notice, const struct notice_line *line)
{
    uint32_t action, instead;
    struct text name, maker, pace;
    const char *way;
    char words[32];
    double runs;

    if (line->makes || !notice_ends(notices, line->report, &action, &instead) ||
        instead == line->report)
        return text_of("");
    name = report_title(arena, notices->story->inventory, instead);
    maker = maker_name(notices, instead);
    runs = notices->after.changed[instead] ? notices->after.state[instead].runs
                                           : runs_now(notices, instead);
    pace = runs > 0 ? frequency_words(runs, words) : text_of("");
    way = way_to(notices, notice, instead, finding_of(notices, action)->action == ACTION_MERGE);
    return arena_printf(arena, "%.*s (%.*s%s%s%.*s%s%s)", TEXT_ARGS(name), TEXT_ARGS(pace),
                        pace.size ? ", " : "", maker.size ? "from " : "", TEXT_ARGS(maker),
                        maker.size ? "; " : "", way);
}

struct text notice_pause(struct arena *arena, const struct notices *notices,
                         const struct notice_line *line)
{
    double weeks = notice_hold_weeks(runs_now(notices, line->report));
    int32_t gone = notice_gone_on(notices, line->report);
    uint32_t action, instead;
    char from[16], to[16];
    struct text first, last;

    if (!notice_ends(notices, line->report, &action, &instead))
        return text_of("");
    if (gone == DATE_UNKNOWN)
        return arena_printf(arena, "paused for %.0f weeks first", weeks);
    first = date_format(notice_start(notices, action), from);
    last = date_format(gone, to);
    return arena_printf(arena, "paused from %.*s, gone on %.*s", TEXT_ARGS(first), TEXT_ARGS(last));
}
