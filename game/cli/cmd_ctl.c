// cli/cmd_ctl.c — convene ctl: one verb of the facilitator, sent to a session that is open on this machine. Never: a rule; what a verb means is the host's.
#include "cli/cli.h"
#include "cli/latch.h"
#include "cli/terminal.h"
#include "net/dial.h"
#include "wire/answer.h"
#include "wire/console.h"
#include "wire/console_line.h"
#include <stdio.h>
#include <string.h>

enum { PATIENCE_MS = 5000, STEP_MS = 50, ID_LETTERS = 16 };

static const ArgFlag flags[] = {
        {"--data", "DIR", "where sessions are kept"               },
        {"--json", NULL,  "print the host's answer as it was sent"},
};

typedef struct Talk {
    Dial *dial;
    const Latch *latch;
    const Buffer *message;
    const char *id;
    bool json, over, entered;
    int code;
} Talk;

static void say(Talk *talk, const char *text) {
    dial_say(talk->dial, 0, (Bytes){(const uint8_t *)text, strlen(text)});
}

static void on_ready(void *context, int32_t line) {
    Talk *talk = context;
    Buffer text = {0};
    (void)line;
    say(talk, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\",\"app\":\"ctl\"}");
    buffer_format(&text,
            "{\"t\":\"code\",\"cid\":\"ctl%s000\",\"code\":\"%s\",\"session\":", talk->id,
            talk->latch->key);
    cli_json_text(&text, talk->latch->name);
    buffer_add_text(&text, "}");
    say(talk, text.data);
    buffer_free(&text);
}

static void finish(Talk *talk, Bytes text, const Answer *answer) {
    bool refused = answer->kind == MESSAGE_REFUSED;
    talk->over = true;
    talk->code = refused ? EXIT_FINDINGS : EXIT_FINE;
    if (talk->json)
        terminal_print(stdout, "%.*s\n", (int)text.length, (const char *)text.data);
    else if (refused)
        terminal_print(stderr, "convene: %s\n", answer->text);
    else
        terminal_print(stdout, "%s\n", answer->text[0] ? answer->text : "Done.");
}

// The code is acknowledged by the client's id of it; then the verb is sent, and its answer is the end.
static void on_text(void *context, int32_t line, Bytes text) {
    Talk *talk = context;
    Answer answer;
    (void)line;
    answer_read(text, &answer);
    bool answers = answer.kind == MESSAGE_ACK || answer.kind == MESSAGE_REFUSED
                   || answer.kind == MESSAGE_FORECAST;
    if (!answers || talk->over) return;
    if (talk->entered && strcmp(answer.id, talk->id) == 0) {
        finish(talk, text, &answer);
    } else if (!talk->entered && answer.kind == MESSAGE_REFUSED) {
        finish(talk, text, &answer);
        talk->code = EXIT_SYSTEM;
    } else if (!talk->entered) {
        talk->entered = true;
        say(talk, talk->message->data);
    }
}

static void on_gone(void *context, int32_t line, uint16_t code) {
    Talk *talk = context;
    (void)line;
    (void)code;
    if (!talk->over) talk->code = EXIT_SYSTEM;
    talk->over = true;
}

static int ask(
        const Latch *latch, const Buffer *message, const char *id, bool json, Err *err) {
    Talk talk = {.latch = latch,
            .message = message,
            .id = id,
            .json = json,
            .code = EXIT_SYSTEM};
    DialEvents events = {&talk, on_ready, on_text, on_gone};
    talk.dial = dial_make("127.0.0.1", latch->port, events, entropy_system());
    bool called = dial_call(talk.dial, 0);
    for (int32_t waited = 0; called && !talk.over && waited < PATIENCE_MS;
            waited += STEP_MS)
        dial_wait(talk.dial, STEP_MS);
    dial_free(talk.dial);
    if (talk.code == EXIT_SYSTEM) {
        err_set(err, ERR_SYSTEM, "The session \"%s\" does not answer on port %d.",
                latch->name, latch->port);
        err_fix(err, "go on with it: convene host --resume %s", latch->name);
    }
    return talk.code;
}

static void make_id(char id[ID_LETTERS + 1]) {
    uint8_t bytes[ID_LETTERS / 2];
    Entropy entropy = entropy_system();
    entropy.fill(entropy.context, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(id + 2 * i, 3, "%02x", bytes[i]);
}

// The session may be left out while only one is open.
static bool names_session(const Places *places, const Args *args) {
    return args->names_count > 0
           && (latch_is_open(places, args->names[0])
                   || console_of_name(args->names[0]) == CONSOLE_COUNT);
}

static void join(const Args *args, int32_t first, char *out, size_t room) {
    size_t used = 0;
    out[0] = 0;
    for (int32_t i = first; i < args->names_count && used < room; i++) {
        int added = snprintf(
                out + used, room - used, "%s%s", i > first ? " " : "", args->names[i]);
        used += (size_t)core_max(0, added);
    }
}

static int run_at(const Places *places, const Args *args, Err *err) {
    Latch latch;
    Buffer message = {0};
    char id[ID_LETTERS + 1], line[CONSOLE_LINE_BYTES + 8], why[160];
    bool named = names_session(places, args);
    join(args, named, line, sizeof line);
    make_id(id);
    if (!console_line(line, id, &message, why)) {
        err_set(err, ERR_USAGE, "%s", why);
        err_fix(err, "see convene ctl --help");
        buffer_free(&message);
        return EXIT_USAGE;
    }
    bool found = latch_find(places, named ? args->names[0] : NULL, &latch, err);
    int code =
            found ? ask(&latch, &message, id, args_on(args, "--json"), err) : EXIT_SYSTEM;
    buffer_free(&message);
    return code;
}

static int run_ctl(const Args *args, Err *err) {
    Places places;
    if (!places_find(&places, args_text(args, "--data", NULL), err)) return EXIT_SYSTEM;
    int code = run_at(&places, args, err);
    places_free(&places);
    return code;
}

// ---- the verbs, from the table ----------------------------------------------------------------------------

static void print_args(ConsoleVerb verb, char *out, size_t room) {
    int32_t count = 0;
    const ConsoleArg *args = console_args(verb, &count);
    size_t used = (size_t)snprintf(out, room, "%s", console_row(verb)->name);
    for (int32_t i = 0; i < count && used < room; i++) {
        bool word = args[i].kind == ARG_WORD;
        const char *name = word ? args[i].range : args[i].name;
        int added = snprintf(out + used, room - used, args[i].must ? " %s" : " [%s]", name);
        used += (size_t)core_max(0, added);
    }
}

void ctl_print_verbs(void) {
    puts("\nVerbs:");
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        const ConsoleRow *row = console_row((ConsoleVerb)verb);
        char usage[200];
        print_args((ConsoleVerb)verb, usage, sizeof usage);
        printf("  %-44s %s\n", usage, row->help);
        if (row->undo[0]) printf("  %-44s Taken back by: %s\n", "", row->undo);
    }
}

const CliCommand CLI_CTL = {"ctl", "ctl [SESSION] VERB [ARGS] [--json]",
        "Lead a session that is open on this machine, one verb at a time",
        "  convene ctl riverside-link-1 lock on                  new people knock\n"
        "  convene ctl riverside-link-1 broadcast Back at two    say something to all\n"
        "  convene ctl riverside-link-1 board show news          another page on the "
        "board\n"
        "  convene ctl note The chair spoke last                 while only one is open\n"
        "  convene ctl riverside-link-1 start now --json         for scripts: one line\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_ctl, NULL};
