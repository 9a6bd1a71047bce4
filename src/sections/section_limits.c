#include "sections/sections.h"

static void tell_protected(struct document *document, const struct story *story)
{
    const struct findings *findings = story->findings;
    int64_t cost = 0;
    size_t count = 0, i;
    struct text money, reports;

    for (i = 0; i < story->inventory->count; i++) {
        if (!findings->protected_by_mandate[i] || story->relations->listed_as[i] != i)
            continue;
        count++;
        cost += baseline_producer(&findings->baseline, i);
    }
    if (!count)
        return;
    money = document_money(document, cost);
    reports = document_number_of(document, count, "report", "reports");
    document_term(document, "Not touched",
                  document_text(document, "%.*s that a law, contract or auditor asks for (%.*s)",
                                TEXT_ARGS(reports), TEXT_ARGS(money)));
}

static void tell_unread(struct document *document, const struct inventory *inventory)
{
    size_t unread = 0, ambiguous = 0, i;
    const uint32_t *frequency = inventory->columns[FIELD_frequency].number;

    for (i = 0; frequency && i < inventory->count; i++) {
        enum frequency_status status = inventory->frequencies[frequency[i]].status;

        unread += status == FREQUENCY_UNKNOWN;
        ambiguous +=
            status == FREQUENCY_AMBIGUOUS && !inventory->frequencies[frequency[i]].business_days;
    }
    if (unread)
        document_term(document, "Not read",
                      document_text(document,
                                    "%zu %s: the frequency could not be read; pare check "
                                    "lists them",
                                    unread, unread == 1 ? "report" : "reports"));
    if (ambiguous)
        document_term(document, "Two ways",
                      document_text(document,
                                    "%zu %s: the frequency can be read in two ways; the "
                                    "lower one is used",
                                    ambiguous, ambiguous == 1 ? "report" : "reports"));
}

void section_limits(struct document *document, const struct story *story)
{
    tell_protected(document, story);
    tell_unread(document, story->inventory);
}
