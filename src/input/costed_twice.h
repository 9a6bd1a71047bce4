/* A column of yearly costs that holds the price of the hours which stand beside it. */
#ifndef PARE_INPUT_COSTED_TWICE_H
#define PARE_INPUT_COSTED_TWICE_H

#include "model/inventory.h"

/* annual_cost is cash beside the hours; where it is the same price an hour in most reports, that is
 * told. */
void tell_costed_twice(const struct inventory *inventory);

#endif
