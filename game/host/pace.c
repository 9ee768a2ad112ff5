// host/pace.c — buckets that fill with time, and the count of who empties them too often. Never: closes a connection.
#include "host/pace.h"

static bool take(Bucket *bucket, int64_t now_ms, int64_t per_second, int32_t burst) {
    int64_t gained = (now_ms - bucket->since_ms) * per_second / 1000;
    if (gained > 0) {
        bool full = gained >= burst - bucket->tokens;
        bucket->tokens = full ? burst : (int32_t)(bucket->tokens + gained);
        bucket->since_ms += gained * 1000 / per_second;
    }
    if (bucket->tokens == 0) return false;
    bucket->tokens--;
    return true;
}

static int64_t scaled(int32_t per_second, int32_t rate) {
    int64_t speed = rate ? (int64_t)per_second * rate / PACE_PER_SECOND : per_second;
    return speed > 0 ? speed : 1;
}

void pace_begin(Pace *pace, int64_t now_ms) {
    *pace = (Pace){
            .messages = {now_ms, PACE_BURST      },
            .words = {now_ms, PACE_WORDS_BURST},
            .asks = {now_ms, PACE_ASKS_BURST },
            .window_ms = now_ms
    };
}

// Too fast once is a hasty finger, or a phone that has much to say after a sleep.
static PaceAnswer refuse(Pace *pace, int64_t now_ms) {
    if (now_ms - pace->window_ms >= PACE_WINDOW_MS) {
        pace->window_ms = now_ms;
        pace->times = pace->refused = 0;
    }
    pace->times += !pace->over;
    pace->refused++;
    pace->over = true;
    bool end = pace->times >= PACE_TIMES || pace->refused >= PACE_REFUSED_MOST;
    return end ? PACE_END : PACE_TOO_FAST;
}

PaceAnswer pace_message(Pace *pace, int32_t rate, int64_t now_ms) {
    if (!take(&pace->messages, now_ms, scaled(PACE_PER_SECOND, rate), PACE_BURST))
        return refuse(pace, now_ms);
    pace->over = false;
    return PACE_FINE;
}

bool pace_words(Pace *pace, int32_t rate, int64_t now_ms) {
    return take(
            &pace->words, now_ms, scaled(PACE_WORDS_PER_SECOND, rate), PACE_WORDS_BURST);
}

bool pace_ask(Pace *pace, int32_t rate, int64_t now_ms) {
    return take(&pace->asks, now_ms, scaled(PACE_ASKS_PER_SECOND, rate), PACE_ASKS_BURST);
}

bool pace_may_guess(const Pace *pace) { return pace->codes < PACE_CODES_MOST; }

void pace_guessed(Pace *pace) { pace->codes++; }
