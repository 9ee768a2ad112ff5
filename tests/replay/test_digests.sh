#!/bin/sh
# tests/replay/test_digests.sh — the same seeds and commands give the same States and the same events under gcc and clang, with and without optimisation. Never: compares times.
# Called with the root and the build folder; builds one small program four ways in a folder of its own.
set -u
root=$1
cd "$root" || exit 3
. tests/counting.sh
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT INT TERM
# A copy: nobody edits a pack or a source between two compilers.
mkdir -p "$work/tree/tests"
cp -R game scenarios scripts "$work/tree/" && cp -R tests/packs tests/replay "$work/tree/tests/" && cd "$work/tree" || exit 3
rooms='base model pack expr rules wire script scenario session bots sim'
packs='scenarios/riverside-link scenarios/safe-homes-bill scenarios/a-wage-to-live-on tests/packs/reform8 tests/packs/eastmarket-wage'
version='-DCONVENE_VERSION="test" -DCONVENE_SOURCE_DIR="."'
libraries="$(pkg-config --libs lua5.4 physfs libsodium jansson) -lunistring -lpthread"

# Unchanged files are not compiled again where ccache is installed.
quick=$(command -v ccache || true)


# One compiler at one level: two files at a time, which is what small machines have.
build() {
    mkdir -p "$work/$1$2"
    # The fault simulator brings a host and a disk along; games without people need neither.
    sources=$(for room in $rooms; do ls game/"$room"/*.c; done | grep -v '/storm')
    for file in $sources tests/replay/digests.c; do
        echo "$file $work/$1$2/$(echo "$file" | tr / _).o"
    done | xargs -P 2 -n 2 sh -c "$quick"' "$0" "$1" -std=c11 -D_GNU_SOURCE -ffp-contract=off -Igame '"$version"' \
        $(pkg-config --cflags lua5.4 physfs libsodium jansson) -c "$2" -o "$3"' "$1" "$2" || return 1
    # shellcheck disable=SC2086 # a list of words
    "$1" "$work/$1$2"/*.o -o "$work/$1$2/digests" $libraries
}

expected=
for way in 'gcc -O2' 'gcc -O0' 'clang-14 -O2' 'clang-14 -O0'; do
    compiler=${way% *} level=${way#* }
    command -v "$compiler" >/dev/null || { echo "$compiler is not here; its games are not compared"; continue; }
    build "$compiler" "$level" >"$work/log" 2>&1
    verdict $? "$way does not build: $(tail -n 5 "$work/log")"
    # shellcheck disable=SC2086 # a list of words
    found=$("$work/$compiler$level/digests" 20 $packs 2>&1)
    verdict $? "$way: a game broke: $(echo "$found" | tail -n 3)"
    [ -n "$expected" ] || expected=$found
    [ "$found" = "$expected" ]
    verdict $? "$way plays other games: $(printf '%s\n' "$expected" >"$work/a"; printf '%s\n' "$found" | diff "$work/a" - | head -n 4)"
done

# A second process has other addresses and another order inside Lua's tables.
# shellcheck disable=SC2086 # a list of words
[ "$("$work/gcc-O2/digests" 20 $packs 2>&1)" = "$expected" ]
verdict $? "a second process plays other games"
# The comparison can fail: other seeds are other games.
# shellcheck disable=SC2086 # a list of words
[ "$("$work/gcc-O2/digests" 21 $packs 2>&1)" != "$expected" ]
verdict $? "one more game gives the same list"

end_of_count
