/* A document as a workbook: a summary with live totals, the list to decide on, and every table.
 *
 * The library does not survive want of memory, so it writes in a process of its own, to a file of
 * its own, which is then copied: what happens there leaves nothing half written. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/temporary.h"
#include "render/formats.h"
#include "render/xlsx.h"

/* Beyond, texts are not shared and rows not kept: a little more on disk, much less in memory. */
enum { MANY_CELLS = 1500000 };

/* What the process apart ends with is an errno value above this, so that it is told from the status
 * with which base/memory.c ends a program. */
enum { ERROR_STATUS = 64 };

struct workbook {
    const struct document *document;
    struct book *book;
    struct sheet *summary;
    struct deciding deciding;
    bool decides;
};

static const struct block *choices_of(const struct document *document)
{
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_CHOICES && document->blocks[i].table.title &&
            document->blocks[i].choices.row_count)
            return &document->blocks[i];
    return NULL;
}

/* What is said first: sentences and the few figures that matter most. */
static bool is_lead(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_TILES ||
           block->kind == BLOCK_NOTE;
}

static size_t lead_count(const struct document *document)
{
    size_t count = 0;
    while (count < document->count && is_lead(&document->blocks[count]))
        count++;
    return count;
}

static size_t page_end(const struct document *document)
{
    size_t end = 0;
    while (end < document->count && document->blocks[end].kind != BLOCK_PAGE)
        end++;
    return end;
}

static void flow_blocks(struct flow *flow, const struct block *decides, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct block *block = &flow->document->blocks[i];
        if (block == decides)
            xlsx_flow_lines(flow, text_of("The list of changes is on the sheet Worklist."),
                            LOOK_QUIET);
        else if (block->kind == BLOCK_CHART && block->table.title)
            xlsx_flow_lines(
                flow,
                arena_printf(flow->arena, "%s: drawn on the sheet Charts.", block->table.title),
                LOOK_QUIET);
        else
            xlsx_flow_block(flow, block);
    }
}

static void write_details(const struct workbook *workbook, size_t first)
{
    const struct document *document = workbook->document;
    if (first >= document->count)
        return;
    struct flow flow = {document, book_sheet(workbook->book, text_of("Details")),
                        book_arena(workbook->book), 0};
    xlsx_flow_begin(&flow);
    flow_blocks(&flow, choices_of(document), first, document->count);
}

static void write_charts(const struct workbook *workbook)
{
    const struct document *document = workbook->document;
    struct flow flow = {document, NULL, book_arena(workbook->book), 0};
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_CHART || !block->table.title)
            continue;
        if (!flow.sheet) {
            flow.sheet = book_sheet(workbook->book, text_of("Charts"));
            xlsx_flow_begin(&flow);
        }
        xlsx_chart(&flow, block);
    }
}

static bool has_rows(const struct block *block)
{
    return block_table(block) && block->table.key && block->table.row_count;
}

/* Tables that are looked at first stand first, the others in the order of the document. */
static int rank(const struct block *block)
{
    static const char *const first[] = {"reports", "duplicates", "groups",     "group_members",
                                        "pairs",   "questions",  "assumptions"};
    enum { FIRST = sizeof first / sizeof *first };
    int i = 0;
    while (i < FIRST && strcmp(block->table.key, first[i]) != 0)
        i++;
    return i;
}

static void write_tables(const struct workbook *workbook, const struct document *document)
{
    int last = 0;
    for (size_t i = 0; i < document->count; i++)
        if (has_rows(&document->blocks[i]) && rank(&document->blocks[i]) > last)
            last = rank(&document->blocks[i]);
    for (int r = 0; r <= last; r++)
        for (size_t i = 0; i < document->count; i++)
            if (has_rows(&document->blocks[i]) && rank(&document->blocks[i]) == r)
                xlsx_table(workbook->book, document, &document->blocks[i]);
    xlsx_records(workbook->book, document);
}

static void write_contents(struct flow *flow, const struct workbook *workbook)
{
    flow->row++;
    sheet_text(flow->sheet, flow->row++, 0, text_of("What is in this workbook"), LOOK_HEAD);
    for (size_t i = 1; i < book_sheets(workbook->book); i++)
        sheet_link(flow->sheet, flow->row++, 0, book_sheet_at(workbook->book, i));
    if (book_cut(workbook->book))
        xlsx_flow_lines(
            flow,
            arena_printf(flow->arena,
                         "%zu texts are longer than a cell can hold and end in \"...\"; "
                         "the csv and json files have them whole.",
                         book_cut(workbook->book)),
            LOOK_QUIET);
}

/* Written last, since it tells of the others. */
static void write_summary(const struct workbook *workbook, size_t end)
{
    const struct document *document = workbook->document;
    struct flow flow = {document, workbook->summary, book_arena(workbook->book), 0};
    size_t lead = lead_count(document);
    lead = lead < end ? lead : end;
    xlsx_flow_begin(&flow);
    if (document->title.size) {
        sheet_lines(flow.sheet, flow.row, TITLE_LINES);
        sheet_text(flow.sheet, flow.row++, 0, document->title, LOOK_TITLE);
    }
    flow_blocks(&flow, NULL, 0, lead);
    if (workbook->decides) {
        flow.row++;
        xlsx_totals(&flow, &workbook->deciding);
    }
    flow_blocks(&flow, choices_of(document), lead, end);
    write_contents(&flow, workbook);
}

static int write_book(const struct document *document, const char *path)
{
    const struct document *machines = document->machines ? document->machines : document;
    struct workbook workbook = {.document = document,
                                .book = book_new(path, document->title, document->as_of,
                                                 xlsx_cells(machines) > MANY_CELLS)};
    const struct block *choices = choices_of(document);
    size_t end = page_end(document);
    if (!workbook.book)
        return RENDER_MISSING;
    book_reserve(workbook.book, "Look-ups");
    workbook.summary = book_sheet(workbook.book, text_of("Summary"));
    workbook.decides = choices != NULL;
    if (choices)
        xlsx_worklist(workbook.book, document, choices, &workbook.deciding);
    write_details(&workbook, end);
    write_charts(&workbook);
    write_tables(&workbook, machines);
    if (choices) {
        workbook.deciding.look_ups = book_reserved(workbook.book, "Look-ups");
        xlsx_look_ups(workbook.book, &workbook.deciding);
    }
    write_summary(&workbook, end);
    return book_close(workbook.book);
}

/* The library prints what it thinks of an error; we say it ourselves. */
static void be_quiet(void)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere < 0)
        return;
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
}

/* Where memory was wanting the library goes on with NULL: errno is still what malloc left then.
 * Handlers may read it (POSIX.1-2008, 2.4.3), though the call behind it is on no list. */
static void break_down(int signal_number)
{
    (void)signal_number;
    /* NOLINTNEXTLINE(bugprone-signal-handler,cert-sig30-c) */
    _Exit(ERROR_STATUS + (errno == ENOMEM ? ENOMEM : RENDER_BROKEN));
}

static void grow_no_further(int signal_number)
{
    (void)signal_number;
    _Exit(ERROR_STATUS + EFBIG);
}

static void tell_breakdowns(void)
{
    static const int breakdowns[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof breakdowns / sizeof *breakdowns; i++)
        signal(breakdowns[i], break_down);
    signal(SIGXFSZ, grow_no_further);
}

/* A kernel that runs out of memory kills a process. */
static int error_of(int status)
{
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGKILL ? ENOMEM : RENDER_BROKEN;
    if (WEXITSTATUS(status) > ERROR_STATUS)
        return WEXITSTATUS(status) - ERROR_STATUS;
    return WEXITSTATUS(status) == 0 ? 0 : WEXITSTATUS(status) == 2 ? ENOMEM : RENDER_BROKEN;
}

/* 0 or an errno value. */
static int write_apart(const struct document *document, const char *path)
{
    int status = 0, error;
    pid_t parent = getpid(), child = fork();
    if (child < 0)
        return errno;
    if (child == 0) {
        be_quiet();
        tell_breakdowns();
        errno = 0;
        error = write_book(document, path);
        error = error ? error : book_check(path);
        if (getppid() != parent) /* what removes it is gone */
            unlink(path);
        _exit(error ? ERROR_STATUS + error : 0);
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return errno;
    return error_of(status);
}

static void copy(int descriptor, struct out *out)
{
    enum { BLOCK = 1 << 16 };
    char buffer[BLOCK];
    ssize_t size;
    while ((size = read(descriptor, buffer, sizeof buffer)) != 0) {
        if (size > 0)
            out_bytes(out, buffer, (size_t)size);
        else if (errno != EINTR) {
            out_fail(out, errno);
            return;
        }
    }
}

/* Takes the name away where the file can be opened without: it is gone with the process then,
 * however that ends. Gives the path to write to. */
static const char *without_name(struct arena *arena, const char *path, int descriptor)
{
#ifdef __linux__
    /* What was opened as a closed stdout is lost in the child. */
    if (descriptor > STDERR_FILENO && access("/proc/self/fd", X_OK) == 0 && unlink(path) == 0)
        return arena_printf(arena, "/proc/self/fd/%d", descriptor).data;
#endif
    (void)arena;
    (void)descriptor;
    return path;
}

void render_xlsx(const struct document *document, struct out *out,
                 const struct render_options *options)
{
    struct arena *arena = arena_new();
    const char *folder = getenv("TMPDIR");
    struct text path = arena_printf(arena, "%s/pare.XXXXXX", folder && *folder ? folder : "/tmp");
    int descriptor = temporary_make((char *)(uintptr_t)path.data);
    int error = descriptor < 0 ? RENDER_HOMELESS : 0;
    const char *written = error ? NULL : without_name(arena, path.data, descriptor);
    (void)options;
    if (!error)
        error = write_apart(document, written);
    if (error)
        out_fail(out, error);
    else
        copy(descriptor, out);
    if (descriptor >= 0) {
        close(descriptor);
        if (written == path.data)
            unlink(path.data);
        temporary_forget(path.data);
    }
    arena_free(arena);
}
