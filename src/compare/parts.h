/* The parts of a comparison, in the order in which they are filled. */
#ifndef PARE_SRC_COMPARE_PARTS_H
#define PARE_SRC_COMPARE_PARTS_H

#include "compare/compare.h"
#include "compare/traits.h"

struct comparing {
    struct comparison *comparison;
    const struct plan_options *plan_options;
    const struct compare_options *options;
    const struct assumptions *assumptions;
    struct lexicon lexicon;
    struct traits **traits; /* by edition, by report */
    uint32_t *history_of;   /* by report of the first edition */
};

void find_histories(struct comparing *comparing);
void cost_histories(struct comparing *comparing);
void find_origins(struct comparing *comparing);
void find_changes(struct comparing *comparing);
void find_realised(struct comparing *comparing);
void find_regrown(struct comparing *comparing);
void sum_up(struct comparing *comparing);

/* The report of a history in an edition; false where it is not there. */
bool report_in(const struct comparison *comparison, const struct history *history, size_t edition,
               struct report *report);

#endif
