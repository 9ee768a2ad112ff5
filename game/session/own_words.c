// session/own_words.c — a person's own words beside the record: checked, kept, looked up. Never: in a log or a batch.
#include "session/own_words.h"
#include "base/utf8.h"
#include <string.h>

enum { DEAL_LETTERS = 140, NAME_LETTERS = 40, IDS_MAX = INT16_MAX };

static bool is_wordy_deal(const Deal *deal) {
    for (int32_t i = 0; i < deal->promises_count && i < PROMISES_MAX; i++) {
        if (deal->promises[i].kind == PROMISE_WORDS) return true;
    }
    return false;
}

// Letters the command may carry; 0 = none.
static int32_t letters_most(const Session *session, const Command *command) {
    if (command->kind == COMMAND_DEAL_OFFER)
        return is_wordy_deal(&command->deal) ? DEAL_LETTERS : 0;
    if (command->kind == COMMAND_PLACE) return NAME_LETTERS;
    if (command->kind != COMMAND_ACT || command->act.move >= session->def->moves_count)
        return 0;
    return session->def->moves[command->act.move].label_max;
}

// Drops what nobody sees or what turns the text; stops at the most letters. Returns the length.
static size_t clean(
        const char *text, size_t length, int32_t most, char *out, size_t capacity) {
    size_t at = 0, written = 0;
    while (at < length) {
        size_t before = at;
        uint32_t letter = utf8_next(text, length, &at);
        if (utf8_is_control(letter, false) || utf8_is_invisible(letter)) continue;
        if (written + (at - before) > capacity) break;
        memcpy(out + written, text + before, at - before);
        if (utf8_letters(out, written + (at - before)) > (size_t)most) break;
        written += at - before;
    }
    return written;
}

void own_words_drop(Command *command) {
    if (command->kind == COMMAND_ACT) command->act.words = 0;
    if (command->kind == COMMAND_DEAL_OFFER) command->deal.words = 0;
    if (command->kind == COMMAND_PLACE) command->d = 0;
}

static void carry(Command *command, uint16_t id) {
    if (command->kind == COMMAND_ACT) command->act.words = id;
    if (command->kind == COMMAND_DEAL_OFFER) command->deal.words = id;
    if (command->kind == COMMAND_PLACE) command->d = (int16_t)id;
}

// A name is a person's; labels and offers are the game's. Who may read them is said with them.
static Bytes words_kind(const Command *command) {
    const char *kind = command->kind == COMMAND_PLACE ? "name" : "label";
    return (Bytes){(const uint8_t *)kind, strlen(kind)};
}

bool own_words_take(Session *session, const Submission *submission, Command *command,
        JournalWords *out) {
    const char *text = submission->words ? submission->words : "";
    int32_t most = letters_most(session, command);
    char normal[OWN_WORDS_BYTES], kept[OWN_WORDS_BYTES];
    size_t length = 0;
    bool usable = most > 0 && *text && session->words_count < IDS_MAX
                  && utf8_valid(text, strlen(text))
                  && utf8_normalize(text, strlen(text), normal, sizeof normal, &length);
    own_words_drop(command);
    length = usable ? clean(normal, length, most, kept, sizeof kept) : 0;
    if (length == 0) return false;
    uint16_t id = (uint16_t)(session->words_count + 1);
    carry(command, id);
    const char *own = region_copy_text(&session->words_region, kept, length);
    static const char scope[] = "all";
    *out = (JournalWords){
            .id = id,
            .seat = submission->source,
            .batch = session_newest_seq(session) + 1,
            .kind = words_kind(command),
            .scope = {(const uint8_t *)scope, sizeof scope - 1},
            .text = {(const uint8_t *)own,   length          }
    };
    if (session->entropy.fill)
        session->entropy.fill(session->entropy.context, out->salt, sizeof out->salt);
    out->commitment = journal_commitment(out->salt, out->kind, out->text);
    return true;
}

static void remember(Session *session, const char *text) {
    if (session->words_count == session->words_capacity) {
        int32_t capacity = session->words_capacity ? 2 * session->words_capacity : 64;
        const char **grown =
                region_take(&session->words_region, sizeof *grown * (size_t)capacity);
        if (session->words_count)
            memcpy(grown, session->words, sizeof *grown * (size_t)session->words_count);
        session->words = grown;
        session->words_capacity = capacity;
    }
    session->words[session->words_count++] = text;
}

void own_words_keep(Session *session, const JournalWords *words) {
    remember(session, (const char *)words->text.data);
}

bool own_words_load(Session *session, Err *err) {
    Journal *journal = &session->journal;
    int64_t last = journal->tail(journal->self).words_id;
    for (int64_t id = 1; id <= last; id++) {
        Region region = {0};
        JournalWords words = {0};
        bool good = journal->words_get(journal->self, id, &words, &region, err);
        bool shown = good && words.id == id && words.state == WORDS_SHOWN;
        const char *text = shown ? region_copy_text(&session->words_region,
                                   (const char *)words.text.data, words.text.length)
                                 : "";
        region_clear(&region);
        if (!good) return false;
        remember(session, text);
    }
    return true;
}

const char *own_words_text(const Session *session, uint16_t id) {
    return id >= 1 && id <= session->words_count ? session->words[id - 1] : "";
}
