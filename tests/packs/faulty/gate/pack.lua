pack { id = "gate", version = "1.0.0", api = 1, language = "en", license = "MIT", title = "Faulty: gate" }
