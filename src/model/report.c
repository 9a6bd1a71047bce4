#include "model/report.h"

static const struct field_info infos[] = {
#define FIELD(name, kind, unit, what) {#name, unit, what, KIND_##kind},
#include "model/fields.def"
#undef FIELD
};

const struct field_info *field_info(enum field field)
{
    return &infos[field];
}

bool field_is_number(enum field field)
{
    switch (infos[field].kind) {
    case KIND_TEXT:
    case KIND_PERSON:
    case KIND_PEOPLE:
    case KIND_TERMS:
    case KIND_FREQUENCY:
    case KIND_CHANNEL:
        return true;
    default:
        return false;
    }
}

bool status_is_inactive(struct text status)
{
    /* As the exports of scheduling systems and people's lists write it. */
    static const char *const words[] = {
        "disabled",     "archived",  "retired",    "inactive",       "deleted",   "stopped",
        "discontinued", "cancelled", "canceled",   "withdrawn",      "suspended", "paused",
        "obsolete",     "ended",     "terminated", "closed",         "off",       "false",
        "no",           "n",         "0",          "decommissioned",
    };
    size_t i;

    status = text_trim(status);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_nocase(status, words[i]))
            return true;
    return false;
}
