#include "input/same_files.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

struct identity {
    bool stream, regular;
    dev_t device;
    ino_t number;
};

static struct identity identity_of(const char *file)
{
    struct identity identity = {.stream = strcmp(file, "-") == 0};
    struct stat info;

    if ((identity.stream ? fstat(STDIN_FILENO, &info) : stat(file, &info)) == 0) {
        identity.regular = S_ISREG(info.st_mode);
        identity.device = info.st_dev;
        identity.number = info.st_ino;
    }
    return identity;
}

/* Pipes of one name may have more to say. */
static bool are_same(const struct identity *a, const struct identity *b)
{
    return (a->stream && b->stream) ||
           (a->regular && b->regular && a->device == b->device && a->number == b->number);
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
    struct identity *identities = memory_alloc(*count, sizeof *identities);
    size_t number = 0, i, k;

    for (i = 0; i < *count; i++) {
        const char *file = (*files)[i];

        identities[number] = identity_of(file);
        for (k = 0; k < number && !are_same(&identities[number], &identities[k]); k++)
            ;
        if (k < number)
            tell(inventory, file, kept[k]);
        else
            kept[number++] = file;
    }
    memory_free(identities);
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
