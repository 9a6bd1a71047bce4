#include "base/formula.h"

/* -12.5 is harmless and stays a number. */
static bool is_number(struct text t)
{
    size_t i = t.size > 0 && t.data[0] == '-' ? 1 : 0, digits = i;
    while (i < t.size && byte_is_digit(t.data[i]))
        i++;
    if (i == digits)
        return false;
    if (i + 1 < t.size && t.data[i] == '.')
        for (i++; i < t.size && byte_is_digit(t.data[i]);)
            i++;
    return i == t.size;
}

/* OWASP, "CSV Injection". Quoting a cell does not keep a spreadsheet from running it. */
bool formula_needs_guard(struct text t)
{
    /* The wide forms are U+FF1D, FF0B, FF0D and FF20. */
    static const char *const signs[] = {
        "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    size_t i = 0;
    if (is_number(t))
        return false;
    while (i < t.size && t.data[i] == '\'')
        i++;
    if (i < t.size && t.data[i] != ' ' && (t.data[i] == '\0' || byte_is_space(t.data[i])))
        return true;
    while (i < t.size && t.data[i] == ' ')
        i++;
    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++)
        if (text_starts(text_from(t, i), signs[s]))
            return true;
    return false;
}

struct text formula_unguarded(struct text t)
{
    bool guarded = t.size && t.data[0] == '\'' && formula_needs_guard(text_from(t, 1));
    return guarded ? text_from(t, 1) : t;
}
