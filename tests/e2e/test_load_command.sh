#!/bin/sh
# tests/e2e/test_load_command.sh — convene load on a host of its own and on one that runs already: nothing acknowledged is lost or doubled, every figure is printed. Never: how fast.
set -eu
root=$1 build=$2
convene=$build/convene
data=$(mktemp -d)
. "$root/tests/e2e/host.sh"
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT
fail() { echo "test_load_command: $*" >&2; exit 1; }
run() { # ARGS: the figures stand in $data/out
    "$convene" load "$@" >"$data/out" 2>"$data/err" || fail "load $* ended with $?: $(cat "$data/out" "$data/err")"
    for figure in lost doubled; do
        grep -q "^$figure 0\$" "$data/out" || fail "load $*: no '$figure 0' in $(cat "$data/out" "$data/err")"
    done
    for figure in acts_per_second p50_ms p99_ms server_cpu_us_per_act rss_mib bytes_per_client_act; do
        grep -q "^$figure [0-9.]*\$" "$data/out" || fail "load $* does not print $figure: $(cat "$data/out")"
    done
}

run --sessions 3 --seats 4 --seconds 2
run --sessions 2 --seats 5 --act ready --pack riverside-link --steps 0 --seconds 2 --drop 10 --cut
grep -q '^back 10$' "$data/out" || fail "not everybody came back: $(cat "$data/out")"

# Whole games, from the first page to the ending, of people who do what their own page offers; some telephones go away.
run --act play --sessions 2 --seats 8 --seconds 300 --drop 5
grep -q '^games_ended 2$' "$data/out" || fail "not every game came to its end: $(cat "$data/out")"
grep -q '^misfits 0$' "$data/out" || fail "a page lost the thread: $(cat "$data/out")"

# A host that somebody else started.
start_host "$root/tests/packs/load-turns" --port 0 --rate 100000
run --url "http://127.0.0.1:$(field port)" --code "$(field join_code)" --facilitator "$(field facilitator_code)" --seats 4 --seconds 2 --process "$pid"

# A door that is locked, a code nobody has: a sentence and an end, nobody waits for ever.
turned_away() { # WHAT WORDS ARGS
    what=$1 words=$2 ended=0
    shift 2
    timeout 60 "$convene" load --url "http://127.0.0.1:$(field port)" "$@" >"$data/out" 2>"$data/err" || ended=$?
    [ "$ended" -eq 3 ] && grep -q 'Not everybody was let in' "$data/err" && grep -q "$words" "$data/err" \
        || fail "$what: ended with $ended: $(cat "$data/err")"
}
"$convene" ctl lock on --data "$data" >"$data/ctl" 2>&1 || fail "lock: $(cat "$data/ctl")"
turned_away 'a locked door' 'facilitator' --code "$(field join_code)" --seats 6
turned_away 'a wrong code' 'code' --code 000000 --seats 2
stop_host TERM

for wrong in '--url ftp://here:1 --code 1' '--url http://127.0.0.1:99999 --code 1' '--url http://127.0.0.1:80'; do
    ended=0
    # shellcheck disable=SC2086
    "$convene" load $wrong >"$data/out" 2>"$data/err" || ended=$?
    [ "$ended" -eq 2 ] && grep -q 'Fix: ' "$data/err" || fail "load $wrong ended with $ended: $(cat "$data/err")"
done
