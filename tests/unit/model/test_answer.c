#include "unit.h"

#include "model/answer.h"

static bool names(const char *words, const char *id, const char *name)
{
    return answer_names(text_of(words), text_of(id), text_of(name));
}

static void reports_are_named_by_id_or_name(void **state)
{
    (void)state;
    assert_true(names("R7", "R7", "Cash position"));
    assert_true(names("r7 ; R9", "R9", "Open orders"));
    assert_true(names("R7, R9", "R9", "Open orders"));
    assert_true(names("R7\nR9", "R9", "Open orders"));
    assert_true(names("cash position", "R7", "Cash position"));
    assert_true(names("Cash position (weekly)", "R7", "Cash position"));
    assert_true(names("R7 Cash position (weekly); R8", "R7", "Cash position"));
    assert_true(names("Sales (net) (weekly)", "x", "Sales (net)"));
    assert_true(names("Sales (net)", "x", "Sales (net)"));
    assert_true(names("Orders, open; R8", "R7", "Orders, open"));
    assert_false(names("R70; R8", "R7", "Cash position"));
    assert_false(names("Cash", "R7", "Cash position"));
    assert_false(names("", "R7", "Cash position"));
    assert_false(names("; ;", "", ""));
}

static void replies_are_read(void **state)
{
    (void)state;
    assert_int_equal(reply_parse(text_of("Yes")), REPLY_YES);
    assert_int_equal(reply_parse(text_of("alle")), REPLY_YES);
    assert_int_equal(reply_parse(text_of("none")), REPLY_NO);
    assert_int_equal(reply_parse(text_of("?")), REPLY_UNSURE);
    assert_int_equal(reply_parse(text_of("some")), REPLY_NONE);
}

static void the_start_of_a_question_tells_what_it_asks_for(void **state)
{
    (void)state;
    assert_int_equal(question_asks(text_of("often:Ann")), ASKS_WHICH);
    assert_int_equal(question_asks(text_of("often:")), ASKS_WHICH);
    assert_int_equal(question_asks(text_of("clear:R1")), ASKS_RATING);
    assert_int_equal(question_asks(text_of("parts:R1")), ASKS_WORDS);
    assert_int_equal(question_asks(text_of("unused:R1")), ASKS_CHOICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_are_named_by_id_or_name),
        cmocka_unit_test(replies_are_read),
        cmocka_unit_test(the_start_of_a_question_tells_what_it_asks_for),
    };

    return cmocka_run_group_tests_name("model/answer", tests, NULL, NULL);
}
