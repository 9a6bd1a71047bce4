#include "sections/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/out.h"
#include "model/channel.h"

/* What stands for the parts of a fact: {n} {m} its numbers, {n%} as per cent, {n~} as a frequency,
 * {n|reader|readers} with the word that fits; {a} {b} its texts. */
static const char *const fact_words[FACT_COUNT] = {
    [FACT_ROWS_EQUAL] = "listed twice: every column is equal",
    [FACT_EQUAL_BUT_ID] = "equal in everything but the id",
    [FACT_NAMES_EQUAL] = "same name",
    [FACT_NAMES_EQUAL_FOLDED] = "same name but for case, marks or order of words",
    [FACT_NAMES_ALIKE] = "names {n%} alike",
    [FACT_NAMES_TYPO] = "names differ by a slip: {a} / {b}",
    [FACT_NAMES_COPY_WORD] = "name says {a}",
    [FACT_NAMES_DIFFER] = "names differ: {a} / {b}",
    [FACT_DIFFER_PLACE] = "names differ only in {a} / {b}, a place",
    [FACT_DIFFER_NUMBER] = "names differ only in {a} / {b}, a number",
    [FACT_DIFFER_YEAR] = "names differ only in {a} / {b}, a year",
    [FACT_DIFFER_PERIOD] = "names differ only in {a} / {b}, a period",
    [FACT_DIFFER_EDITION] = "names differ only in {a} / {b}, an edition",
    [FACT_DIFFER_RHYTHM] = "one is {a}, the other {b}",
    [FACT_DIFFER_UNIT] = "other unit: {a} / {b}",
    [FACT_DIFFER_SLOT] = "names differ only in {a} / {b}, a place that many names fill differently",
    [FACT_DIFFER_UNIT_NAME] = "names differ only in {a} / {b}, the name of the unit",
    [FACT_DIFFER_HOME] = "names differ only in {a} / {b}, the place that most of the list is about",
    [FACT_DIFFER_POPULATION] = "names differ only in {a} / {b}, what it is about",
    [FACT_DIFFER_EXTENT] = "names differ only in {a} / {b}, how much it shows",
    [FACT_DIFFER_ACCESS] = "names differ only in {a} / {b}, who may see it",
    [FACT_DIFFER_MANDATE] = "other requirement: {a} / {b}",
    [FACT_DIFFER_COLUMN] = "{a} / {b}",
    [FACT_DIFFER_OWNER] = "other owner: {a} / {b}",
    [FACT_FIELDS_SHARED] = "fields {n} of {m} shared",
    [FACT_FIELDS_WITHIN] = "{n} of its {m|field|fields} are in the other",
    [FACT_FIELDS_EQUAL] = "the same {n|field|fields}",
    [FACT_SOURCES_SHARED] = "sources {n} of {m} shared",
    [FACT_READERS_SHARED] = "readers {n} of {m} shared",
    [FACT_READERS_EQUAL] = "the same {n|reader|readers}",
    [FACT_DESCRIPTIONS_EQUAL] = "same description",
    [FACT_DESCRIPTIONS_ALIKE] = "descriptions {n%} alike",
    [FACT_DESCRIPTIONS_DIFFER] = "descriptions differ ({n%} alike)",
    [FACT_SAYS_SAME] = "{a} says in its description that it is {b} again",
    [FACT_SAYS_PART] = "{a} says in its description that it goes into {b}",
    [FACT_SAME_MANDATE] = "same requirement: {a}",
    [FACT_SAME_OWNER] = "same owner",
    [FACT_SAME_UNIT] = "same unit",
    [FACT_SAME_TITLE_IN_UNITS] = "the same obligation in {n|unit|units}",
    [FACT_SAME_FREQUENCY] = "same frequency",
    [FACT_RUNS] = "runs {n~}",
    [FACT_READERS] = "{n|reader|readers}",
    [FACT_ISSUES_A_WEEK] = "its readers get {n|issue|issues} a week each",
    [FACT_NO_USE] = "no opens in {n|day|days}, counted to {a}",
    [FACT_LOG_DAYS] = "{n|day|days} are logged, {m} would do",
    [FACT_LAST_USED] = "last opened {a}",
    [FACT_RUNS_OPENED] = "{n} of {m|run|runs} opened",
    [FACT_REFRESH] = "its data is refreshed {n~}",
    [FACT_DECISIONS] = "decisions are taken {n~}",
    [FACT_NEEDED] = "needed {n~}",
    [FACT_CHANGED] = "{n%} of the runs differ from the one before",
    [FACT_SLOWER_TWIN] = "the same goes out {n~}: {a}",
    [FACT_SLOWER_ELSEWHERE] = "one like it runs {n~}: {a}",
    [FACT_ONLY_OWNER] = "nobody but its owner gets it",
    [FACT_SLOW_SUBJECT] = "its name speaks of {a}, which changes slowly",
    [FACT_TELLS_STATE] = "its name says {a}: how things stand",
    [FACT_PAST_YEAR] = "its name says {n}, a year that is over",
    [FACT_MANY_READERS] = "{n|reader|readers}, who hardly all need each issue",
    [FACT_OTHERS_SLOW] = "{n%} of what else its readers get comes monthly or less often",
    [FACT_UNIT_SLOW] = "{n} of {m} other reports of its unit run monthly or less often",
    [FACT_NO_SIGN] = "nothing in the list speaks for it",
    [FACT_NOBODY] = "nobody gets it",
    [FACT_MANDATE] = "required: {a}",
    [FACT_MANDATE_WORD] = "its name speaks of {a}: required? ask the owner",
    [FACT_FLOOR] = "may not go below {n~}",
    [FACT_FEEDS] = "{a} is made from it",
    [FACT_NOT_CHECKED] = "not known: {a}",
    [FACT_ENDED] = "ended {a}",
    [FACT_ANSWERED] = "{b} answered: {a}",
    [FACT_SUPERSEDED] = "counts only if another is not done: {a}",
    [FACT_PAPER] = "print and post cost {n} a year",
    [FACT_SENT_BY] = "sent by {a}",
    [FACT_PEOPLE_LEFT] = "{n} of {m} who get it have left",
    [FACT_OWNER_LEFT] = "its owner has left",
    [FACT_NEVER_OPENED] = "{n} of {m} who get it never opened it",
    [FACT_GOT_TWICE] = "{n} of {m} get it through a list as well",
    [FACT_GOT_ELSEWHERE] = "{n} of {m} get what it says in {a} as well",
    [FACT_NOT_LISTED] = "opened by {n|person|people} not on its list",
    [FACT_OUTSIDERS] = "{n} of {m} who get it are outside the house, by the people file",
    [FACT_MAILS] = "{n} mails a year; {m|post|posts} would do",
    [FACT_OPENED_RARELY] = "{n} of {m|reader|readers} hardly ever open it",
    [FACT_SAME_FIGURE] = "{n|figure|figures} from other sources, such as {a}",
    [FACT_TWO_LISTS] = "{n|person gets|people get} it through two lists",
    [FACT_LAST_STATUS] = "the last run ended with: {a}",
    [FACT_REVIEWED] = "last reviewed {a}, {n|year|years} ago",
    [FACT_NAME_SAYS] = "its name says {a}",
    [FACT_ABOVE_MINIMUM] = "the requirement asks for it {n~} only",
    [FACT_RATING] = "readers rate it {n} of 5",
    [FACT_ERRORS] = "{n|error|errors} a year",
    [FACT_COMPLAINTS] = "{n|complaint|complaints} a year",
    [FACT_PARTS_USED] = "its readers use {n} of {m|field|fields}",
    [FACT_WANTING] = "{n|reader says|readers say} what is missing or wrong: {a}",
    [FACT_LONG] = "{n|page|pages} long",
    [FACT_READ_ELSEWHERE] = "{n} of {m|reader|readers} sit in {a}",
    [FACT_OWNS] = "its owner makes {n|report|reports}, {m|hour|hours} a year",
};

/* Facts that decide what may be done are told first, those that describe rather than prove last. */
enum turn { TURN_USUAL, TURN_FIRST, TURN_LAST, TURNS };

static const enum turn turns[FACT_COUNT] = {
    [FACT_SAYS_SAME] = TURN_FIRST,    [FACT_SAYS_PART] = TURN_FIRST,
    [FACT_FEEDS] = TURN_FIRST,        [FACT_MANDATE] = TURN_FIRST,
    [FACT_MANDATE_WORD] = TURN_FIRST, [FACT_FLOOR] = TURN_FIRST,
    [FACT_ANSWERED] = TURN_FIRST,     [FACT_NAMES_ALIKE] = TURN_LAST,
    [FACT_NAMES_DIFFER] = TURN_LAST,  [FACT_DIFFER_OWNER] = TURN_LAST,
    [FACT_RUNS] = TURN_LAST,          [FACT_READERS] = TURN_LAST,
    [FACT_NOT_CHECKED] = TURN_LAST,   [FACT_SAME_OWNER] = TURN_LAST,
    [FACT_SAME_UNIT] = TURN_LAST,     [FACT_SAME_FREQUENCY] = TURN_LAST,
};
static const enum turn turn_order[TURNS] = {TURN_FIRST, TURN_USUAL, TURN_LAST};

/* The same where the fact has no texts. */
static const char *const bare_words[FACT_COUNT] = {
    [FACT_NO_USE] = "no opens in {n|day|days}",
    [FACT_MANDATE] = "required",
};

static const char *const action_words[ACTION_COUNT] = {
    [ACTION_KEEP] = "keep",
    [ACTION_RETIRE] = "stop",
    [ACTION_MERGE] = "merge",
    [ACTION_REDUCE_FREQUENCY] = "less often",
    [ACTION_SIMPLIFY] = "simplify",
    [ACTION_DROP_RECIPIENTS] = "fewer readers",
    [ACTION_CHANGE_CHANNEL] = "another channel",
    [ACTION_SHARE_PRODUCTION] = "produce together",
    [ACTION_ASK] = "ask",
};

static const char *const question_words[QUESTION_COUNT] = {
    [QUESTION_NECESSARY] = "Why is it necessary?", [QUESTION_OFTEN] = "Must it be so often?",
    [QUESTION_WHO] = "Who should get it?",         [QUESTION_SENT] = "How is it sent?",
    [QUESTION_CLEAR] = "Right and clear?",         [QUESTION_PLACE] = "Its proper place?",
};

const char *words_action(enum action action)
{
    return action_words[action];
}

const char *words_question(enum question question)
{
    return question_words[question];
}

struct text words_not_costed(struct arena *arena, size_t reports)
{
    if (reports == 1)
        return text_of("1 report has no cost here: how often it runs is not known, or it runs only "
                       "when something happens");
    return arena_printf(
        arena,
        "%zu reports have no cost here: how often they run is not known, or they run "
        "only when something happens",
        reports);
}

struct text words_cents(struct arena *arena, int64_t cents)
{
    char whole[32];
    struct text units = money_whole(cents / 100 * 100, whole);

    return arena_printf(arena, "%s%.*s.%02d", cents < 0 && cents > -100 ? "-" : "",
                        TEXT_ARGS(units), abs((int)(cents % 100)));
}

struct text report_id(const struct inventory *inventory, size_t report)
{
    return inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
}

struct text report_label(const struct inventory *inventory, size_t report)
{
    return inventory->ids_given
               ? report_id(inventory, report)
               : inventory_text(inventory, inventory->columns[FIELD_name].number[report]);
}

struct text report_title(struct arena *arena, const struct inventory *inventory, size_t report)
{
    struct text id = report_id(inventory, report);
    struct text name = inventory_text(inventory, inventory->columns[FIELD_name].number[report]);

    return inventory->ids_given ? arena_printf(arena, "%.*s  %.*s", TEXT_ARGS(id), TEXT_ARGS(name))
                                : name;
}

/* At most two decimals, none where it is whole or ten and more. */
static void write_number(struct out *out, double number)
{
    char digits[32];
    size_t size;

    if (fabs(number) >= 10) {
        out_printf(out, "%.0f", number);
        return;
    }
    size = (size_t)snprintf(digits, sizeof digits, "%.2f", number);
    while (size && digits[size - 1] == '0')
        size--;
    if (size && digits[size - 1] == '.')
        size--;
    out_bytes(out, digits, size);
}

/* " reader" or " readers" of "reader|readers". */
static void write_noun(struct out *out, double number, struct text nouns)
{
    size_t one = text_find(nouns, '|');

    out_char(out, ' ');
    out_text(out, number == 1 ? text_slice(nouns, 0, one) : text_from(nouns, one + 1));
}

static void write_part(struct out *out, const struct fact *fact, struct text part)
{
    char words[32];
    double number = part.data[0] == 'm' ? fact->number[1] : fact->number[0];

    if (part.data[0] == 'a' || part.data[0] == 'b')
        out_text(out, fact->text[part.data[0] - 'a']);
    else if (part.size == 2 && part.data[1] == '%')
        out_printf(out, "%.0f %%", number * 100);
    else if (part.size == 2 && part.data[1] == '~')
        out_text(out, frequency_words(number, words));
    else
        write_number(out, number);
    if (part.size > 1 && part.data[1] == '|')
        write_noun(out, number, text_from(part, 2));
}

/* "{a} / {b}" where one side has nothing is told by the other side alone. */
static size_t one_sided(struct out *out, const struct fact *fact, struct text rest)
{
    static const char both[] = "{a} / {b}";
    bool no_a = text_is(fact->text[0], "nothing"), no_b = text_is(fact->text[1], "nothing");

    if (!text_starts(rest, both) || no_a == no_b)
        return 0;
    out_text(out, fact->text[no_a ? 1 : 0]);
    out_string(out, ", on one side only");
    return sizeof both - 1;
}

struct text words_fact(struct arena *arena, const struct fact *fact)
{
    const char *bare = fact->text[0].size ? NULL : bare_words[fact->kind];
    struct text rest = text_of(bare ? bare : fact_words[fact->kind]), words;
    struct out *out = out_memory();

    while (rest.size) {
        size_t open = text_find(rest, '{'), close = text_find(rest, '}'), taken;

        out_text(out, text_slice(rest, 0, open));
        taken = one_sided(out, fact, text_from(rest, open));
        if (taken) {
            rest = text_from(rest, open + taken);
            continue;
        }
        if (open < rest.size)
            write_part(out, fact, text_slice(rest, open + 1, close));
        rest = text_from(rest, open < rest.size ? close + 1 : open);
    }
    words = arena_copy(arena, out_written(out));
    out_close(out);
    return words;
}

/* A name that is not alike speaks for nothing; what was answered needs no other sign. */
static bool says_little(const struct finding *finding, const struct fact *fact)
{
    return (fact->kind == FACT_NAMES_ALIKE && fact->number[0] < 0.5) ||
           (fact->kind == FACT_NO_SIGN && finding->answered);
}

struct text words_why(struct arena *arena, const struct findings *findings,
                      const struct finding *finding, size_t most)
{
    struct arena *scratch = arena_new();
    struct out *out = out_memory();
    struct facts facts;
    struct text why;
    size_t told = 0, turn, i;

    facts_init(&facts, scratch);
    finding_explain(findings, finding, &facts);
    if (finding->other != finding->report && finding->action != ACTION_MERGE) {
        struct text other = report_title(scratch, findings->inventory, finding->other);

        out_printf(out, "beside %.*s: ", TEXT_ARGS(other));
    }
    for (turn = 0; turn < TURNS; turn++) {
        /* What forbids something leaves room for one fact that speaks for it. */
        if (turn == 1 && told && told >= most)
            most = told + 1;
        for (i = 0; i < facts.count && told < most; i++) {
            if (turns[facts.fact[i].kind] != turn_order[turn] ||
                says_little(finding, &facts.fact[i]))
                continue;
            out_string(out, told++ ? "; " : "");
            out_text(out, words_fact(scratch, &facts.fact[i]));
        }
    }
    why = arena_copy(arena, out_written(out));
    out_close(out);
    arena_free(scratch);
    return why;
}

struct order order_of_finding(const struct finding *finding)
{
    return (struct order){finding->action,  finding->relation,   finding->report,    finding->other,
                          finding->to_runs, finding->to_readers, finding->to_channel};
}

struct order order_of_planned(const struct plan *plan, const struct planned *planned)
{
    struct order order = order_of_finding(&plan->findings->list[planned->finding]);

    order.report = planned->report;
    order.other = planned->other;
    order.to_runs = planned->to_runs;
    return order;
}

struct text words_order(struct arena *arena, const struct inventory *inventory, struct order order)
{
    struct text id = report_label(inventory, order.other);
    char words[32];

    if (!isnan(order.to_runs))
        return arena_copy(arena, frequency_words(order.to_runs, words));
    if (order.action == ACTION_MERGE)
        return arena_printf(arena,
                            order.relation == RELATION_VARIANT
                                ? "one report with %.*s, by parameter"
                                : "merge into %.*s",
                            TEXT_ARGS(id));
    if (order.action == ACTION_CHANGE_CHANNEL)
        return text_of(channel_name(order.to_channel));
    if (!isnan(order.to_readers))
        return arena_printf(arena, "%.10g %s", order.to_readers,
                            order.to_readers == 1 ? "reader" : "readers");
    return text_of(action_words[order.action]);
}

struct text words_channels(struct arena *arena, uint32_t bits)
{
    struct text list = text_of("");
    unsigned channel;

    for (channel = 0; channel < CHANNEL_COUNT; channel++)
        if (bits >> channel & 1)
            list = arena_printf(arena, "%.*s%s%s", TEXT_ARGS(list), list.size ? ", " : "",
                                channel_name((enum channel)channel));
    return list;
}

struct cell words_to(struct arena *arena, const struct inventory *inventory, struct order order)
{
    if (!isnan(order.to_runs))
        return cell_text(arena_printf(arena, "%.10g", order.to_runs));
    if (order.other != order.report)
        return cell_text(report_id(inventory, order.other));
    if (order.action == ACTION_CHANGE_CHANNEL)
        return cell_string(channel_name(order.to_channel));
    if (!isnan(order.to_readers))
        return cell_text(arena_printf(arena, "%.10g", order.to_readers));
    return cell_null();
}
