/* Reports that are parts of others, siblings by words of one kind, and duties of two laws. */
#include "unit.h"

#include "made_relation.h"

#define TOLD                                                                                       \
    "Takings of hoists and cranes at the harbour gates by clerk and hour as the weighing office "  \
    "counts them"
#define DUTY                                                                                       \
    " shall submit to the assembly a report on money spent for moorings, quays, lighthouses and "  \
    "pilots, with names of captains who were paid"

static const struct expected parts[] = {
    {"one of several years that the description tells",
     {.name = "Hoist takings register", .description = TOLD " in 2017 and 2018"},
     {.name = "Hoist takings register 2018", .description = TOLD " in 2018"},
     RELATION_CONTAINED},
    {"one of several years that the name tells",
     {.name = "Hoist takings of all gates 2011 - 2019", .description = TOLD},
     {.name = "Hoist takings 2014", .description = TOLD},
     RELATION_CONTAINED},
    {"two single years",
     {.name = "Hoist takings register 2017", .description = TOLD " in 2017"},
     {.name = "Hoist takings register 2018", .description = TOLD " in 2018"},
     RELATION_VARIANT},
    {"a year that the other description does not tell",
     {.name = "Hoist takings register", .description = TOLD " in 2017 and 2018"},
     {.name = "Hoist takings register 2012", .description = TOLD " in 2012"},
     RELATION_VARIANT},
    {"limited by what goes with it",
     {.name = "Hoists", .description = "Iron lifts at the quay"},
     {.name = "Hoists with counterweights", .description = "Iron lifts at the quay, some heavy"},
     RELATION_CONTAINED},
    {"broken down over one description",
     {.name = "Hoist takings register", .description = TOLD},
     {.name = "Hoist takings register by clerk", .description = TOLD " one by one"},
     RELATION_CONTAINED},
    {"broken down over another description",
     {.name = "Hoist takings register", .description = TOLD},
     {.name = "Hoist takings register by clerk", .description = "Poems that young readers lent"},
     RELATION_NONE},
    {"broken down by units of time",
     {.name = "Hoist takings register", .description = TOLD, .fields = "gate, sum, clerk"},
     {.name = "Hoist takings register by quarter",
      .description = TOLD,
      .fields = "gate, sum, clerk"},
     RELATION_CADENCE},
    {"broken down by more",
     {.name = "Hoist takings by clerk"},
     {.name = "Hoist takings by clerk and gate"},
     RELATION_CONTAINED},
    {"broken down by more behind a comma",
     {.name = "Hoists by clerk, harbour"},
     {.name = "Hoists by clerk and gate, harbour"},
     RELATION_NONE},
    {"more words within a long name",
     {.name = "Faults of iron hoists of harbour gates"},
     {.name = "Faults of iron rope hoists of harbour gates"},
     RELATION_CONTAINED},
    {"more words within a short name",
     {.name = "Hoist information harbour"},
     {.name = "Hoist rope information harbour"},
     RELATION_NONE},
    {"a part of the time under one law",
     {.name = "Permits of hoists in the year", .mandate = "Act section 4", .description = TOLD},
     {.name = "Permits of hoists in the first quarter of the year",
      .mandate = "Act section 4",
      .description = TOLD},
     RELATION_CADENCE},
    {"fields within under another name of the row",
     {.name = "Harbour hoist iron sales, formula", .fields = "a1, a2, a3, a4, a5, a6, a7, a8"},
     {.name = "Harbour hoist iron sales, auction",
      .fields = "a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3"},
     RELATION_VARIANT},
    {"broken down by more, and by something else",
     {.name = "Hoist takings by clerk and lorry"},
     {.name = "Hoist takings by clerk and gate"},
     RELATION_VARIANT},
    {"some of all",
     {.name = "Open hoist complaints"},
     {.name = "All hoist complaints"},
     RELATION_CONTAINED},
    {"some, and others",
     {.name = "Open hoist complaints"},
     {.name = "Closed hoist complaints"},
     RELATION_VARIANT},
    {"the last of all",
     {.name = "Hoist complaints - last 30 days"},
     {.name = "Hoist complaints"},
     RELATION_CONTAINED},
    {"the last of each",
     {.name = "Hoist complaints - last 30 days"},
     {.name = "Hoist complaints - last 90 days"},
     RELATION_VARIANT},
    {"the latest of all",
     {.name = "Latest hoist complaints"},
     {.name = "Hoist complaints"},
     RELATION_CONTAINED},
    {"latest as the mark of a copy",
     {.name = "Hoist complaints latest"},
     {.name = "Hoist complaints"},
     RELATION_SAME},
};

static const struct expected copies[] = {
    {"a copy, whatever is said of it",
     {.name = "DEMO - hoist complaints",
      .description = "Nothing here is meant to be used by staff"},
     {.name = "Hoist complaints", .description = TOLD},
     RELATION_SAME},
    {"a new edition of which other things are said",
     {.name = "Hoist complaints new", .description = "Nothing here is meant to be used by staff"},
     {.name = "Hoist complaints", .description = TOLD},
     RELATION_NONE},
    {"news are not new", {.name = "Hoist news"}, {.name = "Hoist new"}, RELATION_NONE},
    {"the tool that makes it",
     {.name = "Hoist complaints by gate (Power BI)"},
     {.name = "Hoist complaints by gate"},
     RELATION_SAME},
    {"power that is no tool",
     {.name = "Power of hoists by gate"},
     {.name = "Hoists by gate"},
     RELATION_NONE},
    {"initials alone",
     {.name = "HLI dashboard"},
     {.name = "Hoist load indicators dashboard"},
     RELATION_SAME},
    {"initials of other words",
     {.name = "HLI dashboard"},
     {.name = "Crane load indicators dashboard"},
     RELATION_NONE},
    {"two spellings",
     {.name = "Labour centre catalogue"},
     {.name = "Labor center catalog"},
     RELATION_SAME},
};

static const struct expected kinds[] = {
    {"words of one kind", {.name = "Barley harvest"}, {.name = "Wheat harvest"}, RELATION_VARIANT},
    {"words of two kinds", {.name = "Barley harvest"}, {.name = "Beer harvest"}, RELATION_NONE},
    {"words of one kind before other heads",
     {.name = "Barley harvest"},
     {.name = "Wheat mills"},
     RELATION_NONE},
    {"plurals",
     {.name = "Fines of cyclists on bridges"},
     {.name = "Fines of motorists on bridges"},
     RELATION_VARIANT},
    {"of other things",
     {.name = "Rust marks on hoists of the harbour"},
     {.name = "Rust marks on cranes"},
     RELATION_VARIANT},
    {"about other things, told otherwise",
     {.name = "Rust marks on hoists", .description = TOLD},
     {.name = "Rust marks on cranes", .description = "Poems that young readers lent to a poet"},
     RELATION_NONE},
    {"up and down",
     {.name = "Hoist regulation up"},
     {.name = "Hoist regulation down"},
     RELATION_VARIANT},
    {"live and beta are stages",
     {.name = "Hoist booking funnel beta"},
     {.name = "Hoist booking funnel live"},
     RELATION_VARIANT},
    {"to date and each day",
     {.name = "Daily hoist takings"},
     {.name = "Hoist takings MTD"},
     RELATION_CADENCE},
};

static const struct expected duties[] = {
    {"one who must, two laws",
     {.name = "Mooring fund", .mandate = "Act section 4", .description = "The mayor" DUTY},
     {.name = "Reports", .mandate = "Act section 9", .description = "Yearly the mayor" DUTY},
     RELATION_VARIANT},
    {"two who must",
     {.name = "Mooring fund", .mandate = "Act section 4", .description = "The mayor" DUTY},
     {.name = "Reports", .mandate = "Act section 9", .description = "The bailiff" DUTY},
     RELATION_SHARED},
    {"each of several",
     {.name = "Mooring fund", .mandate = "Act section 4", .description = "Each bailiff" DUTY},
     {.name = "Reports", .mandate = "Act section 9", .description = "Each bailiff" DUTY},
     RELATION_SHARED},
    {"a body that each law has",
     {.name = "Mooring fund", .mandate = "Act section 4", .description = "The board" DUTY},
     {.name = "Reports", .mandate = "Act section 9", .description = "The board" DUTY},
     RELATION_SHARED},
    {"no duty",
     {.name = "Mooring fund",
      .mandate = "Act section 4",
      .description = "Money for moorings, quays, lighthouses and pilots"},
     {.name = "Reports",
      .mandate = "Act section 9",
      .description = "Money for moorings, quays, lighthouses and pilots"},
     RELATION_NONE},
    {"a column tells whom the laws oblige",
     {.name = "Mooring fund",
      .mandate = "Act section 4",
      .department = "Quays",
      .description = "The mayor" DUTY},
     {.name = "Reports",
      .mandate = "Act section 9",
      .department = "Quays",
      .description = "Yearly the mayor" DUTY},
     RELATION_NONE},
    {"one name, two laws and texts",
     {.name = "Mooring fund of the harbour",
      .mandate = "Act section 4",
      .description = "The mayor" DUTY},
     {.name = "Mooring fund of the harbour",
      .mandate = "Act section 9",
      .description = "Shelves of poems that young readers borrowed"},
     RELATION_NONE},
};

static void test_parts(void **state)
{
    (void)state;
    check_relations(parts, sizeof parts / sizeof *parts);
}

static void test_copies(void **state)
{
    (void)state;
    check_relations(copies, sizeof copies / sizeof *copies);
}

static void test_kinds(void **state)
{
    (void)state;
    check_relations(kinds, sizeof kinds / sizeof *kinds);
}

static void test_duties(void **state)
{
    (void)state;
    check_relations(duties, sizeof duties / sizeof *duties);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_duties),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
