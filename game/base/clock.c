// base/clock.c — the system's clocks. Never: called by rules.
#include "base/clock.h"
#include <time.h>

static int64_t read_ns(clockid_t id) {
    struct timespec now;
    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int64_t now_ms(void *context) {
    (void)context;
    return read_ns(CLOCK_MONOTONIC) / 1000000;
}

static int64_t wall_ms(void *context) {
    (void)context;
    return read_ns(CLOCK_REALTIME) / 1000000;
}

Clock clock_system(void) { return (Clock){.now_ms = now_ms, .wall_ms = wall_ms}; }

int32_t clock_second_of_day(int64_t wall_ms) {
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm local;
    if (!localtime_r(&seconds, &local)) return 0;
    return local.tm_hour * 3600 + local.tm_min * 60 + core_min(local.tm_sec, 59);
}

bool clock_stamp(int64_t wall_ms, char *out, size_t room) {
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm local;
    out[0] = 0;
    return wall_ms > 0 && localtime_r(&seconds, &local)
           && strftime(out, room, "%Y-%m-%d %H:%M", &local) > 0;
}

int64_t clock_bench_ns(void) { return read_ns(CLOCK_MONOTONIC); }

int64_t clock_bench_cpu_ns(void) { return read_ns(CLOCK_PROCESS_CPUTIME_ID); }
