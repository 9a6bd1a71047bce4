/* The head of a proposal: who proposes what to whom, what there is and what it costs, what the
 * changes save and what they take. With the two sections behind it, it fits one printed page. */
#include <math.h>

#include "document/shown.h"
#include "sections/proposal.h"
#include "sections/proposed_questions.h"
#include "sections/sections.h"
#include "sections/words.h"

enum saves { IF_ALL, EXPECTED, RANGE, CASH, ONCE, SAVES };

struct saves_table {
    struct document *document;
    const struct story *story;
};

/* "1 February 2026", kept on one line where that can be done. */
static struct text day_words(struct document *document, const char *typed)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int year, month, day;
    int32_t date;

    if (date_parse(text_of(typed), DATE_ORDER_UNKNOWN, &date) != DATE_OK)
        return text_of(typed);
    date_parts(date, &year, &month, &day);
    return document_text(document, "%d %s %d", day, months[month - 1], year);
}

/* "To: ... From: ... (...). Please decide by ..." */
static void tell_cover(struct document *document, const struct story *story)
{
    const struct cover *cover = &story->options->cover;
    struct text day = cover->decide_by ? day_words(document, cover->decide_by) : text_of("");
    struct text line = text_of("");

    if (cover->to)
        line = document_text(document, "To: %s. ", cover->to);
    if (cover->author)
        line = document_text(document, "%.*sFrom: %s%s%s. ", TEXT_ARGS(line), cover->author,
                             cover->organisation ? ", " : "",
                             cover->organisation ? cover->organisation : "");
    else if (cover->organisation)
        line = document_text(document, "%.*s%s. ", TEXT_ARGS(line), cover->organisation);
    if (cover->decide_by)
        line = document_text(document, "%.*sDecision asked for by %.*s. ", TEXT_ARGS(line),
                             TEXT_ARGS(day));
    if (cover->contact)
        line = document_text(document, "%.*sQuestions to %s.", TEXT_ARGS(line), cover->contact);
    if (line.size)
        document_note(document, text_trim(line));
}

/* Tenths of a post matter where there are few. */
static int decimals(double posts)
{
    return posts < 10 ? 1 : 0;
}

static void tell_now(struct document *document, const struct story *story,
                     const struct standing_now *now)
{
    struct text reports =
        document_number_of(document, now->reports, "recurring report", "recurring reports");
    struct text hours = document_count(document, now->hours);
    struct text cost = document_money(document, now->cost);
    struct text reading = document_count(document, now->reading_hours);
    double post = assume(story->assumptions, ASSUMPTION_POST_HOURS);
    struct text posts = now->hours < post
                            ? text_of("")
                            : document_text(document, " (%.*f posts)", decimals(now->hours / post),
                                            now->hours / post);
    struct text making =
        document_text(document,
                      "We make %.*s. Making and sending them takes %.*s hours a "
                      "year%.*s and costs %.*s.",
                      TEXT_ARGS(reports), TEXT_ARGS(hours), TEXT_ARGS(posts), TEXT_ARGS(cost));

    if (now->reading_hours >= 1)
        making = document_text(
            document, "%.*s Reading takes about %.*s hours more; no saving here counts it.",
            TEXT_ARGS(making), TEXT_ARGS(reading));
    document_paragraph(document, making);
}

/* What follows for the list and for the calendar. */
static void tell_then(struct document *document, const struct story *story,
                      const struct standing_now *now)
{
    const struct totals *totals = &story->plan->totals;
    struct text changes = document_number_of(document, story->plan->count, "change", "changes");
    struct text left =
        document_number_of(document, now->reports - totals->gone, "report", "reports");
    struct text before = document_count(document, now->runs);
    struct text after = document_count(document, now->runs_after);
    struct text hours = document_count(document, totals->realisable_hours);
    struct text money = document_money(document, totals->realisable_cash);
    struct text cash =
        totals->realisable_cash > 0
            ? document_text(document, "Of what is saved %.*s is cash.", TEXT_ARGS(money))
            : text_of("It is time, not cash.");

    document_paragraph(
        document,
        document_text(document,
                      "We propose %.*s. %.*s are left, issues a year fall from %.*s to %.*s, and%s "
                      "%.*s hours a year are free for other work. %.*s",
                      TEXT_ARGS(changes), TEXT_ARGS(left), TEXT_ARGS(before), TEXT_ARGS(after),
                      document->about ? " about" : "", TEXT_ARGS(hours), TEXT_ARGS(cash)));
}

static struct text share_words(struct document *document, const struct story *story, int64_t saving)
{
    int64_t cost = story->findings->baseline.producer;
    struct text share = document_share(document, cost ? (double)saving / (double)cost : 0);

    return document_text(document, "%.*s of the cost", TEXT_ARGS(share));
}

static struct text payback_words(struct document *document, const struct story *story)
{
    const struct totals *totals = &story->plan->totals;

    if (isnan(totals->payback_months))
        return text_of("once");
    if (force_is_too_large(story))
        return document_text(document, "once; %.0f without a task force",
                             totals->one_off_hours - force_hours(story->assumptions));
    return document_text(document, "once: %.1f months of the hours gained", totals->payback_months);
}

static void tell_tiles(struct document *document, const struct story *story,
                       const struct standing_now *now)
{
    const struct totals *totals = &story->plan->totals;
    struct tile *tiles = ARENA_ARRAY(document->arena, 4, struct tile);
    double post = assume(story->assumptions, ASSUMPTION_POST_HOURS);
    struct text hours = document_count(document, totals->realisable_hours);
    struct text once = document_count(document, totals->one_off_hours);

    tiles[0] =
        (struct tile){"Reports, now and then",
                      document_text(document, "%s \xe2\x86\x92 %s", counted(document, now->reports),
                                    counted(document, now->reports - totals->gone)),
                      document_number_of(document, story->plan->count, "change", "changes")};
    tiles[1] = (struct tile){"Saved a year, expected", document_money(document, totals->realisable),
                             share_words(document, story, totals->realisable)};
    tiles[2] =
        (struct tile){"Hours freed a year", hours,
                      totals->realisable_hours < post / 10
                          ? text_of("for other work")
                          : document_text(document, "%.*f %s, for other work",
                                          decimals(totals->realisable_hours / post),
                                          totals->realisable_hours / post,
                                          totals->realisable_hours < post ? "of a post" : "posts")};
    tiles[3] = (struct tile){"Hours it takes", once, payback_words(document, story)};
    document_tiles(document, tiles, 4);
}

/* The currency stands above the column. */
static struct text figure_words(struct document *document, int64_t cents)
{
    struct cell cell = cell_money(cents);

    return shown_cell(document->arena, document, &cell);
}

static void fill_range(const struct saves_table *table, struct cell *cells)
{
    struct document *document = table->document;
    const struct totals *totals = &table->story->plan->totals;
    double cost = (double)table->story->findings->baseline.producer;
    struct text low = figure_words(document, totals->low);
    struct text high = figure_words(document, totals->high);
    double from = cost > 0 ? round(100 * (double)totals->low / cost) : NAN;
    double to = cost > 0 ? round(100 * (double)totals->high / cost) : NAN;

    cells[2] = cell_text(document_text(document, "%.*s to %.*s", TEXT_ARGS(low), TEXT_ARGS(high)));
    if (to > from)
        cells[3] = cell_text(document_text(document, "%.0f to %.0f %%", from, to));
    else if (cost > 0)
        cells[3] = cell_share((double)totals->low / cost);
}

static enum row_style saves_row(const void *context, size_t index, struct cell *cells)
{
    static const char *const names[SAVES] = {
        [IF_ALL] = "If every change is made and lasts",
        [EXPECTED] = "Expected, as some will fail",
        [RANGE] = "From our low to our high guess",
        [CASH] = "Of the expected, cash",
        [ONCE] = "What it takes, once",
    };
    const struct saves_table *table = context;
    const struct totals *totals = &table->story->plan->totals;
    int64_t cost = table->story->findings->baseline.producer;
    const int64_t money[SAVES] = {totals->theoretical, totals->realisable, 0,
                                  totals->realisable_cash, totals->one_off};
    const double hours[SAVES] = {totals->theoretical_hours, totals->realisable_hours, NAN, NAN,
                                 totals->one_off_hours};

    cells[0] = cell_string(names[index]);
    if (index == RANGE) {
        fill_range(table, cells);
        return ROW_PLAIN;
    }
    cells[1] = cell_hours(hours[index]);
    cells[2] = cell_money(money[index]);
    if (index != ONCE && cost)
        cells[3] = cell_share((double)money[index] / (double)cost);
    return ROW_PLAIN;
}

static void tell_saves(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "hours a year", .number = true},
        {.title = "money a year", .number = true},
        {.title = "of cost", .number = true},
    };
    struct saves_table *table = ARENA_ARRAY(document->arena, 1, struct saves_table);

    *table = (struct saves_table){document, story};
    document_table(document, &(struct table_block){.title = "What it saves, and what it takes",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = SAVES,
                                                   .row = saves_row,
                                                   .context = table});
}

/* Nothing rests on evidence yet: then the proposal is to ask. */
static void tell_nothing(struct document *document, const struct story *story)
{
    struct text stake = document_money(document, story->plan->totals.at_stake);

    if (!proposed_questions_count(story)) {
        document_paragraph(document, text_of("No change rests on evidence yet, and nothing in the "
                                             "list speaks for a question."));
        return;
    }
    document_paragraph(
        document,
        document_text(document,
                      "No change rests on evidence yet. What only people can tell is worth "
                      "up to %.*s a year. We propose to ask them first, and to decide when "
                      "they have answered.",
                      TEXT_ARGS(stake)));
}

/* Costs and plan always rest on all reports. */
static void tell_only(struct document *document, const struct story_options *options)
{
    const char *only = options->only_department ? options->only_department : options->only_owner;

    if (only)
        document_note(document,
                      document_text(document,
                                    "These figures are of all reports; the lists that follow are "
                                    "those of %s only.",
                                    only));
}

void section_cover(struct document *document, const struct story *story)
{
    struct standing_now now;

    document->titled = true;
    standing_now_find(story, &now);
    tell_cover(document, story);
    tell_now(document, story, &now);
    tell_only(document, story->options);
    if (!story->plan->count) {
        tell_nothing(document, story);
        return;
    }
    tell_then(document, story, &now);
    tell_tiles(document, story, &now);
    tell_saves(document, story);
}
