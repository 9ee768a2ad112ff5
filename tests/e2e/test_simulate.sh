#!/bin/sh
# tests/e2e/test_simulate.sh — convene simulate and convene bench from outside: flags, exit codes, sentences. Never: times.
# Called with the root and the build folder.
set -u
root=$1 program=$2/convene
cd "$root" || exit 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT INT TERM
. tests/counting.sh

pack=scenarios/riverside-link
expect 0 'Examples:' "$program" simulate --help
# The pack's expectations are about random players; a handful of games by others is not judged.
expect 0 '^digest [0-9a-f]*$' "$program" simulate "$pack" --games 5 --players mixed
expect 0 'Endings' "$program" simulate "$pack" --games 5 --players persona
expect 2 'one pack' "$program" simulate
expect 2 'no players "people"' "$program" simulate "$pack" --players people
expect 2 'whole number' "$program" simulate "$pack" --games none
expect 2 'whole number' "$program" simulate "$pack" --games 0
expect 0 'Endings' "$program" simulate "$pack" --games 3 --players mixed --format hour
expect 2 'no time plan "hor"' "$program" simulate "$pack" --games 3 --format hor
expect 2 'write --format hour' "$program" simulate "$pack" --games 3 --format hor
expect 2 'flag' "$program" simulate "$pack" --game 5
expect 2 'nowhere' "$program" simulate nowhere
expect 1 'plugin' "$program" simulate scripts/core-coalition
expect 1 'E' "$program" simulate tests/packs/faulty/words
expect 2 'No figure' "$program" bench speed
expect 0 '^state_bytes [0-9]* bytes$' "$program" bench state_bytes
expect 0 '^state_bytes_spread 0 percent$' "$program" bench state_bytes --spread

digest() { "$program" simulate "$pack" --players random --games 12 --quiet "$@" | grep '^digest'; }
same "$(digest --seed 4 --threads 1)" "$(digest --seed 4 --threads 2)" "one and two threads give other games"
[ "$(digest --seed 4 --format hour)" != "$(digest --seed 4)" ]
same $? 0 "another time plan gives the same games"
[ "$(digest --seed 4)" != "$(digest --seed 5)" ]
same $? 0 "another seed gives the same games"

# The whole report: every check a line, exit code 1 while one fails, the same text for any number of threads.
report() { "$program" simulate "$pack" --games 2 --report --seed 3 "$@" 2>/dev/null; }
expect 2 'leave out --json' "$program" simulate "$pack" --report --json
expect 2 'leave out --json' "$program" simulate "$pack" --report --players persona
expect 2 'whole number' "$program" simulate "$pack" --report --threads 17
one=$(report --threads 1)
same "$one" "$(report --threads 2)" "one and two threads give other reports"
same "$one" "$(report --threads 3)" "one and three threads give other reports"
failing=$(echo "$one" | grep -c '^FAIL ')
report >/dev/null
same $? "$([ "$failing" -gt 0 ] && echo 1 || echo 0)" "the exit code does not follow the failed checks"
same "$(echo "$one" | grep -c '^\(pass\|FAIL\) everybody_rests ')" 1 "the report has no line everybody_rests"
same "$(echo "$one" | grep -c '^\(pass\|FAIL\) persona_wins_')" 6 "not every seat has its line persona_wins"

# An expectation that does not hold is a finding, named with its line; those of other players do not count.
mkdir -p "$work/narrow/tests"
cp tests/packs/hall-keys/*.lua "$work/narrow/"
echo 'simulate "narrow" { games = 5, players = "random", expect = { "passes between 0% and 0%", "no faults" } }' \
    >"$work/narrow/tests/balance.lua"
expect 1 '^FAIL  passes between' "$program" simulate "$work/narrow"
expect 1 'balance.lua:1' "$program" simulate "$work/narrow"
expect 1 '^pass  no faults' "$program" simulate "$work/narrow"
expect 0 'speak of other players' "$program" simulate "$work/narrow" --players persona
expect 1 '"ok":false' "$program" simulate "$work/narrow" --json

# Ctrl-C: what was played is reported, nothing hangs.
"$program" simulate "$pack" --games 1000000 --players random >"$work/out" 2>&1 &
run=$! tries=0
while [ "$(ls "/proc/$run/task" | wc -l)" -lt 2 ] && [ "$tries" -lt 200 ]; do # its threads come after its ear for signals
    sleep 0.05
    tries=$((tries + 1))
done
kill -TERM "$run"
wait "$run"
same $? 1 "a stopped simulation ends with another code"
grep -q 'Stopped early' "$work/out"
same $? 0 "a stopped simulation does not say so"

end_of_count
