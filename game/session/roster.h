// session/roster.h — who may sit where: places, devices and consents of people, as a table of functions filled by a store. Never: a token or a code, only their fingerprints.
#ifndef SESSION_ROSTER_H
#define SESSION_ROSTER_H
#include "base/digest.h"
#include "base/err.h"
#include "base/region.h"
#include "model/limits.h"

enum {
    ROSTER_DEVICES_MAX = 256,
    ROSTER_LANG_BYTES = 13,
    ROSTER_PURPOSE_BYTES = 17,
    ROSTER_DRAFTS_MAX = 20,
    ROSTER_CONSENTS_MAX = 16,
    ROSTER_FACT_BYTES = 24
};

// A person's place. What it plays is in the State (EVENT_PLACED).
typedef struct RosterSeat {
    int32_t no;  // 1 .. SEATS_MAX
    Digest code; // of the seat code; by it another device finds the same place
    char lang[ROSTER_LANG_BYTES];
    int64_t made_ms; // wall clock, information only
} RosterSeat;

// A telephone or a computer that holds a place. claim is the fingerprint of the id the client made, so
// that the same claim sent again meets the same place.
typedef struct RosterDevice {
    int32_t no, seat;
    Digest token, claim;
    int64_t seen_ms;
    bool revoked;
} RosterDevice;

// What somebody has begun to write and not sent.
typedef struct RosterDraft {
    const char *key, *text;
} RosterDraft;

typedef struct RosterConsent {
    char purpose[ROSTER_PURPOSE_BYTES];
    bool given;
} RosterConsent;

// Every call may fail with an Err in plain words; nothing keeps pointers that were passed in.
typedef struct Roster {
    void *self;
    // A place and a device that holds it; NULL: it stays as it was. Remembered, and written in one commit with the next
    // batches of the journal, or by `keep`; nobody may be told before that. When that commit fails they are forgotten.
    // Whatever else is asked here writes them first.
    void (*put)(void *self, const RosterSeat *seat, const RosterDevice *device);
    void (*put_consent)(
            void *self, int32_t seat, const char *purpose, bool given, int64_t at_ms);
    // A short fact of the session that belongs to its places: the codes they are entered with. Key and value are
    // shorter than ROSTER_FACT_BYTES.
    void (*put_fact)(void *self, const char *key, const char *value);
    bool (*waits)(const void *self);
    bool (*keep)(void *self, Err *err);
    void (*lose)(void *self);
    // What one person agreed to.
    bool (*consent)(void *self, int32_t seat, const char *purpose, bool given,
            int64_t at_ms, Err *err);
    // What one person agreed to or not, up to ROSTER_CONSENTS_MAX.
    bool (*consents)(
            void *self, int32_t seat, RosterConsent *out, int32_t *count, Err *err);
    // Unfinished words of a seat; an empty text drops them. Read back up to ROSTER_DRAFTS_MAX.
    bool (*draft)(void *self, int32_t seat, const char *key, const char *text,
            int64_t at_ms, Err *err);
    bool (*drafts)(void *self, int32_t seat, RosterDraft *out, int32_t *count,
            Region *region, Err *err);
    // Consents and drafts of a person leave; the file is rebuilt by words_erase.
    bool (*forget)(void *self, int32_t seat, Err *err);
    // All places and devices there are, up to the limits above.
    bool (*read)(void *self, RosterSeat *seats, int32_t *seats_count, RosterDevice *devices,
            int32_t *devices_count, Err *err);
} Roster;

#endif // SESSION_ROSTER_H
