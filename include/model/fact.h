/* A fact is one piece of evidence: what it is, with its numbers and texts. The words for it are the
 * business of src/sections. */
#ifndef PARE_MODEL_FACT_H
#define PARE_MODEL_FACT_H

#include "base/arena.h"

enum fact_kind {
#define FACT(name, key) FACT_##name,
#include "model/facts.def"
#undef FACT
    FACT_COUNT
};

struct fact {
    enum fact_kind kind;
    double number[2];
    struct text text[2];
};

/* A growing list of facts; texts are copied into the arena. */
struct facts {
    struct arena *arena;
    struct fact *fact;
    size_t count, capacity;
};

void facts_init(struct facts *facts, struct arena *arena);
void facts_add(struct facts *facts, enum fact_kind kind, double x, double y, struct text a,
               struct text b);
const char *fact_key(enum fact_kind kind);

#endif
