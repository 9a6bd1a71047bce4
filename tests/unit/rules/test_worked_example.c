/* The worked example of the costs reference, section 8: exactly these findings, and their savings.
 */
#include "made_up.h"

static const char table[] =
    "id|name|frequency|effort_hours|hourly_rate|fixed_cost|pages|copies|page_cost|mandate|"
    "min_frequency|decision_frequency|open_share|runs_opened|log_days|recipients|read_minutes|"
    "read_share|fields\n"
    "R1|Weekly sales summary|52|4|50|0|||||"
    "|26|0.5|26|365|a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t|6|1|f1,f2,f3,f4,f6\n"
    "R2|Sales weekly|52|3|50|500|||||"
    "|26|0.5|26|365|a,b,c,d,e,f,g,h,w,x,y,z|5|1|f1,f2,f3,f4,f5\n"
    "R3|Daily cash position|250|0.5|50|0|||||"
    "|52|0.2|50|365||||\n"
    "R4|Statutory return|12|10|50|0||||statutory|12||||365||||\n"
    "R5|Old project status|4|8|50|200||||||"
    "|0|0|365||||\n"
    "R6|Ops pack|12|20|50|0|100|10|0.03||"
    "|4|0.33|4|365||||\n";

struct expected {
    const char *rule;
    uint32_t report;
    enum strength strength;
    bool superseded;
    double to_runs;
    int64_t saving;
};

static const struct expected expected[] = {
    {"too_frequent", 0, STRENGTH_LIKELY, false, 26, 390000},
    {"contained", 1, STRENGTH_LIKELY, false, NAN, 674000},
    {"too_frequent", 1, STRENGTH_LIKELY, true, 26, 0},
    {"recipients", 1, STRENGTH_LIKELY, true, NAN, 0}, /* 8 of its 12 readers get R1 as well */
    {"too_frequent", 2, STRENGTH_LIKELY, false, 52, 371250},
    {"unused", 4, STRENGTH_LIKELY, false, NAN, 180000},
    {"too_frequent", 5, STRENGTH_LIKELY, false, 4, 618000},
    {"channel", 5, STRENGTH_LIKELY, false, NAN, 36000},
};

static void test_findings(void **state)
{
    struct made_up made;
    size_t i;

    (void)state;
    made_up_read(&made, table, NULL);
    made_up_pair(&made, RELATION_CONTAINED, 0, 1, 0.8f, false);
    made_up_judge(&made);
    assert_int_equal(made.findings->baseline.producer, 4511000);
    for (i = 0; i < made.findings->count && i < sizeof expected / sizeof *expected; i++) {
        const struct finding *finding = &made.findings->list[i];

        assert_string_equal(rule_info(finding->rule)->name, expected[i].rule);
        assert_int_equal(finding->report, expected[i].report);
        assert_int_equal(finding->strength, expected[i].strength);
        assert_int_equal(finding->superseded, expected[i].superseded);
        assert_int_equal(finding->saving, expected[i].saving);
        if (!isnan(expected[i].to_runs))
            assert_near(finding->to_runs, expected[i].to_runs, 1e-9);
    }
    assert_int_equal(made.findings->count, sizeof expected / sizeof *expected);
    assert_true(made.findings->protected_by_mandate[3]);
    made_up_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_findings)};

    return cmocka_run_group_tests_name("the worked example", tests, NULL, NULL);
}
