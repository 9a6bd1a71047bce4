#include "rules/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "rules/ahead.h"
#include "rules/grounds.h"
#include "rules/rules.h"
#include "rules/saving.h"

/* Reports that a task judges, and tasks after which the findings are put into the list. */
enum { CHUNK = 1024, ROUND = 128 };

/* The findings of one run of reports; each task has its own, which it fills again every round. */
struct batch {
    struct finding *list;
    size_t count, capacity;
};

struct judging {
    const struct grounds *grounds;
    size_t first; /* chunk of the round */
    struct batch batches[ROUND];
};

static bool takes_away(const struct finding *finding)
{
    return finding->action == ACTION_RETIRE || finding->action == ACTION_MERGE;
}

/* Stronger first, then the action that comes first in the order of savings, then the rule. */
static bool goes_before(const struct finding *a, const struct finding *b)
{
    if (a->strength != b->strength)
        return a->strength > b->strength;
    return a->action != b->action ? a->action < b->action : a->rule < b->rule;
}

/* Whether it asks for a rarer issue, as a proposal or as a question. */
static bool slows_down(const struct finding *finding)
{
    return finding->to_runs > 0;
}

/* What needs leave from outside and what does not are questions to different people. */
static bool makes_moot(const struct finding *a, const struct finding *b)
{
    if (a->outside != b->outside)
        return false;
    if (takes_away(a) && a->strength > STRENGTH_ASK && (!takes_away(b) || goes_before(a, b)))
        return true;
    if (slows_down(a) && slows_down(b))
        return goes_before(a, b);
    return a->action == b->action && a->action != ACTION_ASK && goes_before(a, b);
}

static void mark_superseded(struct finding *list, size_t count, const bool *refused)
{
    bool moot[RULE_COUNT]; /* by its own rule or a decision, so that it makes nothing else moot */
    size_t i, j;

    for (i = 0; i < count; i++)
        moot[i] = list[i].superseded || (refused && refused[i]);
    for (i = 0; i < count; i++) {
        for (j = 0; j < count && !list[i].superseded; j++) {
            list[i].superseded = j != i && !moot[j] && makes_moot(&list[j], &list[i]);
            list[i].superseded_by = list[j].rule;
        }
    }
    for (i = 0; i < count; i++)
        list[i].saving = list[i].superseded ? 0 : list[i].saving;
}

/* A merge that costs more than it saves is not proposed. */
static bool is_worth_it(const struct look *look, const struct finding *finding)
{
    return finding->action != ACTION_MERGE || finding->saving > 0 || !look->basis->costed ||
           !look->grounds->baseline->basis[finding->other].costed;
}

/* A set with a bit for each rule that could fire: where a report lacks all of what a rule cannot do
 * without, it would not. */
static uint32_t rules_for(const struct look *look)
{
    const struct needs *needs = &look->grounds->needs;
    /* what readers answered may tell as much as a column */
    uint64_t told = look->grounds->inventory->answers ? UINT64_MAX : look->report.given;
    uint64_t fields = needs->fields & told;
    uint32_t rules = needs->always;
    int relation;

    for (; fields; fields &= fields - 1)
        rules |= needs->with_field[__builtin_ctzll(fields)];
    for (relation = 0; relation < RELATION_COUNT; relation++)
        if (needs->in_group[relation] && look_group(look, (enum relation)relation))
            rules |= needs->in_group[relation];
    return rules & ~needs->lack_ground;
}

static void judge_report(const struct grounds *grounds, size_t report, const bool *refused,
                         struct arena *scratch, struct batch *batch)
{
    size_t first = batch->count;
    struct look look;
    uint32_t rules;

    if (!grounds->active[report])
        return;
    look_at(grounds, report, scratch, &look);
    for (rules = rules_for(&look); rules; rules &= rules - 1) {
        struct finding finding;

        if (!rules_try(&look, (enum rule)__builtin_ctz(rules), &finding, NULL))
            continue;
        finding.saving = saving_alone(&look, &finding);
        if (!is_worth_it(&look, &finding))
            continue;
        batch->list = MEMORY_ROOM(batch->list, batch->count, batch->capacity);
        batch->list[batch->count++] = finding;
    }
    mark_superseded(batch->list + first, batch->count - first, refused);
}

static void judge_chunk(void *context, size_t task)
{
    struct judging *judging = context;
    size_t count = judging->grounds->inventory->count, chunk = judging->first + task;
    size_t end = (chunk + 1) * CHUNK < count ? (chunk + 1) * CHUNK : count;
    struct batch *batch = &judging->batches[task];
    struct arena *scratch = arena_new();
    size_t i;

    batch->count = 0;
    for (i = chunk * CHUNK; i < end; i++) {
        look_ahead(judging->grounds, i);
        judge_report(judging->grounds, i, NULL, scratch, batch);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* The findings of one report. For sorting: most ids differ in their first eight bytes. */
struct run {
    uint64_t start; /* of the id */
    const struct inventory *inventory;
    const struct finding *first;
    size_t count;
};

static int compare_runs(const void *a, const void *b)
{
    const struct run *x = a, *y = b;

    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return compare_ids(x->inventory, x->first->report, y->first->report);
}

static uint64_t first_bytes(struct text t)
{
    uint64_t start = 0;
    size_t i;

    for (i = 0; i < 8; i++)
        start = start << 8 | (i < t.size ? (unsigned char)t.data[i] : 0);
    return start;
}

static bool are_in_order(const struct findings *findings)
{
    const struct finding *list = findings->list;
    size_t i;

    for (i = 1; !findings->grounds->ids_ascend && i < findings->count; i++)
        if (list[i - 1].report != list[i].report &&
            compare_ids(findings->inventory, list[i - 1].report, list[i].report) > 0)
            return false;
    return true;
}

static size_t find_runs(const struct inventory *inventory, const struct finding *list, size_t count,
                        struct run *runs)
{
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    size_t found = 0, i;

    for (i = 0; i < count; i++) {
        uint32_t report = list[i].report;

        if (i == 0 || report != list[i - 1].report)
            runs[found++] =
                (struct run){first_bytes(inventory_text(inventory, ids ? ids[report] : 0)),
                             inventory, &list[i], 0};
        runs[found - 1].count++;
    }
    return found;
}

static void sort_by_id(struct findings *findings)
{
    struct run *runs = memory_alloc(findings->count, sizeof *runs);
    struct finding *sorted = memory_alloc(findings->count, sizeof *sorted), *to = sorted;
    size_t found = find_runs(findings->inventory, findings->list, findings->count, runs), i;

    qsort(runs, found, sizeof *runs, compare_runs);
    for (i = 0; i < found; i++) {
        memcpy(to, runs[i].first, runs[i].count * sizeof *to);
        to += runs[i].count;
    }
    memory_free(runs);
    memory_free(findings->list);
    findings->list = sorted;
}

/* A large list grows without being copied, and what is not filled yet takes no memory. */
static void add_batch(struct findings *findings, const struct batch *batch, size_t *capacity)
{
    size_t need = findings->count + batch->count;

    if (!batch->count)
        return;
    findings->list = memory_grow(findings->list, need, capacity, sizeof *findings->list);
    memcpy(findings->list + findings->count, batch->list, batch->count * sizeof *batch->list);
    findings->count = need;
}

/* Round by round, so that few findings are there twice. */
static void judge_all(struct findings *findings, unsigned threads)
{
    size_t chunks = (findings->inventory->count + CHUNK - 1) / CHUNK, capacity = 0, tasks, i;
    struct judging *judging = memory_alloc(1, sizeof *judging);

    judging->grounds = findings->grounds;
    for (; judging->first < chunks; judging->first += tasks) {
        tasks = chunks - judging->first < ROUND ? chunks - judging->first : ROUND;
        parallel_for(tasks, threads, judge_chunk, judging);
        for (i = 0; i < tasks; i++)
            add_batch(findings, &judging->batches[i], &capacity);
    }
    for (i = 0; i < ROUND; i++)
        memory_free(judging->batches[i].list);
    memory_free(judging);
    findings->list = memory_resize(findings->list, findings->count, sizeof *findings->list);
    if (!are_in_order(findings))
        sort_by_id(findings);
}

struct findings *judge(const struct inventory *inventory, const struct relations *relations,
                       const struct assumptions *assumptions, const struct judge_options *options)
{
    struct findings *findings = memory_alloc(1, sizeof *findings);
    struct grounds *grounds;
    size_t i;

    findings->arena = arena_new();
    findings->inventory = inventory;
    findings->relations = relations;
    findings->assumptions = assumptions;
    findings->as_of = options->as_of;
    baseline_compute(findings->arena, inventory, relations ? relations->listed_as : NULL,
                     assumptions, options->threads, &findings->baseline);
    grounds = arena_alloc(findings->arena, sizeof *grounds);
    grounds_prepare(findings, options->threads, grounds);
    findings->grounds = grounds;
    findings->protected_by_mandate = ARENA_ARRAY(findings->arena, inventory->count, bool);
    for (i = 0; i < inventory->count; i++)
        findings->protected_by_mandate[i] = grounds->mandate[i] == MANDATE_GIVEN;
    judge_all(findings, options->threads);
    memory_trim();
    return findings;
}

void findings_refuse(struct findings *findings, const bool *refused)
{
    struct finding *list = findings->list;
    struct arena *scratch = arena_new();
    struct batch batch = {0};
    size_t from, to, i;

    for (from = 0; from < findings->count; from = to) {
        bool any = false;

        for (to = from; to < findings->count && list[to].report == list[from].report; to++)
            any = any || refused[to];
        if (!any)
            continue;
        batch.count = 0;
        judge_report(findings->grounds, list[from].report, &refused[from], scratch, &batch);
        for (i = 0; i < batch.count && from + i < to; i++)
            list[from + i] = batch.list[i];
        arena_reset(scratch);
    }
    memory_free(batch.list);
    arena_free(scratch);
}

bool rule_explain(const struct findings *findings, enum rule rule, uint32_t report,
                  struct facts *facts)
{
    struct finding finding;
    struct look look;

    look_at(findings->grounds, report, facts->arena, &look);
    return rules_try(&look, rule, &finding, facts);
}

void finding_explain(const struct findings *findings, const struct finding *finding,
                     struct facts *facts)
{
    if (finding->superseded)
        tell_text(facts, FACT_SUPERSEDED, text_of(rule_info(finding->superseded_by)->title));
    rule_explain(findings, finding->rule, finding->report, facts);
}

void finding_alone(const struct findings *findings, const struct finding *finding,
                   struct alone *alone)
{
    struct arena *scratch;
    struct look look;

    *alone = (struct alone){0, 0, 0, 0};
    if (finding->superseded)
        return;
    scratch = arena_new();
    look_at(findings->grounds, finding->report, scratch, &look);
    saving_range(&look, finding, alone);
    arena_free(scratch);
}

void findings_free(struct findings *findings)
{
    if (!findings)
        return;
    memory_free(findings->list);
    arena_free(findings->arena);
    memory_free(findings);
}
