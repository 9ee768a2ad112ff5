#!/bin/sh
# tests/replay/test_compilers.sh — the same seed gives the same games under gcc and clang, with and without optimisation. Never: compares times.
# Called with the root and the build folder under test; builds the other compilers' programs beside it.
set -u
root=$1 build=$2
beside=${build%/*}
cd "$root" || exit 3
others='plain-gcc plain-clang clang release'
passed=0 failed=0

verdict() { if [ "$1" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi; }

for preset in $others; do
    [ "$beside/$preset" != "$build" ] || continue
    cmake --preset "$preset" -B "$beside/$preset" >/dev/null && ninja -C "$beside/$preset" convene >"$beside/$preset.log" 2>&1
    verdict $? "$preset does not build: $(tail -n 5 "$beside/$preset.log")"
done

# Everything a simulation says but how long it took.
games() { "$1/convene" simulate "$2" --games 20 --seed 7 --players "$3" --json 2>&1 | sed 's/"[a-z_]*\(ms\|per_second\|seconds\)":[0-9.]*//g'; }

for pack in scenarios/[a-z]* tests/packs/*; do
    grep -qs '^ *scenario *{' "$pack"/*.lua || continue
    for players in random persona; do
        expected=$(games "$build" "$pack" "$players")
        case $expected in *'"digest"'*) verdict 0 '' ;; *) verdict 1 "$pack, $players players: no digest in: $(echo "$expected" | head -c 300)" ;; esac
        for preset in $others; do
            [ "$(games "$beside/$preset" "$pack" "$players")" = "$expected" ]
            verdict $? "$pack, $players players: $preset plays another game than ${build##*/}"
        done
    done
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
