#include "cli/help.h"

#include <string.h>

enum { NAME_WIDTH = 10, OPTION_WIDTH = 29, LINE = 79 };

/* Words of text from column indent on, wrapped; the first line is already filled up to indent. */
static void write_wrapped(struct out *out, const char *string, size_t indent)
{
    struct text rest = text_of(string), word;
    size_t column = indent;

    while (text_next(&rest, " ", &word)) {
        if (column > indent && column + 1 + word.size > LINE) {
            out_char(out, '\n');
            out_repeat(out, ' ', indent);
            column = indent;
        } else if (column > indent) {
            out_char(out, ' ');
            column++;
        }
        out_text(out, word);
        column += word.size;
    }
    out_char(out, '\n');
}

static void write_padded(struct out *out, struct text t, size_t width)
{
    out_text(out, t);
    out_repeat(out, ' ', t.size < width ? width - t.size : 1);
}

static void write_option(struct out *out, const struct option_info *info)
{
    struct out *left = out_memory();

    if (info->letter)
        out_printf(left, "  -%c, --%s", info->letter, info->name);
    else
        out_printf(left, "      --%s", info->name);
    if (info->argument)
        out_printf(left, " %s", info->argument);
    if (out_written(left).size >= OPTION_WIDTH) {
        out_text(out, out_written(left));
        out_char(out, '\n');
        out_repeat(out, ' ', OPTION_WIDTH);
    } else {
        write_padded(out, out_written(left), OPTION_WIDTH);
    }
    out_close(left);
    write_wrapped(out, info->what, OPTION_WIDTH);
}

static void write_options(struct out *out, const struct command *command)
{
    const struct option_info *info;

    out_string(out, "\nOptions:\n");
    for (info = option_list; info->name; info++)
        if (!command || option_is_for(command, info->who))
            write_option(out, info);
}

static void write_exit_status(struct out *out)
{
    out_string(out, "\nExit status: 0 done; 1 the answer is no (check or --strict met warnings,\n"
                    "target out of reach, similar found the same); 2 could not do it (usage,\n"
                    "unusable input, input or output, memory).\n");
}

void help_pare(struct out *out)
{
    const struct command *command;

    out_string(out,
               "Usage: pare COMMAND [OPTION]... [INVENTORY]...\n\n"
               "Reads a CSV inventory of recurring reports; says which to stop, merge or send\n"
               "less often, with the evidence and what each change saves.\n\n"
               "Examples:\n"
               "  pare audit reports.csv                 what it costs, what is flagged\n"
               "  pare check reports.csv                 how the file was understood\n"
               "  pare propose reports.csv -o p.html     the proposal for who decides\n\n"
               "Commands:\n");
    for (command = commands; command->name; command++) {
        out_string(out, "  ");
        write_padded(out, text_of(command->name), NAME_WIDTH);
        write_wrapped(out, command->what, NAME_WIDTH + 2);
    }
    write_options(out, NULL);
    write_exit_status(out);
    out_string(out, "\n'pare COMMAND --help' tells more; 'man pare' tells all.\n");
}

void help_command(struct out *out, const struct command *command)
{
    size_t i;

    out_printf(out, "Usage: pare %s [OPTION]...%s%s\n\n", command->name,
               *command->arguments ? " " : "", command->arguments);
    out_printf(out, "Tells ");
    write_wrapped(out, command->what, 6);
    out_string(out, "\nExamples:\n");
    for (i = 0; command->examples[i]; i++)
        out_printf(out, "  %s\n", command->examples[i]);
    write_options(out, command);
    write_exit_status(out);
}

const char *help_suggest(const char *word)
{
    const struct command *command;
    size_t size = strlen(word);

    for (command = commands; command->name; command++)
        if (size >= 2 &&
            (strncmp(word, command->name, 2) == 0 || (size >= 3 && strstr(command->name, word))))
            return command->name;
    return NULL;
}
