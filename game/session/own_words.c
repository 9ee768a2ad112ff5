// session/own_words.c — a person's own words beside the record: checked, kept, looked up, hidden, erased. Never: in a log or a batch.
#include "session/own_words.h"
#include "base/utf8.h"
#include <stdio.h>
#include <string.h>

enum { DEAL_LETTERS = 140, REASON_LETTERS = 140, NAME_LETTERS = 40, IDS_MAX = INT16_MAX };

// Where the number of the seat they belong to stands in the command.
typedef enum Whose {
    OF_SENDER,
    OF_A,      // a seat
    OF_A_NEXT, // a place counted from 0
} Whose;

typedef struct Carrier {
    uint8_t command; // CommandKind
    uint8_t whose;
    bool lines; // line ends are kept
    const char *kind, *scope;
    int32_t letters; // at most
} Carrier;

// Whose data they are: who wrote them, or whom they are about or for alone.
static const Carrier carriers[] = {
        {COMMAND_PLACE,             OF_A_NEXT, false, "name",        "all",         NAME_LETTERS},
        {COMMAND_NAMED,             OF_A,      false, "name",        "all",         NAME_LETTERS},
        {COMMAND_COALITION_PROPOSE, OF_SENDER, false, "group",       "all",         NAME_LETTERS},
        {COMMAND_VOTE,              OF_SENDER, false, "reason",      "all",         140         },
        {COMMAND_RULE_PROMISE,      OF_SENDER, false, "reason",      "all",         140         },
        {COMMAND_PAUSE,             OF_SENDER, false, "reason",      "all",         140         },
        {COMMAND_ADJUST,            OF_SENDER, false, "reason",      "all",         140         },
        {COMMAND_SAID_ALL,          OF_SENDER, false, "broadcast",   "all",         280         },
        {COMMAND_WHISPERED,         OF_A,      false, "whisper",     "seat",        280         },
        {COMMAND_HELP_ANSWERED,     OF_A,      false, "answer",      "seat",        280         },
        {COMMAND_NOTED,             OF_A,      true,  "note",        "facilitator", 600         },
        {COMMAND_MARKED,            OF_SENDER, false, "mark",        "facilitator", 60          },
        {COMMAND_HELP_ASKED,        OF_A,      false, "help",        "facilitator", 280         },
        {COMMAND_JOURNALED,         OF_A,      true,  "journal",     "me",          6000        },
        {COMMAND_OBSERVED,          OF_A,      false, "observation", "facilitator", 280         },
};

static const Carrier *carrier_of(const Command *command) {
    for (size_t i = 0; i < ARRAY_COUNT(carriers); i++) {
        if (carriers[i].command == command->kind) return &carriers[i];
    }
    return NULL;
}

static bool is_wordy_deal(const Deal *deal) {
    for (int32_t i = 0; i < deal->promises_count && i < PROMISES_MAX; i++) {
        if (deal->promises[i].kind == PROMISE_WORDS) return true;
    }
    return false;
}

// The words say why the facilitator does it.
static bool is_reasoned(const Command *command) {
    return command->by == SENT_BY_CONSOLE || command->kind == COMMAND_PAUSE
           || command->kind == COMMAND_ADJUST;
}

// Letters the command may carry; 0 = none.
static int32_t letters_most(const Session *session, const Command *command) {
    const Carrier *carrier = carrier_of(command);
    if (is_reasoned(command)) return REASON_LETTERS;
    if (command->kind == COMMAND_VOTE && command->b != -1) return 0; // only a no says why
    bool joins = command->kind == COMMAND_COALITION_PROPOSE && command->a != NONE;
    if (joins) return 0; // what is joined has its name
    if (carrier) return carrier->letters;
    if (command->kind == COMMAND_DEAL_OFFER)
        return is_wordy_deal(&command->deal) ? DEAL_LETTERS : 0;
    if (command->kind != COMMAND_ACT || command->act.move >= session->def->moves_count)
        return 0;
    return session->def->moves[command->act.move].label_max;
}

// No script stacks so many marks; somebody who wants to cover the lines above does.
enum { MARKS_MAX = 6 };

// Counts the marks in a row. True while there are few enough.
static bool is_stack_low(uint32_t letter, int32_t *marks) {
    *marks = utf8_is_mark(letter) ? *marks + 1 : 0;
    return *marks <= MARKS_MAX;
}

// Drops what nobody sees or what turns the text, and marks heaped on one letter; stops at the most letters. Returns
// the length.
static size_t clean(const char *text, size_t length, int32_t most, bool lines, char *out,
        size_t capacity) {
    size_t at = 0, written = 0;
    int32_t marks = 0;
    while (at < length) {
        size_t before = at;
        uint32_t letter = utf8_next(text, length, &at);
        if (utf8_is_control(letter, lines) || utf8_is_invisible(letter)) continue;
        if (!is_stack_low(letter, &marks)) continue;
        size_t grown = written + (at - before);
        if (grown > capacity) break;
        memcpy(out + written, text + before, at - before);
        // No text has more letters than bytes, so most need not be counted.
        if (grown > (size_t)most && utf8_letters(out, grown) > (size_t)most) break;
        written = grown;
    }
    return written;
}

static void carry(Command *command, uint16_t id) {
    if (is_reasoned(command)) {
        command->reason = id;
        return;
    }
    if (command->kind == COMMAND_ACT) command->act.words = id;
    if (command->kind == COMMAND_DEAL_OFFER) command->deal.words = id;
    if (carrier_of(command)) command->d = (int16_t)id;
}

void own_words_drop(Command *command) { carry(command, 0); }

uint16_t own_words_id(const Command *command) {
    if (is_reasoned(command)) return command->reason;
    if (command->kind == COMMAND_ACT) return command->act.words;
    if (command->kind == COMMAND_DEAL_OFFER) return command->deal.words;
    return carrier_of(command) ? (uint16_t)command->d : 0;
}

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static int32_t seat_of(const Submission *submission, const Command *command) {
    const Carrier *carrier = carrier_of(command);
    if (carrier && carrier->whose == OF_A) return command->a;
    if (carrier && carrier->whose == OF_A_NEXT) return command->a + 1;
    return submission->source;
}

static const char *scope_of(const Command *command) {
    static const char *const journals[] = {"me", "facilitator", "group"};
    const Carrier *carrier = carrier_of(command);
    if (command->kind == COMMAND_JOURNALED && command->b >= 0
            && command->b < JOURNAL_SCOPES_COUNT) {
        return journals[command->b];
    }
    return carrier ? carrier->scope : "all";
}

static void describe(const Session *session, const Submission *submission,
        const Command *command, JournalWords *out) {
    const Carrier *carrier = carrier_of(command);
    *out = (JournalWords){.id = session->words_count + 1,
            .seat = seat_of(submission, command),
            .batch = session_newest_seq(session) + 1,
            .kind = text_bytes(is_reasoned(command) ? "reason"
                               : carrier            ? carrier->kind
                                                    : "label"),
            .scope = text_bytes(scope_of(command))};
}

bool own_words_take(Session *session, const Submission *submission, Command *command,
        JournalWords *out) {
    const char *text = submission->words ? submission->words : "";
    const Carrier *carrier = carrier_of(command);
    int32_t most = letters_most(session, command);
    char normal[OWN_WORDS_MAX], kept[OWN_WORDS_MAX];
    size_t length = 0;
    bool usable = most > 0 && *text && session->words_count < IDS_MAX
                  && utf8_valid(text, strlen(text))
                  && utf8_normalize(text, strlen(text), normal, sizeof normal, &length);
    own_words_drop(command);
    length = usable ? clean(
                     normal, length, most, carrier && carrier->lines, kept, sizeof kept)
                    : 0;
    if (length == 0) return false;
    carry(command, (uint16_t)(session->words_count + 1));
    describe(session, submission, command, out);
    char *own = region_copy_text(&session->words_region, kept, length);
    session->words_fresh = own;
    out->text = (Bytes){(const uint8_t *)own, length};
    if (session->entropy.fill)
        session->entropy.fill(session->entropy.context, out->salt, sizeof out->salt);
    out->commitment = journal_commitment(out->salt, out->kind, out->text);
    return true;
}

void own_words_mark(const Digest *commitment, char out[OWN_WORDS_MARK]) {
    char hex[2 * DIGEST_BYTES + 1];
    digest_hex(commitment, hex);
    snprintf(out, OWN_WORDS_MARK, ",\"words\":\"%s\"}", hex);
}

static void remember(Session *session, OwnWords words) {
    if (session->words_count == session->words_capacity) {
        int32_t capacity = session->words_capacity ? 2 * session->words_capacity : 64;
        OwnWords *grown =
                region_take(&session->words_region, sizeof *grown * (size_t)capacity);
        if (session->words_count)
            memcpy(grown, session->words, sizeof *grown * (size_t)session->words_count);
        session->words = grown;
        session->words_capacity = capacity;
    }
    session->words[session->words_count++] = words;
}

static OwnWords own_of(const JournalWords *words, char *text) {
    return (OwnWords){.text = text,
            .length = words->text.length,
            .seat = words->seat,
            .state = (uint8_t)words->state};
}

void own_words_keep(Session *session, const JournalWords *words) {
    remember(session, own_of(words, session->words_fresh));
}

bool own_words_load(Session *session, Err *err) {
    Journal *journal = &session->journal;
    int64_t last = journal->tail(journal->self).words_id;
    for (int64_t id = 1; id <= last; id++) {
        Region region = {0};
        JournalWords words = {0};
        bool good = journal->words_get(journal->self, id, &words, &region, err);
        if (good && words.id != id) words = (JournalWords){.state = WORDS_ERASED};
        char *text = region_copy_text(
                &session->words_region, (const char *)words.text.data, words.text.length);
        if (good) remember(session, own_of(&words, text));
        region_clear(&region);
        if (!good) return false;
    }
    return true;
}

static OwnWords *find(const Session *session, int64_t id) {
    return id >= 1 && id <= session->words_count ? &session->words[id - 1] : NULL;
}

const char *own_words_text(const Session *session, uint16_t id) {
    const OwnWords *words = find(session, id);
    return words && words->state == WORDS_SHOWN ? words->text : "";
}

bool own_words_hide(Session *session, uint16_t id, bool hidden, Err *err) {
    Journal *journal = &session->journal;
    OwnWords *words = find(session, id);
    if (!words || words->state == WORDS_ERASED) return true;
    if (journal->self && !journal->words_hide(journal->self, id, hidden, err)) return false;
    words->state = hidden ? WORDS_HIDDEN : WORDS_SHOWN;
    return true;
}

// A seat that was merged into another is the same person.
static int32_t person_of(const Session *session, int32_t seat) {
    for (int32_t i = 0; i < SEATS_MAX && seat >= 1 && seat <= SEATS_MAX; i++) {
        if (!session->people.joined[seat]) break;
        seat = session->people.joined[seat];
    }
    return seat;
}

int32_t own_words_of(const Session *session, int32_t seat, int64_t *ids, int32_t capacity) {
    int32_t count = 0, person = person_of(session, seat);
    for (int32_t i = 0; i < session->words_count && count < capacity; i++) {
        const OwnWords *words = &session->words[i];
        if (words->state == WORDS_ERASED || person_of(session, words->seat) != person)
            continue;
        ids[count++] = i + 1;
    }
    return count;
}

bool own_words_erase(Session *session, const int64_t *ids, int32_t count, Err *err) {
    Journal *journal = &session->journal;
    if (journal->self && !journal->words_erase(journal->self, ids, count, err))
        return false;
    for (int32_t i = 0; i < count; i++) {
        OwnWords *words = find(session, ids[i]);
        if (!words) continue;
        memset(words->text, 0, words->length);
        words->state = WORDS_ERASED;
    }
    return true;
}
