#!/bin/sh
# tests/e2e/test_window_xvfb.sh — the real window on a display without a screen: keys reach it, the session is kept, it closes with the keyboard. Figures are printed, never judged. Never: needs a desktop.
# Called with the root and the build folder.
set -u
root=$1 build=$2
program=$build/convene
name=riverside-link-1

for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || {
        echo "FAILED: $tool is not installed, so the real window cannot be tried. Install it with: ./dev install tests"
        exit 1
    }
done
[ -x "$program" ] || { echo "FAILED: $program is missing. Build it with: ninja -C $build convene"; exit 1; }

folder=$(mktemp -d)
server='' window=''
clean() {
    [ -z "$window" ] || kill "$window" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$folder"
}
trap clean EXIT
fail() {
    echo "FAILED: $1"
    cat "$folder/out" 2>/dev/null
    exit 1
}
# until_true SECONDS COMMAND…: asks five times a second.
until_true() {
    left=$(($1 * 5))
    shift
    while [ "$left" -gt 0 ]; do
        "$@" && return 0
        left=$((left - 1))
        sleep 0.2
    done
    return 1
}
gone() { ! kill -0 "$window" 2>/dev/null; }
found() { xdotool search --name '^Convene$' >"$folder/id" 2>/dev/null; }
keys() { xdotool key --delay 40 "$@" || fail "the keys $* could not be sent"; }
ticks() { sed 's/.*) //' "/proc/$window/stat" | awk '{ print $12 + $13 }'; }

Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp >"$folder/display" 2>"$folder/server" &
server=$!
until_true 30 test -s "$folder/display" || fail "no display came up: $(tail -n 1 "$folder/server")"
DISPLAY=:$(head -n 1 "$folder/display")
export DISPLAY
unset WAYLAND_DISPLAY

# Leaks of the display's own libraries are not ours.
cd "$root" || exit 1
ASAN_OPTIONS=detect_leaks=0 SDL_VIDEODRIVER=x11 "$program" play riverside-link --actor link --seed 7 \
    --data "$folder/data" --size 1280x800 --figures >"$folder/out" 2>&1 &
window=$!
until_true 60 found || fail "no window with the name Convene came up"
xdotool windowfocus --sync "$(head -n 1 "$folder/id")" || fail "the window takes no keys"

# Ready with the reading; help and back; one look at the deals and back to the table.
keys shift+Tab Return question Escape d t
until_true 60 grep -q . "$folder/data/sessions/$name.convene-session" || fail "no session file was written"
sleep 1
before=$(ticks)
sleep 3
after=$(ticks)
rss=$(awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$window/status")
idle=$(echo "$before $after" | awk -v rate="$(getconf CLK_TCK)" '{ printf "%.2f", ($2 - $1) * 100 / rate / 3 }')

# From the tabs two stops back are the settings; leaving the game is the last stop there, quitting the last of the first page.
keys shift+Tab shift+Tab Return shift+Tab Return shift+Tab Return
until_true 60 gone || fail "the window does not close by keyboard"
wait "$window"
code=$?
window=''
[ "$code" -eq 0 ] || fail "the program ended with code $code instead of 0"
grep '^first_frame_ms' "$folder/out" || fail "first_frame_ms was not printed"
echo "window_rss $rss MB"
echo "window_idle_cpu $idle %"

told=$(ASAN_OPTIONS=detect_leaks=0 "$program" replay "$name" --verify --json --data "$folder/data") \
    || fail "the session does not verify: $told"
case $told in
*'"round":1,'*'"verified":true'*) echo "the session stands in round 1 and is identical when decided again" ;;
*) fail "the keys did not bring the session to round 1: $told" ;;
esac
