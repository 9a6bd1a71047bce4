#include "compare/traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* By number in the inventory the number in the lexicon, plus one; 0 where nobody has asked yet. */
struct source {
    const struct inventory *inventory;
    uint32_t *text, *person, *people, *terms, *term;
};

void lexicon_init(struct lexicon *lexicon)
{
    memset(lexicon, 0, sizeof *lexicon);
    lexicon->arena = arena_new();
    lexicon->texts = table_new();
    lexicon->words = table_new();
    lexicon->sets = table_new();
}

void lexicon_clear(struct lexicon *lexicon)
{
    table_free(lexicon->sets);
    table_free(lexicon->words);
    table_free(lexicon->texts);
    memory_free(lexicon->sources);
    arena_free(lexicon->arena);
}

size_t lexicon_add(struct lexicon *lexicon, const struct inventory *inventory)
{
    struct arena *arena = lexicon->arena;
    struct source *source;

    lexicon->sources =
        MEMORY_ROOM(lexicon->sources, lexicon->source_count, lexicon->source_capacity);
    source = &lexicon->sources[lexicon->source_count];
    source->inventory = inventory;
    source->text = ARENA_ARRAY(arena, (size_t)table_count(inventory->strings) + 1, uint32_t);
    source->person = ARENA_ARRAY(arena, inventory->people_count + 1, uint32_t);
    source->people = ARENA_ARRAY(arena, inventory->set_count + 1, uint32_t);
    source->terms = ARENA_ARRAY(arena, inventory->set_count + 1, uint32_t);
    source->term = ARENA_ARRAY(arena, (size_t)table_count(inventory->terms) + 1, uint32_t);
    return lexicon->source_count++;
}

static uint32_t fold_number(struct lexicon *lexicon, struct text t)
{
    struct arena *scratch = arena_new();
    struct text folded = utf8_fold(scratch, t);
    uint32_t number = folded.size ? table_add(lexicon->texts, folded) : 0;

    arena_free(scratch);
    return number;
}

static uint32_t text_number(struct lexicon *lexicon, struct source *source, uint32_t text)
{
    if (!text)
        return 0;
    if (!source->text[text])
        source->text[text] = fold_number(lexicon, inventory_text(source->inventory, text)) + 1;
    return source->text[text] - 1;
}

/* An address says more than a name, which several may have. */
static uint32_t person_number(struct lexicon *lexicon, struct source *source, uint32_t person)
{
    const struct person *known = inventory_person(source->inventory, person);

    if (!person)
        return 0;
    if (!source->person[person])
        source->person[person] =
            text_number(lexicon, source, known->email ? known->email : known->name) + 1;
    return source->person[person] - 1;
}

static uint32_t term_number(struct lexicon *lexicon, struct source *source, uint32_t term)
{
    if (!source->term[term])
        source->term[term] = fold_number(lexicon, table_text(source->inventory->terms, term)) + 1;
    return source->term[term] - 1;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static uint32_t without_doubles(uint32_t *list, uint32_t count)
{
    uint32_t kept = 0, i;

    qsort(list, count, sizeof *list, compare_numbers);
    for (i = 0; i < count; i++)
        if (!kept || list[kept - 1] != list[i])
            list[kept++] = list[i];
    return kept;
}

/* The set as the text of its numbers: equal sets are equal texts. */
static uint32_t set_number(struct lexicon *lexicon, struct source *source, struct set set,
                           bool people)
{
    uint32_t *known = people ? source->people : source->terms, *list, count, i;

    if (!set.number)
        return 0;
    if (known[set.number])
        return known[set.number] - 1;
    list = memory_alloc((size_t)set.count + 1, sizeof *list);
    for (i = 0; i < set.count; i++)
        list[i] = people ? person_number(lexicon, source, set.member[i])
                         : term_number(lexicon, source, set.member[i]);
    count = without_doubles(list, set.count);
    known[set.number] =
        (count ? table_add(lexicon->sets, text_make((const char *)list, count * sizeof *list))
               : 0) +
        1;
    memory_free(list);
    return known[set.number] - 1;
}

struct numbers lexicon_set(const struct lexicon *lexicon, uint32_t set)
{
    struct text bytes = set ? table_text(lexicon->sets, set) : text_of("");

    return (struct numbers){bytes.data, (uint32_t)(bytes.size / sizeof(uint32_t))};
}

static uint32_t number_of(struct numbers numbers, uint32_t place)
{
    uint32_t number;

    memcpy(&number, (const char *)numbers.list + place * sizeof number, sizeof number);
    return number;
}

uint32_t numbers_shared(struct numbers a, struct numbers b)
{
    uint32_t i = 0, j = 0, shared = 0;

    while (i < a.count && j < b.count) {
        uint32_t x = number_of(a, i), y = number_of(b, j);

        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

static bool is_digits(struct text t, size_t from)
{
    size_t i;

    for (i = from; i < t.size; i++)
        if (!byte_is_digit((unsigned char)t.data[i]))
            return false;
    return t.size > from;
}

bool word_is_number(struct text word)
{
    return is_digits(word, 0);
}

bool word_is_year(struct text word)
{
    size_t from = text_starts(word, "fy") ? 2 : 0;

    if (!is_digits(word, from))
        return false;
    if (word.size - from == 4)
        return memcmp(word.data + from, "19", 2) == 0 || memcmp(word.data + from, "20", 2) == 0;
    return from && word.size - from == 2;
}

/* The next word of folded text; marks within a word (children's) are left out by cutting there. */
static bool next_word(struct text *rest, struct text *word)
{
    size_t start = 0, end;

    while (start < rest->size && !byte_is_alpha((unsigned char)rest->data[start]) &&
           !byte_is_digit((unsigned char)rest->data[start]) &&
           (unsigned char)rest->data[start] < 0x80)
        start++;
    for (end = start; end < rest->size; end++) {
        unsigned char c = (unsigned char)rest->data[end];

        if (!byte_is_alpha(c) && !byte_is_digit(c) && c < 0x80)
            break;
    }
    *word = text_slice(*rest, start, end);
    *rest = text_from(*rest, end);
    return word->size > 0;
}

/* "DailySalesReport" and "sales2019" are several words to whoever wrote them. */
static struct text with_gaps(struct arena *arena, struct text t)
{
    char *out = arena_alloc(arena, 2 * t.size + 1);
    size_t i, size = 0;

    for (i = 0; i < t.size; i++) {
        char c = t.data[i], last = i ? t.data[i - 1] : ' ';

        if (last >= 'a' && last <= 'z' && c >= 'A' && c <= 'Z')
            out[size++] = ' ';
        if (c != '\'')
            out[size++] = c;
    }
    return text_make(out, size);
}

static void take_words(struct lexicon *lexicon, struct source *source, uint32_t name,
                       struct traits *traits)
{
    struct arena *scratch = arena_new();
    struct text rest =
        utf8_fold(scratch, with_gaps(scratch, inventory_text(source->inventory, name)));
    struct text word, bare = text_of("");
    uint32_t words[TRAIT_WORDS], count = 0;

    while (count < TRAIT_WORDS && next_word(&rest, &word)) {
        words[count++] = table_add(lexicon->words, word);
        if (!word_is_year(word))
            bare = arena_printf(scratch, "%.*s %.*s", TEXT_ARGS(bare), TEXT_ARGS(word));
    }
    traits->bare = bare.size ? table_add(lexicon->texts, bare) : traits->name;
    traits->words = ARENA_ARRAY(lexicon->arena, count + 1, uint32_t);
    memcpy(traits->words, words, count * sizeof *words);
    traits->word_count = count;
    arena_free(scratch);
}

void traits_take(struct lexicon *lexicon, size_t number, size_t index, struct traits *traits)
{
    struct source *source = &lexicon->sources[number];
    struct report report;

    inventory_report(source->inventory, index, &report);
    memset(traits, 0, sizeof *traits);
    traits->id = table_add(lexicon->texts, inventory_text(source->inventory, report.id));
    traits->name = text_number(lexicon, source, report.name);
    traits->owner = person_number(lexicon, source, report.owner);
    traits->department = text_number(lexicon, source, report.department);
    traits->description = text_number(lexicon, source, report.description);
    traits->mandate = text_number(lexicon, source, report.mandate);
    traits->recipients = set_number(lexicon, source, report.recipients, true);
    traits->fields = set_number(lexicon, source, report.fields, false);
    traits->sources = set_number(lexicon, source, report.sources, false);
    traits->runs = report.runs;
    take_words(lexicon, source, report.name, traits);
}

void traits_deepen(struct lexicon *lexicon, struct traits *traits)
{
    struct text rest = table_text(lexicon->texts, traits->description), word;
    uint32_t told[TRAIT_TOLD], count = 0;

    if (traits->told)
        return;
    while (traits->description && count < TRAIT_TOLD && next_word(&rest, &word))
        told[count++] = table_add(lexicon->words, word);
    count = without_doubles(told, count);
    traits->told = ARENA_ARRAY(lexicon->arena, count + 1, uint32_t);
    memcpy(traits->told, told, count * sizeof *told);
    traits->told_count = count;
}
