/* Help texts, made from the tables of commands and options. */
#ifndef PARE_CLI_HELP_H
#define PARE_CLI_HELP_H

#include "base/out.h"
#include "cli/options.h"

void help_pare(struct out *out);
void help_command(struct out *out, const struct command *command);
/* The command that the word may have meant, or NULL. */
const char *help_suggest(const char *word);

#endif
