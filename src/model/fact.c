#include "model/fact.h"

void facts_init(struct facts *facts, struct arena *arena)
{
    facts->arena = arena;
    facts->fact = NULL;
    facts->count = facts->capacity = 0;
}

void facts_add(struct facts *facts, enum fact_kind kind, double x, double y, struct text a,
               struct text b)
{
    if (facts->count == facts->capacity) {
        size_t capacity = facts->capacity ? 2 * facts->capacity : 8;
        struct fact *grown = ARENA_ARRAY(facts->arena, capacity, struct fact);
        for (size_t i = 0; i < facts->count; i++)
            grown[i] = facts->fact[i];
        facts->fact = grown;
        facts->capacity = capacity;
    }
    struct fact *fact = &facts->fact[facts->count++];
    fact->kind = kind;
    fact->number[0] = x;
    fact->number[1] = y;
    fact->text[0] = arena_copy(facts->arena, a);
    fact->text[1] = arena_copy(facts->arena, b);
}

const char *fact_key(enum fact_kind kind)
{
    static const char *const keys[] = {
#define FACT(NAME, key) key,
#include "model/facts.def"
#undef FACT
    };
    return keys[kind];
}
