#!/bin/sh
# tests/tidy/tidy.sh — the house style that matters, as tests. Never: repairs what it finds.
# sh tests/tidy/tidy.sh CHECK|list [ROOT [BUILD]]: prints file:line, what and how to fix; exit 1 if anything was found.
set -u
LC_ALL=C
export LC_ALL
check=${1:-list} root=${2:-.} build=${3:-build/dev}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$root" || exit 3
checks="layers graph first_lines lengths limits globals banned writers dead unused defs texts pages paths words format"

c_files() { find game tests -name '*.[ch]' ! -path '*/hostile/*' ! -path '*/node_modules/*' | sort; }
def_files() { find game -name '*.def' | sort; }
all_files() { find . \( -name .git -o -path ./build -o -name node_modules \) -prune -o -type f -print | grep -v '\.\(png\|zip\|ttf\)$' | sort; }
with_strip() { script=$1; shift; awk -f "$here/strip.awk" -f "$here/$script" "$@"; }

# Arrows between rooms, and other people's headers in exactly one room.
layers() {
    find game -mindepth 2 -name '*.[ch]' | sort | xargs awk -v root=. -v layers=game/layers.txt \
        -f "$here/strip.awk" -f "$here/layers.awk" game/layers.txt
}

# The arrows that CMake links are those of game/layers.txt (cli links all).
graph() {
    awk '
        FNR == NR { sub(/#.*/, ""); if (!/:/) next; key = $1; sub(/\/.*/, "", key); line = $0; sub(/^[^:]*:/, "", line)
            sub(/\|.*/, "", line); n = split(line, w, " "); for (i = 1; i <= n; i++) arrow[key, w[i]] = 1
            if ($1 !~ /\//) rooms[key] = 1; next }
        /^ *room\([a-z]+/ { line = $0; sub(/^ *room\(/, "", line); gsub(/\)/, " ", line); n = split(line, w, " "); room = w[1]; linked[room] = 1
            if (!(room in rooms)) say(room " is not in game/layers.txt", "add its row")
            on = 0; for (i = 2; i <= n; i++) { if (w[i] == "DEPS") { on = 1; continue } if (w[i] == "EXTERNAL") break
                if (on && w[i] !~ /\$/ && !((room, w[i]) in arrow)) say(room " is linked with " w[i] ", which is not in its layer", "make CMakeLists.txt and game/layers.txt agree") } }
        END { for (room in rooms) if (!(room in linked)) say("no room(" room " …) line", "add it"); exit bad }
        function say(what, how) { print FILENAME ":" FNR ": " what ". Fix: " how "."; bad = 1 }
    ' game/layers.txt CMakeLists.txt
}

# Line 1 of every source: its own path, what it holds, and what it never does.
first_lines() {
    { c_files; def_files; find tests assets \( -name node_modules -prune \) -o \( -name '*.awk' -o -name '*.sh' -o -name '*.js' -o -name '*.mjs' \) -print | sort; } | {
        bad=0
        while read -r file; do
            name=${file#game/}
            line=$(sed -n -e '1{/^#!/d;p;q;}' -e '2{p;q;}' "$file")
            case $line in
            "// $name — "*" Never: "*.|"# $name — "*" Never: "*.) ;;
            *) echo "$file:1: line 1 must give the file's own path, its job and its limit. Fix: write // $name — what it holds. Never: what it must not do."; bad=1 ;;
            esac
        done
        return "$bad"
    }
}

functions() { c_files | xargs awk -f "$here/strip.awk" -f "$here/functions.awk"; }

# At most 700 lines a file and 60 lines a function.
lengths() {
    bad=0
    long=$(c_files | xargs awk 'FNR == 701 { print FILENAME ":701: this file is longer than 700 lines. Fix: split it by topic." }')
    far=$(functions | awk -F'\t' '$1 > 60 { print $2 ":" $3 ": " $4 " has " $1 " lines, at most 60. Fix: move its plain work into small leaves." }
        $1 == 0 { print $2 ":1: the braces of this file do not match without the preprocessor. Fix: keep #if branches whole." }')
    [ -z "$long" ] || { echo "$long"; bad=1; }
    [ -z "$far" ] || { echo "$far"; bad=1; }
    return "$bad"
}

# What strangers may send, hold and try: each limit of these tables is named by a test, so that it has one.
limits() {
    bad=0
    for file in game/net/limits.h game/pack/limits.h game/host/pace.h game/host/seats.h game/host/queue.h; do
        [ -e "$file" ] || continue
        for name in $(sed -n 's/^ *\([A-Z][A-Z_0-9]*\) *=.*/\1/p' "$file"); do
            grep -rqw "$name" tests --include='*.[ch]' --include='*.sh' --include='*.mjs' ||
                { echo "$file:$(grep -nw "$name" "$file" | cut -d: -f1 | head -n 1): no test names $name. Fix: try it at the limit and one past it."; bad=1; }
        done
    done
    return "$bad"
}

# No writable data in any room's objects, but for the two places that say why.
globals() {
    set -- "$build"/lib*.a
    [ -e "$1" ] || { echo "$build: no libraries here. Fix: build first."; return 1; }
    objdump -t "$@" 2>/dev/null | awk '
        / file format / { object = $0; sub(/: *file format.*/, "", object); sub(/^.*[\/(]/, "", object); sub(/\).*/, "", object) }
        /^In archive/ { room = $3; sub(/:$/, "", room); sub(/^.*\/lib/, "", room); sub(/\.a$/, "", room) }
        / (\.data|\.bss|\.tdata|\.tbss|\*COM\*)([.][^ \t]*)?\t/ && !/\.data\.rel\.ro/ {
            name = $NF; size = $(NF - 1)
            if (name ~ /^\./ || name ~ /^__(odr_asan|asan|unnamed)/ || size ~ /^0*$/ || size == ".hidden") next
            file = object; sub(/\.o$/, "", file)
            if (room == "base" && file == "core.c" && / \.t(bss|data)/) next
            if (room == "client" && file == "app.c") next
            print "game/" room "/" file ":1: " name " is a writable global. Fix: hand it in as a parameter, or make it const."; bad = 1
        }
        END { exit bad }'
}

# Calls that are never safe here, and floating point in the integer rooms.
banned() { with_strip banned.awk $(find game tests/unit -name '*.[ch]' | sort); }

# rules/fold*.c alone set a field of a State; everybody else holds a const one or copies it whole.
# scenario/check.c tries conditions on a State of its own that no session ever sees.
writers() {
    with_strip writers.awk $(find game -name '*.c' ! -path 'game/rules/fold*.c' ! -path 'game/client/*' ! -path game/scenario/check.c | sort)
}

# Every header is included by somebody else, every source belongs to a header of its room.
dead() {
    bad=0
    for file in $(find game -mindepth 2 -name '*.h' -o -mindepth 2 -name '*.def' | sort); do
        name=${file#game/}
        own=${file%.*}.c
        case $file in *.def) own= ;; esac
        grep -rlF "\"$name\"" game tests --include='*.[ch]' | grep -qvxF "$own" ||
            { echo "$file:1: nobody but its own source includes this. Fix: use it or delete it."; bad=1; }
    done
    for file in $(find game -mindepth 2 -name '*.c' | sort); do
        stem=${file%.c}
        while [ ! -e "$stem.h" ]; do
            case ${stem##*/} in *_*) stem=${stem%_*} ;; *) break ;; esac
        done
        [ -e "$stem.h" ] || [ "${file%_window.c}" = game/cli/main ] || [ "$file" = game/cli/main.c ] || own_header "$file" ||
            { echo "$file:1: no header of this room declares it. Fix: give it ${file%.c}.h, or name it after the header it fills."; bad=1; }
    done
    return "$bad"
}

# Every public function is called from another file of the program or the tests.
unused() {
    objects=$(find "$build" -name '*.o' ! -path '*/CMakeScratch/*' 2>/dev/null)
    [ -n "$objects" ] || { echo "$build: no objects here. Fix: build first."; return 1; }
    nm -A $objects 2>/dev/null | awk '
        { file = $1; sub(/:[0-9a-f]*$/, "", file); name = $NF; kind = $(NF - 1) }
        kind == "U" { used[name] = 1 }
        kind == "T" && file ~ /\/game\// { where[name] = file }
        END {
            for (name in where) if (!(name in used) && name != "main" && name !~ /^(_sub|__odr)/) {
                file = where[name]; sub(/^.*\/game\//, "game/", file); sub(/\.o$/, "", file)
                if ((getline line < file) < 0) continue # left over from a source that is gone
                close(file)
                print file ":1: nobody else calls " name ". Fix: make it static, or delete it."; bad = 1
            }
            exit bad
        }' | sort | awk '{ print } END { exit NR > 0 }'
}

# True when the source defines a function or a table that a header of its room declares.
own_header() {
    for word in $(awk -f "$here/strip.awk" -f "$here/functions.awk" "$1" | cut -f4); do
        cat "${1%/*}"/*.h 2>/dev/null | grep -q "\<$word *(" && return 0
    done
    for word in $(cat "${1%/*}"/*.h 2>/dev/null | grep '^extern ' | tr -s ' ,;' '\n'); do
        grep -q "^const .*\<$word\>.* = {" "$1" && return 0
    done
    return 1
}

# Tables: named columns, whole rows, no word twice.
defs() { files=$(def_files); [ -z "$files" ] || with_strip defs.awk $files; }

# Every text id has words in every language.
texts() {
    bad=0
    for folder in $(find assets scenarios scripts -name '*.po' 2>/dev/null | sed 's,/[^/]*$,,' | sort -u); do
        awk -f "$here/texts.awk" "$folder"/*.po || bad=1
    done
    return "$bad"
}

# Every room explains itself on one page, and links in pages lead somewhere.
pages() {
    bad=0
    for room in game/*/; do
        ls "$room"*.c >/dev/null 2>&1 || continue
        [ -e "${room}README.md" ] || { echo "${room}README.md:1: this room has no page. Fix: write the idea, what always holds, who may include it, how to add one more."; bad=1; continue; }
        [ "$(wc -l <"${room}README.md")" -le 80 ] || { echo "${room}README.md:81: longer than a page. Fix: keep the idea and what always holds."; bad=1; }
    done
    for page in $(all_files | grep '\.md$'); do
        for link in $(grep -o ']([^)#: ]*)' "$page" | sed 's/^](//; s/)$//'); do
            [ -e "${page%/*}/$link" ] || { echo "$page:$(grep -nF "]($link)" "$page" | cut -d: -f1 | head -n 1): the link $link leads nowhere. Fix: correct or remove it."; bad=1; }
        done
    done
    return "$bad"
}

# No path of one person's machine.
paths() {
    found=$(all_files | xargs grep -nE '(^|[^A-Za-z0-9_.])/(work|home|root|Users|mnt|media)/[A-Za-z]' -- /dev/null | grep -v '^\./tests/tidy/')
    [ -z "$found" ] || { echo "$found" | sed 's/$/  <- a path of one machine. Fix: make it relative or ask the system./'; return 1; }
}

# Nothing is left for later inside the code.
words() {
    mark='TO''DO|FIX''ME|XX''X|HA''CK'
    found=$(all_files | grep -v '^\./tests/tidy/' | xargs grep -nwE "$mark" -- /dev/null)
    [ -z "$found" ] || { echo "$found" | sed 's/$/  <- unfinished. Fix: do it, or open an issue./'; return 1; }
}

# The house format; clang-format 14, because every version breaks lines its own way.
format() {
    command -v clang-format-14 >/dev/null || { echo 'clang-format-14 is missing. Fix: ./dev install tests.'; return 1; }
    c_files | xargs clang-format-14 --dry-run 2>&1 | grep 'warning:' | sed 's/warning:.*/the format differs. Fix: clang-format-14 -i on this file (.\/dev format does all)./' | awk -F: '!seen[$1]++ { print; bad = 1 } END { exit bad }'
}

case " $checks " in
*" $check "*) "$check" ;;
*) [ "$check" = functions ] && { functions; exit 0; }
    echo "$checks" | tr ' ' '\n'
    [ "$check" = list ] || exit 2 ;;
esac
