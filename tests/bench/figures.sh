#!/bin/sh
# tests/bench/figures.sh — all figures of convene bench with the machine they come from, and the memory of simulate. Never: a pass or a fail.
set -eu
root=${1:-.} build=${2:-build/release}
cd "$root"
echo "cores $(nproc) cores"
awk '{ print "load_before", $1, "processes" }' /proc/loadavg
sed -n 's/^model name[^:]*: /cpu /p' /proc/cpuinfo | head -n 1
"$build/convene" bench --spread
awk '{ print "load_after", $1, "processes" }' /proc/loadavg
"$build/convene" simulate riverside-link --games 1000 --players random --quiet >/dev/null 2>&1 &
simulate=$!
most=0
while kill -0 "$simulate" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print $2 }' "/proc/$simulate/status" 2>/dev/null || true)
    [ "${now:-0}" -le "$most" ] || most=$now
    sleep 0.05
done
echo "simulate_rss_kib $most KiB"
