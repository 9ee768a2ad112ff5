scenario { opening = "A pack with fields that do not fit." }
actor "tenants" { brief = "Forty flats.", colour = "red" } -- !E210
actor "club" { brief = 12 } -- !E220
actor "choir" { brief = "Singers.", voice = 7 } -- !E221
actor "band" { brief = "Players.", seat = "compter" } -- !E224
issue "hall" { public = "high" } -- !E220
clause "days" { levels = { "Only one" } } -- !E225
clause "keys" { levels = { "None", "Two" }, start = 4 } -- !E245
frame "warm" { appeal = 9 } -- !E221
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
decider "mayor" { stance = 140 } -- !E221
decider "clerk" { values = { keys = { 1, 2, 3 } } } -- !E244
happening "storm" { at = 2 } -- !E211
ending "over" { text = "It is over." }
