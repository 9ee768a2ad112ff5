scenario { opening = "A pack with rooms where nothing can be decided." }
actor "tenants" { brief = "Forty flats." }
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
arena "office" { decides = "two_thirds", members = { tenants = "vote" } } -- !E243
decider "mayor" { arena = "meeting" }
ending "over" { text = "It is over." }
