#!/bin/sh
# tests/e2e/test_privacy_command.sh — convene privacy on a session a host has left: every example of its help, formulas made harmless, nothing left. Never: a browser.
set -eu
root=$1 build=$2
convene=$build/convene
data=$(mktemp -d)
. "$root/tests/e2e/host.sh"
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT
fail() { echo "test_privacy_command: $*" >&2; exit 1; }
expect() { # CODE ARGS
    want=$1; shift
    code=0
    "$convene" privacy "$@" --data "$data" >"$data/out" 2>"$data/err" || code=$?
    [ "$code" -eq "$want" ] || fail "privacy $* gave $code, not $want: $(cat "$data/out" "$data/err")"
}
say() { "$convene" ctl "$@" --data "$data" >/dev/null || fail "ctl $*"; }

expect 0 list
grep -q 'No sessions' "$data/out" || fail 'an empty folder is not said to be empty'
start_host riverside-link --port 0
say note '=1+1 planted "note"'
say note 'then Bernadette left the room'
say note 'Who may come was the question for the Schools Trust'
mkdir "$data/copies"
say backup "$data/copies"
expect 0 list
grep -q 'open in a host' "$data/out" || fail "a session that is open is not said to be: $(cat "$data/out")"
say close
sleep 3
stop_host TERM
expect 0 list
grep -q 'closed 20..-..-.. ..:.., 0 days ago' "$data/out" || fail "no word of when it was closed: $(cat "$data/out")"
! grep -q 'Over its time' "$data/out" || fail 'a session of today is to be erased'

expect 0 export riverside-link-1
grep -q "\"'=1+1 planted \"\"note\"\"\"" "$data/out" || fail "a cell begins like a formula: $(cat "$data/out")"
grep -q 'Bernadette left the room","name?"' "$data/out" || fail "a name that nobody was given is not marked: $(cat "$data/out")"
grep -q 'for the Schools Trust",.$' "$data/out" || fail "words of the case are taken for names: $(cat "$data/out")"
grep -q '^Read these lines first, they may name somebody: 3 (1 of 3)\.$' "$data/err" || fail "the lines are not listed: $(cat "$data/err")"
expect 0 export riverside-link-1 --level full --out "$data/all.csv"
[ -s "$data/all.csv" ] || fail 'nothing was written'
expect 2 export riverside-link-1 --level everything
expect 2 erase riverside-link-1
expect 2 erase riverside-link-1 --session
grep -q 'confirm riverside-link-1' "$data/err" || fail 'erasing does not ask to be sure'
expect 2 erase riverside-link-1 --seat 1 --confirm another
expect 2 erase riverside-link-1 --words --session --confirm riverside-link-1
expect 2 erase riverside-link-1 --words
grep -aq 'left the room' "$data"/sessions/riverside-link-1.convene-session || fail 'asking has erased something'
expect 3 export no-such-session

# The examples, as they stand in the help; the last one takes the session away.
"$convene" privacy --help | sed -n '/^Examples:/,/^Usage:/s/^  convene privacy \(.*[^ ]\)   *[^ ].*$/\1/p' >"$data/examples"
[ "$(wc -l <"$data/examples")" -ge 7 ] || fail "examples were not found: $(cat "$data/examples")"
while read -r line; do
    case $line in *--session*) break ;; esac
    # shellcheck disable=SC2086
    expect 0 $line
    [ -s "$data/out" ] || fail "privacy $line says nothing"
done <"$data/examples"
"$convene" replay riverside-link-1 --verify --data "$data" >/dev/null || fail 'the record does not verify any more'
! grep -aq 'left the room' "$data"/sessions/* "$data"/copies/* || fail 'words are left in the session or its copy'
ls "$data"/copies/*.convene-session >/dev/null || fail 'there is no copy'
# shellcheck disable=SC2046
expect 0 $(tail -n 1 "$data/examples")
[ -z "$(ls "$data/sessions" "$data/copies" | grep convene-session)" ] || fail 'files are left'
echo 'privacy: examples run, formulas are harmless, nothing is left'
