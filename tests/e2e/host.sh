# tests/e2e/host.sh — a host in the background for scripts that read it: start_host, stop_host, field. Never: a test.
# The script has set convene and data, and has fail; its trap ends "$pid".
pid=

# start_host ARGS: the one line of the host is in $data/line, what it complains of in $data/host_err.
start_host() {
    : >"$data/line"
    "$convene" host "$@" --data "$data" --local --at-once --headless --json >"$data/line" 2>"$data/host_err" &
    pid=$!
    i=0
    while [ ! -s "$data/line" ]; do
        i=$((i + 1))
        [ $i -lt 600 ] && kill -0 "$pid" 2>/dev/null || fail "did not open: $(cat "$data/host_err")"
        sleep 0.05
    done
}

# stop_host SIGNAL: it ends well.
stop_host() {
    code=0
    kill -s "$1" "$pid"
    wait "$pid" || code=$?
    pid=
    [ "$code" -eq 0 ] || fail "ended with $code after $1: $(cat "$data/host_err")"
}

# field NAME: of the line.
field() { sed -n "s/.*\"$1\":\"*\([^\",}]*\).*/\1/p" "$data/line"; }
