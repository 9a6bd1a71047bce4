#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "input/usage_fill.h"
#include "input/usage_logs.h"
#include "model/channel.h"
#include "model/quantity.h"

enum {
    REPORT = USAGE_REPORT,
    PERSON = USAGE_PERSON,
    WHEN = USAGE_WHEN,
    OPENS = USAGE_OPENS,
    LAST = USAGE_LAST,
    KIND = USAGE_KIND
};

static const struct side_table table = {
    "usage",
    1,
    true,
    {
        {"report", "reportid|reportname|reporttitle|name|id|itemname|itempath|item|path|dashboard|"
                   "dashboardtitle|dashboardname|artifactname|artifactid|title|viewsname|viewname|"
                   "content|entityid|document|bericht|rapport|informe"},
        {"person", "user|username|userid|useremail|email|viewer|reader|actorusername|who|openedby|"
                   "systemusersname|nutzer|utilisateur|usuario|utente|gebruiker"},
        {"when", "date|time|timestamp|datetime|day|opened|openedat|openedon|viewedat|timestart|"
                 "creationtime|eventdate|eventtime|createdat|createddate|dttm|accessed|datum"},
        {"opens", "views|nviews|count|viewcount|opencount|hits|numberofviews|numberofevents|"
                  "queryruncount|clicks|downloads"},
        {"lastopened", "lastused|lastview|lastviewed|lastviewtime|lastviewedat|lastaccess|"
                       "lastaccessed|lastaccessedat|lastaccesseddatetime|lastopen|lastdate"},
        {"kind", "requesttype|activity|operation|eventtype|action|event|type"},
        {"otherreport", ""},
        {"itemaction", ""},
        {NULL, NULL},
    },
};

/* A growing array of numbers by the numbers of a table. */
struct numbers {
    uint32_t *list;
    size_t capacity;
};

/* All that is gathered of the logs. What is looked up is remembered by its spelling, so that a long
 * log costs no more memory than its different reports and people. Pairs are numbered by tables
 * whose keys are the bytes of two numbers. */
struct gathering {
    uint32_t *by_id; /* by number of a text: report + 1 */
    size_t by_id_count;
    struct table *names; /* folded names of reports */
    uint32_t *by_name;   /* report + 1 */
    uint32_t *next;      /* by report: the next with the same name, + 1 */
    uint32_t *by_source; /* by term: report + 1; what a known system delivers is its source there */
    uint32_t *next_source; /* by report: the next with the same source, + 1 */
    struct table *report_spellings, *person_spellings;
    struct numbers reports, people; /* by spelling */
    struct numbers lost;            /* by spelling: opens of what no report has */
    struct place *lost_place;
    size_t lost_capacity;
    struct table *pairs; /* report and person */
    struct usage_row *rows;
    size_t row_capacity;
    struct table *periods; /* report and period with an open */
    uint32_t *runs_opened; /* by report */
    double *period;        /* by report: days; 0 unknown */
    int32_t from, to;
    bool has_events;
};

static uint32_t *number_at(struct numbers *numbers, uint32_t index)
{
    size_t had = numbers->capacity;

    if (index >= had) {
        numbers->list = memory_grow(numbers->list, (size_t)index + 1, &numbers->capacity,
                                    sizeof *numbers->list);
        memset(numbers->list + had, 0, (numbers->capacity - had) * sizeof *numbers->list);
    }
    return &numbers->list[index];
}

static void index_ids(struct gathering *gathering, const struct inventory *inventory)
{
    size_t i;

    gathering->by_id_count = (size_t)table_count(inventory->strings) + 1;
    gathering->by_id = memory_alloc(gathering->by_id_count, sizeof *gathering->by_id);
    for (i = 0; i < inventory->count; i++)
        gathering->by_id[inventory->columns[FIELD_id].number[i]] = (uint32_t)i + 1;
}

static void index_names(struct gathering *gathering, const struct inventory *inventory)
{
    struct arena *arena = arena_new();
    const uint32_t *names = inventory->columns[FIELD_name].number;
    uint32_t *number = memory_alloc(inventory->count, sizeof *number);
    size_t i;

    gathering->names = table_new();
    for (i = 0; i < inventory->count; i++)
        number[i] =
            table_add(gathering->names, utf8_fold(arena, inventory_text(inventory, names[i])));
    gathering->by_name =
        memory_alloc((size_t)table_count(gathering->names) + 1, sizeof *gathering->by_name);
    gathering->next = memory_alloc(inventory->count, sizeof *gathering->next);
    for (i = inventory->count; i-- > 0;) {
        gathering->next[i] = gathering->by_name[number[i]];
        gathering->by_name[number[i]] = (uint32_t)i + 1;
    }
    gathering->by_name[0] = 0;
    memory_free(number);
    arena_free(arena);
}

/* Reports of exports have one source: the dashboard or file in the system that they deliver. */
static void index_sources(struct gathering *gathering, const struct inventory *inventory)
{
    const uint32_t *sets = inventory->columns[FIELD_sources].number;
    size_t i;

    gathering->by_source =
        memory_alloc((size_t)table_count(inventory->terms) + 1, sizeof *gathering->by_source);
    gathering->next_source = memory_alloc(inventory->count, sizeof *gathering->next_source);
    for (i = inventory->count; sets && i-- > 0;) {
        struct set sources = inventory_set(inventory, sets[i]);

        if (sources.count != 1)
            continue;
        gathering->next_source[i] = gathering->by_source[sources.member[0]];
        gathering->by_source[sources.member[0]] = (uint32_t)i + 1;
    }
    gathering->by_source[0] = 0;
}

static void index_periods(struct gathering *gathering, const struct inventory *inventory)
{
    struct report report;
    size_t i;

    gathering->period = memory_alloc(inventory->count, sizeof *gathering->period);
    gathering->runs_opened = memory_alloc(inventory->count, sizeof *gathering->runs_opened);
    for (i = 0; i < inventory->count; i++) {
        inventory_report(inventory, i, &report);
        /* A log knows days, so of what runs more often the days with an open are counted. */
        if (report.runs > 0)
            gathering->period[i] = report.runs > 365 ? 1 : 365 / report.runs;
    }
}

static void gathering_init(struct gathering *gathering, const struct inventory *inventory)
{
    memset(gathering, 0, sizeof *gathering);
    index_ids(gathering, inventory);
    index_names(gathering, inventory);
    index_sources(gathering, inventory);
    index_periods(gathering, inventory);
    gathering->report_spellings = table_new();
    gathering->person_spellings = table_new();
    gathering->pairs = table_new();
    gathering->periods = table_new();
    gathering->from = INT32_MAX;
    gathering->to = DATE_UNKNOWN;
}

static void gathering_clear(struct gathering *gathering)
{
    memory_free(gathering->by_id);
    memory_free(gathering->by_name);
    memory_free(gathering->next);
    memory_free(gathering->by_source);
    memory_free(gathering->next_source);
    memory_free(gathering->reports.list);
    memory_free(gathering->people.list);
    memory_free(gathering->lost.list);
    memory_free(gathering->lost_place);
    memory_free(gathering->runs_opened);
    memory_free(gathering->period);
    table_free(gathering->names);
    table_free(gathering->report_spellings);
    table_free(gathering->person_spellings);
    table_free(gathering->pairs);
    table_free(gathering->periods);
}

/* The first report that is meant, + 1: by id, by name, or by the last part of a path. */
static uint32_t look_up(struct side *side, const struct gathering *gathering, struct text what)
{
    uint32_t number = table_find(side->inventory->strings, what);
    size_t slash = what.size;

    if (number && number < gathering->by_id_count && gathering->by_id[number])
        return gathering->by_id[number];
    number = table_find(gathering->names, utf8_fold(side->arena, what));
    while (!number && slash && what.data[slash - 1] != '/' && what.data[slash - 1] != '\\')
        slash--;
    if (!number && slash)
        number = table_find(gathering->names, utf8_fold(side->arena, text_from(what, slash)));
    return gathering->by_name[number];
}

static void lose(struct gathering *gathering, const struct side_row *row, uint32_t spelling,
                 uint32_t opens)
{
    uint32_t *lost = number_at(&gathering->lost, spelling);
    size_t had = gathering->lost_capacity;

    if (spelling >= had) {
        gathering->lost_place =
            memory_grow(gathering->lost_place, (size_t)spelling + 1, &gathering->lost_capacity,
                        sizeof *gathering->lost_place);
        memset(gathering->lost_place + had, 0,
               (gathering->lost_capacity - had) * sizeof *gathering->lost_place);
    }
    if (!gathering->lost_place[spelling].line)
        gathering->lost_place[spelling] = side_place(row, REPORT);
    *lost = opens > UINT32_MAX - *lost ? UINT32_MAX : *lost + opens;
}

/* Beside the number of a report: it was found by its source, and others with that source are meant
 * too. */
#define BY_SOURCE 0x80000000u

static uint32_t look_up_source(struct side *side, const struct gathering *gathering,
                               struct text what)
{
    uint32_t term =
        what.size ? table_find(side->inventory->terms, utf8_fold(side->arena, what)) : 0;
    uint32_t report = gathering->by_source[term];

    return report ? report | BY_SOURCE : 0;
}

/* In the log of a known system the first name is that of a thing in the system, the second is for
 * people; elsewhere there is one name. */
static uint32_t look_up_row(struct side *side, const struct gathering *gathering,
                            const struct side_row *row, struct text what, struct text other)
{
    uint32_t report = row->map ? look_up_source(side, gathering, what) : 0;

    if (!report && row->map)
        report = look_up_source(side, gathering, other);
    if (!report && what.size)
        report = look_up(side, gathering, what);
    if (!report && other.size)
        report = look_up(side, gathering, other);
    return report;
}

/* The report that the row names, + 1; 0 where the inventory has none. Names for people are told
 * first where something is lost. */
static uint32_t find_report(struct side *side, struct gathering *gathering,
                            const struct side_row *row, uint32_t opens)
{
    struct arena *arena = row->map ? arena_new() : NULL; /* other rows need nothing of it */
    struct text what = usage_log_report(row, arena), other = usage_log_other(row, arena);
    struct text told = other.size ? other : what;
    struct text both =
        other.size ? arena_printf(arena, "%.*s\x1F%.*s", TEXT_ARGS(told), TEXT_ARGS(what)) : told;
    uint32_t known = table_count(gathering->report_spellings);
    uint32_t spelling = table_add(gathering->report_spellings, both);
    uint32_t *report = number_at(&gathering->reports, spelling);

    if (spelling > known)
        *report = look_up_row(side, gathering, row, what, other);
    if (!*report)
        lose(gathering, row, spelling, opens);
    arena_free(arena);
    return *report;
}

static uint32_t find_person(struct side *side, struct gathering *gathering, struct text who)
{
    uint32_t known = table_count(gathering->person_spellings);
    uint32_t spelling = table_add(gathering->person_spellings, who);
    uint32_t *person = number_at(&gathering->people, spelling);

    if (spelling > known)
        *person = directory_find(side->directory, who, false);
    return *person;
}

static uint32_t number_of_pair(struct table *pairs, uint32_t a, uint32_t b)
{
    uint32_t pair[2];

    pair[0] = a;
    pair[1] = b;
    return table_add(pairs, text_make((const char *)pair, sizeof pair));
}

static void add_opens(struct gathering *gathering, uint32_t report, uint32_t person, uint32_t opens,
                      int32_t day)
{
    uint32_t known = table_count(gathering->pairs);
    uint32_t number = number_of_pair(gathering->pairs, report, person);
    struct usage_row *row;

    if (number > known) {
        gathering->rows = MEMORY_ROOM(gathering->rows, known, gathering->row_capacity);
        row = &gathering->rows[known];
        row->report = report;
        row->person = person;
        row->opens = 0;
        row->last = DATE_UNKNOWN;
    }
    row = &gathering->rows[number - 1];
    row->opens = opens > UINT32_MAX - row->opens ? UINT32_MAX : row->opens + opens;
    row->last = day > row->last ? day : row->last;
}

static void add_period(struct gathering *gathering, uint32_t report, int32_t day)
{
    uint32_t known = table_count(gathering->periods);

    if (gathering->period[report] > 0 &&
        number_of_pair(gathering->periods, report,
                       (uint32_t)floor((double)day / gathering->period[report])) > known)
        gathering->runs_opened[report]++;
}

/* The day of an event or of the last open; DATE_UNKNOWN, with a warning, where it cannot be read.
 */
static int32_t day_of(struct side *side, const struct side_row *row, size_t column)
{
    struct text cell = row->cells[column];
    int32_t day;

    if (!cell.size)
        return DATE_UNKNOWN;
    switch (date_parse(cell, side->options->date_order, &day)) {
    case DATE_OK:
        return day;
    case DATE_NEEDS_ORDER:
        diag_add(side->inventory->diag, SEVERITY_WARNING, "date-order", side_place(row, column),
                 "\"%.*s\" may be day/month or month/day; say --date-order dmy or mdy",
                 TEXT_ARGS(cell));
        return DATE_UNKNOWN;
    default:
        diag_add(side->inventory->diag, SEVERITY_WARNING, "bad-value", side_place(row, column),
                 "\"%.*s\" is no date", TEXT_ARGS(cell));
        return DATE_UNKNOWN;
    }
}

/* A report that was delivered, made or changed was not read by that: SSRS logs subscriptions beside
 * what people open, Power BI and Superset log edits as well. */
static bool is_no_reading(struct text kind)
{
    static const char *const words[] = {"subscription", "schedul", "refresh",   "delete",
                                        "create",       "edit",    "update",    "deliver",
                                        "mail",         "publish", "snapshot",  "rename",
                                        "move",         "alert",   "regenerat", "prefetch"};
    struct arena *arena;
    struct text folded;
    size_t count = sizeof words / sizeof *words, i;

    if (!kind.size)
        return false;
    arena = arena_new();
    folded = utf8_fold(arena, kind);
    for (i = 0; i < count && text_search(folded, words[i]) == folded.size; i++)
        ;
    if (text_search(folded, "opened") < folded.size) /* "email opened" */
        i = count;
    arena_free(arena);
    return i < count;
}

/* No report is opened more often in the time of a log. */
enum { OPENS_MOST = 1000000000 };

static void tell_bad(struct side *side, const struct side_row *row, size_t column, const char *why)
{
    struct place place = row->cells[column].size ? side_place(row, column)
                                                 : csv_reader_place(row->reader, row->row, 0);

    diag_add(side->inventory->diag, SEVERITY_WARNING, "bad-usage", place, "%s", why);
}

static void take(struct side *side, const struct side_row *row, void *context)
{
    struct gathering *gathering = context;
    bool named = row->cells[REPORT].size || row->cells[USAGE_OTHER].size;
    bool skip = !named || is_no_reading(row->cells[KIND]) || !usage_log_is_reading(row);
    bool is_event = row->column[OPENS] < 0;
    double count;
    uint32_t report, person;
    const uint32_t *next;
    int32_t day;

    day = skip ? DATE_UNKNOWN : day_of(side, row, row->cells[WHEN].size ? WHEN : LAST);
    if (day != DATE_UNKNOWN) {
        gathering->to = day > gathering->to ? day : gathering->to;
        gathering->from = day < gathering->from ? day : gathering->from;
        gathering->has_events = gathering->has_events || row->column[WHEN] >= 0;
    }
    count = is_event ? 1 : skip ? 0 : side_number(side, row, OPENS, QUANTITY_PLAIN);
    if (!named)
        tell_bad(side, row, REPORT, "the row names no report and is left out");
    else if (count < 0)
        tell_bad(side, row, OPENS, "opens below zero; the row is left out");
    if (skip || isnan(count) || count < 0)
        return;
    if (count > OPENS_MOST) {
        tell_bad(side, row, OPENS, "more opens than can be; they are taken as 1000000000");
        count = OPENS_MOST;
    }
    report = find_report(side, gathering, row, (uint32_t)count);
    person =
        report && row->cells[PERSON].size ? find_person(side, gathering, row->cells[PERSON]) : 0;
    /* A name that several reports have counts for each: none of them is unread for sure. */
    next = report & BY_SOURCE ? gathering->next_source : gathering->next;
    for (report &= ~BY_SOURCE; report; report = next[report - 1]) {
        add_opens(gathering, report - 1, person, (uint32_t)count, day);
        if (day != DATE_UNKNOWN && is_event)
            add_period(gathering, report - 1, day);
    }
}

static int compare_rows(const void *a, const void *b)
{
    const struct usage_row *x = a, *y = b;

    if (x->report != y->report)
        return x->report < y->report ? -1 : 1;
    return (x->person > y->person) - (x->person < y->person);
}

/* Without what the system calls it. */
static struct text told_name(const struct gathering *gathering, uint32_t spelling)
{
    struct text t = table_text(gathering->report_spellings, spelling);

    return text_slice(t, 0, text_find(t, '\x1F'));
}

static void tell_lost(struct side *side, const struct gathering *gathering)
{
    uint32_t i;

    for (i = 1; i <= table_count(gathering->report_spellings); i++) {
        if (gathering->reports.list[i] || i >= gathering->lost_capacity ||
            !gathering->lost_place[i].line)
            continue;
        side->inventory->usage->unmatched++;
        diag_add(side->inventory->diag, SEVERITY_NOTE, "not-in-inventory", gathering->lost_place[i],
                 "the log knows \"%.*s\" (%u opens), which the inventory lacks",
                 TEXT_ARGS(told_name(gathering, i)), gathering->lost.list[i]);
    }
}

void side_usage(struct side *side, size_t first_input)
{
    struct inventory *inventory = side->inventory;
    struct gathering gathering;
    struct usage *usage;
    size_t i;

    if (!side->options->usage_count)
        return;
    gathering_init(&gathering, inventory);
    for (i = 0; i < side->options->usage_count; i++)
        side_read_mapped(side, &table, usage_log_maps, side->options->usage[i], first_input + i,
                         take, &gathering);
    usage = inventory->usage = ARENA_ARRAY(inventory->arena, 1, struct usage);
    usage->rows = gathering.rows;
    usage->count = table_count(gathering.pairs);
    usage->first = gathering.to == DATE_UNKNOWN ? DATE_UNKNOWN : gathering.from;
    usage->last = inventory->log_end = gathering.to;
    if (usage->count)
        qsort(usage->rows, usage->count, sizeof *usage->rows, compare_rows);
    tell_lost(side, &gathering);
    usage_fill_columns(inventory, gathering.has_events, gathering.period, gathering.runs_opened);
    gathering_clear(&gathering);
}
