/* On real inventories: how many of the pairs that people called related are candidates. */
#include "unit.h"

#include <stdio.h>

#include "input/input.h"
#include "match/candidates.h"

enum { LINE = 512, PATH = 1024 };

struct reading {
    struct inventory *inventory;
    struct tokens *tokens;
    struct candidates *found;
};

static void read_inventory(struct reading *reading, const char *path, const char *map)
{
    const char *const maps[] = {map};
    struct input_options options = {.maps = maps, .map_count = map ? 1 : 0};
    struct assumptions assumptions;

    assumptions_init(&assumptions);
    reading->inventory = inventory_read(&path, 1, &options, &assumptions);
    assert_true(reading->inventory->count > 0);
    reading->tokens = tokens_new(reading->inventory, 1);
    reading->found = candidates_find(reading->tokens, 1, true);
}

static void reading_clear(struct reading *reading)
{
    candidates_free(reading->found);
    tokens_free(reading->tokens);
    inventory_free(reading->inventory);
}

static bool in_block(const struct candidates *found, uint32_t a, uint32_t b)
{
    size_t i;
    uint32_t k;

    for (i = 0; i < found->block_count; i++) {
        unsigned both = 0;

        for (k = 0; k < found->blocks[i].count; k++) {
            uint32_t member = found->members[found->blocks[i].first + k];

            both += member == a || member == b;
        }
        if (both == 2)
            return true;
    }
    return false;
}

static bool is_candidate(const struct reading *reading, const char *a, const char *b)
{
    long x = inventory_find(reading->inventory, text_of(a));
    long y = inventory_find(reading->inventory, text_of(b));
    uint32_t first = (uint32_t)(x < y ? x : y), second = (uint32_t)(x < y ? y : x);
    size_t i;

    assert_true(x >= 0 && y >= 0);
    for (i = 0; i < reading->found->count; i++)
        if (reading->found->pairs[i].a == first && reading->found->pairs[i].b == second)
            return true;
    return in_block(reading->found, first, second);
}

/* Cuts a line at its commas; none of the files of pairs has quotes. */
static bool next_line(FILE *file, char *line, char *cells[], size_t count)
{
    size_t i;

    if (!fgets(line, LINE, file))
        return false;
    line[strcspn(line, "\r\n")] = '\0';
    for (i = 0; i < count && line; i++) {
        cells[i] = line;
        line = strchr(line, ',');
        if (line)
            *line++ = '\0';
    }
    return i == count;
}

/* Without the data the test is skipped, which cmocka shows. */
static const char *data_folder(void)
{
    const char *data = getenv("PARE_DATA");

    if (!data || !*data) {
        fputs("SKIPPED: PARE_DATA is not set\n", stderr);
        skip();
    }
    return data;
}

static void check_benchmark(const char *name)
{
    const char *data = data_folder();
    char path[PATH], line[LINE], *cells[3];
    struct reading reading;
    unsigned all = 0, hits = 0;
    FILE *file;

    snprintf(path, sizeof path, "%s/pairs/%s/records.csv", data, name);
    read_inventory(&reading, path, "name=title");
    snprintf(path, sizeof path, "%s/pairs/%s/pairs.csv", data, name);
    file = fopen(path, "r");
    assert_non_null(file);
    while (next_line(file, line, cells, 3))
        if (!strcmp(cells[2], "1")) {
            all++;
            hits += is_candidate(&reading, cells[0], cells[1]);
        }
    fclose(file);
    reading_clear(&reading);
    assert_true(all > 100);
    if (hits < 0.98 * all)
        fail_msg("%s: %u of %u matches are candidates", name, hits, all);
}

static void matching_restaurants_are_candidates(void **unused)
{
    (void)unused;
    check_benchmark("restaurants");
}

static void matching_articles_are_candidates(void **unused)
{
    (void)unused;
    check_benchmark("dblp_acm");
}

static void related_reports_are_candidates(void **unused)
{
    static const char *const inventories[] = {"dc_datasets_fy18", "nyc_required_reports",
                                              "usda_market_reports", "web_analytics_reports"};
    const char *data = data_folder();
    char path[PATH], line[LINE], *cells[4];
    unsigned all = 0, hits = 0;
    size_t i;

    (void)unused;
    for (i = 0; i < sizeof inventories / sizeof *inventories; i++) {
        struct reading reading;
        FILE *file;

        snprintf(path, sizeof path, "%s/inventories/%s.csv", data, inventories[i]);
        read_inventory(&reading, path, NULL);
        snprintf(path, sizeof path, "%s/pairs/report_pairs.csv", data);
        file = fopen(path, "r");
        assert_non_null(file);
        while (next_line(file, line, cells, 4))
            if (!strcmp(cells[0], inventories[i]) && strncmp(cells[3], "related", 7) &&
                strncmp(cells[3], "different", 9)) {
                bool hit = is_candidate(&reading, cells[1], cells[2]);

                all++;
                hits += hit;
                if (!hit)
                    fprintf(stderr, "no candidate: %s %s %s\n", cells[0], cells[1], cells[2]);
            }
        fclose(file);
        reading_clear(&reading);
    }
    assert_true(all > 100);
    if (hits < 0.97 * all)
        fail_msg("%u of %u related pairs are candidates", hits, all);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(matching_restaurants_are_candidates),
        cmocka_unit_test(matching_articles_are_candidates),
        cmocka_unit_test(related_reports_are_candidates),
    };

    return cmocka_run_group_tests_name("candidates_recall", tests, NULL, NULL);
}
