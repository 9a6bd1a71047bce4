/* What the user asked for: the options of every module, filled from the command line. */
#ifndef PARE_CLI_OPTIONS_H
#define PARE_CLI_OPTIONS_H

#include "cli/commands.h"
#include "input/input.h"
#include "render/render.h"

/* Which commands take an option. */
enum who { EVERY, READ, JUDGE, TARGET, ASK, PERSON, PROPOSE, CONTACT, REQUEST };

bool option_is_for(const struct command *command, enum who who);

struct option_info {
    const char *name;
    int letter; /* 0 without */
    const char *argument, *what;
    enum who who;
};

/* In the order of options.def; ended by an option without name. */
extern const struct option_info option_list[];

struct output {
    const char *path;
    enum format format;
};

/* Names that may be given more than once. */
struct names {
    const char **list;
    size_t count, capacity;
};

struct options {
    const struct command *command;
    struct arena *arena;
    struct names files, maps, people, usage, lists, assumption_files, decisions, answers,
        output_paths;
    struct output *outputs; /* at least one; "-" is stdout */
    size_t output_count;
    enum format format; /* FORMAT_COUNT: by suffix */
    struct input_options input;
    struct match_options match;
    struct judge_options judge;
    struct plan_options plan;
    struct render_options render;
    struct story_options story;
    struct assumptions assumptions;
    struct text noted; /* options as typed, for the record of a proposal */
    struct text noted_read,
        noted_judge; /* of these, what every command that reads or judges takes */
    int32_t today;   /* DATE_UNKNOWN where SOURCE_DATE_EPOCH makes no sense */
    const char *color;
    const char *subject; /* the word for the report that a command is about; NULL without */
    size_t posts_removed;
    struct request_words request;
    const char *inventory_file; /* where the inventory after the plan goes; NULL without */
    bool strict, quiet, help, version;
};

void names_add(struct names *names, const char *name);
/* Takes the value of one option, by its place in option_list; NULL for one without argument.
 * Returns NULL, or what is wrong with the value: "is no number". */
const char *option_set(struct options *options, size_t option, const char *value);

void options_init(struct options *options);
void options_clear(struct options *options);

/* Reads the words behind the command. False where they cannot be used: that was told on stderr. */
bool options_parse(struct options *options, int argc, char **argv);

#endif
