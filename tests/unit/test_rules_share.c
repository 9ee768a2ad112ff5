// tests/unit/test_rules_share.c — factors, saturation and sharing out against the published numbers. Never: a game played.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "rules/delta.h"
#include "rules/factor.h"
#include <stdlib.h>

// The coefficients of the standard deck that these factors read.
static Def *standard(void) {
    static const struct {
        Coef coef;
        int16_t value;
    } deck[] = {
            {COEF_GATE_FLOOR,       50},
            {COEF_GATE_SLOPE,       1 },
            {COEF_REPEAT_2,         60},
            {COEF_REPEAT_3,         30},
            {COEF_REPEAT_4,         10},
            {COEF_TOGETHER_STEP,    25},
            {COEF_INSIDE_OUTSIDE,   25},
            {COEF_COORDINATE_BONUS, 10},
            {COEF_BREADTH_STEP,     3 },
            {COEF_TIRED,            1 },
            {COEF_ABROAD_WEAKENS,   10}
    };
    Def *def = calloc(1, sizeof *def);
    ASSERT(def != NULL);
    def_neutral(def);
    for (size_t i = 0; i < ARRAY_COUNT(deck); i++)
        def->coef[deck[i].coef] = deck[i].value;
    return def;
}

// Row 1.
static void test_standing(void **unused) {
    (void)unused;
    Def *def = standard();
    static const int32_t rows[][2] = {
            {0,    50 },
            {200,  70 },
            {500,  100},
            {655,  115},
            {800,  130},
            {1000, 150}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++)
        assert_int_equal(factor_standing(def, rows[i][0]), rows[i][1]);
    def_neutral(def);
    assert_int_equal(factor_standing(def, 655), 100);
    free(def);
}

// Rows 2 and 3: a product truncates toward zero after each factor.
static void test_products(void **unused) {
    (void)unused;
    Def *def = standard();
    int32_t alone = factor_percent(50, factor_standing(def, 650)),
            more = factor_percent(70, factor_standing(def, 650));
    assert_int_equal(alone, 57);
    assert_int_equal(factor_percent(alone, factor_repeat(def, 1)), 34);
    assert_int_equal(factor_percent(alone, factor_together(def, 3, false, false)), 85);
    assert_int_equal(more, 80);
    assert_int_equal(factor_percent(more, factor_together(def, 3, true, false)), 140);
    assert_int_equal(factor_percent(-57, 60), -34);
    free(def);
}

// Row 6.
static void test_together_breadth_tired(void **unused) {
    (void)unused;
    Def *def = standard();
    static const int32_t together[] = {100, 125, 150, 175, 175},
                         tired[] = {100, 50, 33, 25};
    static const int32_t breadth[][2] =
            {
                    {1, 100},
                    {2, 100},
                    {3, 103},
                    {5, 109},
                    {7, 112}
    },
                         repeat[] = {100, 60, 30, 10, 10};
    for (int32_t i = 0; i < 5; i++)
        assert_int_equal(factor_together(def, i + 1, false, false), together[i]);
    for (int32_t i = 0; i < 4; i++)
        assert_int_equal(factor_tired(def, i, 0), tired[i]);
    for (int32_t i = 0; i < 5; i++)
        assert_int_equal(factor_breadth(def, breadth[i][0]), breadth[i][1]);
    for (int32_t i = 0; i < 5; i++)
        assert_int_equal(factor_repeat(def, i), repeat[i]);
    assert_int_equal(factor_together(def, 1, true, false), 100);
    assert_int_equal(factor_together(def, 2, true, true), 160);
    free(def);
}

// Row 4.
static void test_saturation(void **unused) {
    (void)unused;
    static const int32_t rows[][3] = {
            {450, -40,  414},
            {450, -80,  378},
            {800, 40,   816},
            {650, 20,   664},
            {300, -40,  276},
            {20,  -400, 4  },
            {980, 100,  984},
            {500, 40,   540},
            {500, -40,  460},
            {800, -40,  760},
            {300, 40,   340}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        assert_int_equal(rows[i][0] + delta_saturate(rows[i][0], rows[i][1]), rows[i][2]);
    }
}

static void shared(
        const int32_t *raw, int32_t count, int32_t applied, const int32_t *expected) {
    int32_t out[8];
    delta_share_out(raw, count, applied, out);
    for (int32_t i = 0; i < count; i++)
        assert_int_equal(out[i], expected[i]);
}

// Row 5.
static void test_share_out(void **unused) {
    (void)unused;
    shared((int32_t[]){80, 63, -30}, 3, 80, (int32_t[]){61, 49, -30});
    shared((int32_t[]){40}, 1, 16, (int32_t[]){16});
    shared((int32_t[]){-40, -40}, 2, -72, (int32_t[]){-36, -36});
    shared((int32_t[]){10, 20}, 2, 30, (int32_t[]){10, 20});
}

// Whatever was cut, what was applied adds up, and who pushed the other way gives up nothing.
static void test_share_out_adds_up(void **unused) {
    (void)unused;
    Rng rng = rng_seed(5, 5);
    for (int32_t round = 0; round < 20000; round++) {
        int32_t raw[8], out[8], sum = 0, count = 1 + (int32_t)rng_draw(&rng, 8), total = 0;
        for (int32_t i = 0; i < count; i++)
            sum += raw[i] = (int32_t)rng_draw(&rng, 401) - 200;
        int32_t applied = sum == 0 ? 0
                                   : (int32_t)rng_draw(&rng, (uint32_t)core_abs(sum) + 1)
                                             * (sum < 0 ? -1 : 1);
        delta_share_out(raw, count, applied, out);
        for (int32_t i = 0; i < count; i++) {
            total += out[i];
            if (raw[i] != 0 && (raw[i] < 0) != (sum < 0)) assert_int_equal(out[i], raw[i]);
        }
        assert_int_equal(total, applied);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_standing),
            cmocka_unit_test(test_products),
            cmocka_unit_test(test_together_breadth_tired),
            cmocka_unit_test(test_saturation),
            cmocka_unit_test(test_share_out),
            cmocka_unit_test(test_share_out_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
