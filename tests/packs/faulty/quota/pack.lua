pack { id = "quota", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: quota",
  uses = { "core-coalition >= 1.0" } }
