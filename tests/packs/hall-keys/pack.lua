pack { id = "hall-keys", version = "1.0.0", api = 1, language = "en",
  title = "Who holds the hall keys?", uses = { "core-coalition >= 1.0" } }
