-- Ten to spend, four wishes, four voters with ten points each. The figures are those of the rules.
scenario { format = "two_hours", players = { 2, 6 },
  opening = "The quarter has ten to spend before summer, and four things it would like." }
actor "tenants" { name = "The tenants", tags = "affected", brief = "They carry prams up four floors.",
  has = { people = 3, know = 2, access = 1 }, legitimacy = 50 }
actor "shops" { name = "The shops", tags = "incumbent", brief = "They sweep the square every morning.",
  has = { money = 4, access = 3, know = 2 }, legitimacy = 50 }
content_note { text = "Everybody may pass or swap at any time." }
issue "quarter" { name = "The spring money" }
frame "care" { name = "Care for the house", text = "What breaks first is mended first.", appeal = 1 }
memory "lifts" { max = 9 }
memory "shade" { max = 9 }
memory "wishes" { max = 9, start = 1 }
change "budget_day" { budget = 10, options = {
  { id = "lift", text = "A lift for the tall house", cost = 6, gives = { lifts = 1, tenants = { base = 5 } }, wanted = "choose(target == baker, 4, 0)" },
  { id = "stage", text = "A stage in the square", cost = 5, gives = { shops = { base = 4 } }, wanted = "choose(target == baker, 5, 0)" },
  { id = "trees", text = "Trees along the road", cost = 5, gives = { shade = 3 }, wanted = "choose(target == school, 9 * wishes, 0)" },
  { id = "bench", text = "One bench", cost = 1, loses = { wishes = 1 }, wanted = 1 } } }
arena "square" { name = "The square", decides = "budget_day", decides_in = 2, members = { tenants = "vote", shops = "chair" } }
decider "house" { name = "The tall house", owner = "tenants" }
decider "baker" { name = "The baker" }
decider "street" { name = "The street", owner = "shops" }
decider "school" { name = "The school" }
ending "lifted" { when = "lifts >= 1", text = "The lift works, most days." }
ending "green" { when = "shade >= 1", text = "There is shade where there was none." }
ending "on_foot" { text = "The stairs are still there." }
