pack {
  id = "safe-homes-bill", version = "1.0.0", api = 1, language = "en",
  title = "The Safe Homes Bill",
  summary = "A bill against violence at home reaches a committee that would rather not decide. Who are the unlikely allies, and what does being close to power cost at home?",
  authors = { "The Convene project" }, license = "CC-BY-4.0",
  topics = "law reform, parliament, unlikely allies, women's movement, base and elite, help from abroad",
  reading_level = "medium",
  uses = { "core-coalition >= 1.0", "personas >= 1.0" },
}
