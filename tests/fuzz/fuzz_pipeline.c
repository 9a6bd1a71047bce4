/* Any bytes through the whole program: reads, matches, judges, plans, composes and renders. It ends
 * with a status that it may end with. */
#include "fuzz.h"

#include <fcntl.h>
#include <getopt.h>

#include "cli/run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = {"terminal", "json", "csv", "markdown", "html"};
    static const char *const commands[] = {"audit", "plan", "check"};
    struct fuzz_file file = fuzz_file(data, size);
    char *arguments[] = {"pare", (char *)(uintptr_t)commands[size % 3],
                         file.path, "-q",
                         "--as-of", "2026-01-31",
                         "-f", (char *)(uintptr_t)formats[size % 5],
                         "-o", "/dev/null",
                         NULL};
    static int quiet = -1;

    if (quiet < 0) { /* diagnostics of a million inputs help nobody */
        quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
        must(quiet >= 0);
    }
    int kept = dup(STDERR_FILENO);
    must(kept >= 0 && dup2(quiet, STDERR_FILENO) >= 0);
    optind = 0; /* glibc forgets what it knew of the last arguments */
    int status = pare_main(sizeof arguments / sizeof *arguments - 1, arguments);
    dup2(kept, STDERR_FILENO);
    close(kept);
    must(status >= 0 && status <= 2);
    fuzz_file_close(file);
    return 0;
}
