/* The fewest owners who carry most of the saving of a plan. */
#include "worked.h"

#include "plan/task_force.h"

static void own(struct worked *worked, enum field field, const uint32_t *number)
{
    for (size_t i = 0; i < WORKED_REPORTS; i++)
        made_link(worked->inventory, field, i, number[i]);
}

static void find(struct worked *worked, const struct planned *actions, size_t count,
                 struct task_force *force)
{
    struct plan plan = {
        .findings = &worked->findings, .actions = (struct planned *)actions, .count = count};

    task_force_find(worked->findings.arena, &plan, force);
}

static const struct planned actions[] = {
    {.report = R1, .realisable = 100, .hours = 1}, {.report = R2, .realisable = 300, .hours = 3},
    {.report = R3, .realisable = 500, .hours = 5}, {.report = R5, .realisable = 60, .hours = 1},
    {.report = R6, .realisable = 40, .hours = 1},
};

static void the_fewest_are_taken(void **state)
{
    static const uint32_t owners[] = {1, 1, 2, 0, 3, 3};
    struct task_force force;
    struct worked worked;

    (void)state;
    worked_make(&worked);
    own(&worked, FIELD_owner, owners);
    find(&worked, actions, 5, &force);
    assert_int_equal(force.of, 3);
    assert_int_equal(force.count, 2); /* 500 + 400 of 1000 */
    assert_true(force.enough);
    assert_int_equal(force.member[0].person, 2);
    assert_int_equal(force.member[1].person, 1);
    assert_int_equal(force.member[1].actions, 2);
    assert_int_equal(force.saving, 900);
    assert_near(force.member[1].together, 0.9, 1e-12);
    assumption_set(&worked.assumptions, ASSUMPTION_TASKFORCE_SHARE, 0.5, NAN, NAN, "test");
    find(&worked, actions, 5, &force);
    assert_int_equal(force.count, 1); /* exactly half is enough */
    assumption_set(&worked.assumptions, ASSUMPTION_TASKFORCE_SHARE, 0.95, NAN, NAN, "test");
    find(&worked, actions, 5, &force);
    assert_int_equal(force.count, 3);
    worked_free(&worked);
}

static void what_nobody_owns_is_not_carried(void **state)
{
    static const uint32_t owners[] = {1, 1, 0, 0, 3, 3};
    struct task_force force;
    struct worked worked;

    (void)state;
    worked_make(&worked);
    own(&worked, FIELD_owner, owners);
    find(&worked, actions, 5, &force);
    assert_int_equal(force.unowned, 500);
    assert_int_equal(force.count, 2);
    assert_false(force.enough);
    assert_near(force.member[1].together, 0.5, 1e-12);
    find(&worked, actions, 0, &force);
    assert_int_equal(force.count, 0);
    worked_free(&worked);
}

static void units_stand_in_for_owners(void **state)
{
    struct task_force force;
    struct worked worked;
    uint32_t units[WORKED_REPORTS];

    (void)state;
    worked_make(&worked);
    for (size_t i = 0; i < WORKED_REPORTS; i++)
        units[i] = table_add(worked.inventory->strings, text_of(i == R3 ? "North" : "South"));
    own(&worked, FIELD_department, units);
    find(&worked, actions, 5, &force);
    assert_true(force.by_unit);
    assert_int_equal(force.of, 2);
    assert_int_equal(force.count, 2);
    /* 500 each: the alphabet decides */
    assert_text(task_force_name(worked.inventory, &force.member[0]), "North");
    worked_free(&worked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fewest_are_taken),
        cmocka_unit_test(what_nobody_owns_is_not_carried),
        cmocka_unit_test(units_stand_in_for_owners),
    };
    return cmocka_run_group_tests_name("plan/task_force", tests, NULL, NULL);
}
