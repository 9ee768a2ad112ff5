pack { id = "design", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: design",
  uses = { "core-coalition >= 1.0" } }
