#include "made.h"

#include "plan/readers.h"

static struct set random_set(uint64_t *seed, uint32_t *member, uint32_t most)
{
    uint32_t count = 0;

    for (uint32_t i = 1; i <= most; i++)
        if (made_random(seed) % 3 == 0)
            member[count++] = i;
    return (struct set){member, count, 0};
}

static uint64_t bits(struct set set)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < set.count; i++) {
        assert_true(i == 0 || set.member[i] > set.member[i - 1]);
        sum |= 1ull << set.member[i];
    }
    return sum;
}

static void test_sets_are_as_bits(void **state)
{
    struct arena *arena = arena_new();
    uint64_t seed = law_seed(42);

    (void)state;
    for (int round = 0; round < 2000; round++) {
        uint32_t a[64], b[64], most = (uint32_t)(made_random(&seed) % 60);
        struct set x = random_set(&seed, a, most), y = random_set(&seed, b, most);
        uint64_t both = bits(x) & bits(y);
        uint32_t shared = 0;

        for (; both; both &= both - 1)
            shared++;
        assert_int_equal(set_shared(x, y), shared);
        assert_true(bits(set_union(arena, x, y)) == (bits(x) | bits(y)));
    }
    arena_free(arena);
}

/* Lists stand for their members, also in other lists; one that holds itself ends. */
static void test_lists_are_opened(void **state)
{
    struct inventory *inventory = made_new(1);
    struct arena *arena = arena_new();
    const uint32_t staff[] = {2, 3, 7}, all[] = {1, 3, 6, 7}, sent[] = {4, 7, 8};

    (void)state;
    made_people(inventory, 8);
    for (uint32_t i = 6; i <= 8; i++)
        inventory->people[i].is_list = true;
    inventory->people[6].members = made_members(inventory, staff, 3);
    inventory->people[7].members = made_members(inventory, all, 4);
    struct set set = inventory_set(inventory, made_members(inventory, sent, 3));
    set = people_opened(arena, inventory, set);
    assert_int_equal(set.count, 4); /* 1, 2, 3 and 4; of list 8 nobody knows the members */
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(set.member[i], i + 1);
    arena_free(arena);
    inventory_free(inventory);
}

struct readers_fixture {
    struct inventory *inventory;
    struct findings findings;
    struct assumptions assumptions;
    struct usual_readers usual;
};

static void fixture_make(struct readers_fixture *f, const double *runs, const double *readers,
                         size_t count)
{
    memset(f, 0, sizeof *f);
    f->inventory = made_new(count);
    for (size_t i = 0; i < count; i++) {
        made_number(f->inventory, FIELD_runs_per_year, i, runs[i]);
        made_number(f->inventory, FIELD_recipient_count, i, readers[i]);
    }
    assumptions_init(&f->assumptions);
    f->findings.arena = arena_new();
    f->findings.inventory = f->inventory;
    f->findings.assumptions = &f->assumptions;
    baseline_compute(f->findings.arena, f->inventory, NULL, &f->assumptions, 1,
                     &f->findings.baseline);
    usual_readers_find(&f->findings, &f->usual);
}

static void fixture_free(struct readers_fixture *f)
{
    arena_free(f->findings.arena);
    inventory_free(f->inventory);
}

static void test_usual_readers(void **state)
{
    static const double runs[] = {52, 52, 52, 12, 12, 1, 52},
                        readers[] = {3, 9, 40, 10, 21, (double)NAN, (double)NAN};
    struct readers_fixture f;
    struct state report = {.runs = 52, .readers = NAN};

    (void)state;
    fixture_make(&f, runs, readers, 7);
    assert_near(readers_or_usual(&f.usual, &report, false), 9, 0);
    report.runs = 12;
    assert_near(readers_or_usual(&f.usual, &report, false), 15.5, 0);
    report.runs = 1; /* no yearly report tells: the middle of all */
    assert_near(readers_or_usual(&f.usual, &report, false), 10, 0);
    report.readers = 4;
    assert_near(readers_or_usual(&f.usual, &report, false), 4, 0);
    assert_near(readers_or_usual(&f.usual, &report, true), 10, 0);
    fixture_free(&f);
}

static void test_nobody_tells(void **state)
{
    static const double runs[] = {52, 12}, readers[] = {(double)NAN, (double)NAN};
    struct readers_fixture f;
    struct crowd crowd;

    (void)state;
    fixture_make(&f, runs, readers, 2);
    crowd_init(&crowd, &f.findings, &f.usual);
    crowd_add(&crowd, 0);
    assert_true(isnan(crowd.people));
    assert_int_equal(crowd.reports, 1);
    crowd_clear(&crowd);
    fixture_free(&f);
}

/* One person on two reports is touched once; a number without names adds. */
static void test_crowd(void **state)
{
    static const double runs[] = {52, 12, 12}, readers[] = {(double)NAN, (double)NAN, 30};
    struct readers_fixture f;
    struct crowd crowd;

    (void)state;
    fixture_make(&f, runs, readers, 3);
    made_people(f.inventory, 20);
    made_range(f.inventory, FIELD_recipients, 0, 1, 12);
    made_range(f.inventory, FIELD_recipients, 1, 8, 15);
    baseline_compute(f.findings.arena, f.inventory, NULL, &f.assumptions, 1, &f.findings.baseline);
    crowd_init(&crowd, &f.findings, &f.usual);
    crowd_add(&crowd, 0);
    crowd_add(&crowd, 1);
    crowd_add(&crowd, 0);
    assert_near(crowd.people, 15, 0);
    crowd_add(&crowd, 2);
    assert_near(crowd.people, 45, 0);
    assert_int_equal(crowd.reports, 3);
    crowd_clear(&crowd);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sets_are_as_bits),
        cmocka_unit_test(test_lists_are_opened),
        cmocka_unit_test(test_usual_readers),
        cmocka_unit_test(test_nobody_tells),
        cmocka_unit_test(test_crowd),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
