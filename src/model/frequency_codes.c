#include "model/frequency_parts.h"

#define WORKDAYS (-1000.0)
#define TWICE_WORKDAYS (-2000.0)

enum code_list { LIST_ANY, LIST_URI, LIST_SDMX, LIST_MARC, LIST_ONIX, LIST_EDIFACT, LIST_X12 };

static const struct code {
    enum code_list list;
    const char *code;
    enum frequency_status status;
    double runs, alternative;
} codes[] = {
#define CODE(list, code, status, runs, alternative)                                                \
    {LIST_##list, code, FREQUENCY_##status, runs, alternative},
#include "model/frequency_codes.def"
#undef CODE
};

static const enum code_list list_of[] = {
    [CODES_NONE] = LIST_ANY,  [CODES_SDMX] = LIST_SDMX,       [CODES_MARC] = LIST_MARC,
    [CODES_ONIX] = LIST_ONIX, [CODES_EDIFACT] = LIST_EDIFACT, [CODES_X12] = LIST_X12,
};

static double resolve(double value, double workdays)
{
    return value < 0 ? value / WORKDAYS * workdays : value;
}

static const struct code *find(enum code_list list, struct text t)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        bool same = list == LIST_ANY || list == LIST_URI ? text_is(t, codes[i].code)
                                                         : text_is_nocase(t, codes[i].code);
        if (codes[i].list == list && same)
            return &codes[i];
    }
    return NULL;
}

static void apply(const struct code *code, double workdays, struct frequency *frequency)
{
    double runs = resolve(code->runs, workdays), other = resolve(code->alternative, workdays);
    frequency_set(frequency, code->status, runs > 0 ? runs : NAN, other > 0 ? other : NAN,
                  code->status == FREQUENCY_AMBIGUOUS ? "a code with more than one meaning" : NULL);
}

/* Where an address ends in a code or a term: behind the last / or #, "freq-" and "freq:" left out.
 */
static bool split_address(struct text t, struct text *end)
{
    size_t start = 0;
    bool address = text_search(t, "://") < t.size || text_search(t, "sdmx-code:") < t.size ||
                   text_starts(t, "freq:") || text_starts(t, "urn:");
    if (!address)
        return false;
    while (t.size > 0 && (t.data[t.size - 1] == '/' || t.data[t.size - 1] == '>'))
        t.size--;
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] == '/' || t.data[i] == '#' || t.data[i] == ':' || t.data[i] == '=')
            start = i + 1;
    *end = text_from(t, start);
    if (text_starts(*end, "freq-"))
        *end = text_from(*end, 5);
    return end->size > 0;
}

/* The terms of published vocabularies are defined: biweekly there is every two weeks and daily is
 * every day of the calendar. */
static void take_as_defined(struct frequency *frequency)
{
    if (frequency->status != FREQUENCY_AMBIGUOUS)
        return;
    bool daily =
        fabs(frequency->alternative - 365) < 0.5 || fabs(frequency->alternative - 730) < 0.5;
    double runs = daily ? frequency->alternative : frequency->runs;
    frequency_set(frequency, FREQUENCY_READ, runs, NAN, NULL);
}

bool frequency_read_address(struct arena *arena, struct text t,
                            const struct frequency_options *options, struct frequency *frequency)
{
    struct text end;
    if (!split_address(t, &end))
        return false;
    const struct code *code = find(LIST_URI, end);
    bool sdmx = text_search(t, "sdmx") < t.size;
    if (!code && sdmx)
        code = find(LIST_SDMX, end);
    if (!code)
        code = find(LIST_ANY, end);
    if (code)
        apply(code, options->workdays, frequency);
    else
        frequency_parse(arena, end, NAN, options, frequency);
    take_as_defined(frequency);
    return true;
}

/* "D/W/M", "Q/A": letters that are no list of weekdays, each a frequency; the first is taken. */
static bool read_letters(struct text t, const struct frequency_options *options,
                         struct frequency *frequency)
{
    struct text piece, rest = t;
    const struct code *first[2] = {NULL, NULL};
    size_t count = 0;
    bool no_weekdays = false;
    while (text_next(&rest, "/,+& ", &piece)) {
        if (piece.size == 0)
            continue;
        const struct code *code = piece.size == 1 ? find(LIST_ANY, piece) : NULL;
        if (!code)
            return false;
        no_weekdays |= piece.data[0] != 'M' && piece.data[0] != 'W';
        no_weekdays |= count == 1 && piece.data[0] == 'M' && first[0]->code[0] == 'W';
        if (count < 2)
            first[count] = code;
        count++;
    }
    if (count < 2 || !no_weekdays)
        return false;
    frequency_set(frequency, FREQUENCY_AMBIGUOUS, resolve(first[0]->runs, options->workdays),
                  resolve(first[1]->runs, options->workdays), "more than one frequency is named");
    return true;
}

bool frequency_read_code(struct text t, const struct frequency_options *options,
                         struct frequency *frequency)
{
    const struct code *code = NULL;
    if (options->codes != CODES_NONE)
        code = find(list_of[options->codes], t);
    if (!code)
        code = find(LIST_ANY, t);
    if (!code && t.size == 1 && byte_is_alpha((unsigned char)t.data[0])) {
        char upper = (char)(byte_lower((unsigned char)t.data[0]) - ('a' - 'A'));
        code = find(LIST_ANY, text_make(&upper, 1));
        if (!code) {
            frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN,
                          "a letter that code lists use differently; say which with --freq-codes");
            return true;
        }
    }
    if (code)
        apply(code, options->workdays, frequency);
    return code != NULL || read_letters(t, options, frequency);
}
