/* The changes of the proposal, each to be decided on, and what somebody outside would have to
 * allow. */
#include "sections/change_list.h"
#include "sections/sections.h"

void section_one_by_one(struct document *document, const struct story *story)
{
    if (!story->plan->count && !story->plan->outside_count)
        return;
    document_heading(document, 1, text_of("The changes, one by one"));
    if (story->plan->count)
        document_paragraph(
            document, text_of("Each change stands here with what it saves if it is done, what is "
                              "expected after what usually fails, and why it is proposed. Each "
                              "can be accepted, rejected or put off by itself."));
    change_list(document, story);
    section_outside(document, story);
}
