// base/core.h — the few words every file uses: integers, MUST_USE, ASSERT, min, max. Never: anything of the game.
#ifndef BASE_CORE_H
#define BASE_CORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define MUST_USE           __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a)  __attribute__((format(printf, f, a)))
#define ARRAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))

// Stays on in release: a failed ASSERT is our bug. The journal is on disk, so a
// restart resumes every table at its last batch.
#define ASSERT(condition)                                                                  \
    do {                                                                                   \
        if (!(condition)) core_assert_failed(#condition, __FILE__, __LINE__);              \
    } while (0)

// Prints what failed and where, and aborts the process.
_Noreturn void core_assert_failed(const char *what, const char *file, int line);

// Names what the process is working on ("session 3 seq 214"), printed by a failed ASSERT.
// The text is copied; NULL clears it. One name for each thread.
void core_context(const char *text);

static inline int32_t core_min(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t core_max(int32_t a, int32_t b) { return a > b ? a : b; }
static inline int32_t core_clamp(int32_t x, int32_t lo, int32_t hi) {
    return x < lo ? lo : (x > hi ? hi : x);
}
// Equal texts. Most words of a list differ in their first letter: only the others are a call.
static inline bool core_same(const char *a, const char *b) {
    return a[0] == b[0] && strcmp(a, b) == 0;
}
static inline int32_t core_abs(int32_t x) { return x < 0 ? -x : x; }

#endif // BASE_CORE_H
