# tests/tidy/layers.awk — #include lines against game/layers.txt. Never: reads the build.
# First file: game/layers.txt. Then every C file of game/. Variable root: the folder above game/.
BEGIN {
    split("assert ctype errno float inttypes limits locale math setjmp signal stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings time threads unistd fcntl dirent pthread poll ftw glob sched spawn", words, " ")
    for (i in words) standard[words[i] ".h"] = 1
}
FNR == 1 { strip_reset() }
FILENAME == layers { row($0); next }
/^[ \t]*#[ \t]*include/ {
    room = FILENAME; sub(/\/[^\/]*$/, "", room); sub(/^.*\//, "", room)
    name = $0; sub(/^[^<"]*[<"]/, "", name); sub(/[>"].*$/, "", name)
    if (!(room in rank)) say("room \"" room "\" is not in game/layers.txt", "add its row")
    else if ($0 ~ /</) foreign(name)
    else ours(name)
}
END { exit bad }
function row(text,    key, parts, words, n, i) {
    sub(/#.*/, "", text)
    if (text !~ /:/) return
    key = text; sub(/:.*/, "", key); gsub(/[ \t]/, "", key); sub(/^[^:]*:/, "", text)
    split(text, parts, "|"); n = split(parts[1], words, " ")
    if (key !~ /\//) { rank[key] = ++rows; may[key, key] = 1 }
    for (i = 1; i <= n; i++) {
        if (!(words[i] in rank)) say("\"" words[i] "\" is no room above this row", "rows go from low to high")
        may[key, words[i]] = 1
    }
    n = split(parts[2], words, " ")
    for (i = 1; i <= n; i++) {
        if (words[i] in owner) say("<" words[i] "> already belongs to " owner[words[i]], "one header, one room")
        owner[words[i]] = key
    }
}
function ours(name,    target, file, line) {
    target = name; sub(/\/.*$/, "", target)
    file = FILENAME; sub(/^.*\/game\//, "", file); sub(/^game\//, "", file)
    if (name !~ /^[a-z0-9]+\/[a-z0-9_]+\.(h|def)$/) say("include path \"" name "\"", "write it from game/ on: \"room/file.h\"")
    else if (!((room, target) in may) && !((file, target) in may)) say(room " includes " name ", but its layer may not see " target, "move the code to a room that may, or the word down to one both see")
    else if ((getline line < (root "/game/" name)) < 0) say("\"" name "\" does not exist", "correct the name")
    close(root "/game/" name)
}
function foreign(name,    last) {
    last = name; sub(/^.*\//, "", last)
    if (name in standard || name ~ /^(sys|netinet|arpa|net)\//) return
    if (!(last in owner)) say("<" name "> belongs to no room", "name it in the row of the one room that uses it in game/layers.txt")
    else if (owner[last] != room) say("<" name "> belongs to " owner[last] " alone", "call " owner[last] " instead")
}
function say(what, fix) { print FILENAME ":" FNR ": " what ". Fix: " fix "."; bad = 1 }
