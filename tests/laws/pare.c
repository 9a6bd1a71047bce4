#include "pare.h"

#include <csv.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *program(void)
{
    const char *name = getenv("PARE");

    return name && *name ? name : "build/pare";
}

char *pare_output(const char *command, int *status)
{
    char line[4096];
    char *text = NULL;
    size_t size = 0;
    int ended;

    snprintf(line, sizeof line, "export SOURCE_DATE_EPOCH=1764547200; pare() { '%s' \"$@\"; }; %s",
             program(), command);
    FILE *pipe = popen(line, "r");
    assert_non_null(pipe);
    do {
        text = realloc(text, size + 65536 + 1);
        assert_non_null(text);
        size_t got = fread(text + size, 1, 65536, pipe);
        size += got;
    } while (!feof(pipe) && !ferror(pipe));
    text[size] = '\0';
    ended = pclose(pipe);
    *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    return text;
}

struct json_object *pare_audit(const char *arguments)
{
    char command[4096];
    int status;

    snprintf(command, sizeof command, "pare audit -f json 2>/dev/null %s", arguments);
    char *text = pare_output(command, &status);
    assert_int_equal(status, 0);

    struct json_tokener *tokener = json_tokener_new();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    struct json_object *audit = json_tokener_parse_ex(tokener, text, (int)strlen(text) + 1);
    if (!audit)
        fail_msg("%s: no valid JSON: %s", arguments,
                 json_tokener_error_desc(json_tokener_get_error(tokener)));
    json_tokener_free(tokener);
    free(text);
    return audit;
}

struct json_object *json_table(struct json_object *audit, const char *key)
{
    struct json_object *table = json_object_object_get(audit, key);

    if (!json_object_is_type(table, json_type_array))
        fail_msg("no table %s", key);
    return table;
}

static struct json_object *value_of(struct json_object *row, const char *key)
{
    struct json_object *value;

    if (!json_object_object_get_ex(row, key, &value))
        fail_msg("no key %s in %s", key, json_object_to_json_string(row));
    return value;
}

const char *json_text(struct json_object *row, const char *key)
{
    struct json_object *value = value_of(row, key);

    return value ? json_object_get_string(value) : "";
}

double json_number(struct json_object *row, const char *key)
{
    struct json_object *value = value_of(row, key);

    return value ? json_object_get_double(value) : (double)NAN;
}

long long json_cents(struct json_object *row, const char *key)
{
    double amount = json_number(row, key);

    if (isnan(amount))
        return 0;
    assert_near(amount * 100, round(amount * 100), 1e-3);
    return llround(amount * 100);
}

struct json_object *json_find(struct json_object *table, const char *key, const char *text)
{
    size_t count = json_object_array_length(table);

    for (size_t i = 0; i < count; i++) {
        struct json_object *row = json_object_array_get_idx(table, i);
        if (!strcmp(json_text(row, key), text))
            return row;
    }
    return NULL;
}

const char *real_inventory(const char *name)
{
    static char path[4096];
    const char *folder = getenv("PARE_DATA");

    if (!folder || !*folder) {
        fprintf(stderr, "SKIPPED: PARE_DATA does not name the folder with %s\n", name);
        skip();
    }
    snprintf(path, sizeof path, "%s/inventories/%s", folder, name);
    if (access(path, R_OK))
        fail_msg("%s cannot be read", path);
    return path;
}

struct reading {
    const char *header;
    size_t row, cell, column, count;
    char **cells;
};

static void on_cell(void *data, size_t size, void *context)
{
    struct reading *reading = context;
    const char *text = data;

    if (reading->row == 0) {
        if (size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
            text += 3;
            size -= 3;
        }
        if (size == strlen(reading->header) && !memcmp(text, reading->header, size))
            reading->column = reading->cell;
    } else if (reading->cell == reading->column) {
        reading->cells = realloc(reading->cells, (reading->count + 2) * sizeof *reading->cells);
        assert_non_null(reading->cells);
        char *copy = calloc(size + 1, 1);
        assert_non_null(copy);
        memcpy(copy, text, size);
        reading->cells[reading->count++] = copy;
        reading->cells[reading->count] = NULL;
    }
    reading->cell++;
}

static void on_row(int end, void *context)
{
    struct reading *reading = context;

    (void)end;
    reading->row++;
    reading->cell = 0;
}

char **csv_column(const char *path, const char *header, size_t *count)
{
    struct reading reading = {.header = header, .column = SIZE_MAX};
    struct csv_parser parser;
    char buffer[65536];
    size_t size;
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    assert_int_equal(csv_init(&parser, 0), 0);
    while ((size = fread(buffer, 1, sizeof buffer, file)) > 0)
        assert_int_equal(csv_parse(&parser, buffer, size, on_cell, on_row, &reading), size);
    csv_fini(&parser, on_cell, on_row, &reading);
    csv_free(&parser);
    fclose(file);
    *count = reading.count;
    return reading.cells;
}

void csv_column_free(char **cells)
{
    for (size_t i = 0; cells && cells[i]; i++)
        free(cells[i]);
    free(cells);
}
