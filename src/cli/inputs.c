#include "cli/inputs.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_file(const char *path, int stream, struct stat *status)
{
    bool known = strcmp(path, "-") == 0 ? fstat(stream, status) == 0 : stat(path, status) == 0;

    return known && S_ISREG(status->st_mode);
}

const char *inputs_same(const struct options *options, const char *path)
{
    const struct names *const read[] = {
        &options->files,
        &options->people,
        &options->usage,
        &options->lists,
        &options->answers,
        &options->decisions,
        &options->assumption_files,
    };
    struct stat output, input;
    size_t i, j;

    if (!is_file(path, STDOUT_FILENO, &output))
        return NULL;
    for (i = 0; i < sizeof read / sizeof *read; i++)
        for (j = 0; j < read[i]->count; j++)
            if (is_file(read[i]->list[j], STDIN_FILENO, &input) && input.st_dev == output.st_dev &&
                input.st_ino == output.st_ino)
                return read[i]->list[j];
    return NULL;
}
