#!/bin/sh
# tests/e2e/test_sim_command.sh — convene sim from outside: flags, exit codes, what it prints. Never: whether a seed holds (test_sim_storm).
# Called with the root and the build folder.
set -u
root=$1 program=$2/convene
cd "$root" || exit 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT INT TERM
. tests/counting.sh

expect 0 'Examples:' "$program" sim --help
expect 0 '^half_close ' "$program" sim --faults
expect 0 '^2 seeds .* in .*: 0 failed' "$program" sim --seed 3 --seeds 2 --steps 25
printf '# two of them\n3 what it was\n4\n' >"$work/list"
expect 0 '^2 seeds .* in .*: 0 failed' "$program" sim --list "$work/list" --steps 25 --pack riverside-link
expect 2 'whole number' "$program" sim --seed no
expect 3 'nothing.txt' "$program" sim --list "$work/nothing.txt"
expect 2 'no-such-case' "$program" sim --pack no-such-case

end_of_count
