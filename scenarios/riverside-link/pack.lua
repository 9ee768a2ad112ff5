pack {
  id = "riverside-link", version = "1.0.0", api = 1, language = "en",
  title = "Riverside Link",
  summary = "A small charity, a big one, a school trust, parents and a county. Who may come, through which door? Who sits at the table?",
  authors = { "The Convene project" }, license = "CC-BY-4.0",
  topics = "partnership, family services, small charities, power asymmetry, points of power",
  reading_level = "easy",
  uses = { "core-coalition >= 1.0", "personas >= 1.0" },
}
