#!/bin/sh
# tests/e2e/seeded.sh — runs a test against a build with a defect on purpose: it must fail, and say why. Never: takes a crash for a finding.
# seeded.sh WORDS COMMAND…: 0 when the command ends badly and a line of it that tells of a failure has WORDS (a grep -E pattern).
set -u
words=$1
shift
said=$("$@" 2>&1)
code=$?
if [ "$code" -eq 0 ]; then
    echo "nobody noticed the defect: $said" | tail -n 5
    exit 1
fi
[ "$code" -lt 126 ] || { echo "it broke instead of finding something ($code): $said" | tail -n 5; exit 1; }
found=$(echo "$said" | grep -E 'FAILED|kills:' | grep -E "$words") || { echo "it failed for another reason: $said" | tail -n 15; exit 1; }
# Without the words by which failed cases are counted.
echo "found: $(echo "$found" | sed 's/\[  FAILED  \] *//' | head -n 1)"
