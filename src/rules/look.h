/* What a rule looks at: one report, read once, and what is known of all the others.
 *
 * A rule is one function over one look. It fills in the finding and returns true, or returns false;
 * either way it tells what it saw where facts is not NULL. It never counts what is not known. */
#ifndef PARE_SRC_RULES_LOOK_H
#define PARE_SRC_RULES_LOOK_H

#include "model/fact.h"
#include "model/mandate.h"
#include "rules/findings.h"
#include "rules/name_signs.h"

struct pace;         /* rules/pace.h */
struct common_parts; /* rules/likeness.h */
struct keeping;      /* rules/merging.h */

/* What several rules ask of one report: worked out once, when it is first asked for. */
struct worked_out {
    struct text folded, small, mandate_word;
    struct name_signs signs;
    bool is_folded, is_small, is_read, is_mandate_read;
    const struct state *state; /* these: NULL until then */
    const struct cost *cost;
    const struct pace *pace;
    const struct common_parts *parts; /* with the report that was asked for last */
    const struct keeping *keeping[RELATION_COUNT];
};

struct look {
    const struct grounds *grounds;
    struct report report;
    const struct cost_basis *basis;
    enum mandate mandate;
    struct arena *scratch;
    struct worked_out *known;
};

#define RULE(name, action, question, title, rationale, counter, source)                            \
    bool rule_##name(const struct look *look, struct finding *finding, struct facts *facts);
#include "rules/rules.def"
#undef RULE

void look_at(const struct grounds *grounds, size_t report, struct arena *scratch,
             struct look *look);
/* People who get it; NAN where unknown. */
double look_readers(const struct look *look);
/* Days that its log of opens covers; NAN where unknown. */
double look_log_days(const struct look *look);
/* The group of that relation that it is in, or NULL. */
const struct group *look_group(const struct look *look, enum relation relation);
/* Whether another report is made from it. */
bool look_feeds(const struct look *look);
struct text look_id(const struct look *look, uint32_t report);
/* What its name says; and folded texts, in the scratch arena. */
const struct name_signs *look_name_signs(const struct look *look);
struct text look_name(const struct look *look);
/* In small letters, which is enough to look for words in it. */
struct text look_small_name(const struct look *look);
/* The same of another report. */
struct text look_small_name_of(const struct look *look, uint32_t other);
struct text look_description(const struct look *look);
/* A word in its name, or beside a citation in its description, that speaks of a mandate; or empty.
 */
struct text look_mandate_word(const struct look *look);
/* What its cost rests on, and its cost without that of reading. */
const struct state *look_state(const struct look *look);
const struct cost *look_cost(const struct look *look);
double threshold(const struct look *look, enum assumption_name name);

/* Add a fact where facts is not NULL. */
void tell(struct facts *facts, enum fact_kind kind);
void tell_number(struct facts *facts, enum fact_kind kind, double x, double y);
void tell_text(struct facts *facts, enum fact_kind kind, struct text a);
void tell_both(struct facts *facts, enum fact_kind kind, double x, double y, struct text a);
void tell_date(struct facts *facts, enum fact_kind kind, double x, int32_t date);
void tell_not_checked(struct facts *facts, enum field field);

#endif
