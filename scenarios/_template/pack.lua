-- The card of your case. Change the id once, before you share it, and then never again.
pack {
  id = "my-first-case", version = "0.1.0", api = 1, language = "en",
  title = "The last bus",
  summary = "A small case to copy: three actors, two clauses, one happening, one trade-off.",
  authors = { "Your name" }, license = "CC-BY-4.0", reading_level = "easy",
  uses = { "core-coalition >= 1.0", "personas >= 1.0" },
}
