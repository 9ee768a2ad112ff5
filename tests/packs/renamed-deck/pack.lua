pack { id = "renamed-deck", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "Bread for the bridge", uses = { "core-coalition >= 1.0" },
  summary = "Proof of generality: a stock verb with another name, price and effect, a new verb and a new number." }
