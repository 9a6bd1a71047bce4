/* Texts and names as a workbook can hold them. */
#ifndef PARE_RENDER_BOOK_TEXT_H
#define PARE_RENDER_BOOK_TEXT_H

#include "base/arena.h"

/* Longest text of a cell, in units of UTF-16. */
enum { BOOK_TEXT_MOST = 32767 };

/* One line of harmless well-formed text that is read as it is written; sets *cut where it had to be
 * cut, and ends in "..." then. */
const char *book_text(struct arena *arena, struct text t, bool *cut);
/* A name that a sheet may have, of at most that many units, with behind at its end. */
const char *book_sheet_name(struct arena *arena, struct text t, const char *behind, size_t most);
/* 'It''s', as formulas name a sheet. */
const char *book_quoted(struct arena *arena, const char *name);

#endif
