#include "input/export_schedule.h"

#include "input/cells.h"

static const char *const day_names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

enum { WEEK = 7, MONTH_DAYS = 31, MONTHS = 12, DAY_MINUTES = 1440 };

long schedule_number(struct text cell)
{
    long number = 0;
    size_t i;

    cell = cell_clean(cell);
    if (cell.size > 2 && text_ends(cell, ".0")) /* as data frames write whole numbers */
        cell.size -= 2;
    if (cell.size == 0 || cell.size > 10)
        return -1;
    for (i = 0; i < cell.size; i++) {
        if (!byte_is_digit((unsigned char)cell.data[i]))
            return -1;
        number = number * 10 + (cell.data[i] - '0');
    }
    return number;
}

bool schedule_yes(struct text cell)
{
    cell = cell_clean(cell);
    return cell_yes_or_no(cell) == 1 || text_is_nocase(cell, "t");
}

bool schedule_no(struct text cell)
{
    cell = cell_clean(cell);
    return cell_yes_or_no(cell) == 0 || text_is_nocase(cell, "f");
}

/* rule with ";PART=a,b,c" behind it for the bits that are set; unchanged where none is. */
static struct text add_days(struct arena *arena, struct text rule, const char *position, long days)
{
    const char *before = ";BYDAY=";
    int i;

    for (i = 0; i < WEEK; i++) {
        if (days <= 0 || !(days >> i & 1))
            continue;
        rule = arena_printf(arena, "%.*s%s%s%s", TEXT_ARGS(rule), before, position, day_names[i]);
        before = ",";
    }
    return rule;
}

static struct text add_numbers(struct arena *arena, struct text rule, const char *part, long bits,
                               int count)
{
    const char *mark = ";";
    int i;

    for (i = 0; i < count; i++) {
        if (bits <= 0 || !(bits >> i & 1))
            continue;
        rule = *mark == ';' ? arena_printf(arena, "%.*s;%s=%d", TEXT_ARGS(rule), part, i + 1)
                            : arena_printf(arena, "%.*s,%d", TEXT_ARGS(rule), i + 1);
        mark = ",";
    }
    return rule;
}

static struct text begin(struct arena *arena, const char *frequency, long interval)
{
    if (interval > 1)
        return arena_printf(arena, "FREQ=%s;INTERVAL=%ld", frequency, interval);
    return arena_printf(arena, "FREQ=%s", frequency);
}

struct text schedule_every_minutes(struct arena *arena, long minutes)
{
    if (minutes > 0 && minutes % DAY_MINUTES == 0)
        return schedule_daily(arena, minutes / DAY_MINUTES);
    if (minutes > 0 && minutes % 60 == 0)
        return begin(arena, "HOURLY", minutes / 60);
    return minutes > 0 ? begin(arena, "MINUTELY", minutes) : text_of("");
}

struct text schedule_daily(struct arena *arena, long interval)
{
    return begin(arena, "DAILY", interval);
}

struct text schedule_weekly(struct arena *arena, long interval, long week_days)
{
    return add_days(arena, begin(arena, "WEEKLY", interval), "", week_days);
}

static bool are_all_months(long months)
{
    return months <= 0 || (months & 0xFFF) == 0xFFF;
}

struct text schedule_month_days(struct arena *arena, long month_days, long months)
{
    struct text rule = begin(arena, "MONTHLY", 1);

    rule = add_numbers(arena, rule, "BYMONTH", are_all_months(months) ? 0 : months, MONTHS);
    return add_numbers(arena, rule, "BYMONTHDAY", month_days, MONTH_DAYS);
}

struct text schedule_month_weeks(struct arena *arena, long which, long week_days, long months)
{
    static const char *const positions[] = {"", "1", "2", "3", "4", "-1"};
    struct text rule = begin(arena, "MONTHLY", 1);

    rule = add_numbers(arena, rule, "BYMONTH", are_all_months(months) ? 0 : months, MONTHS);
    return add_days(arena, rule, positions[which >= 1 && which <= 5 ? which : 0], week_days);
}

struct text schedule_within_day(struct arena *arena, long minutes, long start, long end,
                                long week_days)
{
    struct text rule = begin(arena, "DAILY", 1);
    long at, step = minutes < 60 ? 60 : minutes;
    const char *mark = ";BYHOUR=";

    if (minutes <= 0)
        return text_of("");
    if (start < 0 || end <= start || end > DAY_MINUTES) { /* all day */
        start = 0;
        end = DAY_MINUTES - 1;
    }
    if ((week_days & 0x7F) != 0x7F)
        rule = add_days(arena, rule, "", week_days);
    for (at = start; at <= end && at < DAY_MINUTES; at += step) {
        if (minutes < 60 && at + minutes > end)
            break; /* the hour that the schedule ends with has no further runs */
        rule = arena_printf(arena, "%.*s%s%ld", TEXT_ARGS(rule), mark, at / 60);
        mark = ",";
    }
    mark = ";BYMINUTE=";
    for (at = 0; minutes < 60 && at < 60; at += minutes) {
        rule = arena_printf(arena, "%.*s%s%ld", TEXT_ARGS(rule), mark, at);
        mark = ",";
    }
    return rule;
}

struct text schedule_unknown(struct arena *arena, const char *header, struct text cell)
{
    cell = cell_clean(cell);
    return cell.size ? arena_printf(arena, "%s %.*s", header, TEXT_ARGS(cell)) : cell;
}
