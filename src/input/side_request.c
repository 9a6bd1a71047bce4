#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "input/cells.h"
#include "input/side.h"
#include "model/request.h"

/* The words of a request become numbers of the inventory, as if it had stood in the file. */

static uint32_t text_number(struct inventory *inventory, const char *string)
{
    struct text t = cell_clean(text_of(string ? string : ""));

    return t.size ? table_add(inventory->strings, t) : 0;
}

/* As in the cells of an inventory: a comma separates only where nothing stronger does. */
static const char *separators_of(struct text t)
{
    bool strong =
        text_find(t, ';') < t.size || text_find(t, '|') < t.size || text_find(t, '\n') < t.size;

    return strong ? ";|\n" : ",";
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static uint32_t term_number(struct side *side, struct text piece)
{
    return table_add(side->inventory->terms, utf8_fold(side->arena, piece));
}

static uint32_t person_number(struct side *side, struct text piece)
{
    return directory_find(side->directory, piece, false);
}

static uint32_t *numbers_of(struct side *side, const char *string,
                            uint32_t (*number)(struct side *, struct text), uint32_t *count)
{
    struct text rest = text_of(string ? string : ""), piece;
    const char *separators = separators_of(rest);
    uint32_t *list = ARENA_ARRAY(side->inventory->arena, rest.size + 1, uint32_t);
    uint32_t found = 0, i;

    while (text_next(&rest, separators, &piece)) {
        piece = text_trim(piece);
        if (piece.size && (list[found] = number(side, piece)) != 0)
            found++;
    }
    qsort(list, found, sizeof *list, by_number);
    *count = 0;
    for (i = 0; i < found; i++)
        if (!i || list[i] != list[i - 1])
            list[(*count)++] = list[i];
    return list;
}

/* New terms have no spelling of their own yet. */
static void spell_terms(struct inventory *inventory, uint32_t before)
{
    uint32_t count = table_count(inventory->terms), i;

    inventory->term_spelling =
        memory_resize(inventory->term_spelling, (size_t)count + 1, sizeof(uint32_t));
    for (i = before + 1; i <= count; i++)
        inventory->term_spelling[i] = 0;
    inventory->term_spelling[0] = 0;
}

/* The unit of all reports of a person; 0 where they differ or none is known. */
static uint32_t unit_of(const struct inventory *inventory, uint32_t owner)
{
    const uint32_t *owners = inventory->columns[FIELD_owner].number;
    const uint32_t *units = inventory->columns[FIELD_department].number;
    uint32_t unit = 0;
    size_t i;

    for (i = 0; owner && owners && units && i < inventory->count; i++) {
        if (owners[i] != owner || !units[i])
            continue;
        if (unit && unit != units[i])
            return 0;
        unit = units[i];
    }
    return unit;
}

void side_request(struct side *side)
{
    const struct request_words *words = side->options->request;
    struct inventory *inventory = side->inventory;
    struct frequency_options frequency = {assume(side->assumptions, ASSUMPTION_WORKDAYS),
                                          side->options->freq_codes};
    struct request *request;
    uint32_t terms;

    if (!words)
        return;
    terms = table_count(inventory->terms);
    request = ARENA_ARRAY(inventory->arena, 1, struct request);
    request->id = table_add(inventory->strings, text_of("(new report)"));
    request->name = text_number(inventory, words->name);
    request->description = text_number(inventory, words->description);
    request->fields = numbers_of(side, words->fields, term_number, &request->field_count);
    request->recipients =
        numbers_of(side, words->recipients, person_number, &request->recipient_count);
    request->owner = words->owner ? person_number(side, text_of(words->owner)) : 0;
    request->department = unit_of(inventory, request->owner);
    request->frequency = frequency_unknown;
    if (words->frequency)
        frequency_parse(inventory->arena, text_of(words->frequency), (double)NAN, &frequency,
                        &request->frequency);
    if (words->frequency && request->frequency.status == FREQUENCY_UNKNOWN)
        diag_add(inventory->diag, SEVERITY_WARNING, "request-frequency",
                 (struct place){"--frequency", 0, 0},
                 "\"%s\" was not understood; it is taken as unknown", words->frequency);
    if (table_count(inventory->terms) > terms)
        spell_terms(inventory, terms);
    inventory->request = request;
}
