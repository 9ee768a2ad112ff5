-- Caps are opened wide, so that a test sees what an act does before the round's limit cuts it.
scenario { format = "two_hours", players = { 2, 6 },
  settings = { mind_change = 100, mind_change_max = 200, public_cap = 100 },
  opening = "A table with scales on it." }
actor "ada" { brief = "Inside: it holds a vote.", constituencies = "inside",
  has = { money = 2, people = 8, know = 1, access = 1, story = 1 }, legitimacy = { elite = 65 } }
actor "ben" { brief = "Outside: it holds a seat.", constituencies = "outside",
  has = { money = 2, people = 2, know = 1, access = 4 }, legitimacy = { elite = 65 } }
actor "cal" { brief = "It owns a decider.", tags = "funder", has = { money = 5 } }
issue "scale" { public = 50 }
clause "mass" { levels = { "Light", "Heavy" } }
frame "feather" { text = "Light is right.", appeal = 1 }
frame "stone" { text = "Heavy holds." }
arena "hall" { decides = "simple_majority", members = { ada = "vote", ben = "seat", cal = "seat" } }
decider "dora" { owner = "cal", hears_public = 2, hears_evidence = 3 }
decider "emil" { hears_public = 0, hears_evidence = 1 }
coalition "ring" { members = "ada, ben", frame = "feather" }
ending "over" { text = "The scales stand still." }
