#include "random.h"
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

/* ---- examples ---- */

struct example {
    const char *text;
    enum frequency_status status;
    double runs, alternative; /* 0: none */
};

#define ROW(text, status, runs, alternative) {text, FREQUENCY_##status, runs, alternative},
static const struct example words_examples[] = {
#include "frequency_examples_words.def"
};
static const struct example phrases_examples[] = {
#include "frequency_examples_phrases.def"
};
static const struct example units_examples[] = {
#include "frequency_examples_units.def"
};
static const struct example dates_examples[] = {
#include "frequency_examples_dates.def"
};
static const struct example codes_examples[] = {
#include "frequency_examples_codes.def"
};
static const struct example languages_examples[] = {
#include "frequency_examples_languages.def"
};
static const struct example tried_examples[] = {
#include "frequency_examples_tried.def"
};
static const struct example offices_examples[] = {
#include "frequency_examples_offices.def"
};
static const struct example limits_examples[] = {
#include "frequency_examples_limits.def"
};
static const struct example rare_examples[] = {
#include "frequency_examples_rare.def"
};
#undef ROW

static bool is_value(double value, double expected)
{
    return expected > 0 ? fabs(value - expected) <= 0.001 * expected : isnan(value);
}

static void check_examples(const struct example *examples, size_t count)
{
    size_t wrong = 0;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        const struct example *example = &examples[i];
        struct frequency frequency = parse(arena, example->text);
        if (frequency.status == example->status && is_value(frequency.runs, example->runs) &&
            is_value(frequency.alternative, example->alternative))
            continue;
        print_message("%s: %s %g or %g\n", example->text, frequency_status_name(frequency.status),
                      frequency.runs, frequency.alternative);
        wrong++;
    }
    arena_free(arena);
    assert_int_equal(wrong, 0);
}

#define CHECK(examples) check_examples(examples, sizeof(examples) / sizeof *(examples))

static void reads_words_of_offices(void **state)
{
    (void)state;
    CHECK(words_examples);
}

static void reads_phrases_of_laws_and_portals(void **state)
{
    (void)state;
    CHECK(phrases_examples);
}

static void reads_units_and_nothing_else(void **state)
{
    (void)state;
    CHECK(units_examples);
}

static void reads_dates_and_ends_of_periods(void **state)
{
    (void)state;
    CHECK(dates_examples);
}

static void reads_codes_and_schedules(void **state)
{
    (void)state;
    CHECK(codes_examples);
}

static void reads_other_languages(void **state)
{
    (void)state;
    CHECK(languages_examples);
}

static void reads_what_was_once_read_wrong(void **state)
{
    (void)state;
    CHECK(tried_examples);
}

static void reads_what_secretaries_write(void **state)
{
    (void)state;
    CHECK(offices_examples);
}

static void reads_no_impossible_number(void **state)
{
    (void)state;
    CHECK(limits_examples);
}

static void reads_what_is_seldom_written(void **state)
{
    (void)state;
    CHECK(rare_examples);
}

static void takes_the_number_of_a_column(void **state)
{
    struct frequency frequency;
    struct arena *arena = arena_new();
    (void)state;
    frequency_parse(arena, text_of("Every X months"), 3, &words_only, &frequency);
    assert_int_equal(frequency.status, FREQUENCY_READ);
    assert_near(frequency.runs, 4, 1e-9);
    frequency_parse(arena, text_of("Every N years"), 5, &words_only, &frequency);
    assert_near(frequency.runs, 0.2, 1e-9);
    frequency_parse(arena, text_of("Every X months"), NAN, &words_only, &frequency);
    assert_int_equal(frequency.status, FREQUENCY_UNKNOWN);
    frequency_parse(arena, text_of("Weekly"), 3, &words_only, &frequency);
    assert_near(frequency.runs, 52, 1e-9);
    arena_free(arena);
}

static void keeps_the_ends_of_a_range(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    struct frequency frequency = parse(arena, "2 to 3 times a week");
    assert_near(frequency.runs, 130, 1e-9);
    assert_near(frequency.low, 104, 1e-9);
    assert_near(frequency.high, 156, 1e-9);
    frequency = parse(arena, "every 4 to 6 weeks");
    assert_near(frequency.low, 52.0 / 6, 1e-9);
    assert_near(frequency.high, 13, 1e-9);
    frequency = parse(arena, "weekly");
    assert_near(frequency.low, 52, 1e-9);
    assert_near(frequency.high, 52, 1e-9);
    arena_free(arena);
}

static void tells_of_typing_errors(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    struct frequency frequency = parse(arena, "anually");
    assert_text(frequency.note, "\"anually\" read as \"annually\"");
    assert_text(frequency.as, "yearly");
    assert_text(parse(arena, "fortnigthly").note, "\"fortnigthly\" read as \"fortnightly\"");
    assert_text(parse(arena, "weekly").note, "");
    arena_free(arena);
}

static void tells_coded_schedules_and_working_days(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_true(parse(arena, "0 8 * * 1").coded);
    assert_true(parse(arena, "FREQ=WEEKLY").coded);
    assert_true(parse(arena, "rate(1 day)").coded);
    assert_false(parse(arena, "weekly").coded);
    assert_true(parse(arena, "Mon-Fri").business_days);
    assert_true(parse(arena, "every weekday").business_days);
    assert_true(parse(arena, "0 8 * * 1-5").business_days);
    assert_false(parse(arena, "weekly").business_days);
    arena_free(arena);
}

static void reads_letters_by_the_list_that_is_named(void **state)
{
    static const struct {
        enum frequency_codes codes;
        const char *text;
        double runs;
    } letters[] = {
        {CODES_SDMX, "S", 2},     {CODES_MARC, "s", 24},  {CODES_ONIX, "S", 6},
        {CODES_EDIFACT, "S", 2},  {CODES_SDMX, "B", 250}, {CODES_MARC, "b", 6},
        {CODES_MARC, "e", 26},    {CODES_ONIX, "E", 0.5}, {CODES_EDIFACT, "T", 13},
        {CODES_X12, "4", 12},     {CODES_X12, "M2", 13},  {CODES_SDMX, "H", 8760},
        {CODES_EDIFACT, "H", 24}, {CODES_SDMX, "Q", 4},   {CODES_NONE, "S", 0},
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct frequency_options options = {250, letters[i].codes};
        struct frequency frequency;
        frequency_parse(arena, text_of(letters[i].text), NAN, &options, &frequency);
        assert_true(is_value(frequency.runs, letters[i].runs));
    }
    arena_free(arena);
}

static void says_frequencies_in_words(void **state)
{
    char buffer[32];
    (void)state;
    assert_text(frequency_words(52, buffer), "weekly");
    assert_text(frequency_words(52.0 / 3, buffer), "every 3 weeks");
    assert_text(frequency_words(0.5, buffer), "every 2 years");
    assert_text(frequency_words(30, buffer), "30 a year");
    assert_text(frequency_words(1095, buffer), "3 times a day");
    assert_text(frequency_words(10.4, buffer), "10.40 a year");
    assert_text(frequency_words(NAN, buffer), "unknown");
}

static void climbs_the_ladder(void **state)
{
    (void)state;
    assert_near(frequency_rung_up(52), 52, 1e-9);
    assert_near(frequency_rung_up(60), 104, 1e-9);
    assert_near(frequency_rung_up(0.2), 0.5, 1e-9);
    assert_near(frequency_rung_up(500), 0, 1e-9);
    assert_near(frequency_rung_below(52), 26, 1e-9);
    assert_near(frequency_rung_below(1000), 365, 1e-9);
    assert_near(frequency_rung_below(0.5), 0, 1e-9);
}

static void survives_anything(void **state)
{
    static const char alphabet[] = "0123456789 */-,?#LWHRPTYMD=;()[]abwekly\n\xC3\xA9\xFF";
    uint64_t seed = law_seed(1);
    (void)state;
    for (size_t round = 0, rounds = law_rounds(3000); round < rounds; round++) {
        char bytes[64];
        struct arena *arena = arena_new();
        struct frequency frequency;
        size_t size = round % sizeof bytes;
        for (size_t i = 0; i < size; i++)
            bytes[i] = alphabet[random_below(&seed, sizeof alphabet - 1)];
        frequency_parse(arena, text_make(bytes, size), NAN, &words_only, &frequency);
        bool counted =
            frequency.status == FREQUENCY_READ || frequency.status == FREQUENCY_AMBIGUOUS;
        assert_true(counted ? frequency.runs > 0 && isfinite(frequency.runs)
                            : isnan(frequency.runs));
        arena_free(arena);
    }
}

/* Words of the grammar, in any order. */
static const char *const grammar[] = {
    "daily",     "weekly",  "monthly", "quarterly", "annually",  "biweekly",  "bimonthly",
    "fortnight", "hourly",  "yearly",  "once",      "twice",     "3x",        "2 times",
    "one",       "2",       "3",       "5",         "10",        "15",        "24",
    "1st",       "3rd",     "15th",    "last",      "first",     "second",    "every",
    "each",      "per",     "a",       "other",     "half",      "semi",      "business",
    "calendar",  "fiscal",  "school",  "day",       "days",      "week",      "weeks",
    "month",     "months",  "quarter", "year",      "years",     "minutes",   "hours",
    "Monday",    "Tue",     "Fri",     "Sunday",    "Mon-Fri",   "weekends",  "March",
    "June",      "Dec",     "Q1",      "Q3",        "8:00",      "5 pm",      "31.12.",
    "1 March",   "2024",    "and",     "or",        ",",         "to",        "of",
    "the",       "on",      "at",      "in",        "by",        "until",     "within",
    "except",    "end",     "close",   "after",     "if",        "needed",    "as",
    "request",   "once",    "then",    "no longer", "real time", "irregular", "ad hoc",
    "due",       "before",  "(",       ")",         ";",         "/",         "-",
    "shift",     "season",  "report",  "updated",   "deadline",  "enactment", "24/7",
    "x",         "times",   "about",   "at least",  "WD",        "am",        "jeden",
    "Monat",     "mensuel", "Werktag", "le",        "mois",      "del",       "twenty",
    "p.a.",      "ongoing", "not",     "none",      "EOM",       "Mo",        "mar",
};

static void make_phrase(uint64_t *seed, char *phrase, size_t size)
{
    size_t at = 0;
    for (unsigned words = 1 + random_below(seed, 7); words > 0; words--)
        at += (size_t)snprintf(phrase + at, size - at, "%s%s", at ? " " : "",
                               grammar[random_below(seed, sizeof grammar / sizeof *grammar)]);
}

static bool is_equal(double a, double b)
{
    return isnan(a) ? isnan(b) : fabs(a - b) < 1e-9;
}

static void blanks_do_not_count(void **state)
{
    size_t counted = 0, rounds = law_rounds(4000);
    uint64_t seed = law_seed(2);
    (void)state;
    for (size_t round = 0; round < rounds; round++) {
        char phrase[160], other[400];
        struct arena *arena = arena_new();
        struct frequency a, b;
        size_t n = 0;
        make_phrase(&seed, phrase, sizeof phrase);
        a = parse(arena, phrase);
        for (size_t i = 0; phrase[i]; i++) {
            if (phrase[i] == ' ')
                other[n++] = ' ';
            other[n++] = phrase[i];
        }
        other[n] = '\0';
        b = parse(arena, other);
        if (a.status != b.status || !is_equal(a.runs, b.runs) ||
            !is_equal(a.alternative, b.alternative))
            fail_msg("\"%s\": %g or %g, with more blanks %g or %g", phrase, a.runs, a.alternative,
                     b.runs, b.alternative);
        if (a.status == FREQUENCY_READ || a.status == FREQUENCY_AMBIGUOUS) {
            if (!(a.runs > 0 && isfinite(a.runs)) || !(a.low <= a.high))
                fail_msg("\"%s\": %g, %g to %g", phrase, a.runs, a.low, a.high);
            counted++;
        } else if (!isnan(a.runs)) {
            fail_msg("\"%s\": %g", phrase, a.runs);
        }
        arena_free(arena);
    }
    assert_true(counted > rounds / 4); /* or the law says nothing */
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
    if (!folder || !*folder) {
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
        cmocka_unit_test(reads_words_of_offices),
        cmocka_unit_test(reads_phrases_of_laws_and_portals),
        cmocka_unit_test(reads_units_and_nothing_else),
        cmocka_unit_test(reads_dates_and_ends_of_periods),
        cmocka_unit_test(reads_codes_and_schedules),
        cmocka_unit_test(reads_other_languages),
        cmocka_unit_test(reads_what_was_once_read_wrong),
        cmocka_unit_test(reads_what_secretaries_write),
        cmocka_unit_test(reads_no_impossible_number),
        cmocka_unit_test(reads_what_is_seldom_written),
        cmocka_unit_test(takes_the_number_of_a_column),
        cmocka_unit_test(keeps_the_ends_of_a_range),
        cmocka_unit_test(tells_of_typing_errors),
        cmocka_unit_test(tells_coded_schedules_and_working_days),
        cmocka_unit_test(reads_letters_by_the_list_that_is_named),
        cmocka_unit_test(says_frequencies_in_words),
        cmocka_unit_test(climbs_the_ladder),
        cmocka_unit_test(survives_anything),
        cmocka_unit_test(blanks_do_not_count),
        cmocka_unit_test(reads_the_list_of_real_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
