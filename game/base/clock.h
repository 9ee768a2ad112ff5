// base/clock.h — time as a small table, so that tests bring their own. Never: decides a rule.
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H
#include "base/core.h"

typedef struct Clock {
    void *context;
    int64_t (*now_ms)(void *context);  // monotonic, for timers and durations
    int64_t (*wall_ms)(void *context); // since 1970, information only
} Clock;

// The system's clocks.
Clock clock_system(void);
// "2026-11-22 16:05" here; false when there is no such moment, "" then.
bool clock_stamp(int64_t wall_ms, char *out, size_t room);
// Seconds since midnight where this machine stands.
int32_t clock_second_of_day(int64_t wall_ms);
// Monotonic nanoseconds, for benches only.
int64_t clock_bench_ns(void);
// Nanoseconds that cores worked for this process, all threads together; other programs on a busy
// machine do not count.
int64_t clock_bench_cpu_ns(void);

#endif // BASE_CLOCK_H
