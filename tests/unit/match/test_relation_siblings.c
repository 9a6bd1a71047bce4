/* How certain it is that names which differ in a rhythm, an edition or a parameter are siblings. */
#include "unit.h"

#include "made_relation.h"

/* Scores from here on are right in 95 of 100. */
static const float certain = 0.9f;

static void check_certainty(const struct expected *cases, size_t count, bool is_certain)
{
    for (size_t i = 0; i < count; i++) {
        struct verdict verdict = decide_verdict(&cases[i]);
        if (verdict.relation != cases[i].relation || (verdict.score >= certain) != is_certain)
            fail_msg("%s: %s at %.2f", cases[i].why, relation_name(verdict.relation),
                     (double)verdict.score);
    }
}

static const struct expected clear[] = {
    {"two places",
     {.name = "Hoist faults of Kansas"},
     {.name = "Hoist faults of Texas"},
     RELATION_VARIANT},
    {"two years",
     {.name = "2018 hoist fault register"},
     {.name = "2019 hoist fault register"},
     RELATION_VARIANT},
    {"two numbers told alike",
     {.name = "Hoist faults of crew 4", .description = "Faults that the crew found and mended"},
     {.name = "Hoist faults of crew 7", .description = "Faults that the crew found and mended"},
     RELATION_VARIANT},
    {"two acronyms over the same fields",
     {.name = "Hoist faults XQT", .fields = "fault, hoist, hour, cause, smith"},
     {.name = "Hoist faults VBM", .fields = "fault, hoist, hour, cause, smith"},
     RELATION_VARIANT},
    {"two rhythms",
     {.name = "Weekly hoist faults"},
     {.name = "Monthly hoist faults"},
     RELATION_CADENCE},
    {"two rhythms of two laws, told alike",
     {.name = "Weekly hoist faults",
      .mandate = "Act section 4",
      .description = "Faults that the crew found and mended"},
     {.name = "Monthly hoist faults",
      .mandate = "Act section 9",
      .description = "Faults that the crew found and mended"},
     RELATION_CADENCE},
};

static const struct expected thin[] = {
    {"two numbers, names alone",
     {.name = "Hoist faults of crew 4"},
     {.name = "Hoist faults of crew 7"},
     RELATION_VARIANT},
    {"two acronyms, names alone",
     {.name = "Hoist faults XQT"},
     {.name = "Hoist faults VBM"},
     RELATION_VARIANT},
    {"one word beside the place",
     {.name = "Hoists Kansas"},
     {.name = "Hoists Texas"},
     RELATION_VARIANT},
    {"a place in one name only",
     {.name = "Hoist faults of Kansas"},
     {.name = "Hoist faults"},
     RELATION_VARIANT},
    {"the words around it stand in another order",
     {.name = "Hoists with smith faults, Kansas"},
     {.name = "Smith faults of Texas hoists"},
     RELATION_VARIANT},
    {"an edition of one only",
     {.name = "Final hoist renewal plan"},
     {.name = "Hoist renewal plan"},
     RELATION_CADENCE},
    {"two rhythms of two laws",
     {.name = "Weekly hoist faults", .mandate = "Act section 4"},
     {.name = "Monthly hoist faults", .mandate = "Act section 9"},
     RELATION_CADENCE},
    {"two rhythms, told otherwise",
     {.name = "Weekly hoist faults", .description = "Faults that the crew found and mended"},
     {.name = "Monthly hoist faults", .description = "Orders of ropes by harbour and price"},
     RELATION_CADENCE},
};

#define FAULTS "fault, hoist, hour, cause"
#define ROPES "rope, length, price, harbour"

static const struct expected others[] = {
    {"a number for another form",
     {.name = "KQ 275 hoist register", .fields = FAULTS},
     {.name = "KQ 755 hoist register", .fields = ROPES},
     RELATION_NONE},
    {"a place in spite of other fields",
     {.name = "Kansas hoist register", .fields = FAULTS},
     {.name = "Texas hoist register", .fields = ROPES},
     RELATION_VARIANT},
    {"a new edition of a form",
     {.name = "Hoist fault form",
      .fields = FAULTS,
      .description = "What every site tells of its hoists by the end of a month"},
     {.name = "Revised hoist fault form",
      .fields = ROPES,
      .description = "What every site tells of its hoists by the end of a month"},
     RELATION_VARIANT},
    {"two years, one of which says more",
     {.name = "Hoist census 2016", .description = "All hoists that were in use at a site"},
     {.name = "Hoist census 2018 with ropes", .description = "Lengths, prices and harbours"},
     RELATION_VARIANT},
    {"two years of other things",
     {.name = "Hoist census 2016 by smith", .description = "All hoists in use at a site"},
     {.name = "Hoist rope prices 2018", .description = "Lengths, prices and harbours"},
     RELATION_NONE},
    {"more words in name and description",
     {.name = "Hoist fault composition",
      .description = "What share of the faults came from hooks, masts, bolts and winches"},
     {.name = "Hoist fault composition at harbours",
      .description =
          "What share of the faults came from hooks, masts, bolts and winches, harbours"},
     RELATION_VARIANT},
    {"a field more under a word of its own",
     {.name = "Hoist refused - mail", .fields = FAULTS ", smith, site, mast, bolt, hook"},
     {.name = "Hoist repaired - mail", .fields = FAULTS ", smith, site, mast, bolt, hook, sum"},
     RELATION_VARIANT},
    {"many more fields under a word of its own",
     {.name = "Hoist refused - mail", .fields = FAULTS ", smith"},
     {.name = "Hoist repaired - mail", .fields = FAULTS ", smith, site, mast, bolt"},
     RELATION_CONTAINED},
    {"a word each between shared words",
     {.name = "Hoist log - mast file (new) of sites"},
     {.name = "Hoist log - hook file (new) of sites"},
     RELATION_VARIANT},
    {"more words between shared words",
     {.name = "Hoist log - mast file (new) of sites"},
     {.name = "Hoist log - smith wages file (new) of sites"},
     RELATION_NONE},
    {"fields within, one name says more",
     {.name = "Hoist faults and repairs", .fields = FAULTS ", smith, site"},
     {.name = "Hoist faults and repairs by mast", .fields = FAULTS ", smith, site, mast, bolt"},
     RELATION_CONTAINED},
    {"one figure in two units of time",
     {.name = "Hoist arrears by age (weeks)"},
     {.name = "Hoist arrears by age (months)"},
     RELATION_VARIANT},
    {"two units of time beside other words",
     {.name = "Hoist weeks of smiths"},
     {.name = "Smiths in hoist months"},
     RELATION_NONE},
    {"a summary of the same",
     {.name = "Hoist faults", .fields = FAULTS},
     {.name = "Hoist faults summary", .fields = "fault, hoist"},
     RELATION_CONTAINED},
    {"a summary with figures of its own",
     {.name = "Hoist faults", .fields = FAULTS},
     {.name = "Hoist faults summary", .fields = ROPES},
     RELATION_NONE},
    {"made by another program",
     {.name = "Hoist faults by site", .description = "One row a fault with site and smith"},
     {.name = "Hoist faults by site (Pentaho)"},
     RELATION_SAME},
    {"in another program, told in other words",
     {.name = "Aged hoist faults and repairs",
      .description = "Faults by age of hoists, so that the oldest are mended soon"},
     {.name = "Aged hoist faults and repairs (Excel report)",
      .description = "Adds up faults by age of hoists for every smith and quarter"},
     RELATION_SAME},
};

static const struct expected times[] = {
    {"by two units of time",
     {.name = "Hoist takings by week"},
     {.name = "Hoist takings by month"},
     RELATION_CADENCE},
    {"by something and a unit of time",
     {.name = "Hoist takings by smith and quarter"},
     {.name = "Hoist takings by smith and day 2011 - 2014"},
     RELATION_CADENCE},
    {"two horizons",
     {.name = "Year-ahead hoist takings forecast"},
     {.name = "Month-ahead hoist takings forecast"},
     RELATION_CADENCE},
    {"broken down by time",
     {.name = "Hoist takings"},
     {.name = "Hoist takings by month"},
     RELATION_CADENCE},
    {"of yesterday",
     {.name = "Hoist takings"},
     {.name = "Hoist takings yesterday"},
     RELATION_CADENCE},
    {"in turn",
     {.name = "Hoist takings (even years)"},
     {.name = "Hoist takings (odd years)"},
     RELATION_CADENCE},
    {"no longer used",
     {.name = "Hoist takings register", .description = "What every gate took"},
     {.name = "[DEPRECATED] Hoist takings register", .description = "Use the other one please"},
     RELATION_SAME},
    {"units of a measure",
     {.name = "Hoist arrears in weeks"},
     {.name = "Hoist arrears in months"},
     RELATION_VARIANT},
    {"all that there are", {.name = "All hoist takings"}, {.name = "Hoist takings"}, RELATION_SAME},
    {"all and some",
     {.name = "All hoist takings"},
     {.name = "Top 10 hoist takings"},
     RELATION_CONTAINED},
    {"two formats of a file",
     {.name = "Flat file hoist takings register"},
     {.name = "XML hoist takings register"},
     RELATION_SAME},
    {"a title that two laws ask for",
     {.name = "Hoist return", .mandate = "Lamp Act"},
     {.name = "Hoist return", .mandate = "Pilot Act"},
     RELATION_NONE},
    {"the same article of two laws",
     {.name = "Hoist return", .mandate = "Lamp Convention, Article 12"},
     {.name = "Hoist return", .mandate = "Pilot Convention, Article 12"},
     RELATION_NONE},
    {"told at length for two laws",
     {.name = "Hoist return",
      .department = "Port office",
      .mandate = "Lamp Act 3",
      .description =
          "The master sends the number of hoists, loads, faults, repairs, smiths, clerks, gates "
          "and cranes with takings and wages "
          "paid for lamps"},
     {.name = "Hoist return",
      .department = "Port office",
      .mandate = "Pilot Act 8",
      .description =
          "The master sends the number of hoists, loads, faults, repairs, smiths, clerks, gates "
          "and cranes with takings and wages "
          "paid for pilots"},
     RELATION_VARIANT},
    {"one law, cited in two ways",
     {.name = "Hoist return", .mandate = "Lamp Convention, Article 12"},
     {.name = "Hoist return", .mandate = "Convention on Lamps (Lamp Convention), Art. 12(b)"},
     RELATION_SAME},
};

static void test_times(void **state)
{
    (void)state;
    check_relations(times, sizeof times / sizeof *times);
}

static void test_others(void **state)
{
    (void)state;
    check_relations(others, sizeof others / sizeof *others);
}

static void test_clear(void **state)
{
    (void)state;
    check_certainty(clear, sizeof clear / sizeof *clear, true);
}

static void test_thin(void **state)
{
    (void)state;
    check_certainty(thin, sizeof thin / sizeof *thin, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clear),
        cmocka_unit_test(test_thin),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_times),
    };

    return cmocka_run_group_tests_name("match/relation_siblings", tests, NULL, NULL);
}
