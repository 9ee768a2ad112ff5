pack { id = "rooms", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: rooms",
  uses = { "core-coalition >= 1.0" } }
