/* What is in a cell before anybody asks what it means. */
#ifndef PARE_INPUT_CELLS_H
#define PARE_INPUT_CELLS_H

#include "base/text.h"

/* The text of a cell: without blanks at the ends, without the apostrophe that keeps a spreadsheet
 * from computing it; empty where the cell says that nothing is known (null, N/A, -, TBD ...). */
struct text cell_clean(struct text cell);
/* Whether the words say that nothing is known. */
bool cell_says_unknown(struct text t);
/* The same of one of several things in a cell, where "NA" may be a region, "Nan" a person,
 * "Missing" a field, and dots say that there are more. */
bool piece_says_unknown(struct text t, bool is_person);
/* yes, true, 1, x: 1; no, false, 0: 0; else -1. */
int cell_yes_or_no(struct text t);
/* Whether a spreadsheet has turned something like 1/2 into a date such as 2-Jan or Jan-02. */
bool cell_was_turned_into_date(struct text t);

#endif
