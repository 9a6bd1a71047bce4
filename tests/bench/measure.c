/* Runs commands in turn and tells the median time, the greatest memory and the ratio to the first:
 *
 *     measure RUNS COMMAND...          each COMMAND is one argument for sh -c
 *
 * In turn, so that what slows the machine for a while slows all of them. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 16, MOST_RUNS = 99 };

struct run {
    double seconds;
    long kilobytes;
    int status;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* In a process of its own, because getrusage tells the greatest memory of all children together. */
static void run_and_tell(const char *command, int to)
{
    struct run run = {0};
    struct rusage usage;
    double start = now();
    pid_t child = fork();

    if (!child) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &run.status, 0) != child)
        _exit(2);
    run.seconds = now() - start;
    getrusage(RUSAGE_CHILDREN, &usage);
    run.kilobytes = usage.ru_maxrss;
    _exit(write(to, &run, sizeof run) == sizeof run ? 0 : 2);
}

static struct run run_once(const char *command)
{
    struct run run = {0};
    int ends[2];
    pid_t child;

    if (pipe(ends) || (child = fork()) < 0)
        exit(2);
    if (!child)
        run_and_tell(command, ends[1]);
    close(ends[1]);
    if (read(ends[0], &run, sizeof run) != sizeof run) {
        fprintf(stderr, "measure: cannot run: %s\n", command);
        exit(2);
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    if (!WIFEXITED(run.status) || WEXITSTATUS(run.status) > 1) {
        fprintf(stderr, "measure: failed: %s\n", command);
        exit(2);
    }
    return run;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
    static double seconds[MOST_COMMANDS][MOST_RUNS];
    long kilobytes[MOST_COMMANDS] = {0};
    int runs = argc > 1 ? atoi(argv[1]) : 0, commands = argc - 2, i, r;

    if (runs < 1 || runs > MOST_RUNS || commands < 1 || commands > MOST_COMMANDS) {
        fputs("usage: measure RUNS COMMAND...\n", stderr);
        return 2;
    }
    for (r = 0; r < runs; r++)
        for (i = 0; i < commands; i++) {
            struct run run = run_once(argv[i + 2]);

            seconds[i][r] = run.seconds;
            if (run.kilobytes > kilobytes[i])
                kilobytes[i] = run.kilobytes;
        }
    for (i = 0; i < commands; i++) {
        qsort(seconds[i], (size_t)runs, sizeof **seconds, compare);
        printf("%9.4f s  %6.2f x  %7.1f MB  %s\n", seconds[i][runs / 2],
               seconds[i][runs / 2] / seconds[0][runs / 2], (double)kilobytes[i] / 1024,
               argv[i + 2]);
    }
    return 0;
}
