-- Golden: lift 14 points cost 6, stage 14 points cost 5, trees 9 points cost 5, bench 3 points cost 1, ten to spend.
-- In order: stage, lift, trees, bench. The stage is paid, the lift is too dear by then, the trees fit, nothing is left.
test "cheaper first on ties, and what is too dear is passed over" {
  play = { { "spread", "house", lift = 6, stage = 4 }, { "spread", "street", lift = 4, stage = 5, bench = 1 },
           { "round_ends" } },
  expect = { "passed.square", "lifts == 0", "shade == 3", "wishes == 1", "tenants.base == 50", "shops.base == 54", "ending green" } }
-- The school wants nothing but the bench now. Lift 10 + 4, bench 10 + 1, trees 10, stage 5.
test "what a voter wants may change with the game" {
  given = { wishes = 0 },
  play = { { "spread", "house", lift = 10 }, { "spread", "street", trees = 10 }, { "round_ends" } },
  expect = { "passed.square", "lifts == 1", "shade == 0", "tenants.base == 55", "ending lifted" } }
-- House and street have no wishes of their own but the bench: 10 + 10 + 1 + 1. Then trees 9 and the stage 5, of 9 that are left.
test "who says nothing leaves it to the decider's own wishes" {
  play = { { "round_ends" }, { "round_ends" } },
  expect = { "passed.square", "wishes == 0", "shade == 3", "lifts == 0", "shops.base == 50" } }
test "nobody spreads more than it has" {
  play = { { "spread", "house", lift = 6, stage = 5, refused = true } },
  expect = { "lifts == 0" } }
test "points can be moved until they are counted" {
  play = { { "spread", "house", lift = 10 }, { "spread", "house", lift = 2 }, { "spread", "house", trees = 8 },
           { "spread", "street", trees = 10 }, { "round_ends" } },
  expect = { "shade == 3", "lifts == 0", "ending green" } }
simulate "spread by computers" { games = 40, players = "persona", expect = { "no faults" } }
