# tests/tidy/writers.awk — assignments to fields of a State, by the names a State goes by. Never: sees through other names (const does).
FNR == 1 { strip_reset() }
code($0) ~ /(^|[^A-Za-z0-9_])(state|scratch)(->|\.)[][A-Za-z0-9_.>-]+ *(([-+*|&^%]|<<|>>)?=[^=]|\+\+|--)/ {
    print FILENAME ":" FNR ": only rules/fold sets a field of a State. Fix: emit an event and let it be folded."; bad = 1
}
END { exit bad }
