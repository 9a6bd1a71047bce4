/* Any bytes as an inventory. However they are cut into blocks and by however many threads they are
 * read, the same reports and the same problems come out. */
#include "fuzz.h"

#include "input/input.h"

static struct inventory *read_file(const char *path, size_t block, unsigned threads)
{
    struct input_options options = {.block = block, .threads = threads, .digests = true};
    struct assumptions assumptions;

    assumptions_init(&assumptions);
    return inventory_read(&path, 1, &options, &assumptions);
}

static void must_agree(const struct inventory *a, const struct inventory *b)
{
    must(a->count == b->count);
    must(diag_stored(a->diag) == diag_stored(b->diag));
    for (size_t i = 0; i < diag_stored(a->diag); i++) {
        const struct problem *x = diag_problem(a->diag, i), *y = diag_problem(b->diag, i);
        must(strcmp(x->kind, y->kind) == 0);
        must(x->place.line == y->place.line && x->place.column == y->place.column);
    }
    for (size_t i = 0; i < a->count; i++) {
        struct report x, y;
        inventory_report(a, i, &x);
        inventory_report(b, i, &y);
        must(text_equal(inventory_text(a, x.name), inventory_text(b, y.name)));
        must(a->line[i] == b->line[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_file file = fuzz_file(data, size);
    struct inventory *whole = read_file(file.path, 0, 1);
    struct inventory *cut = read_file(file.path, 1 + size % 61, 2);

    must_agree(whole, cut);
    inventory_free(cut);
    inventory_free(whole);
    fuzz_file_close(file);
    return 0;
}
