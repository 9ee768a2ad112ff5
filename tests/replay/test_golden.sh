#!/bin/sh
# tests/replay/test_golden.sh — records played long ago open, fold to the end that was reached, and stay as they are; newer ones are refused with a sentence. Never: rewrites a record.
# Called with the root and the build folder.
set -u
convene=$2/convene records=$1/tests/replay/golden
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
. "$1/tests/counting.sh"

# What is said of a record, without what another State has otherwise.
told() { "$convene" replay "$place/one.convene-session" --json 2>&1 | sed 's/"convene":"[^"]*",//; s/,"digest":"[0-9a-f]*"//'; }

for record in "$records"/*.convene-session; do
    name=${record##*/} name=${name%.convene-session}
    cp "$record" "$place/one.convene-session"
    chmod u+w "$place/one.convene-session"
    told >"$place/said"
    diff "$records/$name.expected" "$place/said" >"$place/differs" 2>&1
    verdict $? "$name folds to something else: $(cat "$place/differs")"
    "$convene" replay "$place/one.convene-session" --verify >"$place/said" 2>&1
    case $(cat "$place/said") in *'identical to batch'* | *'rules of another Convene'*) true ;; *) false ;; esac
    verdict $? "$name is not decided again, and not for its rules: $(cat "$place/said")"
    cmp -s "$record" "$place/one.convene-session"
    verdict $? "$name was changed by reading it"

    # The version in the header of the file, one up.
    printf '\000\000\000\002' | dd of="$place/one.convene-session" bs=1 seek=60 conv=notrunc 2>/dev/null
    cp "$place/one.convene-session" "$place/newer"
    case $(told) in *'made by a newer Convene. Nothing was changed in it.'*Fix:*) true ;; *) false ;; esac
    verdict $? "$name, as if from a newer version: $(told)"
    cmp -s "$place/newer" "$place/one.convene-session"
    verdict $? "a newer record was changed by refusing it"
done
[ "$passed" -gt 0 ]
verdict $? "there is no record in $records"

end_of_count
