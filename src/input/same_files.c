#include "input/same_files.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pipes of one name may have more to say. */
static bool is_same_file(const char *a, const char *b)
{
    bool a_stream = strcmp(a, "-") == 0, b_stream = strcmp(b, "-") == 0;
    struct stat one, other;

    if (a_stream && b_stream)
        return true;
    return (a_stream ? fstat(STDIN_FILENO, &one) : stat(a, &one)) == 0 &&
           (b_stream ? fstat(STDIN_FILENO, &other) : stat(b, &other)) == 0 &&
           S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static void tell(struct inventory *inventory, const char *file, const char *before)
{
    const struct place place = {strcmp(file, "-") == 0 ? "<stdin>" : file, 0, 0};

    if (strcmp(file, before) == 0)
        diag_add(inventory->diag, SEVERITY_WARNING, "file-twice", place,
                 "the file is given twice; it is read once");
    else
        diag_add(inventory->diag, SEVERITY_WARNING, "file-twice", place,
                 "this is the file %s; it is read once",
                 strcmp(before, "-") == 0 ? "on standard input" : before);
}

void files_once(struct inventory *inventory, const char *const **files, size_t *count)
{
    const char **kept = ARENA_ARRAY(inventory->arena, *count, const char *);
    size_t number = 0, i, k;

    for (i = 0; i < *count; i++) {
        const char *file = (*files)[i];

        for (k = 0; k < number && !is_same_file(file, kept[k]); k++)
            ;
        if (k < number)
            tell(inventory, file, kept[k]);
        else
            kept[number++] = file;
    }
    *files = kept;
    *count = number;
}

void side_files_once(struct inventory *inventory, struct input_options *options)
{
    files_once(inventory, &options->assumptions, &options->assumptions_count);
    files_once(inventory, &options->people, &options->people_count);
    files_once(inventory, &options->lists, &options->lists_count);
    files_once(inventory, &options->usage, &options->usage_count);
    files_once(inventory, &options->decisions, &options->decisions_count);
    files_once(inventory, &options->answers, &options->answers_count);
}
