// cli/privacy.c — words, consents and parts of people as CSV. Never: a cell that begins like a formula.
#include "cli/privacy.h"
#include "base/file.h"
#include "cli/namelike.h"
#include "cli/pseudonym.h"
#include "host/keep.h"
#include "session/papers_page.h"
#include "session/report_page.h"
#include <stdio.h>
#include <string.h>

enum { GROUP_LEAST = 5 };

// Programs look past blanks at the start, and some take the wide letters of East Asia for the narrow ones.
static bool is_formula(const char *text, size_t length) {
    static const char *const starts[] = {"=", "+", "-", "@", "|", "%", "\t", "\r", "\n",
            "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    size_t at = 0;
    while (at < length && text[at] == ' ')
        at++;
    for (size_t i = 0; i < ARRAY_COUNT(starts); i++) {
        size_t wanted = strlen(starts[i]);
        if (length - at >= wanted && memcmp(text + at, starts[i], wanted) == 0) return true;
    }
    return false;
}

// Quoted, and harmless where a program would take it for a formula.
static void add_cell(Buffer *out, const char *text, size_t length) {
    buffer_add_text(out, "\"");
    if (is_formula(text, length)) buffer_add_text(out, "'");
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"') buffer_add_text(out, "\"");
        buffer_add(out, &text[i], 1);
    }
    buffer_add_text(out, "\"");
}

static void text_cell(Buffer *out, const char *text) { add_cell(out, text, strlen(text)); }

static bool is_asked_for(const Session *session, int32_t of, int32_t seat) {
    while (of >= 1 && of <= SEATS_MAX && session->people.joined[of])
        of = session->people.joined[of];
    return seat == 0 || of == seat;
}

static bool says(Bytes bytes, const char *text) {
    return bytes.length == strlen(text) && memcmp(bytes.data, text, bytes.length) == 0;
}

// A private entry is the person's own: it leaves only in the person's own file.
static bool is_shared(const JournalWords *words, int32_t seat, ExportLevel level) {
    if (words->state == WORDS_ERASED) return false;
    if (seat > 0) return true;
    if (level != EXPORT_FULL && says(words->kind, "name")) return false;
    return !says(words->scope, "me");
}

// With `names` a reader is told where somebody may still be named: by a word that nobody was called here.
static void word_row(Buffer *out, const Def *def, const JournalWords *words,
        const Pseudonyms *names, bool look) {
    Buffer text = {0};
    buffer_add(&text, (const char *)words->text.data, words->text.length);
    pseudonym_apply(names, &text);
    buffer_format(out, "%d,%lld,", words->seat, (long long)words->batch);
    add_cell(out, (const char *)words->kind.data, words->kind.length);
    buffer_add_text(out, ",");
    add_cell(out, (const char *)words->scope.data, words->scope.length);
    buffer_add_text(out, ",");
    add_cell(out, text.data ? text.data : "", text.length);
    if (look) buffer_add_text(out, ",");
    if (look && namelike(def, text.data ? text.data : "", text.length))
        buffer_add_text(out, PRIVACY_LOOK);
    buffer_add_text(out, "\r\n");
    buffer_free(&text);
}

static bool add_words(
        const Session *session, int32_t seat, ExportLevel level, Buffer *out, Err *err) {
    const Journal *journal = &session->journal;
    int64_t last = journal->tail(journal->self).words_id;
    Pseudonyms names = {0};
    bool looks = level != EXPORT_FULL && seat == 0;
    if (looks && !pseudonym_read(&names, journal, err)) return false;
    bool good = true;
    for (int64_t id = 1; good && id <= last; id++) {
        Region region = {0};
        JournalWords words;
        good = journal->words_get(journal->self, id, &words, &region, err);
        if (good && words.id == id && is_asked_for(session, words.seat, seat)
                && is_shared(&words, seat, level)) {
            word_row(out, session->def, &words, &names, looks);
        }
        region_clear(&region);
    }
    pseudonym_free(&names);
    return good;
}

static bool add_consents(const Roster *roster, int32_t seat, Buffer *out, Err *err) {
    RosterConsent consents[ROSTER_CONSENTS_MAX];
    int32_t count = 0;
    if (!roster->consents(roster->self, seat, consents, &count, err)) return false;
    for (int32_t i = 0; i < count; i++) {
        buffer_format(out, "%d,,\"consent\",", seat);
        text_cell(out, consents[i].purpose);
        buffer_add_text(out, consents[i].given ? ",\"yes\"\r\n" : ",\"no\"\r\n");
    }
    return true;
}

static bool add_drafts(const Roster *roster, int32_t seat, Buffer *out, Err *err) {
    RosterDraft drafts[ROSTER_DRAFTS_MAX];
    Region region = {0};
    int32_t count = 0;
    bool good = roster->drafts(roster->self, seat, drafts, &count, &region, err);
    for (int32_t i = 0; good && i < count; i++) {
        buffer_format(out, "%d,,\"draft\",\"me\",", seat);
        text_cell(out, drafts[i].text);
        buffer_add_text(out, "\r\n");
    }
    region_clear(&region);
    return good;
}

// How often each thing happened, over everybody.
static void add_counts(const Session *session, Buffer *out) {
    int32_t people = 0, counts[EVENT_COUNT] = {0};
    for (int32_t i = 0; i < SEATS_MAX; i++)
        people += session->state.place_role[i] != ROLE_FREE;
    buffer_add_text(out, "\"what\",\"how often\"\r\n");
    if (people < GROUP_LEAST) return;
    for (int32_t i = 0; i < session->people.count; i++)
        counts[session->people.lines[i].kind]++;
    buffer_format(out, "\"people\",%d\r\n", people);
    for (int32_t kind = 0; kind < EVENT_COUNT; kind++) {
        if (counts[kind] == 0) continue;
        text_cell(out, event_name((EventKind)kind));
        buffer_format(out, ",%d\r\n", counts[kind]);
    }
}

bool privacy_table(Session *session, const Roster *roster, int32_t seat, ExportLevel level,
        Buffer *out, Err *err) {
    if (level == EXPORT_AGGREGATE) {
        add_counts(session, out);
        return true;
    }
    bool looks = level != EXPORT_FULL && seat == 0;
    buffer_add_text(out, "\"seat\",\"step\",\"kind\",\"for\",\"text\"");
    buffer_add_text(out, looks ? ",\"look\"\r\n" : "\r\n");
    if (!add_words(session, seat, level, out, err)) return false;
    if (seat == 0) return true;
    return add_consents(roster, seat, out, err) && add_drafts(roster, seat, out, err);
}

static const char *phase_of(const Session *session, const Event *event) {
    const Def *def = session->def;
    return event->phase < def->phases_count
                   ? def_text(def, def->phases[event->phase].names.id)
                   : "";
}

static void add_record(const Session *session, Buffer *out) {
    const Def *def = session->def;
    buffer_add_text(out, "\"round\",\"phase\",\"who\",\"what\",\"a\",\"b\"\r\n");
    for (int32_t i = 0; i < session->ledger.count; i++) {
        const Event *event = &session->ledger.items[i];
        bool secret = event->flags & (EVENT_SECRET | EVENT_QUIET);
        if (secret || event->kind == EVENT_DELTA || event->kind == EVENT_RNG) continue;
        buffer_format(out, "%d,", event->round);
        text_cell(out, phase_of(session, event));
        buffer_add_text(out, ",");
        text_cell(out,
                event->actor == NONE ? "" : def_id(def, (Thing){KIND_ACTOR, event->actor}));
        buffer_add_text(out, ",");
        text_cell(out, event_name((EventKind)event->kind));
        buffer_format(out, ",%d,%d\r\n", event->a, event->b);
    }
}

static const char *file_word(ExportKind kind, ExportLevel level) {
    if (kind == EXPORT_REPORT) return "report";
    if (kind == EXPORT_PAPERS) return "papers";
    return kind == EXPORT_RECORD && level != EXPORT_AGGREGATE ? "record" : "words";
}

static bool fill(Party *party, ExportKind kind, ExportLevel level, const char *lang,
        Buffer *out, Err *err) {
    Session *session = party->table->session;
    Language language = party->tongues.of(party->tongues.context, lang);
    if (kind == EXPORT_REPORT) {
        report_page(session, &language, level, out);
        return true;
    }
    if (kind == EXPORT_PAPERS) {
        papers_page(session, &language, out);
        return true;
    }
    if (kind == EXPORT_RECORD && level != EXPORT_AGGREGATE) {
        add_record(session, out);
        return true;
    }
    return privacy_table(session, &party->seats.roster, 0, level, out, err);
}

bool privacy_export(const char *data, Party *party, ExportKind kind, ExportLevel level,
        const char *lang, char path[HALL_PATH_BYTES], Err *err) {
    static const char *const levels[] = {"full", "pseudonym", "aggregate"};
    Region region = {0};
    Buffer out = {0};
    char name[KEEP_NAME_BYTES];
    keep_name(party, name);
    snprintf(path, HALL_PATH_BYTES, "%s/exports/%s-%s-%s.%s", data,
            name[0] ? name : "session", file_word(kind, level), levels[level],
            kind == EXPORT_REPORT || kind == EXPORT_PAPERS ? "html" : "csv");
    bool good = file_make_folder(region_format(&region, "%s/exports", data), err)
                && fill(party, kind, level, lang, &out, err)
                && file_write(path, out.data ? out.data : "", out.length, err);
    buffer_free(&out);
    region_clear(&region);
    return good;
}
