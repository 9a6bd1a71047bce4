#include <stdlib.h>

#include "base/memory.h"
#include "input/sets.h"
#include "input/side.h"

enum { LIST, MEMBER };

static const struct side_table table = {
    "lists",
    2,
    true,
    {
        {"list", "listname|listemail|group|groupname|groupemail|distributionlist|dl|team|verteiler|"
                 "liste|lista|lijst"},
        {"member", "members|membername|memberemail|email|mail|emailaddress|person|user|username|"
                   "recipient|name|mitglied|membre|miembro|membro|lid"},
        {NULL, NULL},
    },
};

struct membership {
    uint32_t list, member;
};

struct memberships {
    struct membership *pairs;
    size_t count, capacity;
};

static void add(struct memberships *all, uint32_t list, uint32_t member)
{
    all->pairs = MEMORY_ROOM(all->pairs, all->count, all->capacity);
    all->pairs[all->count].list = list;
    all->pairs[all->count++].member = member;
}

/* A list with one row and many members in its cell is read as well. */
static void take(struct side *side, const struct side_row *row, void *context)
{
    struct text rest = row->cells[MEMBER];
    struct text piece;
    uint32_t list, member;

    if (!row->cells[LIST].size) {
        diag_add(side->inventory->diag, SEVERITY_WARNING, "no-list",
                 csv_reader_place(row->reader, row->row, 0),
                 "the row names no list and is left out");
        return;
    }
    list = directory_find(side->directory, row->cells[LIST], true);
    side->inventory->people[list].is_list = true;
    while (text_next(&rest, ";|\n", &piece)) {
        member = directory_find(side->directory, text_trim(piece), false);
        if (member)
            add(context, list, member);
    }
}

static int compare_pairs(const void *a, const void *b)
{
    const struct membership *x = a, *y = b;

    if (x->list != y->list)
        return x->list < y->list ? -1 : 1;
    return (x->member > y->member) - (x->member < y->member);
}

static void give_members(struct inventory *inventory, struct memberships *all)
{
    struct sets *sets = sets_new(inventory);
    uint32_t *members = memory_alloc(all->count, sizeof *members);
    size_t from, to;

    if (all->count)
        qsort(all->pairs, all->count, sizeof *all->pairs, compare_pairs);
    for (from = 0; from < all->count; from = to) {
        for (to = from; to < all->count && all->pairs[to].list == all->pairs[from].list; to++)
            members[to - from] = all->pairs[to].member;
        inventory->people[all->pairs[from].list].members = sets_add(sets, members, to - from);
    }
    memory_free(members);
    sets_free(sets);
}

void side_lists(struct side *side, size_t first_input)
{
    struct memberships all = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < side->options->lists_count; i++)
        side_read(side, &table, side->options->lists[i], first_input + i, take, &all);
    give_members(side->inventory, &all);
    memory_free(all.pairs);
}
