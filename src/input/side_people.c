#include <math.h>

#include "base/memory.h"
#include "input/cells.h"
#include "input/side.h"
#include "model/quantity.h"

enum { EMAIL, NAME, DEPARTMENT, ACTIVE, RATE, CAPACITY };

static const struct side_table table = {
    "people",
    2,
    false,
    {
        {"email",
         "mail|emailaddress|useremail|workemail|upn|userprincipalname|address|courriel|correo"},
        {"name",
         "fullname|displayname|person|employee|employeename|username|user|nom|nombre|nome|naam"},
        {"department", "dept|departmentname|unit|orgunit|team|division|abteilung|service|afdeling"},
        {"active", "isactive|enabled|accountenabled|employed|status|employmentstatus|aktiv|actif"},
        {"hourlyrate", "rate|hourlycost|loadedrate|costperhour|stundensatz"},
        {"capacityhours", "capacity|hoursperyear|annualhours|availablehours|contracthours"},
        {NULL, NULL},
    },
};

static enum known known_active(struct side *side, const struct side_row *row)
{
    struct text t = row->cells[ACTIVE];
    int yes = cell_yes_or_no(t);

    if (yes >= 0)
        return yes ? KNOWN_YES : KNOWN_NO;
    if (status_is_inactive(t))
        return KNOWN_NO;
    if (status_is_active(t))
        return KNOWN_YES;
    diag_add(side->inventory->diag, SEVERITY_WARNING, "bad-value", side_place(row, ACTIVE),
             "active: \"%.*s\" says neither yes nor no; it is taken as unknown", TEXT_ARGS(t));
    return KNOWN_NOT;
}

static void take(struct side *side, const struct side_row *row, void *context)
{
    struct inventory *inventory = side->inventory;
    struct person *person;
    double rate, capacity;
    uint32_t number;

    (void)context;
    if (!row->cells[EMAIL].size && !row->cells[NAME].size) {
        diag_add(inventory->diag, SEVERITY_WARNING, "no-person",
                 csv_reader_place(row->reader, row->row, 0),
                 "the row names nobody and is left out");
        return;
    }
    number = directory_enter(side->directory, row->cells[EMAIL], row->cells[NAME]);
    rate = side_number(side, row, RATE, QUANTITY_MONEY);
    capacity = side_number(side, row, CAPACITY, QUANTITY_HOURS);
    person = &inventory->people[number];
    if (row->cells[DEPARTMENT].size)
        person->department = table_add(inventory->strings, row->cells[DEPARTMENT]);
    if (row->cells[ACTIVE].size)
        person->active = known_active(side, row);
    if (!isnan(rate))
        person->hourly_rate = rate;
    if (!isnan(capacity))
        person->capacity_hours = capacity;
}

void side_people(struct side *side, size_t first_input)
{
    size_t i;

    for (i = 0; i < side->options->people_count; i++)
        side_read(side, &table, side->options->people[i], first_input + i, take, NULL);
}
