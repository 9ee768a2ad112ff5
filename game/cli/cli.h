// cli/cli.h — the commands of the program, one file each. Never: a rule.
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include "base/bytes.h"
#include "cli/args.h"

enum { EXIT_FINE = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3, EXIT_BUG = 70 };

typedef struct CliCommand {
    const char *name, *usage, *summary;
    const char *examples; // lines, shown first in --help
    const ArgFlag *flags;
    int32_t flags_count;
    // An exit code; when err is filled it is printed. NULL: it always opens a window.
    int (*run)(const Args *args, Err *err);
    bool (*opens)(const Args *args); // this call opens a window; NULL = never
} CliCommand;

// What a command does when it opens a window.
typedef struct CliWindow {
    const char *name; // of the command
    int (*run)(const Args *args, Err *err);
} CliWindow;

extern const CliCommand CLI_PLAY, CLI_JOIN, CLI_CTL, CLI_PRIVACY, CLI_HOST, CLI_SIMULATE,
        CLI_SIM, CLI_CHECK, CLI_TEST, CLI_REPLAY, CLI_SHOT, CLI_BENCH, CLI_LOAD, CLI_SCHEMA;

// The rest of the help of convene ctl: every verb, from the table.
void ctl_print_verbs(void);
bool cli_always(const Args *args); // CliCommand.opens
// The whole program: picks the command, prints help and failures, returns the exit code. windows: none in the
// program without windows, which hands over to the one beside it.
int cli_main(int argc, char **argv, const CliWindow *windows, int32_t windows_count);
// JSON text with quotes; control characters escaped.
void cli_json_text(Buffer *out, const char *text);

#endif // CLI_CLI_H
