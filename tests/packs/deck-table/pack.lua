pack { id = "deck-table", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "A table for the whole deck", uses = { "core-coalition >= 1.0", "argue >= 1.0" },
  summary = "Everybody stands at 50 with everybody, so the figures of the stock deck come out as they are written." }
