#include "match/relations.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/families.h"
#include "match/matching.h"
#include "match/pairs.h"

enum {
    PAIRS_AT_ONCE = 2048, /* pairs that a thread decides before it takes the next ones */
    AHEAD = 8,            /* pairs whose names are fetched while others are decided */
};

/* That of rows which are equal in everything, and of no others. */
static const float equal_rows_score = 1.0f;

/* A same pair of two files that is less certain than this is proposed, not taken as one report. */
static const float listed_twice_score = 0.8f;

struct decision {
    uint8_t relation;
    bool ask, b_in_a, slot;
    float score;
};

struct deciding {
    struct matching *matching;
    const struct candidate *candidates;
    struct decision *decisions;
    size_t count;
};

void matching_decide(const struct matching *matching, uint32_t a, uint32_t b, uint32_t signs,
                     struct evidence *evidence, struct verdict *verdict)
{
    evidence_gather(evidence, &matching->profile, a, b, signs);
    relation_decide(evidence, frames_have(&matching->frames, evidence->names.frame), verdict);
}

uint32_t matching_signs(const struct matching *matching, uint32_t a, uint32_t b)
{
    return matching->rows[a] == matching->rows[b] ? SIGN_ROWS : 0;
}

static void decide_one(struct deciding *deciding, size_t index)
{
    const struct candidate *candidate = &deciding->candidates[index];
    struct evidence evidence;
    struct verdict verdict;

    matching_decide(deciding->matching, candidate->a, candidate->b, candidate->signs, &evidence,
                    &verdict);
    deciding->decisions[index] = (struct decision){(uint8_t)verdict.relation, verdict.ask,
                                                   verdict.b_in_a, verdict.slot, verdict.score};
}

static void decide_some(void *context, size_t index)
{
    struct deciding *deciding = context;
    const struct profile *profile = &deciding->matching->profile;
    size_t end = (index + 1) * PAIRS_AT_ONCE;

    if (end > deciding->count)
        end = deciding->count;
    for (size_t i = index * PAIRS_AT_ONCE; i < end; i++) {
        if (i + 3 * AHEAD < end)
            profile_prefetch(profile, deciding->candidates[i + 3 * AHEAD].b);
        if (i + 2 * AHEAD < end)
            profile_prefetch_places(profile, deciding->candidates[i + 2 * AHEAD].b);
        if (i + AHEAD < end)
            profile_prefetch_sets(profile, deciding->candidates[i + AHEAD].b);
        decide_one(deciding, i);
    }
}

/* Which places in names are parameters can only be told when all pairs have been seen: those that
 * would be variants if it were so are looked at twice. */
static void decide_framed(struct deciding *deciding)
{
    struct matching *matching = deciding->matching;
    struct filler *fillers = NULL;
    size_t count = 0, capacity = 0;
    struct evidence evidence;

    for (size_t i = 0; i < deciding->count; i++) {
        if (!deciding->decisions[i].slot)
            continue;
        name_compare(&matching->profile, deciding->candidates[i].a, deciding->candidates[i].b,
                     &evidence.names);
        fillers = memory_grow(fillers, count + 2, &capacity, sizeof *fillers);
        frames_of(&evidence.names, fillers + count);
        count += 2;
    }
    frames_learn(&matching->frames, fillers, count);
    memory_free(fillers);
    for (size_t i = 0; i < deciding->count && matching->frames.count; i++)
        if (deciding->decisions[i].slot)
            decide_one(deciding, i);
}

static void decide_all(struct deciding *deciding, unsigned threads)
{
    size_t tasks = (deciding->count + PAIRS_AT_ONCE - 1) / PAIRS_AT_ONCE;

    deciding->decisions = memory_alloc(deciding->count, sizeof *deciding->decisions);
    parallel_for(tasks, threads, decide_some, deciding);
    decide_framed(deciding);
}

/* Related pairs, a before b in the order of ids. */
static struct pair *accepted(const struct deciding *deciding, size_t *count)
{
    const uint32_t *rank = deciding->matching->rank;
    struct pair *pairs = NULL;
    size_t capacity = 0;

    *count = 0;
    for (size_t i = 0; i < deciding->count; i++) {
        const struct candidate *candidate = &deciding->candidates[i];
        const struct decision *decision = &deciding->decisions[i];
        bool swap = rank[candidate->a] > rank[candidate->b];
        if (decision->relation == RELATION_NONE)
            continue;
        pairs = MEMORY_ROOM(pairs, *count, capacity);
        pairs[(*count)++] = (struct pair){
            .a = swap ? candidate->b : candidate->a,
            .b = swap ? candidate->a : candidate->b,
            .relation = decision->relation,
            .b_in_a = decision->relation == RELATION_CONTAINED && decision->b_in_a != swap,
            .ask = decision->ask,
            .score = decision->score,
        };
    }
    return pairs;
}

const struct pair *matching_pair(const struct matching *matching, uint32_t a, uint32_t b)
{
    const struct relations *relations = &matching->relations;
    return pairs_find(matching, relations->pairs, relations->pair_count, a, b);
}

/* Both members are in one group of the relation of their pair. */
static const struct group *common_group(const struct relations *relations, const struct pair *pair)
{
    const uint32_t *group_of = relations->group_of[pair->relation];
    uint32_t group = group_of ? group_of[pair->a] : 0;
    return group && group == group_of[pair->b] ? &relations->groups[group - 1] : NULL;
}

/* Pairs of a large group with the kept member only, so that the list is never quadratic. */
static size_t drop_inner_pairs(const struct relations *relations, struct pair *pairs, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        const struct group *group = common_group(relations, &pairs[i]);
        if (group && group->member_count > LISTED_GROUP && group->keep != pairs[i].a &&
            group->keep != pairs[i].b)
            continue;
        pairs[kept++] = pairs[i];
    }
    return kept;
}

static bool both_have(const struct inventory *inventory, const enum field *fields, size_t count,
                      uint32_t a, uint32_t b)
{
    bool in_a = false, in_b = false;

    for (size_t i = 0; i < count; i++) {
        const double *column = inventory->columns[fields[i]].value;
        in_a |= column && !isnan(column[a]);
        in_b |= column && !isnan(column[b]);
    }
    return in_a && in_b;
}

/* Rows without ids that are equal in everything, and a same pair of two files, are one report that
 * is listed twice, unless each row has an effort or a log of its own. */
static bool is_listed_twice(const struct inventory *inventory, const struct pair *pair)
{
    static const enum field effort[] = {FIELD_effort_hours, FIELD_effort_minutes,
                                        FIELD_annual_hours};
    static const enum field log[] = {FIELD_opens, FIELD_runs_opened, FIELD_last_used,
                                     FIELD_log_days, FIELD_readers};

    if (pair->relation != RELATION_SAME || pair->score < listed_twice_score)
        return false;
    if (!inventory->file || inventory->file[pair->a] == inventory->file[pair->b])
        return pair->score >= equal_rows_score && !pair->ask;
    return !both_have(inventory, effort, sizeof effort / sizeof *effort, pair->a, pair->b) &&
           !both_have(inventory, log, sizeof log / sizeof *log, pair->a, pair->b);
}

static bool is_before(const struct matching *matching, uint32_t a, uint32_t b)
{
    const uint16_t *file = matching->profile.inventory->file;

    if (file && file[a] != file[b])
        return file[a] < file[b];
    return matching->rank[a] < matching->rank[b];
}

static void find_listed_twice(struct matching *matching, const struct pair *pairs, size_t count)
{
    struct relations *relations = &matching->relations;
    const struct inventory *inventory = relations->inventory;

    relations->listed_as = memory_alloc(inventory->count, sizeof *relations->listed_as);
    for (uint32_t report = 0; report < inventory->count; report++)
        relations->listed_as[report] = report;
    for (size_t i = 0; i < count; i++) {
        if (!is_listed_twice(inventory, &pairs[i]))
            continue;
        uint32_t first = relations->listed_as[pairs[i].a];
        uint32_t second = relations->listed_as[pairs[i].b];
        if (is_before(matching, first, second))
            relations->listed_as[second] = first;
        else
            relations->listed_as[first] = second;
    }
    for (uint32_t report = 0; report < inventory->count; report++)
        while (relations->listed_as[relations->listed_as[report]] != relations->listed_as[report])
            relations->listed_as[report] = relations->listed_as[relations->listed_as[report]];
}

static void add_refused(struct relations *relations, struct text what)
{
    relations->refused =
        relations->refused
            ? arena_printf(relations->arena, "%s; %s", relations->refused, what.data).data
            : what.data;
}

static void tell_cut(struct relations *relations, uint32_t count, const char *what, int words)
{
    if (count)
        add_refused(relations, arena_printf(relations->arena,
                                            "of %u report%s the %s of more than %d words was "
                                            "compared by its first words only",
                                            count, count == 1 ? "" : "s", what, words));
}

/* Whatever was not compared is told. */
static void tell_refused(struct relations *relations, const struct tokens *tokens,
                         const struct profile *profile, const struct candidates *candidates)
{
    tell_cut(relations, profile->long_names, "name", NAME_WORDS);
    tell_cut(relations, profile->long_descriptions, "description", TEXT_WORDS);
    if (tokens->one_edit)
        add_refused(relations, text_of("so many words of names begin alike that only one slip of "
                                       "the pen was looked for in a word"));
    for (size_t i = 0; i < REFUSALS && candidates->refused[i]; i++)
        add_refused(relations, text_of(candidates->refused[i]));
    if (candidates->cut)
        add_refused(relations,
                    arena_printf(relations->arena,
                                 "%llu times two large groups with like names, fields or readers "
                                 "were compared by their first reports only",
                                 (unsigned long long)candidates->cut));
}

/* Two that do not need each other. Each goes on in several threads where it can; where it cannot,
 * the other one does. */
struct beginning {
    const struct inventory *inventory;
    unsigned threads;
    struct tokens *tokens;
    struct candidate_search *search;
};

static void begin_some(void *context, size_t task)
{
    struct beginning *beginning = context;

    if (task == 0)
        beginning->tokens = tokens_new(beginning->inventory, beginning->threads);
    else
        beginning->search = candidates_begin(beginning->inventory, beginning->threads);
}

struct relations *match_inventory(const struct inventory *inventory,
                                  const struct match_options *options)
{
    struct matching *matching = memory_alloc(1, sizeof *matching);
    struct relations *relations = &matching->relations;

    relations->arena = arena_new();
    relations->inventory = inventory;
    struct beginning beginning = {inventory, options->threads, NULL, NULL};
    parallel_for(2, options->threads, begin_some, &beginning);
    matching->tokens = beginning.tokens;
    /* The profile comes after: finding candidates reads descriptions, and with them new words. */
    struct candidates *candidates = candidates_end(beginning.search, matching->tokens, false);
    profile_init(&matching->profile, matching->tokens, options->threads);
    matching->rank = candidates->rank;
    matching->rows = candidates->rows;
    struct deciding deciding = {.matching = matching};
    struct candidate *all =
        families_add(&matching->profile, candidates, options->threads, &deciding.count);
    tell_refused(relations, matching->tokens, &matching->profile, candidates);
    candidates->rank = candidates->rows = NULL;
    candidates_free(candidates);
    deciding.candidates = all;
    decide_all(&deciding, options->threads);
    struct pair *pairs = accepted(&deciding, &relations->pair_count);
    memory_free(deciding.decisions);
    memory_free(all);
    pairs = pairs_sort(matching, pairs, relations->pair_count);
    find_listed_twice(matching, pairs, relations->pair_count);
    groups_build(matching, pairs, relations->pair_count, options->threads);
    pairs = groups_complete(matching, pairs, &relations->pair_count);
    relations->pair_count = drop_inner_pairs(relations, pairs, relations->pair_count);
    relations->pairs = pairs;
    return relations;
}

static bool *related_reports(const struct relations *relations)
{
    bool *related = memory_alloc(relations->inventory->count, sizeof *related);

    for (size_t i = 0; i < relations->pair_count; i++)
        related[relations->pairs[i].a] = related[relations->pairs[i].b] = true;
    for (size_t g = 0; g < relations->group_count; g++)
        for (uint32_t i = 0; i < relations->groups[g].member_count; i++)
            related[relations->members[relations->groups[g].members + i]] = true;
    return related;
}

void relations_settle(struct relations *relations)
{
    struct matching *matching = (struct matching *)relations;
    struct profile *profile = &matching->profile;
    struct word_lists *names = &matching->tokens->names;
    struct word_lists *descriptions = &matching->tokens->descriptions;
    const uint32_t *description_of = matching->tokens->description_of;
    bool *related = related_reports(relations);
    bool *named = memory_alloc(names->count, sizeof *named);
    bool *described = memory_alloc((size_t)descriptions->count + 1, sizeof *described);

    for (size_t report = 0; report < relations->inventory->count; report++) {
        named[profile->brief[report].name] |= related[report];
        if (description_of)
            described[description_of[report]] |= related[report];
    }
    names->word = lists_keep(names->start, names->word, names->count, named);
    if (description_of)
        descriptions->word =
            lists_keep(descriptions->start, descriptions->word, descriptions->count, described);
    profile_keep(profile, named);
    /* From now on a name is known by the brief of its report. */
    memory_free(matching->tokens->name_of);
    matching->tokens->name_of = NULL;
    memory_free(related);
    memory_free(named);
    memory_free(described);
    memory_trim();
}

void relations_free(struct relations *relations)
{
    struct matching *matching = (struct matching *)relations;

    if (!relations)
        return;
    memory_free(relations->pairs);
    memory_free(relations->groups);
    memory_free(relations->members);
    memory_free(relations->listed_as);
    for (size_t i = 0; i < RELATION_COUNT; i++)
        memory_free(relations->group_of[i]);
    arena_free(relations->arena);
    frames_clear(&matching->frames);
    profile_clear(&matching->profile);
    tokens_free(matching->tokens);
    memory_free(matching->rank);
    memory_free(matching->rows);
    memory_free(matching);
}

const char *relation_name(enum relation relation)
{
    static const char *const names[] = {"none",    "same",    "contained",
                                        "cadence", "variant", "shared"};
    return names[relation];
}
