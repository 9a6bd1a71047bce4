/* Pairs and groups do not contradict each other: whoever is in a group of few has a pair with what
 * is kept, and of reports that are the same one at most has other rhythms, variants or shares. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

enum { FEW = 10 };

struct audit {
    struct json_object *all, *pairs, *groups, *members;
    struct json_object *relation_of; /* by "a b": the relation of the pair */
    struct json_object *group_of;    /* by "relation report" */
};

static struct json_object *row(struct json_object *table, size_t i)
{
    return json_object_array_get_idx(table, i);
}

static const char *find_text(struct json_object *table, const char *first, const char *second)
{
    struct json_object *value;
    char key[600];

    snprintf(key, sizeof key, "%s %s", first, second);
    return json_object_object_get_ex(table, key, &value) ? json_object_get_string(value) : "";
}

/* Each once, so that a report is in at most one group per relation and a pair is listed once. */
static void add_text(struct json_object *table, const char *first, const char *second,
                     const char *text)
{
    char key[600];

    assert_string_equal(find_text(table, first, second), "");
    snprintf(key, sizeof key, "%s %s", first, second);
    json_object_object_add(table, key, json_object_new_string(text));
}

static const char *relation_of(const struct audit *audit, const char *a, const char *b)
{
    const char *relation = find_text(audit->relation_of, a, b);

    return *relation ? relation : find_text(audit->relation_of, b, a);
}

static void audit_init(struct audit *audit, const char *path)
{
    char arguments[4200];

    snprintf(arguments, sizeof arguments, "'%s'", path);
    audit->all = pare_audit(arguments);
    audit->pairs = json_table(audit->all, "pairs");
    audit->groups = json_table(audit->all, "groups");
    audit->members = json_table(audit->all, "group_members");
    audit->relation_of = json_object_new_object();
    audit->group_of = json_object_new_object();
    for (size_t i = 0; i < json_object_array_length(audit->pairs); i++) {
        struct json_object *pair = row(audit->pairs, i);
        add_text(audit->relation_of, json_text(pair, "a"), json_text(pair, "b"),
                 json_text(pair, "relation"));
    }
    for (size_t i = 0; i < json_object_array_length(audit->members); i++) {
        struct json_object *member = row(audit->members, i);
        struct json_object *group = json_find(audit->groups, "id", json_text(member, "group"));
        add_text(audit->group_of, json_text(group, "relation"), json_text(member, "report"),
                 json_text(group, "id"));
    }
}

static void audit_clear(struct audit *audit)
{
    json_object_put(audit->all);
    json_object_put(audit->relation_of);
    json_object_put(audit->group_of);
}

static size_t members_of(const struct audit *audit, const char *group, const char **reports)
{
    size_t count = 0;

    for (size_t i = 0; i < json_object_array_length(audit->members); i++)
        if (!strcmp(json_text(row(audit->members, i), "group"), group)) {
            if (count < FEW)
                reports[count] = json_text(row(audit->members, i), "report");
            count++;
        }
    return count;
}

static void check_one_in_other_groups(const struct audit *audit, const char *a, const char *b)
{
    static const char *const others[] = {"cadence", "variant", "shared"};
    const char *relation = relation_of(audit, a, b);

    if (*relation && strcmp(relation, "same") != 0)
        fail_msg("%s and %s are in a group of the same and told as %s", a, b, relation);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const char *of_a = find_text(audit->group_of, others[i], a);
        const char *of_b = find_text(audit->group_of, others[i], b);
        if (*of_a && *of_b)
            fail_msg("%s and %s are the same and in %s and %s", a, b, of_a, of_b);
    }
}

static size_t check_group(const struct audit *audit, struct json_object *group)
{
    const char *reports[FEW], *keep = json_text(group, "keep");
    const char *relation = json_text(group, "relation");
    size_t count = members_of(audit, json_text(group, "id"), reports);

    assert_true(count >= 2);
    assert_string_equal(find_text(audit->group_of, relation, keep), json_text(group, "id"));
    if (count >= FEW)
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(reports[i], keep) != 0 &&
            strcmp(relation_of(audit, keep, reports[i]), relation) != 0)
            fail_msg("no %s pair of %s with %s, which is kept", relation, reports[i], keep);
        for (size_t k = 0; k < i && !strcmp(relation, "same"); k++)
            check_one_in_other_groups(audit, reports[i], reports[k]);
    }
    return 1;
}

static void check_list(const char *path, size_t least)
{
    struct audit audit;
    size_t checked = 0;

    audit_init(&audit, path);
    for (size_t i = 0; i < json_object_array_length(audit.groups); i++)
        checked += check_group(&audit, row(audit.groups, i));
    if (checked < least)
        fail_msg("%s: %zu groups of few", path, checked);
    audit_clear(&audit);
}

static void test_samples(void **state)
{
    (void)state;
    check_list("samples/hospital.csv", 5);
    check_list("samples/minimal.csv", 1);
    check_list("tests/cases/audit/mills/list.csv", 4);
}

/* Three editions of each of two reports for three towns, some of them twice: families of
 * duplicates. */
static void test_families_of_duplicates(void **state)
{
    static const char *const names[] = {"Tickets sold", "Tickets sold (copy)", "Tickets sold v2"};
    static const char *const towns[] = {"Leeds", "York", "Hull"};
    char path[] = "/tmp/pare-relations-XXXXXX";
    int file = mkstemp(path);

    (void)state;
    assert_true(file >= 0);
    FILE *list = fdopen(file, "w");
    fprintf(list, "Id,Report,Frequency\n");
    for (int i = 0; i < 18; i++)
        fprintf(list, "T%d,%s %s,%s\n", i, names[i % 3], towns[i / 3 % 3],
                i < 9 ? "weekly" : "monthly");
    fclose(list);
    check_list(path, 2);
    unlink(path);
}

static void test_generated(void **state)
{
    static const char *const forms[] = {"wide", "names"};
    const char *generator = getenv("GENERATE"), *seed = getenv("LAW_SEED");
    char path[] = "/tmp/pare-relations-XXXXXX", command[1000];
    int status, file = mkstemp(path);

    (void)state;
    assert_true(file >= 0);
    close(file);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        snprintf(command, sizeof command, "'%s' 1200 %s %s %s %s.truth && rm %s.truth",
                 generator ? generator : "build/tests/bench/generate", seed ? seed : "3", forms[i],
                 path, path, path);
        free(pare_output(command, &status));
        assert_int_equal(status, 0);
        check_list(path, 50);
    }
    unlink(path);
}

static void test_real(void **state)
{
    check_list(real_inventory(*state), 1);
}

int main(void)
{
    static char nyc[] = "nyc_required_reports.csv", dc[] = "dc_datasets_fy18.csv";
    static char usda[] = "usda_market_reports.csv", web[] = "web_analytics_reports.csv";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),    cmocka_unit_test(test_families_of_duplicates),
        cmocka_unit_test(test_generated),  {nyc, test_real, NULL, NULL, nyc},
        {dc, test_real, NULL, NULL, dc},   {usda, test_real, NULL, NULL, usda},
        {web, test_real, NULL, NULL, web},
    };

    return cmocka_run_group_tests_name("laws/relations", tests, NULL, NULL);
}
