#include <math.h>

#include "sections/notices.h"
#include "sections/sections.h"
#include "sections/words.h"

/* A page for each person whom a change concerns: short, for it is read between two other things. */
enum { MONTHS = 12, GLANCE_ROWS = 6 };

struct page {
    struct document *document;
    const struct notices *notices;
    const struct notice *notice;
    const struct notice_line *lines; /* of the table */
    size_t count;
};

/* To one decimal, for two and a half issues a week are no three. */
static struct cell tenths(double number)
{
    return cell_number(floor(number * 10 + 0.5) / 10);
}

static struct text person_heading(struct document *document, const struct notice *notice)
{
    if (notice->is_list)
        return document_text(document, "All on the list %.*s", TEXT_ARGS(notice->name));
    if (notice->has_namesake && notice->email.size)
        return document_text(document, "%.*s <%.*s>", TEXT_ARGS(notice->name),
                             TEXT_ARGS(notice->email));
    return notice->name;
}

static void tell_opening(struct document *document, const struct notices *notices,
                         const struct notice *notice)
{
    double net = notice->back - notice->taken;
    struct text hours = document_count(document, fabs(net));
    const char *about = document->about || notice->assumed ? "about " : "";

    if (notices->draft)
        document_paragraph(document, text_of("DRAFT. Nothing here has been decided."));
    if (notice->makes.reports && net >= 0.5)
        document_paragraph(
            document, document_text(document,
                                    "We want to make fewer reports, and good ones. You get back "
                                    "%s%.*s hours a year.",
                                    about, TEXT_ARGS(hours)));
    else if (notice->makes.reports && net <= -0.5)
        document_paragraph(
            document,
            document_text(document,
                          "We want to make fewer reports, and good ones. Work comes to you: %s%.*s "
                          "hours a year. If they are not there, say so.",
                          about, TEXT_ARGS(hours)));
    else
        document_paragraph(document,
                           text_of("We want to make fewer reports, and good ones. This is "
                                   "what changes for you."));
}

static enum row_style glance_row(const void *context, size_t index, struct cell *cells)
{
    static const char *const labels[GLANCE_ROWS] = {
        "reports that you make", "  issues a week to make", "  hours a month to make",
        "reports that you get",  "  issues a week to read", "  hours a month to read, about"};
    const struct page *page = context;
    const struct notice *notice = page->notice;
    bool gets = !notice->makes.reports || index >= 3;
    const struct load *now = gets ? &notice->gets : &notice->makes;
    const struct load *then = gets ? &notice->gets_then : &notice->makes_then;
    size_t line = notice->makes.reports ? index : index + 3;

    cells[0] = cell_string(labels[line]);
    if (line % 3 == 0) {
        cells[1] = cell_count((int64_t)now->reports);
        cells[2] = cell_count((int64_t)then->reports);
    } else {
        double number = line % 3 == 1 ? now->issues : now->hours / MONTHS;
        double later = line % 3 == 1 ? then->issues : then->hours / MONTHS;

        cells[1] = tenths(number);
        cells[2] = tenths(later);
    }
    return ROW_PLAIN;
}

static void tell_glance(struct page *page)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "now", .number = true},
        {.title = "then", .number = true},
    };
    const struct notice *notice = page->notice;
    size_t kinds = (size_t)(notice->makes.reports > 0) + (notice->gets.reports > 0);

    document_table(page->document, &(struct table_block){.title = "At a glance",
                                                         .columns = columns,
                                                         .column_count = 3,
                                                         .row_count = 3 * kinds,
                                                         .row = glance_row,
                                                         .context = page});
}

static struct text line_words(const struct page *page, const struct notice_line *line)
{
    struct arena *arena = page->document->arena;
    struct text what = notice_what(arena, page->notices, page->notice, line);
    struct text instead = notice_instead(arena, page->notices, page->notice, line);
    struct text pause = notice_pause(arena, page->notices, line);

    return arena_printf(arena, "%.*s%s%.*s%s%.*s", TEXT_ARGS(what), pause.size ? "; " : "",
                        TEXT_ARGS(pause), instead.size ? ". Use instead: " : "",
                        TEXT_ARGS(instead));
}

static enum row_style line_row(const void *context, size_t index, struct cell *cells)
{
    const struct page *page = context;
    const struct story *story = page->notices->story;
    const struct notice_line *line = &page->lines[index];

    if (index == page->count) {
        cells[0] = cell_string("Together");
        cells[2] = cell_hours(page->notice->back - page->notice->taken);
        return ROW_TOTAL;
    }
    cells[0] = cell_text(report_title(page->document->arena, story->inventory, line->report));
    cells[1] = cell_text(line_words(page, line));
    if (line->makes && story->findings->baseline.basis[line->report].costed)
        cells[2] = cell_hours(line->hours);
    return ROW_PLAIN;
}

static void tell_lines(const struct page *page, bool makes)
{
    static const struct column made[] = {
        {.title = "", .fit = FIT_WRAP},
        {.title = "", .fit = FIT_WRAP},
        {.title = "hours back a year", .number = true, .adds_up = true},
    };
    static const struct column got[] = {
        {.title = "", .fit = FIT_WRAP},
        {.title = "", .fit = FIT_WRAP},
    };
    struct page *own = ARENA_ARRAY(page->document->arena, 1, struct page);

    *own = *page;
    own->count = 0;
    while (own->lines < page->notice->lines + page->notice->line_count &&
           own->lines->makes != makes)
        own->lines++;
    while (own->lines + own->count < page->notice->lines + page->notice->line_count &&
           own->lines[own->count].makes == makes)
        own->count++;
    if (!own->count)
        return;
    document_table(page->document,
                   &(struct table_block){.title = makes ? "What you make" : "What you get",
                                         .columns = makes ? made : got,
                                         .column_count = makes ? 3 : 2,
                                         .row_count = own->count + (makes && own->count > 1),
                                         .row = line_row,
                                         .context = own});
}

static bool has_ending(const struct notices *notices, const struct notice *notice)
{
    uint32_t action, instead;
    size_t i;

    for (i = 0; i < notice->line_count; i++)
        if (notice_ends(notices, notice->lines[i].report, &action, &instead))
            return true;
    return false;
}

static void tell_objection(struct document *document, const struct notices *notices,
                           const struct notice *notice)
{
    const char *contact = notices->story->options->cover.contact;
    int32_t date = notice_first_day(notices, notice);
    char day[16];
    struct text until = date == DATE_UNKNOWN ? text_of("") : date_format(date, day);

    document_term(document, "Not right?",
                  document_text(document, "Tell %s%s%.*s. A reason in one line will do.",
                                contact ? contact : "who sent you this", until.size ? " by " : "",
                                TEXT_ARGS(until)));
    if (has_ending(notices, notice))
        document_term(
            document, "Miss it?",
            text_of("A report that stops is paused first. Tell the same person in the pause "
                    "that you need it, and it comes back with its next issue."));
    if (notice->assumed)
        document_term(
            document, "Our guess",
            document_text(document,
                          "For %zu of the reports that you make nobody told us the hours; "
                          "they are estimated. Yours would be better.",
                          notice->assumed));
    if (notice->not_costed)
        document_term(document, "Not known",
                      document_text(document,
                                    "For %zu of the reports that you make we do not know how often "
                                    "they run; their hours are not in these figures.",
                                    notice->not_costed));
}

static void add_page(struct document *document, const struct notices *notices,
                     const struct notice *notice)
{
    struct page *page = ARENA_ARRAY(document->arena, 1, struct page);

    *page = (struct page){document, notices, notice, notice->lines, notice->line_count};
    document_page_file(document, notice->file);
    document_heading(document, 1, person_heading(document, notice));
    tell_opening(document, notices, notice);
    tell_glance(page);
    tell_lines(page, true);
    tell_lines(page, false);
    tell_objection(document, notices, notice);
}

void section_notices(struct document *document, const struct story *story)
{
    const struct notices *notices = notices_make(document->arena, story);
    size_t i;

    for (i = 0; i < notices->count; i++)
        add_page(document, notices, &notices->list[i]);
    if (notices->count)
        return;
    document_paragraph(document,
                       text_of(story->options->only_person ? "Nothing changes for this person."
                               : notices->draft            ? "There is no change to tell of."
                                                           : "No action has been accepted, so "
                                                             "nobody needs a notice."));
}
