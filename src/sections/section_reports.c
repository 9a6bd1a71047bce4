#include <math.h>

#include "sections/order.h"
#include "sections/sections.h"
#include "sections/words.h"

struct context {
    const struct story *story;
    const uint32_t *order;
};

static struct cell text_or_null(struct text t)
{
    return t.size ? cell_text(t) : cell_null();
}

static struct cell recipients(const struct inventory *inventory, const struct report *report)
{
    size_t unknown, known;

    if (report_has(report, FIELD_recipient_count))
        return cell_number(report->recipient_count);
    if (!report_has(report, FIELD_recipients))
        return cell_null();
    known = inventory_people_in(inventory, report->recipients, &unknown);
    return !known && unknown ? cell_null() : cell_count((int64_t)known);
}

/* Outside the baseline for a reason that is known: it costs nothing, or its cost stands elsewhere.
 */
static bool costs_nothing(const struct story *story, const struct report *report)
{
    return story->relations->listed_as[report->index] != report->index ||
           status_is_inactive(inventory_text(story->inventory, report->status));
}

/* Unknown is never zero: without runs nothing is known of the cost, without recipients nothing of
 * reading. */
static void tell_cost(const struct story *story, const struct report *report, struct cell cells[3])
{
    const struct baseline *baseline = &story->findings->baseline;
    struct cost cost = baseline_cost(baseline, report->index);
    bool nothing = costs_nothing(story, report);
    bool read =
        nothing || cost_reader(&cost) > 0 ||
        (cost.costed && !isnan(report->runs) && !isnan(baseline_readers(baseline, report->index)));

    if (nothing || cost.costed) {
        cells[0] = cell_money(cost_producer(&cost));
        cells[2] = cell_number(cost.hours);
    }
    if (read)
        cells[1] = cell_money(cost_reader(&cost));
}

static enum row_style report_row(const void *context, size_t index, struct cell *cells)
{
    const struct story *story = ((const struct context *)context)->story;
    const struct inventory *inventory = story->inventory;
    uint32_t number = ((const struct context *)context)->order[index];
    uint32_t listed_as = story->relations->listed_as[number];
    struct cost cost = baseline_cost(&story->findings->baseline, number);
    struct report report;

    inventory_report(inventory, number, &report);
    cells[0] = cell_text(report_id(inventory, number));
    cells[1] = cell_text(inventory_text(inventory, report.name));
    cells[2] = text_or_null(inventory_person_name(inventory, report.owner));
    cells[3] = text_or_null(inventory_text(inventory, report.department));
    cells[4] = cell_string(inventory->inputs[report.file].file);
    cells[5] = cell_count(report.line);
    cells[6] = listed_as == number ? cell_null() : cell_text(report_id(inventory, listed_as));
    cells[7] = text_or_null(inventory_text(inventory, report.status));
    cells[8] = text_or_null(report.frequency->as);
    cells[9] = cell_number(report.runs);
    cells[10] = cell_string(frequency_status_name(report.frequency->status));
    cells[11] = recipients(inventory, &report);
    tell_cost(story, &report, cells + 12);
    cells[15] = cell_flag(story->findings->protected_by_mandate[number]);
    cells[16] = cost.costed ? cell_share(cost.effort_assumed ? 1 : 0) : cell_null();
    return ROW_PLAIN;
}

void section_reports(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "id"},
        {.key = "name"},
        {.key = "owner"},
        {.key = "department"},
        {.key = "file"},
        {.key = "line", .number = true},
        {.key = "listed_as"},
        {.key = "status"},
        {.key = "frequency"},
        {.key = "runs_per_year", .number = true},
        {.key = "frequency_status"},
        {.key = "recipients", .number = true},
        {.key = "producer_cost", .number = true},
        {.key = "reader_cost", .number = true},
        {.key = "hours", .number = true},
        {.key = "protected"},
        {.key = "assumed_share", .number = true},
    };
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    context->story = story;
    context->order = order_by_id(document->arena, story->inventory);
    document_table(document, &(struct table_block){.key = "reports",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = story->inventory->count,
                                                   .row = report_row,
                                                   .context = context});
}
