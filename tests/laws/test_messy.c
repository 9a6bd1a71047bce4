/* CSV files that other projects keep because they are hard to read: pare reads each or says why
 * not. */
#include "pare.h"

#include <ftw.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static size_t files, refused;

/* The first cell of the file as far as a plain look tells, to be taken as the name column. */
static void first_header(const char *path, char *map, size_t size)
{
    char line[200] = "";
    const char *start = line;
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    if (!fgets(line, sizeof line, file))
        line[0] = '\0';
    fclose(file);
    if (!strncmp(start, "\xEF\xBB\xBF", 3))
        start += 3;
    start += *start == '"';
    snprintf(map, size, "name=%.*s", (int)strcspn(start, "\",;\t|\r\n"), start);
}

/* Exit status of pare, or 128 and more where a signal ended it; what it says is in told. */
static int run(const char *const *arguments, const char *told)
{
    const char *program = getenv("PARE");
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (!child) {
        if (!freopen("/dev/null", "w", stdout) || !freopen(told, "w", stderr))
            _exit(99);
        execv(program && *program ? program : "build/pare", (char *const *)(uintptr_t)arguments);
        _exit(98);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static long size_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    fclose(file);
    return size;
}

static int try_file(const char *path, const struct stat *unused, int type, struct FTW *place)
{
    char map[256], told[] = "/tmp/pare-messy-XXXXXX";
    size_t size = strlen(path);
    int descriptor;

    (void)unused;
    (void)place;
    if (type != FTW_F || size < 4 || strcmp(path + size - 4, ".csv") != 0)
        return 0;
    descriptor = mkstemp(told);
    assert_true(descriptor >= 0);
    close(descriptor);
    first_header(path, map, sizeof map);
    const char *const plain[] = {"pare", "audit", path, NULL};
    const char *const mapped[] = {"pare", "audit", "-f", "json", "--map", map, path, NULL};
    const char *const *const ways[] = {plain, mapped};
    for (size_t i = 0; i < 2; i++) {
        int status = run(ways[i], told);
        if (status != 0 && status != 2)
            fail_msg("%s ends with status %d (%s)", path, status, i ? map : "no map");
        if (status == 2 && size_of(told) == 0)
            fail_msg("%s is refused without a message", path);
        refused += i && status == 2;
    }
    files++;
    unlink(told);
    return 0;
}

static void test_messy_files(void **state)
{
    const char *folder = getenv("PARE_DATA");
    char path[4096];

    (void)state;
    if (!folder || !*folder) {
        fprintf(stderr, "SKIPPED: PARE_DATA does not name the folder with the messy files\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/messy", folder);
    assert_int_equal(nftw(path, try_file, 16, FTW_PHYS), 0);
    assert_true(files >= 200);
    printf("%zu messy files, of which %zu refused with a message\n", files, refused);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messy_files),
    };

    return cmocka_run_group_tests_name("messy", tests, NULL, NULL);
}
