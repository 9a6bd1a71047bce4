/* What changes for each person: what they make and get now and then, report by report, once the
 * actions are done. Accepted actions where there are decisions, else those of the plan, which is a
 * draft.
 *
 * The hours that makers get back, less those that they take on, are the hours of the plan if all is
 * done; reading is counted apart. Nobody who has left is written to: their unit is. */
#ifndef PARE_SECTIONS_NOTICES_H
#define PARE_SECTIONS_NOTICES_H

#include "plan/after.h"
#include "sections/story.h"

/* What somebody makes or gets. */
struct load {
    size_t reports;
    double issues; /* a week */
    double hours;  /* a year; of making, or of reading */
};

/* One report of one person that changes. */
struct notice_line {
    size_t to; /* number of the notice while they are gathered */
    uint32_t report;
    bool makes;   /* else gets */
    bool dropped; /* gets it no longer, though it goes on */
    double hours; /* a year that they get back; below 0 where they take them on */
};

struct notice {
    uint32_t person; /* its number; 0 for a unit */
    struct text name, email, unit;
    bool is_list, is_unit;
    bool has_namesake; /* somebody else who gets a notice is called so too */
    const char *file;  /* a safe name of a file, distinct among all notices; without suffix */
    struct load makes, makes_then, gets, gets_then;
    double back, taken;        /* hours a year of making */
    size_t assumed;            /* reports whose hours nobody gave */
    size_t not_costed;         /* reports that they make and whose hours are not known */
    struct notice_line *lines; /* what they make first, then by id */
    size_t line_count;
};

struct notices {
    const struct story *story;
    struct notice *list; /* by name */
    size_t count;
    bool draft;
    struct after after;
    uint32_t *action;   /* numbers of the actions by report, then as they are done */
    uint32_t *absorbed; /* numbers of the actions that merge into another, by that report */
    size_t absorbed_count;
    double hours_unaddressed; /* of reports that have neither owner nor unit */
};

/* In arena; the one person alone that --for names. */
struct notices *notices_make(struct arena *arena, const struct story *story);

/* The actions that are done to the report: action[first] up to action[first + count]. */
size_t notices_actions(const struct notices *notices, uint32_t report, size_t *count);
/* The same for those that merge another report into it, in absorbed. */
size_t notices_absorbed(const struct notices *notices, uint32_t report, size_t *count);

/* Whether the report goes to fewer people. */
bool notices_drops(const struct notices *notices, uint32_t report);

/* How long a report that goes is paused first, in weeks: two of its runs, 12 weeks at least. */
double notice_hold_weeks(double runs);
/* From when: the date that the decision gives, else that of --decide-by; DATE_UNKNOWN without. */
int32_t notice_start(const struct notices *notices, uint32_t action);
/* The day on which a paused report is gone for good; DATE_UNKNOWN where it goes on or has no start.
 */
int32_t notice_gone_on(const struct notices *notices, uint32_t report);
/* Until when somebody may object: --decide-by, else the end of the pause, where it is known; of a
 * whole notice the first of these days. */
int32_t notice_object_by(const struct notices *notices, const struct notice_line *line);
int32_t notice_first_day(const struct notices *notices, const struct notice *notice);

/* Words for a line of a notice: what happens, what to use instead (empty where there is nothing or
 * it is not needed), how it is paused. In arena. */
struct text notice_what(struct arena *arena, const struct notices *notices,
                        const struct notice *notice, const struct notice_line *line);
struct text notice_instead(struct arena *arena, const struct notices *notices,
                           const struct notice *notice, const struct notice_line *line);
struct text notice_pause(struct arena *arena, const struct notices *notices,
                         const struct notice_line *line);
/* The action that ends the report, and the report that is used in its place (itself where there is
 * none). False where it goes on. */
bool notice_ends(const struct notices *notices, uint32_t report, uint32_t *action,
                 uint32_t *instead);

#endif
