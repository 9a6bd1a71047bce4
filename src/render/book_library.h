/* The functions of libxlsxwriter, which is loaded where a workbook is written: with what it needs
 * it would take a third of the time of an audit of a short list, before that begins. */
#ifndef PARE_RENDER_BOOK_LIBRARY_H
#define PARE_RENDER_BOOK_LIBRARY_H

#include <stdbool.h>

#ifndef PARE_WITHOUT_XLSX
#include <xlsxwriter.h>

struct library {
#define FUNCTION(name) __typeof__(name) *name;
#include "render/book_library.def"
#undef FUNCTION
};

/* False where it cannot be loaded. It stays until the process ends. */
bool library_open(struct library *library);

#endif
#endif
