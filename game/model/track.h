// model/track.h — what a number of the game is: owners, range, who sees it, where its cells lie. Never: its value (state.h).
#ifndef MODEL_TRACK_H
#define MODEL_TRACK_H
#include "model/kind.h"

// Built-in tracks; the pack's memories follow at TRACK_MEMORY + n.
typedef enum TrackId {
#define TRACK(id, name, row, column, min, max, start, whole, settle, sight, word, help)    \
    TRACK_##id,
#include "model/tracks.def"
#undef TRACK
    TRACK_MEMORY,
} TrackId;

typedef enum Settle {
    SETTLE_CLAMP,
    SETTLE_SATURATE,
    SETTLE_CAP_STANCE,
    SETTLE_CAP_PUBLIC,
    SETTLE_CAP_TRUST,
    SETTLE_CAP_FRAME,
    SETTLE_CAP_TIRED,
    SETTLE_HEAT,
} Settle;

typedef enum Sight {
    SIGHT_EVERYONE, // numbers for all
    SIGHT_BANDS,    // numbers for the owner, bands for others
    SIGHT_OWNER,    // only the row's actor
    SIGHT_BOTH,     // both owners of a pair
    SIGHT_MEMBERS,  // members of the coalition
    SIGHT_REVEALED, // a band for who has learned it
    SIGHT_NOBODY,   // facilitator and debrief only
} Sight;

// One number of this scenario with all its cells: cell = base + row * columns + column.
typedef struct Track {
    uint32_t id;         // Def pool: the name in packs
    uint16_t name;       // TextId: in words, 0 for built-in ones (catalogue "track.<id>")
    uint8_t row, column; // Kind of the owners, KIND_NONE without
    uint16_t base;       // first cell
    uint16_t rows, columns; // at least 1
    int16_t min, max;       // tenths
    uint8_t whole;          // 1: multiples of 10 only
    uint8_t settle;         // Settle
    uint8_t sight;          // Sight
    uint8_t fades;          // percent toward min at each NEWS (memories)
    uint16_t moved_base;    // first cell of State.moved for capped tracks, else UINT16_MAX
    uint8_t shown;          // memories: 0 bar, 1 number, 2 words, 3 hidden
    uint8_t words_count;    // memories shown in words
    uint16_t words[8];      // TextIds
} Track;

typedef struct TrackRow { // the built-in table as data
    const char *name, *band_word, *help;
    int16_t min, max, start;
    uint8_t row, column, whole, settle, sight;
} TrackRow;

// Row of tracks.def for a built-in track (id < TRACK_MEMORY).
const TrackRow *track_row(TrackId id);

#endif // MODEL_TRACK_H
