test "a memory starts at its setting" { play = { { "phase", "meeting" } }, expect = { "salt == 4", "begun == 1" } }
test "rounds begin and end once each" {
  play = { { "round_ends" }, { "round_ends" }, { "phase", "meeting" } }, expect = { "ended == 2", "begun == 3", "met >= 2" } }
test "income comes from round 2 on" {
  play = { { "round_ends" }, { "phase", "meeting" } }, expect = { "fishers.money == 2", "fishers.story == 1" } }
test "noise fades by half" {
  given = { noise = { fishers = 8 } }, play = { { "round_ends" }, { "phase", "meeting" } }, expect = { "noise.fishers == 4" } }
test "the night tide waits for its window" {
  play = { { "fishers", "night_tide", refused = true } }, expect = { "not open.spring_tide" } }
test "the window opens the move and pulls one decider" {
  play = { { "round_ends" }, { "fishers", "night_tide" } },
  expect = { "open.spring_tide", "captain.pull == 6", "keeper.pull == 0", "fishers.base > 50" } }
test "and closes again" {
  play = { { "round_ends" }, { "round_ends" }, { "round_ends" }, { "phase", "action" } },
  expect = { "not open.spring_tide", "captain.pull == 0" } }
test "a choice may lead to something else, and that to a third thing" {
  play = { { "happen", "storm", "open" }, { "round_ends" }, { "phase", "action" } },
  expect = { "port.money == 3", "happened.wreck", "fishers.people == 3" } }
test "the careful choice leads nowhere" {
  play = { { "happen", "storm", "shut" }, { "round_ends" }, { "phase", "action" } },
  expect = { "not happened.wreck", "port.elite > 50" } }
test "lending is written down between the two" {
  play = { { "port", "lend_salt", target = "fishers", amount = 2 } },
  expect = { "debt.fishers.port == 2", "salt == 2", "trust.fishers.port == 1" } }
test "nobody lends from an empty store" {
  given = { salt = 2 }, play = { { "port", "lend_salt", target = "fishers", amount = 1, refused = true } },
  expect = { "debt.fishers.port == 0" } }
test "an early ending ends the game" {
  given = { public = { harbour = 95 } }, play = { { "round_ends" } }, expect = { "ending washed_out" } }
test "the bell heats, in its own direction" {
  play = { { "fishers", "ring_bell", target = "captain", side = "for" }, { "port", "ring_bell", target = "keeper", side = "against" } },
  expect = { "captain.heat == 4", "keeper.heat == -4", "noise.port >= 3" } }
