#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "cli/editions.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/sanity.h"
#include "cli/subject.h"
#include "cli/write.h"
#include "plan/decisions.h"
#include "match/likes.h"
#include "plan/posts.h"

enum { STATUS_DONE, STATUS_NO, STATUS_FAILED };

/* Warnings of one kind that audit shows; check shows all that are kept for people. */
enum { WARNINGS_SHOWN = 3 };

static void print_problems(const struct options *options, const struct diag *diag,
                           const char *files)
{
    bool all = options->command->stage == STAGE_READ && !options->command->requesting;
    struct out *out = out_stream(STDERR_FILENO);
    size_t notes = diag_count(diag, SEVERITY_NOTE);

    if (options->quiet)
        diag_print(diag, SEVERITY_ERROR, DIAG_SHOWN, out);
    else if (all)
        diag_print(diag, SEVERITY_NOTE, DIAG_SHOWN, out);
    else
        diag_print(diag, SEVERITY_WARNING, WARNINGS_SHOWN, out);
    if (!all && !options->quiet && notes && !diag_count(diag, SEVERITY_ERROR)) {
        out_printf(out, "%zu %s: pare check ", notes, notes == 1 ? "note" : "notes");
        utf8_clean(out, text_of(files)); /* names of files may come from anywhere */
        out_char(out, '\n');
    }
    out_close(out);
}

static void print_sanity(const struct options *options, const struct findings *findings,
                         const struct plan *plan)
{
    struct out *out;

    if (options->quiet)
        return;
    out = out_stream(STDERR_FILENO);
    sanity_tell(findings, plan, out);
    out_close(out);
}

static section_function *const *people_sections(const struct options *options)
{
    const struct command *command = options->command;

    return *command->brief && !write_keeps(options) ? command->brief : command->people;
}

static int compose_and_write(const struct options *options, const struct story *story)
{
    struct document *people = document_new(), *machines = document_new();
    int status;

    people->title = text_of(options->story.cover.title ? options->story.cover.title
                            : options->command->title  ? options->command->title
                                                       : "");
    sections_begin(people, story);
    people->main_table = machines->main_table = options->command->main_table;
    if (write_needs(options, AUDIENCE_PEOPLE))
        sections_tell(people, story, people_sections(options), options->judge.threads);
    if (write_needs(options, AUDIENCE_MACHINES))
        sections_tell(machines, story, options->command->machines, options->judge.threads);
    people->machines = machines;
    status = write_outputs(options, people, machines) ? STATUS_DONE : STATUS_FAILED;
    document_free(machines);
    document_free(people);
    return status;
}

/* What was decided is in the options of the plan from here on. */
static struct plan *run_plan(const struct options *options, struct findings *findings,
                             struct plan_options *planned)
{
    const struct command *command = options->command;
    struct plan *plan;

    planned->verdict = decisions_verdicts(findings->arena, findings);
    decisions_refuse(findings, planned->verdict);
    if ((command->noticing || command->stage == STAGE_COMPARE) &&
        findings->inventory->decision_count)
        planned->as_decided = true;
    plan = plan_make(findings, planned);
    if (options->posts_removed)
        posts_remove(plan, options->posts_removed);
    return plan;
}

/* The pipeline: each stage takes the products of those before it as const. */
static int run_stages(const struct options *options, const struct inventory *inventory,
                      struct inventory *const *later)
{
    enum stage stage = options->command->stage;
    struct story story = {.inventory = inventory,
                          .assumptions = &options->assumptions,
                          .options = &options->story,
                          .kept = write_keeps(options) || options->command->targeted};
    struct relations *relations = NULL;
    struct findings *findings = NULL;
    struct plan_options planned = options->plan;
    struct plan *plan = NULL;
    struct ways ways = {0};
    struct comparison *comparison = NULL;
    struct likes *likes = NULL;
    int status;

    if (inventory && inventory->request)
        story.likes = likes = likes_find(inventory, &options->match);
    if (stage >= STAGE_MATCH)
        story.relations = relations = match_inventory(inventory, &options->match);
    if (relations)
        relations_settle(relations);
    if (relations && relations->refused && !options->quiet)
        fprintf(stderr, "pare: warning: %s\n", relations->refused);
    if (stage >= STAGE_JUDGE)
        story.findings = findings =
            judge(inventory, relations, &options->assumptions, &options->judge);
    memory_trim();
    if (stage >= STAGE_PLAN)
        story.plan = plan = run_plan(options, findings, &planned);
    if (plan)
        story.plan_options = &planned;
    if (plan && options->command->proposing) {
        ways_make(findings, &planned, plan, &ways);
        story.ways = &ways;
    }
    if (stage == STAGE_PLAN)
        print_sanity(options, findings, plan);
    if (stage == STAGE_COMPARE)
        story.comparison = comparison = editions_compare(options, later, plan, &planned);
    status = compose_and_write(options, &story);
    if (status == STATUS_DONE && options->inventory_file && !write_inventory(options, &story))
        status = STATUS_FAILED;
    if (status == STATUS_DONE && plan && plan->has_target && !plan->reached)
        status = STATUS_NO;
    if (status == STATUS_DONE && likes && likes_has_same(likes))
        status = STATUS_NO;
    likes_free(likes);
    comparison_free(comparison);
    ways_clear(&ways);
    plan_free(plan);
    findings_free(findings);
    relations_free(relations);
    return status;
}

/* How the inventories were read is told; false where one of them is not to be used. */
static bool are_usable(const struct options *options, struct inventory *const *inventories,
                       size_t count, bool *warned)
{
    bool usable = true;
    size_t i;

    for (i = 0; i < count; i++) {
        print_problems(options, inventories[i]->diag,
                       count > 1 ? options->files.list[i] : options->story.read_words);
        usable = usable && !diag_count(inventories[i]->diag, SEVERITY_ERROR);
        *warned = *warned || diag_count(inventories[i]->diag, SEVERITY_WARNING);
    }
    return usable;
}

/* Few reports are done in less time than threads take to start: 500 in 11.7 ms, with two in 14.2.
 */
static void spare_threads(struct options *options, const struct inventory *inventory)
{
    enum { REPORTS_FOR_THREADS = 1000 };

    if (inventory->count < REPORTS_FOR_THREADS)
        options->match.threads = options->judge.threads = options->plan.threads = 1;
}

static int run(struct options *options)
{
    bool checks = options->command->stage == STAGE_READ && !options->command->requesting;
    bool strict = options->strict || checks, warned = false;
    struct inventory **inventories;
    size_t count;
    int status = STATUS_FAILED;

    if (options->command->stage == STAGE_NONE)
        return run_stages(options, NULL, NULL);
    options->input.spare_cells = options->subject != NULL; /* explain */
    options->input.digests = write_needs(options, AUDIENCE_MACHINES) || options->command->proposing;
    inventories = editions_read(options, &count);
    if (are_usable(options, inventories, count, &warned) &&
        subject_shows(inventories[0], &options->story) &&
        (!options->story.only_person ||
         subject_person(inventories[0], options->story.only_person)) &&
        (!options->subject ||
         subject_find(inventories[0], options->subject, &options->story.subject))) {
        spare_threads(options, inventories[0]);
        status = run_stages(options, inventories[0], inventories + 1);
    }
    if (status == STATUS_DONE && strict && warned)
        status = STATUS_NO;
    editions_free(inventories, count);
    return status;
}

/* Texts that are no result of an inventory: help and version. */
static int print(void (*write)(struct out *, const struct command *), const struct command *command)
{
    struct out *out = out_open("-");
    int error;

    write(out, command);
    error = out_close(out);
    if (error && error != EPIPE) /* who closed the pipe knows */
        fprintf(stderr, "pare: standard output: %s\n", strerror(error));
    return error ? STATUS_FAILED : STATUS_DONE;
}

static void write_help(struct out *out, const struct command *command)
{
    if (command)
        help_command(out, command);
    else
        help_pare(out);
}

static void write_version(struct out *out, const struct command *command)
{
    (void)command;
    out_string(out, "pare " PARE_VERSION "\n");
}

static int unknown_command(const char *word)
{
    const char *meant = help_suggest(word);

    if (meant)
        fprintf(stderr, "pare: there is no command \"%s\"; did you mean \"%s\"?\n", word, meant);
    else
        fprintf(stderr, "pare: there is no command \"%s\"\n", word);
    fprintf(stderr, "Try 'pare --help' for more information.\n");
    return STATUS_FAILED;
}

static int no_command(void)
{
    struct out *out = out_stream(STDERR_FILENO);

    help_pare(out);
    out_close(out);
    return STATUS_FAILED;
}

static int run_command(const struct command *command, int argc, char **argv)
{
    struct options options;
    int status = STATUS_FAILED;

    options_init(&options);
    options.command = command;
    if (options_parse(&options, argc, argv))
        status = options.help      ? print(write_help, command)
                 : options.version ? print(write_version, command)
                                   : run(&options);
    options_clear(&options);
    return status;
}

/* A file opened later must not get the number of a stream that was closed, or messages would go
 * into it; reading and writing fail as they would without. */
static void hold_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 &&
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
}

int pare_main(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : "";
    const struct command *command = command_find(word);

    hold_streams();
    signal(SIGPIPE, SIG_IGN); /* a reader that has gone is a write error like any other */
    signal(SIGXFSZ, SIG_IGN); /* so is a file that may not grow further */
    if (argc < 2)
        return no_command();
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0)
        return print(write_help, argc > 2 ? command_find(argv[2]) : NULL);
    if (strcmp(word, "--version") == 0)
        return print(write_version, NULL);
    return command ? run_command(command, argc - 1, argv + 1) : unknown_command(word);
}
