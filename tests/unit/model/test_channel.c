#include "unit.h"

#include "model/channel.h"

#define BIT(name) (UINT32_C(1) << CHANNEL_##name)

static const struct {
    const char *text;
    uint32_t channels;
} examples[] = {
    {"E-mail", BIT(EMAIL)},
    {"email", BIT(EMAIL)},
    {"PDF by e-mail", BIT(EMAIL)},
    {"email attachment", BIT(ATTACHMENT)},
    {"Email + link", BIT(EMAIL) | BIT(LINK)},
    {"printed + post", BIT(PRINT) | BIT(POST)},
    {"Hard copy via interoffice mail", BIT(PRINT) | BIT(INTERNAL_MAIL)},
    {"internal mail", BIT(INTERNAL_MAIL)},
    {"Report Server Email", BIT(EMAIL)},
    {"Report Server FileShare", BIT(FILE_SHARE)},
    {"SharePoint", BIT(FILE_SHARE)},
    {"Fax, post", BIT(FAX) | BIT(POST)},
    {"MS Teams channel", BIT(CHAT)},
    {"Slack", BIT(CHAT)},
    {"intranet portal", BIT(PORTAL)},
    {"monthly meeting", BIT(MEETING)},
    {"Pi\xC3\xA8"
     "ce jointe",
     BIT(ATTACHMENT)},
    {"Ausdruck, Hauspost", BIT(PRINT) | BIT(INTERNAL_MAIL)},
    {"blueprint", 0},
    {"carrier pigeon", 0},
    {"", 0},
};

static void reads_the_words_of_a_cell(void **state)
{
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        uint32_t found = channels_parse(text_of(examples[i].text));
        if (found != examples[i].channels)
            print_message("%s: %#x\n", examples[i].text, found);
        wrong += found != examples[i].channels;
    }
    assert_int_equal(wrong, 0);
}

static void knows_paper(void **state)
{
    (void)state;
    assert_true(channel_is_paper(CHANNEL_PRINT));
    assert_true(channel_is_paper(CHANNEL_POST));
    assert_false(channel_is_paper(CHANNEL_EMAIL));
    assert_string_equal(channel_name(CHANNEL_FILE_SHARE), "file share");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_words_of_a_cell),
        cmocka_unit_test(knows_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
