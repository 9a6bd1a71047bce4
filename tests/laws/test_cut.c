/* Input that ends anywhere gives a result or an error; a run that is killed leaves nothing behind.
 */
#define _GNU_SOURCE /* O_TMPFILE */
#include "pare.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct run {
    char folder[32]; /* where it runs; everything it says is in the folder above, in files */
    char result[40], said[40], input[40];
};

static void begin(struct run *run)
{
    char folder[] = "/tmp/pare-cut.XXXXXX";

    assert_non_null(mkdtemp(folder));
    snprintf(run->folder, sizeof run->folder, "%s/in", folder);
    snprintf(run->result, sizeof run->result, "%s/result", folder);
    snprintf(run->said, sizeof run->said, "%s/said", folder);
    snprintf(run->input, sizeof run->input, "%s/cut.csv", folder);
    assert_int_equal(mkdir(run->folder, 0700), 0);
}

static void end(struct run *run)
{
    unlink(run->result);
    unlink(run->said);
    unlink(run->input);
    assert_int_equal(rmdir(run->folder), 0);
    *strrchr(run->folder, '/') = 0;
    assert_int_equal(rmdir(run->folder), 0);
}

static pid_t start(const struct run *run, const char *const *arguments)
{
    const char *program = getenv("PARE");
    char *path = realpath(program ? program : "build/pare", NULL);
    pid_t child = fork();

    assert_non_null(path);
    assert_true(child >= 0);
    if (child > 0) {
        free(path);
        return child;
    }
    dup2(open(run->result, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    dup2(open(run->said, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    setenv("SOURCE_DATE_EPOCH", "1764547200", 1);
    setenv("TMPDIR", run->folder, 1);
    if (chdir(run->folder) == 0)
        execv(path, (char *const *)(uintptr_t)arguments);
    _exit(99);
}

/* One that is killed may be writing what it counted for the coverage, which would spoil it. */
static pid_t start_doomed(const struct run *run, const char *const *arguments)
{
    pid_t child;

    setenv("GCOV_PREFIX", "/dev/null", 1);
    setenv("GCOV_ERROR_FILE", "/dev/null", 1);
    child = start(run, arguments);
    unsetenv("GCOV_PREFIX");
    unsetenv("GCOV_ERROR_FILE");
    return child;
}

static long size_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (long)status.st_size : -1;
}

static char *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *data = malloc(1 << 24);

    assert_non_null(file);
    assert_non_null(data);
    *size = fread(data, 1, 1 << 24, file);
    fclose(file);
    return data;
}

/* How many bytes lie between two cuts: one, or what CUT_STEP says where every run takes long. */
static size_t cut_step(void)
{
    const char *step = getenv("CUT_STEP");
    long bytes = step ? strtol(step, NULL, 10) : 1;

    return bytes > 1 ? (size_t)bytes : 1;
}

/* Each beginning of the file, also none of it, in place of CUT among the arguments. */
static void cut_everywhere(const char *path, const char *const *arguments)
{
    const char *said[8] = {0};
    struct run run;
    size_t size, done = 0, cuts = 0;
    char *data = read_all(path, &size);

    assert_true(size > 100);
    begin(&run);
    for (size_t i = 0; arguments[i]; i++)
        said[i] = strcmp(arguments[i], "CUT") == 0 ? run.input : arguments[i];
    for (size_t length = 0; length <= size; length += cut_step(), cuts++) {
        FILE *file = fopen(run.input, "wb");
        int status;

        fwrite(data, 1, length, file);
        fclose(file);
        waitpid(start(&run, said), &status, 0);
        if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 2))
            fail_msg("%s cut after %zu bytes: status %d", path, length, status);
        if (size_of(WEXITSTATUS(status) ? run.said : run.result) <= 0)
            fail_msg("%s cut after %zu bytes: says nothing", path, length);
        if (WEXITSTATUS(status) && size_of(run.result) > 0)
            fail_msg("%s cut after %zu bytes: an error and a result", path, length);
        done += WEXITSTATUS(status) == 0;
    }
    assert_true(done > 0 && done < cuts);
    end(&run);
    free(data);
}

static void test_cut_inventory(void **state)
{
    (void)state;
    cut_everywhere("samples/minimal.csv", (const char *[]){"pare", "audit", "-q", "CUT", NULL});
    cut_everywhere("samples/exports/metabase.csv", (const char *[]){"pare", "audit", "CUT", NULL});
}

static void test_cut_usage(void **state)
{
    char *inventory = realpath("samples/exports/metabase.csv", NULL);

    (void)state;
    cut_everywhere("samples/exports/metabase-views.csv",
                   (const char *[]){"pare", "audit", "-q", inventory, "--usage", "CUT", NULL});
    free(inventory);
}

static void write_many(const char *path)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    fprintf(file, "Report,Owner,Recipients,Frequency\n");
    for (int i = 0; i < 3000; i++)
        fprintf(file,
                "Sales of branch %d by line %d,o%d@x.example,r%d@x.example; r%d@x.example,%s\n",
                i % 300, i / 300, i % 90, i % 70, i % 110, i % 3 ? "daily" : "weekly");
    fclose(file);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Where the file system has files without a name, and only there, nothing can be left. */
static bool has_nameless_files(const char *folder)
{
#ifdef O_TMPFILE
    int file = open(folder, O_TMPFILE | O_WRONLY, 0600);

    if (file >= 0)
        close(file);
    return file >= 0 && access("/proc/self/fd", X_OK) == 0;
#else
    (void)folder;
    return false;
#endif
}

/* How many other files there are. The process that makes a workbook lives on for a moment. */
static int others(const char *folder, const char *name)
{
    DIR *directory = opendir(folder);
    int count = 0;

    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.' && strcmp(entry->d_name, name) != 0;
    closedir(directory);
    return count;
}

static void empty(const char *folder)
{
    DIR *directory = opendir(folder);

    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.')
            assert_int_equal(unlinkat(dirfd(directory), entry->d_name, 0), 0);
    closedir(directory);
}

/* Nothing else is in the folder, and the file is whole where it is there. */
static void check_left(const char *folder, const char *name, const char *right, size_t right_size)
{
    char path[64];

    if (has_nameless_files(folder)) {
        for (int i = 0; i < 1200 && others(folder, name); i++)
            nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
        assert_int_equal(others(folder, name), 0);
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (size_of(path) >= 0) {
        size_t size;
        char *data = read_all(path, &size);

        assert_int_equal(size, right_size);
        assert_memory_equal(data, right, size);
        free(data);
    }
}

static void kill_often(const char *name)
{
    enum { TIMES = 10 };
    struct run run;
    char path[64];
    char *right;
    size_t size;
    int status, killed = 0;
    double took;

    begin(&run);
    write_many(run.input);
    snprintf(path, sizeof path, "%s/%s", run.folder, name);
    const char *arguments[] = {"pare", "audit", "-q", run.input, "-o", name, NULL};
    took = now();
    waitpid(start(&run, arguments), &status, 0);
    took = now() - took;
    assert_int_equal(status, 0);
    right = read_all(path, &size);
    assert_true(size > 10000);
    for (int i = 0; i < TIMES; i++) {
        struct timespec pause = {.tv_nsec = (long)(took * 1e9 * i / TIMES) % 1000000000,
                                 .tv_sec = (time_t)(took * i / TIMES)};
        pid_t child;

        unlink(path);
        child = start_doomed(&run, arguments);
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        killed += WIFSIGNALED(status);
        check_left(run.folder, name, right, size);
    }
    assert_true(killed > 0);
    free(right);
    empty(run.folder);
    end(&run);
}

static void test_killed(void **state)
{
    (void)state;
    kill_often("out.json");
}

static void test_killed_workbook(void **state)
{
    (void)state;
#ifdef PARE_WITHOUT_XLSX
    skip();
#else
    kill_often("out.xlsx");
#endif
}

#if defined __linux__ && !defined PARE_WITHOUT_XLSX
/* The process that makes the workbook, or 0 where the system does not tell. */
static pid_t child_of(pid_t parent)
{
    char path[64];
    long child = 0;

    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)parent, (long)parent);
    for (int i = 0; i < 5000 && !child; i++) {
        FILE *file = fopen(path, "r");

        if (!file)
            return 0;
        if (fscanf(file, "%ld", &child) != 1)
            nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
        fclose(file);
    }
    return (pid_t)child;
}

static void break_workbook(int signal_number, const char *message)
{
    struct run run;
    pid_t parent, child;
    size_t size;
    char *said;
    int status;

    begin(&run);
    write_many(run.input);
    parent = start_doomed(&run,
                          (const char *[]){"pare", "audit", "-q", run.input, "-o", "x.xlsx", NULL});
    child = child_of(parent);
    if (child)
        kill(child, signal_number);
    waitpid(parent, &status, 0);
    said = read_all(run.said, &size);
    said[size] = 0;
    empty(run.folder);
    end(&run);
    if (child) {
        assert_int_equal(WEXITSTATUS(status), 2);
        assert_non_null(strstr(said, message)); /* sanitizers say more */
    }
    free(said);
    if (!child)
        skip();
}
#endif

static void test_broken_workbook(void **state)
{
    (void)state;
#if defined __linux__ && !defined PARE_WITHOUT_XLSX
    break_workbook(SIGKILL, "pare: x.xlsx: Cannot allocate memory\n");
    break_workbook(SIGSEGV, "pare: x.xlsx: the library that writes workbooks failed\n");
    break_workbook(SIGUSR1, "pare: x.xlsx: the library that writes workbooks failed\n");
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_inventory),   cmocka_unit_test(test_cut_usage),
        cmocka_unit_test(test_killed),          cmocka_unit_test(test_killed_workbook),
        cmocka_unit_test(test_broken_workbook),
    };

    return cmocka_run_group_tests_name("cut", tests, NULL, NULL);
}
