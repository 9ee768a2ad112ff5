pack { id = "round-table", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "Three at a round table", uses = { "core-coalition >= 1.0" },
  summary = "Consent with one amendment, an elected chair, red lines, a choice with a price: what the tables of commands need." }
