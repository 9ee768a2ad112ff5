pack {
  id = "a-wage-to-live-on", version = "1.0.0", api = 1, language = "en",
  title = "A Wage to Live On",
  summary = "Cleaners, congregations and schools ask a city's large employers for a wage one can live on. There is no vote: each employer adopts, or does not. Whose name will it have?",
  authors = { "The Convene project" }, license = "CC-BY-4.0",
  topics = "living wage, community organising, naming, shared leadership, employers, adoption",
  reading_level = "medium",
  uses = { "core-coalition >= 1.0", "personas >= 1.0" },
}
