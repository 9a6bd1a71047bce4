#include "cli/options.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/parallel.h"

const struct option_info option_list[] = {
#define OPTION(name, long_name, letter, argument, who, what)                                       \
    {long_name, letter, argument, what, who},
#include "cli/options.def"
#undef OPTION
    {NULL, 0, NULL, NULL, EVERY},
};

/* The last of option_list has no name. */
enum { OPTION_COUNT = sizeof option_list / sizeof *option_list - 1, FIRST_VALUE = 256 };

void options_init(struct options *options)
{
    unsigned processors = parallel_processors();

    memset(options, 0, sizeof *options);
    options->arena = arena_new();
    options->format = FORMAT_COUNT;
    options->story.questions = 10;
    options->color = "auto";
    if (!date_today(&options->today))
        options->today = DATE_UNKNOWN;
    options->judge.as_of = options->today;
    options->input.threads = options->match.threads = processors;
    plan_options_init(&options->plan);
    options->judge.threads = options->plan.threads = processors;
    assumptions_init(&options->assumptions);
}

void options_clear(struct options *options)
{
    struct names *const names[] = {
        &options->files,        &options->maps,      &options->people,
        &options->usage,        &options->lists,     &options->assumption_files,
        &options->output_paths, &options->decisions, &options->answers};
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        memory_free(names[i]->list);
    arena_free(options->arena);
}

static bool complain(const struct options *options, const char *option, const char *value,
                     const char *wrong)
{
    fprintf(stderr, "pare: --%s: \"%s\" %s\nTry 'pare %s --help' for more information.\n", option,
            value, wrong, options->command->name);
    return false;
}

static bool complain_of_use(const struct options *options, const char *wrong, const char *word)
{
    fprintf(stderr, "pare %s: %s %s\nTry 'pare %s --help' for more information.\n",
            options->command->name, wrong, word, options->command->name);
    return false;
}

/* What getopt needs, from the table. */
static void make_getopt(struct option *longs, char *letters)
{
    size_t i;

    *letters++ = ':'; /* a missing argument is told apart */
    for (i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_list[i];

        longs[i] = (struct option){info->name, info->argument ? required_argument : no_argument,
                                   NULL, FIRST_VALUE + (int)i};
        if (!info->letter)
            continue;
        *letters++ = (char)info->letter;
        if (info->argument)
            *letters++ = ':';
    }
    longs[OPTION_COUNT] = (struct option){NULL, 0, NULL, 0};
    *letters = '\0';
}

static size_t option_of(int value)
{
    size_t i;

    if (value >= FIRST_VALUE)
        return (size_t)(value - FIRST_VALUE);
    for (i = 0; i < OPTION_COUNT && option_list[i].letter != value; i++)
        ;
    return i;
}

bool option_is_for(const struct command *command, enum who who)
{
    static const enum stage least[] = {
        [EVERY] = STAGE_NONE,   [READ] = STAGE_READ,    [JUDGE] = STAGE_JUDGE,
        [TARGET] = STAGE_PLAN,  [ASK] = STAGE_PLAN,     [PERSON] = STAGE_PLAN,
        [PROPOSE] = STAGE_PLAN, [CONTACT] = STAGE_PLAN, [REQUEST] = STAGE_READ};

    return command->stage >= least[who] && (who != TARGET || command->targeted) &&
           (who != ASK || command->asking) && (who != PROPOSE || command->proposing) &&
           (who != PERSON || command->asking || command->noticing) &&
           (who != REQUEST || command->requesting) &&
           (who != CONTACT || command->proposing || command->noticing);
}

/* A word as a shell takes it. */
static struct text quoted(struct arena *arena, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-+=.,:/%@";
    struct text t = text_of("'");

    if (*word && !word[strspn(word, plain)])
        return text_of(word);
    for (; *word; word++)
        t = *word == '\'' ? arena_printf(arena, "%.*s'\\''", TEXT_ARGS(t))
                          : arena_printf(arena, "%.*s%c", TEXT_ARGS(t), *word);
    return arena_printf(arena, "%.*s'", TEXT_ARGS(t));
}

static void note_words(struct options *options, struct text *noted, const char *name,
                       const char *value)
{
    struct text word = value ? quoted(options->arena, value) : text_of("");

    *noted = arena_printf(options->arena, "%.*s --%s%s%.*s", TEXT_ARGS(*noted), name,
                          value ? " " : "", TEXT_ARGS(word));
}

/* The options that what is told depends on; where it goes and how it looks is another matter. Those
 * that other commands take as well are kept apart, for the commands that are proposed next. */
static void note_option(struct options *options, size_t option, const char *value)
{
    static const char *const silent[] = {"output", "format", "threads", "color",
                                         "quiet",  "excel",  "strict",  "table"};
    const char *name = option_list[option].name;
    enum who who = option_list[option].who;

    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strcmp(silent[i], name) == 0)
            return;
    note_words(options, &options->noted, name, value);
    if (who == READ)
        note_words(options, &options->noted_read, name, value);
    if (who == READ || who == JUDGE)
        note_words(options, &options->noted_judge, name, value);
}

static bool apply(struct options *options, size_t option, const char *value)
{
    const struct option_info *info = &option_list[option];
    const char *wrong;

    if (!option_is_for(options->command, info->who)) {
        fprintf(stderr, "pare %s: --%s has no meaning here\n", options->command->name, info->name);
        return false;
    }
    note_option(options, option, value);
    wrong = option_set(options, option, value);
    return wrong ? complain(options, info->name, value ? value : "", wrong) : true;
}

static bool parse_words(struct options *options, int argc, char **argv)
{
    struct option longs[OPTION_COUNT + 1];
    char letters[3 * OPTION_COUNT + 2];
    int value;

    make_getopt(longs, letters);
    opterr = 0;
    while ((value = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (value == '?')
            return complain_of_use(options, "there is no option", argv[optind - 1]);
        if (value == ':')
            return complain_of_use(options, "a value is missing behind", argv[optind - 1]);
        if (!apply(options, option_of(value), optarg))
            return false;
    }
    for (; optind < argc; optind++)
        names_add(&options->files, argv[optind]);
    return true;
}

/* A format for each output: -f, else the suffix, else the terminal. */
static bool settle_outputs(struct options *options)
{
    size_t i;

    if (!options->output_paths.count)
        names_add(&options->output_paths, "-");
    options->output_count = options->output_paths.count;
    options->outputs = ARENA_ARRAY(options->arena, options->output_count, struct output);
    for (i = 0; i < options->output_count; i++) {
        const char *path = options->output_paths.list[i];
        enum format format = options->format;

        if (format == FORMAT_COUNT)
            format = !text_ends(text_of(path), "/") ? format_of_path(path)
                     : options->command->noticing   ? FORMAT_MARKDOWN
                                                    : FORMAT_CSV;
        if (format == FORMAT_COUNT && strchr(path, '.') && strcmp(path, "-") != 0 &&
            strncmp(path, "/dev/", 5) != 0)
            return complain(options, "output", path, "has no suffix that pare writes; give -f");
        if (format == FORMAT_XLSX && strcmp(path, "-") == 0 && isatty(STDOUT_FILENO))
            return complain(options, "format", "xlsx",
                            "is nothing for a terminal; give -o FILE.xlsx");
        if (format != FORMAT_COUNT && format_missing(format))
            return complain(options, "output", path, format_missing(format));
        options->outputs[i] =
            (struct output){path, format == FORMAT_COUNT ? FORMAT_TERMINAL : format};
    }
    return true;
}

/* The inventories as one could type them again. */
static struct text typed_files(const struct options *options)
{
    struct text joined = text_of("");

    for (size_t i = 0; i < options->files.count; i++) {
        struct text word = quoted(options->arena, options->files.list[i]);
        joined = arena_printf(options->arena, "%.*s%s%.*s", TEXT_ARGS(joined), i ? " " : "",
                              TEXT_ARGS(word));
    }
    return joined;
}

static void settle_words(struct options *options)
{
    struct text files = typed_files(options);
    struct story_options *story = &options->story;

    story->command_line =
        arena_printf(options->arena, "pare %s%s%.*s%.*s", options->command->name,
                     files.size ? " " : "", TEXT_ARGS(files), TEXT_ARGS(options->noted))
            .data;
    story->read_words =
        arena_printf(options->arena, "%.*s%.*s", TEXT_ARGS(files), TEXT_ARGS(options->noted_read))
            .data;
    story->judge_words =
        arena_printf(options->arena, "%.*s%.*s", TEXT_ARGS(files), TEXT_ARGS(options->noted_judge))
            .data;
    story->version = PARE_VERSION;
}

static void settle_lists(struct options *options)
{
    struct input_options *input = &options->input;

    input->maps = options->maps.list;
    input->map_count = options->maps.count;
    input->people = options->people.list;
    input->people_count = options->people.count;
    input->usage = options->usage.list;
    input->usage_count = options->usage.count;
    input->lists = options->lists.list;
    input->lists_count = options->lists.count;
    input->assumptions = options->assumption_files.list;
    input->assumptions_count = options->assumption_files.count;
    input->decisions = options->decisions.list;
    input->decisions_count = options->decisions.count;
    input->answers = options->answers.list;
    input->answers_count = options->answers.count;
    settle_words(options);
}

/* NO_COLOR and TERM as on no-color.org; --color wins. */
static bool wants_colour(const char *color)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

    if (strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return !(no_color && *no_color) && term && strcmp(term, "dumb") != 0 && isatty(STDOUT_FILENO);
}

static size_t terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    struct winsize size;

    if (width <= 0 && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    return width < 40 || width > 1000 ? 0 : (size_t)width;
}

static bool has_word(const char *name)
{
    for (; *name; name++)
        if (byte_is_alpha((unsigned char)*name) || byte_is_digit((unsigned char)*name) ||
            (unsigned char)*name >= 0x80)
            return true;
    return false;
}

bool options_parse(struct options *options, int argc, char **argv)
{
    if (!parse_words(options, argc, argv))
        return false;
    if (options->help || options->version)
        return true;
    if (options->today == DATE_UNKNOWN) {
        fprintf(stderr, "pare: SOURCE_DATE_EPOCH is no number of seconds since 1970\n");
        return false;
    }
    if (options->command->stage == STAGE_NONE && options->files.count)
        return complain_of_use(options, "takes no file:", options->files.list[0]);
    if (options->command->stage != STAGE_NONE && !options->files.count)
        return complain_of_use(options, "no inventory was given;",
                               "name a CSV file, or - for stdin");
    if (options->command->stage == STAGE_COMPARE && options->files.count < 2)
        return complain_of_use(options, "needs two inventories or more, the oldest first;",
                               "name the CSV file of each edition");
    if (options->command->requesting) {
        if (options->files.count < 2)
            return complain_of_use(options, "needs an inventory and", "the name of the new report");
        options->request.name = options->files.list[--options->files.count];
        options->input.request = &options->request;
        if (!has_word(options->request.name))
            return complain_of_use(options, "the name of the new report has no letter or digit:",
                                   options->request.name);
    }
    if (options->command->subject && options->files.count < 2)
        return complain_of_use(options, "needs an inventory and", "the id or name of a report");
    if (options->command->subject)
        options->subject = options->files.list[--options->files.count];
    if (options->plan.as_decided &&
        (!isnan(options->plan.target_share) || options->plan.target_amount > 0 ||
         !isnan(options->plan.target_hours)))
        return complain_of_use(options, "--target has no meaning together with", "--as-decided");
    options->story.by_person = options->command->asking;
    settle_lists(options);
    options->render.colour = wants_colour(options->color);
    options->render.width = terminal_width();
    return settle_outputs(options);
}
