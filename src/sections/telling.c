/* Sections tell of one story and not of each other: each fills a part of the document by itself. */
#include "base/memory.h"
#include "base/parallel.h"
#include "sections/sections.h"

struct telling {
    const struct story *story;
    section_function *const *sections;
    struct document **parts; /* by section */
};

static void tell_section(void *context, size_t task)
{
    const struct telling *telling = context;

    telling->sections[task](telling->parts[task], telling->story);
}

void sections_tell(struct document *document, const struct story *story,
                   section_function *const *sections, unsigned threads)
{
    struct telling telling = {story, sections, NULL};
    size_t count = 0, i;

    while (sections[count])
        count++;
    telling.parts = memory_alloc(count, sizeof *telling.parts);
    for (i = 0; i < count; i++)
        telling.parts[i] = document_part(document);
    parallel_for(count, threads, tell_section, &telling);
    for (i = 0; i < count; i++)
        document_join(document, telling.parts[i]);
    memory_free(telling.parts);
}
