scenario { opening = "A pack that reads well and cannot work." }
memory "promise" { max = 1, start = 4 } -- !E245
actor "tenants" { brief = "Forty flats." }
issue "hall" {}
clause "days" { levels = { "None", "Two" } }
arena "meeting" { decides = "simple_majority", members = { tenants = "vote" } }
decider "mayor" { arena = "meeting" }
tradeoff "gift" { gives = { money = 2 } } -- !E240
tradeoff "loss" { loses = { money = 2 } } -- !E240
happening "storm" { at = 2, text = "A storm.", who_chooses = "tenants" } -- !E242
happening "vote" { at = 3, text = "A vote.", default = "maybe", choices = { -- !E242
  { id = "yes", text = "Yes" }, { id = "no", text = "No" } } }
ending "over" { text = "It is over." }
