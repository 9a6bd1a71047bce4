#include "rules/strength.h"

#include "rules/grounds.h"
#include "rules/saving.h"

static bool covers_most(const struct look *look, const struct likeness *likeness)
{
    return likeness->coverage >= threshold(look, ASSUMPTION_MERGE_FIELDS) - 1e-9;
}

static bool shares_readers(const struct look *look, const struct likeness *likeness)
{
    return likeness->readers_within >= threshold(look, ASSUMPTION_MERGE_READERS) - 1e-9;
}

static bool is_named(const struct look *look, const struct likeness *likeness)
{
    return likeness->score >= threshold(look, ASSUMPTION_MERGE_SCORE) ||
           likeness_in_name(look, likeness);
}

/* Certain: names equal, all content covered, most readers shared. Likely: two of name (equal, or a
 * pair that the matcher is sure of), content, readers and description agree, not only the name. */
enum strength strength_of_same(const struct look *look, const struct likeness *likeness)
{
    bool covered = covers_most(look, likeness);
    int signs = covered + shares_readers(look, likeness) + likeness->descriptions_equal +
                (covered && likeness->sources_equal);

    if (likeness->ask)
        return STRENGTH_ASK;
    if (likeness->coverage >= threshold(look, ASSUMPTION_MERGE_CERTAIN) &&
        shares_readers(look, likeness) && likeness_in_name(look, likeness))
        return STRENGTH_CERTAIN;
    return signs > 1 || (signs && is_named(look, likeness)) ? STRENGTH_LIKELY : STRENGTH_ASK;
}

/* Certain: all content and all readers are in the bigger one, and the matcher is sure. Likely: most
 * content is, and one of the other signs of same agrees. */
enum strength strength_of_contained(const struct look *look, const struct likeness *likeness)
{
    if (likeness->ask || !covers_most(look, likeness))
        return STRENGTH_ASK;
    if (likeness->coverage >= 1 && likeness->readers_within >= 1 && is_named(look, likeness))
        return STRENGTH_CERTAIN;
    return shares_readers(look, likeness) || likeness->descriptions_equal ||
                   is_named(look, likeness)
               ? STRENGTH_LIKELY
               : STRENGTH_ASK;
}

/* Likely: one owner or unit makes both, the fields are equal, or most of them and the sources, and
 * the names follow one pattern. One hand can put a choice into its own reports; across units it is
 * a matter for talks. */
enum strength strength_of_variant(const struct look *look, const struct likeness *likeness)
{
    if (likeness->ask || !likeness->one_hand ||
        !(likeness->score >= threshold(look, ASSUMPTION_MERGE_SCORE)))
        return STRENGTH_ASK;
    if (!likeness->fields_equal && !(covers_most(look, likeness) && likeness->sources_equal))
        return STRENGTH_ASK;
    return likeness_in_pattern(look, likeness) ? STRENGTH_LIKELY : STRENGTH_ASK;
}

/* Two more are decided beside what they rest on: a log (rule_unused, rule_cadence) is certain where
 * it is long enough, sees the channel and covers the report; rule_too_frequent is
 * certain for F1 alone, likely for two of F2 to F5 or for what readers said, ask for one. */

static bool takes_away(enum action action)
{
    return action == ACTION_RETIRE || action == ACTION_MERGE;
}

static bool could_be_forbidden(const struct finding *finding)
{
    return takes_away(finding->action) || finding->to_runs > 0 ||
           finding->action == ACTION_CHANGE_CHANNEL;
}

static void soften(struct finding *finding, enum strength most)
{
    if (finding->strength > most)
        finding->strength = most;
}

/* A mandate forbids to retire, to merge away and to go below what it asks for: somebody outside
 * would have to allow that, unless the requirement itself has ended. Where it is blank these are at
 * most likely, and a mandate word in the name or beside a citation makes anything a question. A
 * merge that may cost more than it saves, as far as is known, is a question too. What feeds another
 * report is retired or merged only after its owner was asked. */
bool strength_settle(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct text word;

    if (look->mandate == MANDATE_GIVEN && takes_away(finding->action)) {
        if (finding->relation == RELATION_VARIANT && finding->strength == STRENGTH_ASK)
            return false; /* each law asks for its own */
        finding->outside = finding->rule != RULE_past_end;
    }
    if (finding->outside) {
        tell_text(facts, FACT_MANDATE,
                  inventory_text(look->grounds->inventory, look->report.mandate));
        soften(finding, STRENGTH_ASK);
    }
    if (look->mandate == MANDATE_UNKNOWN && finding->strength > STRENGTH_ASK) {
        word = look_mandate_word(look);
        if (word.size) {
            tell_text(facts, FACT_MANDATE_WORD, word);
            soften(finding, STRENGTH_ASK);
        }
    }
    if (look->mandate == MANDATE_UNKNOWN && could_be_forbidden(finding))
        tell_not_checked(facts, FIELD_mandate);
    if (look->mandate == MANDATE_UNKNOWN && takes_away(finding->action))
        soften(finding, STRENGTH_LIKELY);
    if (finding->strength > STRENGTH_ASK) {
        enum field doubt = saving_doubt(look, finding);

        if (doubt != FIELD_COUNT) {
            tell_not_checked(facts, doubt);
            soften(finding, STRENGTH_ASK);
        }
    }
    if (look_feeds(look) && takes_away(finding->action)) {
        tell_text(facts, FACT_FEEDS, look_id(look, look->grounds->fed[look->report.index] - 1));
        soften(finding, STRENGTH_ASK);
    }
    return true;
}
