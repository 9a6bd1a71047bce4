#include "match/profile.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "match/numbering.h"
#include "match/profile_laws.h"
#include "match/profile_units.h"
#include "match/similarity.h"
#include "model/mandate.h"

enum { NAMES_AT_ONCE = 4096, AHEAD = 8 };

/* Meanings of a name without stop words and catalogue codes; all of them where nothing else is
 * left. */
static uint32_t name_meanings(const struct word_book *book, struct words words, uint32_t *meanings)
{
    uint32_t count = 0;

    if (words.count > NAME_WORDS)
        words.count = NAME_WORDS;
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t meaning = book->meaning[words.word[i]];
        if (!(book->classes[meaning] & (WORD_STOP | WORD_CATALOGUE)))
            meanings[count++] = meaning;
    }
    for (uint32_t i = 0; count == 0 && i < words.count; i++)
        meanings[i] = book->meaning[words.word[i]];
    return count ? count : words.count;
}

static struct words sorted_meanings(const struct profile *profile, uint32_t name)
{
    uint32_t start = profile->name_start[name];
    return (struct words){profile->name_sorted + start, profile->name_start[name + 1] - start};
}

/* The title is a hash until it is numbered. */
static void sort_names(void *context, size_t index)
{
    struct profile *profile = context;
    uint32_t last = (uint32_t)(index + 1) * NAMES_AT_ONCE;

    if (last > profile->tokens->names.count)
        last = profile->tokens->names.count;
    for (uint32_t name = (uint32_t)index * NAMES_AT_ONCE; name < last; name++) {
        struct words sorted = sorted_meanings(profile, name);
        sort_few(profile->name_sorted + profile->name_start[name], sorted.count);
        profile->title[name] = words_hash(sorted);
    }
}

static void prepare_names(struct profile *profile, unsigned threads)
{
    const struct tokens *tokens = profile->tokens;
    uint32_t names = tokens->names.count, total = 0;

    profile->name_start = memory_resize(NULL, (size_t)names + 1, sizeof *profile->name_start);
    profile->name_words =
        memory_resize(NULL, tokens->names.start[names], sizeof *profile->name_words);
    profile->title = memory_resize(NULL, names, sizeof *profile->title);
    for (uint32_t name = 0; name < names; name++) {
        profile->name_start[name] = total;
        total += name_meanings(&profile->book, list_words(&tokens->names, name),
                               profile->name_words + total);
    }
    profile->name_start[names] = total;
    profile->name_words = memory_resize(profile->name_words, total, sizeof *profile->name_words);
    profile->name_sorted = memory_resize(NULL, total, sizeof *profile->name_sorted);
    if (total)
        memcpy(profile->name_sorted, profile->name_words, total * sizeof *profile->name_sorted);
    parallel_for((names + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, sort_names, profile);
}

/* Returns how many titles there are. */
static uint32_t number_titles(struct profile *profile)
{
    uint32_t names = profile->tokens->names.count, *title = profile->title, count;
    struct numbering titles;

    numbering_init(&titles, names);
    for (uint32_t name = 0; name < names; name++) {
        if (name + AHEAD < names)
            numbering_fetch(&titles, title[name + AHEAD]);
        title[name] = numbering_add(&titles, sorted_meanings(profile, name), title[name]);
    }
    count = titles.count;
    numbering_clear(&titles);
    return count;
}

/* Counts, for titles of reports whose unit is known, in how many units they stand. Two are kept by
 * name, so that a third one is seen whatever the order of rows. titles: numbers run below. */
static void count_units(struct profile *profile, uint32_t titles)
{
    uint32_t(*units)[2] = memory_alloc(titles, sizeof *units);

    profile->title_units = memory_alloc(titles, sizeof *profile->title_units);
    profile->title_reports = memory_alloc(titles, sizeof *profile->title_reports);
    for (size_t report = 0; report < profile->inventory->count; report++) {
        uint32_t title = profile->title[profile->brief[report].name];
        profile->title_reports[title]++;
        uint32_t unit = profile->brief[report].unit;
        uint8_t *count = &profile->title_units[title];
        if (!unit || *count == 3 || units[title][0] == unit || units[title][1] == unit)
            continue;
        if (*count < 2)
            units[title][*count] = unit;
        ++*count;
    }
    memory_free(units);
}

double profile_runs(const struct profile *profile, uint32_t report)
{
    const struct inventory *inventory = profile->inventory;
    const double *given = inventory->columns[FIELD_runs_per_year].value;
    uint32_t frequency = profile_number(profile, FIELD_frequency, report);

    if (given && !isnan(given[report]))
        return given[report];
    if (inventory->frequencies[frequency].status == FREQUENCY_CONTINUOUS)
        return (double)INFINITY;
    return frequency ? inventory->frequencies[frequency].runs : (double)NAN;
}

static void prepare_runs(struct profile *profile)
{
    for (uint32_t report = 0; report < profile->inventory->count; report++)
        profile->brief[report].runs = (float)profile_runs(profile, report);
}

static void weigh_sets(struct profile *profile, const uint32_t *uses)
{
    const struct inventory *inventory = profile->inventory;

    profile->fields_weight = memory_alloc(inventory->set_count, sizeof *profile->fields_weight);
    for (uint32_t number = 1; number < inventory->set_count; number++) {
        struct set set = inventory_set(inventory, number);
        for (uint32_t i = 0; uses[number] && i < set.count; i++)
            profile->fields_weight[number] += profile->term_weight[set.member[i]];
    }
}

/* A field that stands in most reports says little, one that few have says much. Reports are
 * counted, not sets: a heading such as "summary" that a template puts into each of forty reports is
 * frequent. */
static void weigh_terms(struct profile *profile)
{
    const struct inventory *inventory = profile->inventory;
    const uint32_t *column = inventory->columns[FIELD_fields].number;
    uint32_t terms = table_count(inventory->terms), reports = 0;
    uint32_t *uses = memory_alloc(inventory->set_count, sizeof *uses);
    uint32_t *weight = memory_alloc((size_t)terms + 1, sizeof *weight);

    for (size_t report = 0; column && report < inventory->count; report++) {
        uses[column[report]]++;
        reports += column[report] != 0;
    }
    for (uint32_t number = 1; column && number < inventory->set_count; number++) {
        struct set set = inventory_set(inventory, number);
        for (uint32_t i = 0; uses[number] && i < set.count; i++)
            weight[set.member[i]] += uses[number];
    }
    for (uint32_t term = 1; column && term <= terms; term++)
        weight[term] = information(reports, weight[term]);
    profile->term_weight = weight;
    weigh_sets(profile, uses);
    memory_free(uses);
}

/* All words of the description stand in the name: it says nothing more. */
static bool repeats_name(const struct profile *profile, uint32_t report)
{
    struct words name = tokens_name(profile->tokens, report);
    struct words text = tokens_description(profile->tokens, report);
    const struct word_book *book = &profile->book;
    uint32_t most = name.count < NAME_WORDS ? name.count : NAME_WORDS;

    for (uint32_t i = 0, k; i < text.count; i++) {
        uint32_t meaning = book->meaning[text.word[i]];
        if (book->classes[meaning] & (WORD_STOP | WORD_GENERIC))
            continue;
        for (k = 0; k < most && book->meaning[name.word[k]] != meaning;)
            k++;
        if (k == most)
            return false;
    }
    return true;
}

static bool is_cut(const struct word_book *book, struct words text)
{
    uint32_t telling = 0;

    for (uint32_t i = 0; text.count > TEXT_WORDS && i < text.count; i++)
        telling += !(book->classes[book->meaning[text.word[i]]] & WORD_STOP);
    return telling > TEXT_WORDS;
}

static void prepare_briefs(struct profile *profile)
{
    const struct inventory *inventory = profile->inventory;
    const struct tokens *tokens = profile->tokens;

    profile->description_reports =
        memory_alloc((size_t)tokens->description_total + 1, sizeof *profile->description_reports);
    for (uint32_t report = 0; report < inventory->count; report++) {
        struct brief *brief = &profile->brief[report];
        brief->name = tokens->name_of[report];
        brief->fields = profile_number(profile, FIELD_fields, report);
        brief->description = tokens->description_of ? tokens->description_of[report] : 0;
        if (brief->description && repeats_name(profile, report))
            brief->description = 0;
        profile->description_reports[brief->description]++;
        profile->long_names += tokens_name(tokens, report).count > NAME_WORDS;
        profile->long_descriptions += is_cut(&profile->book, tokens_description(tokens, report));
    }
}

void profile_prefetch(const struct profile *profile, uint32_t report)
{
    __builtin_prefetch(&profile->brief[report]);
}

void profile_prefetch_places(const struct profile *profile, uint32_t report)
{
    const struct brief *brief = &profile->brief[report];

    __builtin_prefetch(&profile->name_start[brief->name]);
    __builtin_prefetch(&profile->tokens->names.start[brief->name]);
    if (brief->description)
        __builtin_prefetch(&profile->tokens->descriptions.start[brief->description]);
    __builtin_prefetch(&profile->fields_weight[brief->fields]);
    __builtin_prefetch(&profile->inventory->set_start[brief->fields]);
}

void profile_prefetch_sets(const struct profile *profile, uint32_t report)
{
    const struct brief *brief = &profile->brief[report];
    uint32_t name = profile->name_start[brief->name];

    __builtin_prefetch(&profile->name_sorted[name]);
    __builtin_prefetch(&profile->name_words[name]);
    __builtin_prefetch(profile->tokens->names.word + profile->tokens->names.start[brief->name]);
    if (brief->description)
        __builtin_prefetch(profile->tokens->descriptions.word +
                           profile->tokens->descriptions.start[brief->description]);
    __builtin_prefetch(inventory_set(profile->inventory, brief->fields).member);
}

/* What needs nothing of each other is prepared at the same time. */
static void (*const preparers[])(struct profile *profile) = {
    prepare_briefs, weigh_terms, profile_units, prepare_runs, profile_laws};
enum { PREPARERS = sizeof preparers / sizeof *preparers + 1 };

struct preparing {
    struct profile *profile;
    unsigned threads;
    uint32_t titles;
};

static void prepare_one(void *context, size_t task)
{
    struct preparing *preparing = context;

    if (task == 0) {
        prepare_names(preparing->profile, preparing->threads);
        preparing->titles = number_titles(preparing->profile);
    } else
        preparers[task - 1](preparing->profile);
}

void profile_init(struct profile *profile, const struct tokens *tokens, unsigned threads)
{
    struct preparing preparing = {profile, threads, 0};

    memset(profile, 0, sizeof *profile);
    profile->inventory = tokens->inventory;
    profile->tokens = tokens;
    profile->brief = memory_alloc(tokens->inventory->count, sizeof *profile->brief);
    word_book_init(&profile->book, tokens);
    parallel_for(PREPARERS, threads, prepare_one, &preparing);
    count_units(profile, preparing.titles);
}

void profile_keep(struct profile *profile, const bool *names)
{
    uint32_t count = profile->tokens->names.count;
    uint32_t *start = memory_resize(NULL, (size_t)count + 1, sizeof *start);

    memcpy(start, profile->name_start, ((size_t)count + 1) * sizeof *start);
    profile->name_words = lists_keep(start, profile->name_words, count, names);
    memory_free(start);
    profile->name_sorted = lists_keep(profile->name_start, profile->name_sorted, count, names);
}

void profile_clear(struct profile *profile)
{
    word_book_clear(&profile->book);
    memory_free(profile->name_start);
    memory_free(profile->name_words);
    memory_free(profile->name_sorted);
    memory_free(profile->title);
    memory_free(profile->title_units);
    memory_free(profile->title_reports);
    memory_free(profile->description_reports);
    memory_free(profile->brief);
    memory_free(profile->citations);
    memory_free(profile->citation_words);
    memory_free(profile->law_names);
    memory_free(profile->law_name_words);
    memory_free(profile->term_weight);
    memory_free(profile->fields_weight);
}
