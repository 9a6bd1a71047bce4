/* Cells that a spreadsheet would run: one ' before them makes them text, in what is written and in
 * what is read back.
 *
 * Both sides ask the same question, so writing and reading a text gives the same text. */
#ifndef PARE_BASE_FORMULA_H
#define PARE_BASE_FORMULA_H

#include "base/text.h"

/* Begins, after blanks or 's, with = + - @ or their wide forms, or after 's with a control
 * character that spreadsheets skip. A plain number such as -12.5 does not. */
bool formula_needs_guard(struct text t);
/* Without the ' that guards it; t itself where there is none. */
struct text formula_unguarded(struct text t);

#endif
