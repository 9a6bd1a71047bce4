/* Any bytes as a side input beside a small inventory; the first byte says which one. */
#include "fuzz.h"

#include "input/input.h"

static const char inventory_csv[] = "ID,Report,Owner,Recipients,Frequency\n"
                                    "1,Bed occupancy,Ann Lee,Ann Lee <ann@h.org>; ward list,daily\n"
                                    "2,Cash position,Bo,bo@h.org; cy@h.org,weekly\n"
                                    "3,Cash position (copy),Bo,bo@h.org,weekly\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct fuzz_file inventory_file = fuzz_file(inventory_csv, sizeof inventory_csv - 1);
    struct fuzz_file side = fuzz_file(data + 1, size - 1);
    const char *path = inventory_file.path, *side_path = side.path;
    struct input_options options = {.threads = 1};
    const struct {
        const char *const **files;
        size_t *count;
    } sides[] = {
        {&options.people, &options.people_count},
        {&options.usage, &options.usage_count},
        {&options.lists, &options.lists_count},
        {&options.assumptions, &options.assumptions_count},
        {&options.decisions, &options.decisions_count},
        {&options.answers, &options.answers_count},
    };
    size_t which = data[0] % (sizeof sides / sizeof *sides);
    struct assumptions assumptions;

    *sides[which].files = &side_path;
    *sides[which].count = 1;
    assumptions_init(&assumptions);
    struct inventory *inventory = inventory_read(&path, 1, &options, &assumptions);
    must(inventory->count == 3);
    inventory_free(inventory);
    fuzz_file_close(side);
    fuzz_file_close(inventory_file);
    return 0;
}
