pack { id = "expressions", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: expressions",
  uses = { "core-coalition >= 1.0" } }
