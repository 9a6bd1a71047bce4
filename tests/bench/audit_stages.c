/* How long each stage of the audit takes and how much memory there is at its peak:
 *
 *     audit_stages BARE_PARSE RUNS THREADS INVENTORY...
 *
 * Medians of RUNS, each in a process of its own and in turn with a bare parse of the same file by
 * the program BARE_PARSE; as a ratio to that parse, and memory as a share of the file. With more
 * inventories, from few to many reports, also the exponent by which the time of a stage grows with
 * the number of reports: 1 is in proportion, 2 is with the square. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/editions.h"
#include "cli/options.h"
#include "cli/write.h"

enum stage_timed { BARE, READING, MATCHING, JUDGING, PLANNING, TELLING, WHOLE, STAGES };
enum { MOST_RUNS = 99 };

static const char *const stage_names[] = {"bare parse", "read", "match", "judge",
                                          "plan",       "tell", "whole"};

struct times {
    double seconds[STAGES], megabytes[STAGES];
    size_t reports;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The most memory since it was asked the last time; 0 where the system does not tell (not Linux).
 */
static double peak_megabytes(void)
{
    FILE *status = fopen("/proc/self/status", "r"), *clear;
    char line[128];
    double kilobytes = 0;

    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %lf", &kilobytes) == 1)
            break;
    if (status)
        fclose(status);
    clear = fopen("/proc/self/clear_refs", "w");
    if (clear) {
        fputs("5", clear); /* the peak begins anew, see proc(5) */
        fclose(clear);
    }
    return kilobytes / 1024;
}

static void stage_ends(struct times *times, enum stage_timed stage, double *start)
{
    double end = now();

    times->seconds[stage] = end - *start;
    times->megabytes[stage] = peak_megabytes();
    *start = now();
}

static bool tell(const struct options *options, const struct story *story)
{
    struct document *people = document_new(), *machines = document_new();
    bool written;

    sections_begin(people, story);
    sections_tell(people, story, options->command->people, options->judge.threads);
    written = write_outputs(options, people, machines);
    document_free(machines);
    document_free(people);
    return written;
}

/* The stages as cli/run.c has them; nothing is freed, as the process ends. */
static bool run_audit(struct options *options, struct times *times)
{
    struct story story = {.assumptions = &options->assumptions, .options = &options->story};
    struct inventory **inventories;
    struct relations *relations;
    double begin = now(), start = begin;
    size_t count;
    bool told;

    inventories = editions_read(options, &count);
    story.inventory = inventories[0];
    times->reports = story.inventory->count;
    stage_ends(times, READING, &start);
    story.relations = relations = match_inventory(story.inventory, &options->match);
    relations_settle(relations);
    stage_ends(times, MATCHING, &start);
    story.findings = judge(story.inventory, relations, &options->assumptions, &options->judge);
    stage_ends(times, JUDGING, &start);
    story.plan_options = &options->plan;
    story.plan = plan_make(story.findings, &options->plan);
    stage_ends(times, PLANNING, &start);
    told = tell(options, &story);
    stage_ends(times, TELLING, &start);
    times->seconds[WHOLE] = start - begin;
    return told;
}

static void audit_in_child(const char *threads, const char *file, int to)
{
    char *words[] = {"audit",         "-q",        "-f", "terminal", "-o", "/dev/null", "--threads",
                     (char *)threads, (char *)file};
    struct options options;
    struct times times = {0};

    options_init(&options);
    options.command = command_find("audit");
    if (!options_parse(&options, sizeof words / sizeof *words, words) ||
        !run_audit(&options, &times) || write(to, &times, sizeof times) != sizeof times)
        _exit(2);
    _exit(0);
}

static struct times audit_once(const char *threads, const char *file)
{
    struct times times = {0};
    int ends[2];
    pid_t child;

    if (pipe(ends) || (child = fork()) < 0)
        exit(2);
    if (!child)
        audit_in_child(threads, file, ends[1]);
    close(ends[1]);
    if (read(ends[0], &times, sizeof times) != sizeof times) {
        fprintf(stderr, "audit_stages: no audit of %s\n", file);
        exit(2);
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    return times;
}

static double bare_once(const char *program, const char *file)
{
    double start = now();
    pid_t child = fork();
    int status;

    if (!child) {
        execl(program, program, file, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status) {
        fprintf(stderr, "audit_stages: %s %s failed\n", program, file);
        exit(2);
    }
    return now() - start;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static struct times measure(const char *bare, int runs, const char *threads, const char *file)
{
    static double seconds[STAGES][MOST_RUNS];
    struct times median = {0};
    int run, stage;

    for (run = 0; run < runs; run++) {
        double parsed = bare_once(bare, file);
        struct times times = audit_once(threads, file);

        times.seconds[BARE] = parsed;
        for (stage = 0; stage < STAGES; stage++) {
            seconds[stage][run] = times.seconds[stage];
            median.megabytes[stage] = fmax(median.megabytes[stage], times.megabytes[stage]);
            median.megabytes[WHOLE] = fmax(median.megabytes[WHOLE], times.megabytes[stage]);
        }
        median.reports = times.reports;
    }
    for (stage = 0; stage < STAGES; stage++) {
        qsort(seconds[stage], (size_t)runs, sizeof **seconds, compare);
        median.seconds[stage] = seconds[stage][runs / 2];
    }
    return median;
}

/* before: of the inventory with fewer reports; of no reports where there was none. */
static void print(const struct times *times, const struct times *before, double file_megabytes)
{
    int stage;

    for (stage = 0; stage < STAGES; stage++) {
        printf("%9zu  %-10s %9.4f s  %6.2f x", times->reports, stage_names[stage],
               times->seconds[stage], times->seconds[stage] / times->seconds[BARE]);
        if (times->megabytes[stage] > 0)
            printf("  %7.1f MB  %5.2f of the file", times->megabytes[stage],
                   times->megabytes[stage] / file_megabytes);
        if (before->reports && before->reports < times->reports)
            printf("  grows by n^%.2f", log(times->seconds[stage] / before->seconds[stage]) /
                                            log((double)times->reports / (double)before->reports));
        printf("\n");
    }
}

int main(int argc, char **argv)
{
    struct times times, before = {0};
    struct stat info;
    int runs = argc > 4 ? atoi(argv[2]) : 0, i;

    if (runs < 1 || runs > MOST_RUNS) {
        fputs("usage: audit_stages BARE_PARSE RUNS THREADS INVENTORY...\n", stderr);
        return 2;
    }
    for (i = 4; i < argc; i++) {
        if (stat(argv[i], &info))
            return 2;
        times = measure(argv[1], runs, argv[3], argv[i]);
        print(&times, &before, (double)info.st_size / 1e6);
        before = times;
    }
    return 0;
}
