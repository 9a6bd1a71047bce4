/* How the figures were made: the formula, why nothing is counted twice, what is counted and what
 * not, what others measured, and what the result rests on. */
#include "plan/sensitivity.h"
#include "sections/proposal.h"
#include "sections/sections.h"

enum { MOST_SWINGS = 8 };

/* Published reviews of reports, by the share of items that went; measured, aimed at or told by who
 * sells the means. */
static const struct published {
    const char *what, *items, *remark, *source;
} published[] = {
    {"England, health returns, 2011", "58 of 305 suspended: 19 %",
     "measured; a quarter was announced", "Pulse; E-Health Insider"},
    {"England, health data, 2004", "about a third", "staff did not feel the benefit",
     "Department of Health review"},
    {"US Congress, reports of agencies, 2012 to 2014", "51 of 321 to 376 proposed: 14 to 16 %",
     "measured, after outside approval", "Senate committee; Congressional Budget Office"},
    {"US federal forms, 1977 to 1979", "15 % of the hours", "measured; hours, not items",
     "President's message on paperwork, 1979"},
    {"European Union, 72 acts, 2007 to 2012", "26 % of the burden",
     "aim was 25 %; 15 to 57 % by area", "COM(2009) 544"},
    {"US Department of Defense, 2010 to 2012", "386 internal reports",
     "half was the aim; the effect was not evaluated", "GAO-12-480R"},
    {"Dashboards of an insurer", "460 to 72: 84 %", "told by a vendor; licences fell by 38 % only",
     "Databuzz"},
};

static enum row_style published_row(const void *context, size_t index, struct cell *cells)
{
    (void)context;
    cells[0] = cell_string(published[index].what);
    cells[1] = cell_string(published[index].items);
    cells[2] = cell_string(published[index].remark);
    cells[3] = cell_string(published[index].source);
    return ROW_PLAIN;
}

static void tell_published(struct document *document, const struct story *story)
{
    static const struct column columns[] = {{.title = "", .fit = FIT_WRAP},
                                            {.title = "went", .fit = FIT_WRAP},
                                            {.title = "", .fit = FIT_WRAP},
                                            {.title = "source", .fit = FIT_WRAP}};
    size_t own = story->inventory->count - story->findings->baseline.listed_twice;
    size_t gone = story->plan->totals.gone;
    struct text share = document_share(document, own ? (double)gone / (double)own : 0);

    document_heading(document, 2, text_of("What others reached"));
    document_paragraph(
        document, document_text(document,
                                "Items are compared with items, never with money: fewer reports "
                                "save less than their share. Here %s of %s reports go, %.*s; "
                                "reviews that were measured took 15 to 35 %%.",
                                counted(document, gone), counted(document, own), TEXT_ARGS(share)));
    document_table(document,
                   &(struct table_block){.title = "Published reviews",
                                         .columns = columns,
                                         .column_count = 4,
                                         .row_count = sizeof published / sizeof *published,
                                         .row = published_row});
}

static void tell_counted(struct document *document)
{
    document_heading(document, 2, text_of("What is counted"));
    document_term(
        document, "Cost",
        text_of("Runs a year x (hours of a run x cost of an hour + cash of a run + print and "
                "post), and what is fixed for the year: the Standard Cost Model."));
    document_term(
        document, "Saving",
        text_of("Always the cost before less the cost after. A rarer issue does not save in "
                "proportion, since each one covers more; a merged report takes the readers "
                "and the missing figures of the other."));
    document_term(
        document, "Nothing twice",
        text_of("Changes are taken one after the other: stop, merge, less often, shorter, "
                "fewer readers, another channel; each saves from what the one before has "
                "left. Flags are never added up. A report listed twice counts once."));
    document_term(
        document, "Expected",
        text_of("What is saved if all is done, times the part of such changes that usually "
                "last. Low and high: the same changes with our low and our high guesses."));
    document_term(
        document, "Not counted",
        text_of("The time of readers, freed hours as cash, licences of whole platforms, what "
                "was spent before, what a question could bring, what needs approval from "
                "outside."));
    document_term(
        document, "Not touched",
        text_of("What law, contract or auditor asks for; what another report is made from, "
                "unless its owner agrees."));
}

struct swings {
    struct document *document;
    struct sensitivity sensitivity;
    bool in_hours;
};

static enum row_style swing_row(const void *context, size_t index, struct cell *cells)
{
    const struct swings *swings = context;
    const struct swing *swing = &swings->sensitivity.swings[index];
    struct document *document = swings->document;
    struct text range = range_words(document, swings->in_hours, swing->low, swing->high);

    cells[0] = cell_string(plain_assumption(swing->key));
    cells[1] = cell_number(swing->value);
    cells[2] =
        cell_text(document_text(document, "%.3g to %.3g", swing->low_value, swing->high_value));
    cells[3] = cell_text(range);
    return ROW_PLAIN;
}

static void tell_swings(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "taken", .number = true},
        {.title = "might be", .number = true},
        {.title = "expected saving then", .number = true},
    };
    struct swings *swings = ARENA_ARRAY(document->arena, 1, struct swings);

    *swings = (struct swings){.document = document, .in_hours = story->plan->in_hours};
    sensitivity_find(document->arena, story->plan, story->plan_options, &swings->sensitivity);
    document_paragraph(
        document, text_of("Each line moves one assumption alone, from its low to its high, with "
                          "the same changes. The first lines are the ones to doubt first."));
    document_table(document, &(struct table_block){.title = "What the expected saving rests on",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = swings->sensitivity.count,
                                                   .limit = MOST_SWINGS,
                                                   .row = swing_row,
                                                   .context = swings});
}

void section_made(struct document *document, const struct story *story)
{
    document_heading(document, 1, text_of("How the figures were made"));
    tell_counted(document);
    if (story->plan->count) {
        document_heading(document, 2, text_of("How far they can be trusted"));
        tell_swings(document, story);
        tell_published(document, story);
    }
    document_heading(document, 2, text_of("Assumptions"));
    section_rests(document, story);
}
