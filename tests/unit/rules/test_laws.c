/* Laws of all rules, over made-up inventories: what is not known never makes a finding stronger,
 * and neither the order of rows nor the number of threads shows. */
#include "made_up.h"

#include "random.h"

enum { INVENTORIES = 600, ROWS = 24 };

static uint64_t state;

static unsigned below(unsigned n)
{
    return random_below(&state, n);
}

static double pick(const double *list, unsigned count)
{
    return list[below(count)];
}

static const char header[] =
    "id|name|frequency|effort_hours|recipients|fields|opens|runs_opened|open_share|readers|"
    "last_used|log_days|data_refresh|decision_frequency|needed_frequency|changed_share|mandate|"
    "complaints|pages|copies\n";

/* Opens that agree with each other, or none at all. */
static int write_usage(char *row, size_t size, double runs)
{
    static const double shares[] = {0, 0, 0.1, 0.4, 0.5, 0.6, 1};
    static const double days[] = {30, 89, 90, 200, 400};
    double share = pick(shares, 7), log = pick(days, 5), opened = share * runs * log / 365;

    if (!below(3))
        return snprintf(row, size, "||||||");
    return snprintf(row, size, "|%.3f|%.3f|%.2f|%d|%s|%.0f", 2 * opened, opened, share,
                    share > 0 ? 3 : 0, share > 0 ? "2026-11-10" : "", log);
}

static int write_number(char *row, size_t size, double number)
{
    return below(2) ? snprintf(row, size, "|%g", number) : snprintf(row, size, "|");
}

static void write_row(char *row, size_t size, unsigned number)
{
    static const double rungs[] = {365, 250, 52, 26, 12, 4, 1};
    static const char *const people[] = {"", "v", "v,w", "v,w,x", "y,z", "nobody"};
    /* where related reports differ, by less than the low guess of what is not known */
    static const char *const terms[] = {"", "f,g,h", "f,g,h,i", "f,g,h,j"};
    static const char *const mandates[] = {"", "", "", "none", "Law 5"};
    double runs = pick(rungs, 7);
    /* Compilers differ in the order in which they work out arguments. */
    const char *fields = terms[below(4)], *readers = people[below(6)];
    unsigned effort = 1 + below(9);
    const char *audit = below(9) ? "" : " audit";
    int at = snprintf(row, size, "r%02u|Stock %u%s|%g|%u|%s|%s", number, number / 2, audit, runs,
                      effort, readers, fields);

    at += write_usage(row + at, size - (size_t)at, runs);
    at += write_number(row + at, size - (size_t)at, pick(rungs, 7));
    at += write_number(row + at, size - (size_t)at, pick(rungs, 7));
    at += write_number(row + at, size - (size_t)at, runs / 3);
    at += write_number(row + at, size - (size_t)at, below(11) / 10.0);
    const char *paper = below(3) ? "||" : "|30|4", *complaints = below(3) ? "" : "3";
    snprintf(row + at, size - (size_t)at, "|%s|%s|%s\n", mandates[below(5)], complaints, paper);
}

/* Two neighbours that are related. */
struct tie {
    enum relation relation;
    unsigned keep; /* 0 or 1 */
    float score;
    bool ask;
};

struct rows {
    char row[ROWS][256];
    struct tie ties[ROWS / 2];
};

static void write_rows(struct rows *rows)
{
    unsigned i;

    for (i = 0; i < ROWS; i++)
        write_row(rows->row[i], sizeof rows->row[i], i);
    for (i = 0; i < ROWS / 2; i++) {
        struct tie *tie = &rows->ties[i];

        tie->relation = below(3) ? (enum relation)(RELATION_SAME + below(5)) : RELATION_NONE;
        tie->keep = below(2);
        tie->score = (float)(5 + below(6)) / 10;
        tie->ask = !below(5);
    }
}

/* order[i] says which row stands at place i. */
static void read_rows(struct made_up *made, const struct rows *rows, const unsigned *order,
                      const char *without, unsigned threads, const char *more)
{
    struct judge_options options = {.as_of = date_make(2026, 11, 14), .threads = threads};
    char table[sizeof header + sizeof *rows + 256];
    uint32_t place[ROWS];
    unsigned i;

    strcpy(table, header);
    for (i = 0; i < ROWS; i++) {
        strcat(table, rows->row[order[i]]);
        place[order[i]] = i;
    }
    strcat(table, more);
    made_up_read(made, table, without);
    made->inventory->log_end = date_make(2026, 11, 12);
    for (i = 0; i < ROWS; i += 2) {
        const struct tie *tie = &rows->ties[i / 2];

        if (tie->relation != RELATION_NONE)
            made_up_pair(made, tie->relation, place[i + tie->keep], place[i + 1 - tie->keep],
                         tie->score, tie->ask);
    }
    made->findings = judge(made->inventory, made->relations, &made->assumptions, &options);
}

static const unsigned in_order[ROWS] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11,
                                        12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23};

static size_t count_strong(const struct made_up *made)
{
    size_t i, count = 0;

    for (i = 0; i < made->findings->count; i++)
        count += made->findings->list[i].strength > STRENGTH_ASK;
    return count;
}

/* A smaller step may well be surer than a larger one. */
static bool is_stronger(const struct finding *a, const struct finding *b)
{
    return b->strength == STRENGTH_ASK || (a->strength > b->strength && !(a->to_runs > b->to_runs));
}

static void assert_no_stronger(const struct made_up *full, const struct made_up *less,
                               const char *without)
{
    size_t i;

    for (i = 0; i < less->findings->count; i++) {
        const struct finding *finding = &less->findings->list[i], *before;

        if (finding->strength == STRENGTH_ASK)
            continue;
        before = made_up_find(full, finding->rule, finding->report);
        if (!before || is_stronger(finding, before))
            fail_msg("without %s, row %u: %s", without, (unsigned)finding->report,
                     rule_info(finding->rule)->name);
    }
}

static void test_unknown_never_harms(void **unused)
{
    static const char *const evidence[] = {
        "recipients",    "opens",    "runs_opened",  "open_share",         "readers",
        "last_used",     "log_days", "data_refresh", "decision_frequency", "needed_frequency",
        "changed_share", "fields"};
    size_t strong = 0;
    struct rows rows;
    uint64_t number;

    (void)unused;
    for (number = 1; number <= INVENTORIES; number++) {
        struct made_up full, less;
        size_t i;

        state = law_seed(number);
        write_rows(&rows);
        read_rows(&full, &rows, in_order, NULL, 1, "");
        strong += count_strong(&full);
        for (i = 0; i < sizeof evidence / sizeof *evidence; i++) {
            read_rows(&less, &rows, in_order, evidence[i], 1, "");
            assert_no_stronger(&full, &less, evidence[i]);
            made_up_free(&less);
        }
        made_up_free(&full);
    }
    /* the law would hold of rules that never fire as well */
    assert_true(strong > INVENTORIES * 5);
}

static void assert_equal(const struct made_up *a, const struct made_up *b)
{
    const uint32_t *ids_a = a->inventory->columns[FIELD_id].number;
    const uint32_t *ids_b = b->inventory->columns[FIELD_id].number;
    size_t i;

    assert_int_equal(a->findings->count, b->findings->count);
    for (i = 0; i < a->findings->count; i++) {
        const struct finding *x = &a->findings->list[i], *y = &b->findings->list[i];

        assert_true(text_equal(inventory_text(a->inventory, ids_a[x->report]),
                               inventory_text(b->inventory, ids_b[y->report])));
        assert_int_equal(x->rule, y->rule);
        assert_int_equal(x->strength, y->strength);
        assert_int_equal(x->superseded, y->superseded);
        assert_int_equal(x->saving, y->saving);
        assert_int_equal(x->hints, y->hints);
    }
}

static void test_order_and_threads(void **unused)
{
    struct rows rows;
    uint64_t number;

    (void)unused;
    for (number = 1; number <= 50; number++) {
        struct made_up one, other;
        unsigned order[ROWS], i;

        state = law_seed(number);
        write_rows(&rows);
        memcpy(order, in_order, sizeof order);
        for (i = ROWS - 1; i > 0; i--) {
            unsigned k = below(i + 1), swap = order[i];

            order[i] = order[k];
            order[k] = swap;
        }
        read_rows(&one, &rows, in_order, NULL, 1, "");
        read_rows(&other, &rows, order, NULL, 3, "");
        assert_equal(&one, &other);
        made_up_free(&one);
        made_up_free(&other);
    }
}

/* A report that is like none of the others and brings its own costs changes nothing for them. */
static void test_unrelated_report(void **unused)
{
    static const char unrelated[] = "zz|Quartz|12|7|lone|crystal|||||||||||||2|\n";
    struct rows rows;
    uint64_t number;

    (void)unused;
    for (number = 1; number <= INVENTORIES; number++) {
        struct made_up before, after;
        size_t i, k = 0;

        state = law_seed(number);
        write_rows(&rows);
        read_rows(&before, &rows, in_order, NULL, 1, "");
        read_rows(&after, &rows, in_order, NULL, 1, unrelated);
        assert_int_equal(after.inventory->count, ROWS + 1);
        for (i = 0; i < after.findings->count; i++) {
            const struct finding *x = &after.findings->list[i], *y = &before.findings->list[k];

            if (x->report == ROWS)
                continue;
            assert_true(k++ < before.findings->count);
            assert_int_equal(x->report, y->report);
            assert_int_equal(x->rule, y->rule);
            assert_int_equal(x->strength, y->strength);
            assert_int_equal(x->saving, y->saving);
        }
        assert_int_equal(k, before.findings->count);
        made_up_free(&before);
        made_up_free(&after);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unknown_never_harms),
        cmocka_unit_test(test_order_and_threads),
        cmocka_unit_test(test_unrelated_report),
    };

    return cmocka_run_group_tests_name("laws", tests, NULL, NULL);
}
