-- Where people meet, and who decides.

arena "board" { name = "Partnership board", kind = "formal", space = "invited", level = "local", weight = 1,
  members = { council = { vote = 1, chair = true }, schools = "vote", bigcare = "vote",
    link = "seat", parents = "seat", institute = "seat" },
  chair = "fixed", slots = 2, meets = "every_round", feeds = "cabinet",
  about = "Round table, county logo on the water glasses. What is minuted here is read in the cabinet." }
arena "cabinet" { name = "County cabinet", kind = "formal", space = "closed", level = "local", weight = 2,
  members = { council = "seat" }, meets = "on_call",
  decides = "by_quota", quota = 4, issues = "families",
  about = "Three people decide in the last round. Four of seven votes are enough." }
arena "coffee" { name = "Boat house coffee", kind = "informal", space = "claimed", level = "local", weight = 1,
  home_of = "link, parents", meets = "on_call",
  about = "No agenda, no minutes, good biscuits." }

-- Weights 3, 2 and 2 with four needed: any two of the three can decide. It will not feel like that.
-- All three would like to have something to show before the election: that is worth 5 points. A text that runs ahead of
-- what is said about it makes them doubt: from the fourth step on, each one wants six points of talk about our place or
-- early help.
decider "leader" { name = "The county leader", arena = "cabinet", weight = 3, owner = "council", stance = -32,
  hears_public = 2, hears_heat = 1, hears_evidence = 2,
  resonance = { place = 2, early_help = 2, efficiency = 1, school_ready = 1 },
  values = { reach = { 0, 2, 1, -3 }, choice = { 0, 1, -3 }, seat = { 0, 2, -1 } },
  leans = "5 + min(0, frame.cabinet.place + frame.cabinet.early_help - 6 * (draft.reach + draft.choice + draft.seat - 3))",
  hint = "I have an election and a promise." }
decider "finance" { name = "Member for finance", arena = "cabinet", weight = 2, owner = "council", stance = -46,
  hears_public = 1, hears_heat = 0, hears_evidence = 3,
  resonance = { place = -1, early_help = 2, efficiency = 3, school_ready = 0 },
  values = { reach = { 0, 1, -3, -10 }, choice = { 0, -1, -4 }, seat = { 0, 0, -1 } },
  leans = "5 + min(0, frame.cabinet.place + frame.cabinet.early_help - 6 * (draft.reach + draft.choice + draft.seat - 3))",
  hint = "Show me what it costs." }
decider "children" { name = "Member for children", arena = "cabinet", weight = 2, owner = "council", stance = -28,
  hears_public = 1, hears_heat = 2, hears_evidence = 3,
  resonance = { place = 2, early_help = 3, efficiency = -1, school_ready = 2 },
  values = { reach = { 0, 3, 4, 3 }, choice = { 0, 2, 0 }, seat = { 0, 2, 2 } },
  leans = "5 + min(0, frame.cabinet.place + frame.cabinet.early_help - 6 * (draft.reach + draft.choice + draft.seat - 3))",
  hint = "Will it reach them early?" }
