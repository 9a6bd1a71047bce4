/* What descriptions say of other reports. */
#include "unit.h"

#include "made_inventory.h"
#include "match/mentions.h"

struct told {
    const char *id, *mandate, *description;
};

static struct inventory *made(const struct told *list, size_t count)
{
    struct inventory *inventory = inventory_new();

    inventory->ids_given = true;
    for (size_t i = 0; i < count; i++) {
        size_t report = made_report(inventory, "Return");

        made_text(inventory, report, FIELD_id, list[i].id);
        if (list[i].mandate)
            made_text(inventory, report, FIELD_mandate, list[i].mandate);
        made_text(inventory, report, FIELD_description, list[i].description);
    }
    return inventory;
}

static const struct {
    const char *description;
    enum mention_kind kind;
} sentences[] = {
    {"This list is the same as HR-7.", MENTION_SAME},
    {"Copy of HR-7", MENTION_SAME},
    {"What it tells is included in the yearly report of staff, HR-7.", MENTION_PART},
    {"Sent for inclusion in the report to the board, as required by HR-7", MENTION_PART},
    {"A subset of \"HR-7\"", MENTION_PART},
    {"A copy of HR-7's list", MENTION_SAME},
    {"See HR-7.", MENTION_NONE},
    {"The same as always. Compare HR-7.", MENTION_NONE},
    {"The same as HR-70", MENTION_NONE},
    {"The same as HR", MENTION_NONE},
    {"The same as the list that clerks keep of all staff beside HR-7", MENTION_NONE},
    {"Included in it are all lists. HR-7 is one.", MENTION_NONE},
    {"The same as HR-7, but for leavers", MENTION_NONE},
    {"The same as HR-7 without those on leave", MENTION_NONE},
    {"This is not the same as HR-7 and must be kept.", MENTION_NONE},
    {"No longer part of HR-7", MENTION_NONE},
    {"Was replaced by HR-7.", MENTION_NONE},
    {"Supersedes HR-7", MENTION_NONE},
    {"Removes all duplicates from HR-7", MENTION_NONE},
    {"Included in this report are the figures of HR-7.", MENTION_NONE},
    {"As part of the monthly close clerks enter hours and check them against HR-7", MENTION_NONE},
};

static void sentences_tell_what_it_is(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        const struct told list[] = {{"HR-9", NULL, sentences[i].description},
                                    {"HR-7", NULL, "All staff"}};
        struct inventory *inventory = made(list, 2);
        struct mentions mentions;

        mentions_gather(&mentions, inventory);
        if (mention_of(&mentions, 0, 1) != sentences[i].kind)
            fail_msg("%s", sentences[i].description);
        assert_int_equal(mention_of(&mentions, 1, 0), MENTION_NONE);
        mentions_clear(&mentions);
        inventory_free(inventory);
    }
}

/* The section is one of the law that requires the report itself. */
static void sections_are_those_of_the_own_law(void **unused)
{
    static const struct told list[] = {
        {"1", "4 Harbour Code 12(b)",
         "The master shall include in the annual report required by section 30 what was paid."},
        {"2", "4 Harbour Code 30", "The council reports each year."},
        {"3", "7 Harbour Code 30", "The pilots report each year."},
        {"4", "4 Harbour Code 12(a)", "The master reports on fees."},
        {"5", "4 Harbour Code 31", "For inclusion in the report under section 12."},
        {"6", "4 Harbour Code 40", "To be included in the report under section 99."},
        {"7", "4 Harbour Code 12(c)", "Shall be included in the report under subsection (b)."},
    };
    struct inventory *inventory = made(list, sizeof list / sizeof *list);
    struct mentions mentions;

    (void)unused;
    mentions_gather(&mentions, inventory);
    assert_int_equal(mentions.count, 3);
    assert_int_equal(mention_of(&mentions, 0, 1), MENTION_PART);
    assert_int_equal(mention_of(&mentions, 0, 2), MENTION_NONE);
    assert_int_equal(mention_of(&mentions, 4, 3), MENTION_PART);
    assert_int_equal(mention_of(&mentions, 6, 0), MENTION_PART);
    mentions_clear(&mentions);
    inventory_free(inventory);
}

/* Two reports that one law requires are not told apart by it; numbers alone name nothing. */
static void what_names_several_names_none(void **unused)
{
    static const struct told list[] = {
        {"A1", "Act 9", "Included in the report of Act 8 and in 104"},
        {"A2", "Act 8", "Ships"},
        {"104", "Act 8", "Fees"},
        {"A3", NULL, "Kept as part of ISO9001"},
        {"A4", "ISO9001", "Audits"},
    };
    struct inventory *inventory = made(list, sizeof list / sizeof *list);
    struct mentions mentions;

    (void)unused;
    mentions_gather(&mentions, inventory);
    assert_int_equal(mentions.count, 0);
    mentions_clear(&mentions);
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_tell_what_it_is),
        cmocka_unit_test(sections_are_those_of_the_own_law),
        cmocka_unit_test(what_names_several_names_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
