#include <math.h>

#include "base/memory.h"
#include "sections/headcount.h"
#include "sections/sections.h"

static size_t count_flagged(const struct story *story)
{
    bool *flagged = memory_alloc(story->inventory->count, sizeof *flagged);
    size_t count = 0, i;

    for (i = 0; i < story->findings->count; i++) {
        uint32_t report = story->findings->list[i].report;

        count += !flagged[report];
        flagged[report] = true;
    }
    memory_free(flagged);
    return count;
}

void section_summary(struct document *document, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    const struct baseline *baseline = &story->findings->baseline;
    const struct totals *totals = &story->plan->totals;
    const char *currency = story->assumptions->currency;
    struct headcount count;

    headcount_take(inventory, &count);
    const struct entry entries[] = {
        {"reports", cell_count((int64_t)inventory->count)},
        {"rows", cell_count((int64_t)inventory->rows)},
        {"owners", cell_count((int64_t)count.owners)},
        {"recipients", cell_count((int64_t)count.recipients)},
        {"lists_unknown", cell_count((int64_t)count.unknown_lists)},
        {"deliveries_per_year", cell_number(baseline->deliveries)},
        {"currency", cell_string(currency && *currency ? currency : NULL)},
        {"rate", cell_money(money_round(assume(story->assumptions, ASSUMPTION_RATE)))},
        {"producer_cost", cell_money(baseline->producer)},
        {"reader_cost", cell_money(baseline->reader)},
        {"producer_hours", cell_number(baseline->hours)},
        {"assumed_share",
         cell_share(baseline->producer ? (double)baseline->assumed / (double)baseline->producer
                                       : NAN)},
        {"not_costed", cell_count((int64_t)baseline->not_costed)},
        {"listed_twice", cell_count((int64_t)baseline->listed_twice)},
        {"log_end", cell_date(inventory->log_end)},
        {"flagged_reports", cell_count((int64_t)count_flagged(story))},
        {"theoretical_saving", cell_money(totals->theoretical)},
        {"theoretical_cash", cell_money(totals->theoretical_cash)},
        {"realisable_saving", cell_money(totals->realisable)},
        {"realisable_low", cell_money(totals->low)},
        {"realisable_high", cell_money(totals->high)},
        {"cash_saving", cell_money(totals->realisable_cash)},
        {"realisable_hours", cell_number(totals->realisable_hours)},
        {"one_off_cost", cell_money(totals->one_off)},
        {"one_off_hours", cell_number(totals->one_off_hours)},
        {"payback_months", cell_number(totals->payback_months)},
        {"at_stake", cell_money(totals->at_stake)},
    };

    document_record(document, "summary", entries, sizeof entries / sizeof *entries);
}
