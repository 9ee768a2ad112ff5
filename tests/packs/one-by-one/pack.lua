pack { id = "one-by-one", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "One employer after the other", uses = { "core-coalition >= 1.0" },
  summary = "The rule adopt: each decider takes the text alone, and levels taken never fall." }
