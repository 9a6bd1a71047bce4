#include "sections/unknown.h"

#include <stddef.h>

static bool has_any(const struct inventory *inventory, const enum field *fields, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (inventory->columns[fields[i]].value)
            return true;
    return false;
}

const char *unknown_of_question(const struct inventory *inventory, enum question question)
{
    static const enum field opened[] = {FIELD_opens, FIELD_runs_opened, FIELD_open_share,
                                        FIELD_last_used, FIELD_readers};
    static const enum field judged[] = {FIELD_rating, FIELD_errors, FIELD_complaints};

    switch (question) {
    case QUESTION_WHO:
        if (!inventory->columns[FIELD_recipients].number)
            return "not known: no column says who gets it";
        return inventory->usage ? NULL : "not known: nothing says who opened it";
    case QUESTION_SENT:
        return inventory->columns[FIELD_channel].number
                   ? NULL
                   : "not known: no column says how it is sent";
    case QUESTION_CLEAR:
        return has_any(inventory, judged, 3) ? NULL : "not known: nobody has been asked";
    case QUESTION_NECESSARY:
        return has_any(inventory, opened, 5) || inventory->usage
                   ? NULL
                   : "use is not known: there is no column or log of opens";
    default:
        return NULL;
    }
}
