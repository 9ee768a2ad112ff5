-- What it is about: one issue, three clauses, five ways of seeing it.
-- Level 0 of a clause is what holds today; "start" is the level of the draft that lies on the table.

issue "homes" { name = "Safety at home", public = 42 }

clause "scope" { name = "Whom it protects", start = 1, levels = {
  "Nobody is named",
  "Married couples",
  "All who share a home",
  "Also customary and past unions" } }
clause "remedy" { name = "What it does", start = 1, levels = {
  "Nothing new",
  "Counselling and mediation",
  "Protection orders and counselling",
  "Orders; counselling only if asked for" } }
clause "fund" { name = "Who pays", start = 1, levels = {
  "No money",
  "A pilot line",
  "Shelters in every region",
  "A guaranteed fund" } }

-- A frame is a way to see the matter. A rider is the limit that comes with it when the frame leads.
frame "rights" { name = "Matter of rights", start = 2, appeal = 0, title = "The Equal Protection Bill",
  text = "Nobody signs away the right to be safe, at any door." }
frame "safety" { name = "Safe at home", start = 1, appeal = 3, title = "The Safe at Home Bill",
  text = "Home is where everyone should be able to sleep.",
  rider = { clause = "fund", most = 2 } }
frame "cost" { name = "What it costs", start = 2, appeal = 2, title = "The Affordable Protection Bill",
  text = "A promise that is not paid for is not a promise.",
  rider = { clause = "fund", most = 1 } }
frame "custom" { name = "Our ways heal", start = 2, appeal = 1, title = "The Family Harmony Bill",
  text = "Families were mended here long before there was a court.",
  rider = { clause = "scope", most = 1 } }
frame "foreign" { name = "Not from here", start = 1, appeal = -1, outsider = true, title = "The Foreign Bill",
  text = "Somebody else's law, somebody else's words." }
