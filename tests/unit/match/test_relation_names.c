/* What names tell where each has words of its own: heads, breakdowns, marks of copies, look-alikes.
 */
#include "unit.h"

#include "made_relation.h"

static const struct expected cases[] = {
    {"other words before one head",
     {.name = "Gravel yield and transport volumes", .description = "Tons dug and moved by lorry"},
     {.name = "Crushed slate yield and transport volumes",
      .description = "What quarries of the west gave, and where it went"},
     RELATION_VARIANT},
    {"the head stands before a preposition",
     {.name = "Notice of proposed crane closure"},
     {.name = "Review of proposed crane closure"},
     RELATION_NONE},
    {"broken down by other things",
     {.name = "Crane openings by age", .description = "How old whoever starts at a site is"},
     {.name = "Crane openings by trade", .description = "Places to fill for smiths and drivers"},
     RELATION_VARIANT},
    {"other things before what they are broken down by",
     {.name = "Hoist faults by site"},
     {.name = "Ladder orders by site"},
     RELATION_NONE},
    {"a part between shared words",
     {.name = "Hoist safety training of site crews"},
     {.name = "Hoist safety night training of site crews"},
     RELATION_CONTAINED},
    {"a word about the other",
     {.name = "Hoist safety contracted teams"},
     {.name = "Hoist safety hours of contracted teams"},
     RELATION_NONE},
    {"new at the end marks a copy",
     {.name = "Hoist safety scorecard"},
     {.name = "Hoist safety scorecard new"},
     RELATION_SAME},
    {"what is new of them",
     {.name = "Hoist drivers"},
     {.name = "New hoist drivers"},
     RELATION_VARIANT},
    {"a new report",
     {.name = "Hoist driver report"},
     {.name = "New hoist driver report"},
     RELATION_SAME},
    {"final before the end is an edition",
     {.name = "Hoist renewal plan"},
     {.name = "Final hoist renewal plan"},
     RELATION_CADENCE},
    {"what is counted",
     {.name = "Top datasets per crane and key",
      .description = "Those who build programs see how often what they made was asked for"},
     {.name = "Top tables per crane and key",
      .description = "Those who build programs see how often what they made was asked for"},
     RELATION_VARIANT},
    {"listed words one letter apart",
     {.name = "Hoist charter overview of sites"},
     {.name = "Hoist chapter overview of sites"},
     RELATION_VARIANT},
    {"words one letter apart that descriptions use",
     {.name = "Grover crane overview", .description = "Cranes with a grover on deck"},
     {.name = "Gripver crane overview", .description = "Cranes with a gripver on deck"},
     RELATION_VARIANT},
};

static void test_names(void **state)
{
    (void)state;
    check_relations(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names)};

    return cmocka_run_group_tests_name("names of relations", tests, NULL, NULL);
}
