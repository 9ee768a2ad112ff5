scenario { opening = "A pack whose words are wrong." }
acter "club" { brief = "A slip of the finger." } -- !E200
Actor "choir" { brief = "A capital letter." } -- !E205
actor "local" { brief = "A word of Lua." } -- !E203
actor "Town" { brief = "A capital letter in an id." } -- !E203
actor "tenants" { brief = "They are fine." }
actor "tenants" { brief = "They are here twice." } -- !E204
actor "round" { brief = "A name of the engine." } -- !E203
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
decider "mayor" {}
ending "over" { text = "It is over." }
