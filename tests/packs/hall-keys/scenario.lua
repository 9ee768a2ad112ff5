scenario { format = "hour", players = { 3, 12 },
  opening = "The hall is locked from Monday to Friday. The heating bill is real. So is the cold." }

actor "tenants" { name = "Tenants' circle", tags = "affected, community",
  brief = "Forty flats and no common room. They want the hall open on weekdays.",
  has = { people = 5, money = 1, story = 1 }, legitimacy = { base = 70, locals = 60, elite = 25 },
  wants = { open_days = 3, key_holders = 2 } }
actor "club" { name = "Football club", tags = "incumbent",
  brief = "Fills the hall on Saturdays, pays half the bills and wants to keep its slots.",
  has = { people = 3, money = 5, access = 2 }, legitimacy = 50, wants = { open_days = 1 } }
actor "parish" { name = "Parish office", tags = "public_body", line_delay = true,
  brief = "Answers for the budget and for broken chairs. Wants no surprises.",
  has = { money = 6, know = 3, access = 4 }, legitimacy = { elite = 70, base = 40 } }

issue "hall" { name = "The empty hall" }
clause "open_days" { name = "Weekday opening", levels = { "Closed", "Two evenings", "Three days", "Every weekday" } }
clause "key_holders" { name = "Who holds keys", levels = { "The parish", "Parish and club", "Anyone trained" } }
frame "warm_room" { name = "A warm room", text = "Nobody should choose between cold and alone.", appeal = 2 }
frame "upkeep" { name = "Who pays for upkeep?", text = "Open doors cost money every single day.",
  appeal = 1, rider = { clause = "open_days", most = 2 } }

arena "hall_meeting" { name = "Hall meeting", space = "invited", decides = "simple_majority",
  members = { tenants = "seat", club = "vote", parish = "chair" } }
decider "treasurer" { weight = 2, stance = -20, resonance = { upkeep = 2 }, hint = "Show me the bill.",
  values = { open_days = { 0, 1, -2, -5 } } }
decider "caretaker" { stance = 5, hears_public = 2, resonance = { warm_room = 2 } }
decider "elders" { kind = "bloc", weight = 2, stance = -5, resonance = { warm_room = 1, upkeep = 1 } }

ending "shared_keys" { when = "passed.hall_meeting and law.open_days >= 2 and law.key_holders >= 1",
  text = "On Monday somebody who never held a key unlocks the door." }
ending "a_little" { when = "passed.hall_meeting", text = "Two evenings. It is a start. Whose start?" }
ending "still_locked" { text = "The notice on the door gets a second notice." }
