scenario { opening = "A pack whose rooms feed each other for ever." }
actor "tenants" { brief = "Forty flats." }
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
arena "stairs" { members = { tenants = "seat" }, feeds = "cellar" } -- !E241
arena "cellar" { members = { tenants = "seat" }, feeds = "stairs" }
decider "mayor" { arena = "meeting" }
ending "over" { text = "It is over." }
