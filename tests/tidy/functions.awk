# tests/tidy/functions.awk — every C function with its length in lines, by braces at depth 0. Never: judges.
# Prints "length<TAB>file<TAB>line<TAB>name"; name "?" and length 0 when the braces of a file do not match.
FNR == 1 { if (NR > 1) unread(); strip_reset(); depth = 0; head = ""; skip = 0; here = FILENAME }
{
    text = code($0)
    if (skip || text ~ /^[ \t]*#/) { skip = ($0 ~ /\\$/); next }
    n = length(text)
    for (i = 1; i <= n; i++) {
        c = substr(text, i, 1)
        if (depth == 0 && c != "{" && c != ";") {
            if (head == "" && c !~ /[ \t]/) start = FNR
            if (head != "" || c !~ /[ \t]/) head = head c
        }
        if (c == ";" && depth == 0) head = ""
        if (c == "{" && depth++ == 0) opened = is_function(head)
        if (c == "}" && --depth == 0) {
            if (opened) print FNR - start + 1 "\t" FILENAME "\t" start "\t" name_of(head)
            head = ""
        }
    }
    if (depth == 0 && head != "") head = head " "
}
END { unread() }
function unread() { if (depth != 0) print "0\t" here "\t1\t?" }
function is_function(text) { return text ~ /\(/ && text !~ /=/ && text !~ /^(typedef|struct|enum|union)[^(]*$/ }
function name_of(text,    at) {
    at = index(text, "("); text = substr(text, 1, at - 1)
    sub(/[ \t]+$/, "", text); sub(/^.*[^A-Za-z0-9_]/, "", text)
    return text
}
