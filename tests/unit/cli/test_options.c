#include "unit.h"

#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/options.h"

/* Parses words as main would; stderr is closed, for its text is a matter of the golden cases. */
static bool parse(struct options *options, const char *command, const char *const *words)
{
    char *argv[16] = {"pare"};
    int argc = 1, saved, null;
    bool good;

    for (; *words; words++)
        argv[argc++] = (char *)(uintptr_t)*words;
    optind = 1;
    options_init(options);
    options->command = command_find(command);
    fflush(stderr);
    saved = dup(STDERR_FILENO);
    null = dup2(STDOUT_FILENO, STDERR_FILENO);
    assert_true(saved >= 0 && null >= 0 && freopen("/dev/null", "w", stderr) != NULL);
    good = options_parse(options, argc, argv);
    fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    return good;
}

#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

static void a_target_is_a_share_money_or_hours(void **state)
{
    struct options options;
    (void)state;

    assert_true(parse(&options, "plan", WORDS("x.csv", "--target", "50%")));
    assert_near(options.plan.target_share, 0.5, 1e-12);
    options_clear(&options);
    assert_true(parse(&options, "plan", WORDS("x.csv", "--target", "20,000")));
    assert_int_equal(options.plan.target_amount, 2000000);
    options_clear(&options);
    assert_true(parse(&options, "plan", WORDS("x.csv", "--target=2000h")));
    assert_near(options.plan.target_hours, 2000, 1e-9);
    options_clear(&options);
}

static void targets_that_mean_nothing_are_refused(void **state)
{
    static const char *const bad[] = {"0%", "120%", "-5", "half", "0", "h", ""};
    struct options options;
    size_t i;
    (void)state;

    for (i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(parse(&options, "plan", WORDS("x.csv", "--target", bad[i])));
        options_clear(&options);
    }
}

static void options_belong_to_commands(void **state)
{
    struct options options;
    (void)state;

    assert_false(parse(&options, "audit", WORDS("x.csv", "--target", "50%")));
    options_clear(&options);
    assert_false(parse(&options, "rules", WORDS("--map", "a=b")));
    options_clear(&options);
    assert_true(parse(&options, "check", WORDS("x.csv", "--map", "owner=Who")));
    assert_int_equal(options.input.map_count, 1);
    options_clear(&options);
}

static void files_are_needed_where_they_are_read(void **state)
{
    struct options options;
    (void)state;

    assert_false(parse(&options, "audit", WORDS("-q")));
    options_clear(&options);
    assert_false(parse(&options, "template", WORDS("x.csv")));
    options_clear(&options);
    assert_false(parse(&options, "explain", WORDS("x.csv")));
    options_clear(&options);
    assert_true(parse(&options, "explain", WORDS("x.csv", "y.csv", "R1")));
    assert_int_equal(options.files.count, 2);
    assert_string_equal(options.subject, "R1");
    options_clear(&options);
}

static void outputs_take_their_format_from_their_suffix(void **state)
{
    struct options options;
    (void)state;

    assert_true(
        parse(&options, "audit", WORDS("x.csv", "-o", "a.json", "-o", "tables/", "-o", "-")));
    assert_int_equal(options.output_count, 3);
    assert_int_equal(options.outputs[0].format, FORMAT_JSON);
    assert_int_equal(options.outputs[1].format, FORMAT_CSV);
    assert_int_equal(options.outputs[2].format, FORMAT_TERMINAL);
    options_clear(&options);
    assert_false(parse(&options, "audit", WORDS("x.csv", "-o", "a.pdf")));
    options_clear(&options);
    assert_true(parse(&options, "audit", WORDS("x.csv", "-f", "json", "-o", "a.pdf")));
    assert_int_equal(options.outputs[0].format, FORMAT_JSON);
    options_clear(&options);
}

static void a_rate_is_an_assumption_with_its_source(void **state)
{
    struct options options;
    (void)state;

    assert_true(parse(&options, "audit", WORDS("x.csv", "--rate", "62.50")));
    assert_near(assume(&options.assumptions, ASSUMPTION_RATE), 62.5, 1e-9);
    assert_string_equal(options.assumptions.list[ASSUMPTION_RATE].from, "--rate");
    options_clear(&options);
    assert_false(parse(&options, "audit", WORDS("x.csv", "--rate", "much")));
    options_clear(&options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_a_share_money_or_hours),
        cmocka_unit_test(targets_that_mean_nothing_are_refused),
        cmocka_unit_test(options_belong_to_commands),
        cmocka_unit_test(files_are_needed_where_they_are_read),
        cmocka_unit_test(outputs_take_their_format_from_their_suffix),
        cmocka_unit_test(a_rate_is_an_assumption_with_its_source),
    };
    return cmocka_run_group_tests_name("cli/options", tests, NULL, NULL);
}
