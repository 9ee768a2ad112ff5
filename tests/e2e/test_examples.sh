#!/bin/sh
# tests/e2e/test_examples.sh — every example that --help shows of hosting, joining, steering, privacy and load is run as it stands there, against a host that runs. Never: a display (windows open on SDL's dummy driver).
# Called with the root and the build folder. The other commands and the pages: test_readme.sh.
set -u
root=$1 program=$2/convene
folder=$(mktemp -d) || exit 3
pid='' failed=0 ran=0
trap '[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null; rm -rf "$folder"' EXIT
complain() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}
mkdir "$folder/home"
HOME=$folder/home CONVENE_HOME=$root SDL_VIDEODRIVER=dummy ASAN_OPTIONS=detect_leaks=0
export HOME CONVENE_HOME SDL_VIDEODRIVER ASAN_OPTIONS
unset XDG_DATA_HOME
cd "$folder" || exit 3

# What stands before the two blanks that begin the explanation.
examples() { "$program" "$1" --help | sed -n 's/^  \(convene .*\)$/\1/p' | sed 's/   *.*$//; s/ (.*$//'; }
field() { sed -n "s/.*\"$1\":\"*\([^\",}]*\).*/\1/p" "$folder/line"; }

# A host that goes on in the background: with its words, and what scripts need.
start() {
    : >line
    "$program" host "$@" --local --at-once --headless --json >line 2>host_err &
    pid=$!
    tries=0
    while [ ! -s line ]; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] && kill -0 "$pid" 2>/dev/null || { complain "host $* did not open: $(cat host_err)"; return 1; }
        sleep 0.1
    done
}

stop() {
    kill -TERM "$pid"
    wait "$pid" || complain "the host ended badly: $(cat host_err)"
    pid=
}

# One that opens windows or a door is still there after a while.
stays() {
    timeout -s KILL "$patience" "$program" "$@" >out 2>&1
    code=$?
    [ "$code" -eq 137 ] || complain "convene $* ended with code $code: $(head -n 3 out)"
}

ends() {
    timeout 120 "$program" "$@" >out 2>&1
    code=$?
    [ "$code" -eq 0 ] || complain "convene $* ended with code $code: $(head -n 3 out)"
}

# each VERB RUN: runs every example of the verb with the words of RUN.
each() {
    examples "$1" >examples
    [ -s examples ] || complain "convene $1 --help shows no examples"
    while read -r line; do
        ran=$((ran + 1))
        echo "$line"
        # shellcheck disable=SC2086 # words, as a reader types them
        set -- "$1" "$2" $line
        verb=$1 run=$2
        shift 3
        "$run" "$@" </dev/null
        set -- "$verb" "$run"
    done <examples
}

# Three sessions are there to go on with, as the example says; the first one is full of people's words.
patience=4
for number in 1 2 3; do
    start riverside-link --bots 2 && stop
done
host_as_told() { stays "$@"; }
each host host_as_told

# From here on one host runs, and it is the first.
start --resume riverside-link-1 || exit 1
address=127.0.0.1:$(field port) pin=$(field join_code)
steer() { ends "$@"; }
each ctl steer

# The address and code of this board, not of the reader's; a seat code is somebody's own, so the join code stands in.
here() {
    said="$1" && shift
    for word in "$@"; do
        case $word in
        192.168.*:* | *laptop.local*) word=$address ;;
        http://127.0.0.1:*) word=http://$address ;;
        482913 | 44109327) word=$pin ;;
        esac
        said="$said $word"
    done
}
enter() {
    here "$@"
    # shellcheck disable=SC2086
    stays $said
}
each join enter
ends ctl riverside-link-1 lock off # one of the examples has locked it
# Fewer people at once, as this is no measurement.
measure() {
    here "$@"
    said=$(echo "$said" | sed 's/--sessions 50/--sessions 3/')
    # shellcheck disable=SC2086
    ends $said --seconds 1
}
each load measure
stop

private() { ends "$@"; }
each privacy private

# Commands that sentences, texts and pages speak of are there.
"$program" --help >commands
for word in $(cd "$root" && grep -rhoEI '`convene [a-z]+|(write|example:) convene [a-z]+' game assets/l10n README.md CONTRIBUTING.md scenarios tests/README.md |
    sed 's/.*convene //' | sort -u); do
    grep -q "^  convene $word" commands || complain "a sentence speaks of convene $word, which is no command"
done

[ "$ran" -ge 20 ] || complain "only $ran examples were found"
echo "$ran examples, $failed failed"
[ "$failed" -eq 0 ]
