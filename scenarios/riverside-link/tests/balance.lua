-- How the case behaves in many games. Run: convene simulate scenarios/riverside-link

simulate "a first case that usually gets somewhere" { games = 300, players = "mixed", seed = 1,
  expect = { "passes between 70% and 100%", "text changed between 40% and 100%",
             "part_way between 5% and 60%", "hollow between 5% and 45%", "co_designed between 1% and 40%",
             "swallowed between 5% and 50%", "no ending above 60%", "no faults" } }
