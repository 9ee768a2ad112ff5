#!/bin/sh
# tests/tidy/test_dev.sh — the words and exit codes of ./dev that need no build and no network. Never: installs or builds.
set -u
cd "${1:-.}" || exit 3
. tests/counting.sh

# says EXIT 'part of the answer' command…
says() {
    code=$1 part=$2
    shift 2
    answer=$("$@" 2>&1 </dev/null)
    got=$?
    case $answer in *"$part"*) seen=1 ;; *) seen=0 ;; esac
    if [ "$got" -eq "$code" ] && [ "$seen" -eq 1 ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "$*: expected $code and \"$part\", got $got: $answer"
    fi
}

says 0 '' sh -n dev
says 0 './dev play' ./dev
says 0 './dev play' ./dev --help
says 2 './dev help' ./dev dance
says 3 'golden --accept' ./dev golden
says 3 'name a screen' ./dev shot
says 3 'pack_zip' ./dev fuzz no-such-target
says 3 'no package group "games"' ./dev install games
says 0 'lines in game' ./dev size
for verb in play test check build format sim bench shot fuzz golden size host install; do
    says 0 "./dev $verb" ./dev help
done
says 0 './dev test' grep -x 'exec ./dev test' .ci/run

end_of_count
