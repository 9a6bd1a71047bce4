#include "input/people.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* A name that goes with two addresses names nobody for sure. */
#define AMBIGUOUS UINT32_MAX

struct directory {
    struct inventory *inventory;
    struct arena *arena; /* for keys on their way into a table */
    size_t arena_uses;
    struct table *emails, *names; /* folded */
    struct table *group_words;
    uint32_t *by_email, *by_name; /* person by number in the table */
    size_t email_capacity, name_capacity, people_capacity;
};

static struct text without_prefix(struct text t, const char *prefix)
{
    return text_starts(t, prefix) ? text_from(t, strlen(prefix)) : t;
}

static bool is_email(struct text t)
{
    size_t at = text_find(t, '@');

    return at > 0 && at + 1 < t.size && text_find(t, ' ') == t.size;
}

static struct text unquoted(struct text t)
{
    t = text_trim(t);
    while (t.size >= 2 && (t.data[0] == '"' || t.data[0] == '\'') &&
           t.data[t.size - 1] == t.data[0])
        t = text_trim(text_slice(t, 1, t.size - 1));
    return t;
}

void spelling_parse(struct text t, struct spelling *spelling)
{
    size_t open = text_find(t, '<');
    size_t close = text_find(t, '>');

    memset(spelling, 0, sizeof *spelling);
    if (open < close && close < t.size && is_email(text_trim(text_slice(t, open + 1, close)))) {
        spelling->email = text_trim(text_slice(t, open + 1, close));
        spelling->name = unquoted(text_slice(t, 0, open));
        return;
    }
    open = text_find(t, '(');
    close = text_find(t, ')');
    if (open < close && close < t.size && is_email(text_trim(text_slice(t, open + 1, close)))) {
        spelling->email = text_trim(text_slice(t, open + 1, close));
        spelling->name = unquoted(text_slice(t, 0, open));
        return;
    }
    t = without_prefix(unquoted(t), "mailto:");
    if (is_email(t))
        spelling->email = t;
    else
        spelling->name = t;
}

/* Groups. */

static struct table *make_group_words(void)
{
    static const char *const words[] = {
#define GROUP_WORD(word) word,
#include "input/group_words.def"
#undef GROUP_WORD
    };
    struct table *table = table_new();
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        table_add(table, text_of(words[i]));
    return table;
}

/* Every spelling is looked at, so words are split by a table. */
static bool has_group_word(const struct directory *directory, struct text folded)
{
    static const bool ends_word[256] = {
        [' '] = true, ['.'] = true, ['-'] = true, ['_'] = true, ['+'] = true,
        ['/'] = true, ['&'] = true, [','] = true, ['('] = true, [')'] = true,
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
        ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
    };
    size_t start = 0, i;

    for (i = 0; i <= folded.size; i++) {
        if (i < folded.size && !ends_word[(unsigned char)folded.data[i]])
            continue;
        if (i > start && table_find(directory->group_words, text_slice(folded, start, i)))
            return true;
        start = i + 1;
    }
    return false;
}

/* Of the address, or the name where there is none, folded. */
static bool is_list(const struct directory *directory, struct text folded)
{
    size_t at = text_find(folded, '@');
    struct text host = at < folded.size ? text_from(folded, at + 1) : text_make(NULL, 0);

    if (host.size)
        return has_group_word(directory, text_slice(folded, 0, at)) ||
               text_starts(host, "lists.") || text_starts(host, "list.") ||
               text_starts(host, "groups.");
    /* "Office, Ann" is a person as well as "Lee, Ann". */
    return text_find(folded, ',') == folded.size && has_group_word(directory, folded);
}

static struct text folded_spelling(struct directory *directory, const struct spelling *spelling)
{
    return utf8_fold(directory->arena, spelling->email.size ? spelling->email : spelling->name);
}

bool directory_is_list(struct directory *directory, const struct spelling *spelling)
{
    return is_list(directory, folded_spelling(directory, spelling));
}

/* The directory. */

struct directory *directory_new(struct inventory *inventory)
{
    struct directory *directory = memory_alloc(1, sizeof *directory);

    directory->inventory = inventory;
    directory->arena = arena_new();
    directory->emails = table_new();
    directory->names = table_new();
    directory->group_words = make_group_words();
    directory->people_capacity = inventory->people_count;
    return directory;
}

void directory_free(struct directory *directory)
{
    table_free(directory->emails);
    table_free(directory->names);
    table_free(directory->group_words);
    memory_free(directory->by_email);
    memory_free(directory->by_name);
    arena_free(directory->arena);
    memory_free(directory);
}

/* Of a folded name: "Lee, Ann" is "Ann Lee". */
static struct text name_key(struct directory *directory, struct text key)
{
    size_t comma = text_find(key, ',');

    if (comma == 0 || comma == key.size)
        return key;
    return arena_printf(directory->arena, "%.*s %.*s",
                        TEXT_ARGS(text_trim(text_from(key, comma + 1))),
                        TEXT_ARGS(text_trim(text_slice(key, 0, comma))));
}

/* Keys are copied into the tables, so what was folded long ago can go. */
static void tidy(struct directory *directory)
{
    if (++directory->arena_uses % 4096)
        return;
    arena_free(directory->arena);
    directory->arena = arena_new();
}

/* The entry of a text in one of the two tables, made where it is missing. */
static uint32_t *entry_of(struct table *table, uint32_t **numbers, size_t *capacity,
                          struct text key)
{
    uint32_t number = table_add(table, key);
    size_t had = *capacity;

    if (number >= had) {
        *numbers = memory_grow(*numbers, (size_t)number + 1, capacity, sizeof **numbers);
        memset(*numbers + had, 0, (*capacity - had) * sizeof **numbers);
    }
    return &(*numbers)[number];
}

static uint32_t *email_entry(struct directory *directory, struct text folded)
{
    return entry_of(directory->emails, &directory->by_email, &directory->email_capacity, folded);
}

static uint32_t *name_entry(struct directory *directory, struct text folded)
{
    return entry_of(directory->names, &directory->by_name, &directory->name_capacity,
                    name_key(directory, folded));
}

static uint32_t new_person(struct directory *directory)
{
    struct inventory *inventory = directory->inventory;
    struct person *person;

    inventory->people =
        MEMORY_ROOM(inventory->people, inventory->people_count, directory->people_capacity);
    person = &inventory->people[inventory->people_count];
    memset(person, 0, sizeof *person);
    person->hourly_rate = NAN;
    person->capacity_hours = NAN;
    return (uint32_t)inventory->people_count++;
}

static bool has_small_letters(struct text t)
{
    size_t i;

    for (i = 0; i < t.size; i++)
        if (t.data[i] >= 'a' && t.data[i] <= 'z')
            return true;
    return false;
}

/* Of several spellings the same one is shown whatever the order of the rows: small letters before
 * capitals only, "Ann Lee" before "Lee, Ann", then by bytes. */
static bool is_better_name(struct text a, struct text b)
{
    bool comma_a = text_find(a, ',') < a.size, comma_b = text_find(b, ',') < b.size;

    if (has_small_letters(a) != has_small_letters(b))
        return has_small_letters(a);
    if (comma_a != comma_b)
        return comma_b;
    return text_compare(a, b) < 0;
}

static void name_person(struct directory *directory, uint32_t number,
                        const struct spelling *spelling)
{
    struct person *person = &directory->inventory->people[number];
    struct table *strings = directory->inventory->strings;

    if (person->in_people_file && person->name && person->email)
        return;
    if (spelling->email.size &&
        (!person->email || (!person->in_people_file &&
                            text_compare(spelling->email, table_text(strings, person->email)) < 0)))
        person->email = table_add(strings, spelling->email);
    if (spelling->name.size &&
        (!person->name || (!person->in_people_file &&
                           is_better_name(spelling->name, table_text(strings, person->name)))))
        person->name = table_add(strings, spelling->name);
}

/* The person behind the address, who gets the name as well unless two people have it. */
static uint32_t person_by_email(struct directory *directory, const struct spelling *spelling,
                                struct text folded)
{
    uint32_t *by_email = email_entry(directory, folded);
    uint32_t *by_name;
    uint32_t person;

    if (!*by_email)
        *by_email = new_person(directory);
    person = *by_email;
    if (spelling->name.size) {
        by_name = name_entry(directory, utf8_fold(directory->arena, spelling->name));
        *by_name = !*by_name || *by_name == person ? person : AMBIGUOUS;
    }
    name_person(directory, person, spelling);
    return person;
}

uint32_t directory_enter(struct directory *directory, struct text email, struct text name)
{
    struct spelling spelling = {name, email};
    struct text folded = folded_spelling(directory, &spelling);
    uint32_t *by_name;
    uint32_t person;

    if (email.size) {
        person = person_by_email(directory, &spelling, folded);
    } else {
        by_name = name_entry(directory, folded);
        if (!*by_name || *by_name == AMBIGUOUS)
            *by_name = new_person(directory);
        person = *by_name;
        name_person(directory, person, &spelling);
    }
    directory->inventory->people[person].in_people_file = true;
    return person;
}

void directory_learn(struct directory *directory, struct text text)
{
    struct spelling spelling;

    if (text_find(text, '<') == text.size && text_find(text, '(') == text.size)
        return; /* not both */
    spelling_parse(text, &spelling);
    if (spelling.email.size && spelling.name.size)
        person_by_email(directory, &spelling, folded_spelling(directory, &spelling));
}

/* A name that two addresses have gets a person of its own, so that neither is taken for the other.
 */
static uint32_t person_by_name(struct directory *directory, const struct spelling *spelling,
                               struct text folded)
{
    struct text key = name_key(directory, folded);
    uint32_t *entry =
        entry_of(directory->names, &directory->by_name, &directory->name_capacity, key);

    if (*entry == AMBIGUOUS)
        entry = entry_of(directory->names, &directory->by_name, &directory->name_capacity,
                         arena_printf(directory->arena, "%.*s\n?", TEXT_ARGS(key)));
    if (!*entry)
        *entry = new_person(directory);
    name_person(directory, *entry, spelling);
    return *entry;
}

uint32_t directory_find(struct directory *directory, struct text text, bool in_list_column)
{
    struct spelling spelling;
    struct text folded;
    uint32_t person;

    tidy(directory);
    spelling_parse(text, &spelling);
    if (!spelling.email.size && !spelling.name.size)
        return 0;
    folded = folded_spelling(directory, &spelling);
    person = spelling.email.size ? person_by_email(directory, &spelling, folded)
                                 : person_by_name(directory, &spelling, folded);
    if (!directory->inventory->people[person].in_people_file &&
        ((in_list_column && !spelling.email.size) || is_list(directory, folded)))
        directory->inventory->people[person].is_list = true;
    return person;
}

uint32_t directory_look(struct directory *directory, struct text text)
{
    struct spelling spelling;
    uint32_t number;

    spelling_parse(text, &spelling);
    number = spelling.email.size
                 ? table_find(directory->emails, utf8_fold(directory->arena, spelling.email))
                 : 0;
    if (number)
        return directory->by_email[number];
    number = spelling.name.size
                 ? table_find(directory->names,
                              name_key(directory, utf8_fold(directory->arena, spelling.name)))
                 : 0;
    return number && directory->by_name[number] != AMBIGUOUS ? directory->by_name[number] : 0;
}
