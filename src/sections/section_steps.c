/* How to go about it: in waves, a pilot with its stop rule, and who has to be there. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "plan/sensitivity.h"
#include "plan/task_force.h"
#include "sections/proposal.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The waves of struct planned. */
enum { QUICK = 1, AGREED, OUTSIDE, WAVES = OUTSIDE };

/* How long a report is paused before it ends: two of its own periods, but at least this long. US
 * National Health Service 2011: returns were suspended for a consultation of 12 weeks. */
enum { PAUSE_WEEKS = 12 };

struct wave {
    size_t changes;
    double hours, once;
    int64_t expected;
};

struct waves {
    struct wave list[WAVES];
};

static void add(struct wave *wave, const struct planned *planned, size_t count, int number)
{
    for (size_t i = 0; i < count; i++) {
        if (planned[i].wave != number)
            continue;
        wave->changes++;
        wave->hours += planned[i].hours;
        wave->once += planned[i].one_off_hours;
        wave->expected += planned[i].realisable;
    }
}

static struct waves *make_waves(struct arena *arena, const struct plan *plan)
{
    struct waves *waves = ARENA_ARRAY(arena, 1, struct waves);

    add(&waves->list[0], plan->actions, plan->count, QUICK);
    add(&waves->list[1], plan->actions, plan->count, AGREED);
    add(&waves->list[2], plan->outside, plan->outside_count, OUTSIDE);
    return waves;
}

static enum row_style wave_row(const void *context, size_t index, struct cell *cells)
{
    static const char *const names[WAVES] = {"1  Quick wins", "2  Agreements",
                                             "3  Approval from outside"};
    static const char *const what[WAVES] = {
        "what the owner can do alone",
        "what two units, or owner and readers, must agree on",
        "what law, contract or auditor would have to allow: in no total",
    };
    const struct wave *wave = &((const struct waves *)context)->list[index];

    cells[0] = cell_string(names[index]);
    cells[1] = cell_count((int64_t)wave->changes);
    cells[2] = cell_hours(wave->hours);
    cells[3] = cell_money(wave->expected);
    cells[4] = cell_hours(wave->once);
    cells[5] = cell_string(what[index]);
    cells[6] = cell_count((int64_t)index + 1);
    return ROW_PLAIN;
}

static void tell_waves(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.key = "changes", .title = "changes", .number = true},
        {.key = "hours", .title = "hours", .number = true},
        {.key = "realisable", .title = "expected", .number = true},
        {.key = "one_off_hours", .title = "hours once", .number = true},
        {.title = "", .fit = FIT_WRAP},
        {.key = "wave"},
    };

    document_table(document,
                   &(struct table_block){.key = "waves",
                                         .title = "In waves",
                                         .columns = columns,
                                         .column_count = 7,
                                         .row_count = story->plan->outside_count ? WAVES : AGREED,
                                         .row = wave_row,
                                         .context = make_waves(document->arena, story->plan)});
}

/* From the hours of the changes to those on page one. */
static void tell_once(struct document *document, const struct story *story)
{
    double force = round(force_hours(story->assumptions)), changes = 0;
    double once = round(story->plan->totals.one_off_hours);
    struct text around = text_of("");

    for (size_t i = 0; i < story->plan->count; i++)
        changes += story->plan->actions[i].one_off_hours;
    changes = round(changes);
    if (once - force - changes > 0)
        around = document_text(document, " and %.*s for asking and telling people",
                               TEXT_ARGS(document_count(document, once - force - changes)));
    document_note(
        document,
        document_text(
            document,
            "The changes take %.*s hours once; with %.*s of a task force%.*s it comes to %.*s.",
            TEXT_ARGS(document_count(document, changes)),
            TEXT_ARGS(document_count(document, force)), TEXT_ARGS(around),
            TEXT_ARGS(document_count(document, once))));
}

struct unit {
    size_t changes;
    int64_t expected;
};

/* The unit whose first wave is worth most: there a trial shows most with least. */
static uint32_t pilot_unit(const struct story *story, int wave, struct unit *best)
{
    const struct inventory *inventory = story->inventory;
    const uint32_t *column = inventory->columns[FIELD_department].number;
    struct unit *units = memory_alloc((size_t)table_count(inventory->strings) + 1, sizeof *units);
    uint32_t found = 0;

    for (size_t i = 0; column && i < story->plan->count; i++) {
        const struct planned *planned = &story->plan->actions[i];

        if (planned->wave != wave || !column[planned->report])
            continue;
        units[column[planned->report]].changes++;
        units[column[planned->report]].expected += planned->realisable;
    }
    for (size_t i = 0; column && i < inventory->count; i++) {
        uint32_t unit = column[i];
        const struct unit *now = &units[unit], *then = &units[found];

        if (!unit || !now->changes || unit == found)
            continue;
        if (!found || now->expected > then->expected ||
            (now->expected == then->expected &&
             text_compare(inventory_text(inventory, unit), inventory_text(inventory, found)) < 0))
            found = unit;
    }
    *best = units[found];
    memory_free(units);
    return found;
}

/* The low guess of how many changes last is where the plan is worse than anybody thought. */
static double least_lasting(const struct story *story)
{
    struct arena *arena = arena_new();
    struct sensitivity sensitivity;
    double least = NAN;

    sensitivity_find(arena, story->plan, story->plan_options, &sensitivity);
    for (size_t i = 0; i < sensitivity.count; i++)
        if (text_is(text_of(sensitivity.swings[i].key), "p"))
            least = sensitivity.swings[i].low_value;
    arena_free(arena);
    return least;
}

static void tell_pilot(struct document *document, const struct story *story)
{
    struct unit unit;
    uint32_t where = pilot_unit(story, QUICK, &unit);
    const char *wave = where ? "first" : "second";
    struct text name, changes;
    double least = least_lasting(story);

    if (!where)
        where = pilot_unit(story, AGREED, &unit);
    name = inventory_text(story->inventory, where);
    changes = document_number_of(document, unit.changes, "change", "changes");
    document_heading(document, 2, text_of("The pilot, and when to stop it"));
    if (where)
        document_paragraph(
            document, document_text(document, "Begin with %.*s: %.*s of the %s wave, for %d weeks.",
                                    TEXT_ARGS(name), TEXT_ARGS(changes), wave, PAUSE_WEEKS));
    else
        document_paragraph(document, document_text(document,
                                                   "Begin with the first wave in one unit, for %d "
                                                   "weeks.",
                                                   PAUSE_WEEKS));
    document_paragraph(
        document, document_text(document,
                                "A report that goes is paused, not deleted: for %d weeks, and for "
                                "two of its own issues where that is longer. Who misses it writes "
                                "one mail, and it comes back the same day.",
                                PAUSE_WEEKS));
    if (!isnan(least))
        document_paragraph(
            document, document_text(document,
                                    "Stop rule: if fewer than %.0f of 100 changes last in the "
                                    "pilot, our low guess, the other waves wait until it is "
                                    "known why. If a required report or a figure somebody "
                                    "decides by is missing for one issue, that change is undone "
                                    "at once.",
                                    100 * least));
}

struct roles {
    struct text who[6], why[6];
    size_t count;
};

static void add_role(struct roles *roles, struct text who, const char *why)
{
    roles->who[roles->count] = who;
    roles->why[roles->count++] = text_of(why);
}

static size_t protected_reports(const struct story *story)
{
    size_t count = 0;

    for (size_t i = 0; i < story->inventory->count; i++)
        count += story->findings->protected_by_mandate[i] && story->relations->listed_as[i] == i;
    return count;
}

static enum row_style role_row(const void *context, size_t index, struct cell *cells)
{
    const struct roles *roles = context;

    cells[0] = cell_text(roles->who[index]);
    cells[1] = cell_text(roles->why[index]);
    return ROW_PLAIN;
}

static void tell_roles(struct document *document, const struct story *story)
{
    static const struct column columns[] = {{.title = "who"}, {.title = "why", .fit = FIT_WRAP}};
    struct roles *roles = ARENA_ARRAY(document->arena, 1, struct roles);
    const struct totals *totals = &story->plan->totals;
    struct task_force force;
    size_t kept = protected_reports(story);

    task_force_find(document->arena, story->plan, &force);
    if (force.of > force.count)
        add_role(roles,
                 document_text(document, "%s more %s", counted(document, force.of - force.count),
                               force.by_unit ? "units" : "owners"),
                 "each agrees to the changes of their own reports");
    if (!isnan(totals->people) && totals->people >= 1)
        add_role(roles,
                 document_text(document, "about %s people who get them",
                               counted(document, (size_t)llround(totals->people))),
                 "they are told before, see where the figures stand from then on, and may object");
    if (kept)
        add_role(roles, text_of("who answers for law, contracts and audit"),
                 "looks through the protected reports and confirms that none is touched");
    if (story->plan->outside_count)
        add_role(roles, text_of("the bodies that ask for reports"),
                 "would have to allow the third wave");
    add_role(roles, text_of("who runs the systems and lists"),
             "pauses the schedules, keeps a copy, knows who is on a list");
    document_table(document, &(struct table_block){.title = "Who else must be involved, and why",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = roles->count,
                                                   .row = role_row,
                                                   .context = roles});
}

void section_steps(struct document *document, const struct story *story)
{
    if (!story->plan->count)
        return;
    document_heading(document, 1, text_of("How we would go about it"));
    tell_waves(document, story);
    tell_once(document, story);
    tell_pilot(document, story);
    document_heading(document, 2, text_of("The task force, and who else is needed"));
    section_task_force(document, story);
    tell_roles(document, story);
}
