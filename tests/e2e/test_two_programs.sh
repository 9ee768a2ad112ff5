#!/bin/sh
# tests/e2e/test_two_programs.sh — convene serves without the libraries of windows and becomes convene-window for the rest. Never: a display.
set -eu
root=$1 build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "$*" >&2; exit 1; }

# What a program asks the system to load, by name.
loads() { readelf -d "$build/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]$/\1/p'; }
windows='^lib(SDL2|SDL2_ttf|fribidi|png)'
[ "$(loads convene-window | grep -cE "$windows")" -ge 3 ] || fail 'convene-window opens no windows'
found=$(loads convene | grep -E "$windows" || true)
[ -z "$found" ] || fail "convene loads $found"

# Both say the same of every command.
for command in play host join shot ctl check; do
    for program in convene convene-window; do "$build/$program" $command --help >"$folder/$program"; done
    cmp "$folder/convene" "$folder/convene-window" || fail "$command --help differs"
done

# The same words reach it, and its answer comes back.
code=0
"$build/convene" shot nowhere >"$folder/out" 2>&1 || code=$?
[ $code -eq 2 ] && grep -q 'There is no screen "nowhere"' "$folder/out" || fail "shot: $code $(cat "$folder/out")"

# Alone, convene says what is missing and does everything else.
mkdir "$folder/alone"
cp "$build/convene" "$folder/alone/convene"
export CONVENE_HOME=$root
code=0
"$folder/alone/convene" shot table >"$folder/out" 2>&1 || code=$?
[ $code -eq 3 ] && grep -q 'could not be started' "$folder/out" && grep -q 'convene-window' "$folder/out" || fail "alone: $code $(cat "$folder/out")"
"$folder/alone/convene" check "$root/scenarios/riverside-link" >"$folder/out" 2>&1 || fail "check: $(cat "$folder/out")"
