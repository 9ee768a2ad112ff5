#!/bin/sh
# tests/e2e/test_bad_input.sh — what people, disks and packs do wrong, against the real program: the sentence, the fix, the exit code. Never: a window that somebody sees.
set -u
root=$1 program=$2/convene
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
cd "$root" || exit 3
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER CONVENE_LOG
. tests/counting.sh

# says EXIT 'part of the answer' arguments…: the program answers soon, with this code, these words and a way out
# (what to do, or the line of the pack to look at).
says() {
    code=$1 part=$2
    shift 2
    answer=$(timeout 60 "$program" "$@" 2>&1 </dev/null)
    got=$?
    case $answer in *"$part"*) seen=1 ;; *) seen=0 ;; esac
    case $answer in *Fix:* | *lua:[0-9]*) ;; *) [ "$code" -eq 0 ] || seen=0 ;; esac
    if [ "$got" -eq "$code" ] && [ "$seen" -eq 1 ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "convene $*: expected $code and \"$part\" with a fix, got $got: $answer"
    fi
}

# A copy of a good pack to spoil.
spoil() { rm -rf "$place/hall-keys"; cp -r tests/packs/hall-keys "$place/"; }

# The number as little-endian bytes: le VALUE COUNT.
le() {
    value=$1 count=$2
    while [ "$count" -gt 0 ]; do
        printf "\\$(printf %03o $((value % 256)))"
        value=$((value / 256)) count=$((count - 1))
    done
}

# A zip with one file of $2 megabytes of zeros, squeezed to a thousandth.
bomb() {
    head -c "$(($2 * 1048576))" /dev/zero | gzip -9n >"$place/zeros.gz"
    packed=$(($(wc -c <"$place/zeros.gz") - 18)) size=$(($2 * 1048576))
    head -c "$((packed + 10))" "$place/zeros.gz" | tail -c "$packed" >"$place/body"
    tail -c 8 "$place/zeros.gz" | head -c 4 >"$place/crc"
    { le 20 2; le 0 2; le 8 2; le 33 4; cat "$place/crc"; le "$packed" 4; le "$size" 4; le 8 2; le 0 2; } >"$place/facts"
    { printf 'PK\003\004'; cat "$place/facts"; printf pack.lua; cat "$place/body"; } >"$1"
    { printf 'PK\001\002'; le 20 2; cat "$place/facts"; le 0 2; le 0 2; le 0 2; le 0 4; le 0 4; printf pack.lua; } >"$place/directory"
    start=$(wc -c <"$1")
    { cat "$place/directory"; printf 'PK\005\006'; le 0 4; le 1 2; le 1 2; le "$(wc -c <"$place/directory")" 4; le "$start" 4; le 0 2; } >>"$1"
}

# Wrong words and flags.
says 2 'no command "dance"' dance
says 2 'no flag --jsonn' check --jsonn riverside-link
says 2 'whole number' simulate riverside-link --games many
says 2 'whole number' simulate riverside-link --games 0
says 2 'one pack' check
says 2 'no time plan "hor"' check riverside-link --format hor
says 2 'no screen "nowhere"' shot nowhere --out "$place/x.png"
says 2 'width x height' shot table --size 3 --out "$place/x.png"
for verb in check test simulate play; do says 2 'no pack called "no-such-pack"' "$verb" no-such-pack; done
for verb in play simulate check test replay shot bench; do
    if "$program" "$verb" --help | grep -q '^Examples:'; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$verb --help shows no examples"; fi
done

# No display, no fonts, no room for a picture.
says 3 'There is no display' play riverside-link --data "$place/data"
says 3 'NotoSans-Regular.ttf' shot table --fonts "$place" --out "$place/x.png"
says 3 'cannot be saved' shot table --out "$place/no/folder/x.png"

# A pack that is broken, misses a text, or explodes.
spoil; echo 'actor "x" {' >>"$place/hall-keys/scenario.lua"
line=$(wc -l <"$place/hall-keys/scenario.lua")
says 1 'scenario.lua:' check "$place/hall-keys"
says 1 'E1' simulate "$place/hall-keys" --games 1
[ "$line" -gt 0 ] && says 1 'E1' play "$place/hall-keys" --data "$place/data"
spoil; echo 'rule "r" { when = "round == 1", does = { tell { text = "not_there" } } }' >>"$place/hall-keys/scenario.lua"
says 1 'not_there' check "$place/hall-keys"
spoil; rm "$place/hall-keys/pack.lua"
says 1 'pack.lua' check "$place/hall-keys"
bomb "$place/bomb.convene" 64
says 1 'E4' check "$place/bomb.convene"
head -c 900 "$place/bomb.convene" >"$place/cut.convene"
says 1 'E4' check "$place/cut.convene"

# A data folder nobody may write to.
export SDL_VIDEODRIVER=dummy
says 3 '--data' play riverside-link --actor link --data /proc/convene

# Session files: none, not one, damaged. A good one stays good.
says 3 'cannot be opened' replay "$place/none.convene-session"
says 3 'not a Convene session' replay README.md
"$program" play riverside-link --actor link --seed 3 --data "$place/data" >/dev/null 2>&1 &
player=$! session='' tries=0
while [ "$tries" -lt 120 ] && [ ! -s "$session-wal" ]; do
    sleep 1
    session=$(find "$place/data" -name '*.convene-session' | head -n 1) tries=$((tries + 1))
done
sleep 2
kill -KILL "$player"
wait "$player" 2>/dev/null
says 0 'identical to batch' replay "$session" --verify
says 0 'The game is not over' replay "$session" --why
says 0 'No reasons are kept here' replay tests/replay/golden/riverside-link-rules-1.convene-session --why
cp "$session" "$place/spoilt.convene-session"
for at in 100 5000 9000 13000; do printf XXXXXXXX | dd of="$place/spoilt.convene-session" bs=1 seek="$at" conv=notrunc 2>/dev/null; done
says 3 'damaged' replay "$place/spoilt.convene-session"
head -c 5000 "$session" >"$place/half.convene-session"
says 3 'damaged' replay "$place/half.convene-session"
says 0 'identical to batch' replay "$session" --verify

end_of_count
