#!/bin/sh
# tests/coverage/coverage.sh — which lines of the rules, the wire and the sessions the tests of these rooms reach. Never: a test; run by hand.
# coverage.sh [build|run|tell]: all three one after the other, or one of them. Lines nobody reached go to build/coverage/missed.txt.
set -eu
cd "$(dirname "$0")/../.."
build=build/coverage
rooms='rules wire session'
# What runs whole games slowly without adding a line stays away.
tests=$(ls tests/unit/test_rules_*.c tests/unit/test_session_*.c tests/unit/test_wire_*.c tests/unit/test_host_*.c tests/unit/test_sim_options.c \
    tests/unit/test_sim_building.c tests/unit/test_sim_conserve.c tests/unit/test_store_journal.c | sed 's|.*/||; s|\.c$||')

build_all() {
    cmake --preset coverage -B "$build" >/dev/null
    # shellcheck disable=SC2086
    ninja -C "$build" ${JOBS:+-j$JOBS} $tests
}

run_all() {
    find "$build" -name '*.gcda' -delete
    for test in $tests; do
        "$build/$test" >"$build/$test.said" 2>&1 || echo "$test did not pass: $build/$test.said"
    done
}

# A line counts when some object of the room was reached there; headers count where they are included.
tell() {
    : >"$build/missed.txt"
    printf '%-10s %8s %8s %8s\n' room lines reached percent
    for room in $rooms; do
        (cd "$build" && find "CMakeFiles/$room.dir" -name '*.gcda' -exec gcov --stdout {} + 2>/dev/null) | awk -v room="$room" -v missed="$build/missed.txt" '
            /:    0:Source:/ { name = $0; sub(/.*Source:/, "", name); mine = name ~ "game/" room "/[a-z_]*\\.c$"; sub(/.*game\//, "", name); next }
            !mine { next }
            { split($0, part, ":"); count = part[1]; gsub(/ /, "", count) }
            count == "-" { next }
            { lines++ }
            count ~ /^(#|=)/ { print name ":" part[2] + 0 ": " substr($0, length(part[1]) + length(part[2]) + 3) >> missed; next }
            { reached++ }
            END { printf "%-10s %8d %8d %8.1f\n", room, lines, reached, lines ? 100 * reached / lines : 0 }'
    done
}

case ${1:-all} in
build) build_all ;;
run) run_all ;;
tell) tell ;;
all) build_all && run_all && tell ;;
*) echo "coverage.sh [build|run|tell]" >&2; exit 2 ;;
esac
