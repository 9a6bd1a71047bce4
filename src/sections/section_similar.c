#include <math.h>

#include "match/likes.h"
#include "model/request.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What is there already that is like a report which somebody would like to have, and what to make
 * of it: a recipient, a parameter or a frequency of one that is made anyway. */
enum { FACTS = 3, SHOWN = 8 };

struct context {
    const struct likes *likes;
    struct arena *arena;
};

enum advice {
    ADVICE_RECIPIENT,
    ADVICE_EXTEND,
    ADVICE_FREQUENCY,
    ADVICE_PARAMETER,
    ADVICE_PARTNER,
    ADVICE_ENDED,
    ADVICE_LOOK,
    ADVICE_COUNT
};

static const struct {
    const char *key, *words;
} advices[ADVICE_COUNT] = {
    [ADVICE_RECIPIENT] = {"recipient", "become a recipient of it"},
    [ADVICE_EXTEND] = {"extend", "let it have what it lacks, and become a recipient"},
    [ADVICE_FREQUENCY] = {"frequency", "ask for another frequency of it"},
    [ADVICE_PARAMETER] = {"parameter", "make it a parameter of that one"},
    [ADVICE_PARTNER] = {"partner", "make it together, with one form"},
    [ADVICE_ENDED] = {"ended", "it was ended: ask why before it comes back"},
    [ADVICE_LOOK] = {"look", "look at it first; only the name comes near"},
};

static enum advice advice_on(const struct likes *likes, size_t number)
{
    const struct like *like = &likes->list[number];

    if (like->relation != RELATION_NONE && like_is_off(likes, number))
        return ADVICE_ENDED;
    switch (like->relation) {
    case RELATION_SAME:
        return ADVICE_RECIPIENT;
    case RELATION_CONTAINED:
        return like->inside ? ADVICE_RECIPIENT : ADVICE_EXTEND;
    case RELATION_CADENCE:
        return ADVICE_FREQUENCY;
    case RELATION_VARIANT:
        return ADVICE_PARAMETER;
    case RELATION_SHARED:
        return ADVICE_PARTNER;
    default:
        return ADVICE_LOOK;
    }
}

static const char *relation_words(const struct like *like)
{
    if (like->relation == RELATION_CONTAINED)
        return like->inside ? "has all of it" : "is part of it";
    return like->relation == RELATION_NONE ? "near" : relation_name(like->relation);
}

static struct text why(const struct context *told, size_t number)
{
    struct facts facts;
    struct text all = text_of("");
    size_t i;

    facts_init(&facts, told->arena);
    likes_explain(told->likes, number, &facts);
    for (i = 0; i < facts.count && i < FACTS; i++) {
        struct text words = words_fact(told->arena, &facts.fact[i]);

        all = arena_printf(told->arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "; " : "",
                           TEXT_ARGS(words));
    }
    return all;
}

static struct text person_name(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *owner = inventory->columns[FIELD_owner].number;

    return inventory_person_name(inventory, owner ? owner[report] : 0);
}

static struct text unit_name(const struct inventory *inventory, uint32_t report)
{
    const uint32_t *unit = inventory->columns[FIELD_department].number;

    return inventory_text(inventory, unit ? unit[report] : 0);
}

static struct text pace(struct arena *arena, const struct inventory *inventory, uint32_t report)
{
    struct report view;
    char words[32];

    inventory_report(inventory, report, &view);
    return isnan(view.runs) ? view.frequency->as
                            : arena_copy(arena, frequency_words(view.runs, words));
}

static struct cell known(struct text t)
{
    return t.size ? cell_text(t) : cell_null();
}

/* Two rows each for people, the second of which says what to do and why. */
static enum row_style like_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct inventory *inventory = told->likes->inventory;
    const struct like *like = &told->likes->list[index / 2];
    enum advice advice = advice_on(told->likes, index / 2);
    struct text facts = why(told, index / 2);

    if (index % 2 == 1) {
        cells[1] = cell_text(
            arena_printf(told->arena, "%s: %.*s", advices[advice].words, TEXT_ARGS(facts)));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(report_id(inventory, like->report));
    cells[1] = cell_text(report_title(told->arena, inventory, like->report));
    cells[2] =
        cell_text(inventory_text(inventory, inventory->columns[FIELD_name].number[like->report]));
    cells[3] = known(person_name(inventory, like->report));
    cells[4] = known(unit_name(inventory, like->report));
    cells[5] = known(pace(told->arena, inventory, like->report));
    cells[6] = cell_string(relation_name(like->relation));
    cells[7] = cell_string(relation_words(like));
    cells[8] = cell_number(floor((double)like->score * 1000 + 0.5) / 1000);
    cells[9] = cell_string(advices[advice].key);
    cells[10] = cell_text(facts);
    return ROW_PLAIN;
}

/* The answer in one or two sentences. */
static struct text verdict(struct document *document, const struct likes *likes, struct text name)
{
    const struct inventory *inventory = likes->inventory;
    struct text reports = document_number_of(document, inventory->count, "report", "reports");
    enum advice advice;
    struct text first, maker, shown;

    if (!likes->related)
        return document_text(document, "Nothing among %.*s is like \"%.*s\"%s", TEXT_ARGS(reports),
                             TEXT_ARGS(name), likes->count ? "; only these names come near." : ".");
    first = report_title(document->arena, inventory, likes->list[0].report);
    maker = person_name(inventory, likes->list[0].report);
    maker = maker.size ? maker : unit_name(inventory, likes->list[0].report);
    shown = maker.size ? document_text(document, ", made by %.*s", TEXT_ARGS(maker)) : maker;
    advice = advice_on(likes, 0);
    if (likes_has_same(likes) && advice == ADVICE_RECIPIENT)
        return document_text(
            document, "\"%.*s\" is there already: %.*s%.*s. Do not make it again; %s.",
            TEXT_ARGS(name), TEXT_ARGS(first), TEXT_ARGS(shown), advices[advice].words);
    return document_text(document, "\"%.*s\" is like %.*s%.*s (%s). Before it is made: %s.",
                         TEXT_ARGS(name), TEXT_ARGS(first), TEXT_ARGS(shown),
                         relation_words(&likes->list[0]), advices[advice].words);
}

static void tell_request(struct document *document, const struct likes *likes, struct text name)
{
    document_record(document, "request",
                    (const struct entry[]){
                        {"name", cell_text(name)},
                        {"reports", cell_count((int64_t)likes->inventory->count)},
                        {"related", cell_count((int64_t)likes->related)},
                        {"same", cell_flag(likes_has_same(likes))},
                        {"advice", likes->related ? cell_string(advices[advice_on(likes, 0)].key)
                                                  : cell_null()}},
                    5);
}

void section_similar(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "id"},
        {.title = "", .fit = FIT_CUT},
        {.key = "name"},
        {.key = "owner", .title = "", .fit = FIT_CUT},
        {.key = "department"},
        {.key = "frequency", .title = ""},
        {.key = "relation"},
        {.title = ""},
        {.key = "score", .number = true},
        {.key = "advice"},
        {.key = "evidence"},
    };
    const struct likes *likes = story->likes;
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);
    struct text name = inventory_text(story->inventory, story->inventory->request->name);

    *context = (struct context){likes, document->arena};
    document_paragraph(document, verdict(document, likes, name));
    tell_request(document, likes, name);
    document_table(document, &(struct table_block){.key = "similar",
                                                   .title = likes->related ? "Like it"
                                                            : likes->count ? "Near it"
                                                                           : NULL,
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = 2 * likes->count,
                                                   .limit = SHOWN,
                                                   .row = like_row,
                                                   .context = context});
}
