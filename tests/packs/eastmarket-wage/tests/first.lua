test "a stall fills the square and cools the committee" {
  play   = { { "cleaners", "payslip_stall", target = "mayor" } },
  expect = { "mayor.heat >= 5", "cleaners.people == 4", "cleaners.elite < 20", "public.wage >= 43" } }
test "the union cannot sign twice" {
  play   = { { "union", "quiet_deal" }, { "union", "quiet_deal", refused = true } },
  expect = { "union.signed == 1", "trust.cleaners.union < 0" } }
test "when the square listens, the council promises" {
  given  = { public = { wage = 60 } }, play = { { "round_ends" } }, expect = { "promise == 1", "said vote_promised" } }
test "two thirds of the votes bind" {
  given  = { mayor = { stance = 80 }, finance = { stance = -90 }, ward_bloc = { stance = 80 }, draft = { rate = 2 } },
  play   = { { "decide", "committee" } }, expect = { "passed.committee", "ending won_together" } }
simulate "a fair fight" { games = 300, players = "mixed",
  expect = { "passes between 30% and 70%", "no ending above 70%", "every move used", "no faults" } }
