#!/bin/sh
# tests/e2e/test_readme.sh — every command that the READMEs, the guide and --help show is run as it stands there. Never: a display (the window opens on SDL's dummy driver).
# Called with the root and the build folder.
set -u
root=$1 build=$2
program=$build/convene
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0 ran=0
complain() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}
[ -x "$program" ] || { echo "FAILED: $program is missing. Build it with: ninja -C $build convene"; exit 1; }

# A place like that of a reader: the checkout's folders, a case from the template, cases at home, a session.
ln -s "$root/scenarios" "$root/scripts" "$root/assets" "$folder/"
cp -r "$root/scenarios/_template" "$folder/our-bus"
mkdir -p "$folder/home/my-cases"
cp -r "$root/tests/packs/hall-keys" "$folder/home/my-cases/"
HOME=$folder/home CONVENE_HOME=$root SDL_VIDEODRIVER=dummy ASAN_OPTIONS=detect_leaks=0
export HOME CONVENE_HOME SDL_VIDEODRIVER ASAN_OPTIONS
unset XDG_DATA_HOME
cd "$folder" || exit 1
convene() { "$program" "$@"; }

# Code fences and `code` of a page: one command a line, without what is said behind it.
commands_of() {
    awk '/^```/ { inside = !inside; next } inside' "$1" | sed -n 's#^ *\(build/release/\)\{0,1\}\(convene .*\)$#\2#p'
    grep -o '`convene [^`]*`' "$1" | tr -d '`'
}
help_of() { convene "$@" --help | sed -n 's/^  \(convene .*\)$/\1/p'; }

{
    for page in "$root/README.md" "$root/scenarios/README.md" "$root/scenarios/GUIDE.md"; do commands_of "$page"; done
    for verb in play simulate check test replay shot bench; do help_of "$verb"; done
} | sed 's/   *.*$//; s/ (.*$//' | awk 'NF > 2 && !seen[$0]++' >"$folder/commands"

# A window or a host that is still there after a while has opened; one that ends by itself has not.
run_long() {
    timeout -s KILL 4 "$program" "$@" >out 2>&1
    code=$?
    [ "$code" -eq 137 ] || complain "convene $* ended with code $code instead of staying: $(head -n 2 out)"
}

# Few games are enough to see that it runs; what they show may displease the author (1).
run_simulate() {
    set -- $(echo "$*" | sed 's/--games [0-9]*//') --games 4
    convene "$@" >out 2>&1
    code=$?
    [ "$code" -le 1 ] || complain "convene $* ended with code $code: $(tail -n 2 out)"
}

run_other() {
    convene "$@" >out 2>&1
    code=$?
    [ "$code" -eq 0 ] || complain "convene $* ended with code $code: $(head -n 3 out)"
    case "$*" in
    *' --out '*)
        picture=${*##* --out }
        [ -s "$picture" ] || complain "convene $* wrote no $picture"
        ;;
    esac
}

# The first window leaves the session that the pages replay.
run_long play riverside-link --actor link
while read -r line; do
    eval "set -- $line"
    shift
    ran=$((ran + 1))
    echo "convene $*"
    case $1 in
    play | host) run_long "$@" ;;
    simulate) run_simulate "$@" ;;
    *) run_other "$@" ;;
    esac </dev/null
done <"$folder/commands"
[ "$ran" -gt 15 ] || complain "only $ran commands were found on the pages"

# What the pages say of ./dev is there.
for verb in $(cat "$root/README.md" "$root/CONTRIBUTING.md" "$root/tests/README.md" | grep -o '\./dev [a-z]*' | awk '{ print $2 }' | sort -u); do
    (cd "$root" && ./dev help) | grep -q "^\./dev $verb" || complain "./dev $verb stands on a page, but not in ./dev help"
done

echo "$ran commands, $failed failed"
[ "$failed" -eq 0 ]
