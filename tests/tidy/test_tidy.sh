#!/bin/sh
# tests/tidy/test_tidy.sh — plants one fault after the other in a small clean tree and expects each check to see it. Never: touches the project.
# The last line is the count.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
cc=${CC:-cc}
. "$here/../counting.sh"

# A clean project of two rooms.
clean() {
    rm -rf "$place/p"
    mkdir -p "$place/p/game/base" "$place/p/game/model" "$place/p/tests/unit" "$place/p/assets/l10n" "$place/p/build"
    cd "$place/p" || exit 3
    cp "$here/../../.clang-format" .
    printf 'base  :      | sodium.h\nmodel : base\n' >game/layers.txt
    printf 'room(base EXTERNAL sodium)\nroom(model DEPS base)\n' >CMakeLists.txt
    printf '// base/word.h — a word. Never: two.\nint word_count(int add);\n' >game/base/word.h
    printf '// base/word.c — a word. Never: two.\n#include "base/word.h"\n#include <sodium.h>\nint word_count(int add) {\n    return add; // { not a brace\n}\n' >game/base/word.c
    printf '// model/rows.def — rows. Never: code.\n// ROW(ID, "help", size)\nROW(A, "one, two", 1)\nROW(B, ")", 2)\n' >game/model/rows.def
    printf '// model/rows.h — rows. Never: code.\n#include "base/word.h"\nstatic const char *const names[] = {"strcpy(x)"};\n' >game/model/rows.h
    printf '// model/rows.c — rows. Never: code.\n#include "model/rows.h"\n#include "model/rows.def"\n' >game/model/rows.c
    printf '// tests/unit/test_x.c — a test. Never: slow.\n#include "model/rows.h"\n' >tests/unit/test_x.c
    printf 'msgid ""\nmsgstr "header"\n\nmsgctxt "a"\nmsgid "{who} speaks"\nmsgstr "{who} spricht"\n' >assets/l10n/de.po
    sed 's/spricht/parle/' assets/l10n/de.po >assets/l10n/fr.po
    echo 'A page, see [model](game/model/README.md).' | tee game/base/README.md >README.md
    echo 'A page.' | tee game/model/README.md >/dev/null
    sed -i 's,game/model,../model,' game/base/README.md
    library 'static const int table[] = {1}; static const char *const texts[] = {"a"}; const void *f(void); const void *f(void) { return texts[table[0] - 1]; }'
    echo 'const void *f(void); int main(void) { return f() == 0; }' >"$place/main.c"
    "$cc" -c "$place/main.c" -o build/main.c.o
}

# The text as build/libmodel.a with one object, rows.o; $2 is its room, $3 its file.
library() {
    room=${2:-model} file=${3:-rows}
    printf '%s\n' "$1" >"$place/$file.c"
    mkdir -p "build/game/$room"
    "$cc" -fPIE -c "$place/$file.c" -o "build/game/$room/$file.c.o" && rm -f "build/lib$room.a" && ar rc "build/lib$room.a" "build/game/$room/$file.c.o"
}

run() { sh "$here/tidy.sh" "$1" . build 2>&1; }

good() {
    if answer=$(run "$1"); then passed=$((passed + 1)); else failed=$((failed + 1)); echo "not clean: $1 $2: $answer"; fi
}

# finds CHECK 'file:line: part of the words': the check must fail and say so.
finds() {
    if answer=$(run "$1"); then failed=$((failed + 1)); echo "missed: $1 should say $2"; return; fi
    case $answer in
    *"$2"*Fix:*) passed=$((passed + 1)) ;;
    *) failed=$((failed + 1)); echo "wrong words: $1 should say $2 but says: $answer" ;;
    esac
}

clean; for check in $(sh "$here/tidy.sh" list); do good "$check" ''; done

clean; mkdir -p game/net; printf 'enum {\n    TRIES_MAX = 5,\n};\n' >game/net/limits.h; finds limits 'game/net/limits.h:2: no test names TRIES_MAX'
clean; echo '#include "model/rows.h"' >>game/base/word.c; finds layers 'game/base/word.c:7: base includes model/rows.h'
clean; echo '#include <sodium.h>' >>game/model/rows.c; finds layers 'game/model/rows.c:4: <sodium.h> belongs to base alone'
clean; echo '#include <curl/curl.h>' >>game/model/rows.c; finds layers 'belongs to no room'
clean; echo '#include "rows.h"' >>game/model/rows.c; finds layers 'include path "rows.h"'
clean; echo '#include "base/none.h"' >>game/model/rows.c; finds layers '"base/none.h" does not exist'
clean; mkdir game/extra; echo '#include "base/word.h"' >game/extra/x.c; finds layers 'room "extra" is not in'
clean; sed -i 's/^base  :/base  : model/' game/layers.txt; finds layers 'no room above'
clean; sed -i 's/^model : base/model : base | sodium.h/' game/layers.txt; finds layers 'already belongs to base'
clean; echo 'model/rows.c : ' >>game/layers.txt; good layers 'with a row for one file'
clean; sed -i 's/base EXTERNAL/base DEPS model EXTERNAL/' CMakeLists.txt; finds graph 'CMakeLists.txt:1: base is linked with model'
clean; sed -i '2d' CMakeLists.txt; finds graph 'no room(model'
clean; sed -i '1s/word.h/other.h/' game/base/word.h; finds first_lines 'game/base/word.h:1:'
clean; sed -i '1s/ Never.*//' game/model/rows.def; finds first_lines 'game/model/rows.def:1:'
clean; sed -i '1d' tests/unit/test_x.c; finds first_lines 'tests/unit/test_x.c:1:'
clean; { echo 'int big(void) {'; yes '    word_count(1);' | head -60; echo '}'; } >>game/base/word.c; finds lengths 'game/base/word.c:7: big has 62 lines'
clean; { echo 'int big(void) {'; yes '    word_count(1);' | head -58; echo '}'; } >>game/base/word.c; good lengths 'with 60 lines'
clean; { printf 'static int\nspread(int a,\n    int b)\n{\n'; yes '    if (a) { b++; }' | head -60; echo '}'; } >>game/base/word.c; finds lengths 'game/base/word.c:7: spread has 65'
clean; yes '// filler.' | head -700 >>game/base/word.c; finds lengths 'game/base/word.c:701:'
clean; echo 'int open(void) {' >>game/base/word.c; finds lengths 'braces of this file'
clean; library 'static int count; int *f(void); int *f(void) { return &count; }'; finds globals 'game/model/rows.c:1: count is a writable global'
clean; library 'int level = 3;'; finds globals 'level is a writable global'
clean; library 'static _Thread_local int here; int *f(void); int *f(void) { return &here; }'; finds globals 'here is a writable global'
clean; library 'static _Thread_local int here; int *f(void); int *f(void) { return &here; }' base core; good globals 'in base/core.c'
clean; library 'static int held; int *f(void); int *f(void) { return &held; }' base core; finds globals 'held is a writable global'
clean; library 'static int app; int *f(void); int *f(void) { return &app; }' client app; good globals 'in client/app.c'
clean; echo 'void f(char *s) { strcpy (s, "x"); }' >>game/model/rows.c; finds banned 'game/model/rows.c:4: strcpy()'
clean; echo 'int f(void) { return system("x"); }' >>tests/unit/test_x.c; finds banned 'tests/unit/test_x.c:3: system()'
clean; echo 'double f(void);' >>game/model/rows.h; finds banned 'game/model/rows.h:4: double in a room of integers'
clean; printf '/* float\n strcpy(a) */ int x; // gets(y)\n' >>game/model/rows.h; good banned 'in comments'
clean; echo 'void f(State *state) { state->law[2] += 3; }' >>game/model/rows.c; finds writers 'game/model/rows.c:4: only rules/fold'
clean; printf 'void f(State *out) {\n    out->law[g(2, 3)] = 3;\n}\n' >>game/model/rows.c; finds writers 'game/model/rows.c:5: only rules/fold'
clean; printf 'void f(State *out) {\n    memset(out->law, 0, sizeof out->law);\n}\n' >>game/model/rows.c; finds writers 'game/model/rows.c:5: only rules/fold'
clean; printf 'void f(State *out) {\n    Deal *deal = &out->deal[2];\n}\n' >>game/model/rows.c; finds writers 'game/model/rows.c:5: only rules/fold'
clean; printf 'int f(const State *other) {\n    const Deal *deal = &other->deal[2];\n    return other->law[2] == 3;\n}\n' >>game/model/rows.c; good writers 'reading a State by another name'
clean; printf 'void f(State *out, const State *in) {\n    *out = *in;\n}\n' >>game/model/rows.c; good writers 'copying a whole State'
clean; echo 'int f(const State *state) { return state->law[2] == 3 && state->a.b <= 2; }' >>game/model/rows.c; good writers 'reading a State'
clean; printf '// base/lost.h — lost. Never: found.\n' >game/base/lost.h; finds dead 'game/base/lost.h:1: nobody'
clean; printf '// base/alone.c — alone. Never: with others.\nint alone(void) {\n    return 1;\n}\n' >game/base/alone.c; finds dead 'game/base/alone.c:1: no header'
clean; printf '// base/part.c — a part. Never: whole.\nint part(void) {\n    return 1;\n}\n' >game/base/part.c; echo 'int part(void);' >>game/base/word.h; good dead 'declared by another header'
clean; printf '// base/data.c — data. Never: code.\nconst int WORDS[] = {\n    1};\n' >game/base/data.c; echo 'extern const int NONE[], WORDS[];' >>game/base/word.h; sed -i 's/WORDS\[\] =/WORDS =/' game/base/data.c; good dead 'a table declared by another header'
clean; library 'int lonely(void); int lonely(void) { return 1; }'; finds unused 'game/model/rows.c:1: nobody else calls lonely'
clean; echo 'ROW(A, "again", 3)' >>game/model/rows.def; finds defs 'game/model/rows.def:5: A stands here twice'
clean; echo 'ROW(C, "short")' >>game/model/rows.def; finds defs 'game/model/rows.def:5: this row of ROW has 2 columns, the comment names 3'
clean; echo 'LINE(C, "short")' >>game/model/rows.def; finds defs 'columns of LINE'
clean; printf '// PAIR(word, field)\nPAIR("a", x)\nPAIR("a", y)\n' >>game/model/rows.def; good defs 'with two columns as the key'
clean; printf '// PAIR(word, field)\nPAIR("a", x)\nPAIR("a", x)\n' >>game/model/rows.def; finds defs 'a,x stands here twice'
clean; printf '\nmsgctxt "b"\nmsgid "x"\nmsgstr "y"\n' >>assets/l10n/de.po; finds texts 'assets/l10n/fr.po:1: no words for "b"'
clean; sed -i 's/^msgstr.*parle"/msgstr ""/' assets/l10n/fr.po; finds texts 'assets/l10n/fr.po:4: "a" has no words'
clean; sed -i 's/{who} parle/{qui} parle/' assets/l10n/fr.po; finds texts '"a" names {qui}'
clean; sed -i 's/^msgctxt/#, fuzzy\nmsgctxt/' assets/l10n/fr.po; finds texts 'marked fuzzy'
clean; printf '\nmsgctxt "a"\nmsgid "x"\nmsgstr "y"\n' >>assets/l10n/de.po; finds texts 'stands here twice'
clean; echo 'int   f(void);' >>game/base/word.h; finds format 'game/base/word.h:3:'
clean; rm game/base/README.md; finds pages 'game/base/README.md:1: this room has no page'
clean; echo 'See [that](that.md).' >>game/base/README.md; finds pages './game/base/README.md:2: the link that.md'
clean; yes line | head -90 >>game/model/README.md; finds pages 'game/model/README.md:81'
clean; echo "path = \"/ho""me/somebody/x\"" >game/x.lua; finds paths './game/x.lua:1:'
clean; echo "// TO""DO later" >>game/base/word.c; finds words './game/base/word.c:7:'

end_of_count
