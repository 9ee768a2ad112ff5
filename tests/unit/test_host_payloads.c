// tests/unit/test_host_payloads.c — hostile names and words, from the hall to every reader: seats, board, console, report, table, terminal. Never: a browser (tests/web does that).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "cli/privacy.h"
#include "cli/terminal.h"
#include "console_world.h"
#include "session/report_page.h"
#include <ctype.h>

enum { FORMS = 3, LEAST = 300, LETTER_MARKS = 6 };

typedef struct Stage {
    HallWorld *world;
    json_t *words;
    Person *console, *board, *one, *two;
    int32_t taken; // payloads that were taken, in whatever form is left of them
} Stage;

static Person *board_comes(HallWorld *world) {
    Person *person = person_come(world);
    char text[120];
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"board\"}");
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}",
            world->party->seats.board);
    person_say(world, person, text);
    return person;
}

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    json_error_t error;
    ASSERT(stage);
    stage->words = json_load_file(TESTS_DIR "/hostile/words.json", JSON_ALLOW_NUL, &error);
    ASSERT(stage->words);
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    stage->one = person_join(stage->world, 1, "play");
    stage->two = person_join(stage->world, 2, "play");
    stage->console = console_come(stage->world);
    stage->board = board_comes(stage->world);
    ASSERT(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    json_decref(stage->words);
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

// ---- what a reader may be given -------------------------------------------------------------------------------

static void assert_plain(const char *text, size_t length) {
    int32_t marks = 0;
    assert_true(utf8_valid(text, length));
    for (size_t at = 0; at < length;) {
        uint32_t letter = utf8_next(text, length, &at);
        marks = utf8_is_mark(letter) ? marks + 1 : 0;
        if (utf8_is_control(letter, true) || utf8_is_invisible(letter)
                || marks > LETTER_MARKS)
            fail_msg("letter %X in: %.*s", letter, (int)length, text);
    }
}

static void assert_strings_plain(json_t *json) {
    const char *key;
    json_t *value;
    size_t i;
    if (json_is_string(json))
        assert_plain(json_string_value(json), json_string_length(json));
    if (json_is_array(json)) {
        json_array_foreach(json, i, value) assert_strings_plain(value);
    }
    if (json_is_object(json)) {
        json_object_foreach(json, key, value) {
            assert_plain(key, strlen(key));
            assert_strings_plain(value);
        }
    }
}

// Everything that came since the last look.
static void look(Person *person) {
    for (int32_t i = 0; i < person->got_count; i++) {
        assert_strings_plain(person->got[i]);
        json_decref(person->got[i]);
    }
    person->got_count = 0;
}

// ---- sending --------------------------------------------------------------------------------------------------

// A payload as it is, inside other words, or after a blank.
static json_t *form_of(const json_t *payload, int32_t form) {
    Buffer text = {0};
    buffer_add_text(&text, form == 1 ? "before " : form == 2 ? " " : "");
    buffer_add(&text, json_string_value(payload), json_string_length(payload));
    buffer_add_text(&text, form == 1 ? " after" : "");
    json_t *made = json_stringn(text.data, text.length);
    buffer_free(&text);
    return made;
}

static void ask(Stage *stage, Person *person, const char *act, json_t *args,
        const char *field, json_t *text) {
    char id[24];
    stage->world->now_ms += 2000;
    snprintf(id, sizeof id, "p%lld", (long long)stage->world->now_ms);
    json_t *message = json_pack("{s:s, s:s, s:s, s:o, s:{s:O}}", "t", "cmd", "id", id, "do",
            act, "args", args, "words", field, text);
    assert_non_null(message);
    char *bytes = json_dumps(message, JSON_COMPACT);
    person_say(stage->world, person, bytes);
    hall_world_turn(stage->world);
    stage->taken += person_got(person, "ack") != NULL;
    free(bytes);
    json_decref(message);
}

// A name, to all, to one, for the facilitator, beside a moment, in a call for help and in a journal.
typedef struct Carrier {
    const char *act, *number, *field;
    int32_t value;
} Carrier;

static const Carrier CARRIERS[] = {
        {"console.rename",    "seat",  "label", 1},
        {"console.broadcast", NULL,    "text",  0},
        {"console.whisper",   "seat",  "text",  2},
        {"console.note",      NULL,    "text",  0},
        {"console.mark",      NULL,    "label", 0},
        {"seat.help",         NULL,    "text",  0},
        {"seat.journal",      "scope", "text",  2},
};

static void send_by(Stage *stage, const Carrier *carrier, json_t *text) {
    bool console = carrier->act[0] == 'c', journal = carrier == &CARRIERS[6];
    Person *person = console ? stage->console : journal ? stage->one : stage->two;
    json_t *args = carrier->number
                           ? json_pack("{s:i}", carrier->number, (int)carrier->value)
                           : json_object();
    ask(stage, person, carrier->act, args, carrier->field, text);
    Person *all[] = {stage->console, stage->board, stage->one, stage->two};
    for (size_t i = 0; i < ARRAY_COUNT(all); i++)
        look(all[i]);
}

// ---- what leaves the session ----------------------------------------------------------------------------------

// Only elements the report writes itself, with attributes it writes itself.
static void assert_own_elements(const char *page) {
    static const char *const own[] = {"!doctype html", "html",
            "html lang=\"en\" dir=\"ltr\"", "head", "meta charset=\"utf-8\"", "title",
            "style", "body", "main", "header", "footer", "section", "h1", "h2", "h3", "p",
            "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "th scope=\"row\"",
            "th scope=\"col\"", "td", "td class=\"n\"", "span class=\"bar\"", "span", "i",
            "em", "strong", "b", "blockquote", "dl", "dt", "dd", "hr", "br"};
    for (const char *at = strchr(page, '<'); at; at = strchr(at + 1, '<')) {
        const char *name = at + 1 + (at[1] == '/');
        size_t length = strcspn(name, ">");
        bool known = strncmp(name, "meta name=\"viewport\"", 20) == 0
                     || strncmp(name, "i style=\"width:", 15) == 0;
        for (size_t i = 0; i < ARRAY_COUNT(own) && !known; i++)
            known = strlen(own[i]) == length && strncasecmp(own[i], name, length) == 0;
        if (!known)
            fail_msg("the report holds <%.*s>", (int)core_min((int32_t)length, 200), name);
    }
}

// Reads the table as a spreadsheet does; no cell of text may begin like a formula.
static int32_t assert_harmless_cells(const Buffer *table) {
    int32_t cells = 0, columns = 0, widest = 0;
    for (size_t at = 0; at < table->length; cells++) {
        const char *text = table->data + at;
        if (*text == '"') {
            const char *first = text + 1;
            while (*first == ' ')
                first++;
            bool wide = strncmp(first, "\xEF\xBC", 2) == 0
                        && strchr("\x9D\x8B\x8D\xA0", first[2]) != NULL;
            if (strchr("=+-@|%\t\r\n", *first) || wide)
                fail_msg("a cell begins: %.40s", text);
            for (at++; at < table->length; at++) {
                if (table->data[at] != '"') continue;
                if (at + 1 >= table->length || table->data[at + 1] != '"') break;
                at++;
            }
            at++;
        } else {
            at += strcspn(text, ",\r");
            for (const char *digit = text; digit < table->data + at; digit++)
                assert_true(isdigit((unsigned char)*digit) || *digit == '-');
        }
        columns++;
        assert_true(at < table->length && strchr(",\r", table->data[at]));
        if (table->data[at] == '\r') {
            assert_int_equal(table->data[++at], '\n');
            assert_true(widest == 0 || columns == widest);
            widest = columns;
            columns = 0;
        }
        at++;
    }
    return cells;
}

static void look_at_what_leaves(const Stage *stage) {
    static const ExportLevel levels[] = {EXPORT_FULL, EXPORT_PSEUDONYM};
    Party *party = stage->world->party;
    Session *session = party->table->session;
    for (size_t i = 0; i < ARRAY_COUNT(levels); i++) {
        Buffer page = {0}, table = {0}, shown = {0};
        Err err = {0};
        report_page(session, &stage->world->language, levels[i], &page);
        assert_own_elements(page.data);
        assert_plain(page.data, page.length);
        for (int32_t seat = 0; seat <= 2; seat++) {
            buffer_reset(&table);
            assert_true(privacy_table(
                    session, &party->seats.roster, seat, levels[i], &table, &err));
            assert_true(assert_harmless_cells(&table) > 5);
        }
        terminal_text(&shown, table.data, table.length);
        assert_true(strlen(shown.data) == shown.length);
        buffer_free(&page);
        buffer_free(&table);
        buffer_free(&shown);
    }
}

static void hostile_words_harm_no_reader(void **state) {
    Stage *stage = *state;
    int32_t sent = 0;
    json_t *payload;
    size_t i;
    json_array_foreach(stage->words, i, payload) {
        for (int32_t form = 0; form < FORMS; form++) {
            json_t *text = form_of(payload, form);
            for (size_t c = 0; c < ARRAY_COUNT(CARRIERS); c++) {
                // As it is by every way, in other forms by one way after the other.
                if (form == 0 || sent % (int32_t)ARRAY_COUNT(CARRIERS) == (int32_t)c)
                    send_by(stage, &CARRIERS[c], text);
            }
            sent++;
            json_decref(text);
        }
    }
    print_message("%d payloads, %d times taken\n", sent, stage->taken);
    assert_true(sent >= LEAST);
    assert_true(stage->taken > 2 * LEAST);
    look_at_what_leaves(stage);
}

// What steers a terminal comes out as a dot, whatever else is around it; good letters stay.
static void a_terminal_is_not_steered(void **state) {
    (void)state;
    static const struct {
        const char *text, *wanted;
    } rows[] = {
            {"plain, größer, 日本\n\tnext", "plain, größer, 日本\n\tnext"},
            {"\x1b[2Jx\x1b]0;y\x07",            "·[2Jx·]0;y·"                 },
            {"\xC2\x9B"
             "31m",                "·31m"                          },
            {"a\xE2\x80\xAE"
             "b\xE2\x81\xA6"
             "c",                  "a·b·c"                        },
            {"\x80\xC3(\xF0\x9F",               "··(··"                      },
            {"\r\b\x7F",                        "···"                         },
            {"",                                ""                               },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Buffer out = {0};
        terminal_text(&out, rows[i].text, strlen(rows[i].text));
        assert_string_equal(out.data ? out.data : "", rows[i].wanted);
        buffer_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(hostile_words_harm_no_reader, setup, teardown),
            cmocka_unit_test(a_terminal_is_not_steered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
