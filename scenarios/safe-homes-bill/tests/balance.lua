-- How the case behaves in many games. Run: convene simulate scenarios/safe-homes-bill (and the same with --format hour)

simulate "a bill that may pass, and may not" { games = 300, players = "random", seed = 1,
  expect = { "passes between 40% and 65%", "flips by micro between 15% and 45%", "text changed between 40% and 100%",
             "no ending above 60%",
             "hidden survivors between 5% and 80%", "hidden lawyers between 5% and 80%", "hidden caucus between 5% and 80%",
             "hidden faith between 5% and 80%", "hidden donor between 5% and 80%", "hidden elders between 5% and 80%",
             "hidden treasury between 5% and 80%", "no faults" } }

simulate "the same in an hour, with some help" { games = 300, players = "random", seed = 1, format = "hour",
  expect = { "passes between 40% and 65%", "no ending above 60%", "no faults" } }

simulate "half an hour of words" { games = 300, players = "random", seed = 1, format = "micro", expect = { "no faults" } }
