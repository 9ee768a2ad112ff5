#!/bin/sh
# tests/tidy/test_count.sh — the counter of ./dev test against a real ctest run with every way to end. Never: trusts a form it did not see.
set -u
root=$(cd "${1:-.}" && pwd)
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 3
. "$root/tests/counting.sh"

# counts 'EXPECTED LAST LINE' EXIT with the CMake lines of the tests in the file `in`
counts() {
    rm -rf b
    { printf 'cmake_minimum_required(VERSION 3.25)\nproject(x NONE)\nenable_testing()\n'; cat in; } >CMakeLists.txt
    cmake -G Ninja -B b . >/dev/null || exit 3
    ctest --test-dir b --output-on-failure >log 2>&1
    [ ! -e b/Testing/Temporary/LastTest.log ] || cat b/Testing/Temporary/LastTest.log >>log
    answer=$(awk -f "$root/tests/count.awk" log)
    code=$? last=$(printf '%s\n' "$answer" | tail -n 1)
    if [ "$last" = "$1" ] && [ "$code" -eq "$2" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "expected \"$1\" and $2, got \"$last\" and $code: $answer"
    fi
}

say() { printf 'add_test(NAME %s COMMAND printf "%s")\n' "$1" "$2"; }

: >in
counts '0 passed, 0 failed' 1
echo 'add_test(NAME silent COMMAND true)' >in
counts '1 passed, 0 failed' 0
echo 'add_test(NAME silent COMMAND false)' >in
counts '0 passed, 1 failed' 1
say unit '[       OK ] a\\n[  PASSED  ] 7 test(s).\\n' >in
counts '7 passed, 0 failed' 0
say groups '[  PASSED  ] 7 test(s).\\n[  PASSED  ] 2 test(s).\\n' >in
counts '9 passed, 0 failed' 0
say script '3 passed, 0 failed\\n' >in
counts '3 passed, 0 failed' 0
say author 'ok it works (4 ms)\\n4 tests, 1 failed. Moves no test tries: x\\n' >in
counts '3 passed, 1 failed' 1
echo 'add_test(NAME cases COMMAND sh -c "printf \"[  PASSED  ] 7 test(s).\\\\n[  FAILED  ] 2 test(s), listed below:\\\\n[  FAILED  ] one\\\\n\"; exit 2")' >in
counts '7 passed, 2 failed' 1
echo 'add_test(NAME leaky COMMAND sh -c "echo \"[  PASSED  ] 7 test(s).\"; exit 23")' >in
counts '7 passed, 1 failed' 1
echo 'add_test(NAME crash COMMAND sh -c "echo \"[       OK ] first\"; kill -SEGV $$")' >in
counts '1 passed, 1 failed' 1
echo 'add_test(NAME none COMMAND no-such-program-here)' >in
counts '0 passed, 1 failed' 1
{ echo 'add_test(NAME slow COMMAND sleep 9)'; echo 'set_tests_properties(slow PROPERTIES TIMEOUT 1)'; } >in
counts '0 passed, 1 failed' 1
{ echo 'add_test(NAME fine COMMAND true)'; echo 'add_test(NAME skip COMMAND sh -c "exit 77")'
    echo 'set_tests_properties(skip PROPERTIES SKIP_RETURN_CODE 77)'; } >in
counts '1 passed, 0 failed' 0

end_of_count
