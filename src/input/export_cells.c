#include "input/export_cells.h"

#include <expat.h>
#include <json-c/json.h>
#include <string.h>

#include "base/memory.h"

struct text join_lists(struct arena *arena, struct text a, struct text b)
{
    b = text_trim(b);
    if (!a.size || !b.size)
        return a.size ? a : b;
    return arena_printf(arena, "%.*s; %.*s", TEXT_ARGS(a), TEXT_ARGS(b));
}

/* A list or value that grows by pieces, with room to spare, so that long ones stay cheap. */
struct growing {
    char *data;
    size_t size, capacity;
};

static struct text grown(const struct growing *growing)
{
    return text_make(growing->data, growing->size);
}

static void grow(struct arena *arena, struct growing *growing, struct text piece)
{
    size_t need = growing->size + piece.size;
    char *data;

    if (!piece.size)
        return;
    if (need > growing->capacity) {
        growing->capacity = need * 2;
        data = ARENA_ARRAY(arena, growing->capacity, char);
        if (growing->size)
            memcpy(data, growing->data, growing->size);
        growing->data = data;
    }
    memcpy(growing->data + growing->size, piece.data, piece.size);
    growing->size = need;
}

static void grow_list(struct arena *arena, struct growing *list, struct text item)
{
    item = text_trim(item);
    if (list->size && item.size)
        grow(arena, list, text_of("; "));
    grow(arena, list, item);
}

struct text address_list(struct arena *arena, struct text list)
{
    struct text copy;
    size_t i;

    if (text_find(list, ',') == list.size || text_find(list, '@') == list.size ||
        text_find(list, '"') < list.size || text_find(list, '<') < list.size)
        return list;
    copy = arena_copy(arena, list);
    for (i = 0; i < copy.size; i++)
        if (copy.data[i] == ',')
            ((char *)copy.data)[i] = ';';
    return copy;
}

/* ---- XML: <ParameterValues><ParameterValue><Name>TO</Name><Value>a; b</Value> ... ---- */

struct xml_reading {
    struct arena *arena;
    struct delivery_settings *settings;
    struct growing name, value, *target; /* of the ParameterValue that is open */
};

static void XMLCALL begin_element(void *data, const XML_Char *element, const XML_Char **attributes)
{
    struct xml_reading *reading = data;

    (void)attributes;
    if (strcmp(element, "ParameterValue") == 0) {
        memset(&reading->name, 0, sizeof reading->name);
        memset(&reading->value, 0, sizeof reading->value);
    }
    reading->target = strcmp(element, "Name") == 0    ? &reading->name
                      : strcmp(element, "Value") == 0 ? &reading->value
                                                      : NULL;
}

static void XMLCALL add_characters(void *data, const XML_Char *characters, int size)
{
    struct xml_reading *reading = data;

    if (reading->target)
        grow(reading->arena, reading->target, text_make(characters, (size_t)size));
}

/* A value that comes from a query of a data-driven subscription stands in <Field>, not in <Value>,
 * so nothing is known of it. */
static void take_parameter(struct xml_reading *reading)
{
    struct delivery_settings *settings = reading->settings;
    struct text value = text_trim(grown(&reading->value));
    struct text name = text_trim(grown(&reading->name));

    if (text_is_nocase(name, "TO") || text_is_nocase(name, "CC") || text_is_nocase(name, "BCC"))
        settings->recipients =
            join_lists(reading->arena, settings->recipients, address_list(reading->arena, value));
    else if (text_is_nocase(name, "PATH"))
        settings->path = value;
    else if (text_is_nocase(name, "RenderFormat") || text_is_nocase(name, "RENDER_FORMAT"))
        settings->render_format = value;
    else if (text_is_nocase(name, "IncludeReport"))
        settings->include_report = value;
    else if (text_is_nocase(name, "IncludeLink"))
        settings->include_link = value;
}

static void XMLCALL end_element(void *data, const XML_Char *element)
{
    struct xml_reading *reading = data;

    reading->target = NULL;
    if (strcmp(element, "ParameterValue") == 0)
        take_parameter(reading);
}

static void *xml_alloc(size_t size)
{
    return memory_alloc(size, 1);
}

static void *xml_resize(void *memory, size_t size)
{
    return memory_resize(memory, size, 1);
}

bool delivery_settings_read(struct arena *arena, struct text xml,
                            struct delivery_settings *settings)
{
    static const XML_Memory_Handling_Suite memory = {xml_alloc, xml_resize, memory_free};
    struct xml_reading reading = {.arena = arena, .settings = settings};
    XML_Parser parser;
    bool whole;

    memset(settings, 0, sizeof *settings);
    xml = text_trim(xml);
    if (!xml.size || xml.size > INT32_MAX)
        return !xml.size;
    parser = XML_ParserCreate_MM("UTF-8", &memory, NULL);
    if (!parser)
        return false;
    XML_SetUserData(parser, &reading);
    XML_SetElementHandler(parser, begin_element, end_element);
    XML_SetCharacterDataHandler(parser, add_characters);
    whole = XML_Parse(parser, xml.data, (int)xml.size, 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return whole;
}

/* ---- JSON ---- */

enum { DEPTH_MOST = 16 };

/* Keys under which a system names an address, and the name of whom it belongs to. */
static const char *const address_keys[] = {
    "emailAddress",      "email",   "emails",     "target", "ccTarget", "bccTarget", "address",
    "userPrincipalName", "channel", "recipients", "to",     "cc",       "bcc",
};
static const char *const name_keys[] = {"displayName", "display_name", "name"};

static bool is_key(const char *key, const char *const *keys, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (text_is_nocase(text_of(key), keys[i]))
            return true;
    return false;
}

/* The first byte that is no blank, from a place on or, with step -1, from there backwards. */
static char beside(struct text t, size_t at, int step)
{
    while (at < t.size && t.data[at] == ' ')
        at += (size_t)step;
    return at < t.size ? t.data[at] : '\0';
}

/* None, True and False of Python as JSON has them; quotes are as good single as double to json-c.
 */
static struct text from_python(struct arena *arena, struct text json)
{
    enum { NONE = 4 };
    struct text copy = arena_copy(arena, json);
    char *data = (char *)copy.data;
    size_t at, next;

    for (at = 1; (next = text_search(text_from(copy, at), "None")) + at < copy.size; at += NONE) {
        at += next;
        if (strchr(":,[", beside(copy, at - 1, -1)) && strchr(",]}", beside(copy, at + NONE, 1)))
            memcpy(data + at, "null", NONE);
    }
    return copy;
}

/* json-c does not survive a lack of memory. So more than it can need is asked for beforehand, where
 * the lack ends the program as everywhere, and given back to it. */
static void ensure_memory(size_t size)
{
    enum { NODE = 64, LEAST = 16384 }; /* a node of json-c for every second byte at most */

    memory_free(memory_resize(NULL, size * NODE + LEAST, 1));
}

static struct json_object *parse_json(struct arena *arena, struct text json)
{
    struct json_tokener *tokener;
    struct json_object *object;

    json = text_trim(json);
    if (json.size < 2 || json.size > INT32_MAX || (json.data[0] != '{' && json.data[0] != '['))
        return NULL;
    json = from_python(arena, json);
    ensure_memory(json.size);
    tokener = json_tokener_new();
    if (!tokener)
        return NULL;
    object = json_tokener_parse_ex(tokener, json.data, (int)json.size);
    json_tokener_free(tokener);
    return object;
}

static struct text string_of(struct arena *arena, struct json_object *object)
{
    if (!object || !json_object_is_type(object, json_type_string))
        return text_of("");
    return arena_copy(arena, text_make(json_object_get_string(object),
                                       (size_t)json_object_get_string_len(object)));
}

static struct text named_in(struct arena *arena, struct json_object *object)
{
    struct json_object *value;
    size_t i;

    for (i = 0; i < sizeof name_keys / sizeof *name_keys; i++)
        if (json_object_object_get_ex(object, name_keys[i], &value) &&
            json_object_is_type(value, json_type_string))
            return string_of(arena, value);
    return text_of("");
}

/* An address of one person goes with the name beside it. A name may stand beside many, so that a
 * long text that is none must not be repeated for each. */
static struct text with_name(struct arena *arena, struct text name, struct text address)
{
    enum { LONGEST_NAME = 128 };
    bool one = text_find(address, '@') < address.size && text_find(address, ',') == address.size &&
               text_find(address, ';') == address.size;

    if (!name.size || name.size > LONGEST_NAME || !one || text_find(name, '@') < name.size)
        return address;
    return arena_printf(arena, "\"%.*s\" <%.*s>", TEXT_ARGS(name), TEXT_ARGS(address));
}

struct collecting {
    struct arena *arena;
    struct growing list;
};

static void collect(struct collecting *collecting, struct json_object *object, bool is_address,
                    struct text name, int depth);

static void collect_members(struct collecting *collecting, struct json_object *object, int depth)
{
    struct text name = named_in(collecting->arena, object);
    size_t before = collecting->list.size;

    json_object_object_foreach(object, key, value)
    {
        bool is_address = is_key(key, address_keys, sizeof address_keys / sizeof *address_keys);

        collect(collecting, value, is_address, name, depth + 1);
    }
    if (collecting->list.size == before) /* a group may have a name only */
        grow_list(collecting->arena, &collecting->list, name);
}

static void collect(struct collecting *collecting, struct json_object *object, bool is_address,
                    struct text name, int depth)
{
    struct arena *arena = collecting->arena;
    size_t i;

    if (!object || depth > DEPTH_MOST)
        return;
    switch (json_object_get_type(object)) {
    case json_type_string:
        if (is_address)
            grow_list(arena, &collecting->list, with_name(arena, name, string_of(arena, object)));
        return;
    case json_type_array:
        for (i = 0; i < json_object_array_length(object); i++)
            collect(collecting, json_object_array_get_idx(object, i), is_address || depth == 0,
                    name, depth + 1);
        return;
    case json_type_object:
        collect_members(collecting, object, depth);
        return;
    default:
        return;
    }
}

static bool is_address_byte(char c)
{
    return byte_is_alpha((unsigned char)c) || byte_is_digit((unsigned char)c) || c == '.' ||
           c == '-' || c == '_' || c == '+' || (unsigned char)c >= 0x80;
}

/* The addresses in JSON that breaks off, as a spreadsheet cuts cells at 32767 characters. */
static struct text addresses_in(struct arena *arena, struct text t)
{
    struct growing list = {NULL, 0, 0};
    size_t start, end, i;

    for (i = 1; i + 1 < t.size; i++) {
        if (t.data[i] != '@')
            continue;
        for (start = i; start > 0 && is_address_byte(t.data[start - 1]); start--)
            ;
        for (end = i + 1; end < t.size && is_address_byte(t.data[end]); end++)
            ;
        if (start < i && end > i + 1 && end < t.size) /* what stands at the end may be cut itself */
            grow_list(arena, &list, text_slice(t, start, end));
    }
    return grown(&list);
}

struct text people_in_json(struct arena *arena, struct text json)
{
    struct json_object *object = parse_json(arena, json);
    struct collecting collecting = {arena, {NULL, 0, 0}};
    struct text list;

    collect(&collecting, object, false, text_of(""), 0);
    list = object ? grown(&collecting.list) : addresses_in(arena, json);
    json_object_put(object);
    return address_list(arena, list);
}

struct text strings_in_json(struct arena *arena, struct text json)
{
    struct json_object *object = parse_json(arena, json);
    struct collecting collecting = {arena, {NULL, 0, 0}};

    collect(&collecting, object, true, text_of(""), 0);
    json_object_put(object);
    return grown(&collecting.list);
}

bool json_is_whole(struct arena *arena, struct text json)
{
    struct json_object *object = parse_json(arena, json);

    json_object_put(object);
    return object != NULL;
}

struct text json_string(struct arena *arena, struct text json, const char *key)
{
    struct json_object *object = parse_json(arena, json), *value;
    struct text string = text_of("");

    if (object && json_object_is_type(object, json_type_object) &&
        json_object_object_get_ex(object, key, &value))
        string = string_of(arena, value);
    json_object_put(object);
    return string;
}

bool markup_is_whole(struct arena *arena, struct text cell)
{
    struct delivery_settings settings;
    struct text inside;

    cell = text_trim(cell);
    if (text_starts(cell, "<ParameterValue") || text_starts(cell, "<?xml"))
        return delivery_settings_read(arena, cell, &settings);
    inside = cell.size && strchr("[{", cell.data[0]) ? text_trim(text_from(cell, 1)) : text_of("");
    if (!inside.size || !strchr("{\"'", inside.data[0])) /* "[Draft] Sales" */
        return true;
    return json_is_whole(arena, cell);
}
