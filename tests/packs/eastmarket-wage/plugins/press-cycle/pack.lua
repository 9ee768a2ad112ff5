pack { id = "press-cycle", version = "0.3.1", api = 1, kind = "plugin", language = "en",
  title = "A press that tires", license = "MIT", uses = { "core-coalition >= 1.0" } }
