pack {
  id = "personas", version = "1.0.0", api = 1, kind = "plugin",
  title = "People at the table",
  summary = "How computer players weigh their goals, how careful and loyal they are, and how they explain what they do.",
  license = "MIT", language = "en",
}
