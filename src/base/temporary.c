#include "base/temporary.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

enum { MOST_AT_ONCE = 8 };

/* A handler gets no context, so this has to stand here. */
static _Atomic(char *) made[MOST_AT_ONCE];
static atomic_bool removing;
static volatile pid_t owner; /* a child has the table too, but not the files */

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
enum { ENDING = sizeof ending / sizeof *ending };

void temporary_remove_all(void)
{
    const char *path;
    size_t i;

    if (getpid() != owner)
        return;
    atomic_store(&removing, true);
    for (i = 0; i < MOST_AT_ONCE; i++)
        if ((path = atomic_load(&made[i])))
            unlink(path);
}

static void remove_and_end(int signal_number)
{
    temporary_remove_all();
    signal(signal_number, SIG_DFL);
    raise(signal_number); /* comes when the handler has returned */
}

static void handle_endings(const sigset_t *all)
{
    struct sigaction action = {.sa_handler = remove_and_end, .sa_mask = *all}, old;
    size_t i;

    for (i = 0; i < ENDING; i++)
        if (sigaction(ending[i], NULL, &old) == 0 && !(old.sa_flags & SA_SIGINFO) &&
            old.sa_handler == SIG_DFL)
            sigaction(ending[i], &action, NULL);
}

static bool keep(char *path)
{
    char *none;
    size_t i;

    for (i = 0; i < MOST_AT_ONCE; i++) {
        none = NULL;
        if (atomic_compare_exchange_strong(&made[i], &none, path))
            return true;
    }
    return false;
}

int temporary_make(char *path)
{
    sigset_t endings, before;
    int descriptor;
    size_t i;

    sigemptyset(&endings);
    for (i = 0; i < ENDING; i++)
        sigaddset(&endings, ending[i]);
    /* No signal between the making of the file and the noting of its name. */
    pthread_sigmask(SIG_BLOCK, &endings, &before);
    if (owner != getpid())
        for (i = 0; i < MOST_AT_ONCE; i++)
            atomic_store(&made[i], NULL);
    owner = getpid();
    handle_endings(&endings);
    descriptor = mkstemp(path);
    if (descriptor >= 0 && !keep(path)) {
        close(descriptor);
        unlink(path);
        descriptor = -1;
        errno = EMFILE;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return descriptor;
}

/* Where another thread is removing, it may still be reading the path: this is the end then. */
void temporary_forget(const char *path)
{
    size_t i;

    for (i = 0; i < MOST_AT_ONCE; i++)
        if (atomic_load(&made[i]) == path)
            atomic_store(&made[i], NULL);
    while (atomic_load(&removing))
        pause();
}
