#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sections/headcount.h"
#include "sections/sections.h"
#include "sections/words.h"

/* Lines of the table before the rest is one line. */
enum { LINES = 6 };

struct line {
    struct text name;
    size_t reports;
    double hours;
    int64_t cost;
};

struct cost_table {
    struct line lines[LINES + 2]; /* with others and total */
    size_t count;
};

static size_t own_reports(const struct story *story)
{
    return story->inventory->count - story->findings->baseline.listed_twice;
}

/* What the costs are shown by: the first of these columns that the files have. */
static const struct cost_key {
    enum field field;
    const char *none, *one, *many;
} keys[] = {
    {FIELD_department, "no department", "other", "others"},
    {FIELD_owner, "no owner", "other", "others"},
    {FIELD_frequency, "no frequency", "other rhythm", "other rhythms"},
};

static const struct cost_key *find_key(const struct inventory *inventory)
{
    size_t i;

    for (i = 0; i + 1 < sizeof keys / sizeof *keys; i++)
        if (inventory->columns[keys[i].field].number)
            break;
    return &keys[i];
}

static struct text key_name(const struct inventory *inventory, const struct cost_key *key,
                            uint32_t number)
{
    if (!number)
        return text_of(key->none);
    if (key->field == FIELD_owner)
        return inventory_person_name(inventory, number);
    if (key->field == FIELD_frequency)
        return inventory->frequencies[number].as.size ? inventory->frequencies[number].as
                                                      : text_of("frequency not read");
    return inventory_text(inventory, number);
}

static size_t key_limit(const struct inventory *inventory, const struct cost_key *key)
{
    if (key->field == FIELD_owner)
        return inventory->people_count;
    if (key->field == FIELD_frequency)
        return inventory->frequency_count;
    return (size_t)table_count(inventory->strings) + 1;
}

static int by_cost(const void *a, const void *b)
{
    const struct line *x = a, *y = b;

    if (x->cost != y->cost)
        return x->cost < y->cost ? 1 : -1;
    return text_compare(x->name, y->name);
}

/* All lines, unsorted; the same name (weekly, wkly) is one line. */
static struct line *collect(const struct story *story, size_t *count)
{
    const struct inventory *inventory = story->inventory;
    const struct baseline *baseline = &story->findings->baseline;
    const struct cost_key *key = find_key(inventory);
    struct table *names = table_new();
    uint32_t *line_of = memory_alloc(key_limit(inventory, key), sizeof *line_of);
    struct line *lines = NULL;
    size_t capacity = 0, i;

    *count = 0;
    for (i = 0; i < inventory->count; i++) {
        const uint32_t *column = inventory->columns[key->field].number;
        uint32_t number = column ? column[i] : 0;
        struct cost cost;

        if (story->relations->listed_as[i] != i)
            continue;
        if (!line_of[number]) {
            struct text name = key_name(inventory, key, number);

            line_of[number] = table_add(names, name);
            if (line_of[number] > *count) {
                lines = memory_grow(lines, *count + 1, &capacity, sizeof *lines);
                lines[(*count)++] = (struct line){name, 0, 0, 0};
            }
        }
        lines[line_of[number] - 1].reports++;
        cost = baseline_cost_of_making(baseline, i);
        lines[line_of[number] - 1].hours += cost.hours;
        lines[line_of[number] - 1].cost += cost_producer(&cost);
    }
    memory_free(line_of);
    table_free(names);
    if (*count)
        qsort(lines, *count, sizeof *lines, by_cost);
    return lines;
}

static void fill_table(struct document *document, const struct story *story,
                       struct cost_table *table)
{
    const struct cost_key *key = find_key(story->inventory);
    size_t count, shown, i;
    struct line *lines = collect(story, &count);
    struct line rest = {text_of(""), 0, 0, 0};

    shown = count > LINES ? LINES - 1 : count;
    for (i = 0; i < count; i++) {
        if (i < shown) {
            table->lines[table->count++] = lines[i];
            continue;
        }
        rest.reports += lines[i].reports;
        rest.hours += lines[i].hours;
        rest.cost += lines[i].cost;
    }
    if (count > shown) {
        rest.name = document_number_of(document, count - shown, key->one, key->many);
        table->lines[table->count++] = rest;
    }
    memory_free(lines);
    table->lines[table->count++] =
        (struct line){text_of("Making and sending"), own_reports(story),
                      story->findings->baseline.hours, story->findings->baseline.producer};
}

static enum row_style cost_row(const void *context, size_t index, struct cell *cells)
{
    const struct cost_table *table = context;
    const struct line *line = &table->lines[index], *total = &table->lines[table->count - 1];

    cells[0] = cell_text(line->name);
    cells[1] = cell_count((int64_t)line->reports);
    cells[2] = cell_hours(line->hours);
    cells[3] = cell_money(line->cost);
    cells[4] = cell_share(total->cost ? (double)line->cost / (double)total->cost : NAN);
    return line == total ? ROW_TOTAL : ROW_PLAIN;
}

static void tell_overview(struct document *document, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    struct text text = document_number_of(document, own_reports(story), "report", "reports");
    struct headcount count;

    headcount_take(inventory, &count);
    if (inventory->count != own_reports(story))
        text = document_text(document, "%.*s (%zu in the list, %zu twice)", TEXT_ARGS(text),
                             inventory->count, story->findings->baseline.listed_twice);
    else if (inventory->rows != own_reports(story))
        text = document_text(document, "%.*s (%zu rows read)", TEXT_ARGS(text), inventory->rows);
    if (count.owners)
        text = document_text(document, "%.*s, %zu %s", TEXT_ARGS(text), count.owners,
                             count.owners == 1 ? "owner" : "owners");
    if (count.recipients)
        text = document_text(document, "%.*s, %zu %s", TEXT_ARGS(text), count.recipients,
                             count.recipients == 1 ? "recipient" : "recipients");
    if (count.unknown_lists)
        text = document_text(document, "%.*s, %zu %s of unknown size", TEXT_ARGS(text),
                             count.unknown_lists, count.unknown_lists == 1 ? "list" : "lists");
    document_paragraph(document, text);
}

static void tell_log(struct document *document, const struct inventory *inventory)
{
    char date[16];
    struct text day;

    if (inventory->log_end == DATE_UNKNOWN)
        return;
    day = date_format(inventory->log_end, date);
    document_paragraph(document,
                       document_text(document, "Usage is counted to %.*s, the last day in the log.",
                                     TEXT_ARGS(day)));
}

static void tell_assumed(struct document *document, const struct story *story)
{
    const struct baseline *baseline = &story->findings->baseline;
    const struct assumption *rate = &story->assumptions->list[ASSUMPTION_RATE];
    struct text text = text_of("");

    if (text_is(text_of(rate->from), "default") &&
        !story->inventory->columns[FIELD_hourly_rate].value)
        text = document_text(document, "%.2f an hour (give --rate)", rate->value);
    if (baseline->effort_assumed && baseline->hours > 0)
        text = document_text(document, "%.*s%sthe effort of %zu %s (%.0f %% of the hours)",
                             TEXT_ARGS(text), text.size ? "; " : "", baseline->effort_assumed,
                             baseline->effort_assumed == 1 ? "report" : "reports",
                             100 * baseline->assumed_hours / baseline->hours);
    if (text.size)
        document_note(document, document_text(document, "Assumed: %.*s.", TEXT_ARGS(text)));
}

static void tell_left_out(struct document *document, const struct baseline *baseline)
{
    struct text not_costed = words_not_costed(document->arena, baseline->not_costed);

    if (baseline->listed_twice)
        document_note(
            document,
            document_text(document, "%zu %s in the list twice: counted once, not a saving.",
                          baseline->listed_twice,
                          baseline->listed_twice == 1 ? "report stands" : "reports stand"));
    if (baseline->not_costed)
        document_note(document, document_text(document, "%.*s.", TEXT_ARGS(not_costed)));
}

void section_costs(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "", .number = true, .one = "report", .many = "reports"},
        {.title = "hours", .number = true, .adds_up = true},
        {.title = "money", .number = true, .adds_up = true},
        {.title = "", .number = true, .adds_up = true},
    };
    const struct baseline *baseline = &story->findings->baseline;
    struct cost_table *table = ARENA_ARRAY(document->arena, 1, struct cost_table);
    struct text hours;

    tell_overview(document, story);
    tell_log(document, story->inventory);
    fill_table(document, story, table);
    document_chart(document,
                   &(struct chart){CHART_BARS, 0, 3, 3, "Money a year for making and sending."},
                   &(struct table_block){.title = "What they cost a year",
                                         .columns = columns,
                                         .column_count = 5,
                                         .row_count = table->count,
                                         .row = cost_row,
                                         .context = table});
    if (baseline->reader_hours >= 1) {
        hours = document_count(document, baseline->reader_hours);
        document_note(
            document,
            document_text(document,
                          "Reading takes about %.*s hours more; it is in no saving below.",
                          TEXT_ARGS(hours)));
    }
    tell_assumed(document, story);
    tell_left_out(document, baseline);
}
