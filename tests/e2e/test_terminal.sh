#!/bin/sh
# tests/e2e/test_terminal.sh — packs, file names and words that would steer a terminal, against the real program: nothing of it reaches the terminal. Never: a display.
# Called with the root and the build folder.
set -u
root=$1 convene=$2/convene
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
cd "$root" || exit 3
. tests/counting.sh

# Control bytes but tab and line feed, the second set of them, and letters that turn the text.
steering=$(printf '[\001-\010\013-\037\177]|\302[\200-\237]|\342\200[\213-\217\250-\256]|\342\201[\240-\251]|\357\273\277')

# quiet WHAT arguments…: whatever the program says, no byte of it steers a terminal, and it says something.
quiet() {
    what=$1
    shift
    timeout 60 "$convene" "$@" >"$place/said" 2>&1 </dev/null
    if [ -s "$place/said" ] && ! LC_ALL=C grep -aqE "$steering" "$place/said"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
        LC_ALL=C grep -anE "$steering" "$place/said" | head -n 3 | od -c | head -n 12
    fi
}

# A copy of a good pack with one more piece at the end of a file.
spoil() {
    rm -rf "$place/pack"
    cp -r tests/packs/hall-keys "$place/pack"
    mkdir -p "$place/pack/tests"
    printf "$2" >>"$place/pack/$1"
}

# The test sees what it looks for.
printf 'a\033[2Jb' >"$place/said"
LC_ALL=C grep -aqE "$steering" "$place/said" || { echo "FAILED: the search finds nothing"; exit 1; }

for piece in '\n-- \033[2J\033]0;owned\007\n' '\ntext "a" "b\342\200\256c"\n' '\nactor "x\033[31m" {\n' \
    '\n-- \302\2331m\n' '\n-- \033]8;;http://evil.example\007click\n' '\nfoo\\27 = "\\u{202e}"\n' \
    '\nrule "r" { when = "round == \\27[2J1" }\n' '\nrule "\\27[2J" { }\n' '\nerror("\\27[2Jhello")\n' \
    '\nprint("\\27[2J\\7")\nnothing("\\27[2J")\n' '\n\r\rtext "\r" "x"\r\n' '\n-- \000\033c\n'; do
    spoil scenario.lua "$piece"
    quiet "a scenario with $piece" check "$place/pack"
    quiet "a scenario with $piece, simulated" simulate "$place/pack" --games 1
done
for piece in '\npack { id = "\\27[2J" }\n' '\n\033[2J\n' '\npack { name = "\\u{202e}" }\n'; do
    spoil pack.lua "$piece"
    quiet "a manifest with $piece" check "$place/pack"
done
for piece in '\ntest "x\\27[2J" { function(t) t.fail("\\27[2J") end }\n' '\ntest "x" { function(t) error("\\27[2J\\u{202e}") end }\n' \
    '\nprint("\\27[2J")\n' '\n\033[2J\n'; do
    spoil tests/steer.lua "$piece"
    quiet "a test with $piece" test "$place/pack"
done

# Names of files, folders and words on the command line.
steer=$(printf 'a\033[2Jb')
spoil scenario.lua ''
cp -r "$place/pack" "$place/$steer"
cp "$place/pack/scenario.lua" "$place/pack/$steer.lua"
quiet 'a file with a bad name' check "$place/pack"
quiet 'a folder with a bad name' check "$place/$steer"
printf 'PK\003\004 nothing' >"$place/$steer.convene"
quiet 'an archive with a bad name' check "$place/$steer.convene"
quiet 'a record with a bad name' replay "$place/$steer.convene-session"
quiet 'no command' "$steer"
quiet 'no pack' check "$steer"
quiet 'no flag' check "--$steer" hall-keys
quiet 'no number' simulate hall-keys --games "$steer"
quiet 'no screen' shot "$steer" --out "$place/x.png"
quiet 'no session' ctl "$steer" pause --data "$place"
quiet 'no verb' ctl one "$steer" --data "$place"

end_of_count
