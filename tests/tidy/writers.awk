# tests/tidy/writers.awk — fields of a State set outside rules/fold: by any name the file gives a State that is not const, and through pointers into one. Never: follows a State into another file (const does).
FNR == 1 { strip_reset(); split("", named); named["state"] = named["scratch"] = 1 }
{
    line = code($0)
    learn(line)
    if (writes(line)) {
        print FILENAME ":" FNR ": only rules/fold sets a field of a State. Fix: emit an event and let it be folded."; bad = 1
    }
}
END { exit bad }
# State *out, State copy: from here on a name of a State. const State * is harmless.
function learn(text,    rest, name, before) {
    rest = text
    while (match(rest, /(^|[^A-Za-z0-9_])State +\**[a-z_][A-Za-z0-9_]*/)) {
        before = substr(rest, 1, RSTART); name = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        sub(/.*State +\**/, "", name)
        if (before !~ /const +$/ && rest !~ /^ *\(/) named[name] = 1
    }
}
function writes(text,    name, own) {
    for (name in named) {
        own = "(^|[^A-Za-z0-9_])" name "(->|\\.)"
        if (text ~ own "(\\[[^=;]*\\]|[A-Za-z0-9_.>-])+ *(([-+*|&^%]|<<|>>)?=[^=]|\\+\\+|--)") return 1
        if (text ~ "(memset|memcpy|memmove)\\( *&?" name "(->|\\.)") return 1
        if (text ~ "[A-Z][A-Za-z]+ \\*[a-z_]+ = &" name "(->|\\.)" && text !~ /const /) return 1
    }
    return 0
}
