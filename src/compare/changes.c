/* What became of each report from the first edition to the last. */
#include <math.h>
#include <string.h>

#include "compare/parts.h"

static bool differ(uint32_t a, uint32_t b)
{
    return a && b && a != b;
}

/* A frequency that is not told any more has not changed; one that is on request now has. */
static bool runs_differ(const struct report *before, const struct report *after)
{
    bool told = !isnan(after->runs) || after->frequency->status != FREQUENCY_UNKNOWN;

    if (!isnan(before->runs) && !isnan(after->runs))
        return fabs(before->runs - after->runs) > 1e-6 * fmax(before->runs, after->runs);
    return told && isnan(before->runs) != isnan(after->runs);
}

static bool readers_differ(const struct stand *before, const struct stand *after)
{
    return !isnan(before->readers) && !isnan(after->readers) && before->readers != after->readers;
}

static bool is_blank(struct text t, size_t at, size_t *size)
{
    *size = 1;
    if (at + 1 < t.size && memcmp(t.data + at, "\xc2\xa0", 2) == 0)
        *size = 2;
    return *size == 2 || byte_is_space((unsigned char)t.data[at]);
}

/* The place behind the blanks at that place. */
static size_t skip_blanks(struct text t, size_t at)
{
    size_t size;

    while (at < t.size && is_blank(t, at, &size))
        at += size;
    return at;
}

/* However many blanks of whatever kind stand between words: nobody sees that. */
static bool names_equal(struct text a, struct text b)
{
    size_t i = skip_blanks(a, 0), j = skip_blanks(b, 0);

    while (i < a.size && j < b.size) {
        size_t next_i = skip_blanks(a, i), next_j = skip_blanks(b, j);

        if ((next_i > i) != (next_j > j))
            break;
        if (next_i == i && a.data[next_i++] != b.data[next_j++])
            return false;
        i = next_i;
        j = next_j;
    }
    return skip_blanks(a, i) == a.size && skip_blanks(b, j) == b.size;
}

static void compare_recipients(const struct comparing *comparing, const struct traits *a,
                               const struct traits *b, struct change *change)
{
    struct numbers before = lexicon_set(&comparing->lexicon, a->recipients);
    struct numbers after = lexicon_set(&comparing->lexicon, b->recipients);
    uint32_t shared = numbers_shared(before, after);

    change->left = before.count - shared;
    change->joined = after.count - shared;
}

static void compare_reports(const struct comparing *comparing, const struct history *history,
                            struct change *change)
{
    const struct comparison *comparison = comparing->comparison;
    size_t last = comparison->edition_count - 1;
    const struct stand *before = &history->stands[0], *after = &history->stands[last];
    const struct traits *a = &comparing->traits[0][before->report];
    const struct traits *b = &comparing->traits[last][after->report];
    struct report was, is;
    unsigned different = 0;

    report_in(comparison, history, 0, &was);
    report_in(comparison, history, last, &is);
    if (!names_equal(inventory_text(comparison->editions[0].inventory, was.name),
                     inventory_text(comparison->editions[last].inventory, is.name)))
        different |= DIFFERENT_NAME;
    if (differ(a->owner, b->owner))
        different |= DIFFERENT_OWNER;
    if (differ(a->department, b->department))
        different |= DIFFERENT_DEPARTMENT;
    if (runs_differ(&was, &is))
        different |= DIFFERENT_FREQUENCY;
    if (differ(a->recipients, b->recipients))
        compare_recipients(comparing, a, b, change);
    if (change->left || change->joined || readers_differ(before, after))
        different |= DIFFERENT_RECIPIENTS;
    if (differ(was.channel, is.channel))
        different |= DIFFERENT_CHANNEL;
    if (before->active != after->active)
        different |= DIFFERENT_STATUS;
    if (before->known != after->known || before->producer != after->producer)
        different |= DIFFERENT_COST;
    change->different = different;
    change->kind = different & DIFFERENT_NAME ? CHANGE_RENAMED
                   : different                ? CHANGE_CHANGED
                                              : CHANGE_UNCHANGED;
}

/* Histories of the first edition stand in the order of its ids, those that began later behind. */
void find_changes(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    size_t last = comparison->edition_count - 1, i;

    comparison->changes = ARENA_ARRAY(comparison->arena, comparison->history_count, struct change);
    for (i = 0; i < comparison->history_count; i++) {
        const struct history *history = &comparison->histories[i];
        struct change *change = &comparison->changes[comparison->change_count];
        bool was = history->stands[0].report != COMPARE_NONE;
        bool is = history->stands[last].report != COMPARE_NONE;

        if (!was && !is)
            continue;
        change->history = (uint32_t)i;
        change->kind = was ? CHANGE_GONE : CHANGE_NEW;
        if (was && is)
            compare_reports(comparing, history, change);
        comparison->kinds[change->kind]++;
        comparison->change_count++;
    }
}

static bool is_assumed(const struct edition *edition, const struct stand *stand)
{
    return edition->baseline.basis[stand->report].effort_assumed;
}

bool change_is_effort(const struct comparison *comparison, const struct change *change)
{
    const unsigned others =
        DIFFERENT_FREQUENCY | DIFFERENT_STATUS | DIFFERENT_RECIPIENTS | DIFFERENT_CHANNEL;
    const struct history *history = &comparison->histories[change->history];
    size_t last = comparison->edition_count - 1;

    return change->kind != CHANGE_GONE && change->kind != CHANGE_NEW &&
           (change->different & DIFFERENT_COST) && !(change->different & others) &&
           is_assumed(&comparison->editions[0], &history->stands[0]) &&
           !is_assumed(&comparison->editions[last], &history->stands[last]);
}

const char *change_kind_name(enum change_kind kind)
{
    static const char *const names[] = {"unchanged", "changed", "renamed", "gone", "new"};

    return names[kind];
}
