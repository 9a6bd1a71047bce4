#include "input/last_first.h"

#include <string.h>

static bool byte_is_upper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool has(struct text t, char c)
{
    return t.size && memchr(t.data, c, t.size);
}

/* Letters, hyphens and apostrophes, the first a capital and one a small letter: "HR" is no name. */
static bool is_name_word(struct text t)
{
    bool small = false;
    size_t i;

    if (t.size < 2 ||
        !(byte_is_upper((unsigned char)t.data[0]) || (unsigned char)t.data[0] >= 0x80))
        return false;
    for (i = 0; i < t.size; i++) {
        unsigned char c = (unsigned char)t.data[i];

        if (!byte_is_alpha(c) && c < 0x80 && c != '-' && c != '\'' && c != '.')
            return false;
        small |= c >= 0x80 || (byte_is_alpha(c) && !byte_is_upper(c));
    }
    return small;
}

/* "van", "der"; "M." */
static bool is_particle(struct text word)
{
    bool small =
        byte_is_alpha((unsigned char)word.data[0]) && !byte_is_upper((unsigned char)word.data[0]);

    return small ? word.size < 5 : byte_is_upper((unsigned char)word.data[0]) && word.size < 3;
}

/* Of several words, each a name or a small particle: "van der Berg", "Jane M." */
static bool are_name_words(struct text t)
{
    enum { NAMES_MOST = 4 };
    struct text word;
    size_t count = 0;

    while (text_next(&t, " ", &word)) {
        if (word.size && !is_name_word(word) && !is_particle(word))
            return false;
        count += word.size > 0;
    }
    return count > 0 && count < NAMES_MOST;
}

bool may_be_last_first(struct text last, struct text first, bool *plain)
{
    *plain = is_name_word(last) && is_name_word(first);
    return *plain ||
           (are_name_words(last) && are_name_words(first) && !(has(last, ' ') && has(first, ' ')));
}

bool pieces_are_a_list(const struct text *pieces, size_t count)
{
    return count > 2 || (has(pieces[0], ' ') && has(pieces[1], ' ')) || has(pieces[0], '@') ||
           has(pieces[1], '@');
}

void last_first_end_file(struct builder *builder)
{
    for (; builder->pairs_told < builder->pair_count; builder->pairs_told++) {
        struct last_first *pair = &builder->pairs[builder->pairs_told];

        pair->others = builder->list_signs[pair->field].others;
        pair->commas = builder->list_signs[pair->field].commas;
    }
    memset(builder->list_signs, 0, sizeof builder->list_signs);
}

/* A pair cut at its comma. */
struct halves {
    struct text last, first;
};

static struct halves halves_of(const struct builder *builder, const struct last_first *pair)
{
    struct text whole = table_text(builder->pair_words, pair->whole);
    size_t comma = text_find(whole, ',');

    return (struct halves){text_trim(text_slice(whole, 0, comma)),
                           text_trim(text_from(whole, comma + 1))};
}

/* What pairs stand in the first and in the second place: who is in both is no last name. */
struct sides {
    struct table *last, *first;
};

static struct sides sides_of(const struct builder *builder)
{
    struct sides sides = {table_new(), table_new()};
    uint32_t i;

    for (i = 1; i <= table_count(builder->pair_words); i++) {
        struct halves halves = halves_of(builder, &(struct last_first){.whole = i});

        table_add(sides.last, halves.last);
        table_add(sides.first, halves.first);
    }
    return sides;
}

static bool is_group(struct directory *directory, struct text name)
{
    return directory_is_list(directory, &(struct spelling){name, {NULL, 0}});
}

/* Whether one of the halves is a recipient of its own elsewhere, a team, or a department or the
 * like of the inventory. */
static bool stands_alone(const struct builder *builder, struct directory *directory,
                         const struct sides *sides, const struct halves *halves)
{
    const struct table *strings = builder->inventory->strings;

    return table_find(builder->spellings, halves->last) || table_find(strings, halves->last) ||
           table_find(strings, halves->first) || table_find(builder->spellings, halves->first) ||
           table_find(sides->first, halves->last) || table_find(sides->last, halves->first) ||
           is_group(directory, halves->last) || is_group(directory, halves->first);
}

static void tell(struct builder *builder, const struct last_first *pair, const char *one_or_two,
                 const char *why, const char *otherwise)
{
    struct inventory *inventory = builder->inventory;
    struct place place = {inventory->inputs[pair->file].file, pair->line, pair->column};
    struct halves halves = halves_of(builder, pair);

    diag_add(inventory->diag, SEVERITY_NOTE, "last-first", place,
             "\"%.*s, %.*s\" is read as %s: %s; write \"%.*s%s%.*s\" if that is wrong",
             TEXT_ARGS(halves.last), TEXT_ARGS(halves.first), one_or_two, why,
             TEXT_ARGS(*one_or_two == 't' ? halves.first : halves.last), otherwise,
             TEXT_ARGS(*one_or_two == 't' ? halves.last : halves.first));
}

static struct text turned(struct arena *arena, const struct halves *halves)
{
    return arena_printf(arena, "%.*s %.*s", TEXT_ARGS(halves->first), TEXT_ARGS(halves->last));
}

/* Whether the pair is one person. In the order of what is surest: the person is known, a half
 * stands for itself elsewhere, what separates people in the other cells, and two single words as
 * names. */
static bool is_one(struct builder *builder, struct directory *directory, const struct sides *sides,
                   const struct last_first *pair)
{
    struct text whole = table_text(builder->pair_words, pair->whole);
    struct halves halves = halves_of(builder, pair);

    if (table_find(builder->spellings, whole) || directory_look(directory, whole) ||
        table_find(builder->spellings, turned(builder->arena, &halves)))
        return true;
    if (stands_alone(builder, directory, sides, &halves))
        return false;
    if (pair->commas) {
        if (pair->plain)
            tell(builder, pair, "two recipients", "commas separate them in other cells", " ");
        return false;
    }
    if (!pair->others && !pair->plain)
        return false;
    tell(builder, pair, "one person, last name first",
         pair->others ? "other cells have semicolons or lines between recipients"
                      : "both are single words that stand nowhere alone",
         "; ");
    return true;
}

/* The decisions come first, so that what they add changes none of them. */
void last_first_settle(struct builder *builder, struct directory *directory)
{
    struct sides sides = sides_of(builder);
    size_t i;

    for (i = 0; i < builder->pair_count; i++)
        builder->pairs[i].one = is_one(builder, directory, &sides, &builder->pairs[i]);
    for (i = 0; i < builder->pair_count; i++) {
        const struct last_first *pair = &builder->pairs[i];
        uint32_t *member = builder->lists[pair->field].member + pair->member;
        struct halves halves = halves_of(builder, pair);

        if (pair->one)
            halves.last = halves.first = table_text(builder->pair_words, pair->whole);
        member[0] = table_add(builder->spellings, halves.last);
        member[1] = table_add(builder->spellings, halves.first);
    }
    table_free(sides.last);
    table_free(sides.first);
}
