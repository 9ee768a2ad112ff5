pack {
  id = "core-coalition", version = "1.0.0", api = 1, kind = "plugin",
  title = "The standard deck",
  summary = "Resources, audiences, formats, ways of deciding, verbs, points of power and the numbers behind them.",
  license = "MIT", language = "en",
}
