#!/bin/sh
# tests/e2e/test_calls.sh — what the running host asks of the system: no program is started, no address is called, no file outside its folders is written or read. Never: a filter of its own.
# Called with the root and the build folder.
set -u
root=$1 convene=$2/convene
data=$(mktemp -d) || exit 3
pid='' tracer=''
trap '[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null; rm -rf "$data"' EXIT
cd "$root" || exit 3
. tests/counting.sh
fail() { echo "FAILED: $1"; exit 1; }
. tests/e2e/host.sh

# Sanitizers start programs of their own and keep names of files; what is tested is the program.
ASAN_OPTIONS=symbolize=0:detect_leaks=0
export ASAN_OPTIONS
if ! command -v strace >/dev/null || ! strace -qq -o /dev/null true 2>/dev/null; then
    echo "skipped: strace is not here, or may not trace here (./dev install tests)"
    echo "0 passed, 0 failed"
    exit 0
fi

# The host under the eyes of strace; an act of a person, of the console, an export and a backup come by.
: >"$data/line"
strace -f -qq -s 300 -e trace=execve,execveat,connect,bind,listen,open,openat,openat2,creat,unlink,rename,renameat,renameat2,mkdir,ptrace,fork,vfork \
    -o "$data/calls" "$convene" host riverside-link --bots 4 --data "$data/home" --local --headless --json >"$data/line" 2>"$data/host_err" &
tracer=$!
i=0
while [ ! -s "$data/line" ]; do
    i=$((i + 1))
    [ $i -lt 600 ] && kill -0 "$tracer" 2>/dev/null || fail "did not open: $(cat "$data/host_err")"
    sleep 0.1
done
pid=$(sed -n '1s/^\([0-9]*\) .*/\1/p' "$data/calls")
mkdir -p "$data/home/backup"
session=$(basename "$(find "$data/home" -name '*.convene-session' | head -n 1)" .convene-session)
mark=$(wc -l <"$data/calls")
ctl() { "$convene" ctl "$session" "$@" --data "$data/home" >"$data/said" 2>&1 || fail "ctl $*: $(cat "$data/said")"; }
ctl start now
ctl pause
ctl resume
ctl backup "$data/home/backup"
ctl export report full
"$convene" load --url "http://127.0.0.1:$(field port)" --code "$(field join_code)" --act ready --seats 2 --seconds 1 >"$data/said" 2>&1
kill -TERM "$pid"
wait "$tracer"
pid=

calls=$(wc -l <"$data/calls")
[ "$calls" -gt 50 ]
verdict $? "strace saw only $calls calls"

# One program: itself, and it is not exchanged for another one.
others=$(grep -E '(execve|execveat|fork|vfork)\(' "$data/calls" | sed 1d)
[ -z "$others" ]
verdict $? "it starts programs: $others"

# It waits to be called; it calls nobody. (A socket of the system's own name service would be AF_UNIX.)
called=$(grep -E 'connect\(' "$data/calls")
[ -z "$called" ]
verdict $? "it calls: $called"
bound=$(grep -E 'bind\(' "$data/calls" | grep -v 'inet_addr("127.0.0.1")' | grep -v AF_NETLINK)
[ -z "$bound" ]
verdict $? "it listens elsewhere than it was told: $bound"

limit() { sed -n "s/^ *$1 = \([0-9]*\)[, ].*/\1/p" game/net/limits.h; }
grep -q "listen([0-9]*, $(limit LISTEN_BACKLOG))" "$data/calls" && [ "$(grep -c 'listen(' "$data/calls")" -eq 1 ]
verdict $? "it does not listen once, with room for $(limit LISTEN_BACKLOG)"

# Once it is open: files of its own folder, and what the system itself hands out.
here=$(pwd -P)
tail -n "+$((mark + 1))" "$data/calls" | grep -E '(open|openat|openat2|creat)\(' | grep -v ENOENT |
    sed -n 's/^[0-9]* *[a-z0-9]*([^"]*"\([^"]*\)".*/\1/p' | sort -u >"$data/opened"
strange=$(grep -vE "^($data/home|$here/(assets|scenarios|scripts)|assets|scenarios|scripts|/dev/u?random|/proc/self|/sys/(fs|devices|class/power_supply)|/etc/localtime|/usr/share/zoneinfo)" "$data/opened")
[ -z "$strange" ]
verdict $? "it opens other files: $strange"

# From the very beginning: nothing is written, made or taken away outside its folder.
written=$(grep -E '(open|openat|openat2|creat)\(' "$data/calls" | grep -E 'O_(WRONLY|RDWR|CREAT)|creat\(' | grep -v ENOENT |
    sed -n 's/^[0-9]* *[a-z0-9]*([^"]*"\([^"]*\)".*/\1/p' | sort -u | grep -vE "^($data/home|/dev/(null|tty)|/proc/self)")
[ -z "$written" ]
verdict $? "it writes elsewhere: $written"
moved=$(grep -E '(unlink|rename|renameat2?|mkdir)\(' "$data/calls" | grep -v ENOENT | grep -v EEXIST | grep -vF "\"$data/home")
[ -z "$moved" ]
verdict $? "it makes, moves or takes away elsewhere: $moved"

# The search finds what it looks for.
echo '1 connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0' | grep -qE 'connect\('
verdict $? "the search finds nothing"

end_of_count
