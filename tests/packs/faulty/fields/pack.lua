pack { id = "fields", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: fields",
  uses = { "core-coalition >= 1.0" } }
