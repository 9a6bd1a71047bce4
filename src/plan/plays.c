/* The actions of a scene, one by one: what each does to its reports, what it saves, whom it
 * disturbs and what it takes. */
#include "plan/recost.h"

#include <math.h>

static const struct finding *finding_of(const struct scene *scene, const struct move *move)
{
    return &scene->costing->findings->list[move->finding];
}

static uint32_t root_number(const struct scene *scene, uint32_t number)
{
    while (scene->members[number].now.into != number)
        number = scene->members[number].now.into;
    return number;
}

static struct member *root_of(struct scene *scene, uint32_t number)
{
    return &scene->members[root_number(scene, number)];
}

static double people_of(const struct scene *scene, const struct member *member)
{
    return readers_or_usual(scene->costing->usual, &member->now.state, member->now.readers_open);
}

void amounts_of(const struct state *state, struct saving *amounts)
{
    struct cost cost;

    state_cost(state, &cost);
    *amounts = (struct saving){.producer = cost_producer(&cost),
                               .cash = cost_cash(&cost),
                               .reader = cost_reader(&cost),
                               .hours = cost.hours,
                               .reader_hours = cost.reader_hours};
}

/* What it costs to make; the rest stays as it was. */
static void amounts_of_making(const struct state *state, struct saving *amounts)
{
    struct cost cost;

    state_cost_of_making(state, &cost);
    amounts->producer = cost_producer(&cost);
    amounts->cash = cost_cash(&cost);
    amounts->hours = cost.hours;
}

static void add_difference(struct saving *sum, const struct saving *before,
                           const struct saving *after)
{
    sum->producer += before->producer - after->producer;
    sum->cash += before->cash - after->cash;
    sum->reader += before->reader - after->reader;
    sum->hours += before->hours - after->hours;
    sum->reader_hours += before->reader_hours - after->reader_hours;
}

/* What the report costs now is known from before. */
static void add_saving(const struct scene *scene, struct saving *sum, struct member *member)
{
    struct saving before = member->now.cost;

    if (scene->skips_reading)
        amounts_of_making(&member->now.state, &member->now.cost);
    else
        amounts_of(&member->now.state, &member->now.cost);
    add_difference(sum, &before, &member->now.cost);
}

/* What is left of a report that goes is only what is fixed, whatever was done to it before. */
static void add_saving_of_going(struct saving *sum, struct member *member)
{
    if (!member->gone_costed)
        amounts_of(&member->now.state, &member->cost_gone);
    member->gone_costed = true;
    add_difference(sum, &member->now.cost, &member->cost_gone);
    member->now.cost = member->cost_gone;
}

static double weight_of(const struct scene *scene, enum assumption_name name)
{
    return assume(scene->costing->assumptions, name);
}

/* The people touched, weighted, and a tenth for each hour that it takes once. Where no
 * report tells how many it has, each counts alike. */
static void disturb(const struct scene *scene, double weight, double people, double once,
                    struct done *done)
{
    double points =
        (isnan(people) ? 1 : people) * weight + once * weight_of(scene, ASSUMPTION_DISTURB_HOUR);

    done->people = people;
    done->once = once;
    done->disruption = money_half_away(fmin(points, 1e12) * 10);
}

/* Rules that rest on nobody reading, and those of them that a log of opens shows. */
static bool rests_on_silence(enum rule rule)
{
    return rule == RULE_unused || rule == RULE_cadence || rule == RULE_nobody_gets_it ||
           rule == RULE_readers_left;
}

static bool rests_on_log(enum rule rule)
{
    return rule == RULE_unused || rule == RULE_cadence;
}

static bool play_retire(struct scene *scene, const struct move *move,
                        const struct assumptions *assumptions, struct done *done)
{
    struct member *member = &scene->members[move->member];
    enum rule rule = finding_of(scene, move)->rule;
    enum assumption_name weight =
        rests_on_silence(rule) ? ASSUMPTION_DISTURB_RETIRE : ASSUMPTION_DISTURB_RETIRE_USED;

    (void)assumptions;
    if (!member->now.state.alive || member->now.into != move->member)
        return false;
    /* One edition goes because the other stays. */
    if (move->other != move->member && !root_of(scene, move->other)->now.state.alive)
        return false;
    done->sticks = rests_on_log(rule) ? ASSUMPTION_P_RETIRE_LOGS : ASSUMPTION_P_RETIRE_OWNER;
    disturb(scene, weight_of(scene, weight), people_of(scene, member),
            weight_of(scene, ASSUMPTION_ONCE_RETIRE), done);
    state_retire(&member->now.state);
    add_saving_of_going(&done->saving, member);
    return true;
}

/* The part of what is on the retired report that the survivor has, with all that went into both
 * before; NAN where either list is not known. Containment, not Jaccard. */
static double coverage_of(const struct member *retired, const struct member *survivor)
{
    if (!retired->now.terms_known || !survivor->now.terms_known)
        return NAN;
    return (double)set_shared(retired->now.terms, survivor->now.terms) / retired->now.terms.count;
}

/* Further back it is quicker to unite them again. */
enum { UNIONS_LOOKED_AT = 16 };

static bool are_one(struct set a, struct set b)
{
    return a.member == b.member && a.count == b.count;
}

/* Of a few moves the unions are few and go with the scene. */
enum { FEW_MOVES = 8 };

static struct arena *arena_of_unions(struct scene *scene)
{
    if (scene->move_count <= FEW_MOVES)
        return scene->arena;
    if (!scene->unions)
        scene->unions = arena_new();
    return scene->unions;
}

/* The same sets meet in many of the plays. */
static struct set united(struct scene *scene, struct set_union **last, struct set a, struct set b)
{
    struct set_union *known = *last;
    struct arena *arena;

    for (int i = 0; i < UNIONS_LOOKED_AT && known; i++, known = known->before)
        if (are_one(known->a, a) && are_one(known->b, b))
            return known->both;
    arena = arena_of_unions(scene);
    known = ARENA_ARRAY(arena, 1, struct set_union);
    *known = (struct set_union){a, b, set_union(arena, a, b), *last};
    scene->united += known->both.count + sizeof *known / sizeof *a.member;
    *last = known;
    return known->both;
}

/* The survivor inherits readers, content, and what evidence and law leave to its group. */
static double unite(struct scene *scene, struct member *survivor, struct member *retired,
                    bool with_terms)
{
    double readers = NAN;

    survivor->now.people_known = survivor->now.people_known && retired->now.people_known;
    if (survivor->now.people_known) {
        survivor->now.people =
            united(scene, &retired->people_unions, survivor->now.people, retired->now.people);
        readers = survivor->now.people.count;
    }
    survivor->now.readers_open = survivor->now.readers_open || retired->now.readers_open;
    if (with_terms && survivor->now.terms_known && retired->now.terms_known)
        survivor->now.terms =
            united(scene, &retired->terms_unions, survivor->now.terms, retired->now.terms);
    survivor->now.justified = fmax(survivor->now.justified, retired->now.justified);
    survivor->now.floor = fmax(survivor->now.floor, retired->now.floor);
    return readers;
}

static enum assumption_name merge_sticks(const struct scene *scene, const struct move *move,
                                         double coverage)
{
    const struct finding *finding = finding_of(scene, move);
    const uint32_t *owner = scene->costing->findings->inventory->columns[FIELD_owner].number;
    bool same_owner =
        owner && owner[finding->report] && owner[finding->report] == owner[finding->other];

    if (finding->relation == RELATION_VARIANT)
        return ASSUMPTION_P_VARIANT;
    /* Exact is at least 95 % of the content and the same owner. */
    return same_owner && coverage >= 0.95 ? ASSUMPTION_P_MERGE_EXACT : ASSUMPTION_P_MERGE_NEAR;
}

static bool play_merge(struct scene *scene, const struct move *move,
                       const struct assumptions *assumptions, struct done *done)
{
    struct member *retired = &scene->members[move->member];
    struct member *survivor = root_of(scene, move->other);
    bool variant = finding_of(scene, move)->relation == RELATION_VARIANT;

    if (!retired->now.state.alive || !survivor->now.state.alive || survivor == retired ||
        retired->now.into != move->member)
        return false;
    /* Variants come last, and neither they nor what follows ask for the content of both. */
    double coverage = variant ? (double)NAN : coverage_of(retired, survivor);
    double once = variant ? weight_of(scene, ASSUMPTION_ONCE_VARIANT)
                          : weight_of(scene, ASSUMPTION_ONCE_MERGE) + retired->before.state.effort;
    done->sticks = merge_sticks(scene, move, coverage);
    disturb(scene, weight_of(scene, ASSUMPTION_DISTURB_MERGE), people_of(scene, retired), once,
            done);
    if (retired->now.state.runs > survivor->now.state.runs)
        state_set_runs(&survivor->now.state, retired->now.state.runs, assumptions);
    double readers = unite(scene, survivor, retired, !variant || scene->tells_terms);
    if (variant)
        state_merge_variant(&survivor->now.state, &retired->now.state, readers, assumptions);
    else
        state_merge(&survivor->now.state, &retired->now.state, coverage, readers, assumptions);
    retired->now.into = (uint32_t)(survivor - scene->members);
    add_saving_of_going(&done->saving, retired);
    add_saving(scene, &done->saving, survivor);
    done->report = retired->report;
    return true;
}

/* Steps down the ladder of frequencies. */
static double rungs_between(double from, double to)
{
    double rungs = 0;

    while (from > to && rungs < 12) {
        from = frequency_rung_below(from);
        rungs++;
    }
    return fmax(rungs, 1);
}

/* The group runs as often as the member that is justified to run most often. What was
 * found of a retired duplicate is superseded by what was found of its survivor. */
static bool play_frequency(struct scene *scene, const struct move *move,
                           const struct assumptions *assumptions, struct done *done)
{
    struct member *member = root_of(scene, move->member);
    double runs = member->now.state.runs;
    double to = member->now.justified;

    /* A rung that law does not allow is not rounded up to: the floor itself is allowed. */
    if (isfinite(member->now.floor))
        to = fmax(to, member->now.floor);
    else
        return false;
    if (!member->now.state.alive || to >= member->now.state.runs)
        return false;
    if (member->has_frequency && member != &scene->members[move->member])
        return false;
    done->sticks = finding_of(scene, move)->strength == STRENGTH_ASK
                       ? ASSUMPTION_P_FREQUENCY_WEAK
                       : ASSUMPTION_P_FREQUENCY_STRONG;
    disturb(scene,
            weight_of(scene, ASSUMPTION_DISTURB_FREQUENCY) *
                rungs_between(member->now.state.runs, to),
            people_of(scene, member), weight_of(scene, ASSUMPTION_ONCE_FREQUENCY), done);
    state_set_runs(&member->now.state, to, assumptions);
    add_saving(scene, &done->saving, member);
    done->report = member->report;
    done->from_runs = runs;
    done->to_runs = to;
    return true;
}

static bool is_untouched(const struct scene *scene, const struct move *move)
{
    const struct member *member = &scene->members[move->member];

    return member->now.state.alive && member->now.into == move->member;
}

static bool play_simplify(struct scene *scene, const struct move *move,
                          const struct assumptions *assumptions, struct done *done)
{
    struct member *member = &scene->members[move->member];

    if (!is_untouched(scene, move))
        return false;
    done->sticks = ASSUMPTION_P_SIMPLIFY;
    disturb(scene, weight_of(scene, ASSUMPTION_DISTURB_SIMPLIFY), people_of(scene, member),
            weight_of(scene, ASSUMPTION_ONCE_SIMPLIFY), done);
    state_simplify(&member->now.state, assumptions);
    add_saving(scene, &done->saving, member);
    return true;
}

static bool play_recipients(struct scene *scene, const struct move *move,
                            const struct assumptions *assumptions, struct done *done)
{
    struct member *member = &scene->members[move->member];
    double left = finding_of(scene, move)->to_readers;

    (void)assumptions;
    if (!is_untouched(scene, move) || !(left < member->now.state.readers))
        return false;
    done->sticks = ASSUMPTION_P_RECIPIENTS;
    disturb(scene, weight_of(scene, ASSUMPTION_DISTURB_RECIPIENTS),
            member->now.state.readers - left, weight_of(scene, ASSUMPTION_ONCE_RECIPIENTS), done);
    state_drop_recipients(&member->now.state, left);
    add_saving(scene, &done->saving, member);
    return true;
}

static bool play_channel(struct scene *scene, const struct move *move,
                         const struct assumptions *assumptions, struct done *done)
{
    struct member *member = &scene->members[move->member];

    (void)assumptions;
    if (!is_untouched(scene, move))
        return false;
    done->sticks = ASSUMPTION_P_CHANNEL;
    disturb(scene, weight_of(scene, ASSUMPTION_DISTURB_CHANNEL), people_of(scene, member),
            weight_of(scene, ASSUMPTION_ONCE_CHANNEL), done);
    state_change_channel(&member->now.state);
    add_saving(scene, &done->saving, member);
    return true;
}

bool move_play(struct scene *scene, const struct move *move, const struct assumptions *assumptions,
               struct done *done)
{
    /* By action. */
    static bool (*const plays[ACTION_COUNT])(struct scene *, const struct move *,
                                             const struct assumptions *, struct done *) = {
        [ACTION_RETIRE] = play_retire,
        [ACTION_MERGE] = play_merge,
        [ACTION_REDUCE_FREQUENCY] = play_frequency,
        [ACTION_SIMPLIFY] = play_simplify,
        [ACTION_DROP_RECIPIENTS] = play_recipients,
        [ACTION_CHANGE_CHANNEL] = play_channel,
    };

    return plays[move->action] && plays[move->action](scene, move, assumptions, done);
}

size_t move_members(const struct scene *scene, const struct move *move, uint32_t member[2])
{
    bool merges = move->action == ACTION_MERGE;

    member[0] =
        move->action == ACTION_REDUCE_FREQUENCY ? root_number(scene, move->member) : move->member;
    if (merges)
        member[1] = root_number(scene, move->other);
    return merges ? 2 : 1;
}
