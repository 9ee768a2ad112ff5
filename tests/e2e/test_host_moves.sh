#!/bin/sh
# tests/e2e/test_host_moves.sh — a laptop and a phone in networks of their own: the laptop moves to another network in the middle of a game. Never: this machine's own network.
set -eu
root=$1 build=$2
convene=$build/convene
fail() { echo "test_host_moves: $*" >&2; exit 1; }

# Both networks live in a space of their own, which not every machine lets a program make.
if [ "${3:-}" != inside ]; then
    if ! unshare -rn ip link add wlan0 type veth peer name wlan1 2>/dev/null; then
        echo 'skipped: no network of its own can be made here (unshare, ip)'
        exit 0
    fi
    exec unshare -rn "$0" "$root" "$build" inside
fi

data=$(mktemp -d)
pid='' phone=''
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; [ -z "$phone" ] || kill "$phone" 2>/dev/null || true; rm -rf "$data"' EXIT
ip link set lo up
ip link add wlan0 type veth peer name wlan1
unshare -n sleep 600 &
phone=$!
i=0
until [ "$(readlink "/proc/$phone/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do
    i=$((i + 1)); [ $i -lt 200 ] || fail 'the phone has no network of its own'
    sleep 0.05
done
ip link set wlan1 netns "$phone"
on_phone() { nsenter -t "$phone" -n "$@"; }
on_phone ip link set lo up
on_phone ip link set wlan1 up
ip link set wlan0 up
ip addr add 10.9.8.7/24 dev wlan0
on_phone ip addr add 10.9.8.1/24 dev wlan1

ctl() { "$convene" ctl riverside-link-1 "$@" --data "$data" >"$data/out" 2>"$data/err"; }
said() { grep -q "$1" "$data/line"; }
until_said() {
    i=0
    until said "$1"; do
        i=$((i + 1)); [ $i -lt 400 ] || fail "never said \"$1\": $(cat "$data/line")"
        sleep 0.05
    done
}
# People join from the phone's side by an address; the figures of a short play are in out.
people_by() {
    on_phone "$convene" load --url "http://$1:8080" --code "$code" --seats 2 --seconds 1 --act ready --steps 0 >"$data/people" 2>&1
}

"$convene" host riverside-link --headless --port 8080 --data "$data" >"$data/line" 2>&1 &
pid=$!
until_said 'Stop with'
said 'http://10.9.8.7:8080' || fail "the address of the network was not given: $(cat "$data/line")"
code=$(sed -n 's/.*Join code *\([0-9]*\) \([0-9]*\).*/\1\2/p' "$data/line" | head -1)
people_by 10.9.8.7 || fail "nobody came by the first address: $(cat "$data/people")"
ctl option auto_pause off || fail "no option: $(cat "$data/err")"
ctl start now || fail "no start: $(cat "$data/err")"

ip addr add 10.9.9.7/24 dev wlan0
on_phone ip addr add 10.9.9.1/24 dev wlan1
ip addr del 10.9.8.7/24 dev wlan0
until_said 'http://10.9.9.7:8080'
said 'The network changed' || fail 'who hosts is not told'
people_by 10.9.9.7 || fail "nobody came by the new address: $(cat "$data/people")"
ctl address || fail "no other address: $(cat "$data/err")"
grep -q '10.9.9.7' "$data/out" || fail "not said which: $(cat "$data/out")"
ctl export record pseudonym || fail "no record: $(cat "$data/err")"
# Once, and because of the address.
[ "$(grep -c '"pause",1,3' "$data/exports/riverside-link-1-record-pseudonym.csv")" -eq 1 ] || fail 'the game did not stand, or stood twice'
echo 'address: a laptop that changes its network is found again, and nobody lost time'
