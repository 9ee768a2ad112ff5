scenario { opening = "A pack that asks for more votes than there are." }
actor "tenants" { brief = "Forty flats." }
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "by_quota", quota = 9, members = { tenants = "vote" } } -- !E246
decider "mayor" { weight = 2 }
decider "elder" { weight = 3 }
ending "over" { text = "It is over." }
