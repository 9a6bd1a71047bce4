/* What the rules found: the third product, with the costs it rests on.
 *
 * A finding is one rule's verdict on one report: which action, how strong, what it would save
 * alone. Stand-alone savings are never summed; the plan does that. Sorted by id of the report, then
 * rule. A finding of strength ask is a question; its saving is at stake, not proposed. One that law
 * or contract would have to allow is in no total and no plan. */
#ifndef PARE_RULES_FINDINGS_H
#define PARE_RULES_FINDINGS_H

#include "match/relations.h"
#include "model/action.h"
#include "model/channel.h"
#include "model/cost.h"

enum rule {
#define RULE(name, action, question, title, rationale, counter, source) RULE_##name,
#include "rules/rules.def"
#undef RULE
    RULE_COUNT
} __attribute__((packed)); /* one byte: there are millions */

enum strength {
    STRENGTH_ASK,
    STRENGTH_LIKELY,
    STRENGTH_CERTAIN
} __attribute__((packed)); /* one byte: there are millions */

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
    const char *name;   /* "too_frequent" */
    enum action action; /* what it leads to */
    enum question question;
    const char *title, *rationale, *counter, *source; /* counter: "may be wrong if ..." */
};

const struct rule_info *rule_info(enum rule rule);
const char *strength_name(enum strength strength);

/* There may be millions. */
struct finding {
    uint32_t report;
    uint32_t other; /* survivor or twin; the report itself where there is none */
    uint32_t group; /* number of the group + 1, 0 without */
    uint32_t hints; /* signs that speak for it, for ranking questions */
    enum rule rule;
    enum action action;
    enum strength strength;
    enum relation relation;  /* RELATION_NONE where no other report is concerned */
    enum channel to_channel; /* change_channel */
    bool joint : 1;    /* nothing speaks for it: asked in one question with others of its owner */
    bool answered : 1; /* people were asked and have answered */
    bool outside : 1;  /* of strength ask: what requires the report would have to allow it first */
    /* Another finding on the report makes it moot if that is done: it goes, or a stronger finding
     * has the same action. It saves 0; the plan needs it where the other is rejected. */
    bool superseded : 1;
    enum rule superseded_by;
    double to_runs;    /* reduce_frequency: runs per year; NAN otherwise */
    double to_readers; /* drop_recipients: how many are left; NAN otherwise */
    int64_t saving;    /* cents a year if done alone; at stake where strength is ask */
};

/* For ranking questions: the saving at stake, as often as signs speak for it and once more; 0 where
 * there is nothing to ask any more, or where it is asked together with others. */
int64_t finding_weight(const struct finding *finding);
/* Whether it is still to be asked together with the others of its owner. */
bool finding_is_joint(const struct finding *finding);

/* Who can answer for a report: the address or name of its owner, or its unit where none is known or
 * has left; or empty. */
struct text finding_whom_to_ask(const struct inventory *inventory, uint32_t report);

struct grounds;
struct findings;

/* Who is asked about it together with other frequent reports: its owner where that has several of
 * them, else its unit where that has; empty for all that is left where that is much. The number of
 * a text of the inventory. */
uint32_t finding_whom_to_ask_jointly(const struct findings *findings, uint32_t report);

struct findings {
    struct arena *arena;
    const struct inventory *inventory;
    const struct relations *relations;
    const struct assumptions *assumptions;
    struct baseline baseline;
    struct finding *list; /* memory of its own, freed with the findings */
    size_t count;
    bool *protected_by_mandate; /* by report */
    int32_t as_of;
    const struct grounds *grounds; /* what all rules look up */
};

/* What else a finding means if it alone is done: costed again, for few of them are told. All 0
 * where it is superseded; cents and hours a year. */
struct alone {
    int64_t low, high, cash;
    double hours;
};

void finding_alone(const struct findings *findings, const struct finding *finding,
                   struct alone *alone);

struct judge_options {
    int32_t as_of;
    unsigned threads;
};

struct findings *judge(const struct inventory *inventory, const struct relations *relations,
                       const struct assumptions *assumptions, const struct judge_options *options);
/* refused: by finding, what nobody will do. It makes nothing else moot any more, so that what was
 * moot because of it has its saving again. */
void findings_refuse(struct findings *findings, const bool *refused);
/* The facts that led to a finding: the rule runs again on its report and tells. */
void finding_explain(const struct findings *findings, const struct finding *finding,
                     struct facts *facts);
/* What a rule saw on any report, and whether it fired: how near it was where it did not. */
bool rule_explain(const struct findings *findings, enum rule rule, uint32_t report,
                  struct facts *facts);
/* What fewer recipients of a report mean for one of them. */
enum recipient_fate {
    RECIPIENT_STAYS,
    RECIPIENT_LEFT,
    RECIPIENT_TWICE,     /* through a list as well */
    RECIPIENT_ELSEWHERE, /* its content, in a bigger report */
    RECIPIENT_NEVER      /* never opened it */
};
enum recipient_fate finding_recipient(const struct findings *findings, uint32_t report,
                                      uint32_t person);
void findings_free(struct findings *findings);

#endif
