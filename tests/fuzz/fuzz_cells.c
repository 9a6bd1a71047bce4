/* Any text as one of the cells that hold XML or JSON. */
#include "fuzz.h"

#include "input/export_cells.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text cell = text_make((const char *)data, size);
    struct arena *arena = arena_new();
    struct delivery_settings settings;

    delivery_settings_read(arena, cell, &settings);
    must(settings.recipients.size <= 4 * size + 16);
    must(people_in_json(arena, cell).size <= 4 * size + 16);
    must(json_string(arena, cell, "to").size <= 4 * size + 16);
    address_list(arena, cell);
    arena_free(arena);
    return 0;
}
