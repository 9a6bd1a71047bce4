#include <math.h>

#include "sections/change_list.h"
#include "sections/frontier.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The plan for people: whether the target is reached, by which changes, and what less or more would
 * take. */
/* An amount in the unit of the target: "22,555" or "451 hours". */
static struct text amount(struct document *document, const struct plan *plan, int64_t value)
{
    struct text text = plan->in_hours ? document_count(document, (double)value / 100)
                                      : document_money(document, value);

    return plan->in_hours ? document_text(document, "%.*s hours", TEXT_ARGS(text)) : text;
}

/* Why the target is out of reach, and whether people's answers could change that. */
static void tell_what_binds(struct document *document, const struct story *story)
{
    const struct plan *plan = story->plan;
    struct text kept = document_money(document, plan->protected_cost);
    struct text cost = document_money(document, story->findings->baseline.producer);
    struct text stake = document_money(document, plan->totals.at_stake);
    bool could = plan->totals.at_stake >= plan->target - plan->most;

    if (plan->protected_cost)
        document_note(document,
                      document_text(document,
                                    "What binds: %.*s of the cost of %.*s is asked for by law, "
                                    "contract or auditor; in the rest evidence speaks for no more "
                                    "changes.",
                                    TEXT_ARGS(kept), TEXT_ARGS(cost)));
    else if (plan->most)
        document_note(document,
                      document_text(document,
                                    "What binds: in the cost of %.*s evidence speaks for no more "
                                    "changes.",
                                    TEXT_ARGS(cost)));
    if (!plan->totals.at_stake)
        return;
    if (plan->in_hours)
        document_note(document,
                      document_text(document,
                                    "Answers to the questions below could add to it: pare "
                                    "ask %s -o questions/",
                                    story->options->judge_words));
    else if (could)
        document_note(
            document,
            document_text(document,
                          "The questions (%.*s at stake) could close the gap: pare ask %s "
                          "-o questions/",
                          TEXT_ARGS(stake), story->options->judge_words));
    else
        document_note(
            document,
            document_text(document,
                          "The questions (%.*s at stake) could not close the gap, even if "
                          "every answer were yes.",
                          TEXT_ARGS(stake)));
}

static void tell_verdict(struct document *document, const struct story *story)
{
    const struct plan *plan = story->plan;
    struct text target = amount(document, plan, plan->target);
    struct text most = amount(document, plan, plan->most);
    struct text gap = amount(document, plan, plan->target - plan->most);
    struct text in_theory = amount(document, plan, plan->target - plan->saved[BASIS_THEORETICAL]);
    struct text share =
        document_share(document, plan->before ? (double)plan->target / (double)plan->before : 0);
    const char *reading = story->plan_options->include_reading ? ", with reading" : "";
    const char *basis =
        plan->basis == BASIS_THEORETICAL ? "if all is done" : "after what usually fails";

    if (!plan->reached && !plan->most && !plan->reached_theoretical) {
        document_paragraph(document,
                           document_text(document,
                                         "The target of %.*s (%.*s%s) is out of reach: no "
                                         "change rests on evidence yet.",
                                         TEXT_ARGS(target), TEXT_ARGS(share), reading));
        tell_what_binds(document, story);
        return;
    }
    if (plan->reached)
        document_paragraph(document,
                           document_text(document, "The target of %.*s (%.*s%s) is reached %s.",
                                         TEXT_ARGS(target), TEXT_ARGS(share), reading, basis));
    else
        document_paragraph(
            document,
            document_text(
                document,
                "The target of %.*s (%.*s%s) is out of reach %s: all changes that rest on "
                "evidence come to %.*s; %.*s are missing.",
                TEXT_ARGS(target), TEXT_ARGS(share), reading, basis, TEXT_ARGS(most),
                TEXT_ARGS(gap)));
    if (!plan->reached && !plan->reached_theoretical && plan->basis == BASIS_REALISABLE)
        document_paragraph(document,
                           document_text(document,
                                         "If every change is made and lasts, %.*s are missing.",
                                         TEXT_ARGS(in_theory)));
    if (!plan->reached && plan->reached_theoretical)
        document_paragraph(document, text_of("It is met in theory, if every change is made and "
                                             "lasts; it is missed when realised."));
    if (!plan->reached)
        tell_what_binds(document, story);
}

/* How the changes were chosen, in words. */
static struct text method_words(struct document *document, const struct plan *plan)
{
    static const struct {
        const char *method, *words;
    } known[] = {
        {"largest", "in each group the change that saves most"},
        {"exact", "the changes that disturb least and reach the target"},
        {"decided", "what was accepted, and nothing else"},
    };
    size_t i;

    if (plan->has_target && !plan->reached)
        return text_of("in each group what saves most, since the target is out of reach");
    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (text_is(text_of(known[i].method), plan->method))
            return text_of(known[i].words);
    return plan->bound > 0
               ? document_text(document,
                               "one after the other what disturbs least for what it saves; at most "
                               "%.1f %% above the least possible disruption",
                               100 * (plan->disruption - plan->bound) / plan->bound)
               : text_of("one after the other what disturbs least for what it saves");
}

/* What it takes once: hours, and no money is paid out for them. */
static struct text once_words(struct document *document, const struct totals *totals)
{
    struct text hours = document_count(document, totals->one_off_hours);
    struct text cost = document_money(document, totals->one_off);
    struct text cash = document_money(document, totals->realisable_cash);
    struct text back =
        isnan(totals->payback_months)
            ? text_of("")
            : document_text(document, ", paid back in %.1f months", totals->payback_months);

    return document_text(document,
                         "They take %.*s hours once (%.*s)%.*s. Cash: 0 out, %.*s a year saved.",
                         TEXT_ARGS(hours), TEXT_ARGS(cost), TEXT_ARGS(back), TEXT_ARGS(cash));
}

/* The target is met with reading, which is in no other figure. */
static void tell_reading(struct document *document, const struct plan *plan)
{
    struct text all = amount(document, plan, plan->saved[BASIS_THEORETICAL]);
    struct text expected = amount(document, plan, plan->saved[BASIS_REALISABLE]);

    document_paragraph(document,
                       document_text(document,
                                     "With reading: %.*s a year if all is done, %.*s after what "
                                     "usually fails. All other figures are without reading.",
                                     TEXT_ARGS(all), TEXT_ARGS(expected)));
}

static void tell_totals(struct document *document, const struct story *story)
{
    const struct plan *plan = story->plan;
    const struct totals *totals = &plan->totals;
    struct text changes = document_number_of(document, plan->count, "change", "changes");
    struct text reports = document_number_of(document, totals->reports, "report", "reports");
    struct text people =
        isnan(totals->people)
            ? text_of("who notices is not known")
            : document_text(document, "about %.0f %s", totals->people,
                            round(totals->people) == 1 ? "person notices" : "people notice");
    struct text all = document_money(document, totals->theoretical);
    struct text expected = document_money(document, totals->realisable);
    struct text low = document_money(document, totals->low);
    struct text high = document_figure(document, totals->high);
    struct text hours = document_count(document, totals->realisable_hours);
    struct text once = once_words(document, totals);
    struct text method = method_words(document, plan);

    document_paragraph(
        document,
        document_text(document,
                      "%.*s to %.*s, %zu of which %s; %.*s. %s %.*s a year if all is done, "
                      "%.*s (%.*s hours) after what usually fails, %.*s to %.*s. %.*s",
                      TEXT_ARGS(changes), TEXT_ARGS(reports), totals->gone,
                      totals->gone == 1 ? "goes" : "go", TEXT_ARGS(people),
                      plan->count == 1 ? "That saves" : "They save", TEXT_ARGS(all),
                      TEXT_ARGS(expected), TEXT_ARGS(hours), TEXT_ARGS(low), TEXT_ARGS(high),
                      TEXT_ARGS(once)));
    if (story->plan_options->include_reading)
        tell_reading(document, plan);
    document_note(document, document_text(document,
                                          "Chosen: %.*s. Never touched: what law, "
                                          "contract or auditor asks for.",
                                          TEXT_ARGS(method)));
}

/* Items are compared with published items, never money with items. */
static void tell_items(struct document *document, const struct story *story)
{
    const struct totals *totals = &story->plan->totals;
    size_t own = story->inventory->count - story->findings->baseline.listed_twice;
    struct text share = document_share(document, own ? (double)totals->gone / (double)own : 0);
    struct text net = document_money(document, totals->first_year);

    document_note(
        document,
        document_text(document,
                      "Reports that go: %zu of %zu (%.*s; measured public reviews took 15 "
                      "to 35 %% of the items). Net of the first year: %.*s.",
                      totals->gone, own, TEXT_ARGS(share), TEXT_ARGS(net)));
}

/* Freed hours are cash only where a whole post goes. */
static void tell_posts(struct document *document, const struct story *story)
{
    const struct totals *totals = &story->plan->totals;
    double post = assume(story->assumptions, ASSUMPTION_POST_HOURS);
    size_t asked = story->options->posts_removed;
    struct text hours = document_count(document, totals->realisable_hours);
    struct text cash = document_money(document, totals->realisable_cash);

    if (totals->posts)
        document_note(document,
                      document_text(document, "%zu %s: with %s %.*s of it is cash.", totals->posts,
                                    totals->posts == 1 ? "post goes" : "posts go",
                                    totals->posts == 1 ? "it" : "them", TEXT_ARGS(cash)));
    else
        document_note(document,
                      document_text(document,
                                    "The hours (%.*s, %.2f %s) are free for other work; %.*s of it "
                                    "is cash.",
                                    TEXT_ARGS(hours), totals->realisable_hours / post,
                                    totals->realisable_hours < post ? "of a post" : "posts",
                                    TEXT_ARGS(cash)));
    if (asked > totals->posts)
        document_note(
            document,
            document_text(
                document, "%zu %s asked to go, but the hours freed within a unit make %s.", asked,
                asked == 1 ? "post is" : "posts are", totals->posts ? "no more" : "no whole post"));
}

void section_target(struct document *document, const struct story *story)
{
    const struct story_options *options = story->options;
    const struct plan *plan = story->plan;

    if (plan->has_target)
        tell_verdict(document, story);
    if (!plan->count && story->plan_options->as_decided) {
        document_paragraph(document, text_of("No action has been accepted."));
        return;
    }
    if (plan->count) {
        tell_totals(document, story);
        tell_posts(document, story);
        tell_items(document, story);
    }
    if (options->only_department || options->only_owner)
        document_note(document, document_text(document,
                                              "These figures are of all reports; the changes and "
                                              "questions below are those of %s only.",
                                              options->only_department ? options->only_department
                                                                       : options->only_owner));
    change_list(document, story);
    if (plan->count)
        frontier_tell(document, story->plan);
}
