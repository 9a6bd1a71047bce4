#include "input/mandates.h"

#include "input/cells.h"
#include "model/mandate.h"

/* "Article 13 (2)", "§ 5" of whatever stands in another column: nothing else has words. */
static bool is_bare_section(struct text t)
{
    static const char *const words[] = {"article", "articles", "art.", "art",       "section",
                                        "sec.",    "annex",    "§",    "paragraph", "schedule"};
    enum { LABEL = 2 }; /* "13 (a)", "12 bis" has no more letters */
    struct text word;
    bool section = false;

    while (text_next(&t, " .,()[]", &word)) {
        size_t i = 0;

        while (i < sizeof words / sizeof *words && !text_is_nocase(word, words[i]))
            i++;
        if (i < sizeof words / sizeof *words)
            section = true;
        else if (word.size > LABEL && byte_is_alpha((unsigned char)*word.data) &&
                 !text_is_nocase(word, "and"))
            return false;
    }
    return section;
}

/* A section alone tells nothing where the law stands beside it. */
void mandates_take(struct builder *builder, const struct field_columns *columns,
                   struct csv_row *const *rows, size_t count, uint32_t *numbers)
{
    struct arena *arena = arena_new();

    gather_keys(builder, columns, rows, count);
    for (size_t i = 0; i < count && columns->count > 1; i++) {
        struct text law = builder->keys[i], section = {NULL, 0};

        for (size_t k = 0; k < columns->count; k++) {
            struct text cell = cell_clean(row_cell(rows[i], columns->column[k]));

            if (cell.size && is_bare_section(cell) && !section.size)
                section = cell;
            else if (cell.size && (!law.size || is_bare_section(law)))
                law = cell;
        }
        if (section.size && !text_equal(law, section) && mandate_read(law) == MANDATE_GIVEN &&
            cell_yes_or_no(law) < 0)
            builder->keys[i] =
                arena_printf(arena, "%.*s, %.*s", TEXT_ARGS(law), TEXT_ARGS(section));
    }
    table_add_batch(builder->inventory->strings, builder->keys, count, numbers);
    arena_free(arena);
}
