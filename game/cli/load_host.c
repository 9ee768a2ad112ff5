// cli/load_host.c — the measured host: the same program in a process of its own. Never: a host that somebody else started.
#include "base/clock.h"
#include "base/file.h"
#include "cli/load.h"
#include "store/store.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 1 << 20, WAIT_LINE_MS = 60 * 1000, READ_AT_ONCE = 64 };

static bool failed(Err *err, const char *what) {
    err_set(err, ERR_SYSTEM, "%s: %s.", what, strerror(errno));
    return err_fix(err, "see whether the disk is full or too many files are open.");
}

// The same program, with the end of a pipe as its standard output.
static bool spawn(Load *load, char *pack, int out) {
    char self[PATH_MAX], sessions[16];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0) return false;
    self[length] = 0;
    snprintf(sessions, sizeof sessions, "%d", load->sessions_count);
    char words[][16] = {"host", "--sessions", "--port", "0", "--local", "--headless",
            "--at-once", "--json", "--rate", "1000000", "--data"};
    char *args[] = {self, words[0], pack, words[1], sessions, words[2], words[3], words[4],
            words[5], words[6], words[7], words[8], words[9], words[10], load->host.folder,
            NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    errno = posix_spawn(&load->host.pid, self, &actions, NULL, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    return errno == 0;
}

bool load_host_start(Load *load, const char *pack, Err *err) {
    LoadHost *host = &load->host;
    const char *tmp = getenv("TMPDIR");
    int ends[2];
    snprintf(host->folder, sizeof host->folder, "%.150s/convene-load-XXXXXX",
            tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(host->folder)) return failed(err, "No folder could be made");
    if (pipe2(ends, O_CLOEXEC) != 0) return failed(err, "No pipe could be made");
    host->started_ns = clock_bench_ns();
    char path[500];
    snprintf(path, sizeof path, "%s", pack);
    bool good = spawn(load, path, ends[1]);
    close(ends[1]);
    host->out = ends[0];
    return good || failed(err, "The host could not be started");
}

// The value of a member that follows `at`, into out.
static const char *text_after(const char *at, const char *name, char *out, size_t room) {
    char wanted[40];
    snprintf(wanted, sizeof wanted, "\"%s\":\"", name);
    const char *found = at ? strstr(at, wanted) : NULL;
    if (!found) return NULL;
    found += strlen(wanted);
    snprintf(out, room, "%.*s", (int)strcspn(found, "\""), found);
    return found;
}

static bool understand(Load *load, Err *err) {
    const char *line = load->host.line.data, *port = strstr(line, "\"port\":");
    const char *at = strstr(line, "\"sessions\":");
    if (!at) at = line;
    load->host.port = port ? (uint16_t)strtol(port + 7, NULL, 10) : 0;
    for (int32_t i = 0; i < load->sessions_count && at; i++) {
        LoadSession *session = &load->sessions[i];
        at = text_after(at, "join_code", session->pin, sizeof session->pin);
        at = text_after(at, "facilitator_code", session->key, sizeof session->key);
    }
    if (at && load->host.port) return true;
    err_set(err, ERR_SYSTEM, "The host did not say how to reach it.");
    return err_fix(err, "start it by itself and read what it says: convene host PACK");
}

bool load_host_read(Load *load, Err *err) {
    LoadHost *host = &load->host;
    char bytes[8192];
    struct pollfd one = {.fd = host->out, .events = POLLIN};
    while (!host->line.length || host->line.data[host->line.length - 1] != '\n') {
        ssize_t got =
                poll(&one, 1, WAIT_LINE_MS) > 0 ? read(host->out, bytes, sizeof bytes) : 0;
        if (got <= 0 || host->line.length > LINE_MAX_BYTES) break;
        buffer_add(&host->line, bytes, (size_t)got);
    }
    if (!host->line.length) buffer_add_text(&host->line, "");
    return understand(load, err);
}

void load_host_stop(LoadHost *host) {
    int status;
    if (host->pid <= 0) return;
    kill(host->pid, SIGTERM);
    (void)waitpid(host->pid, &status, 0);
    host->pid = 0;
    close(host->out);
    buffer_free(&host->line);
}

// A file of /proc as text.
static bool proc(const LoadHost *host, const char *name, char *out, size_t room) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)host->pid, name);
    FILE *file = fopen(path, "r");
    size_t got = file ? fread(out, 1, room - 1, file) : 0;
    if (file) fclose(file);
    out[got] = 0;
    return got > 0;
}

int64_t load_host_cpu_us(const LoadHost *host) {
    char text[1024];
    unsigned long long user = 0, system = 0;
    if (!proc(host, "stat", text, sizeof text)) return 0;
    const char *after = strrchr(text, ')');
    if (!after
            || sscanf(after, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu",
                       &user, &system)
                       != 2) {
        return 0;
    }
    return (int64_t)(user + system) * 1000000 / sysconf(_SC_CLK_TCK);
}

int64_t load_host_rss_kib(const LoadHost *host) {
    char text[4096];
    if (!proc(host, "status", text, sizeof text)) return 0;
    const char *found = strstr(text, "VmRSS:");
    return found ? strtoll(found + 6, NULL, 10) : 0;
}

// As many acts are in the record as were acknowledged, and none twice. A device's acts are numbered from 1.
static bool check_file(const Load *load, const char *path, int32_t session, int64_t *lost,
        int64_t *doubled, Err *err) {
    Journal journal;
    JournalBatch batches[READ_AT_ONCE];
    int32_t newest[ROSTER_DEVICES_MAX + 1] = {0}, kept[ROSTER_DEVICES_MAX + 1] = {0};
    int32_t count = 1;
    int64_t from = 1;
    if (!store_open(path, STORE_READ, &journal, err)) return false;
    bool good = true;
    while (good && count > 0) {
        Region region = {0};
        good = journal.read(
                journal.self, from, batches, READ_AT_ONCE, &count, &region, err);
        for (int32_t i = 0; good && i < count; i++) {
            const JournalBatch *batch = &batches[i];
            if (batch->action.length < 2 || batch->action.data[0] != 'a') continue;
            int32_t number =
                    (int32_t)strtol((const char *)batch->action.data + 1, NULL, 10);
            int64_t device = batch->device;
            if (device < 1 || device > ROSTER_DEVICES_MAX) continue;
            *doubled += number <= newest[device];
            kept[device] +=
                    batch->verdict.length == 2 && memcmp(batch->verdict.data, "ok", 2) == 0;
            newest[device] = number;
        }
        from += count;
        region_clear(&region);
    }
    for (int32_t i = 0; good && i < load->seats_count; i++) {
        const LoadSeat *seat = &load->seats[session * load->seats_count + i];
        int32_t missing = seat->answered - kept[seat->number];
        *lost += missing > 0 ? missing : 0;
    }
    journal.close(journal.self);
    return good;
}

// The file of a session: they were made one after the other, numbered from 1.
bool load_host_check(const Load *load, int64_t *lost, int64_t *doubled, Err *err) {
    char folder[260], path[600];
    snprintf(folder, sizeof folder, "%s/sessions", load->host.folder);
    DIR *open = opendir(folder);
    bool good = open != NULL;
    *lost = *doubled = 0;
    for (struct dirent *entry; good && open && (entry = readdir(open));) {
        const char *end = strstr(entry->d_name, ".convene-session");
        if (!end || end[16]) continue;
        const char *number = end;
        while (number > entry->d_name && number[-1] >= '0' && number[-1] <= '9')
            number--;
        int32_t session = (int32_t)strtol(number, NULL, 10) - 1;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (session < 0 || session >= load->sessions_count) continue;
        good = check_file(load, path, session, lost, doubled, err);
    }
    if (open) closedir(open);
    return good || err->kind != ERR_NONE || failed(err, "The sessions cannot be read");
}
