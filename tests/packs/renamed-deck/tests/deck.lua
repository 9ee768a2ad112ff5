test "the new verb makes favours, by its own formula" {
  play = { { "bakers", "bake" } },
  expect = { "bakers.favours == 2", "bakers.people == 2", "bakers.locals == 52" } }
test "only bakers bake" {
  play = { { "mill", "bake", refused = true } }, expect = { "mill.favours == 1" } }
test "the renamed verb has the new price" {
  play = { { "mill", "engage", target = "mayor", side = "for", refused = true } }, expect = { "mayor.stance == -10" } }
test "the renamed verb has the new effect" {
  given = { bakers = { favours = 3 } },
  play = { { "bakers", "engage", target = "mayor", side = "for" } },
  expect = { "mayor.stance == -1", "bakers.favours == 1", "bakers.base == 51", "bakers.elite == 50", "loaves == 1" } }
test "it works against as well" {
  given = { bakers = { favours = 3 } },
  play = { { "bakers", "engage", target = "mayor", side = "against" } },
  expect = { "mayor.stance == -19" } }
test "favours wear off by the new rule" {
  given = { bakers = { favours = 6 } }, play = { { "round_ends" } }, expect = { "bakers.favours == 5", "mill.favours == 1" } }
