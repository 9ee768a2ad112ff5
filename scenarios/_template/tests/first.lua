-- Each test sets numbers, plays some moves and says what must be true then. Run: convene test FOLDER
test "the trial month costs money and wins friends" {
  play = { { "company", "trial_month" } },
  expect = { "company.money == 3", "company.public >= 53", "transport.stance == -12" } }
test "inviting the riders warms the town" {
  play = { { "happen", "long_walk", "invite" } },
  expect = { "public.bus >= 47", "trust.riders.council == 1" } }
test "two of five votes are not enough" {
  given = { transport = { stance = 80 }, budget = { stance = -90 }, ward = { stance = -90 } },
  play = { { "decide", "council_room" } },
  expect = { "not passed.council_room", "ending walking" } }
test "everybody gets home" {
  given = { transport = { stance = 80 }, ward = { stance = 80 }, draft = { last_bus = 1, stops = 1 } },
  play = { { "decide", "council_room" } },
  expect = { "passed.council_room", "ending home" } }
simulate "open to both sides" { games = 200, players = "mixed", expect = { "no ending above 90%", "no faults" } }
