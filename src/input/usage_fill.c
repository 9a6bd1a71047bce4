#include "input/usage_fill.h"

#include <math.h>

#include "base/memory.h"
#include "model/channel.h"

static double *need_values(struct inventory *inventory, enum field field)
{
    union field_column *column = &inventory->columns[field];
    size_t i;

    if (!column->value) {
        column->value = memory_alloc(inventory->count, sizeof *column->value);
        for (i = 0; i < inventory->count; i++)
            column->value[i] = NAN;
    }
    return column->value;
}

/* Paper, mail and meetings leave no trace in the log of a reporting system. */
static bool log_can_see(const struct inventory *inventory, size_t report)
{
    const uint32_t *channels = inventory->columns[FIELD_channel].number;
    uint32_t seen =
        1u << CHANNEL_LINK | 1u << CHANNEL_PORTAL | 1u << CHANNEL_FILE_SHARE | 1u << CHANNEL_CHAT;

    return !channels || !channels[report] || (channels[report] & seen);
}

/* What one log says of a report is not mixed with what the inventory says of another window. */
static bool is_told(const struct inventory *inventory, size_t report)
{
    static const enum field fields[] = {FIELD_opens,   FIELD_runs_opened, FIELD_open_share,
                                        FIELD_readers, FIELD_last_used,   FIELD_log_days};
    size_t i;

    for (i = 0; i < sizeof fields / sizeof *fields; i++)
        if (inventory->columns[fields[i]].value &&
            !isnan(inventory->columns[fields[i]].value[report]))
            return true;
    return false;
}

/* Opens of a report, from its rows of usage. */
struct opens {
    double sum, people, latest;
};

static struct opens sum_up(const struct usage_row *rows, size_t count)
{
    struct opens opens = {0, 0, NAN};
    size_t i;

    for (i = 0; i < count; i++) {
        opens.sum += rows[i].opens;
        opens.people += rows[i].person && rows[i].opens;
        if (rows[i].last != DATE_UNKNOWN && (isnan(opens.latest) || rows[i].last > opens.latest))
            opens.latest = rows[i].last;
    }
    return opens;
}

void usage_fill_columns(struct inventory *inventory, bool has_events, const double *period,
                        const uint32_t *runs_opened_by_report)
{
    const struct usage *usage = inventory->usage;
    double *opens = need_values(inventory, FIELD_opens);
    double *last = need_values(inventory, FIELD_last_used);
    double *readers = need_values(inventory, FIELD_readers);
    double *days = need_values(inventory, FIELD_log_days);
    double *runs_opened = need_values(inventory, FIELD_runs_opened);
    size_t report, from = 0, to;

    for (report = 0; report < inventory->count; report++, from = to) {
        struct opens sum;

        for (to = from; to < usage->count && usage->rows[to].report == report; to++)
            ;
        /* A log of events is silent about what was not opened; totals may list a part only. */
        if (is_told(inventory, report) ||
            (to == from && (!has_events || !log_can_see(inventory, report))))
            continue;
        sum = sum_up(usage->rows + from, to - from);
        opens[report] = sum.sum;
        last[report] = sum.latest;
        if (sum.people > 0 || sum.sum <= 0)
            readers[report] = sum.people;
        if (has_events && usage->last != DATE_UNKNOWN)
            days[report] = usage->last - usage->first + 1;
        if (has_events && period[report] > 0)
            runs_opened[report] = runs_opened_by_report[report];
    }
}
