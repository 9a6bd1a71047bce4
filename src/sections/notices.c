#include "sections/notices.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "sections/notice_index.h"
#include "sections/words.h"

enum { WEEKS = 52 };

/* Everybody who can be written to: people by their number, behind them units by the number of their
 * text. */
struct gathering {
    const struct story *story;
    const struct inventory *inventory;
    struct notices *notices;
    size_t unit_base, size;
    struct load *makes, *makes_then, *gets, *gets_then;
    size_t *assumed, *not_costed;
    struct notice_line *lines;
    size_t line_count, line_capacity;
    uint32_t *now, *then; /* by person: the last report that they were met at, + 1 */
    uint32_t *met;
    size_t met_count, met_capacity;
};

static bool has_left(const struct inventory *inventory, uint32_t person)
{
    return inventory_person(inventory, person)->active == KNOWN_NO;
}

/* Who makes it: its owner; its unit where there is none or they have left; 0 where neither is
 * known. */
static size_t maker_of(const struct gathering *gathering, uint32_t report)
{
    const uint32_t *owner = gathering->inventory->columns[FIELD_owner].number;
    const uint32_t *unit = gathering->inventory->columns[FIELD_department].number;

    if (owner && owner[report] && !has_left(gathering->inventory, owner[report]))
        return owner[report];
    return unit && unit[report] ? gathering->unit_base + unit[report] : 0;
}

/* A list whose members are known stands for them; each person is met once. */
static void meet(struct gathering *gathering, struct set set, uint32_t *mark, uint32_t stamp)
{
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        uint32_t number = set.member[i];
        const struct person *person = inventory_person(gathering->inventory, number);

        if (mark[number] == stamp)
            continue;
        mark[number] = stamp;
        if (person->members) {
            meet(gathering, inventory_set(gathering->inventory, person->members), mark, stamp);
        } else if (person->active != KNOWN_NO) {
            gathering->met =
                MEMORY_ROOM(gathering->met, gathering->met_count, gathering->met_capacity);
            gathering->met[gathering->met_count++] = number;
        }
    }
}

static struct set recipients_of(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;

    return inventory_set(inventory, recipients ? recipients[report] : 0);
}

/* Those who get it now and hereafter; what is merged into it brings its own. */
static void meet_after(struct gathering *gathering, uint32_t report, uint32_t stamp)
{
    const struct notices *notices = gathering->notices;
    const struct plan *plan = gathering->story->plan;
    struct set now = recipients_of(gathering->inventory, report);
    size_t count, first = notices_absorbed(notices, report, &count), i;
    uint32_t k;

    if (notices_drops(notices, report)) {
        for (k = 0; k < now.count; k++)
            if (finding_recipient(plan->findings, report, now.member[k]) < RECIPIENT_ELSEWHERE)
                meet(gathering, (struct set){now.member + k, 1, 0}, gathering->then, stamp);
    } else {
        meet(gathering, now, gathering->then, stamp);
    }
    for (i = first; i < first + count; i++)
        meet_after(gathering, plan->actions[notices->absorbed[i]].report, stamp);
}

/* What one reader's reading of it takes a year; meetings have a number of people of their own. */
static double reading_hours(const struct state *state)
{
    struct state one = *state;
    struct cost cost;

    one.readers = 1;
    one.meeting_people = 0;
    state_cost(&one, &cost);
    return cost.reader_hours;
}

static void add_load(struct load *load, double runs, double hours)
{
    load->reports++;
    load->issues += runs / WEEKS;
    load->hours += hours;
}

static void add_line(struct gathering *gathering, size_t to, uint32_t report, bool makes,
                     bool dropped, double hours)
{
    gathering->lines =
        MEMORY_ROOM(gathering->lines, gathering->line_count, gathering->line_capacity);
    gathering->lines[gathering->line_count++] =
        (struct notice_line){to, report, makes, dropped, hours};
}

static void take_maker(struct gathering *gathering, uint32_t report, const struct cost *now,
                       const struct cost *then, bool alive)
{
    struct notices *notices = gathering->notices;
    size_t maker = maker_of(gathering, report), actions, absorbed;

    notices_actions(notices, report, &actions);
    notices_absorbed(notices, report, &absorbed);
    if (!maker) {
        notices->hours_unaddressed += now->hours - then->hours;
        return;
    }
    add_load(&gathering->makes[maker], now->runs, now->hours);
    gathering->assumed[maker] += now->effort_assumed && now->hours > 0;
    gathering->not_costed[maker] += !now->costed;
    if (alive)
        add_load(&gathering->makes_then[maker], then->runs, then->hours);
    else
        gathering->makes_then[maker].hours += then->hours;
    if (actions || absorbed)
        add_line(gathering, maker, report, true, false, now->hours - then->hours);
}

/* Readers see that it goes, comes at another pace, in another way, or no longer to them. */
static bool readers_see(const struct gathering *gathering, uint32_t report, double runs_now,
                        double runs_then)
{
    const struct notices *notices = gathering->notices;
    size_t count, first = notices_actions(notices, report, &count), i;

    for (i = first; i < first + count; i++) {
        const struct plan *plan = gathering->story->plan;
        enum action action = plan->findings->list[plan->actions[notices->action[i]].finding].action;

        if (action != ACTION_DROP_RECIPIENTS)
            return true;
    }
    return runs_now != runs_then;
}

static void take_readers(struct gathering *gathering, uint32_t report, const struct cost *now,
                         const struct cost *then, double reading, bool alive)
{
    const struct after *after = &gathering->notices->after;
    double reading_then = !alive                   ? 0
                          : after->changed[report] ? reading_hours(&after->state[report])
                                                   : reading;
    bool seen = readers_see(gathering, report, now->runs, then->runs);
    size_t i;

    gathering->met_count = 0;
    if (alive)
        meet_after(gathering, report, report + 1);
    for (i = 0; i < gathering->met_count; i++)
        add_load(&gathering->gets_then[gathering->met[i]], then->runs, reading_then);
    gathering->met_count = 0;
    meet(gathering, recipients_of(gathering->inventory, report), gathering->now, report + 1);
    for (i = 0; i < gathering->met_count; i++) {
        uint32_t person = gathering->met[i];
        bool dropped = alive && gathering->then[person] != report + 1;

        add_load(&gathering->gets[person], now->runs, reading);
        if (seen || dropped)
            add_line(gathering, person, report, false, dropped,
                     dropped ? reading : reading - reading_then);
    }
}

static bool is_listed_off(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *status = inventory->columns[FIELD_status].number;

    return status && status_is_inactive(inventory_text(inventory, status[report]));
}

static void take_reports(struct gathering *gathering)
{
    const struct story *story = gathering->story;
    const struct findings *findings = story->findings;
    const struct after *after = &gathering->notices->after;
    uint32_t i;

    for (i = 0; i < gathering->inventory->count; i++) {
        struct cost now = baseline_cost(&findings->baseline, i);
        struct cost then = now;
        struct state state;
        bool alive = true;

        if (story->relations->listed_as[i] != i || is_listed_off(gathering->inventory, i))
            continue;
        baseline_state(&findings->baseline, i, &state);
        if (after->changed[i]) {
            state_cost(&after->state[i], &then);
            alive = after->state[i].alive;
        }
        take_maker(gathering, i, &now, &then, alive);
        take_readers(gathering, i, &now, &then, reading_hours(&state), alive);
    }
}

static void begin(struct gathering *gathering, const struct story *story, struct notices *notices)
{
    const struct inventory *inventory = story->inventory;
    size_t people = inventory->people_count;
    size_t size = people + (size_t)table_count(inventory->strings) + 1;

    *gathering = (struct gathering){.story = story,
                                    .inventory = inventory,
                                    .notices = notices,
                                    .unit_base = people,
                                    .size = size};
    gathering->makes = memory_alloc(size, sizeof(struct load));
    gathering->makes_then = memory_alloc(size, sizeof(struct load));
    gathering->gets = memory_alloc(people + 1, sizeof(struct load));
    gathering->gets_then = memory_alloc(people + 1, sizeof(struct load));
    gathering->assumed = memory_alloc(size, sizeof(size_t));
    gathering->not_costed = memory_alloc(size, sizeof(size_t));
    gathering->now = memory_alloc(people + 1, sizeof(uint32_t));
    gathering->then = memory_alloc(people + 1, sizeof(uint32_t));
}

static void end(struct gathering *gathering)
{
    memory_free(gathering->makes);
    memory_free(gathering->makes_then);
    memory_free(gathering->gets);
    memory_free(gathering->gets_then);
    memory_free(gathering->assumed);
    memory_free(gathering->not_costed);
    memory_free(gathering->now);
    memory_free(gathering->then);
    memory_free(gathering->met);
    memory_free(gathering->lines);
}

static bool is_wanted(const struct story *story, const struct notice *notice)
{
    const char *only = story->options->only_person;
    struct arena *scratch;
    struct text wanted;
    bool found;

    if (!only)
        return true;
    scratch = arena_new();
    wanted = utf8_fold(scratch, text_of(only));
    found = text_equal(utf8_fold(scratch, notice->name), wanted) ||
            (notice->email.size && text_equal(utf8_fold(scratch, notice->email), wanted));
    arena_free(scratch);
    return found;
}

static struct notice make_notice(const struct gathering *gathering, size_t to)
{
    const struct inventory *inventory = gathering->inventory;
    struct notice notice = {.makes = gathering->makes[to],
                            .makes_then = gathering->makes_then[to],
                            .assumed = gathering->assumed[to],
                            .not_costed = gathering->not_costed[to]};

    if (to >= gathering->unit_base) {
        notice.name = inventory_text(inventory, (uint32_t)(to - gathering->unit_base));
        notice.is_unit = true;
        notice.unit = notice.name;
    } else {
        const struct person *person = inventory_person(inventory, (uint32_t)to);

        notice.name = inventory_person_name(inventory, (uint32_t)to);
        notice.person = (uint32_t)to;
        notice.email = inventory_text(inventory, person->email);
        notice.unit = inventory_text(inventory, person->department);
        notice.is_list = person->is_list;
        notice.gets = gathering->gets[to];
        notice.gets_then = gathering->gets_then[to];
    }
    return notice;
}

struct keyed_line {
    struct notice_line line;
    struct text id;
};

static int by_report(const void *a, const void *b)
{
    const struct keyed_line *x = a, *y = b;
    int order = text_compare(x->id, y->id);

    if (x->line.makes != y->line.makes)
        return x->line.makes ? -1 : 1;
    return order ? order : (x->line.report > y->line.report) - (x->line.report < y->line.report);
}

static int by_addressee(const void *a, const void *b)
{
    const struct notice_line *x = a, *y = b;

    return (x->to > y->to) - (x->to < y->to);
}

static void take_lines(struct arena *arena, const struct gathering *gathering,
                       const struct notice_line *lines, size_t count, struct notice *notice)
{
    struct keyed_line *keyed = memory_alloc(count, sizeof *keyed);
    size_t i;

    for (i = 0; i < count; i++)
        keyed[i] = (struct keyed_line){lines[i], report_id(gathering->inventory, lines[i].report)};
    qsort(keyed, count, sizeof *keyed, by_report);
    notice->lines = ARENA_ARRAY(arena, count, struct notice_line);
    notice->line_count = count;
    for (i = 0; i < count; i++) {
        notice->lines[i] = keyed[i].line;
        if (keyed[i].line.makes && keyed[i].line.hours > 0)
            notice->back += keyed[i].line.hours;
        else if (keyed[i].line.makes)
            notice->taken -= keyed[i].line.hours;
    }
    memory_free(keyed);
}

static int by_name(const void *a, const void *b)
{
    const struct notice *x = a, *y = b;
    int order = text_compare(x->name, y->name);

    order = order ? order : text_compare(x->email, y->email);
    return order ? order : x->is_unit - y->is_unit;
}

static void make_list(struct arena *arena, struct gathering *gathering)
{
    struct notices *notices = gathering->notices;
    size_t count = gathering->line_count, from, to;

    if (count)
        qsort(gathering->lines, count, sizeof *gathering->lines, by_addressee);
    notices->list = ARENA_ARRAY(arena, count, struct notice);
    for (from = 0; from < count; from = to) {
        struct notice notice = make_notice(gathering, gathering->lines[from].to);

        for (to = from; to < count && gathering->lines[to].to == gathering->lines[from].to; to++)
            ;
        take_lines(arena, gathering, gathering->lines + from, to - from, &notice);
        notices->list[notices->count++] = notice;
    }
    if (notices->count)
        qsort(notices->list, notices->count, sizeof *notices->list, by_name);
}

static void name_files(struct arena *arena, struct notices *notices)
{
    struct table *names = table_new();
    size_t i, again;

    for (i = 0; i < notices->count; i++) {
        struct notice *notice = &notices->list[i];

        for (again = 0;; again++) {
            notice->file = notice_file(arena, notice->name, again);
            if (!table_find(names, text_of(notice->file)))
                break;
        }
        table_add(names, text_of(notice->file));
    }
    table_free(names);
}

static void mark_namesakes(struct notices *notices)
{
    size_t i;

    for (i = 1; i < notices->count; i++)
        if (text_equal(notices->list[i - 1].name, notices->list[i].name))
            notices->list[i - 1].has_namesake = notices->list[i].has_namesake = true;
}

/* Names of files are given before, so that a page has the same name alone and among all. */
static void keep_wanted(struct notices *notices)
{
    size_t kept = 0, i;

    for (i = 0; i < notices->count; i++)
        if (is_wanted(notices->story, &notices->list[i]))
            notices->list[kept++] = notices->list[i];
    notices->count = kept;
}

struct notices *notices_make(struct arena *arena, const struct story *story)
{
    struct notices *notices = ARENA_ARRAY(arena, 1, struct notices);
    struct gathering gathering;
    size_t all;

    *notices = (struct notices){.story = story, .draft = !story->plan_options->as_decided};
    notices->action = notice_index(arena, story->plan, false, &all);
    notices->absorbed = notice_index(arena, story->plan, true, &notices->absorbed_count);
    after_find(arena, story->plan, story->plan_options, &notices->after);
    begin(&gathering, story, notices);
    take_reports(&gathering);
    make_list(arena, &gathering);
    name_files(arena, notices);
    mark_namesakes(notices);
    keep_wanted(notices);
    end(&gathering);
    return notices;
}
