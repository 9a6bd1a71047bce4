/* Any bytes through the whole program: reads, matches, judges, plans, composes and renders. It ends
 * with a status that it may end with. */
#include "fuzz.h"

#include <fcntl.h>
#include <getopt.h>
#include <sanitizer/common_interface_defs.h>

#include "cli/run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = {"terminal", "json", "csv", "markdown", "html"};
    static const char *const commands[][3] = {
        {"audit"},
        {"plan", "--target", "20%"},
        {"plan", "--as-decided"},
        {"check"},
        {"propose"},
        {"explain", "1"},
        {"similar", "cash"},
    };
    const char *const *command = commands[size % (sizeof commands / sizeof *commands)];
    struct fuzz_file file = fuzz_file(data, size);
    char *arguments[12] = {"pare", (char *)(uintptr_t)command[0], file.path};
    int count = 3;

    for (size_t i = 1; i < 3 && command[i]; i++)
        arguments[count++] = (char *)(uintptr_t)command[i];
    arguments[count++] = "-q";
    arguments[count++] = "-f";
    arguments[count++] = (char *)(uintptr_t)formats[size % 5];
    arguments[count++] = "-o";
    arguments[count++] = "/dev/null";
    static int quiet = -1, told;

    if (quiet < 0) { /* diagnostics of a million inputs help nobody, those of sanitizers do */
        quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
        told = dup(STDERR_FILENO);
        must(quiet >= 0 && told >= 0);
        __sanitizer_set_report_fd((void *)(intptr_t)told);
        setenv("SOURCE_DATE_EPOCH", "1769817600", 1);
    }
    must(dup2(quiet, STDERR_FILENO) >= 0);
    optind = 0; /* glibc forgets what it knew of the last arguments */
    int status = pare_main(count, arguments);
    must(dup2(told, STDERR_FILENO) >= 0);
    must(status >= 0 && status <= 2);
    fuzz_file_close(file);
    return 0;
}
