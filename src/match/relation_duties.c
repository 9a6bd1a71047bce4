/* Duties that laws state in like words, in inventories where no column tells whom they oblige: the
 * names are headings of sections, the descriptions are the text. */
#include "match/relation_kinds.h"
#include "match/relation_rules.h"

/* Who must report: of what stands before the first "shall" or "must" the last words that tell
 * something, for there the sentence names whom it obliges. */
enum { WHO = 2, NEAR = 6 };

struct obliged {
    bool found, each, body; /* "each board"; one word, for a body of any name */
    uint32_t count;
    uint32_t meaning[WHO]; /* from behind */
};

static void find_obliged(const struct profile *profile, uint32_t report, struct obliged *obliged)
{
    const uint32_t when = WORD_STOP | WORD_PERIOD | WORD_YEAR | WORD_NUMBER | WORD_RHYTHM |
                          WORD_SPAN | WORD_EDITION | WORD_EXTENT;
    const struct word_book *book = &profile->book;
    struct words words = tokens_description(profile->tokens, report);
    uint32_t must = 0;

    *obliged = (struct obliged){.found = false};
    while (must < words.count && !word_is_one_of(profile, words.word[must], ASKED_MUST))
        must++;
    obliged->found = must < words.count;
    for (uint32_t i = 1; i <= must && i <= NEAR && obliged->count < WHO; i++) {
        uint32_t word = words.word[must - i];
        obliged->each |= word_is_one_of(profile, word, ASKED_EACH_OF_ALL);
        if (!(book->classes[book->meaning[word]] & when))
            obliged->meaning[obliged->count++] = book->meaning[word];
    }
    obliged->body = obliged->count > 0 && book->asked[obliged->meaning[0]] >> ASKED_BODY & 1;
}

static bool obliges_one(const struct obliged *a, const struct obliged *b)
{
    uint32_t i = 0;

    while (i < a->count && i < b->count && a->meaning[i] == b->meaning[i])
        i++;
    return a->count == b->count && i == a->count && !a->each && !a->body;
}

bool one_duty(const struct view *view, struct verdict *verdict)
{
    const struct evidence *evidence = view->evidence;
    struct obliged a, b;

    if (!evidence_one_duty(view->evidence) || (view->names_equal && view->names->content))
        return false;
    find_obliged(evidence->profile, evidence->a, &a);
    find_obliged(evidence->profile, evidence->b, &b);
    return a.found && b.found &&
           (obliges_one(&a, &b)
                ? says(verdict, RELATION_VARIANT, 0.6f, "one duty of one in two laws")
                : says(verdict, RELATION_SHARED, 0.6f, "one duty of several in two laws"));
}
