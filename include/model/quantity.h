/* Numbers as people write them: 1,234.50  1.234,50  1 234,5  12 %  2h30  90 min  EUR 1.200. */
#ifndef PARE_MODEL_QUANTITY_H
#define PARE_MODEL_QUANTITY_H

#include "base/text.h"

enum quantity_unit {
    QUANTITY_PLAIN,
    QUANTITY_MONEY,
    QUANTITY_HOURS,
    QUANTITY_MINUTES,
    QUANTITY_SHARE
};

/* Which mark separates decimals in this column; unknown where only 1.234 or 1,234 are seen. */
enum decimal_mark { DECIMAL_UNKNOWN, DECIMAL_POINT, DECIMAL_COMMA };

/* Reads the whole of t into *value in the unit asked for (hours from "90 min", a share of 0.12 from
 * "12 %"). A lone "1.234" is a decimal and a lone "1,234" a thousand unless mark says otherwise.
 * False, and *value untouched, where t is no finite number. */
bool quantity_parse(struct text t, enum quantity_unit unit, enum decimal_mark mark, double *value);
/* Whether it is a time such as "2 days", which are taken as working days of eight hours. */
bool quantity_is_in_days(struct text t);
/* What a cell such as 1.234,5 reveals of its column. */
enum decimal_mark quantity_reveals_mark(struct text t);

#endif
