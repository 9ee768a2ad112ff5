-- Small on purpose: each command of a seat can be sent here, and be closed for each of its reasons.
scenario { format = "two_hours", players = { 2, 6 }, opening = "Three people, one round table, and a lane that is too narrow." }
content_note { text = "Everybody may pass or swap at any time." }
actor "ann" { brief = "Lives in the lane.", tags = "affected", has = { money = 2, people = 2 }, wants = { lane = 1, trees = 1 },
  red_lines = { { when = "law.lane >= 2", text = "No cars past the door." } } }
actor "ben" { brief = "Delivers in the lane.", has = { money = 3, people = 1 } }
actor "cal" { brief = "Paints the lines in the lane.", tags = "public_body", has = { money = 1, know = 2 } }
actor "dot" { brief = "Only walks through.", has = { people = 1 } }
issue "street" {}
clause "lane" { levels = { "As it is", "Slow", "Open to all" }, start = 1 }
clause "trees" { levels = { "None", "Three" } }
frame "quiet" { text = "People sleep here.", appeal = 1 }
frame "trade" { text = "Bread has to arrive." }
arena "circle" { decides = "consent", decides_in = { 1, 4 }, chair = "elected", members = { ann = "vote", ben = "vote", cal = "vote" } }
arena "bench" { kind = "informal", meets = "on_call", members = { dot = "seat" } }
decider "porch" { owner = "ann", stance = 10, hears_public = 0 }
decider "van" { owner = "ben", stance = -4, hears_public = 0, values = { lane = { 0, 0, 6 } } }
decider "brush" { owner = "cal", stance = 10, hears_public = 0 }
coalition "pair" { members = "ann, ben", rule = "lead", lead = "ann" }
happening "bill" { text = "Somebody has to pay for the paint.", who_chooses = "ann, ben", choices = {
  { id = "later", text = "Later" },
  { id = "pay", text = "Pay for it", costs = { money = 2 }, gives = { public = 4 } },
  { id = "all", text = "Pay for everything", costs = { money = 3 } },
  { id = "van_only", text = "Let the van go first", who = "ben" } } }
ending "over" { text = "The lane is a lane." }
