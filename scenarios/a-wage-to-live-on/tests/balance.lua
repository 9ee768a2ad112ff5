-- How the case behaves in many games. Run: convene simulate scenarios/a-wage-to-live-on (and the same with --format hour)

simulate "three of six, or not yet" { games = 300, players = "random", seed = 1,
  expect = { "passes between 40% and 65%", "flips by micro between 15% and 45%", "text changed between 40% and 100%",
             "no ending above 60%",
             "hidden parents between 5% and 80%", "hidden faith between 5% and 80%", "hidden union between 5% and 80%",
             "hidden schools between 5% and 80%", "hidden bank between 5% and 80%", "hidden hospital between 5% and 80%",
             "hidden contractor between 5% and 80%", "hidden mayor between 5% and 80%", "no faults" } }

simulate "the same in an hour, with some help" { games = 300, players = "random", seed = 1, format = "hour",
  expect = { "passes between 40% and 65%", "no ending above 60%", "no faults" } }

simulate "half an hour of words" { games = 300, players = "random", seed = 1, format = "micro", expect = { "no faults" } }
