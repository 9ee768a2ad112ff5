test "the law is the level that three have reached" {
  given = { adopted = { bank = { rate = 3 }, school = { rate = 2 }, mill = { rate = 2 }, buses = { rate = 1 } },
            bank = { stance = 10 }, school = { stance = 10 }, mill = { stance = 10 }, buses = { stance = 10 } },
  play = { { "decide", "town" } },
  expect = { "passed.town", "law.rate == 2", "ending for_all" } }
test "two are not enough" {
  given = { adopted = { bank = { rate = 3 }, school = { rate = 2 } }, bank = { stance = 10 }, school = { stance = 10 } },
  play = { { "decide", "town" } },
  expect = { "not passed.town", "law.rate == 0", "ending for_some" } }
test "who has enough support takes the draft, and the threshold counts" {
  given = { bank = { stance = 10 }, school = { stance = 10 }, mill = { stance = 10 }, buses = { stance = 4 }, draft = { rate = 2 } },
  play = { { "decide", "town" } },
  expect = { "adopted.bank.rate == 2", "adopted.buses.rate == 0", "passed.town", "law.rate == 2" } }
test "what was taken never falls" {
  given = { adopted = { bank = { rate = 3 } }, bank = { stance = 90 }, draft = { rate = 1 } },
  play = { { "decide", "town" } },
  expect = { "adopted.bank.rate == 3" } }
test "nobody takes what nobody wants" {
  play = { { "decide", "town" } },
  expect = { "not passed.town", "ending nowhere" } }
