// cli/findings.c — prints findings. Never: decides what is wrong.
#include "cli/findings.h"
#include "cli/cli.h"
#include "cli/terminal.h"
#include <stdio.h>

enum { SHOWN_MAX = 20 };

void findings_print(const Diags *diags, bool all) {
    Buffer out = {0};
    int32_t shown = 0, more = diags->lost;
    for (int32_t i = 0; i < diags->count; i++) {
        if (!all && diags->items[i].severity != DIAG_ERROR) continue;
        if (shown++ < SHOWN_MAX)
            diag_print(&diags->items[i], &out);
        else
            more++;
    }
    if (out.length) terminal_print(stderr, "%s", out.data);
    if (more) fprintf(stderr, "… and %d more.\n", more);
    buffer_free(&out);
}

static void finding(Buffer *out, const Diag *diag) {
    static const char *const severities[] = {"error", "warning", "note"};
    buffer_format(out, "{\"code\":\"%s\",\"severity\":\"%s\",\"file\":", diag->code,
            severities[diag->severity]);
    cli_json_text(out, diag->file);
    buffer_format(out, ",\"line\":%d,\"column\":%d,\"length\":%d,\"message\":", diag->line,
            diag->column, diag->length);
    cli_json_text(out, diag->message);
    buffer_add_text(out, ",\"expected\":");
    cli_json_text(out, diag->expected);
    buffer_add_text(out, ",\"near\":[");
    if (diag->near[0]) cli_json_text(out, diag->near);
    buffer_add_text(out, "],\"fix\":");
    cli_json_text(out, diag->fix);
    buffer_add_text(out, "}");
}

void findings_json(
        const char *verb, const Def *def, const Diags *diags, bool ok, int64_t ms) {
    Buffer out = {0};
    char hash[2 * DIGEST_BYTES + 1] = "";
    if (def) digest_hex(&def->hash, hash);
    buffer_format(&out,
            "{\"convene\":\"%s\",\"verb\":\"%s\",\"pack\":{\"id\":", CONVENE_VERSION, verb);
    cli_json_text(&out, def ? def_text(def, def->id) : "");
    buffer_add_text(&out, ",\"version\":");
    cli_json_text(&out, def ? def_text(def, def->version) : "");
    buffer_format(&out, ",\"hash\":\"%s\"},\"ok\":%s,\"findings\":[", hash,
            ok ? "true" : "false");
    int32_t notes = 0;
    for (int32_t i = 0; i < diags->count; i++) {
        if (i) buffer_add_text(&out, ",");
        finding(&out, &diags->items[i]);
        notes += diags->items[i].severity == DIAG_NOTE;
    }
    buffer_format(&out,
            "],\"counts\":{\"error\":%d,\"warning\":%d,\"note\":%d},\"ms\":%lld}",
            diags->errors, diags->warnings, notes, (long long)ms);
    puts(out.data);
    buffer_free(&out);
}
