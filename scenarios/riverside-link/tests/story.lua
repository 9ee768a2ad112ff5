-- Author tests: happenings, decisions, red lines and endings.

test "a desk of one's own empties the boat house" {
  given  = { round = 2 },
  play   = { { "happen", "referrals_fall" } },
  expect = { "link.money == 0", "link.base > 75" } }

test "praise opens a door" {
  play   = { { "happen", "inspection_praise" } },
  expect = { "link.elite > 25", "children.stance == -25" } }

test "the council can protect everything from reserves" {
  play   = { { "happen", "cut", "protect" } },
  expect = { "council.money == 4", "data_closed == 0", "finance.pull == 0" } }

test "closing the data desk crosses a line of the institute" {
  play   = { { "happen", "cut", "close_desk" } },
  expect = { "data_closed == 1", "council.money == 7", "trust.institute.council == -1" } }

test "trimming makes the member for finance colder to the end" {
  play   = { { "happen", "cut", "trim" }, { "round_ends" } },
  expect = { "finance.pull == -4" } }

test "tired volunteers leave" {
  play   = { { "happen", "burnout" } },
  expect = { "link.people == 2", "said tired_people" } }

test "two of three are enough, whichever two" {
  given  = { leader = { stance = -90 }, finance = { stance = 90 }, children = { stance = 90 } },
  play   = { { "decide", "cabinet" } },
  expect = { "passed.cabinet" } }

test "the leader alone is not enough" {
  given  = { leader = { stance = 90 }, finance = { stance = -90 }, children = { stance = -90 } },
  play   = { { "decide", "cabinet" } },
  expect = { "not passed.cabinet" } }

test "the leading frame brings its rider into the law" {
  given  = { leader = { stance = 90 }, finance = { stance = 90 }, draft = { choice = 2 },
             frame = { cabinet = { efficiency = 9 } } },
  play   = { { "decide", "cabinet" } },
  expect = { "leads.cabinet.efficiency", "law.choice == 1" } }

test "no seat for parents crosses their line" {
  given  = { leader = { stance = 90 }, finance = { stance = 90 }, draft = { choice = 1 } },
  play   = { { "decide", "cabinet" }, { "round_ends" } },
  expect = { "law.seat == 0", "parents.base < 60", "ending part_way" } }

test "a closed front door crosses the line of Link" {
  given  = { leader = { stance = 90 }, children = { stance = 90 }, draft = { seat = 1 } },
  play   = { { "decide", "cabinet" }, { "round_ends" } },
  expect = { "law.choice == 0", "link.base < 65" } }

test "a service made together" {
  given  = { leader = { stance = 90 }, children = { stance = 90 }, draft = { reach = 2, choice = 1, seat = 1 } },
  play   = { { "decide", "cabinet" } },
  expect = { "law.reach == 2", "ending co_designed" } }

test "swallowed" {
  given  = { leader = { stance = 90 }, finance = { stance = 90 }, draft = { reach = 2, choice = 1, seat = 1 },
             signed = 1, link = { base = 60 } },
  play   = { { "decide", "cabinet" } },
  expect = { "ending swallowed" } }

test "a hollow partnership" {
  given  = { leader = { stance = 90 }, finance = { stance = 90 } },
  play   = { { "decide", "cabinet" } },
  expect = { "ending hollow" } }

test "the small one survives" {
  given  = { leader = { stance = 90 }, finance = { stance = 90 }, draft = { seat = 1 }, link = { locals = 80 } },
  play   = { { "decide", "cabinet" } },
  expect = { "ending niche" } }

test "no agreement, and something built" {
  given  = { leader = { stance = -90 }, finance = { stance = -90 }, children = { stance = -90 } },
  play   = { { "found", "link, schools" }, { "decide", "cabinet" } },
  expect = { "together.link.schools", "ending slow_build" } }

test "no agreement, nothing built" {
  given  = { leader = { stance = -90 }, finance = { stance = -90 }, children = { stance = -90 } },
  play   = { { "decide", "cabinet" } },
  expect = { "ending deferred" } }

test "power is unequal before anyone speaks" {
  expect = { "macro.council == 403", "macro.schools == 179", "macro.bigcare == 169",
             "macro.link == 135", "macro.institute == 76", "macro.parents == 36" } }
