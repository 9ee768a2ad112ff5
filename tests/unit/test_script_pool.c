// tests/unit/test_script_pool.c — blocks of a machine's memory and texts that were met: nothing overlaps, nothing is lost. Never: Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "script/known.h"
#include "script/pool.h"
#include <string.h>

enum { BLOCKS = 400, TURNS = 20000, SIZE_MAX_TRIED = 700 };

typedef struct Kept {
    unsigned char *bytes;
    size_t size;
    unsigned char fill;
} Kept;

static void check(const Kept *kept) {
    for (size_t i = 0; i < kept->size; i++)
        assert_int_equal(kept->bytes[i], kept->fill);
}

static void resize(Pool *pool, Kept *kept, size_t size, unsigned char fill) {
    size_t same = kept->size < size ? kept->size : size;
    check(kept);
    kept->bytes = pool_resize(pool, kept->bytes, kept->size, size);
    kept->size = same;
    check(kept); // what was in it moved with it
    kept->size = size;
    kept->fill = fill;
    if (size > 0) memset(kept->bytes, fill, size);
}

static void test_blocks_keep_what_is_in_them(void **unused) {
    (void)unused;
    static Kept kept[BLOCKS];
    Pool pool = {0};
    Rng rng = rng_seed(1, 2);
    for (int32_t turn = 0; turn < TURNS; turn++) {
        Kept *one = &kept[rng_draw(&rng, BLOCKS)];
        size_t size = rng_draw(&rng, 4) == 0 ? 0 : rng_draw(&rng, SIZE_MAX_TRIED);
        resize(&pool, one, size, (unsigned char)turn);
        assert_true(size == 0 || (uintptr_t)one->bytes % 16 == 0);
    }
    for (int32_t i = 0; i < BLOCKS; i++)
        resize(&pool, &kept[i], 0, 0);
    pool_free(&pool);
    assert_null(pool.slabs);
}

static void test_a_block_given_back_is_given_out_again(void **unused) {
    (void)unused;
    Pool pool = {0};
    void *first = pool_resize(&pool, NULL, 0, 40);
    assert_null(pool_resize(&pool, first, 40, 0));
    assert_ptr_equal(pool_resize(&pool, NULL, 0, 48), first);
    pool_free(&pool);
}

static void test_texts_are_known_by_where_they_stand(void **unused) {
    (void)unused;
    static char texts[200][8];
    Region region = {0};
    Known known = {0};
    assert_null(known_find(&known, texts[0]));
    for (int32_t i = 0; i < 200; i++) {
        known_add(&known, &region, texts[i], i);
        known_add(&known, &region, texts[i], -1); // the first stays
    }
    for (int32_t i = 0; i < 200; i++) {
        assert_non_null(known_find(&known, texts[i]));
        assert_int_equal(*known_find(&known, texts[i]), i);
        assert_null(known_find(&known, texts[i] + 1));
    }
    static const char longer[] = "a text of more than forty letters may stand twice in Lua";
    known_add(&known, &region, longer, 1);
    assert_null(known_find(&known, longer));
    region_clear(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_blocks_keep_what_is_in_them),
            cmocka_unit_test(test_a_block_given_back_is_given_out_again),
            cmocka_unit_test(test_texts_are_known_by_where_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
