#!/bin/sh
# tests/e2e/test_host_command.sh — convene host opens, says so, stops cleanly and goes on with the same codes. Never: a browser.
set -eu
root=$1 build=$2
convene=$build/convene
data=$(mktemp -d)
. "$root/tests/e2e/host.sh"
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT

fail() { echo "test_host_command: $*" >&2; exit 1; }

start_host riverside-link --port 0 --bots 2
[ "$(wc -l <"$data/line")" -eq 1 ] || fail 'more than one line of JSON'
field join_code | grep -qx '[0-9]\{6\}' || fail "join code: $(field join_code)"
field facilitator_code | grep -qx '[2-9A-Z]\{12\}' || fail 'no facilitator code'
field url | grep -qx "http://.*:$(field port)" || fail "address: $(field url)"
[ "$(field restarted)" = false ] || fail 'a new session did not restart'
pin=$(field join_code) key=$(field facilitator_code) port=$(field port)
stop_host TERM

start_host --resume riverside-link-1 --port "$port"
[ "$(field join_code) $(field facilitator_code) $(field port)" = "$pin $key $port" ] || fail 'other codes after a restart'
code=0
"$convene" host --resume riverside-link-1 --data "$data" --local --port 0 --json >/dev/null 2>"$data/twice" || code=$?
[ "$code" -eq 3 ] || fail "a session that is open elsewhere gave $code: $(cat "$data/twice")"
code=0
"$convene" host riverside-link --data "$data" --local --port "$port" --json >/dev/null 2>"$data/twice" || code=$?
[ "$code" -eq 3 ] || fail "a port that is taken gave $code"
grep -q 'choose another with --port' "$data/twice" || fail 'no word about the port'
stop_host INT

start_host --session "$data/own.convene-session" riverside-link --port 0
pin=$(field join_code)
stop_host TERM
start_host --session "$data/own.convene-session" --port 0
[ "$(field join_code)" = "$pin" ] || fail '--session made another session'
stop_host TERM
[ -z "$(find "$data" -name ".convene-reserve")" ] || fail 'the reserve was left behind'

# In a window: whoever leads goes on as who leads, and no seat of it is opened.
SDL_VIDEODRIVER=dummy "$convene" play riverside-link-1 --data "$data" >"$data/window" 2>&1 &
pid=$!
i=0
until "$convene" ctl riverside-link-1 note 'back again' --data "$data" >"$data/told" 2>&1; do
    i=$((i + 1))
    [ $i -lt 300 ] && kill -0 "$pid" 2>/dev/null || fail "play did not open the doors again: $(cat "$data/told" "$data/window")"
    sleep 0.1
done
kill "$pid"
wait "$pid" || true
pid=

for wrong in '' 'riverside-link --port 70000' 'no-such-case' 'riverside-link --public-url play.example.org' 'riverside-link safe-homes-bill'; do
    code=0
    # shellcheck disable=SC2086
    "$convene" host $wrong --data "$data" --local >/dev/null 2>&1 || code=$?
    [ "$code" -eq 2 ] || fail "host $wrong gave $code, not 2"
done
echo 'host opens, stops, and goes on with the same codes'
