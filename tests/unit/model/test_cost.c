#include "made.h"

#include "model/channel.h"
#include "model/cost.h"

struct fixture {
    struct inventory *inventory;
    struct arena *arena;
    struct assumptions assumptions;
    struct baseline baseline;
};

static struct fixture fixture_new(size_t reports)
{
    struct fixture f = {.inventory = made_new(reports), .arena = arena_new()};

    assumptions_init(&f.assumptions);
    return f;
}

static void fixture_cost(struct fixture *f, const uint32_t *listed_as)
{
    baseline_compute(f->arena, f->inventory, listed_as, &f->assumptions, 1, &f->baseline);
}

static void fixture_free(struct fixture *f)
{
    inventory_free(f->inventory);
    arena_free(f->arena);
}

/* Every component, by hand. */
static void test_components(void **state)
{
    struct fixture f = fixture_new(1);
    const struct {
        enum field field;
        double value;
    } cells[] = {
        {FIELD_effort_hours, 4}, {FIELD_run_cost, 10},        {FIELD_fixed_hours, 6},
        {FIELD_fixed_cost, 100}, {FIELD_pages, 20},           {FIELD_copies, 5},
        {FIELD_page_cost, 0.1},  {FIELD_post_cost, 2},        {FIELD_hourly_rate, 80},
        {FIELD_bau_share, 0.25}, {FIELD_recipient_count, 30}, {FIELD_read_share, 0.5},
        {FIELD_read_minutes, 4}, {FIELD_meeting_minutes, 15}, {FIELD_meeting_people, 6},
    };
    struct state s;
    struct cost again;

    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        made_number(f.inventory, cells[i].field, 0, cells[i].value);
    made_frequency(f.inventory, FIELD_frequency, 0, 12, false);
    fixture_cost(&f, NULL);
    struct cost whole = baseline_cost(&f.baseline, 0), *cost = &whole;
    assert_int_equal(cost->work, 12 * 4 * 80 * 75); /* three quarters, in cents */
    assert_int_equal(cost->upkeep, 6 * 80 * 100);
    assert_int_equal(cost->run_cash, 12 * 10 * 100);
    assert_int_equal(cost->paper, 12 * 5 * (20 * 10 + 200));
    assert_int_equal(cost->fixed_cash, 10000);
    assert_int_equal(cost->reading, 12 * 30 / 2 * 4 * 5000 / 60);
    assert_int_equal(cost->meeting, 12 * 6 * 15 * 5000 / 60);
    assert_near(cost->hours, 12 * 4 * 0.75 + 6, 1e-9);
    assert_false(cost->effort_assumed);
    assert_int_equal(f.baseline.producer, cost_producer(cost));
    assert_int_equal(f.baseline.reader, cost_reader(cost));
    assert_near(f.baseline.deliveries, 360, 1e-9);
    baseline_state(&f.baseline, 0, &s);
    state_cost(&s, &again);
    assert_int_equal(cost_producer(&again), cost_producer(cost));
    fixture_free(&f);
}

/* Imputed by rhythm, never across rhythms: the report with a given effort changes no other. */
static void test_imputed_by_rhythm(void **state)
{
    static const struct {
        double runs, hours;
    } rhythms[] = {{250, 62.5}, {104, 104}, {52, 52}, {26, 26}, {24, 96}, {12, 48},
                   {6, 72},     {4, 48},    {2, 24},  {1, 40},  {0.5, 20}};
    enum { COUNT = sizeof rhythms / sizeof *rhythms };
    struct fixture f = fixture_new(COUNT + 1);

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        made_number(f.inventory, FIELD_runs_per_year, i, rhythms[i].runs);
    made_number(f.inventory, FIELD_runs_per_year, COUNT, 12);
    made_number(f.inventory, FIELD_effort_minutes, COUNT, 30);
    fixture_cost(&f, NULL);
    for (size_t i = 0; i < COUNT; i++) {
        assert_near(baseline_cost(&f.baseline, i).hours, rhythms[i].hours, 1e-9);
        assert_true(f.baseline.basis[i].effort_assumed);
    }
    assert_near(baseline_cost(&f.baseline, COUNT).hours, 6, 1e-9);
    assert_int_equal(f.baseline.assumed + 6 * 5000, f.baseline.producer);
    assert_int_equal(f.baseline.effort_assumed, COUNT);
    fixture_free(&f);
}

static void test_scheduled(void **state)
{
    struct fixture f = fixture_new(2);

    (void)state;
    made_frequency(f.inventory, FIELD_frequency, 0, 365, true);
    made_frequency(f.inventory, FIELD_frequency, 1, 365, true);
    made_number(f.inventory, FIELD_effort_hours, 1, 1);
    fixture_cost(&f, NULL);
    assert_int_equal(baseline_cost(&f.baseline, 0).work, 0);
    assert_int_equal(baseline_cost(&f.baseline, 0).upkeep, 12 * 5000);
    assert_true(f.baseline.basis[0].effort_assumed);
    assert_int_equal(baseline_cost(&f.baseline, 1).work, 365 * 5000);
    assert_int_equal(baseline_cost(&f.baseline, 1).upkeep, 0);
    fixture_free(&f);
}

/* Forty daily and weekly reports of one person are one post, not more; what is given stays. */
static void test_owner_is_one_post(void **state)
{
    struct fixture f = fixture_new(42);

    (void)state;
    made_people(f.inventory, 2);
    for (size_t i = 0; i < 40; i++) {
        made_number(f.inventory, FIELD_runs_per_year, i, i % 2 ? 52 : 250);
        made_link(f.inventory, FIELD_owner, i, 1);
    }
    made_number(f.inventory, FIELD_runs_per_year, 40, 250);
    made_number(f.inventory, FIELD_effort_hours, 40, 2);
    made_link(f.inventory, FIELD_owner, 40, 1);
    made_number(f.inventory, FIELD_runs_per_year, 41, 250);
    made_link(f.inventory, FIELD_owner, 41, 2);
    fixture_cost(&f, NULL);
    assert_near(f.baseline.hours, 1720 + 500 + 62.5, 1e-3);
    assert_near(baseline_cost(&f.baseline, 40).hours, 500, 1e-9);
    assert_near(baseline_cost(&f.baseline, 0).hours / baseline_cost(&f.baseline, 1).hours,
                62.5 / 52, 1e-9);
    fixture_free(&f);
}

static void test_outside_the_baseline(void **state)
{
    struct fixture f = fixture_new(5);
    const uint32_t listed_as[] = {0, 0, 2, 3, 4};

    (void)state;
    for (size_t i = 0; i < 4; i++)
        made_number(f.inventory, FIELD_runs_per_year, i, 12);
    made_text(f.inventory, FIELD_status, 2, "Disabled");
    made_text(f.inventory, FIELD_status, 3, "active");
    fixture_cost(&f, listed_as);
    assert_int_equal(f.baseline.listed_twice, 1);
    assert_int_equal(f.baseline.inactive, 1);
    assert_int_equal(f.baseline.not_costed, 1);
    assert_int_equal(f.baseline.producer, 2 * 48 * 5000);
    assert_false(f.baseline.basis[1].costed || f.baseline.basis[2].costed ||
                 f.baseline.basis[4].costed);
    assert_int_equal(baseline_producer(&f.baseline, 1), 0);
    fixture_free(&f);
}

static void test_annual_figures(void **state)
{
    struct fixture f = fixture_new(3);

    (void)state;
    made_number(f.inventory, FIELD_runs_per_year, 0, 12);
    made_number(f.inventory, FIELD_annual_hours, 0, 24);
    made_number(f.inventory, FIELD_annual_cost, 0, 1200);
    made_number(f.inventory, FIELD_annual_hours, 1, 30); /* of unknown frequency */
    made_number(f.inventory, FIELD_runs_per_year, 2, 12);
    made_number(f.inventory, FIELD_annual_cost, 2, 600); /* all that is said: no effort on top */
    fixture_cost(&f, NULL);
    assert_near(f.baseline.basis[0].effort, 2, 1e-9);
    assert_int_equal(baseline_cost(&f.baseline, 0).run_cash, 120000);
    assert_int_equal(baseline_producer(&f.baseline, 1), 30 * 5000);
    assert_int_equal(baseline_producer(&f.baseline, 2), 60000);
    assert_int_equal(f.baseline.effort_assumed, 0);
    assert_int_equal(f.baseline.not_costed, 0);
    fixture_free(&f);
}

/* Pages are those of a file unless copies are given or it goes out on paper. */
static void test_paper(void **state)
{
    struct fixture f = fixture_new(3);

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        made_number(f.inventory, FIELD_runs_per_year, i, 12);
        made_number(f.inventory, FIELD_pages, i, 100);
        made_number(f.inventory, FIELD_recipient_count, i, 7);
    }
    made_number(f.inventory, FIELD_copies, 1, 10);
    made_link(f.inventory, FIELD_channel, 0, 1u << CHANNEL_EMAIL);
    made_link(f.inventory, FIELD_channel, 2, 1u << CHANNEL_EMAIL | 1u << CHANNEL_PRINT);
    fixture_cost(&f, NULL);
    assert_int_equal(baseline_cost(&f.baseline, 0).paper, 0);
    assert_int_equal(baseline_cost(&f.baseline, 1).paper, 12 * 100 * 10 * 3);
    assert_int_equal(baseline_cost(&f.baseline, 2).paper, 12 * 100 * 7 * 3);
    fixture_free(&f);
}

/* Unknown is never zero: nobody known to read costs nothing to read, but is no known nobody. */
static void test_readers(void **state)
{
    struct fixture f = fixture_new(4);

    (void)state;
    made_people(f.inventory, 10);
    f.inventory->people[10].is_list = true;
    for (size_t i = 0; i < 4; i++)
        made_number(f.inventory, FIELD_runs_per_year, i, 52);
    made_range(f.inventory, FIELD_recipients, 0, 1, 6);
    made_range(f.inventory, FIELD_recipients, 1, 10, 10);
    made_number(f.inventory, FIELD_readers, 0, 3);
    made_number(f.inventory, FIELD_recipient_count, 2, 9);
    fixture_cost(&f, NULL);
    assert_near(baseline_readers(&f.baseline, 0), 6, 0);
    assert_true(isnan(baseline_readers(&f.baseline, 1)));
    assert_near(baseline_readers(&f.baseline, 2), 9, 0);
    assert_true(isnan(baseline_readers(&f.baseline, 3)));
    assert_near(baseline_cost(&f.baseline, 0).reader_hours, 52 * 3 * 1.9 / 60, 1e-9);
    assert_near(baseline_cost(&f.baseline, 2).reader_hours, 52 * 9 * 0.65 * 1.9 / 60, 1e-9);
    assert_int_equal(baseline_cost(&f.baseline, 1).reading, 0);
    fixture_free(&f);
}

/* Law: ten times the money is ten times the cost, within a cent of each component. */
static void test_times_ten(void **state)
{
    static const enum field money[] = {FIELD_run_cost, FIELD_page_cost, FIELD_post_cost,
                                       FIELD_fixed_cost, FIELD_hourly_rate};
    uint64_t seed = law_seed(20260101);

    (void)state;
    for (int round = 0; round < 1000; round++) {
        struct fixture f = fixture_new(4), g = fixture_new(4);

        for (size_t i = 0; i < 4; i++) {
            for (size_t k = 0; k < sizeof money / sizeof *money; k++) {
                double amount = (double)(made_random(&seed) % 100000) / 1000;
                made_number(f.inventory, money[k], i, amount);
                made_number(g.inventory, money[k], i, amount * 10);
            }
            double runs = (double)(made_random(&seed) % 300),
                   hours = (double)(made_random(&seed) % 9);
            double copies = (double)(made_random(&seed) % 20);
            for (int k = 0; k < 2; k++) {
                struct inventory *inventory = k ? g.inventory : f.inventory;
                made_number(inventory, FIELD_runs_per_year, i, runs);
                made_number(inventory, FIELD_effort_hours, i, hours);
                made_number(inventory, FIELD_copies, i, copies);
                made_number(inventory, FIELD_pages, i, copies * 3);
            }
        }
        fixture_cost(&f, NULL);
        fixture_cost(&g, NULL);
        for (size_t i = 0; i < 4; i++) {
            struct cost of_f = baseline_cost(&f.baseline, i), of_g = baseline_cost(&g.baseline, i);
            struct cost *a = &of_f, *b = &of_g;
            assert_near(a->work * 10, b->work, 10);
            assert_near(a->run_cash * 10, b->run_cash, 10);
            assert_near(a->paper * 10, b->paper, 10);
            assert_near(a->fixed_cash * 10, b->fixed_cash, 10);
        }
        fixture_free(&f);
        fixture_free(&g);
    }
}

/* What is kept of a report is all there is to it, or its state is read again: the same either way.
 */
static void test_kept(void **state)
{
    enum { PLAIN, PRINTED, MANY, UNKNOWN, COUNT };
    struct fixture f = fixture_new(COUNT);
    struct state s;

    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        made_number(f.inventory, FIELD_runs_per_year, i, i == UNKNOWN ? NAN : 12);
        made_number(f.inventory, FIELD_effort_hours, i, 3);
        made_number(f.inventory, FIELD_recipient_count, i, i == MANY ? 1e11 : 7);
        made_number(f.inventory, FIELD_copies, i, i == PRINTED ? 7 : NAN);
    }
    fixture_cost(&f, NULL);
    assert_true(f.baseline.basis[PLAIN].whole);
    assert_false(f.baseline.basis[PRINTED].whole || f.baseline.basis[MANY].whole);
    baseline_state(&f.baseline, PLAIN, &s);
    assert_near(s.readers, 7, 0);
    assert_near(s.copies, 0, 0);
    baseline_state(&f.baseline, PRINTED, &s);
    assert_near(s.copies, 7, 0);
    baseline_state(&f.baseline, MANY, &s);
    assert_near(s.readers, 1e11, 0);
    assert_int_equal(baseline_producer(&f.baseline, PLAIN), 12 * 3 * 5000);
    assert_int_equal(baseline_producer(&f.baseline, UNKNOWN), 0);
    assert_false(baseline_cost(&f.baseline, UNKNOWN).costed);
    fixture_free(&f);
}

/* The rate of the report, of its owner, the mean of its department, or the assumed one. */
static void test_rates(void **state)
{
    struct fixture f = fixture_new(5);
    static const int64_t rate[] = {9900, 8000, 7000, 5000, 7000};

    (void)state;
    made_people(f.inventory, 4);
    for (size_t i = 1; i <= 2; i++) {
        f.inventory->people[i].hourly_rate = i == 1 ? 80 : 60;
        f.inventory->people[i].department = table_add(f.inventory->strings, text_of("Finance"));
    }
    f.inventory->people[4].department = f.inventory->people[1].department;
    for (size_t i = 0; i < 5; i++) {
        made_number(f.inventory, FIELD_runs_per_year, i, 1);
        made_number(f.inventory, FIELD_effort_hours, i, 1);
        made_text(f.inventory, FIELD_department, i, i == 3 ? "Sales" : "Finance");
    }
    made_number(f.inventory, FIELD_hourly_rate, 0, 99);
    made_link(f.inventory, FIELD_owner, 1, 1);
    made_link(f.inventory, FIELD_owner, 2, 3);
    made_link(f.inventory, FIELD_owner, 4, 4);
    f.inventory->columns[FIELD_department].number[4] = 0;
    fixture_cost(&f, NULL);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(baseline_cost(&f.baseline, i).work, rate[i]);
    fixture_free(&f);
}

/* Absurd cells give absurd but finite figures. */
static void test_absurd(void **state)
{
    enum { COUNT = 200 };
    static const enum field fields[] = {
        FIELD_effort_hours, FIELD_run_cost,     FIELD_fixed_cost,  FIELD_pages,
        FIELD_copies,       FIELD_page_cost,    FIELD_hourly_rate, FIELD_recipient_count,
        FIELD_read_minutes, FIELD_runs_per_year};
    struct fixture f = fixture_new(COUNT);

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
            made_number(f.inventory, fields[k], i, i % 3 ? 1e300 : k % 2 ? 0 : 1e18);
    made_number(f.inventory, FIELD_bau_share, 0, 1);
    fixture_cost(&f, NULL);
    assert_true(f.baseline.producer > 0 && f.baseline.reader > 0);
    assert_true(isfinite(f.baseline.hours) && isfinite(f.baseline.deliveries));
    for (size_t i = 0; i < COUNT; i++)
        assert_true(isfinite(baseline_cost(&f.baseline, i).hours));
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_components),
        cmocka_unit_test(test_imputed_by_rhythm),
        cmocka_unit_test(test_scheduled),
        cmocka_unit_test(test_owner_is_one_post),
        cmocka_unit_test(test_outside_the_baseline),
        cmocka_unit_test(test_annual_figures),
        cmocka_unit_test(test_paper),
        cmocka_unit_test(test_readers),
        cmocka_unit_test(test_times_ten),
        cmocka_unit_test(test_absurd),
        cmocka_unit_test(test_kept),
        cmocka_unit_test(test_rates),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
