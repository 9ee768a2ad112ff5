# tests/tidy/defs.awk — the tables: one comment names the columns, rows agree with it, no word twice. Never: sorts a table.
# The order of rows is part of the meaning (the first failing check names the verdict), so it is not judged.
FNR == 1 { strip_reset(); delete columns; delete seen; delete local }
/^\/\/ [A-Z_]+\(.*\)/ { line = $0; sub(/^\/\/ /, "", line); columns[macro(line)] = commas(line); whole[macro(line)] = line ~ /\(ID[,)]/ }
/^[ \t]*#/ { delete seen }
/^#define [A-Z_]+\(/ { line = $2; local[macro(line)] = 1 }
/^[A-Z_]+\(/ {
    text = code($0); sub(/[ \t]*\\?[ \t]*$/, "", text); name = macro(text)
    if (name in local) next
    if (!(name in columns) && !told[FILENAME, name]++) say("no comment above says what the columns of " name " are", "write // " name "(ID, …) first")
    if (name in columns && text ~ /\)$/ && commas(text) != columns[name]) say("this row of " name " has " commas(text) + 1 " columns, the comment names " columns[name] + 1, "fill every column")
    id = key($0, whole[name] ? 1 : 2)
    if ((name, id) in seen) say(id " stands here twice", "one row for each word")
    seen[name, id] = 1
}
END { exit bad }
function macro(text) { sub(/\(.*$/, "", text); return text }
# The first column, or the first two where the first is not an ID of its own.
function key(text, count,    parts) {
    sub(/^[A-Z_]+\(/, "", text); split(text, parts, /[,)]/)
    text = count == 1 ? parts[1] : parts[1] "," parts[2]
    gsub(/[ \t"]/, "", text)
    return text
}
# Commas of the first level inside the row's own brackets.
function commas(text,    i, c, depth, n, count) {
    n = length(text); depth = 0; count = 0
    for (i = 1; i <= n; i++) {
        c = substr(text, i, 1)
        if (c == "(" || c == "{") depth++
        if (c == ")" || c == "}") { if (--depth == 0) return count }
        if (c == "," && depth == 1) count++
    }
    return count
}
function say(what, how) { print FILENAME ":" FNR ": " what ". Fix: " how "."; bad = 1 }
