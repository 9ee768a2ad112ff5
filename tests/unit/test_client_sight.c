// tests/unit/test_client_sight.c — the shapes of actors are told apart by eyes that see no red, no green, no blue, or no colour at all. Never: a screen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client/paint.h"
#include "client/theme.h"
#include <stdlib.h>

enum {
    SIDE = 24,      // as small as a mark is drawn anywhere
    CHANNELS = 4,   // R G B A
    VISIONS = 4,    // three kinds of colour blindness and grey
    CLEAR = 40,     // steps of 255 by which a dot must differ to count
    DOTS_LEAST = 36 // a spot of six by six
};

// What is left of red, green and blue, in thousandths: rows of the usual simulation at full strength
// (Machado, Oliveira and Fernandes, 2009), and grey by brightness.
static const int32_t EYES[VISIONS][3][3] = {
        {{152, 1053, -205}, {115, 786, 99},  {-4, -48, 1052}},
        {{367, 861, -228},  {280, 673, 47},  {-12, 43, 969} },
        {{1256, -77, -179}, {-78, 931, 148}, {5, 691, 304}  },
        {{213, 715, 72},    {213, 715, 72},  {213, 715, 72} },
};
static const char *const NAMES[VISIONS] = {"no red", "no green", "no blue", "grey"};

typedef struct Mark {
    uint8_t dots[SIDE * SIDE * CHANNELS];
} Mark;

static void draw_mark(Paint *paint, const Theme *theme, int32_t actor, Mark *out) {
    Err err = {0};
    ActorLook look = theme_actor(theme, actor);
    Color ground = theme->colors[COLOR_SURFACE];
    paint_begin(paint, ground);
    paint_shape(paint, look.shape, (Rect){1, 1, SIDE - 2, SIDE - 2}, look.color,
            theme->colors[COLOR_TEXT], ground, look.hollow, 2);
    assert_true(paint_read(paint, out->dots, &err));
    paint_show(paint);
}

static int32_t seen(const uint8_t *dot, const int32_t row[3]) {
    int32_t sum = row[0] * dot[0] + row[1] * dot[1] + row[2] * dot[2];
    return core_clamp(sum / 1000, 0, 255);
}

// How many dots look clearly different.
static int32_t apart(const Mark *a, const Mark *b, int32_t eye) {
    int32_t count = 0;
    for (int32_t i = 0; i < SIDE * SIDE; i++) {
        int32_t most = 0;
        for (int32_t row = 0; row < 3; row++) {
            const int32_t *left = EYES[eye][row];
            most = core_max(most, abs(seen(&a->dots[i * CHANNELS], left)
                                          - seen(&b->dots[i * CHANNELS], left)));
        }
        count += most >= CLEAR;
    }
    return count;
}

// Every pair, a full mark and the hollow one of its own shape too: there the hole alone must say it.
static void two_shapes_are_told_apart(void **state) {
    (void)state;
    Err err = {0};
    Paint *paint = NULL;
    assert_true(paint_create(&paint, SIDE, SIDE, &err));
    Mark *marks = calloc(ACTOR_LOOKS_COUNT, sizeof *marks);
    assert_non_null(marks);
    int32_t bad = 0;
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++) {
        Theme theme = theme_default((ThemeKind)kind);
        for (int32_t i = 0; i < ACTOR_LOOKS_COUNT; i++)
            draw_mark(paint, &theme, i, &marks[i]);
        for (int32_t i = 0; i < VISIONS * ACTOR_LOOKS_COUNT * ACTOR_LOOKS_COUNT; i++) {
            int32_t eye = i % VISIONS, a = i / VISIONS % ACTOR_LOOKS_COUNT,
                    b = i / VISIONS / ACTOR_LOOKS_COUNT;
            int32_t dots = a < b ? apart(&marks[a], &marks[b], eye) : DOTS_LEAST;
            if (dots >= DOTS_LEAST) continue;
            bad++;
            print_error("%s, %s: actors %d and %d differ in %d dots\n",
                    theme_kind_name((ThemeKind)kind), NAMES[eye], a, b, dots);
        }
    }
    assert_int_equal(bad, 0);
    free(marks);
    paint_destroy(paint);
}

// The same shape in two colours that only differ in red would not do: the measure sees that.
static void the_measure_sees_two_that_look_alike(void **state) {
    (void)state;
    Mark red = {{0}}, green = {{0}};
    for (int32_t i = 0; i < SIDE * SIDE; i++) {
        red.dots[i * CHANNELS] = 170;
        red.dots[i * CHANNELS + 1] = 90;
        green.dots[i * CHANNELS] = 110;
        green.dots[i * CHANNELS + 1] = 115;
    }
    assert_true(apart(&red, &green, 0) < DOTS_LEAST || apart(&red, &green, 1) < DOTS_LEAST);
    assert_int_equal(apart(&red, &red, 3), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(two_shapes_are_told_apart),
            cmocka_unit_test(the_measure_sees_two_that_look_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
