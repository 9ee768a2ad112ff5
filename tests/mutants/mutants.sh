#!/bin/sh
# tests/mutants/mutants.sh — puts small mistakes into a copy of the code, one after the other, and sees that a test finds each. Never: a change of the tree it stands in.
# mutants.sh [NAME…]: all of mutants.txt or some; says found or MISSED for each. The copy and its build stay in build/mutants.
set -eu
cd "$(dirname "$0")/../.."
copy=build/mutants/tree build=build/mutants/build said=build/mutants/said
missed=0 found=0

fresh() {
    mkdir -p "$copy"
    for part in CMakeLists.txt CMakePresets.json assets game scenarios scripts tests; do
        cp -pRu "$part" "$copy/"
    done
    cp -p "game/$1" "$copy/game/$1"
}

# change FILE OLD NEW: the one place where OLD stands; OR is a bar.
change() {
    OLD=$2 NEW=$3 perl -0pi -e '
        my ($old, $new) = ($ENV{OLD}, $ENV{NEW});
        s/ OR / | /g for ($old, $new);
        my $count = () = /\Q$old\E/g;
        die "\"$old\" stands there $count times\n" if $count != 1;
        s/\Q$old\E/$new/;' "$1"
}

# One test says no: that is enough.
noticed() {
    for test in $1; do
        ninja -C "$build" ${JOBS:+-j$JOBS} "test_$test" >"$said" 2>&1 || { tail -n 5 "$said"; return 1; }
        (cd "$copy" && "../build/test_$test") >"$said" 2>&1 || { by=$test; return 0; }
    done
    return 1
}

try_one() {
    by=''
    fresh "$2"
    change "$copy/game/$2" "$3" "$4"
    if noticed "$5"; then
        found=$((found + 1))
        echo "found   $1 (test_$by)"
    else
        missed=$((missed + 1))
        echo "MISSED  $1"
    fi
    cp "game/$2" "$copy/game/$2"
}

# Without a mistake every test passes; otherwise it would find anything.
all_pass() {
    for test in $(sed -n '/^[^#]/s/.* | //p' tests/mutants/mutants.txt | tr ' ' '\n' | sort -u); do
        ninja -C "$build" ${JOBS:+-j$JOBS} "test_$test" >"$said" 2>&1 || { tail -n 5 "$said"; return 1; }
        (cd "$copy" && "../build/test_$test") >"$said" 2>&1 || { echo "test_$test fails without a mistake"; return 1; }
    done
}

fresh base/core.h
(cd "$copy" && cmake --preset release -B ../build >/dev/null)
[ $# -gt 0 ] || all_pass
while IFS= read -r row; do
    case $row in '#'* | '') continue ;; esac
    name=${row%% | *}
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    rest=${row#* | }
    file=${rest%% | *} rest=${rest#* | }
    old=${rest%% | *} rest=${rest#* | }
    new=${rest%% | *} tests=${rest#* | }
    try_one "$name" "$file" "$old" "$new" "$tests"
done <tests/mutants/mutants.txt
echo "$found found, $missed missed"
[ "$missed" -eq 0 ]
