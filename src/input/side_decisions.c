#include "base/memory.h"
#include "input/side.h"
#include "model/action.h"
#include "model/decision.h"

enum { REPORT, ACTION, DECISION, REASON, BY, ON, REVIEW_BY, DUE, DONE, TO };

static const struct side_table table = {
    "decisions",
    3,
    true,
    {
        {"report", "reportid|id|reportname|name"},
        {"action", "change|measure|what"},
        {"decision", "choice|verdict|decided|answer"},
        {"reason", "because|why|comment|note|remark"},
        {"by", "decidedby|who|approver|person"},
        {"on", "decidedon|date|when"},
        {"reviewby", "review|reviewon|again"},
        {"due", "dueby|dueon|deadline"},
        {"done", "doneon|completed|implemented"},
        {"to", "into|survivor"},
        {NULL, NULL},
    },
};

struct taken {
    struct decision *list;
    size_t count, capacity;
};

static uint32_t text_number(struct side *side, struct text t)
{
    return t.size ? table_add(side->inventory->strings, t) : 0;
}

static int32_t date_of(struct side *side, const struct side_row *row, size_t column)
{
    struct text t = row->cells[column];
    int32_t date = DATE_UNKNOWN;

    if (t.size && date_parse(t, side->options->date_order, &date) != DATE_OK) {
        diag_add(side->inventory->diag, SEVERITY_WARNING, "date", side_place(row, column),
                 "\"%.*s\" is no date, or one of two; write it as 2026-11-21", TEXT_ARGS(t));
        date = DATE_UNKNOWN;
    }
    return date;
}

static void warn(struct side *side, const struct side_row *row, size_t column, const char *wrong)
{
    diag_add(side->inventory->diag, SEVERITY_WARNING, "decision", side_place(row, column),
             "\"%.*s\" %s; the row is left out", TEXT_ARGS(row->cells[column]), wrong);
}

/* A row whose decision is blank is one that nobody has filled in: no word is lost on it. */
static void take(struct side *side, const struct side_row *row, void *context)
{
    struct inventory *inventory = side->inventory;
    struct taken *taken = context;
    long report = inventory_find(inventory, row->cells[REPORT]);
    int action = action_parse(row->cells[ACTION]);
    enum choice choice = choice_parse(row->cells[DECISION]);

    if (!row->cells[DECISION].size)
        return;
    if (choice == CHOICE_NONE) {
        warn(side, row, DECISION, "is none of accept, reject, defer");
        return;
    }
    if (action < 0) {
        warn(side, row, ACTION, "is no action that pare knows");
        return;
    }
    if (report < 0)
        diag_add(inventory->diag, SEVERITY_WARNING, "decision-lost", side_place(row, REPORT),
                 "no report has the id \"%.*s\": the decision is kept but concerns nothing",
                 TEXT_ARGS(row->cells[REPORT]));
    taken->list = MEMORY_ROOM(taken->list, taken->count, taken->capacity);
    taken->list[taken->count++] = (struct decision){
        .report = report < 0 ? DECISION_LOST : (uint32_t)report,
        .named = text_number(side, row->cells[REPORT]),
        .action = action,
        .choice = choice,
        .to = text_number(side, row->cells[TO]),
        .reason = text_number(side, row->cells[REASON]),
        .by = text_number(side, row->cells[BY]),
        .on = date_of(side, row, ON),
        .review_by = date_of(side, row, REVIEW_BY),
        .due = date_of(side, row, DUE),
        .done = date_of(side, row, DONE),
        .place = side_place(row, DECISION),
    };
}

/* Of two rows on one action of one report the later one counts. */
static void tell_again(struct side *side, const struct decision *decision)
{
    struct inventory *inventory = side->inventory;
    uint32_t last = decision->before;
    const struct decision *earlier;

    for (; last; last = earlier->before) {
        earlier = &inventory->decisions[last - 1];
        if (earlier->action != decision->action || earlier->to != decision->to)
            continue;
        diag_add(inventory->diag, SEVERITY_WARNING, "decided-again", decision->place,
                 "\"%.*s\" has a decision on this action already: \"%s\" at %s:%u, which does not "
                 "count beside this \"%s\"",
                 TEXT_ARGS(inventory_text(inventory, decision->named)),
                 choice_name(earlier->choice), earlier->place.file, (unsigned)earlier->place.line,
                 choice_name(decision->choice));
        return;
    }
}

void side_decisions(struct side *side, size_t first_input)
{
    struct inventory *inventory = side->inventory;
    struct taken taken = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < side->options->decisions_count; i++)
        side_read(side, &table, side->options->decisions[i], first_input + i, take, &taken);
    inventory->decisions = ARENA_ARRAY(inventory->arena, taken.count, struct decision);
    if (taken.count)
        inventory->last_decision = ARENA_ARRAY(inventory->arena, inventory->count, uint32_t);
    for (i = 0; i < taken.count; i++) {
        struct decision *decision = &inventory->decisions[i];

        *decision = taken.list[i];
        if (decision->report == DECISION_LOST)
            continue;
        decision->before = inventory->last_decision[decision->report];
        inventory->last_decision[decision->report] = (uint32_t)i + 1;
        tell_again(side, decision);
    }
    inventory->decision_count = taken.count;
    memory_free(taken.list);
}
