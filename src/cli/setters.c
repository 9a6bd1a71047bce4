/* What each option does: a function for each line of options.def. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/options.h"
#include "model/quantity.h"

/* A setter returns NULL, or what is wrong with the value: "is no number". */
typedef const char *setter(struct options *options, const char *value);

void names_add(struct names *names, const char *name)
{
    names->list = MEMORY_ROOM(names->list, names->count, names->capacity);
    names->list[names->count++] = name;
}

static const char *set_format(struct options *options, const char *value)
{
    options->format = format_of_name(value);
    return options->format == FORMAT_COUNT ? "is no format that pare writes" : NULL;
}

static const char *set_output(struct options *options, const char *value)
{
    names_add(&options->output_paths, value);
    return *value ? NULL : "is empty";
}

static const char *set_table(struct options *options, const char *value)
{
    options->render.table = value;
    return NULL;
}

static const char *set_map(struct options *options, const char *value)
{
    names_add(&options->maps, value);
    return strchr(value, '=') ? NULL : "is not of the form field=Header";
}

static const char *set_delimiter(struct options *options, const char *value)
{
    if (strcmp(value, "tab") == 0 || strcmp(value, "\\t") == 0)
        value = "\t";
    if (strlen(value) != 1 || *value == '"' || *value == '\n' || *value == '\r')
        return "is not one character (or tab)";
    options->input.delimiter = *value;
    return NULL;
}

static const char *set_encoding(struct options *options, const char *value)
{
    options->input.encoding = value;
    return NULL;
}

static const char *set_date_order(struct options *options, const char *value)
{
    options->input.date_order = strcmp(value, "dmy") == 0   ? DATE_ORDER_DMY
                                : strcmp(value, "mdy") == 0 ? DATE_ORDER_MDY
                                                            : DATE_ORDER_UNKNOWN;
    return options->input.date_order ? NULL : "is neither dmy nor mdy";
}

static const char *set_freq_codes(struct options *options, const char *value)
{
    static const char *const names[] = {
        [CODES_SDMX] = "sdmx",       [CODES_MARC] = "marc", [CODES_ONIX] = "onix",
        [CODES_EDIFACT] = "edifact", [CODES_X12] = "x12",
    };
    size_t i;

    for (i = 1; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], value) == 0) {
            options->input.freq_codes = (enum frequency_codes)i;
            return NULL;
        }
    }
    return "is none of sdmx, marc, onix, edifact, x12";
}

static const char *set_fill_down(struct options *options, const char *value)
{
    (void)value;
    options->input.fill_down = true;
    return NULL;
}

static const char *set_people(struct options *options, const char *value)
{
    names_add(&options->people, value);
    return NULL;
}

static const char *set_usage(struct options *options, const char *value)
{
    names_add(&options->usage, value);
    return NULL;
}

static const char *set_lists(struct options *options, const char *value)
{
    names_add(&options->lists, value);
    return NULL;
}

static const char *set_assumptions(struct options *options, const char *value)
{
    names_add(&options->assumption_files, value);
    return NULL;
}

static const char *set_decisions(struct options *options, const char *value)
{
    names_add(&options->decisions, value);
    return NULL;
}

static const char *set_answers(struct options *options, const char *value)
{
    names_add(&options->answers, value);
    return NULL;
}

static const char *set_rate(struct options *options, const char *value)
{
    double rate;

    if (!quantity_parse(text_of(value), QUANTITY_MONEY, DECIMAL_UNKNOWN, &rate) ||
        !assumption_allows(ASSUMPTION_RATE, rate))
        return "is no amount of money from 0 up";
    assumption_set(&options->assumptions, ASSUMPTION_RATE, rate, NAN, NAN, "--rate");
    return NULL;
}

static const char *set_currency(struct options *options, const char *value)
{
    options->assumptions.currency = value;
    return NULL;
}

static const char *set_as_of(struct options *options, const char *value)
{
    return date_parse(text_of(value), options->input.date_order, &options->judge.as_of) == DATE_OK
               ? NULL
               : "is no date such as 2026-11-21";
}

static const char *set_only(struct options *options, const char *value)
{
    static const char department[] = "department=", owner[] = "owner=";

    if (strncmp(value, department, sizeof department - 1) == 0)
        options->story.only_department = value + sizeof department - 1;
    else if (strncmp(value, owner, sizeof owner - 1) == 0)
        options->story.only_owner = value + sizeof owner - 1;
    else
        return "is neither department=X nor owner=X";
    return NULL;
}

static const char *set_target(struct options *options, const char *value)
{
    struct text t = text_of(value);
    struct plan_options *plan = &options->plan;
    double number;

    if (text_ends(t, "%")) {
        if (!quantity_parse(t, QUANTITY_SHARE, DECIMAL_UNKNOWN, &number) || number <= 0 ||
            number > 1)
            return "is no share from 0% to 100%";
        plan->target_share = number;
    } else if (text_ends(t, "h")) {
        if (!quantity_parse(t, QUANTITY_HOURS, DECIMAL_UNKNOWN, &number) || number <= 0 ||
            number > 1e12)
            return "is no number of hours";
        plan->target_hours = number;
    } else {
        if (!quantity_parse(t, QUANTITY_MONEY, DECIMAL_UNKNOWN, &number) || number <= 0 ||
            number > 1e12)
            return "is neither a share (50%) nor money (20000) nor hours (2000h)";
        plan->target_amount = money_round(number);
    }
    return NULL;
}

static const char *set_basis(struct options *options, const char *value)
{
    options->plan.basis =
        text_is(text_of(value), "theoretical") ? BASIS_THEORETICAL : BASIS_REALISABLE;
    return options->plan.basis == BASIS_THEORETICAL || text_is(text_of(value), "realisable")
               ? NULL
               : "is neither realisable nor theoretical";
}

static const char *set_include_reading(struct options *options, const char *value)
{
    (void)value;
    options->plan.include_reading = true;
    return NULL;
}

static const char *set_as_decided(struct options *options, const char *value)
{
    (void)value;
    options->plan.as_decided = true;
    return NULL;
}

static const char *set_questions(struct options *options, const char *value)
{
    char *end;
    long count = strtol(value, &end, 10);

    if (*end || end == value || count < 1 || count > 1000000)
        return "is no number of questions";
    options->story.questions = (size_t)count;
    return NULL;
}

static const char *set_for_person(struct options *options, const char *value)
{
    options->story.only_person = value;
    return NULL;
}

static const char *set_posts_removed(struct options *options, const char *value)
{
    char *end;
    long posts = strtol(value, &end, 10);

    if (*end || end == value || posts < 0 || posts > 1000000)
        return "is no number of posts";
    options->posts_removed = options->story.posts_removed = (size_t)posts;
    return NULL;
}

static const char *set_write_inventory(struct options *options, const char *value)
{
    options->inventory_file = value;
    return *value ? NULL : "is empty";
}

static const char *set_title(struct options *options, const char *value)
{
    options->story.cover.title = value;
    return NULL;
}

static const char *set_organisation(struct options *options, const char *value)
{
    options->story.cover.organisation = value;
    return NULL;
}

static const char *set_author(struct options *options, const char *value)
{
    options->story.cover.author = value;
    return NULL;
}

static const char *set_to(struct options *options, const char *value)
{
    options->story.cover.to = value;
    return NULL;
}

static const char *set_decide_by(struct options *options, const char *value)
{
    int32_t date;

    options->story.cover.decide_by = value;
    return date_parse(text_of(value), DATE_ORDER_UNKNOWN, &date) == DATE_OK
               ? NULL
               : "is no date such as 2026-11-21";
}

static const char *set_contact(struct options *options, const char *value)
{
    options->story.cover.contact = value;
    return NULL;
}

static const char *set_fields(struct options *options, const char *value)
{
    options->request.fields = value;
    return NULL;
}

static const char *set_description(struct options *options, const char *value)
{
    options->request.description = value;
    return NULL;
}

static const char *set_owner(struct options *options, const char *value)
{
    options->request.owner = value;
    return NULL;
}

static const char *set_recipients(struct options *options, const char *value)
{
    options->request.recipients = value;
    return NULL;
}

static const char *set_frequency(struct options *options, const char *value)
{
    options->request.frequency = value;
    return NULL;
}

static const char *set_names(struct options *options, const char *value)
{
    (void)value;
    options->story.names = true;
    return NULL;
}

static const char *set_excel(struct options *options, const char *value)
{
    (void)value;
    options->render.excel = true;
    return NULL;
}

static const char *set_no_script(struct options *options, const char *value)
{
    (void)value;
    options->render.no_script = true;
    return NULL;
}

static const char *set_strict(struct options *options, const char *value)
{
    (void)value;
    options->strict = true;
    return NULL;
}

static const char *set_threads(struct options *options, const char *value)
{
    char *end;
    long threads = strtol(value, &end, 10);

    if (*end || end == value || threads < 1 || threads > 256)
        return "is no number from 1 to 256";
    options->input.threads = options->match.threads = (unsigned)threads;
    options->judge.threads = options->plan.threads = (unsigned)threads;
    return NULL;
}

static const char *set_color(struct options *options, const char *value)
{
    options->color = value;
    return strcmp(value, "auto") == 0 || strcmp(value, "always") == 0 || strcmp(value, "never") == 0
               ? NULL
               : "is none of auto, always, never";
}

static const char *set_quiet(struct options *options, const char *value)
{
    (void)value;
    options->quiet = true;
    return NULL;
}

static const char *set_help(struct options *options, const char *value)
{
    (void)value;
    options->help = true;
    return NULL;
}

static const char *set_version(struct options *options, const char *value)
{
    (void)value;
    options->version = true;
    return NULL;
}

static setter *const setters[] = {
#define OPTION(name, long_name, letter, argument, who, what) set_##name,
#include "cli/options.def"
#undef OPTION
};

const char *option_set(struct options *options, size_t option, const char *value)
{
    return setters[option](options, value);
}
