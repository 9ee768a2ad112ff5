// cli/load_url.c — a host that somebody else started: where it is, the codes of its sessions, and what its pages say of the acts. Never: starts or ends it, reads its files.
#include "cli/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool no_address(const char *url, Err *err) {
    err_set(err, ERR_USAGE, "\"%.100s\" is not the address of a host.", url);
    return err_fix(err, "write numbers and a port: --url http://127.0.0.1:8765");
}

static bool read_address(Load *load, const char *url, Err *err) {
    char host[sizeof load->address], *end = NULL;
    if (strncmp(url, "http://", 7) != 0) return no_address(url, err);
    const char *from = url + 7, *colon = strchr(from, ':');
    size_t length = colon ? (size_t)(colon - from) : 0;
    if (length == 0 || length >= sizeof host) return no_address(url, err);
    snprintf(host, sizeof host, "%.*s", (int)length, from);
    long port = strtol(colon + 1, &end, 10);
    if (port < 1 || port > UINT16_MAX || (*end && strcmp(end, "/") != 0))
        return no_address(url, err);
    bool here = strcmp(host, "localhost") == 0;
    if (!here && strspn(host, "0123456789.") != length) return no_address(url, err);
    snprintf(load->address, sizeof load->address, "%s", here ? "127.0.0.1" : host);
    load->host.port = (uint16_t)port;
    return true;
}

// The next of several codes with commas between them; NULL behind the last.
static const char *next_code(const char *at, char *out, size_t room) {
    size_t length = strcspn(at, ",");
    snprintf(out, room, "%.*s", (int)length, at);
    return at[length] ? at + length + 1 : NULL;
}

int32_t load_url_codes(const char *codes) {
    int32_t count = codes && *codes ? 1 : 0;
    for (const char *at = codes; at && *at; at++)
        count += *at == ',';
    return count;
}

bool load_url_read(
        Load *load, const char *url, const char *codes, const char *keys, Err *err) {
    const char *code = codes, *key = keys;
    for (int32_t i = 0; i < load->sessions_count; i++) {
        LoadSession *session = &load->sessions[i];
        if (code) code = next_code(code, session->pin, sizeof session->pin);
        if (key) key = next_code(key, session->key, sizeof session->key);
        session->started = session->key[0] == 0; // somebody else starts it
    }
    return read_address(load, url, err);
}

void load_url_note(Load *load) {
    for (int32_t i = 0; i < load->sessions_count * load->seats_count; i++) {
        LoadSession *session = &load->sessions[load->seats[i].session];
        session->made = core_max(session->made, load->seats[i].tally);
        session->began = session->made;
    }
}

void load_url_check(const Load *load, int64_t *lost, int64_t *doubled) {
    for (int32_t i = 0; i < load->sessions_count; i++) {
        const LoadSeat *seats = &load->seats[i * load->seats_count];
        // The newest act of a seat may be done, and its answer still on the way.
        int32_t answered = 0, open = 0, least = INT32_MAX, most = 0;
        for (int32_t s = 0; s < load->seats_count; s++) {
            answered += seats[s].answered;
            open += seats[s].waits;
            least = core_min(least, seats[s].tally);
            most = core_max(most, seats[s].tally);
        }
        int32_t began = load->sessions[i].began;
        *lost += core_max(0, answered - (least - began));
        *doubled += core_max(0, most - began - answered - open);
    }
}
