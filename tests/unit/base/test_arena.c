#include "unit.h"

#include "base/arena.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    struct arena *arena = arena_new();
    size_t i, k;
    (void)state;

    for (i = 1; i < 2000; i += 37) {
        unsigned char *memory = arena_alloc(arena, i);

        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (k = 0; k < i; k++)
            assert_int_equal(memory[k], 0);
        memset(memory, 0xFF, i);
    }
    arena_free(arena);
}

static void a_piece_larger_than_a_block_fits(void **state)
{
    struct arena *arena = arena_new();
    char *large = arena_alloc(arena, 5 << 20);
    char *small = arena_alloc(arena, 1);
    (void)state;

    large[(5 << 20) - 1] = 'x';
    *small = 'y';
    assert_int_equal(large[(5 << 20) - 1], 'x');
    arena_free(arena);
}

static void copies_end_with_nul(void **state)
{
    struct arena *arena = arena_new();
    struct text copy = arena_copy(arena, text_make("abcdef", 3));
    struct text printed = arena_printf(arena, "%d of %s", 7, "twelve");
    (void)state;

    assert_text(copy, "abc");
    assert_int_equal(copy.data[3], 0);
    assert_text(printed, "7 of twelve");
    assert_text(arena_copy(arena, text_make(NULL, 0)), "");
    arena_free(arena);
}

static void what_is_filled_again_is_zeroed(void **state)
{
    struct arena *arena = arena_new();
    int round, i;
    (void)state;

    arena_reset(arena);
    for (round = 0; round < 3; round++) {
        for (i = 0; i < 300; i++) {
            char *memory = arena_alloc(arena, 1000);

            assert_int_equal(memory[0] + memory[999], 0);
            memset(memory, 0x7F, 1000);
        }
        arena_reset(arena);
    }
    arena_free(arena);
}

static void what_was_made_apart_is_taken_over(void **state)
{
    static const bool filled[][2] = {{true, true}, {true, false}, {false, true}, {false, false}};
    size_t i;
    (void)state;

    for (i = 0; i < sizeof filled / sizeof *filled; i++) {
        struct arena *arena = arena_new(), *other = arena_new();
        struct text own = filled[i][0] ? arena_copy(arena, text_of("own")) : text_of("own");
        struct text taken = filled[i][1] ? arena_copy(other, text_of("taken")) : text_of("taken");

        if (filled[i][1])
            *(char *)arena_alloc(other, 3 << 20) = 'x';
        arena_take(arena, other);
        arena_copy(arena, text_of("more"));
        assert_text(own, "own");
        assert_text(taken, "taken");
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(a_piece_larger_than_a_block_fits),
        cmocka_unit_test(copies_end_with_nul),
        cmocka_unit_test(what_is_filled_again_is_zeroed),
        cmocka_unit_test(what_was_made_apart_is_taken_over),
    };
    return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
