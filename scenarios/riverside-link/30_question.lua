-- What it is about: one issue, three clauses, four ways of seeing it.
-- Level 0 of a clause is what holds today or the least; "start" is the level of the first draft.

issue "families" { name = "Riverside family help", public = 45 }

clause "reach" { name = "Who may come", start = 1, levels = {
  "Legal cases only",
  "Families referred this year",
  "All families near four schools",
  "Every family in the county" } }
clause "choice" { name = "Through which door", start = 0, levels = {
  "The council desk refers",
  "Any professional refers",
  "Families come by themselves" } }
clause "seat" { name = "The parents' place", start = 0, levels = {
  "No seat for parents",
  "Parents advise",
  "Parents vote" } }

-- A frame is a way to see the matter. A rider is the limit that comes with it when the frame leads.
frame "place" { name = "Our own place", start = 1, appeal = 2, title = "The open door by the river",
  text = "People here know each other. Help should live where they live." }
frame "early_help" { name = "Early help", start = 2, appeal = 1, title = "Help before it hurts",
  text = "A cup of tea in time is cheaper than a crisis in court.",
  rider = { clause = "reach", most = 2 } }
frame "efficiency" { name = "Value for money", start = 3, appeal = 0, title = "One plan, one number, one budget",
  text = "Every pound spent twice is missing once.",
  rider = { clause = "choice", most = 1 } }
frame "school_ready" { name = "Ready for school", start = 2, appeal = 1, title = "A good start at school",
  text = "A calm morning at home is half a lesson learned." }
