/* Any text as one of the cells that hold XML or JSON. */
#include "fuzz.h"

#include "input/export_cells.h"
#include "input/list_markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text cell = text_make((const char *)data, size);
    struct arena *arena = arena_new();
    struct delivery_settings settings;
    const char *wrong;

    delivery_settings_read(arena, cell, &settings);
    must(settings.recipients.size <= 4 * size + 16);
    must(people_in_json(arena, cell).size <= 64 * size + 256);
    must(json_string(arena, cell, "to").size <= 4 * size + 16);
    must(strings_in_json(arena, cell).size <= 64 * size + 256);
    must(json_is_whole(arena, cell) || !strings_in_json(arena, cell).size);
    if (list_is_markup(cell))
        for (int people = 0; people < 2; people++)
            must(list_of_markup(arena, cell, people, &wrong).size <= 64 * size + 256);
    address_list(arena, cell);
    arena_free(arena);
    return 0;
}
