# tests/count.awk — the count at the end of a run: every case of every test program. Never: trusts a program that died.
# Reads, for each build, what ctest printed and then its LastTest.log. Prints what failed and "N passed, N failed";
# exit 1 when something failed or nothing ran.
# A program's own words count its cases: cmocka's, "N passed, N failed", or "N tests, N failed".
# A program that says nothing is one case; one that ends badly without naming a failure is one failure.
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    name = $0; sub(/^[^:]*: /, "", name); sub(/ .*$/, "", name)
    status[name] = $0 ~ /\.+ +Passed +[0-9]/ ? "passed" : ($0 ~ /\*\*\*(Skipped|Not Run \(Disabled\))/ ? "skipped" : "failed")
    next
}
/^[0-9]+\/[0-9]+ Testing: / { close_test(); name = $3; told = good = bad = ok = 0; inside = 1; next }
!inside { next }
/^\[  PASSED  \] [0-9]+ test/ { told = 1; good += $4 }
/^\[  FAILED  \] [0-9]+ test/ { told = 1; bad += $4 }
/^\[       OK \] / { ok++ }
/^[0-9]+ passed, [0-9]+ failed\.?$/ { told = 1; good += $1; bad += $3 }
/^[0-9]+ tests?, [0-9]+ failed/ { told = 1; good += $1 - $3; bad += $3 }
/^Test (Passed|Failed)\.$/ { close_test() }
END {
    close_test()
    for (name in status) if (status[name] == "failed") { failed++; print "failed: " name " (did not run)" }
    if (passed + failed == 0) print "nothing ran"
    if (skipped > 0) print skipped " skipped"
    print passed + 0 " passed, " failed + 0 " failed"
    exit failed > 0 || passed == 0
}
# ctest's verdict on the whole program outranks what it said of itself.
function close_test(    verdict) {
    if (!inside) return
    inside = 0
    verdict = (name in status) ? status[name] : "failed"
    delete status[name]
    if (verdict == "skipped") { skipped++; return }
    if (!told) good = verdict == "passed" ? 1 : ok
    if (verdict == "failed" && bad == 0) bad = 1
    passed += good; failed += bad
    if (bad > 0) print "failed: " name
}
