#include "sections/sections.h"

/* More than this share of the cost on assumed effort, and people see money rounded. */
static const double mostly_assumed = 0.5;

void sections_begin(struct document *document, const struct story *story)
{
    document->currency = story->assumptions->currency;
    if (story->findings) {
        document->as_of = story->findings->as_of;
        document->about = (double)story->findings->baseline.assumed >
                          mostly_assumed * (double)story->findings->baseline.producer;
    }
}
