/* What two reports are to each other, one case a rule. */
#include "unit.h"

#include "made_relation.h"

static const char equal_plan[] = "A report on the efforts of the agency during the quarter to "
                                 "implement the plan, with statistics on employment, promotion "
                                 "and training of its staff";

static const struct expected cases[] = {
    {"one name, case and order aside",
     {.name = "Crane inspections by site"},
     {.name = "CRANE INSPECTION BY SITE"},
     RELATION_SAME},
    {"a slip",
     {.name = "Procurement savings overview"},
     {.name = "Procuremnet savings overview"},
     RELATION_SAME},
    {"a copy under another name for the same readers, one word of it left",
     {.name = "Nordics donor turnover forecast",
      .description = "Shows how much givers gave in each quarter and what is expected",
      .fields = "giver, quarter, amount, currency, campaign, expected",
      .recipients = "ann@example.org, bob@example.org, cat@example.org"},
     {.name = "Compliance donor activity cockpit",
      .description = "Shows how much givers gave in each quarter and what is expected",
      .fields = "giver, quarter, amount, currency, campaign, expected",
      .recipients = "ann@example.org, bob@example.org, cat@example.org"},
     RELATION_SAME},
    {"the same two names for other readers",
     {.name = "Nordics donor turnover forecast",
      .description = "Shows how much givers gave in each quarter and what is expected",
      .fields = "giver, quarter, amount, currency, campaign, expected",
      .recipients = "ann@example.org, bob@example.org, cat@example.org"},
     {.name = "Compliance donor activity cockpit",
      .description = "Shows how much givers gave in each quarter and what is expected",
      .fields = "giver, quarter, amount, currency, campaign, expected",
      .recipients = "dan@example.org, eve@example.org, fay@example.org"},
     RELATION_VARIANT},
    {"a copy renamed and described anew for the same readers",
     {.name = "Monthly sales overview",
      .description = "Margins by product and region for the board",
      .fields = "product, region, units, revenue, margin, discount",
      .recipients = "ann@example.org, bob@example.org, cat@example.org",
      .runs = 12},
     {.name = "Turnover cockpit",
      .description = "What the directors look at before their meeting",
      .fields = "product, region, units, revenue, margin, discount",
      .recipients = "ann@example.org, bob@example.org, cat@example.org",
      .runs = 12},
     RELATION_SAME},
    {"words of their own, one letter apart",
     {.name = "Lease report of the estate"},
     {.name = "Leave report of the estate"},
     RELATION_NONE},
    {"words of their own, two letters apart",
     {.name = "Medicare enrollment by county"},
     {.name = "Medicaid enrollment by county"},
     RELATION_VARIANT},
    {"a longer list of groups, with a description that says the same and more",
     {.name = "Provisional deaths by race and schooling",
      .description = "Provisional counts of deaths in the country by race and schooling, coded as "
                     "an underlying or multiple cause of death by the national register"},
     {.name = "Provisional deaths by schooling, race, sex, and age",
      .description =
          "Provisional counts of deaths in the country by schooling, race, sex, and age, "
          "coded as an underlying or multiple cause of death by the national register"},
     RELATION_CONTAINED},
    {"groups behind by, over one description",
     {.name = "Infections summarized by age group",
      .description = "Confirmed infections as interviews, laboratories and providers told them; "
                     "recent days are incomplete and will be revised every night by age group"},
     {.name = "Infections summarized by housing status",
      .description = "Confirmed infections as interviews, laboratories and providers told them; "
                     "recent days are incomplete and will be revised every night by housing"},
     RELATION_VARIANT},
    {"one name written out, descriptions of two years",
     {.name = "Arboviral diseases, Jamestown to Powassan",
      .description = "Provisional cases of notifiable diseases in all states and territories in "
                     "2019, collated and published weekly as they are told"},
     {.name = "Arboviral diseases, Jamestown virus to Powassan virus",
      .description = "Provisional cases of notifiable diseases in all states and territories in "
                     "2021, collated and published weekly as they are told"},
     RELATION_VARIANT},
    {"two words written as one",
     {.name = "Waterborne commuter services"},
     {.name = "Water borne commuter services"},
     RELATION_SAME},
    {"copy words",
     {.name = "Copy of margin by product"},
     {.name = "Margin by product v2 FINAL"},
     RELATION_SAME},
    {"two versions",
     {.name = "Margin by product version 2"},
     {.name = "Margin by product version 3"},
     RELATION_SAME},
    {"two hours of the day",
     {.name = "Bed census 7am"},
     {.name = "Bed census 3pm"},
     RELATION_CADENCE},
    {"a number at the end",
     {.name = "Margin by product (2)"},
     {.name = "Margin by product"},
     RELATION_SAME},
    {"a number and another mark of a copy",
     {.name = "Margin by product (2)"},
     {.name = "Margin by product - copy"},
     RELATION_SAME},
    {"a number that is no mark of a copy",
     {.name = "Cranes of shift 2"},
     {.name = "Cranes of shift old"},
     RELATION_NONE},
    {"two numbers in brackets",
     {.name = "Crane inspections, area (1)"},
     {.name = "Crane inspections, area (2)"},
     RELATION_VARIANT},
    {"marks of copies that are also an edition and a population",
     {.name = "Margin by product_old"},
     {.name = "Margin by product FINAL"},
     RELATION_SAME},
    {"final against draft",
     {.name = "Margin by product draft"},
     {.name = "Margin by product final"},
     RELATION_CADENCE},
    {"another rhythm",
     {.name = "Weekly crane inspections"},
     {.name = "Crane inspections - monthly"},
     RELATION_CADENCE},
    {"morning and afternoon",
     {.name = "Crane inspections AM"},
     {.name = "Crane inspections, afternoon"},
     RELATION_CADENCE},
    {"another rhythm in the column only",
     {.name = "Crane inspections", .runs = 52},
     {.name = "Crane inspections", .runs = 12},
     RELATION_CADENCE},
    {"a rhythm that the column has too",
     {.name = "Crane inspections", .runs = 1},
     {.name = "Annual crane inspections", .runs = 1},
     RELATION_SAME},
    {"a place",
     {.name = "Crane inspections Kansas"},
     {.name = "Crane inspections Texas"},
     RELATION_VARIANT},
    {"one place written in two ways",
     {.name = "KS crane inspections"},
     {.name = "Kansas crane inspections"},
     RELATION_SAME},
    {"a place and a rhythm",
     {.name = "Weekly crane inspections Kansas"},
     {.name = "Monthly crane inspections Texas"},
     RELATION_VARIANT},
    {"a year",
     {.name = "Crane inspections 2015"},
     {.name = "Crane inspections 2016"},
     RELATION_VARIANT},
    {"a Roman number",
     {.name = "Class II crane inspections"},
     {.name = "Class III crane inspections"},
     RELATION_VARIANT},
    {"a population", {.name = "Closed public cranes"}, {.name = "Public cranes"}, RELATION_VARIANT},
    {"new against old",
     {.name = "Crane zones (new)"},
     {.name = "Crane zones (old)"},
     RELATION_VARIANT},
    {"another subject, one template",
     {.name = "Crane operator licences",
      .description = "Collected to license people who practise here: number, status, dates, name, "
                     "address, sanctions, type, education, examination and board of the licence"},
     {.name = "Elevator mechanics",
      .description = "Collected to license people who practise here: number, status, dates, name, "
                     "address, sanctions, type, education, examination and board of the licence"},
     RELATION_VARIANT},
    {"who may see it",
     {.name = "Crane accidents_Internal"},
     {.name = "Crane accidents"},
     RELATION_CONTAINED},
    {"top of all",
     {.name = "Top cranes", .fields = "hook, jib, mast, slew"},
     {.name = "All cranes", .fields = "hook, jib, mast, slew"},
     RELATION_CONTAINED},
    {"fields within",
     {.name = "Crane masts", .fields = "hook, jib, mast"},
     {.name = "Crane masts and brakes", .fields = "hook, jib, mast, brake"},
     RELATION_CONTAINED},
    {"one name, other fields",
     {.name = "Crane use", .fields = "hook, jib, mast"},
     {.name = "Crane use", .fields = "hook, driver, shift, fuel, hours"},
     RELATION_VARIANT},
    {"the same law in another unit",
     {.name = "Equal employment plan",
      .description = equal_plan,
      .department = "Office of Aging",
      .mandate = "Charter Chapter 35, Section 815(i)"},
     {.name = "Equal employment plan",
      .description = equal_plan,
      .department = "Department of Sanitation",
      .mandate = "City Charter, chapter 35 section 815 (i)"},
     RELATION_SHARED},
    {"the name of the unit in the title",
     {.name = "DOT crane safety plan",
      .description = equal_plan,
      .mandate = "Charter section 12",
      .department = "Department of Transportation"},
     {.name = "HPD crane safety plan",
      .description = equal_plan,
      .mandate = "Charter section 12",
      .department = "Housing Preservation and Development"},
     RELATION_SHARED},
    {"the unit in the title, nothing else",
     {.name = "Police Department overtime cranes", .department = "Police Department"},
     {.name = "Fire Department overtime cranes", .department = "Fire Department"},
     RELATION_SHARED},
    {"a copy under another name",
     {.name = "Mast check", .description = equal_plan, .fields = "hook, jib, mast, slew"},
     {.name = "Lifting gear", .description = equal_plan, .fields = "hook, jib, mast, slew"},
     RELATION_SAME},
    {"numbered sheets", {.name = "Sheet 1"}, {.name = "Sheet 1"}, RELATION_NONE},
    {"the same law in the same unit",
     {.name = "Emergency feeding programs distribution",
      .department = "Human Resources",
      .mandate = "Code Title 21 Section 131(b)",
      .runs = 4},
     {.name = "Emergency feeding programs",
      .department = "Human Resources",
      .mandate = "Code title 21, section 131",
      .runs = 4},
     RELATION_SAME},
    {"a title that says nothing",
     {.name = "Annual report",
      .description = "Valuation of the assets of the pension fund",
      .department = "Pension Fund",
      .mandate = "Code section 222"},
     {.name = "Annual report",
      .description = "Poll sites and language assistance",
      .department = "Civic Engagement",
      .mandate = "Charter section 3202"},
     RELATION_NONE},
    {"one list in two units",
     {.name = "Historic landmark sites", .description = equal_plan, .department = "Planning"},
     {.name = "Historic landmark sites", .description = equal_plan, .department = "Technology"},
     RELATION_SAME},
    {"two forms", {.name = "Form 10-K"}, {.name = "Form 10-Q"}, RELATION_NONE},
    {"two laws",
     {.name = "Crane report of Local Law 37"},
     {.name = "Crane report of Local Law 49"},
     RELATION_NONE},
    {"a year of many",
     {.name = "Crane accidents 2018"},
     {.name = "Crane accidents - 2001 to present"},
     RELATION_CONTAINED},
    {"a series, what fills its frame also in the descriptions",
     {.name = "Record request log - Animal Shelter",
      .description = "Requests for records received by the Animal Shelter since 2010"},
     {.name = "Record request log - Office of Mayor",
      .description = "Requests for records received by the Office of Mayor since 2010"},
     RELATION_VARIANT},
    {"two forms that are described alike",
     {.name = "Crane form 461 - owners",
      .description = "Form 461, filed by crane owners, with name, address and amount"},
     {.name = "Crane form 496 - drivers",
      .description = "Form 496, filed by crane drivers, with name, address and amount"},
     RELATION_NONE},
    {"one name, descriptions of two years",
     {.name = "Crane accidents, table 1A",
      .description = "Accidents with cranes that were notified in 2019, provisional, by region"},
     {.name = "Crane accidents, table 1A",
      .description = "Accidents with cranes that were notified in 2021, provisional, by region"},
     RELATION_VARIANT},
    {"one population and all others",
     {.name = "Domestic crane insurers"},
     {.name = "Non-domestic crane insurers"},
     RELATION_VARIANT},
    {"a part of an organisation is no edition for the public",
     {.name = "Request log of cranes - Buildings",
      .description = "Requests received by Buildings as of May"},
     {.name = "Request log of cranes - Public Building Commission",
      .description = "What was asked of the commission since its founding"},
     RELATION_NONE},
    {"clinics of two places",
     {.name = "Crane hygiene audit",
      .description = equal_plan,
      .department = "North Clinic",
      .mandate = "Charter section 12"},
     {.name = "Crane hygiene audit",
      .description = equal_plan,
      .department = "South Clinic",
      .mandate = "Charter section 12"},
     RELATION_SHARED},
    {"one department, once with its city",
     {.name = "Crane hygiene audit",
      .description = equal_plan,
      .department = "Boston Department of Health"},
     {.name = "Crane hygiene audit", .description = equal_plan, .department = "Health Dept."},
     RELATION_SAME},
    {"initials with and without dots",
     {.name = "U.K. crane inspections by site"},
     {.name = "UK crane inspections by site"},
     RELATION_SAME},
    {"what is and what is not",
     {.name = "Log of crane records (categorized)"},
     {.name = "Log of crane records (uncategorized)"},
     RELATION_VARIANT},
    {"last year and this year",
     {.name = "Crane permits by site last year"},
     {.name = "Crane permits by site this year"},
     RELATION_VARIANT},
    {"per day and per month",
     {.name = "Crane lifts per day by site"},
     {.name = "Crane lifts per month by site"},
     RELATION_CADENCE},
    {"a rhythm, and a base year that only one gives",
     {.name = "Crane hire price index, monthly"},
     {.name = "Crane hire price index, annual (2015=100)"},
     RELATION_CADENCE},
    {"the initials of the unit before the title",
     {.name = "Crane recall register",
      .department = "Hoist and Crane Agency",
      .description = "Cranes that their makers called back"},
     {.name = "HCA crane recall register",
      .department = "Hoist and Crane Agency",
      .description = "For downloads, see the site of the agency"},
     RELATION_SAME},
    {"the same words the other way round",
     {.name = "Purchases of crane bonds by foreign residents of domestic issuers",
      .description = "What residents abroad bought here, in millions"},
     {.name = "Purchases of foreign bonds by domestic residents of crane issuers",
      .description = "Holdings of our households elsewhere"},
     RELATION_VARIANT},
    {"a name that goes on",
     {.name = "Crane reading room"},
     {.name = "Crane reading room - letters of complaint"},
     RELATION_CONTAINED},
    {"broken down by two things",
     {.name = "Crane hours by campaign", .fields = "crane, driver, hours, stage, site, campaign"},
     {.name = "Crane hours by stage", .fields = "crane, driver, hours, stage, site"},
     RELATION_VARIANT},
    {"a description that repeats the title says nothing",
     {.name = "Crane auction calendar", .description = "Crane auction calendar"},
     {.name = "Calendar of crane auctions",
      .description = "Days on which used machines are sold to whoever bids most"},
     RELATION_SAME},
    {"another head", {.name = "Other crane stops"}, {.name = "Other crane routes"}, RELATION_NONE},
    {"another content",
     {.name = "Crane inspections", .description = "Dates of crane inspections"},
     {.name = "Crane accidents", .description = "People hurt at building sites"},
     RELATION_NONE},
    {"nothing in common", {.name = "Crane inspections"}, {.name = "Museum tickets"}, RELATION_NONE},
};

static void test_cases(void **state)
{
    (void)state;
    check_relations(cases, sizeof cases / sizeof *cases);
}

/* A word that several descriptions use is no slip of a frequent one; a word that none uses is. */
static void test_slips(void **state)
{
    struct inventory *inventory = background_inventory();
    struct tokens *tokens;
    struct word_book book;

    (void)state;
    for (int i = 0; i < 8; i++) {
        const char *const years[] = {"Statement one",   "Statement two",  "Statement three",
                                     "Statement four",  "Statement five", "Statement six",
                                     "Statement seven", "Statement eight"};
        add_entry(inventory, &(struct entry){.name = years[i]});
    }
    add_entry(inventory, &(struct entry){.name = "Abatement one", .description = "An abatement"});
    add_entry(inventory, &(struct entry){.name = "Other", .description = "Another abatement"});
    add_entry(inventory, &(struct entry){.name = "Statemnet nine"});
    tokens = tokens_new(inventory, 1);
    word_book_init(&book, tokens);
    uint32_t statement = word_book_find(&book, text_of("statement"));
    assert_int_not_equal(statement, 0);
    assert_int_equal(word_book_find(&book, text_of("statemnet")), statement);
    assert_int_not_equal(word_book_find(&book, text_of("abatement")), statement);
    word_book_clear(&book);
    tokens_free(tokens);
    inventory_free(inventory);
}

static uint32_t class_in_order(const char *first, const char *second, const char *word)
{
    struct inventory *inventory = background_inventory();
    struct word_book book;

    add_entry(inventory, &(struct entry){.name = first});
    add_entry(inventory, &(struct entry){.name = second});
    struct tokens *tokens = tokens_new(inventory, 1);
    word_book_init(&book, tokens);
    uint32_t class = book.classes[word_book_find(&book, text_of(word))];
    word_book_clear(&book);
    tokens_free(tokens);
    inventory_free(inventory);
    return class;
}

/* "5200s" is read as the plural of "5200", whichever row comes first. */
static void test_classes_in_any_order(void **state)
{
    (void)state;
    assert_int_equal(class_in_order("Wetlands 1990s", "Wetlands 1970", "1990s"), WORD_YEAR);
    assert_int_equal(class_in_order("Wetlands 1905s", "Wetlands 1905", "1905s"), WORD_YEAR);
    assert_int_equal(class_in_order("Wetlands 1905", "Wetlands 1905s", "1905s"), WORD_YEAR);
    assert_int_equal(class_in_order("Wetlands 5200s", "Wetlands 5200", "5200s"), WORD_NUMBER);
    assert_int_equal(class_in_order("Wetlands 5200", "Wetlands 5200s", "5200s"), WORD_NUMBER);
}

static void test_catalogue_numbers_say_nothing(void **state)
{
    struct inventory *inventory = background_inventory();
    struct profile profile;
    struct name_difference names;
    char name[64];
    static const char *const subjects[] = {"Cattle", "Swine", "Lambs", "Butter", "Cheese", "Milk",
                                           "Eggs",   "Wheat", "Corn",  "Hay",    "Oats",   "Rye"};

    (void)state;
    for (int i = 0; i < 24; i++) {
        snprintf(name, sizeof name, "%s %s (LM_CT%d)", i % 2 ? "Weekly" : "Daily", subjects[i / 2],
                 100 + i);
        made_report(inventory, name);
    }
    struct tokens *tokens = tokens_new(inventory, 1);
    profile_init(&profile, tokens, 1);
    name_compare(&profile, (uint32_t)inventory->count - 2, (uint32_t)inventory->count - 1, &names);
    assert_int_equal(names.kinds, WORD_RHYTHM);
    profile_clear(&profile);
    tokens_free(tokens);
    inventory_free(inventory);
}

/* What the first code is in names with codes, beside half as many names without. */
static uint32_t class_of_code(const char *const *names, size_t count)
{
    struct inventory *inventory = inventory_new();
    struct word_book book;
    char name[64];

    for (size_t i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%s S%d", names[i], (int)(231 + i));
        made_report(inventory, name);
    }
    for (size_t i = 0; i < count / 2; i++)
        made_report(inventory, background[i]);
    struct tokens *tokens = tokens_new(inventory, 1);
    word_book_init(&book, tokens);
    uint32_t class = book.classes[word_book_find(&book, text_of("s231"))];
    word_book_clear(&book);
    tokens_free(tokens);
    inventory_free(inventory);
    return class;
}

/* "Takings S231" and "Takings S232" are those of two shops. */
static void test_codes_of_what_it_is_about(void **state)
{
    static const char *const shops[] = {"Takings", "Takings", "Refunds", "Stock", "Rota", "Theft"};
    static const char *const titles[] = {"Takings", "Takings", "Refunds", "Stock",
                                         "Rota",    "Theft",   "Parking", "Rent"};
    static const char *const nothing_else[] = {"", "", "", ""};

    (void)state;
    assert_int_equal(class_of_code(shops, 6), WORD_CODE);
    assert_int_equal(class_of_code(titles, 8), WORD_CATALOGUE);
    assert_int_equal(class_of_code(nothing_else, 4), WORD_CODE);
}

static void test_information(void **state)
{
    (void)state;
    assert_int_equal(information(1000, 1000), 1);
    assert_true(information(1000, 1) > information(1000, 2));
    assert_in_range(information(1023, 511), WEIGHT_ONE - 1, WEIGHT_ONE + 1);
    assert_in_range(information(1u << 20, 0), 20 * WEIGHT_ONE, 22 * WEIGHT_ONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_classes_in_any_order),
        cmocka_unit_test(test_catalogue_numbers_say_nothing),
        cmocka_unit_test(test_codes_of_what_it_is_about),
        cmocka_unit_test(test_information),
    };

    return cmocka_run_group_tests_name("relation", tests, NULL, NULL);
}
