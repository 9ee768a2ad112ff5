// host/pace.h — how fast one connection may speak. Never: what a message means, a clock of its own.
#ifndef HOST_PACE_H
#define HOST_PACE_H
#include "base/core.h"

enum {
    PACE_PER_SECOND = 10, // messages
    PACE_BURST = 30,
    PACE_WORDS_PER_SECOND = 1, // sent words: a whisper, a line of a journal
    PACE_WORDS_BURST = 5,
    PACE_ASKS_PER_SECOND = 5, // questions that change nothing
    PACE_ASKS_BURST = 5,
    PACE_TIMES = 3,                 // too fast so often within PACE_WINDOW_MS: the end
    PACE_REFUSED_MOST = PACE_BURST, // or so many messages refused within it
    PACE_WINDOW_MS = 60 * 1000,
    PACE_CODES_MOST = 5, // wrong codes of one connection
};

// Fills by so many a second.
typedef struct Bucket {
    int64_t since_ms;
    int32_t tokens;
} Bucket;

typedef struct Pace {
    Bucket messages, words, asks;
    int64_t window_ms;      // since when times and refused are counted
    int32_t times, refused; // a time ends when a message is taken again
    int32_t codes;          // wrong ones so far
    bool over;
} Pace;

typedef enum PaceAnswer { PACE_FINE, PACE_TOO_FAST, PACE_END } PaceAnswer;

// Of a new connection. rate scales every speed: messages a second, 0 = PACE_PER_SECOND.
void pace_begin(Pace *pace, int64_t now_ms);
// One more message of any kind.
PaceAnswer pace_message(Pace *pace, int32_t rate, int64_t now_ms);
// This one carries words, or asks something: may it?
bool pace_words(Pace *pace, int32_t rate, int64_t now_ms);
bool pace_ask(Pace *pace, int32_t rate, int64_t now_ms);
// May this connection try another code? A wrong one is told with pace_guessed.
bool pace_may_guess(const Pace *pace);
void pace_guessed(Pace *pace);

#endif // HOST_PACE_H
