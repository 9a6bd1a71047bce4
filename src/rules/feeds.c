#include "rules/feeds.h"

#include "base/memory.h"
#include "base/utf8.h"

enum { ENDS = 1 << 16 };

/* Names and ids that stand among the sources of other reports. */
struct naming {
    const struct inventory *inventory;
    uint32_t *first; /* by term: chain of names + 1 */
    uint32_t *next;  /* by name: 2 x report for its name, + 1 for its id */
    uint32_t *term;  /* by name */
    uint64_t *ends;  /* a bit for each first and last byte of sources */
};

/* What folding leaves where it stands, but for the size of a letter. */
static bool is_plain(unsigned char c)
{
    return c > ' ' && c < 0x7F;
}

static unsigned ends_of(struct text t)
{
    return (unsigned)byte_lower((unsigned char)t.data[0]) << 8 |
           (unsigned)byte_lower((unsigned char)t.data[t.size - 1]);
}

static void note_ends(struct naming *naming)
{
    const struct inventory *inventory = naming->inventory;
    size_t i;
    uint32_t m;

    for (i = 0; i < inventory->count; i++) {
        struct set sources = inventory_set(inventory, inventory_cell(inventory, FIELD_sources, i));

        for (m = 0; m < sources.count; m++) {
            unsigned ends = ends_of(table_text(inventory->terms, sources.member[m]));

            naming->ends[ends / 64] |= (uint64_t)1 << ends % 64;
        }
    }
}

/* The number of a name among the terms. Few names are sources, and by its ends, where these are
 * plain, most need not be folded to see that they are none. */
static uint32_t term_of(const struct naming *naming, struct arena *scratch, struct text name)
{
    unsigned ends = name.size ? ends_of(name) : 0;

    if (is_plain((unsigned char)(ends >> 8)) && is_plain((unsigned char)ends) &&
        !(naming->ends[ends / 64] >> ends % 64 & 1))
        return 0;
    return table_find(naming->inventory->terms, utf8_fold(scratch, name));
}

static void fold_names(struct naming *naming)
{
    const struct inventory *inventory = naming->inventory;
    struct arena *scratch = arena_new();
    size_t i;

    for (i = 0; i < inventory->count; i++) {
        struct text name = inventory_text(inventory, inventory_cell(inventory, FIELD_name, i));
        struct text id = inventory_text(inventory, inventory_cell(inventory, FIELD_id, i));

        naming->term[2 * i] = term_of(naming, scratch, name);
        naming->term[2 * i + 1] = term_of(naming, scratch, id);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

static void note_feed(struct grounds *grounds, struct arena *arena, uint32_t feeder, uint32_t eater)
{
    const struct cost_basis *basis = grounds->baseline->basis;
    uint32_t other;

    if (feeder == eater)
        return;
    if (!grounds->fed) /* mostly none feeds another */
        grounds->fed = ARENA_ARRAY(arena, grounds->inventory->count, uint32_t);
    other = grounds->fed[feeder];
    if (!other || basis[eater].runs > basis[other - 1].runs ||
        (!(basis[eater].runs < basis[other - 1].runs) &&
         compare_ids(grounds->inventory, eater, other - 1) < 0))
        grounds->fed[feeder] = eater + 1;
}

static void follow_sources(struct grounds *grounds, struct arena *arena,
                           const struct naming *naming)
{
    const struct inventory *inventory = grounds->inventory;
    size_t i;
    uint32_t m, name;

    for (i = 0; i < inventory->count; i++) {
        struct set sources = inventory_set(inventory, inventory_cell(inventory, FIELD_sources, i));

        if (!grounds->active[i])
            continue;
        for (m = 0; m < sources.count; m++) {
            for (name = naming->first[sources.member[m]]; name; name = naming->next[name - 1])
                note_feed(grounds, arena, (name - 1) / 2, (uint32_t)i);
        }
    }
}

void feeds_find(struct grounds *grounds, struct arena *arena)
{
    const struct inventory *inventory = grounds->inventory;
    struct naming naming = {.inventory = inventory};
    size_t i, names = 2 * inventory->count;

    if (!inventory->columns[FIELD_sources].number)
        return;
    naming.first = memory_alloc(table_count(inventory->terms) + 1, sizeof *naming.first);
    naming.next = memory_alloc(names, sizeof *naming.next);
    naming.term = memory_alloc(names, sizeof *naming.term);
    naming.ends = memory_alloc(ENDS / 64, sizeof *naming.ends);
    note_ends(&naming);
    fold_names(&naming);
    for (i = 0; i < names; i++) {
        if (!naming.term[i] || (i & 1 && naming.term[i] == naming.term[i - 1]))
            continue;
        naming.next[i] = naming.first[naming.term[i]];
        naming.first[naming.term[i]] = (uint32_t)i + 1;
    }
    follow_sources(grounds, arena, &naming);
    memory_free(naming.first);
    memory_free(naming.next);
    memory_free(naming.term);
    memory_free(naming.ends);
}
