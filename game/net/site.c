// net/site.c — reads, names and packs the files of the pages. Never: a folder within a folder, a hidden file.
#include "net/site.h"
#include "base/digest.h"
#include "base/file.h"
#include "net/site_thin.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const char MARK[] = "@BUILD@";
static const char HTML[] = "text/html; charset=utf-8";
static const char SCRIPT[] = "text/javascript; charset=utf-8";
static const char STYLE[] = "text/css; charset=utf-8";
static const char WORDS[] = "application/json; charset=utf-8";

enum { GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 9 };

static const char *const TYPES[][2] = {
        {".html",        HTML                       },
        {".css",         STYLE                      },
        {".js",          SCRIPT                     },
        {".json",        WORDS                      },
        {".svg",         "image/svg+xml"            },
        {".png",         "image/png"                },
        {".ico",         "image/x-icon"             },
        {".woff2",       "font/woff2"               },
        {".txt",         "text/plain; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
};

static const char *const PAGES[][2] = {
        {"index.html",   "/"       },
        {"index.html",   "/j"      },
        {"board.html",   "/board"  },
        {"console.html", "/console"},
        {"check.html",   "/check"  },
};

// One file as it lies in its folder.
typedef struct Found {
    const char *name, *type;
    Bytes bytes;
} Found;

static const char *type_of(const char *name) {
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < ARRAY_COUNT(TYPES); i++) {
        if (strcmp(dot, TYPES[i][0]) == 0) return TYPES[i][1];
    }
    return NULL;
}

// Only what a path may hold as it is.
static bool is_plain(const char *name) {
    size_t good = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789-_.");
    return name[0] != '.' && name[good] == 0 && good <= 60;
}

static bool is_there(const Found *found, int32_t count, const char *name) {
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(found[i].name, name) == 0) return true;
    }
    return false;
}

static bool too_many(const char *folder, Err *err) {
    err_set(err, ERR_SYSTEM, "There are more than %d files for the pages.",
            SITE_FILES_MAX / 2);
    err_where(err, "%s", folder);
    return err_fix(err, "take away what no page uses.");
}

static bool read_folder(
        SiteBook *book, const char *folder, Found *found, int32_t *count, Err *err) {
    DIR *open = opendir(folder);
    bool good = true;
    for (struct dirent *entry; good && open && (entry = readdir(open));) {
        const char *name = entry->d_name, *type = type_of(name);
        const char *path = region_format(&book->region, "%s/%s", folder, name);
        if (!type || !is_plain(name) || is_there(found, *count, name)
                || file_is_folder(path)) {
            continue;
        }
        if (*count == SITE_FILES_MAX / 2) {
            good = too_many(folder, err);
            break;
        }
        Found *one = &found[(*count)++];
        *one = (Found){region_copy_text(&book->region, name, strlen(name)), type, {0}};
        good = file_read(&book->region, path, SITE_FILE_BYTES_MAX, &one->bytes, err);
    }
    if (open) closedir(open);
    return good;
}

static int by_name(const void *left, const void *right) {
    const Found *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static void name_build(SiteBook *book, const Found *found, int32_t count) {
    DigestStream stream;
    char hex[2 * DIGEST_BYTES + 1];
    digest_start(&stream);
    for (int32_t i = 0; i < count; i++) {
        digest_add_piece(&stream, found[i].name, strlen(found[i].name));
        digest_add_piece(&stream, found[i].bytes.data, found[i].bytes.length);
    }
    Digest digest = digest_end(&stream);
    digest_hex(&digest, hex);
    memcpy(book->build, hex, SITE_BUILD_LETTERS);
    book->build[SITE_BUILD_LETTERS] = 0;
}

// Every @BUILD@ becomes the build; both have few letters, so the page does not grow much.
static Bytes with_build(SiteBook *book, Bytes page) {
    Buffer out = {0};
    const uint8_t *at = page.data, *end = page.data + page.length, *mark;
    while ((mark = memmem(at, (size_t)(end - at), MARK, sizeof MARK - 1))) {
        buffer_add(&out, at, (size_t)(mark - at));
        buffer_add_text(&out, book->build);
        at = mark + sizeof MARK - 1;
    }
    buffer_add(&out, at, (size_t)(end - at));
    char *copy = region_copy_text(&book->region, out.data, out.length);
    Bytes bytes = {(const uint8_t *)copy, out.length};
    buffer_free(&out);
    return bytes;
}

// Packed once; empty when that saves nothing.
static Bytes packed(SiteBook *book, Bytes bytes) {
    z_stream stream = {0};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
                Z_DEFAULT_STRATEGY)
            != Z_OK) {
        return (Bytes){0};
    }
    size_t room = deflateBound(&stream, bytes.length);
    uint8_t *out = region_take(&book->region, room);
    union {
        const uint8_t *from;
        uint8_t *to;
    } in = {bytes.data}; // the library only reads it
    stream.next_in = in.to;
    stream.avail_in = (uInt)bytes.length;
    stream.next_out = out;
    stream.avail_out = (uInt)room;
    bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t length = stream.total_out;
    deflateEnd(&stream);
    return whole && length < bytes.length ? (Bytes){out, length} : (Bytes){0};
}

static Bytes thin(SiteBook *book, const Found *one) {
    if (one->type == SCRIPT) return site_thin(&book->region, one->bytes);
    if (one->type == STYLE) return site_thin_style(&book->region, one->bytes);
    if (one->type == WORDS) return site_thin_words(&book->region, one->bytes);
    return one->bytes;
}

static void add(
        SiteBook *book, const char *path, const char *type, Bytes bytes, bool immutable) {
    ASSERT(book->count < SITE_FILES_MAX);
    book->files[book->count++] =
            (SiteFile){path, type, bytes, packed(book, bytes), immutable};
}

static void add_pages(SiteBook *book, const Found *one) {
    Bytes page = {0};
    for (size_t i = 0; i < ARRAY_COUNT(PAGES); i++) {
        if (strcmp(PAGES[i][0], one->name) != 0) continue;
        if (!page.data) page = with_build(book, one->bytes);
        add(book, PAGES[i][1], one->type, page, false);
    }
}

static bool serves(const SiteBook *book, const char *path) {
    for (int32_t i = 0; i < book->count; i++) {
        if (strcmp(book->files[i].path, path) == 0) return true;
    }
    return false;
}

static void add_text(SiteBook *book, const char *path, const char *type, const char *text) {
    add(book, path, type, (Bytes){(const uint8_t *)text, strlen(text)}, false);
}

// What is always there.
static void add_own(SiteBook *book) {
    static const char missing[] =
            "<!doctype html><html lang=\"en\"><meta "
            "charset=\"utf-8\"><title>Convene</title>"
            "<h1>Convene is running</h1><p>The page for your phone is missing on this "
            "machine: the folder assets/web holds no index.html.</p></html>\n";
    add_text(book, "/api/1/health", WORDS, "{\"ok\":true,\"v\":1}\n");
    if (serves(book, "/")) return;
    add_text(book, "/", HTML, missing);
    add_text(book, "/j", HTML, missing);
}

bool site_read(
        SiteBook *book, const char *const *folders, int32_t folders_count, Err *err) {
    Found found[SITE_FILES_MAX / 2];
    int32_t count = 0;
    *book = (SiteBook){0};
    for (int32_t i = 0; i < folders_count; i++) {
        if (!read_folder(book, folders[i], found, &count, err)) {
            site_free(book);
            return false;
        }
    }
    if (count > 1) qsort(found, (size_t)count, sizeof *found, by_name);
    name_build(book, found, count);
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(found[i].type, HTML) == 0) {
            add_pages(book, &found[i]);
        } else {
            const char *path =
                    region_format(&book->region, "/s/%s/%s", book->build, found[i].name);
            add(book, path, found[i].type, thin(book, &found[i]), true);
        }
    }
    add_own(book);
    return true;
}

void site_free(SiteBook *book) {
    region_clear(&book->region);
    *book = (SiteBook){0};
}
