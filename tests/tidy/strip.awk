# tests/tidy/strip.awk — C with comments, strings and characters blanked, columns kept. Never: judges.
# code(line) gives the line without what is in quotes or comments. Call strip_reset() at each new file.
function strip_reset() { in_comment = 0; literal = 0 }
function code(line,    i, n, c, two, out, quote) {
    n = length(line); out = ""; quote = ""
    for (i = 1; i <= n; i++) {
        c = substr(line, i, 1); two = substr(line, i, 2)
        if (in_comment) {
            if (two == "*/") { in_comment = 0; out = out "  "; i++ } else out = out " "
        } else if (quote != "") {
            if (c == "\\") { out = out "  "; i++ }
            else if (c == quote) { quote = ""; out = out c }
            else out = out " "
        } else if (two == "//") { return out }
        else if (two == "/*") { in_comment = 1; out = out "  "; i++ }
        else { if (c == "\"" || c == "'") quote = c; out = out c }
    }
    return out
}
