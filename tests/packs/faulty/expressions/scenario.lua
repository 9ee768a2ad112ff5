scenario { opening = "A pack whose conditions cannot be understood." }
memory "promise" { max = 1 }
actor "tenants" { brief = "Forty flats.", has = { money = 1 } }
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
decider "mayor" {}
verb "one" { when = "promise = 1", gives = { base = 1 } } -- !E233
verb "two" { when = "promise", gives = { base = 1 } } -- !E231
verb "three" { gives = { base = "promise == 1" } } -- !E231
verb "four" { when = "promise >=", gives = { base = 1 } } -- !E230
verb "five" { when = "promis >= 1", gives = { base = 1 } } -- !E201
verb "six" { gives = { base = "4 // 0" } } -- !E232
verb "seven" { gives = { base = "root(4)" } } -- !E235
verb "eight" { gives = { base = "roll(4)" } } -- !E236
verb "nine" { when = "any(base > 40)", gives = { base = 1 } } -- !E239
verb "ten" { when = "any(actors.base > 40 and deciders.stance > 0)", gives = { base = 1 } } -- !E238
rule "whose" { gives = { base = 1 } } -- !E222
ending "over" { when = "target.stance > 1", text = "It is over." } -- !E237
