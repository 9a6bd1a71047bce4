#include "rules/pace.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/likeness.h"

/* A step below a fifth (13 to 12 runs a year) is not worth a change. */
static const double least_step = 1.2;

static bool is_alert(const struct look *look)
{
    return report_has(&look->report, FIELD_react_days) || look_name_signs(look)->alert;
}

static double frequency_of(const struct look *look, enum field field,
                           const struct frequency *frequency)
{
    return report_has(&look->report, field) && frequency->runs > 0 ? frequency->runs : (double)NAN;
}

double pace_opened(const struct look *look)
{
    const struct report *report = &look->report;
    double days = look_log_days(look), runs = report->runs * days / 365;

    if (!(days >= threshold(look, ASSUMPTION_USAGE_DAYS)) ||
        !(runs >= threshold(look, ASSUMPTION_USAGE_RUNS)))
        return NAN;
    if (report_has(report, FIELD_open_share))
        return report->open_share;
    if (report_has(report, FIELD_runs_opened))
        return fmin(report->runs_opened / runs, 1);
    /* Each open is of one run, so no more runs can have been opened than there were opens. */
    return report_has(report, FIELD_opens) ? fmin(report->opens / runs, 1) : (double)NAN;
}

uint32_t pace_slower(const struct look *look, enum relation relation, bool same_readers)
{
    const struct grounds *grounds = look->grounds;
    const struct group *group = look_group(look, relation);
    uint32_t self = look->report.index, slower;
    struct likeness likeness;

    if (!group)
        return self;
    slower = grounds->slowest[group - grounds->relations->groups];
    if (slower == self || !(grounds->baseline->basis[slower].runs * least_step < look->report.runs))
        return self;
    if (!same_readers)
        return slower;
    likeness_of(look, slower, &likeness);
    return likeness.readers_within >= threshold(look, ASSUMPTION_MERGE_READERS) ? slower : self;
}

/* One sign: what was seen, and the cap that follows from it (INFINITY: none). */
struct sign {
    enum fact_kind kind;
    double x, y, cap;
    uint32_t twin;
};

enum { REFRESH, DECISION, USAGE, CHANGE, TWIN, SIGNS };

/* F1 */
static void read_refresh(const struct look *look, struct sign *sign)
{
    sign->kind = FACT_REFRESH;
    sign->x = frequency_of(look, FIELD_data_refresh, look->report.data_refresh);
    if (sign->x < look->report.runs)
        sign->cap = sign->x;
}

/* F2 */
static void read_decision(const struct look *look, struct sign *sign)
{
    sign->kind = FACT_DECISIONS;
    sign->x = frequency_of(look, FIELD_decision_frequency, look->report.decision_frequency);
    if (sign->x < look->report.runs && !is_alert(look))
        sign->cap = sign->x;
}

/* F3; nothing opened at all is for the rule unused to judge. */
static void read_usage(const struct look *look, struct sign *sign)
{
    double opened = pace_opened(look);

    sign->kind = FACT_RUNS_OPENED;
    sign->y = look->report.runs * look_log_days(look) / 365;
    sign->x = opened * sign->y;
    if (opened > 0 && opened <= threshold(look, ASSUMPTION_USAGE_SHARE))
        sign->cap = look->report.runs * opened;
}

/* F4 */
static void read_change(const struct look *look, struct sign *sign)
{
    sign->kind = FACT_CHANGED;
    if (!report_has(&look->report, FIELD_changed_share))
        return;
    sign->x = look->report.changed_share;
    if (1 - sign->x >= threshold(look, ASSUMPTION_UNCHANGED_SHARE) - 1e-9)
        sign->cap = look->report.runs / 2;
}

/* F5: the same content is already there in a slower rhythm, and its readers do not complain. */
static void read_twin(const struct look *look, struct sign *sign)
{
    const struct grounds *grounds = look->grounds;
    const double *complaints = grounds->inventory->columns[FIELD_complaints].value;

    sign->kind = FACT_SLOWER_TWIN;
    sign->twin = pace_slower(look, RELATION_CADENCE, true);
    if (sign->twin == look->report.index || (complaints && complaints[sign->twin] > 0))
        return;
    sign->x = sign->cap = grounds->baseline->basis[sign->twin].runs;
}

static void tell_signs(const struct look *look, const struct sign signs[SIGNS], bool capping,
                       struct facts *facts)
{
    int i;

    for (i = 0; facts && i < SIGNS; i++) {
        if (isnan(signs[i].x) || isinf(signs[i].cap) == capping)
            continue;
        tell_both(facts, signs[i].kind, i == USAGE ? round(signs[i].x) : signs[i].x,
                  round(signs[i].y), i == TWIN ? look_id(look, signs[i].twin) : text_make("", 0));
    }
}

static void read_signs(const struct look *look, struct pace *pace, struct facts *facts)
{
    static void (*const read[])(const struct look *look, struct sign *sign) = {
        read_refresh, read_decision, read_usage, read_change, read_twin};
    struct sign signs[SIGNS];
    int i;

    for (i = 0; i < SIGNS; i++) {
        signs[i] = (struct sign){.x = NAN, .y = NAN, .cap = INFINITY};
        read[i](look, &signs[i]);
        pace->known |= i != TWIN && !isnan(signs[i].x);
        if (i != TWIN)
            pace->own = fmin(pace->own, signs[i].cap);
        if (i != REFRESH && !isinf(signs[i].cap)) {
            pace->weak++;
            pace->cap = fmin(pace->cap, signs[i].cap);
        }
    }
    pace->refresh = signs[REFRESH].cap;
    tell_signs(look, signs, true, facts);
    tell_number(facts, FACT_RUNS, pace->runs, NAN);
    tell_signs(look, signs, false, facts);
}

static void raise_floor(struct pace *pace, double floor, struct facts *facts)
{
    if (!(floor > 0))
        return;
    tell_number(facts, FACT_FLOOR, floor, NAN);
    pace->floor = fmax(pace->floor, floor);
}

/* rule_needed has told it first, as its own reason. */
static void tell_needed(double needed, struct facts *facts)
{
    size_t i;

    for (i = 0; facts && i < facts->count; i++) {
        if (facts->fact[i].kind == FACT_NEEDED)
            return;
    }
    tell_number(facts, FACT_NEEDED, needed, NAN);
}

/* What the mandate asks for, how soon somebody must react; the keenest reader; and what is fed by
 * it. */
static void read_floors(const struct look *look, struct pace *pace, struct facts *facts)
{
    const struct grounds *grounds = look->grounds;
    const struct report *report = &look->report;
    double least = frequency_of(look, FIELD_min_frequency, report->min_frequency);
    double needed = frequency_of(look, FIELD_needed_frequency, report->needed_frequency);
    uint32_t fed = grounds->fed ? grounds->fed[report->index] : 0;

    if (report_has(report, FIELD_react_days) && report->react_days > 0)
        raise_floor(pace, 365 / report->react_days, facts);
    else
        tell_not_checked(facts, FIELD_react_days);
    if (!isnan(needed)) {
        tell_needed(needed, facts);
        pace->floor = fmax(pace->floor, needed);
    }
    if (fed) {
        tell_text(facts, FACT_FEEDS, look_id(look, fed - 1));
        raise_floor(pace, grounds->baseline->basis[fed - 1].runs, facts);
    }
    pace->inner = pace->floor;
    raise_floor(pace, least, facts);
    if (look->mandate == MANDATE_GIVEN && isnan(least))
        raise_floor(pace, pace->runs, facts);
}

static void read_all(const struct look *look, struct pace *pace, struct facts *facts)
{
    double runs = look->report.runs;

    *pace = (struct pace){.runs = runs > 0 ? runs : (double)NAN,
                          .refresh = INFINITY,
                          .cap = INFINITY,
                          .own = INFINITY};
    if (isnan(pace->runs))
        return;
    read_signs(look, pace, facts);
    read_floors(look, pace, facts);
}

void pace_read(const struct look *look, struct pace *pace, struct facts *facts)
{
    struct pace *known;

    if (!facts && look->known->pace) {
        *pace = *look->known->pace;
        return;
    }
    read_all(look, pace, facts);
    known = ARENA_ARRAY(look->scratch, 1, struct pace);
    *known = *pace;
    look->known->pace = known;
}

bool pace_free(struct pace *pace)
{
    bool bound = pace->inner < pace->floor;

    pace->floor = pace->inner;
    return bound;
}

uint32_t pace_slower_would_do(const struct look *look)
{
    const struct grounds *grounds = look->grounds;
    uint32_t slower = pace_slower(look, RELATION_CADENCE, true);
    double runs = grounds->baseline->basis[slower].runs;
    struct likeness likeness;
    struct pace pace;

    if (slower == look->report.index || !grounds->active[slower])
        return look->report.index;
    pace_read(look, &pace, NULL);
    likeness_of(look, slower, &likeness);
    return pace.own <= runs && pace.floor <= runs && likeness.readers_within >= 1
               ? slower
               : look->report.index;
}

bool pace_differs(double a, double b)
{
    return fmax(a, b) >= 1.5 * fmin(a, b);
}

/* What runs twice a working day would not run on Sundays if it were daily. */
static double on_working_days(double to, double runs, double floor)
{
    bool calendar = fabs(runs / 365 - round(runs / 365)) < 1e-9;
    double working = frequency_rung_below(365);

    return to >= 365 && !calendar && floor <= working ? working : to;
}

double pace_target(const struct pace *pace, double cap, bool any_depth, const struct look *look)
{
    double to = frequency_rung_up(fmax(pace->floor, cap));
    double deepest = pace->runs;
    int rungs = (int)threshold(look, ASSUMPTION_RUNGS);

    while (rungs-- > 0 && frequency_rung_below(deepest) > 0)
        deepest = frequency_rung_below(deepest);
    if (!any_depth && to < deepest)
        to = deepest;
    to = on_working_days(to, pace->runs, pace->floor);
    return to > 0 && to * least_step <= pace->runs ? to : (double)NAN;
}
