/* The commands: how deep each goes into the pipeline and what it tells. */
#ifndef PARE_CLI_COMMANDS_H
#define PARE_CLI_COMMANDS_H

#include "sections/sections.h"

/* The last stage that a command runs; each needs those before it. */
enum stage { STAGE_NONE, STAGE_READ, STAGE_MATCH, STAGE_JUDGE, STAGE_PLAN, STAGE_COMPARE };

enum { MOST_SECTIONS = 32 };

struct command {
    const char *name, *arguments, *what;
    const char *title; /* of the document */
    enum stage stage;
    bool subject;                              /* the last word is a report */
    bool targeted;                             /* takes a target */
    bool proposing;                            /* has a cover and several ways */
    bool asking;                               /* puts questions to people */
    bool requesting;                           /* the last word is a report that is not there yet */
    bool noticing;                             /* a page for each person, of what is accepted */
    const char *main_table;                    /* what csv writes where no table was asked for */
    section_function *brief[MOST_SECTIONS];    /* for a terminal alone, where that is too long */
    section_function *people[MOST_SECTIONS];   /* ended by NULL */
    section_function *machines[MOST_SECTIONS]; /* ended by NULL */
    const char *examples[3];                   /* ended by NULL */
};

extern const struct command commands[]; /* ended by a command without name */

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

#endif
