pack { id = "spring-budget", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "What the spring money is for", uses = { "core-coalition >= 1.0" },
  summary = "The rule budget: every voter spreads points, and the money goes down the list as far as it reaches." }
