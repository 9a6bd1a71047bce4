/* What people read has only words and numbers in it, and lines that fit. */
#include "pare.h"

#include <stdio.h>

static void check_words(const char *command, const char *text)
{
    static const char *const never[] = {"nan", "-nan", "inf", "-inf", "(null)"};
    const char *at = text;

    while (*(at += strspn(at, " \n,;:()"))) {
        size_t size = strcspn(at, " \n,;:()");
        for (size_t i = 0; i < sizeof never / sizeof *never; i++)
            if (size == strlen(never[i]) && !strncmp(at, never[i], size))
                fail_msg("\"%s\" prints %s", command, never[i]);
        at += size;
    }
    assert_null(strstr(text, "(null)"));
}

/* In characters, as the samples need no wider ones; commands are shown whole. */
static void check_lines(const char *command, const char *text)
{
    size_t width = 0;

    for (; *text; text++) {
        width = *text == '\n' ? 0 : width + ((*text & 0xC0) != 0x80);
        if (width > 80)
            fail_msg("\"%s\" prints a line of more than 80 characters", command);
    }
}

static void check(const char *command)
{
    int status;
    char *text = pare_output(command, &status);

    if (status > 1)
        fail_msg("\"%s\" ends with %d", command, status);
    assert_true(strlen(text) > 40);
    check_words(command, text);
    check_lines(command, text);
    free(text);
}

#define PINNED "COLUMNS=80 SOURCE_DATE_EPOCH=1764547200 pare "

static void test_views(void **state)
{
    (void)state;
    check(PINNED "audit -q samples/hospital.csv");
    check(PINNED "audit -q samples/minimal.csv");
    check(PINNED "check -q samples/hospital.csv");
    check(PINNED "check -q samples/minimal.csv");
    check(PINNED "plan -q --target 10% samples/hospital.csv");
    check(PINNED "plan -q --target 90% samples/minimal.csv");
    check(PINNED "rules");
    check(PINNED "template");
    check(PINNED "--help");
}

static void check_each_explained(const char *sample)
{
    struct json_object *audit = pare_audit(sample);
    struct json_object *reports = json_table(audit, "reports");
    char command[400];

    for (size_t i = 0; i < json_object_array_length(reports); i++) {
        snprintf(command, sizeof command, PINNED "explain -q %s %s", sample,
                 json_text(json_object_array_get_idx(reports, i), "id"));
        check(command);
    }
    json_object_put(audit);
}

static void test_explained(void **state)
{
    (void)state;
    check_each_explained("samples/minimal.csv");
    check_each_explained("samples/hospital.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_views),
        cmocka_unit_test(test_explained),
    };

    return cmocka_run_group_tests_name("texts", tests, NULL, NULL);
}
