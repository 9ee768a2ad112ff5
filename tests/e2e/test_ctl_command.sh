#!/bin/sh
# tests/e2e/test_ctl_command.sh — convene ctl against a running host: every example of its help, its exit codes, who may read its door. Never: a browser.
set -eu
root=$1 build=$2
convene=$build/convene
data=$(mktemp -d)
. "$root/tests/e2e/host.sh"
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT
fail() { echo "test_ctl_command: $*" >&2; exit 1; }
expect() { # CODE ARGS
    want=$1; shift
    code=0
    "$convene" ctl "$@" --data "$data" >"$data/out" 2>"$data/err" || code=$?
    [ "$code" -eq "$want" ] || fail "ctl $* gave $code, not $want: $(cat "$data/out" "$data/err")"
}

expect 3 pause
grep -q 'No session is open' "$data/err" || fail 'no word about a missing session'
start_host riverside-link --port 0
[ "$(stat -c %a "$data/open/riverside-link-1")" = 600 ] || fail 'others may read the door'

# The examples, as they stand in the help.
"$convene" ctl --help | sed -n '/^Examples:/,/^Usage:/s/^  convene ctl \(.*[^ ]\)   *[^ ].*$/\1/p' >"$data/examples"
[ "$(wc -l <"$data/examples")" -ge 4 ] || fail 'no examples were found'
while read -r line; do
    # shellcheck disable=SC2086
    expect 0 $line
    [ -s "$data/out" ] || fail "ctl $line says nothing"
done <"$data/examples"
grep -q '"t":"ack"' "$data/out" || fail 'the last example prints no JSON'

for verb in pause resume 'lock off' 'code new' 'board blank' 'mark here we are' 'nudge' 'debrief step 1'; do
    # shellcheck disable=SC2086
    expect 0 riverside-link-1 $verb
done
for kind in words report; do
  for level in pseudonym full aggregate; do expect 0 riverside-link-1 export $kind $level; done
done
grep -q "</html>" "$data/exports/riverside-link-1-report-pseudonym.html" || fail "the report is not a whole page"
expect 0 riverside-link-1 export record pseudonym
grep -q 'said_all' "$data/exports/riverside-link-1-record-pseudonym.csv" || fail 'the record was not exported'
expect 1 riverside-link-1 observe 40
grep -q 'Nobody has this seat' "$data/err" || fail "no plain refusal: $(cat "$data/err")"
expect 1 riverside-link-1 set nonsense 3
grep -q 'not understood: option “nonsense”' "$data/err" || fail "a wrong word is not named: $(cat "$data/err")"
expect 2 riverside-link-1 dance
expect 2 riverside-link-1 mute 1
expect 3 no-such-session pause
"$convene" ctl --help | grep -q '^  broadcast' || fail 'the help lists no verbs'

stop_host TERM
[ ! -e "$data/open/riverside-link-1" ] || fail 'the door was left open'
expect 3 riverside-link-1 pause

# Two sessions at once: one has to be named, and the other does not hear it; the same deed twice is one.
start_host riverside-link --port 0 --sessions 2
expect 3 pause
grep -q 'say which' "$data/err" || fail "no word about two sessions: $(cat "$data/err")"
for session in riverside-link-2 riverside-link-3; do expect 0 "$session" lock on; done
expect 0 riverside-link-2 lock off
expect 0 riverside-link-2 lock off
expect 0 riverside-link-2 set public_cap 9
expect 1 riverside-link-2 set public_cap 900
grep -q 'from 1 to 100' "$data/err" || fail "no range: $(cat "$data/err")"
expect 0 riverside-link-2 undo
for verb in start\ now pause; do
    # shellcheck disable=SC2086
    expect 0 riverside-link-2 $verb
done
expect 1 riverside-link-2 start now
expect 0 riverside-link-3 start now
stop_host TERM
echo 'ctl: examples run, refusals are sentences, codes are right'
