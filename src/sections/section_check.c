/* How the files were understood, for people: files, columns with their first values, frequencies,
 * what more columns would tell, and every problem with its place. */
#include "base/utf8.h"
#include "sections/check_frequencies.h"
#include "sections/check_problems.h"
#include "sections/input_words.h"
#include "sections/sections.h"

enum { EXAMPLE_WIDTH = 16 };

static const char *delimiter_word(char delimiter)
{
    static const struct {
        char delimiter;
        const char *word;
    } words[] = {{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].delimiter == delimiter)
            return words[i].word;
    return "another delimiter";
}

static void tell_input(struct document *document, const struct input *input)
{
    struct text t = document_number_of(document, input->rows, "row", "rows");
    if (input->system)
        t = document_text(document, "%.*s from %s", TEXT_ARGS(t), input->system);
    if (input->encoding)
        t = document_text(document, "%.*s, %s", TEXT_ARGS(t), input->encoding);
    if (input->delimiter)
        t = document_text(document, "%.*s, %s", TEXT_ARGS(t), delimiter_word(input->delimiter));
    if (text_is(text_of(input->role), "inventory"))
        t = document_text(document, "%.*s, one row per report%s", TEXT_ARGS(t),
                          input->long_form ? " and recipient" : "");
    document_paragraph(
        document, document_text(document, "%s (%s): %.*s", input->file, input->role, TEXT_ARGS(t)));
}

static void tell_inputs(struct document *document, const struct inventory *inventory)
{
    for (size_t i = 0; i < inventory->input_count; i++)
        tell_input(document, &inventory->inputs[i]);
    struct text reports = document_number_of(document, inventory->count, "report", "reports");
    const char *ids = inventory->ids_given
                          ? "known by the ids in the list"
                          : "the list has no ids, so each got a key made from its name";
    document_paragraph(document, document_text(document, "%.*s; %s", TEXT_ARGS(reports), ids));
}

struct match_rows {
    const struct inventory *inventory;
    struct arena *arena;
    size_t *match; /* numbers of the columns that are used */
    size_t count;
};

/* Long values are cut, so that each of the first ones can be seen. */
static struct text join_examples(struct arena *arena, const struct column_match *match)
{
    struct text joined = text_of("");
    for (size_t i = 0; i < sizeof match->examples / sizeof *match->examples; i++) {
        struct text example = match->examples[i];
        struct text fitting = text_trim(utf8_fit(example, EXAMPLE_WIDTH));
        if (example.size)
            joined =
                arena_printf(arena, "%.*s%s%.*s%s", TEXT_ARGS(joined), joined.size ? " | " : "",
                             TEXT_ARGS(fitting), fitting.size < example.size ? "..." : "");
    }
    return joined;
}

static struct cell read_as(struct arena *arena, const struct column_match *match)
{
    const char *field = field_info((enum field)match->field)->name;
    const char *how = words_how_found(match->how);
    if (match->how == HOW_ID_TOO || match->how == HOW_DESCRIPTION_TOO)
        return cell_text(arena_printf(arena, "%s, %s", field, how));
    if (match->how == HOW_GIVEN || match->how == HOW_GUESSED)
        return cell_text(arena_printf(arena, "%s (%s)", field, how));
    return cell_string(field);
}

static enum row_style match_row(const void *context, size_t index, struct cell *cells)
{
    const struct match_rows *rows = context;
    const struct column_match *match = &rows->inventory->matches[rows->match[index]];
    cells[0] = cell_text(match->header);
    cells[1] = cell_string(rows->inventory->inputs[match->file].file);
    cells[2] = read_as(rows->arena, match);
    cells[3] = cell_text(join_examples(rows->arena, match));
    return ROW_PLAIN;
}

static void tell_columns(struct document *document, const struct inventory *inventory)
{
    static const struct column one_file[] = {
        {.title = ""}, {0}, {.title = "is read as"}, {.title = "first values", .fit = FIT_WRAP}};
    static const struct column many_files[] = {{.title = ""},
                                               {.title = "in"},
                                               {.title = "is read as"},
                                               {.title = "first values", .fit = FIT_WRAP}};
    struct match_rows *rows = ARENA_ARRAY(document->arena, 1, struct match_rows);
    rows->inventory = inventory;
    rows->arena = document->arena;
    rows->match = ARENA_ARRAY(document->arena, inventory->match_count, size_t);
    for (size_t i = 0; i < inventory->match_count; i++)
        if (inventory->matches[i].field >= 0)
            rows->match[rows->count++] = i;
    document_table(document, &(struct table_block){
                                 .title = "Columns",
                                 .columns = inventory->input_count > 1 ? many_files : one_file,
                                 .column_count = sizeof one_file / sizeof *one_file,
                                 .row_count = rows->count,
                                 .row = match_row,
                                 .context = rows});
}

static bool tells_apart(const struct inventory *inventory, struct text header)
{
    size_t i = 0;
    while (i < inventory->spare_count && !text_equal(inventory->spare_columns[i].header, header))
        i++;
    return i < inventory->spare_count;
}

static void tell_unread(struct document *document, const struct inventory *inventory, bool apart,
                        const char *term)
{
    struct text joined = text_of("");
    for (size_t i = 0; i < inventory->match_count; i++)
        if (inventory->matches[i].field < 0 &&
            tells_apart(inventory, inventory->matches[i].header) == apart)
            joined =
                document_text(document, "%.*s%s%.*s", TEXT_ARGS(joined), joined.size ? " | " : "",
                              TEXT_ARGS(inventory->matches[i].header));
    if (joined.size)
        document_term(document, term, joined);
}

/* A column that no field is made of may still tell reports of one name apart. */
static void tell_unused(struct document *document, const struct inventory *inventory)
{
    tell_unread(document, inventory, true, "Tells apart");
    tell_unread(document, inventory, false, "Not used");
}

/* What a column would add to the audit, for those that are most often missing. */
static const struct gain {
    enum field fields[7]; /* any of these will do; ends with FIELD_id */
    const char *what, *gain;
} gains[] = {
    {{FIELD_frequency, FIELD_runs_per_year}, "frequency", "costs, and which could run less often"},
    {{FIELD_recipients, FIELD_recipient_count},
     "recipients",
     "duplicates by their readers; what reading costs"},
    {{FIELD_owner}, "owner", "whom to ask, and who carries the work"},
    {{FIELD_department}, "department", "costs by department; what each gets back"},
    {{FIELD_effort_hours, FIELD_effort_minutes, FIELD_annual_hours, FIELD_annual_cost},
     "effort_hours",
     "real costs; without it the effort is assumed by rhythm"},
    {{FIELD_opens, FIELD_runs_opened, FIELD_open_share, FIELD_last_used, FIELD_readers},
     "opens, last_used",
     "which reports nobody reads (or give a log with --usage)"},
    {{FIELD_fields}, "fields", "what is on two reports: duplicate, part or variant"},
    {{FIELD_sources}, "sources", "which report feeds another and must stay"},
    {{FIELD_mandate}, "mandate", "what law or contract asks for, and so is left alone"},
    {{FIELD_data_refresh}, "data_refresh", "issues that repeat what the one before said"},
    {{FIELD_needed_frequency, FIELD_decision_frequency},
     "needed_frequency",
     "evidence for a lower frequency instead of a question"},
};

struct gain_rows {
    const struct gain *gain[sizeof gains / sizeof *gains];
    size_t count;
};

static bool has_any(const struct inventory *inventory, const struct gain *gain)
{
    for (size_t i = 0; i < sizeof gain->fields / sizeof *gain->fields; i++) {
        enum field field = gain->fields[i];
        if (field != FIELD_id &&
            (inventory->columns[field].number || inventory->columns[field].value))
            return true;
    }
    return false;
}

static enum row_style gain_row(const void *context, size_t index, struct cell *cells)
{
    const struct gain_rows *rows = context;
    cells[0] = cell_string(rows->gain[index]->what);
    cells[1] = cell_string(rows->gain[index]->gain);
    return ROW_PLAIN;
}

static void tell_gains(struct document *document, const struct inventory *inventory)
{
    static const struct column columns[] = {{.title = ""}, {.title = "", .fit = FIT_WRAP}};
    struct gain_rows *rows = ARENA_ARRAY(document->arena, 1, struct gain_rows);
    for (size_t i = 0; i < sizeof gains / sizeof *gains; i++) {
        bool log = inventory->usage && gains[i].fields[0] == FIELD_opens;
        if (!has_any(inventory, &gains[i]) && !log)
            rows->gain[rows->count++] = &gains[i];
    }
    if (rows->count)
        document_table(document, &(struct table_block){.title = "What more columns would tell",
                                                       .columns = columns,
                                                       .column_count = 2,
                                                       .row_count = rows->count,
                                                       .row = gain_row,
                                                       .context = rows});
}

void section_check(struct document *document, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    tell_inputs(document, inventory);
    tell_columns(document, inventory);
    tell_unused(document, inventory);
    check_frequencies(document, inventory);
    tell_gains(document, inventory);
    check_problems(document, inventory);
    document_command(document, "Next",
                     document_text(document, "pare audit %s", story->options->read_words),
                     text_of("what it costs and what could change"));
    document_command(document, "", text_of("pare template"), text_of("every column explained"));
}
