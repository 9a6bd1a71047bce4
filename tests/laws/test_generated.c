/* Copies in generated inventories are found again, and what is called the same was made from one
 * report. The generator of tests/bench tells which reports it made from which. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

enum { REPORTS = 800 };

/* What a copy has in common with its base beyond doubt; the others may be called anything. */
static const char certain[] = " exact case order copy typo ";

struct truth {
    char **cluster, **kind;
    size_t count;
};

struct score {
    size_t same, right, copies, found;
};

static bool is_copy(const struct truth *truth, size_t i)
{
    char padded[32];

    snprintf(padded, sizeof padded, " %s ", truth->kind[i]);
    return strstr(certain, padded) != NULL;
}

/* Reports stand in the file in the order of their numbers: RPT-0000001 is the first. */
static size_t row_of(const char *id)
{
    const char *digits = strrchr(id, '-');

    assert_non_null(digits);
    return strtoul(digits + 1, NULL, 10) - 1;
}

static void score_pairs(struct json_object *audit, const struct truth *truth, struct score *score)
{
    struct json_object *pairs = json_table(audit, "pairs");
    bool related[REPORTS] = {false};

    for (size_t i = 0; i < json_object_array_length(pairs); i++) {
        struct json_object *pair = json_object_array_get_idx(pairs, i);
        size_t a = row_of(json_text(pair, "a")), b = row_of(json_text(pair, "b"));
        bool one;

        assert_true(a < truth->count && b < truth->count);
        one = !strcmp(truth->cluster[a], truth->cluster[b]);
        if (!strcmp(json_text(pair, "relation"), "same")) {
            score->same++;
            score->right += one;
        }
        related[a] = related[a] || one;
        related[b] = related[b] || one;
    }
    for (size_t i = 0; i < truth->count; i++) {
        score->copies += is_copy(truth, i);
        score->found += is_copy(truth, i) && related[i];
    }
}

static void score_list(unsigned seed, const char *form, struct score *score)
{
    const char *generator = getenv("GENERATE");
    char folder[] = "/tmp/pare-generated-XXXXXX", command[1000], list[64], told[64];
    struct json_object *audit;
    struct truth truth;
    int status;

    assert_non_null(mkdtemp(folder));
    snprintf(list, sizeof list, "%s/list.csv", folder);
    snprintf(told, sizeof told, "%s/truth.csv", folder);
    snprintf(command, sizeof command, "'%s' %d %u %s %s %s",
             generator ? generator : "build/tests/bench/generate", REPORTS, seed, form, list, told);
    free(pare_output(command, &status));
    assert_int_equal(status, 0);
    truth.cluster = csv_column(told, "cluster", &truth.count);
    truth.kind = csv_column(told, "kind", &truth.count);
    assert_int_equal(truth.count, REPORTS);
    audit = pare_audit(list);
    score_pairs(audit, &truth, score);
    json_object_put(audit);
    csv_column_free(truth.cluster);
    csv_column_free(truth.kind);
    unlink(list);
    unlink(told);
    assert_int_equal(rmdir(folder), 0);
}

static void copies_are_found(void **state)
{
    const char *form = *state, *seed = getenv("LAW_SEED");
    unsigned first = seed ? (unsigned)strtoul(seed, NULL, 10) * 2 : 0;
    struct score score = {0};

    for (unsigned i = 1; i <= 2; i++)
        score_list(first + i, form, &score);
    print_message("%s: %zu of %zu called the same are, %zu of %zu copies found\n", form,
                  score.right, score.same, score.found, score.copies);
    assert_true(score.copies > 40 && score.same > 40);
    assert_true(score.right * 100 >= score.same * 97);
    assert_true(score.found * 100 >= score.copies * 90);
}

int main(void)
{
    static char wide[] = "wide", long_form[] = "long", names[] = "names";
    const struct CMUnitTest tests[] = {
        {"a row for each report", copies_are_found, NULL, NULL, wide},
        {"a row for each recipient", copies_are_found, NULL, NULL, long_form},
        {"names alone", copies_are_found, NULL, NULL, names},
    };

    return cmocka_run_group_tests_name("laws/generated", tests, NULL, NULL);
}
