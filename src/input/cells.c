#include "input/cells.h"

/* Words for "not known" of databases, spreadsheets, BI exports and people, by their size: most
 * cells are told from all of them by size and first letter. */
enum { LONGEST_UNKNOWN = 16, MOST_OF_A_SIZE = 17 };

static const char *const unknown_words[LONGEST_UNKNOWN + 1][MOST_OF_A_SIZE] = {
    [1] = {"-", "?", "."},
    [2] = {"na", "--", "??", ".."},
    [3] = {"n/a", "nil", "nan", "n.a", "---", "???", "...", "tbd", "tba", "tbc", "x/x",
           "\xE2\x80\x93", "\xE2\x80\x94"},
    [4] = {"null", "n.a.", "#n/a", "n.b.", "k.a.", "n.n."},
    [5] = {"#ref!", "blank", "empty", "[n/a]"},
    [6] = {"(null)", "<null>", "[null]", "[none]", "#null!", "#name?", "t.b.d.", "n.v.t."},
    [7] = {"#value!", "#div/0!", "unknown", "no info", "no data", "missing", "(blank)", "(empty)",
           "inconnu"},
    [8] = {"onbekend"},
    [9] = {"not known", "undefined", "unbekannt"},
    [10] = {"none given"},
    [11] = {"unspecified", "desconocido", "sconosciuto"},
    [12] = {"undetermined", "keine angabe"},
    [13] = {"to be defined", "not available", "not specified", "non renseigne"},
    [14] = {"no information", "not applicable"},
    [15] = {"to be confirmed"},
    [16] = {"to be determined"},
};

/* How those words begin. */
static bool may_be_unknown(unsigned char first)
{
    static const char begins[256] = {
        ['-'] = 1,  ['?'] = 1, ['.'] = 1, ['('] = 1, ['<'] = 1, ['['] = 1, ['#'] = 1,
        [0xE2] = 1, ['b'] = 1, ['d'] = 1, ['e'] = 1, ['i'] = 1, ['k'] = 1, ['m'] = 1,
        ['n'] = 1,  ['o'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1, ['x'] = 1,
    };

    return begins[byte_lower(first)];
}

bool cell_says_unknown(struct text t)
{
    const char *const *word;
    int first;

    if (t.size == 0 || t.size > LONGEST_UNKNOWN)
        return t.size == 0;
    if (!may_be_unknown((unsigned char)t.data[0]))
        return false;
    first = byte_lower((unsigned char)t.data[0]);
    for (word = unknown_words[t.size]; *word; word++)
        if ((unsigned char)**word == first && text_is_nocase(t, *word))
            return true;
    return false;
}

bool piece_says_unknown(struct text t, bool is_person)
{
    size_t i;

    if (!t.size || t.data[0] == '.' || !cell_says_unknown(t))
        return false;
    if (is_person)
        return !text_is_nocase(t, "na") && !text_is_nocase(t, "nil") && !text_is_nocase(t, "nan");
    for (i = 0; i < t.size && byte_is_alpha((unsigned char)t.data[i]); i++)
        ;
    return i < t.size || text_is_nocase(t, "null");
}

static bool is_formula_sign(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

/* Beside blanks, NUL and other control characters that old systems fill their files with. */
static struct text trim_controls(struct text t)
{
    struct text trimmed = text_trim(t);

    while (trimmed.size && (unsigned char)trimmed.data[0] < ' ')
        trimmed = text_trim(text_from(trimmed, 1));
    while (trimmed.size && (unsigned char)trimmed.data[trimmed.size - 1] < ' ')
        trimmed = text_trim(text_slice(trimmed, 0, trimmed.size - 1));
    return trimmed;
}

struct text cell_clean(struct text cell)
{
    /* libcsv has trimmed ASCII blanks outside quotes; most cells begin and end with a letter. */
    if (cell.size &&
        ((unsigned char)cell.data[0] <= ' ' || cell.data[0] == '\xC2' ||
         (unsigned char)cell.data[cell.size - 1] <= ' ' || cell.data[cell.size - 1] == '\xA0'))
        cell = trim_controls(cell);
    if (cell.size > 1 && cell.data[0] == '\'' && is_formula_sign(cell.data[1]))
        cell = text_from(cell, 1);
    return cell.size <= LONGEST_UNKNOWN && cell_says_unknown(cell) ? text_make(NULL, 0) : cell;
}

static bool is_one_of(struct text t, const char *const *words)
{
    for (; *words; words++)
        if (text_is_nocase(t, *words))
            return true;
    return false;
}

int cell_yes_or_no(struct text t)
{
    static const char *const yes[] = {"yes",     "y",  "true", "t",   "1",  "x", "active",
                                      "enabled", "on", "ja",   "oui", "si", "j", NULL};
    static const char *const no[] = {"no",  "n",    "false", "f",   "0",    "inactive", "disabled",
                                     "off", "nein", "non",   "nee", "left", "gone",     NULL};

    return is_one_of(t, yes) ? 1 : is_one_of(t, no) ? 0 : -1;
}

static bool is_month(struct text t)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                         "aug", "sep", "oct", "nov", "dec", NULL};

    return is_one_of(t, months);
}

static bool is_short_number(struct text t)
{
    return (t.size == 1 || t.size == 2) && byte_is_digit((unsigned char)t.data[0]) &&
           byte_is_digit((unsigned char)t.data[t.size - 1]);
}

bool cell_was_turned_into_date(struct text t)
{
    size_t dash = text_find(t, '-');
    struct text before = text_slice(t, 0, dash);
    struct text after = dash < t.size ? text_from(t, dash + 1) : text_make(NULL, 0);

    return (is_short_number(before) && is_month(after)) ||
           (is_month(before) && is_short_number(after));
}
