#include "input/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Files that people take for CSV, by their first bytes, and what to do with them. */
static const struct {
    const char *magic, *what, *fix;
    size_t size;
} strangers[] = {
    {"PK\x03\x04", "an Excel workbook (.xlsx) or another zip file",
     "open it and save the sheet as \"CSV UTF-8\"", 4},
    {"\xD0\xCF\x11\xE0", "an old Excel workbook (.xls) or another Office file",
     "open it and save the sheet as \"CSV UTF-8\"", 4},
    {"%PDF", "a PDF file", "ask for the data behind it", 4},
    {"\x1F\x8B", "compressed with gzip", "unpack it first: gunzip FILE", 2},
    {"SQLite format 3", "an SQLite database", "export the table as CSV", 15},
};

static struct place place_of(const struct source *source)
{
    struct place place = {source->name, 0, 0};

    return place;
}

static bool is_stranger(const struct source *source, struct text start, struct diag *diag)
{
    size_t i;

    for (i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        if (start.size < strangers[i].size ||
            memcmp(start.data, strangers[i].magic, strangers[i].size) != 0)
            continue;
        diag_add(diag, SEVERITY_ERROR, "not-csv", place_of(source),
                 "this is %s, not a CSV file; %s", strangers[i].what, strangers[i].fix);
        return true;
    }
    return false;
}

static ssize_t read_fully(int descriptor, char *buffer, size_t size)
{
    size_t done = 0;
    ssize_t got;

    while (done < size) {
        got = read(descriptor, buffer + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}

static void tell_errno(const struct source *source, const char *what, struct diag *diag)
{
    diag_add(diag, SEVERITY_ERROR, "cannot-read", place_of(source), "%s: %s", what,
             strerror(errno));
}

static void tell_size(struct source *source, const char *how, struct diag *diag)
{
    diag_add(diag, SEVERITY_ERROR, "cannot-read", place_of(source),
             "the file became %s while it was read", how);
    source->failed = true;
}

/* What has no size when it is opened, such as the files of /proc, may have content. */
static void check_size(struct source *source, uint64_t end, struct diag *diag)
{
    if (source->size && end != source->size)
        tell_size(source, end < source->size ? "shorter" : "longer", diag);
}

static void hash(struct source *source, const char *data, size_t size)
{
    if (source->hashing)
        SHA256Update(source->hashing, (const uint8_t *)data, size);
}

static void end_hash(struct source *source)
{
    if (!source->hashing)
        return;
    SHA256End(source->hashing, source->sha256);
    memory_free(source->hashing);
    source->hashing = NULL;
}

/* Takes everything that is left into memory. */
static bool load(struct source *source, struct diag *diag)
{
    enum { STEP = 1 << 16 };
    size_t capacity = 0, size = 0;
    char *data = NULL;
    ssize_t got;

    do {
        data = memory_grow(data, size + STEP, &capacity, 1);
        got = read_fully(source->descriptor, data + size, capacity - size);
        if (got > 0)
            size += (size_t)got;
    } while (got > 0);
    if (got < 0)
        tell_errno(source, "cannot be read", diag);
    else
        check_size(source, size, diag);
    if (source->descriptor != STDIN_FILENO)
        close(source->descriptor);
    source->descriptor = -1;
    source->owned = data;
    source->content = text_make(data, size);
    hash(source, data, size);
    end_hash(source);
    return got == 0 && !source->failed;
}

static bool open_file(struct source *source, const char *path, bool *seekable, struct diag *diag)
{
    struct stat status;

    if (strcmp(path, "-") == 0) {
        source->name = "<stdin>";
        source->descriptor = STDIN_FILENO;
        *seekable = false;
        return true;
    }
    source->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (source->descriptor < 0 || fstat(source->descriptor, &status) != 0) {
        tell_errno(source, "cannot be opened", diag);
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        diag_add(diag, SEVERITY_ERROR, "directory", place_of(source),
                 "this is a directory; name the CSV files in it");
        return false;
    }
    *seekable = S_ISREG(status.st_mode);
    source->size = *seekable ? (uint64_t)status.st_size : 0;
    return true;
}

/* Replaces the content by its conversion. */
static bool convert(struct source *source, const char *encoding, struct diag *diag)
{
    size_t replaced;
    struct text converted =
        encoding_convert(text_from(source->content, source->start), encoding, &replaced);

    if (!converted.data) {
        diag_add(diag, SEVERITY_ERROR, "encoding", place_of(source),
                 "the encoding \"%s\" is not known; iconv -l lists those that are", encoding);
        return false;
    }
    if (replaced)
        diag_add(diag, SEVERITY_WARNING, "encoding", place_of(source),
                 "%zu places are no %s text and stand as U+FFFD", replaced, encoding);
    memory_free(source->owned);
    source->owned = (char *)(uintptr_t)converted.data;
    source->content = converted;
    source->encoding = encoding;
    source->start = 0;
    source->counts_characters = !text_is_nocase(text_of(encoding), "UTF-8");
    return true;
}

/* What cannot be read twice is looked at as a whole; a file says it on the way. */
static bool convert_unasked(struct source *source, struct diag *diag)
{
    if (utf8_is_valid(text_from(source->content, source->start)))
        return true;
    diag_add(diag, SEVERITY_NOTE, "encoding", place_of(source),
             "this is not UTF-8 and was read as windows-1252; say --encoding if that is wrong");
    return convert(source, "windows-1252", diag);
}

bool source_open(struct source *source, const char *path, const char *encoding, bool digest,
                 struct diag *diag)
{
    char start[1024];
    size_t size, bom = 0;
    bool seekable;

    memset(source, 0, sizeof *source);
    source->name = path;
    source->encoding = "UTF-8";
    source->descriptor = -1;
    if (digest) {
        source->hashing = memory_alloc(1, sizeof *source->hashing);
        SHA256Init(source->hashing);
    }
    if (!open_file(source, path, &seekable, diag) || (!seekable && !load(source, diag)))
        return false;
    size = source_peek(source, start, sizeof start, diag);
    if (source->failed)
        return false;
    if (size == 0) {
        diag_add(diag, SEVERITY_ERROR, "empty", place_of(source),
                 "the file is empty; it needs a row of headers and a row for each report");
        return false;
    }
    if (is_stranger(source, text_make(start, size), diag))
        return false;
    encoding = encoding ? encoding : encoding_of_start(text_make(start, size), &bom);
    if (!bom && text_starts(text_make(start, size), "\xEF\xBB\xBF"))
        bom = 3;
    source->start = bom;
    if (encoding) {
        if (source->descriptor >= 0 && !load(source, diag))
            return false;
        if (!convert(source, encoding, diag))
            return false;
    } else if (source->descriptor < 0 && !convert_unasked(source, diag)) {
        return false;
    }
    source->at = source->start;
    if (source->descriptor >= 0)
        hash(source, start, source->start);
    return true;
}

void source_of_text(struct source *source, const char *name, struct text content)
{
    memset(source, 0, sizeof *source);
    source->name = name;
    source->encoding = "UTF-8";
    source->descriptor = -1;
    source->content = content;
    source->trusted = true;
}

static size_t read_file(struct source *source, uint64_t at, char *buffer, size_t size,
                        struct diag *diag)
{
    size_t done = 0;
    ssize_t got;

    while (done < size) {
        got = pread(source->descriptor, buffer + done, size - done, (off_t)(at + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            tell_errno(source, "cannot be read", diag);
            source->failed = true;
        } else if (got == 0) {
            check_size(source, at + done, diag);
        }
        if (got <= 0)
            break;
        done += (size_t)got;
    }
    return done;
}

size_t source_peek(struct source *source, char *buffer, size_t size, struct diag *diag)
{
    size_t left;

    if (source->descriptor >= 0) {
        size = read_file(source, source->start, buffer, size, diag);
        return source->failed ? 0 : size;
    }
    left = source->content.size - source->start;
    size = left < size ? left : size;
    if (size)
        memcpy(buffer, source->content.data + source->start, size);
    return size;
}

static size_t read_memory(struct source *source, char *buffer, size_t size)
{
    size_t left = source->content.size - (size_t)source->at;

    size = left < size ? left : size;
    if (size)
        memcpy(buffer, source->content.data + source->at, size);
    return size;
}

static void end_of_file(struct source *source)
{
    utf8_check_end(&source->check);
    if (source->descriptor >= 0)
        end_hash(source);
}

size_t source_read(struct source *source, char *buffer, size_t size, struct diag *diag)
{
    size_t got;

    if (source->failed)
        return 0;
    got = source->descriptor >= 0 ? read_file(source, source->at, buffer, size, diag)
                                  : read_memory(source, buffer, size);
    if (source->descriptor >= 0)
        hash(source, buffer, got);
    source->at += got;
    if (!source->trusted)
        utf8_check_block(&source->check, text_make(buffer, got));
    if (got < size)
        end_of_file(source);
    return source->check.invalid || source->failed ? 0 : got;
}

void source_close(struct source *source)
{
    if (source->descriptor > STDIN_FILENO)
        close(source->descriptor);
    memory_free(source->hashing);
    memory_free(source->owned);
    memset(source, 0, sizeof *source);
    source->descriptor = -1;
}
