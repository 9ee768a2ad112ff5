// host/undone.c — reads from the record whose acts a rewind left behind, so that each comes back as a draft where it was written. Never: changes the record.
#include "host/undone.h"
#include <string.h>

static void take(Undone *undone, const JournalBatch *batch) {
    bool own = batch->source > 0 && batch->source <= SEATS_MAX && batch->action.length > 0
               && batch->action.length < UNDONE_ID_BYTES;
    if (!own || undone->count == UNDONE_MAX) return;
    undone->items[undone->count].seat = (uint8_t)batch->source;
    memcpy(undone->items[undone->count].id, batch->action.data, batch->action.length);
    undone->items[undone->count].id[batch->action.length] = 0;
    undone->count++;
}

static void read_one(Undone *undone, const Session *session, int64_t seq) {
    Region region = {0};
    JournalBatch batch = {0};
    int32_t count = 0;
    Err ignored = {0}; // without the record there are no drafts, and nothing else is lost
    const Journal *journal = &session->journal;
    bool read = journal->self
                && journal->read(journal->self, seq, &batch, 1, &count, &region, &ignored);
    if (read && count == 1 && batch.seq == seq) take(undone, &batch);
    region_clear(&region);
}

void undone_look(Undone *undone, const Session *session) {
    if (undone->rewinds == session->rewinds) return;
    undone->rewinds = session->rewinds;
    undone->count = 0;
    for (int32_t seq = session->marks_count - 1; seq > 0 && undone->count < UNDONE_MAX;
            seq--) {
        const Mark *mark = &session->marks[seq];
        bool left = !mark->on && mark->branch == session->branches_count;
        if (left && mark->act) read_one(undone, session, seq);
    }
}
