/* One report of the inventory, as a view that inventory_report fills.
 *
 * Each line of fields.def is a member; its kind gives the type. Unknown is never zero: a member is
 * to be used only where report_has says so (numbers are NAN, dates DATE_UNKNOWN, the rest 0 or
 * empty otherwise). All values are per the unit in fields.def. */
#ifndef PARE_MODEL_REPORT_H
#define PARE_MODEL_REPORT_H

#include "base/text.h"
#include "model/date.h"
#include "model/frequency.h"

/* Equal sets have equal numbers; 0 is the unknown set. Members are in ascending order: numbers of
 * people for PEOPLE, of terms for TERMS. A known empty set has a number but no members. */
struct set {
    const uint32_t *member;
    uint32_t count, number;
};

/* The type of a member by the kind of its field. */
#define FIELD_TYPE_TEXT uint32_t   /* number of the text: inventory_text */
#define FIELD_TYPE_PERSON uint32_t /* number of the person: inventory_person */
#define FIELD_TYPE_PEOPLE struct set
#define FIELD_TYPE_TERMS struct set
#define FIELD_TYPE_NUMBER double
#define FIELD_TYPE_MONEY double /* major units; rounded to cents by model/cost */
#define FIELD_TYPE_HOURS double
#define FIELD_TYPE_MINUTES double
#define FIELD_TYPE_SHARE double
#define FIELD_TYPE_DATE int32_t                       /* days, see model/date.h */
#define FIELD_TYPE_FREQUENCY const struct frequency * /* never NULL */
#define FIELD_TYPE_CHANNEL uint32_t                   /* a bit for each enum channel */

enum field_kind {
    KIND_TEXT,
    KIND_PERSON,
    KIND_PEOPLE,
    KIND_TERMS,
    KIND_NUMBER,
    KIND_MONEY,
    KIND_HOURS,
    KIND_MINUTES,
    KIND_SHARE,
    KIND_DATE,
    KIND_FREQUENCY,
    KIND_CHANNEL
};

/* The fields, in the order of fields.def. */
enum field {
#define FIELD(name, kind, unit, what) FIELD_##name,
#include "model/fields.def"
#undef FIELD
    FIELD_COUNT
};

struct field_info {
    const char *name, *unit, *what;
    enum field_kind kind;
};

const struct field_info *field_info(enum field field);
/* Whether the column of the field holds numbers and bits; otherwise it holds doubles. */
bool field_is_number(enum field field);

struct report {
#define FIELD(name, kind, unit, what) FIELD_TYPE_##kind name;
#include "model/fields.def"
#undef FIELD
    uint64_t given; /* a bit for each field that the input gave */
    uint32_t index; /* its number in the inventory, from 0 */
    uint32_t line;  /* of its first row */
    uint16_t file;  /* number of the input */
    /* runs_per_year where given, else what the frequency says; NAN where neither tells. */
    double runs;
};

static inline bool report_has(const struct report *report, enum field field)
{
    return report->given >> field & 1;
}

/* disabled, archived or retired: listed at cost 0, outside the baseline. */
bool status_is_inactive(struct text status);
/* A word for active is known; of other words neither is true. */
bool status_is_active(struct text status);

#endif
