scenario { opening = "A pack that points at things that are not there." }
actor "tenants" { brief = "Forty flats.", wants = { days = 1 } }
actor "club" { brief = "Saturdays.", persona = "balancd" } -- !E201
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
frame "warm" { text = "A warm room.", rider = { clause = "weeks", most = 1 } } -- !E201
arena "meeting" { decides = "simple_majority",
  members = { tenant = "seat", club = "vote" } } -- !E201
decider "mayor" { owner = "mayor" } -- !E202
decider "elder" { arena = "hall" } -- !E202
decider "guard" { resonance = { cold = 2 } } -- !E201
verb "ring" { target = "decider", gives = { stanze = 1 } } -- !E201
verb "knock" { gives = { base = 1 }, who = "tenants, nobdy" } -- !E201
ending "over" { text = "It is over." }
