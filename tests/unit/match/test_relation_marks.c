/* What may be a mark of a copy, and codes that are written as small words. */
#include "unit.h"

#include "made_relation.h"

#define FOUR "gate, load, smith, fault"

static const struct expected codes[] = {
    {"two countries", {.name = "Hoist takings DE"}, {.name = "Hoist takings AT"}, RELATION_VARIANT},
    {"a department", {.name = "OR hoist takings"}, {.name = "Hoist takings"}, RELATION_VARIANT},
    {"a small word written large",
     {.name = "Loads OF hoists"},
     {.name = "Loads of hoists"},
     RELATION_SAME},
    {"all in capitals", {.name = "LOADS IN HOISTS"}, {.name = "Loads of hoists"}, RELATION_SAME},
};

static void test_codes(void **state)
{
    (void)state;
    check_relations(codes, sizeof codes / sizeof *codes);
}

struct asked {
    struct expected expected;
    bool ask;
};

static void check_asked(const struct asked *asked, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct verdict verdict = decide_verdict(&asked[i].expected);

        if (verdict.relation != asked[i].expected.relation || verdict.ask != asked[i].ask)
            fail_msg("%s: %s, %s", asked[i].expected.why, relation_name(verdict.relation),
                     verdict.ask ? "asked" : "not asked");
    }
}

static const struct asked marks[] = {
    {{"copy of", {.name = "Hoist takings"}, {.name = "Copy of hoist takings"}, RELATION_SAME},
     false},
    {{"in brackets", {.name = "Hoist takings"}, {.name = "Hoist takings (test)"}, RELATION_SAME},
     false},
    {{"behind a line",
      {.name = "Hoist takings"},
      {.name = "Hoist takings - backup"},
      RELATION_SAME},
     false},
    {{"at the end", {.name = "Hoist takings"}, {.name = "Hoist takings copy"}, RELATION_SAME},
     false},
    {{"numbered in brackets",
      {.name = "Hoist takings"},
      {.name = "Hoist takings (2)"},
      RELATION_SAME},
     false},
    {{"what is tested", {.name = "Hoist alarm"}, {.name = "Hoist alarm test"}, RELATION_SAME},
     true},
    {{"of what there are two",
      {.name = "Hoist fees"},
      {.name = "Duplicate hoist fees"},
      RELATION_SAME},
     true},
    {{"the second of them", {.name = "Hoist takings"}, {.name = "Hoist takings 2"}, RELATION_SAME},
     true},
};

static void test_marks(void **state)
{
    (void)state;
    check_asked(marks, sizeof marks / sizeof *marks);
}

static const struct asked contents[] = {
    {{"another name",
      {.name = "Hoist watch", .fields = FOUR, .recipients = "ann, bo"},
      {.name = "Lift survey", .fields = FOUR, .recipients = "ann, bo"},
      RELATION_SAME},
     false},
    {{"two of a series",
      {.name = "Rent roll Mill Lane", .fields = FOUR, .recipients = "ann, bo"},
      {.name = "Rent roll Park House", .fields = FOUR, .recipients = "ann, bo"},
      RELATION_SAME},
     true},
    {{"another department",
      {.name = "Hoist watch",
       .department = "Port",
       .description = "Faults of all hoists at the gates with smith and load",
       .fields = FOUR,
       .recipients = "ann, bo"},
      {.name = "Lift survey",
       .department = "Mill",
       .description = "Faults of all hoists at the gates with smith and load",
       .fields = FOUR,
       .recipients = "ann, bo"},
      RELATION_SAME},
     true},
};

static void test_contents(void **state)
{
    (void)state;
    check_asked(contents, sizeof contents / sizeof *contents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_contents),
    };

    return cmocka_run_group_tests_name("match/relation_marks", tests, NULL, NULL);
}
