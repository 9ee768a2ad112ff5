# tests/tidy/banned.awk — calls that are never safe here, and floating point in the integer rooms. Never: looks inside strings.
BEGIN {
    n = split("strcpy strcat sprintf vsprintf gets strtok rand srand rand_r random srandom drand48 system popen execl execlp execle execv execvp execve execvpe alloca setlocale tmpnam mktemp atoi atol atof", words, " ")
    for (i = 1; i <= n; i++) banned[words[i]] = 1
    n = split("base model expr rules wire session", words, " ")
    for (i = 1; i <= n; i++) whole[words[i]] = 1
    fix["strcpy"] = fix["strcat"] = fix["sprintf"] = fix["vsprintf"] = "snprintf with the size"
    fix["rand"] = fix["srand"] = fix["random"] = "base/rng.h"
    fix["strtok"] = "walk the text by index"
    # The one place that becomes another program: ours, beside it, by its path.
    allowed["game/cli/beside.c", "execv"] = 1
    fix["atoi"] = fix["atol"] = "strtol with a check of its end"
}
FNR == 1 { strip_reset(); room = FILENAME; sub(/\/[^\/]*$/, "", room); sub(/^.*\//, "", room) }
{
    text = code($0)
    if (text ~ /^[ \t]*#[ \t]*include/) next
    while (match(text, /[A-Za-z_][A-Za-z0-9_]*/)) {
        word = substr(text, RSTART, RLENGTH); before = substr(text, 1, RSTART - 1)
        text = substr(text, RSTART + RLENGTH)
        if (word in banned && text ~ /^[ \t]*\(/ && before !~ /(\.|->)$/ && !((FILENAME, word) in allowed))
            say(word "() is not used here", word in fix ? "use " fix[word] : "find the way without it")
        if ((word == "float" || word == "double") && room in whole && FILENAME ~ /game\//)
            say(word " in a room of integers", "count in tenths or per mille")
    }
}
END { exit bad }
function say(what, how) { print FILENAME ":" FNR ": " what ". Fix: " how "."; bad = 1 }
