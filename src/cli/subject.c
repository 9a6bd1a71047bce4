#include "cli/subject.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/out.h"
#include "base/utf8.h"

enum { SHOWN = 5 };

static struct text id_of(const struct inventory *inventory, size_t report)
{
    return inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
}

static struct text name_of(const struct inventory *inventory, size_t report)
{
    return inventory_text(inventory, inventory->columns[FIELD_name].number[report]);
}

/* folded has a NUL behind it, as everything in an arena. */
static bool is_in(struct text folded, struct text part)
{
    return part.size && strstr(folded.data, part.data) != NULL;
}

/* Fills found with the first reports whose name has the part, those with the whole name alone where
 * there are any; returns how many there are. */
static size_t search_names(const struct inventory *inventory, const char *word, uint32_t *found)
{
    struct arena *arena = arena_new();
    struct text part = utf8_fold(arena, text_of(word));
    size_t count = 0, i;
    bool whole = false;

    for (i = 0; i < inventory->count; i++) {
        struct arena *scratch = arena_new();
        struct text name = utf8_fold(scratch, name_of(inventory, i));
        bool equal = text_equal(name, part);

        if (equal && !whole)
            count = 0;
        if (equal || (!whole && is_in(name, part))) {
            if (count < SHOWN)
                found[count] = (uint32_t)i;
            count++;
        }
        whole = whole || equal;
        arena_free(scratch);
    }
    arena_free(arena);
    return count;
}

bool subject_find(const struct inventory *inventory, const char *word, uint32_t *report)
{
    long by_id = inventory_find(inventory, text_of(word));
    uint32_t found[SHOWN];
    size_t count, i;

    if (by_id >= 0) {
        *report = (uint32_t)by_id;
        return true;
    }
    count = search_names(inventory, word, found);
    if (count == 1) {
        *report = found[0];
        return true;
    }
    fprintf(stderr, "pare: %zu reports have \"%s\" in their name or as id%s\n", count, word,
            count ? ":" : "");
    for (i = 0; i < count && i < SHOWN; i++) {
        struct text id = id_of(inventory, found[i]), name = name_of(inventory, found[i]);

        fprintf(stderr, "  %.*s  %.*s\n", TEXT_ARGS(id), TEXT_ARGS(name));
    }
    return false;
}

/* Whether any of the texts of a column is the wanted one. */
static bool is_there(const struct inventory *inventory, enum field field, const char *wanted)
{
    const uint32_t *number = inventory->columns[field].number;
    size_t i;

    for (i = 0; number && i < inventory->count; i++) {
        struct text found = field == FIELD_owner ? inventory_person_name(inventory, number[i])
                                                 : inventory_text(inventory, number[i]);

        if (number[i] && text_is_nocase(found, wanted))
            return true;
    }
    fprintf(stderr, "pare: --only: no report has the %s \"%s\"\n",
            field == FIELD_owner ? "owner" : "department", wanted);
    return false;
}

bool subject_shows(const struct inventory *inventory, const struct story_options *options)
{
    return (!options->only_department ||
            is_there(inventory, FIELD_department, options->only_department)) &&
           (!options->only_owner || is_there(inventory, FIELD_owner, options->only_owner));
}

static bool is_called(const struct inventory *inventory, uint32_t person, struct text wanted,
                      struct arena *scratch)
{
    struct text email = inventory_text(inventory, inventory_person(inventory, person)->email);

    return text_equal(utf8_fold(scratch, inventory_person_name(inventory, person)), wanted) ||
           (email.size && text_equal(utf8_fold(scratch, email), wanted));
}

/* Whether a word of three letters or more begins a word of the other. */
static bool comes_near(struct text name, struct text wanted)
{
    static const char between[] = " .@,-_";
    struct text rest, word, part;

    while (text_next(&wanted, between, &word))
        for (rest = name; word.size >= 3 && text_next(&rest, between, &part);)
            if (part.size >= word.size && memcmp(part.data, word.data, word.size) == 0)
                return true;
    return false;
}

static bool is_unit(const struct inventory *inventory, struct text wanted, struct arena *scratch)
{
    const uint32_t *unit = inventory->columns[FIELD_department].number;
    uint32_t last = 0;
    size_t i;

    for (i = 0; unit && i < inventory->count; i++) {
        if (unit[i] && unit[i] != last &&
            text_equal(utf8_fold(scratch, inventory_text(inventory, unit[i])), wanted))
            return true;
        last = unit[i];
    }
    return false;
}

bool subject_person(const struct inventory *inventory, const char *person)
{
    struct arena *scratch = arena_new();
    struct text wanted = utf8_fold(scratch, text_of(person));
    struct out *near = out_memory();
    bool found = is_unit(inventory, wanted, scratch);
    size_t shown = 0, i;

    for (i = 1; !found && i < inventory->people_count; i++) {
        struct text name = inventory_person_name(inventory, (uint32_t)i);

        found = is_called(inventory, (uint32_t)i, wanted, scratch);
        if (!found && shown < SHOWN && comes_near(utf8_fold(scratch, name), wanted)) {
            out_string(near, shown++ ? ", " : "; did you mean ");
            utf8_clean(near, name);
        }
    }
    if (!found) {
        struct out *out = out_stream(STDERR_FILENO);

        out_string(out, "pare: --for: nobody called \"");
        utf8_clean(out, text_of(person));
        out_string(out, "\" makes or gets a report");
        out_text(out, out_written(near));
        out_string(out, shown ? "?\n" : "\n");
        out_close(out);
    }
    out_close(near);
    arena_free(scratch);
    return found;
}
