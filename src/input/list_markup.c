#include "input/list_markup.h"

#include <string.h>

#include "input/export_cells.h"

static bool is_null(struct text piece)
{
    return text_is_nocase(piece, "null") || text_is(piece, "None");
}

static bool begins_with_null(struct text inside)
{
    size_t end = text_find(inside, ',');

    return end < inside.size && is_null(text_trim(text_slice(inside, 0, end)));
}

/* "[null, null]" */
static bool has_only_nulls(struct text cell)
{
    struct text rest, piece;

    if (cell.size < 2 || cell.data[0] != '[' || cell.data[cell.size - 1] != ']')
        return false;
    rest = text_slice(cell, 1, cell.size - 1);
    while (text_next(&rest, ",", &piece))
        if (!is_null(text_trim(piece)))
            return false;
    return true;
}

/* Not "[Draft] Sales", {{unit}} or <ann@x.org>. */
bool list_is_markup(struct text cell)
{
    struct text inside;

    if (!cell.size || !strchr("[{<", cell.data[0]))
        return false;
    if (cell.data[0] == '<')
        return text_starts(cell, "<?xml") || text_starts(cell, "<ParameterValue") ||
               text_search(cell, "</") < cell.size;
    inside = text_trim(text_from(cell, 1));
    return inside.size && (strchr(cell.data[0] == '[' ? "\"'{[" : "\"'", inside.data[0]) ||
                           (cell.data[0] == '[' && begins_with_null(inside)));
}

static struct text people_of_xml(struct arena *arena, struct text cell, const char **wrong)
{
    struct delivery_settings settings;

    if (!delivery_settings_read(arena, cell, &settings))
        *wrong = "the XML in the cell is broken; who is named behind that is lost";
    else if (!settings.recipients.size)
        *wrong = "nobody can be read from the XML in the cell; who is meant stays unknown";
    return settings.recipients;
}

static struct text people_of_json(struct arena *arena, struct text cell, const char **wrong)
{
    struct text list = people_in_json(arena, cell);

    if (!json_is_whole(arena, cell))
        *wrong = "the JSON in the cell is broken; only its addresses are read";
    else if (!list.size)
        *wrong = "nobody can be read from the JSON in the cell; who is meant stays unknown";
    return list;
}

static struct text terms_of(struct arena *arena, struct text cell, const char **wrong)
{
    struct text list = cell.data[0] == '<' ? text_of("") : strings_in_json(arena, cell);

    if (list.size)
        return list;
    *wrong = cell.data[0] == '<' ? "the XML in the cell is not understood; it is read as plain text"
             : json_is_whole(arena, cell)
                 ? "the JSON in the cell is not understood; it is read as plain text"
                 : "the JSON in the cell is broken; it is read as plain text";
    return cell;
}

struct text list_of_markup(struct arena *arena, struct text cell, bool people, const char **wrong)
{
    *wrong = NULL;
    if (has_only_nulls(cell))
        return text_of("");
    if (!people)
        return terms_of(arena, cell, wrong);
    return cell.data[0] == '<' ? people_of_xml(arena, cell, wrong)
                               : people_of_json(arena, cell, wrong);
}
