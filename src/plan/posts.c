#include "plan/posts.h"

#include "base/memory.h"

size_t posts_possible(const struct plan *plan)
{
    const struct findings *findings = plan->findings;
    const struct inventory *inventory = findings->inventory;
    const uint32_t *unit = inventory->columns[FIELD_department].number;
    size_t units = (size_t)table_count(inventory->strings) + 1, posts = 0, i;
    double post = assume(findings->assumptions, ASSUMPTION_POST_HOURS);
    double *freed = memory_alloc(units, sizeof *freed);

    for (i = 0; i < plan->count; i++)
        freed[unit ? unit[plan->actions[i].report] : 0] += plan->actions[i].hours;
    for (i = 0; post > 0 && i < units; i++)
        posts += (size_t)(freed[i] / post + 1e-9);
    memory_free(freed);
    return posts;
}

size_t posts_remove(struct plan *plan, size_t asked)
{
    const struct assumptions *assumptions = plan->findings->assumptions;
    size_t possible = posts_possible(plan), posts = asked < possible ? asked : possible;

    plan->totals.realisable_cash +=
        money_round((double)posts * assume(assumptions, ASSUMPTION_POST_HOURS) *
                    assume(assumptions, ASSUMPTION_RATE));
    plan->totals.posts = posts;
    return posts;
}
