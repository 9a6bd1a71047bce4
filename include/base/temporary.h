/* Files that are not to outlive the process: named ones that are renamed or removed in the end.
 *
 * HUP, INT, QUIT, TERM and XCPU remove those that there are and then end the process as they would
 * have, unless they were ignored or handled when the first was made. A child of the process removes
 * none of them. */
#ifndef PARE_BASE_TEMPORARY_H
#define PARE_BASE_TEMPORARY_H

/* As mkstemp. The path stays where it is until temporary_forget: signals may come any time. */
int temporary_make(char *path);
/* The file has been renamed or removed. Does nothing for a path that was not made here. */
void temporary_forget(const char *path);
/* Removes all that there are; safe in a handler. What follows must be the end of the process. */
void temporary_remove_all(void);

#endif
