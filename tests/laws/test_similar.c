/* Who asks for a report that is there is told so, whatever it is called. */
#include "pare.h"

#include <stdio.h>
#include <stdlib.h>

/* In single quotes for a shell. */
static void quote(const char *text, char *quoted)
{
    *quoted++ = '\'';
    for (; *text; text++) {
        if (*text == '\'') {
            memcpy(quoted, "'\\''", 4);
            quoted += 4;
        } else {
            *quoted++ = *text;
        }
    }
    memcpy(quoted, "'", 2);
}

static void check_name(const char *file, const char *name)
{
    char quoted[4096], command[8192];
    int status;

    assert_true(strlen(name) < 1000);
    quote(name, quoted);
    snprintf(command, sizeof command, "pare similar -q -f csv '%s' -- %s", file, quoted);
    free(pare_output(command, &status));
    if (status != 1)
        fail_msg("\"%s\" is not found", name);
}

/* About so many of the reports, spread over the list. */
static void check_list(const char *file, size_t most)
{
    char arguments[4200];
    struct json_object *audit, *reports;
    size_t count, step, i;

    snprintf(arguments, sizeof arguments, "'%s'", file);
    audit = pare_audit(arguments);
    reports = json_table(audit, "reports");
    count = json_object_array_length(reports);
    step = count > most ? count / most : 1;
    for (i = 0; i < count; i += step) {
        struct json_object *report = json_object_array_get_idx(reports, i);
        const char *status = json_text(report, "status");
        if (!*status || strcmp(status, "active") == 0)
            check_name(file, json_text(report, "name"));
    }
    json_object_put(audit);
}

static void test_samples(void **state)
{
    (void)state;
    check_list("samples/hospital.csv", 100);
    check_list("samples/minimal.csv", 100);
}

static void test_real(void **state)
{
    check_list(real_inventory((const char *)*state), 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        {"required reports", test_real, NULL, NULL, (void *)(uintptr_t) "nyc_required_reports.csv"},
        {"datasets", test_real, NULL, NULL, (void *)(uintptr_t) "dc_datasets_fy18.csv"},
        {"market reports", test_real, NULL, NULL, (void *)(uintptr_t) "usda_market_reports.csv"},
    };
    return cmocka_run_group_tests_name("laws/similar", tests, NULL, NULL);
}
