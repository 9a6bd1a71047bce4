#include "match/mentions.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/table.h"

/* "... include in the annual report to the Council that is required by section 12" has eleven words
 * between what it says and whom; what is the same as another one names it at once. */
enum { WINDOW = 16, SAME_NEAR = 4, LONGEST = 60 };

static const struct {
    enum mention_kind kind;
    const char *words;
} phrases[] = {
#define MENTION(kind, words) {MENTION_##kind, words},
#include "match/mention_phrases.def"
#undef MENTION
};

struct search {
    const struct inventory *inventory;
    struct mentions *mentions;
    size_t capacity;
    struct arena *arena;
    struct table *names; /* ids, then what requires reports */
    uint32_t ids;        /* names up to this are ids */
    uint32_t *report;    /* by name: its number + 1; 0 where several are called so */
    struct text own[2];  /* id and mandate of the report that is read */
};

static struct text text_of_report(const struct inventory *inventory, enum field field,
                                  size_t report)
{
    return inventory_text(inventory, inventory_cell(inventory, field, report));
}

/* A bare number names nothing. */
static bool is_name(struct text t)
{
    size_t i = 0;

    while (i < t.size && byte_is_digit((unsigned char)t.data[i]))
        i++;
    return t.size >= 3 && t.size <= LONGEST && i < t.size && text_has_digit(t);
}

static void list_names(struct search *search, enum field field)
{
    size_t i;

    for (i = 0; i < search->inventory->count; i++) {
        struct text name = text_of_report(search->inventory, field, i);
        uint32_t before = table_count(search->names), number;

        if (!is_name(name))
            continue;
        number = table_add(search->names, name);
        if (number > before)
            search->report[number] = (uint32_t)i + 1;
        else if (search->report[number] != i + 1)
            search->report[number] = 0;
    }
}

static uint32_t named(const struct search *search, struct text name)
{
    uint32_t number = table_find(search->names, name);

    return number ? search->report[number] : 0;
}

/* What requires a report is no name of it, but by way of its section. */
static uint32_t named_by_id(const struct search *search, struct text name)
{
    return table_find(search->names, name) <= search->ids ? named(search, name) : 0;
}

#define OPENING "([\"'"
#define CLOSING ".,;:)]\"'"

static struct text without_end(struct text t, const char *marks)
{
    while (t.size > 1 && strchr(marks, t.data[t.size - 1]))
        t.size--;
    return t;
}

static struct text without_start(struct text t, const char *marks)
{
    while (t.size > 1 && strchr(marks, *t.data))
        t = text_from(t, 1);
    return t;
}

/* A bracket at the end may be one of the name. */
static uint32_t named_in_word(const struct search *search, struct text word)
{
    struct text name = without_end(without_start(word, OPENING), ".,;:\"'");
    uint32_t report;

    if (text_ends(name, "'s"))
        name.size -= 2;
    report = named_by_id(search, name);
    return report ? report : named_by_id(search, without_end(name, CLOSING));
}

/* "38 U.S.C. 1754(b)" and section "529" make "38 U.S.C. 529"; subsection "(a)" of it is that of
 * 1754. */
static struct text beside(struct arena *arena, struct text own, struct text section)
{
    size_t start = own.size, end;

    while (start && own.data[start - 1] != ' ')
        start--;
    end = section.data[0] == '(' ? start + text_find(text_slice(own, start, own.size), '(') : start;
    return arena_printf(arena, "%.*s%.*s", (int)end, own.data, TEXT_ARGS(section));
}

static uint32_t section_named(struct search *search, struct text word)
{
    struct text section = without_end(word, ".,;:\"'");
    uint32_t report = 0;
    size_t i;

    for (i = 0; i < 2 && !report; i++) {
        struct text name;

        if (!is_name(search->own[i]))
            continue;
        name = beside(search->arena, search->own[i], section);
        report = named(search, name);
        if (!report) /* the report stands in the first of its subsections */
            report = named(search, arena_printf(search->arena, "%.*s(a)", TEXT_ARGS(name)));
    }
    return report;
}

/* The words of the sentence in front of what it names, the latest first. */
static size_t words_before(struct text text, struct text *word)
{
    size_t count = 0, end = text.size, start;

    for (; count < WINDOW; end = start) {
        while (end && byte_is_space((unsigned char)text.data[end - 1]))
            end--;
        for (start = end; start && !byte_is_space((unsigned char)text.data[start - 1]);)
            start--;
        if (start == end || (end - start > 3 && strchr(".;", text.data[end - 1])))
            break;
        word[count++] = without_end(without_start(text_slice(text, start, end), OPENING), CLOSING);
    }
    return count;
}

static bool is_one_of(struct text word, const char *list)
{
    struct text rest = text_of(list), listed;

    while (text_next(&rest, " ", &listed))
        if (text_equal_nocase(word, listed))
            return true;
    return false;
}

/* The sentence in front of what it names, the latest word first, and what it goes on with. */
struct sentence {
    struct text word[WINDOW];
    size_t words;
    struct text rest;
};

/* How many words stand between the phrase and what is named; WINDOW where the phrase is not there,
 * or is denied. */
static size_t behind(const struct sentence *sentence, const char *phrase)
{
    enum { DENIAL = 3 };
    struct text rest = text_of(phrase), part[WINDOW];
    size_t count = 0, at, i;

    while (count < WINDOW && text_next(&rest, " ", &part[count]))
        count++;
    for (at = 0; at + count <= sentence->words; at++) {
        for (i = 0; i < count && text_equal_nocase(sentence->word[at + i], part[count - 1 - i]);
             i++)
            continue;
        if (i == count)
            break;
    }
    for (i = at + count; i < at + count + DENIAL && i < sentence->words; i++)
        if (is_one_of(sentence->word[i], "not no never nor cannot isn't without"))
            return WINDOW;
    return at + count <= sentence->words ? at : WINDOW;
}

/* "The same as HR-1, but for leavers" */
static bool goes_on_otherwise(struct text rest)
{
    struct text word;

    while (text_next(&rest, " \t\r\n", &word)) {
        if (is_one_of(without_end(without_start(word, OPENING), CLOSING),
                      "but except only without excluding apart minus plus limited filtered other"))
            return true;
        if (word.size && strchr(".;", word.data[word.size - 1]))
            break;
    }
    return false;
}

/* "Included in the annual report required by ..."; not "in this report are figures of ...". */
static bool goes_into(const struct sentence *sentence, size_t at)
{
    enum { AT_ONCE = 2 };
    size_t i = at;

    if (at && is_one_of(sentence->word[at - 1], "this these it"))
        return false;
    while (i && !is_one_of(sentence->word[i - 1],
                           "report reports return returns statement list query submission summary"))
        i--;
    return i || at <= AT_ONCE;
}

static enum mention_kind kind_of(const struct sentence *sentence)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        size_t at = behind(sentence, phrases[i].words);

        if (at < WINDOW &&
            (phrases[i].kind == MENTION_SAME ? at <= SAME_NEAR && !goes_on_otherwise(sentence->rest)
                                             : goes_into(sentence, at)))
            return phrases[i].kind;
    }
    return MENTION_NONE;
}

static void note(struct search *search, uint32_t by, uint32_t of, enum mention_kind kind)
{
    struct mentions *mentions = search->mentions;

    if (kind == MENTION_NONE)
        return;
    mentions->list = MEMORY_ROOM(mentions->list, mentions->count, search->capacity);
    mentions->list[mentions->count++] = (struct mention){by, of, kind};
}

/* "Section 12", "§ 12", "s. 12". */
static bool calls_section(struct text before)
{
    static const char *const words[] = {"section", "sections", "sec.", "s.", "§", "subsection"};
    size_t i = 0;

    while (i < sizeof words / sizeof *words && !text_is_nocase(before, words[i]))
        i++;
    return i < sizeof words / sizeof *words;
}

static void read_description(struct search *search, uint32_t report)
{
    struct text all = text_of_report(search->inventory, FIELD_description, report);
    struct text rest = all, word, before = {"", 0};

    search->own[0] = text_of_report(search->inventory, FIELD_id, report);
    search->own[1] = text_of_report(search->inventory, FIELD_mandate, report);
    while (text_next(&rest, " \t\r\n", &word)) {
        uint32_t named = 0;

        if (!word.size)
            continue;
        if (text_has_digit(word))
            named = named_in_word(search, word);
        if (!named && (text_has_digit(word) || text_starts(word, "(")) && calls_section(before))
            named = section_named(search, word);
        if (named && named != report + 1) {
            struct sentence sentence = {.rest = rest};

            sentence.words =
                words_before(text_slice(all, 0, (size_t)(word.data - all.data)), sentence.word);
            note(search, report, named - 1, kind_of(&sentence));
        }
        before = word;
    }
}

static int by_reports(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;

    if (x->by != y->by)
        return x->by < y->by ? -1 : 1;
    if (x->of != y->of)
        return x->of < y->of ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static void sort_once(struct mentions *mentions)
{
    size_t count = 0;

    if (mentions->count)
        qsort(mentions->list, mentions->count, sizeof *mentions->list, by_reports);
    for (size_t i = 0; i < mentions->count; i++)
        if (!i || mentions->list[i].by != mentions->list[i - 1].by ||
            mentions->list[i].of != mentions->list[i - 1].of)
            mentions->list[count++] = mentions->list[i];
    mentions->count = count;
}

void mentions_gather(struct mentions *mentions, const struct inventory *inventory)
{
    struct search search = {.inventory = inventory, .mentions = mentions};

    *mentions = (struct mentions){NULL, 0};
    if (!inventory->columns[FIELD_description].number)
        return;
    search.arena = arena_new();
    search.names = table_new();
    search.report = memory_alloc(2 * inventory->count + 1, sizeof *search.report);
    if (inventory->ids_given)
        list_names(&search, FIELD_id);
    search.ids = table_count(search.names);
    if (inventory->columns[FIELD_mandate].number)
        list_names(&search, FIELD_mandate);
    for (size_t i = 0; table_count(search.names) && i < inventory->count; i++)
        read_description(&search, (uint32_t)i);
    sort_once(mentions);
    memory_free(search.report);
    table_free(search.names);
    arena_free(search.arena);
}

void mentions_clear(struct mentions *mentions)
{
    memory_free(mentions->list);
    *mentions = (struct mentions){NULL, 0};
}

enum mention_kind mention_of(const struct mentions *mentions, uint32_t by, uint32_t of)
{
    struct mention wanted = {by, of, MENTION_NONE};
    size_t low = 0, high = mentions->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (by_reports(&mentions->list[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < mentions->count && mentions->list[low].by == by && mentions->list[low].of == of
               ? mentions->list[low].kind
               : MENTION_NONE;
}
