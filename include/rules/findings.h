/* What the rules found: the third product, with the costs it rests on.
 *
 * A finding is one rule's verdict on one report (or, for groups, on one member): which action, how
 * strong, what it would save alone. Stand-alone savings are never summed; the plan does that. Sorted
 * by id of the report, then rule. */
#ifndef PARE_RULES_FINDINGS_H
#define PARE_RULES_FINDINGS_H

#include "match/relations.h"
#include "model/action.h"
#include "model/cost.h"

enum rule {
#define RULE(name, action, question, title, rationale, counter, source) RULE_##name,
#include "rules/rules.def"
#undef RULE
    RULE_COUNT
};

enum strength { STRENGTH_ASK, STRENGTH_LIKELY, STRENGTH_CERTAIN };

/* The questions of the audit, in the order of the proposal. */
enum question {
    QUESTION_NECESSARY,
    QUESTION_OFTEN,
    QUESTION_WHO,
    QUESTION_SENT,
    QUESTION_CLEAR,
    QUESTION_PLACE,
    QUESTION_COUNT
};

struct rule_info {
    const char *name;     /* "too_frequent" */
    enum action action;   /* what it leads to */
    enum question question;
    const char *title, *rationale, *counter, *source; /* counter: "may be wrong if ..." */
};

const struct rule_info *rule_info(enum rule rule);
const char *strength_name(enum strength strength);

struct finding {
    uint32_t report;
    enum rule rule;
    enum action action;
    enum strength strength;
    enum relation relation; /* RELATION_NONE where no other report is concerned */
    uint32_t group;         /* number of the group + 1, 0 without */
    uint32_t other;         /* survivor or twin; the report itself where there is none */
    double to_runs;         /* reduce_frequency: runs per year; NAN otherwise */
    uint32_t to_channel;    /* change_channel: enum channel */
    int64_t saving, low, high, cash; /* cents a year if done alone; at stake where strength is ask */
    double hours;
};

struct findings {
    struct arena *arena;
    const struct inventory *inventory;
    const struct relations *relations;
    const struct assumptions *assumptions;
    struct baseline baseline;
    struct finding *list;
    size_t count;
    bool *protected_by_mandate; /* by report */
    int32_t as_of;
};

struct judge_options {
    int32_t as_of;
    unsigned threads;
};

struct findings *judge(const struct inventory *inventory, const struct relations *relations,
                       const struct assumptions *assumptions, const struct judge_options *options);
/* The facts that led to a finding: the rule runs again on its report and tells. */
void finding_explain(const struct findings *findings, const struct finding *finding,
                     struct facts *facts);
void findings_free(struct findings *findings);

#endif
