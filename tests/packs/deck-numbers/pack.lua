pack { id = "deck-numbers", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "The numbers of the standard deck", uses = { "core-coalition >= 1.0" },
  summary = "Each stock verb against the figures the rules of the game state, in tenths of a point." }
