#!/bin/sh
# tests/e2e/test_author_slips.sh — a trainer's own case with files in the wrong place, under the wrong name or twice, as convene check tells it. Never: a mistake inside one line (tests/unit/test_scenario_slips.c).
set -u
root=$1 program=$2/convene
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
. "$root/tests/counting.sh"
cd "$place" || exit 3

# The template under a name of its own, as the manual says.
fresh() { rm -rf our-bus; cp -r "$root/scenarios/_template" our-bus; sed -i 's/my-first-case/our-bus/' our-bus/pack.lua; }

# says EXIT FINDINGS 'part' 'part of the fix' arguments…: so many errors, these words, this way out.
says() {
    code=$1 findings=$2 part=$3 fix=$4
    shift 4
    answer=$("$program" "$@" 2>&1 </dev/null)
    got=$?
    count=$(printf '%s\n' "$answer" | grep -c '^E[0-9]')
    case $answer in *"$part"*"Fix: "*"$fix"*) seen=1 ;; *) seen=0 ;; esac
    [ "$got" -eq "$code" ] && [ "$count" -eq "$findings" ] && [ "$seen" -eq 1 ]
    verdict $? "convene $*: expected $code, $findings findings, \"$part\" and Fix: \"$fix\"; got $got: $answer"
}

fresh; cp our-bus/scenario.lua our-bus/copy.lua
says 1 1 'and 18 more stand in copy.lua as well' 'take it out of the folder' check our-bus
fresh; echo 'msgid ""' >our-bus/es.po
says 1 1 'E409 es.po' 'move it into the folder text/' check our-bus
fresh; mkdir our-bus/text; printf 'msgctxt "actor.riders.name"\nmsgid "Late shift riders"\nmsgstr "Quienes viajan"\n' >our-bus/text/en.po
says 1 1 'E507 text/en.po' 'text/es.po' check our-bus
mv our-bus/text/en.po our-bus/text/spanish.po
says 1 1 'Unknown language "spanish"' 'text/fr.po' check our-bus
mv our-bus/text/spanish.po our-bus/text/es.po
says 0 0 'W801 text/es.po' 'first ' check our-bus
sed -i 's/Late shift/Night shift/' our-bus/text/es.po
says 0 0 'W802 text/es.po:1:1' 'copy them to msgid' check our-bus

# Labels and sentences that are too long for a phone and for one breath, in the case and in a translation.
fresh; sed -i 's/"Late shift riders"/"Riders of the late shift"/' our-bus/scenario.lua
says 0 0 'W803 scenario.lua' 'name it in 3 words at most' check our-bus
says 1 0 'actor.riders.name: a label of 5 words' 'about' check our-bus --strict
fresh; sed -i 's/The council has until Friday to sign/And the council, which meets at noon and then on no other day of this week, has until Friday to sign/' our-bus/scenario.lua
says 0 0 'W805 scenario.lua' 'make two sentences of it' check our-bus
fresh; mkdir our-bus/text; printf 'msgctxt "actor.riders.name"\nmsgid "Late shift riders"\nmsgstr "Quienes viajan tarde por la noche"\n' >our-bus/text/es.po
says 0 0 'W803 text/es.po:1' 'say it in 3 words at most' check our-bus

fresh; sed -i 's/"personas >= 1.0"/"persona >= 1.0"/' our-bus/pack.lua
says 1 1 'The plugin persona 1.0' 'write personas' check our-bus
fresh; sed -i 's/id = "our-bus"/id = "Our Bus"/' our-bus/pack.lua
says 1 1 'E203 pack.lua' 'id = "our-bus"' check our-bus
fresh; mv our-bus/scenario.lua our-bus/scenario.lua.txt
says 1 1 'E423' 'rename it to scenario.lua' check our-bus

# What was meant by the name of a pack.
fresh
says 2 0 'no pack called "our_bus"' 'the folder "our-bus"' check our_bus
says 2 0 '"our-bus/pack.lua" is one file' 'the folder it lies in' check our-bus/pack.lua
says 2 0 'no pack called "."' 'no pack.lua' check .
cd our-bus || exit 3
says 2 0 '"scenario.lua" is one file' 'the folder it lies in' check scenario.lua
"$program" check . >/dev/null 2>&1
verdict $? "the folder one stands in is not checked"
cd "$place" || exit 3

# What is wrong in a plugin names the plugin.
fresh; mkdir -p our-bus/plugins/weather
printf 'pack { id = "weather", version = "1.0.0", api = 1, kind = "plugin", language = "en", title = "Weather" }\n' >our-bus/plugins/weather/pack.lua
printf 'memory "rain" { max = "much" }\n' >our-bus/plugins/weather/rules.lua
sed -i 's/"personas >= 1.0"/"personas >= 1.0", "weather >= 1.0"/' our-bus/pack.lua
says 1 1 'E220 weather/rules.lua:1:23' 'max = ' check our-bus

# Plugins that do not fit: too old, refused wherever it came from, in a circle, changed twice.
plugin() { mkdir -p "our-bus/plugins/$1"; printf 'pack { id = "%s", version = "1.0.0", api = 1, kind = "plugin", language = "en", title = "P", uses = { %s } }\n' "$1" "$2" >"our-bus/plugins/$1/pack.lua"; }
use() { sed -i "s/\"personas >= 1.0\"/\"personas >= 1.0\", $1/" our-bus/pack.lua; }
fresh; sed -i 's/api = 1/api = 9/' our-bus/pack.lua
says 1 1 'E413 pack.lua:3' 'write api = 1' check our-bus
fresh; sed -i 's/personas >= 1.0/personas >= 2.0/' our-bus/pack.lua
says 1 1 'E416 pack.lua:7' '"personas >= 1.0"' check our-bus
fresh; plugin rain '"! sun"'; plugin sun ''; use '"rain >= 1.0", "sun >= 1.0"'
says 1 1 'E417 rain/pack.lua:1' 'out of uses' check our-bus
fresh; plugin rain '"sun >= 1.0"'; plugin sun '"rain >= 1.0"'; use '"rain >= 1.0"'
says 1 1 'E418 pack.lua  Plugins need each other in a circle: rain, sun.' 'out of the uses' check our-bus
fresh; plugin rain '"core-coalition >= 1.0"'; use '"rain >= 1.0"'
echo 'change "engage" { warns = "Wet." }' | tee our-bus/plugins/rain/rules.lua >our-bus/z.lua
says 1 1 'E252 z.lua:1:19' 'one of the two changes' check our-bus

# A test that fails says which part does not hold and what the numbers are, or which sentence closed the move.
fails() {
    "$program" test our-bus >answer 2>&1
    verdict $(($? != 1)) "convene test does not end with 1"
    grep -qF -- "$1" answer
    verdict $? "convene test does not say \"$1\": $(cat answer)"
}
fresh; sed -i 's/company.money == 3/company.money == 4/' our-bus/tests/first.lua
fails 'tests/first.lua:4  expected company.money == 4; company.money is 3'
fresh; sed -i 's/"public.bus >= 47"/"round == 1 and public.bus > riders.base and round < 9"/' our-bus/tests/first.lua
fails '; public.bus is 48; riders.base is 70'
fresh; sed -i 's/{ "company", "trial_month" } }/{ "company", "trial_month" }, { "company", "trial_month" } }/' our-bus/tests/first.lua
fails 'step 2: trial_month was refused: '

end_of_count
