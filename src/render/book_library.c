#include "render/book_library.h"

#include <stddef.h>

#ifdef __linux__
#include <dlfcn.h>

/* The version that the header belongs to; a system that counts otherwise has the plain name. */
static bool load(void)
{
    return dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_GLOBAL) ||
           dlopen("libxlsxwriter.so", RTLD_NOW | RTLD_GLOBAL);
}

/* They are looked for in the whole program, as if it were linked, so that what was loaded before it
 * may stand in front of it. */
bool library_open(struct library *library)
{
    void *program = load() ? dlopen(NULL, RTLD_NOW) : NULL;
    bool complete = program != NULL;

#define FUNCTION(name)                                                                             \
    complete = complete && (*(void **)&library->name = dlsym(program, #name)) != NULL;
#include "render/book_library.def"
#undef FUNCTION
    return complete;
}

#else

/* Elsewhere where libraries stand is known to the linker alone. */
bool library_open(struct library *library)
{
#define FUNCTION(name) library->name = name;
#include "render/book_library.def"
#undef FUNCTION
    return true;
}

#endif
