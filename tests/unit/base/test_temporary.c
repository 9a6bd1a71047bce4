#include "unit.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/temporary.h"

static char path[64];
static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
enum { SIGNALS = sizeof signals / sizeof *signals };
static bool ignores_hup;
static int wanted;

static void fresh(void)
{
    strcpy(path, "/tmp/pare-temporary-XXXXXX");
}

/* How a process ends that does this after making a file; *left: whether that is still there. */
static int ends(void (*doing)(void), bool *left)
{
    int told[2], status;
    pid_t child;

    assert_int_equal(pipe(told), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fresh();
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        for (int i = 0; i < SIGNALS; i++) /* what runs in the background may ignore some */
            signal(signals[i], SIG_DFL);
        if (ignores_hup)
            signal(SIGHUP, SIG_IGN);
        if (temporary_make(path) < 0 || write(told[1], path, sizeof path) != sizeof path)
            _exit(9);
        doing();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(read(told[0], path, sizeof path), sizeof path);
    close(told[0]);
    close(told[1]);
    *left = access(path, F_OK) == 0;
    unlink(path);
    return status;
}

static void raise_wanted(void)
{
    kill(getpid(), wanted);
}

static void a_signal_removes_the_file_and_ends(void **state)
{
    (void)state;
    for (int i = 0; i < SIGNALS; i++) {
        bool left;
        int status;

        wanted = signals[i];
        status = ends(raise_wanted, &left);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), wanted);
        assert_false(left);
    }
}

static void a_signal_that_was_ignored_stays_ignored(void **state)
{
    bool left;
    int status;

    (void)state;
    wanted = SIGHUP;
    ignores_hup = true;
    status = ends(raise_wanted, &left);
    ignores_hup = false;
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(left);
}

static void end_in_child(void)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        raise(SIGTERM);
        _exit(0);
    }
    if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
        _exit(9);
}

static void make_in_child(void)
{
    static char own[] = "/tmp/pare-temporary-XXXXXX";
    int status;
    pid_t child = fork();

    if (child == 0) {
        if (temporary_make(own) < 0)
            _exit(9);
        raise(SIGTERM);
    }
    if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
        _exit(9);
}

static void a_child_removes_nothing_of_its_parent(void **state)
{
    bool left;
    int status;

    (void)state;
    status = ends(end_in_child, &left);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(left);
    status = ends(make_in_child, &left);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(left);
}

static void *wait_for_it(void *unused)
{
    (void)unused;
    for (;;)
        pause();
    return NULL;
}

static void end_in_thread(void)
{
    pthread_t thread;
    sigset_t all;

    if (pthread_create(&thread, NULL, wait_for_it, NULL) != 0)
        _exit(9);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    kill(getpid(), SIGTERM);
    pthread_join(thread, NULL);
}

static void a_thread_removes_it_too(void **state)
{
    bool left;
    int status = ends(end_in_thread, &left);

    (void)state;
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    assert_false(left);
}

static void forget_and_end(void)
{
    temporary_forget(path);
    raise(SIGTERM);
}

static void what_is_forgotten_stays(void **state)
{
    bool left;
    int status = ends(forget_and_end, &left);

    (void)state;
    assert_true(WIFSIGNALED(status));
    assert_true(left);
}

static void want_too_much(void)
{
    close(STDERR_FILENO);
    memory_resize(NULL, SIZE_MAX, 2);
}

static void want_of_memory_leaves_nothing(void **state)
{
    bool left;
    int status = ends(want_too_much, &left);

    (void)state;
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
    assert_false(left);
}

static void there_are_not_many_at_once(void **state)
{
    char names[40][64];
    int made = 0, descriptor;

    (void)state;
    for (; made < 40; made++) {
        strcpy(names[made], "/tmp/pare-temporary-XXXXXX");
        errno = 0;
        descriptor = temporary_make(names[made]);
        if (descriptor < 0)
            break;
        close(descriptor);
    }
    assert_true(made > 1 && made < 40);
    assert_int_equal(errno, EMFILE);
    assert_int_not_equal(access(names[made], F_OK), 0);
    while (made--) {
        assert_int_equal(unlink(names[made]), 0);
        temporary_forget(names[made]);
    }
    fresh();
    descriptor = temporary_make(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    unlink(path);
    temporary_forget(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signal_removes_the_file_and_ends),
        cmocka_unit_test(a_signal_that_was_ignored_stays_ignored),
        cmocka_unit_test(a_child_removes_nothing_of_its_parent),
        cmocka_unit_test(a_thread_removes_it_too),
        cmocka_unit_test(what_is_forgotten_stays),
        cmocka_unit_test(want_of_memory_leaves_nothing),
        cmocka_unit_test(there_are_not_many_at_once),
    };
    return cmocka_run_group_tests_name("base/temporary", tests, NULL, NULL);
}
