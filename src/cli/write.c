#include "cli/write.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/inputs.h"

/* Everything is looked at before the first byte is written. */
struct pass {
    const struct options *options;
    bool looks;
};

static enum audience audience_of(enum format format)
{
    return format == FORMAT_JSON || format == FORMAT_CSV ? AUDIENCE_MACHINES : AUDIENCE_PEOPLE;
}

/* A workbook is for people and has the tables of machines too. */
static bool is_for(enum format format, enum audience audience)
{
    return audience_of(format) == audience || format == FORMAT_XLSX;
}

bool write_needs(const struct options *options, enum audience audience)
{
    size_t i;

    for (i = 0; i < options->output_count; i++)
        if (is_for(options->outputs[i].format, audience))
            return true;
    return false;
}

bool write_keeps(const struct options *options)
{
    size_t i;

    for (i = 0; i < options->output_count; i++)
        if (audience_of(options->outputs[i].format) == AUDIENCE_PEOPLE &&
            options->outputs[i].format != FORMAT_TERMINAL)
            return true;
    return false;
}

static bool is_folder(const char *path)
{
    struct stat status;

    return text_ends(text_of(path), "/") || (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static const char *what_happened(int error)
{
    return error == RENDER_BROKEN ? "the library that writes workbooks failed"
           : error == RENDER_MISSING
               ? "libxlsxwriter, which writes workbooks, is not installed, or another version of it"
           : error == RENDER_HOMELESS
               ? "no temporary file can be made; is TMPDIR a folder that can be written to?"
               : strerror(error);
}

static bool complain(const char *path, int error)
{
    if (error == EPIPE && strcmp(path, "-") == 0)
        return false; /* who closed the pipe knows */
    fprintf(stderr, "pare: %s: %s\n", strcmp(path, "-") == 0 ? "standard output" : path,
            what_happened(error));
    return false;
}

static bool is_free(const struct options *options, const char *path)
{
    const char *input = inputs_same(options, path);

    if (input)
        fprintf(stderr, "pare: %s: this is the input %s; write to another file\n",
                strcmp(path, "-") == 0 ? "standard output" : path,
                strcmp(input, "-") == 0 ? "on standard input" : input);
    return !input;
}

static bool write_file(const struct pass *pass, const char *path, enum format format,
                       const struct document *document, const struct render_options *options)
{
    struct out *out;
    int error;

    if (pass->looks)
        return is_free(pass->options, path);
    out = out_open(path);
    render(format, document, out, options);
    error = out_close(out);
    return error ? complain(path, error) : true;
}

/* Every table of the document as a file of its own. */
static bool write_folder(const struct pass *pass, const char *folder,
                         const struct document *document)
{
    struct render_options options = pass->options->render;
    struct arena *arena = arena_new();
    bool good = true;
    size_t i;

    if (!pass->looks && mkdir(folder, 0777) != 0 && errno != EEXIST)
        good = complain(folder, errno);
    for (i = 0; good && i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        const char *slash = text_ends(text_of(folder), "/") ? "" : "/";

        options.table = block_key(block);
        if (!options.table)
            continue;
        good =
            write_file(pass, arena_printf(arena, "%s%s%s.csv", folder, slash, options.table).data,
                       FORMAT_CSV, document, &options);
    }
    arena_free(arena);
    return good;
}

/* The blocks from one page on, as a document of their own; the arena stays that of the whole. */
static struct document page_of(const struct document *document, size_t first)
{
    struct document page = *document;
    size_t end = first + 1;

    while (end < document->count &&
           !(document->blocks[end].kind == BLOCK_PAGE && document->blocks[end].key))
        end++;
    page.blocks = document->blocks + first + 1;
    page.count = end - first - 1;
    return page;
}

/* Every page that has a name as a file of its own. */
static bool write_pages(const struct pass *pass, const char *folder, enum format format,
                        const struct document *document)
{
    const char *slash = text_ends(text_of(folder), "/") ? "" : "/";
    struct arena *arena = arena_new();
    bool good = true;
    size_t written = 0, i;

    if (!pass->looks && mkdir(folder, 0777) != 0 && errno != EEXIST)
        good = complain(folder, errno);
    for (i = 0; good && i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        struct document page;

        if (block->kind != BLOCK_PAGE || !block->key)
            continue;
        page = page_of(document, i);
        written++;
        good = write_file(
            pass,
            arena_printf(arena, "%s%s%s%s", folder, slash, block->key, format_info(format)->suffix)
                .data,
            format, &page, &pass->options->render);
    }
    if (good && !written && !pass->looks)
        fprintf(stderr, "pare: %s: no page to write; without -o it is told why\n", folder);
    arena_free(arena);
    return good;
}

bool write_inventory(const struct options *options, const struct story *story)
{
    const struct pass writing = {options, false};
    struct render_options csv = options->render;
    struct document *document = document_new();
    bool good;

    csv.table = "inventory";
    section_inventory(document, story);
    good = write_file(&writing, options->inventory_file, FORMAT_CSV, document, &csv);
    document_free(document);
    return good;
}

static bool has_table(const struct options *options, const struct document *document)
{
    if (!options->render.table || document_find(document, options->render.table))
        return true;
    fprintf(stderr, "pare: --table: %s has no table \"%s\"\n", options->command->name,
            options->render.table);
    return false;
}

static bool write_output(const struct pass *pass, const struct output *output,
                         const struct document *document)
{
    const struct options *options = pass->options;

    if (output->format == FORMAT_CSV && !has_table(options, document))
        return false;
    if (output->format == FORMAT_CSV && is_folder(output->path))
        return write_folder(pass, output->path, document);
    if (options->command->noticing && is_folder(output->path))
        return write_pages(pass, output->path, output->format, document);
    return write_file(pass, output->path, output->format, document, &options->render);
}

static bool each_output(const struct pass *pass, const struct document *people,
                        const struct document *machines)
{
    const struct options *options = pass->options;
    bool good = true;
    size_t i;

    for (i = 0; good && i < options->output_count; i++)
        good = write_output(pass, &options->outputs[i],
                            audience_of(options->outputs[i].format) == AUDIENCE_PEOPLE ? people
                                                                                       : machines);
    return good;
}

bool write_outputs(const struct options *options, const struct document *people,
                   const struct document *machines)
{
    const struct pass looking = {options, true}, writing = {options, false};

    return each_output(&looking, people, machines) &&
           (!options->inventory_file || is_free(options, options->inventory_file)) &&
           each_output(&writing, people, machines);
}
