// cli/cli.c — picks the command, prints help and failures. Never: a command itself.
#include "cli/cli.h"
#include "base/diag.h"
#include "cli/beside.h"
#include "cli/terminal.h"
#include "wire/json_out.h"
#include "wire/message.h"
#include <stdio.h>
#include <string.h>

static const CliCommand *const commands[] = {&CLI_PLAY, &CLI_HOST, &CLI_JOIN, &CLI_CTL,
        &CLI_PRIVACY, &CLI_SIMULATE, &CLI_SIM, &CLI_CHECK, &CLI_TEST, &CLI_REPLAY,
        &CLI_SHOT, &CLI_BENCH, &CLI_LOAD, &CLI_SCHEMA};

// Fails with the code of err.
static int cli_fail(const Err *err) {
    terminal_print(stderr, "convene: %s\n", err->what);
    if (err->where[0]) terminal_print(stderr, "  Where: %s\n", err->where);
    if (err->fix[0]) terminal_print(stderr, "  Fix: %s\n", err->fix);
    return err_exit_code(err);
}

void cli_json_text(Buffer *out, const char *text) {
    json_text(&(JsonOut){out, false}, NULL, text);
}

static void help_all(FILE *out) {
    fputs("convene — a coalition game for leadership workshops\n\n"
          "  convene play                              open the game and pick a case\n"
          "  convene play riverside-link --actor link  play one actor at once\n"
          "  convene check my-case                     find mistakes in a case you "
          "write\n\n",
            out);
    for (size_t i = 0; i < ARRAY_COUNT(commands); i++) {
        fprintf(out, "  convene %-46s %s\n", commands[i]->usage, commands[i]->summary);
    }
    fputs("\nconvene COMMAND --help shows examples and flags. Exit codes: 0 fine, 1 "
          "findings, 2 wrong use, "
          "3 files or system, 70 our bug.\n",
            out);
}

static void help_one(const CliCommand *command) {
    printf("%s\n\nExamples:\n%s\nUsage: convene %s\n", command->summary, command->examples,
            command->usage);
    for (int32_t i = 0; i < command->flags_count; i++) {
        const ArgFlag *flag = &command->flags[i];
        printf("  %s%s%-*s %s\n", flag->name, flag->value ? " " : "",
                (int)(22 - strlen(flag->name) - (flag->value ? 1 : 0)),
                flag->value ? flag->value : "", flag->help);
    }
    if (command == &CLI_CTL) ctl_print_verbs();
    puts("\nExit codes: 0 fine, 1 findings, 2 wrong use, 3 files or system, 70 our bug.");
}

static int unknown_command(const char *name) {
    const char *names[ARRAY_COUNT(commands)];
    for (size_t i = 0; i < ARRAY_COUNT(commands); i++)
        names[i] = commands[i]->name;
    const char *near = diag_nearest(name, names, ARRAY_COUNT(commands));
    terminal_print(stderr, "convene: There is no command \"%s\".\n", name);
    if (near)
        fprintf(stderr, "  Fix: write convene %s, or see convene --help.\n", near);
    else
        fputs("  Fix: see convene --help.\n", stderr);
    return EXIT_USAGE;
}

static bool wants_help(int argc, char **argv) {
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    }
    return false;
}

bool cli_always(const Args *args) {
    (void)args;
    return true;
}

// The words after the program's name, and what of windows this program has.
typedef struct Call {
    int argc;
    char **argv;
    const CliWindow *windows;
    int32_t windows_count;
} Call;

static int open_window(
        const Call *call, const CliCommand *command, const Args *args, Err *err) {
    for (int32_t i = 0; i < call->windows_count; i++) {
        if (strcmp(call->windows[i].name, command->name) == 0)
            return call->windows[i].run(args, err);
    }
    beside_become(call->argv, err);
    return EXIT_SYSTEM;
}

static int run(const CliCommand *command, const Call *call) {
    int argc = call->argc - 2;
    char **argv = call->argv + 2;
    if (wants_help(argc, argv)) {
        help_one(command);
        return EXIT_FINE;
    }
    Err err = {0};
    Args args;
    if (!args_read(&args, command->flags, command->flags_count, argc, argv, &err))
        return cli_fail(&err);
    bool opens = command->opens && command->opens(&args);
    int code = opens ? open_window(call, command, &args, &err) : command->run(&args, &err);
    return err.kind != ERR_NONE ? cli_fail(&err) : code;
}

int cli_main(int argc, char **argv, const CliWindow *windows, int32_t windows_count) {
    const Call call = {argc, argv, windows, windows_count};
    message_use_memory();
    if (argc < 2) {
        help_all(stdout);
        return EXIT_FINE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0
            || strcmp(name, "help") == 0) {
        help_all(stdout);
        return EXIT_FINE;
    }
    if (strcmp(name, "--version") == 0) {
        puts("convene " CONVENE_VERSION);
        return EXIT_FINE;
    }
    for (size_t i = 0; i < ARRAY_COUNT(commands); i++) {
        if (strcmp(commands[i]->name, name) == 0) return run(commands[i], &call);
    }
    return unknown_command(name);
}
