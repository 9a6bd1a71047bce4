/* The words of a request become the numbers that the same words have in the inventory. */
#include "unit.h"

#include "model/request.h"
#include "reading.h"

static const char list[] = "id,name,owner,department,frequency,recipients,fields\n"
                           "R1,Bed occupancy,Ann Lee <ann@x.example>,Wards,weekly,"
                           "bo@x.example,Ward; Beds free\n"
                           "R2,Door log,bo@x.example,Wards,daily,ann@x.example,Door\n"
                           "R3,Gate log,bo@x.example,Gates,daily,ann@x.example,Door\n";

static struct inventory *requested(const struct request_words *words)
{
    const struct input_options options = {.request = words};

    return read_string(list, &options);
}

static void known_words_have_known_numbers(void **state)
{
    const struct request_words words = {.name = "  Bed occupancy ",
                                        .description = "by ward",
                                        .fields = "beds FREE; ward;ward; nurses",
                                        .owner = "ann@x.example",
                                        .recipients = "bo@x.example, Cy Dahl",
                                        .frequency = "monthly"};
    struct inventory *inventory = requested(&words);
    const struct request *request = inventory->request;
    struct report first = report_at(inventory, "R1");

    (void)state;
    assert_non_null(request);
    assert_int_equal(inventory->count, 3);
    assert_int_equal(request->name, first.name);
    assert_text(inventory_text(inventory, request->description), "by ward");
    assert_int_equal(request->owner, first.owner);
    assert_text(inventory_text(inventory, request->department), "Wards");
    assert_int_equal(request->field_count, 3);
    assert_int_equal(request->fields[0], first.fields.member[0]);
    assert_int_equal(request->fields[1], first.fields.member[1]);
    assert_text(inventory_term(inventory, request->fields[2]), "nurses");
    assert_int_equal(request->recipient_count, 2);
    assert_int_equal(request->recipients[0], first.recipients.member[0]);
    assert_true(request->frequency.runs == 12);
    inventory_free(inventory);
}

static void what_is_not_said_is_unknown(void **state)
{
    const struct request_words words = {
        .name = "Door log", .owner = "bo@x.example", .frequency = "now and again, perhaps"};
    struct inventory *inventory = requested(&words);
    const struct request *request = inventory->request;

    (void)state;
    assert_int_equal(request->description, 0);
    assert_int_equal(request->field_count, 0);
    assert_int_equal(request->recipient_count, 0);
    /* Their reports are in two units. */
    assert_int_equal(request->department, 0);
    assert_int_equal(request->frequency.status, FREQUENCY_UNKNOWN);
    assert_int_equal(problems(inventory, "request-frequency", NULL), 1);
    inventory_free(inventory);
}

static void nobody_asks(void **state)
{
    struct inventory *inventory = read_string(list, NULL);

    (void)state;
    assert_null(inventory->request);
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_words_have_known_numbers),
        cmocka_unit_test(what_is_not_said_is_unknown),
        cmocka_unit_test(nobody_asks),
    };
    return cmocka_run_group_tests_name("input/request", tests, NULL, NULL);
}
