// cli/cmd_schema.c — convene schema: pages about formats, written from the tables the program reads by. Never: a table of its own.
#include "cli/cli.h"
#include "wire/reference.h"
#include <stdio.h>
#include <string.h>

static int run_schema(const Args *args, Err *err) {
    Buffer out = {0};
    if (args->names_count != 1 || strcmp(args->names[0], "wire") != 0) {
        err_set(err, ERR_USAGE, "schema needs to know of what.");
        err_fix(err, "write: convene schema wire");
        return EXIT_USAGE;
    }
    reference_write(&out);
    fwrite(out.data, 1, out.length, stdout);
    buffer_free(&out);
    return EXIT_FINE;
}

const CliCommand CLI_SCHEMA = {"schema", "schema wire",
        "Print the reference of the messages between phones and the host",
        "  convene schema wire               the page, with an example of every message\n",
        NULL, 0, run_schema, NULL};
