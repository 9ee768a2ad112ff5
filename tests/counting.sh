# tests/counting.sh — counts what held, for scripts that test: verdict, expect, same, end_of_count. Never: a test.
# Called with . from the root; expect needs work, a folder of the script.
passed=0 failed=0

# verdict RESULT WORDS: 0 held; anything else did not, and the words say what.
verdict() {
    if [ "$1" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $2"; fi
}

# expect CODE WORDS COMMAND…: the exit code, and words among what was said.
expect() {
    code=$1 words=$2
    shift 2
    "$@" >"$work/out" 2>&1
    found=$?
    held=1
    [ "$found" -eq "$code" ] && grep -q -- "$words" "$work/out" && held=0
    verdict $held "convene $*: exit code $found, not $code, or nothing says \"$words\": $(head -c 300 "$work/out")"
}

# same ONE OTHER WORDS: two texts are equal.
same() {
    held=1
    [ "$1" = "$2" ] && held=0
    verdict $held "$3"
}

# The last line of a script, and how it ends.
end_of_count() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
