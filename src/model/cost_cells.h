/* Cells of the columns that cost rests on, one by one: an inventory of a million reports is costed
 * without reading all the rest. */
#ifndef PARE_SRC_MODEL_COST_CELLS_H
#define PARE_SRC_MODEL_COST_CELLS_H

#include <math.h>

#include "model/inventory.h"

/* NAN where the cell is empty or makes no sense. Cut at a million million: products of a few
 * numbers stay finite, whatever a cell says. */
static inline double number_of(const struct inventory *inventory, enum field field, size_t index)
{
    const double *value = inventory->columns[field].value;

    const double most = 1e12;

    if (!value || !(value[index] >= 0))
        return NAN;
    return value[index] < most ? value[index] : most;
}

static inline double known_or(double value, double otherwise)
{
    return isnan(value) ? otherwise : value;
}

#endif
