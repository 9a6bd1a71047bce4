/* Laws of the choice, each over seeded random menus. */
#include "made.h"

#include "plan/hull.h"
#include "plan/select.h"

enum { MOST_BUNDLES = 12, ROUNDS = 2000 };

static struct menu random_menu(uint64_t *seed, uint32_t bundles, uint32_t items, int64_t most)
{
    struct menu menu = {.count = bundles};

    menu.item = memory_alloc((size_t)bundles * items, sizeof *menu.item);
    menu.start = memory_alloc(bundles + 1, sizeof *menu.start);
    for (uint32_t b = 0; b < bundles; b++) {
        uint32_t count = 1 + (uint32_t)(made_random(seed) % items);
        struct item item = {.value = 0};

        for (uint32_t i = 0; i < count; i++) {
            menu.item[menu.start[b] + i] = item;
            item.value += 1 + (int64_t)(made_random(seed) % (uint64_t)most);
            item.disruption += 1 + (int64_t)(made_random(seed) % 60);
            item.count++;
        }
        menu.start[b + 1] = menu.start[b] + count;
    }
    return menu;
}

static int64_t most_value(const struct menu *menu)
{
    int64_t sum = 0;

    for (size_t b = 0; b < menu->count; b++)
        sum += menu->item[menu->start[b + 1] - 1].value;
    return sum;
}

struct best {
    int64_t disruption, value;
};

/* Every combination: the least disruption that reaches the target, then the largest value. */
static void brute_force(const struct menu *menu, size_t bundle, int64_t target, struct best now,
                        struct best *best)
{
    if (bundle == menu->count) {
        if (now.value >= target &&
            (now.disruption < best->disruption ||
             (now.disruption == best->disruption && now.value > best->value)))
            *best = now;
        return;
    }
    for (uint32_t i = menu->start[bundle]; i < menu->start[bundle + 1]; i++) {
        struct best next = {now.disruption + menu->item[i].disruption,
                            now.value + menu->item[i].value};

        brute_force(menu, bundle + 1, target, next, best);
    }
}

static void assert_consistent(const struct menu *menu, const struct selection *selection)
{
    int64_t value = 0, disruption = 0;

    for (uint32_t b = 0; b < menu->count; b++) {
        assert_in_range(selection->chosen[b], menu->start[b], menu->start[b + 1] - 1);
        value += menu->item[selection->chosen[b]].value;
        disruption += menu->item[selection->chosen[b]].disruption;
    }
    assert_true(value == selection->value && disruption == selection->disruption);
}

static void test_equals_brute_force(void **state)
{
    uint64_t seed = law_seed(1);

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t bundles = 1 + (uint32_t)(made_random(&seed) % MOST_BUNDLES);
        struct menu menu = random_menu(&seed, bundles, bundles > 7 ? 2 : 3, round % 2 ? 20 : 90000);
        int64_t most = most_value(&menu);
        int64_t target = (int64_t)(made_random(&seed) % (uint64_t)(most + 2));
        struct best best = {INT64_MAX, 0};
        struct selection selection;

        brute_force(&menu, 0, target, (struct best){0, 0}, &best);
        select_target(&menu, target, &selection);
        assert_consistent(&menu, &selection);
        assert_int_equal(selection.reached, target <= most);
        if (selection.reached) {
            assert_string_equal(selection.method, "exact");
            assert_int_equal(selection.disruption, best.disruption);
            assert_int_equal(selection.value, best.value);
        } else {
            assert_int_equal(selection.value, most);
        }
        selection_clear(&selection);
        menu_clear(&menu);
    }
}

static void test_higher_target_never_saves_less(void **state)
{
    uint64_t seed = law_seed(7);

    (void)state;
    for (int round = 0; round < 100; round++) {
        struct menu menu = random_menu(&seed, 40, 4, 5000);
        int64_t most = most_value(&menu), last = 0, disturbed = 0;

        for (int step = 0; step <= 20; step++) {
            struct selection selection;

            select_target(&menu, most * step / 20, &selection);
            assert_true(selection.reached && selection.value >= most * step / 20);
            assert_true(selection.value >= last && selection.disruption >= disturbed);
            last = selection.value;
            disturbed = selection.disruption;
            selection_clear(&selection);
        }
        menu_clear(&menu);
    }
}

/* Each prefix of the hull's steps is the best choice for what it reaches. */
static void test_hull_is_efficient(void **state)
{
    uint64_t seed = law_seed(99);

    (void)state;
    for (int round = 0; round < 200; round++) {
        struct menu menu = random_menu(&seed, 6, 4, 1000);
        size_t count;
        struct hull_step *steps = hull_steps(&menu, &count);
        struct best now = {0, 0};

        for (size_t i = 0; i < count; i++) {
            struct best best = {INT64_MAX, 0};

            now.value += steps[i].value;
            now.disruption += steps[i].disruption;
            brute_force(&menu, 0, now.value, (struct best){0, 0}, &best);
            assert_int_equal(best.disruption, now.disruption);
        }
        memory_free(steps);
        menu_clear(&menu);
    }
}

/* Large menus: what is chosen reaches the target and is within one per cent of the bound. */
static void test_large(void **state)
{
    uint64_t seed = law_seed(5);

    (void)state;
    for (uint32_t bundles = 1000; bundles <= 20000; bundles += 19000) {
        struct menu menu = random_menu(&seed, bundles, 5, 500000);
        struct selection selection;
        int64_t target = most_value(&menu) / 2;

        select_target(&menu, target, &selection);
        assert_consistent(&menu, &selection);
        assert_true(selection.reached && selection.value >= target);
        assert_true(selection.bound <= (double)selection.disruption);
        assert_true(selection.bound >= 0.99 * (double)selection.disruption);
        if (bundles == 1000)
            assert_string_equal(selection.method, "exact");
        selection_clear(&selection);
        menu_clear(&menu);
    }
}

static void test_empty(void **state)
{
    uint64_t seed = law_seed(3);
    struct menu menu = random_menu(&seed, 0, 1, 1);
    struct selection selection;

    (void)state;
    select_target(&menu, 100, &selection);
    assert_false(selection.reached);
    selection_clear(&selection);
    select_target(&menu, 0, &selection);
    assert_true(selection.reached);
    selection_clear(&selection);
    menu_clear(&menu);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equals_brute_force),
        cmocka_unit_test(test_higher_target_never_saves_less),
        cmocka_unit_test(test_hull_is_efficient),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
