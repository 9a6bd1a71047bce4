#include "unit.h"

#include <stdio.h>

#include "base/memory.h"
#include "model/frequency.h"

static const struct frequency_options words_only = {.workdays = 250, .codes = CODES_NONE};

static struct frequency parse(struct arena *arena, const char *string)
{
    struct frequency frequency;
    frequency_parse(arena, text_of(string), NAN, &words_only, &frequency);
    return frequency;
}

/* ---- the list of real strings ---- */

/* One field of a CSV line at *at into buffer; quotes doubled inside quotes (RFC 4180). */
static bool next_field(const char **at, char *buffer, size_t size)
{
    size_t n = 0;
    bool quoted = **at == '"';
    if (quoted)
        ++*at;
    while (**at) {
        if (quoted && (*at)[0] == '"' && (*at)[1] != '"') {
            ++*at;
            quoted = false;
            continue;
        }
        if (quoted && (*at)[0] == '"')
            ++*at;
        if (!quoted && (**at == ',' || **at == '\n' || **at == '\r'))
            break;
        if (n + 1 < size)
            buffer[n++] = **at;
        ++*at;
    }
    buffer[n] = '\0';
    if (**at == ',') {
        ++*at;
        return true;
    }
    while (**at == '\r' || **at == '\n')
        ++*at;
    return false;
}

enum { FIELDS = 7, FIELD_SIZE = 2048 };

static size_t next_row(const char **at, char row[FIELDS][FIELD_SIZE])
{
    size_t n = 0;
    char spare[FIELD_SIZE];
    while (next_field(at, n < FIELDS ? row[n] : spare, FIELD_SIZE))
        n++;
    return n + 1;
}

static const char *kind_of(const struct frequency *frequency)
{
    switch (frequency->status) {
    case FREQUENCY_READ:
    case FREQUENCY_AMBIGUOUS:
        return "recurring";
    default:
        return frequency_status_name(frequency->status);
    }
}

static bool row_is_right(char row[FIELDS][FIELD_SIZE], const struct frequency *frequency)
{
    bool ambiguous = row[4][0] == '1';
    const char *kind = kind_of(frequency);
    double tolerance = atof(row[3]);
    if (strcmp(kind, row[1]) != 0 && !(ambiguous && strcmp(kind, row[5]) == 0) &&
        !(ambiguous && strcmp(kind, "recurring") == 0 && atof(row[5]) > 0))
        return false;
    if (strcmp(kind, "recurring") != 0)
        return true;
    double runs = strcmp(row[1], "recurring") == 0 ? atof(row[2]) : NAN, other = atof(row[5]);
    if (!(tolerance > 0))
        tolerance = 0.02;
    return fabs(frequency->runs - runs) <= tolerance * runs ||
           (ambiguous && other > 0 && fabs(frequency->runs - other) <= tolerance * other);
}

static char *read_list(void)
{
    const char *folder = getenv("PARE_DATA");
    char path[4096];
    if (!folder) {
        print_message("SKIPPED: PARE_DATA is not set\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/frequencies.csv", folder);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = memory_alloc(1 << 20, 1);
    assert_true(fread(bytes, 1, (1 << 20) - 1, file) > 1000);
    fclose(file);
    return bytes;
}

static void reads_the_list_of_real_strings(void **state)
{
    (void)state;
    char *bytes = read_list();
    static char row[FIELDS][FIELD_SIZE];
    const char *at = bytes;
    size_t rows = 0, right = 0, numbers = 0;
    struct arena *arena = arena_new();
    assert_int_equal(next_row(&at, row), FIELDS);
    while (*at && next_row(&at, row) == FIELDS) {
        struct frequency frequency = parse(arena, row[0]);
        bool no_number = strcmp(row[1], "recurring") != 0 && row[4][0] == '0';
        rows++;
        right += row_is_right(row, &frequency);
        numbers += no_number && frequency.runs > 0;
        if (!row_is_right(row, &frequency))
            print_message("%s: %s %s (or %s), read as %s %g or %g\n", row[0], row[1], row[2],
                          row[5], kind_of(&frequency), frequency.runs, frequency.alternative);
    }
    print_message("%zu of %zu rows are right\n", right, rows);
    assert_true(rows > 200);
    assert_int_equal(numbers, 0);
    assert_true((double)right >= 0.97 * (double)rows);
    arena_free(arena);
    memory_free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_list_of_real_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
