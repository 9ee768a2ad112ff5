# tests/tidy/texts.awk — catalogues of one folder: every text in every language, same {names}. Never: judges the wording.
# An entry's id is its msgctxt, or its msgid where there is none. The first entry (msgid "") is the header.
FNR == 1 { finish(); language = FILENAME; files[language] = 1; reset() }
/^[ \t]*$/ { finish(); reset(); next }
/^#,.*fuzzy/ { fuzzy = 1 }
/^#/ { next }
/^msgctxt / { finish(); f = fuzzy; reset(); fuzzy = f; part = "context"; line = FNR }
/^msgid / { if (part != "context") { finish(); f = fuzzy; reset(); fuzzy = f; line = FNR } part = "source" }
/^msgstr/ { part = "target" }
/"/ { text = $0; sub(/^[^"]*"/, "", text); sub(/"[ \t\r]*$/, "", text); value[part] = value[part] text }
END {
    finish()
    for (id in first) for (file in files) if (!((file, id) in has)) say(file, 1, "no words for \"" id "\"", "translate the entry of " first[id])
    exit bad
}
function reset() { value["context"] = value["source"] = value["target"] = ""; part = ""; fuzzy = 0 }
function finish(    id) {
    id = value["context"] != "" ? value["context"] : value["source"]
    if (part != "target" || id == "") return
    if ((language, id) in has) say(language, line, "\"" id "\" stands here twice", "keep one entry")
    has[language, id] = 1
    if (!(id in first)) first[id] = language ":" line
    if (value["target"] == "") say(language, line, "\"" id "\" has no words", "write its msgstr")
    else if (names(value["source"]) != names(value["target"])) say(language, line, "\"" id "\" names " names(value["target"]) "where the source names " names(value["source"]), "use the same {names}")
    if (fuzzy) say(language, line, "\"" id "\" is marked fuzzy", "read it again and remove the mark")
    part = ""
}
# The {names} of a text, each once, sorted; plural and choice forms count by their name.
function names(text,    word, n, i, j, list, held, out, seen) {
    n = 0; delete seen
    gsub(/\{\{/, "", text)
    while (match(text, /\{[a-z_0-9]+/)) {
        word = substr(text, RSTART + 1, RLENGTH - 1); text = substr(text, RSTART + RLENGTH)
        if (!(word in seen)) { seen[word] = 1; list[++n] = word }
    }
    for (i = 2; i <= n; i++) { held = list[i]; for (j = i - 1; j > 0 && list[j] > held; j--) list[j + 1] = list[j]; list[j + 1] = held }
    out = ""
    for (i = 1; i <= n; i++) out = out "{" list[i] "} "
    return out == "" ? "none " : out
}
function say(file, at, what, how) { print file ":" at ": " what ". Fix: " how "."; bad = 1 }
