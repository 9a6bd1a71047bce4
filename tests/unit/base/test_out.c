#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/out.h"

/* Each test has a folder of its own as *state. */
static int make_folder(void **state)
{
    static char name[64];

    strcpy(name, "/tmp/pare-out-XXXXXX");
    *state = mkdtemp(name);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[128];

    snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
    return system(command);
}

static const char *path_in(void **state, const char *name)
{
    static char path[4][128];
    static int turn;

    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[turn], "%s/%s", (char *)*state, name);
    return path[turn];
}

static void write_file(const char *path, const char *content)
{
    struct out *out = out_open(path);

    out_string(out, content);
    assert_int_equal(out_close(out), 0);
}

static void assert_file(const char *path, const char *content)
{
    char read[256];
    FILE *file = fopen(path, "rb");
    size_t size;

    assert_non_null(file);
    size = fread(read, 1, sizeof read, file);
    fclose(file);
    assert_int_equal(size, strlen(content));
    assert_memory_equal(read, content, size);
}

static int files_in(const char *folder)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    int count = 0;

    while ((entry = readdir(open)) != NULL)
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

static void a_file_appears_when_complete(void **state)
{
    const char *path = path_in(state, "x");
    struct out *out = out_open(path);
    struct stat status;

    out_string(out, "hello");
    assert_int_not_equal(stat(path, &status), 0);
    assert_int_equal(out_close(out), 0);
    assert_file(path, "hello");
    assert_int_equal(files_in(*state), 1);
}

static void an_abandoned_file_leaves_the_old_one(void **state)
{
    const char *path = path_in(state, "x");
    struct out *out;

    write_file(path, "old");
    out = out_open(path);
    out_string(out, "new");
    out_abandon(out);
    assert_file(path, "old");
    assert_int_equal(files_in(*state), 1);
}

static void a_link_stays_a_link(void **state)
{
    const char *path = path_in(state, "x"), *link = path_in(state, "link");
    struct stat status;

    write_file(path, "old");
    assert_int_equal(symlink(path, link), 0);
    write_file(link, "new");
    assert_file(path, "new");
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void a_link_to_nothing_makes_what_it_names(void **state)
{
    const char *file = path_in(state, "new"), *link = path_in(state, "link");
    const char *second = path_in(state, "second");
    struct stat status;

    assert_int_equal(symlink("new", second), 0);
    assert_int_equal(symlink(second, link), 0);
    write_file(link, "text");
    assert_file(file, "text");
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISREG(status.st_mode));
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat(second, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(files_in(*state), 3);
}

static void an_old_file_keeps_its_mode(void **state)
{
    const char *path = path_in(state, "x");
    struct stat status;

    write_file(path, "old");
    assert_int_equal(chmod(path, 0640), 0);
    write_file(path, "new");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
}

static void failures_stick_and_are_told_once(void **state)
{
    struct out *out = out_open("/dev/full");
    int i;
    (void)state;

    for (i = 0; i < 100000; i++)
        out_string(out, "some bytes");
    assert_int_equal(out_close(out), ENOSPC);
    out = out_open(path_in(state, "no/such/folder"));
    out_string(out, "x");
    assert_int_equal(out_close(out), ENOENT);
    out = out_open((char *)*state);
    out_string(out, "x");
    assert_int_equal(out_close(out), EISDIR);
}

static void memory_keeps_everything(void **state)
{
    struct out *out = out_memory();
    size_t i;
    (void)state;

    for (i = 0; i < 50000; i++)
        out_printf(out, "%05zu,", i);
    assert_int_equal(out_written(out).size, 300000);
    assert_memory_equal(out_written(out).data + 299994, "49999,", 6);
    assert_int_equal(out_close(out), 0);
}

static void long_formats_are_not_cut(void **state)
{
    struct out *out = out_memory();
    (void)state;

    out_printf(out, "%0500d", 7);
    assert_int_equal(out_written(out).size, 500);
    assert_int_equal(out_written(out).data[499], '7');
    out_close(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_appears_when_complete, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(an_abandoned_file_leaves_the_old_one, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(a_link_stays_a_link, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_link_to_nothing_makes_what_it_names, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(an_old_file_keeps_its_mode, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(failures_stick_and_are_told_once, make_folder,
                                        remove_folder),
        cmocka_unit_test(memory_keeps_everything),
        cmocka_unit_test(long_formats_are_not_cut),
    };
    return cmocka_run_group_tests_name("base/out", tests, NULL, NULL);
}
