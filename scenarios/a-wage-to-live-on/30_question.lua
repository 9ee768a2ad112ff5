-- What it is about: one issue, three clauses, four ways of seeing it.
-- Level 0 of a clause is the least; "start" is the level of the first draft.

issue "pay" { name = "Pay for nights", public = 45 }

clause "rate" { name = "How much", start = 1, levels = {
  "The legal minimum",
  "The minimum plus a tenth",
  "The living-wage figure",
  "The figure plus sick pay" } }
clause "cover" { name = "For whom", start = 0, levels = {
  "Own staff",
  "Cleaners and caterers on site",
  "All regular contractors",
  "Every supplier in the city" } }
clause "check" { name = "Who looks", start = 0, levels = {
  "A statement",
  "A published pledge",
  "Independent accreditation" } }

-- A frame is a way to see the matter. A rider is the limit that comes with it when the frame leads.
frame "living_wage" { name = "A living wage", start = 1, appeal = 3, title = "The wage to live on",
  text = "Whoever works full time should be able to eat supper at home." }
frame "market_rate" { name = "The market rate", start = 3, appeal = 0, title = "A fair market rate",
  text = "A price that nobody pays employs nobody.",
  rider = { clause = "rate", most = 1 } }
frame "charity" { name = "Charity", start = 2, appeal = 1, title = "The city's helping hand",
  text = "Those who have, help those who have not.",
  rider = { clause = "check", most = 0 } }
frame "good_business" { name = "Good business", start = 1, appeal = 1, title = "The good employer's badge",
  text = "People who are paid well stay, and those who stay work well.",
  rider = { clause = "cover", most = 1 } }
