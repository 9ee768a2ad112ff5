-- How the case behaves in many games. Run: convene simulate scenarios/riverside-link

-- A first lesson: it usually gets somewhere, so words seldom decide whether it passes. They decide what passes.
simulate "a first case that usually gets somewhere" { games = 300, players = "random", seed = 1,
  expect = { "passes between 80% and 100%", "flips by micro between 2% and 45%", "text changed between 60% and 100%",
             "no ending above 60%", "no faults" } }

simulate "the same in an hour" { games = 300, players = "random", seed = 1, format = "hour",
  expect = { "passes between 75% and 100%", "no ending above 60%", "no faults" } }

simulate "half an hour of words" { games = 300, players = "random", seed = 1, format = "micro", expect = { "no faults" } }
