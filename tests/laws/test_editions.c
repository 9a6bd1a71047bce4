/* Two editions with other ids, in which reports were renamed, dropped and added as people do: those
 * that were renamed are found again. The editions are made by tests/tools/editions.py. */
#include "pare.h"

#include <stdio.h>
#include <unistd.h>

struct trial {
    const char *file, *id, *name;
};

static void find_again(void **state)
{
    const struct trial *trial = *state;
    const char *file = real_inventory(trial->file);
    char folder[] = "/tmp/pare-editions-XXXXXX", command[4000];
    int first = atoi(getenv("LAW_SEED") ? getenv("LAW_SEED") : "0") * 3, seed, status;

    if (system("python3 -c '' 2>/dev/null") != 0) {
        print_message("SKIPPED: no python3, which makes the editions\n");
        skip();
    }
    assert_non_null(mkdtemp(folder));
    for (seed = first + 1; seed <= first + 3; seed++) {
        snprintf(command, sizeof command,
                 "cd '%s' && tool='%s/tests/tools/editions.py' && "
                 "python3 $tool make '%s' after.csv truth.csv --seed %d --id '%s' --name '%s' && "
                 "pare compare '%s' after.csv -q -f json -o compared.json && "
                 "python3 $tool score truth.csv compared.json 0.95 0.90",
                 folder, getenv("PWD"), file, seed, trial->id, trial->name, file);
        free(pare_output(command, &status));
        assert_int_equal(status, 0);
    }
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    free(pare_output(command, &status));
}

int main(void)
{
    static const struct trial trials[] = {
        {"dc_datasets_fy18.csv", "RECORD_ID", "DATASET_NAME"},
        {"nyc_required_reports.csv", "ID", "Required Report Name"},
    };
    const struct CMUnitTest tests[] = {
        {"editions of dc_datasets_fy18.csv", find_again, NULL, NULL, (void *)(uintptr_t)&trials[0]},
        {"editions of nyc_required_reports.csv", find_again, NULL, NULL,
         (void *)(uintptr_t)&trials[1]},
    };
    return cmocka_run_group_tests_name("laws/editions", tests, NULL, NULL);
}
