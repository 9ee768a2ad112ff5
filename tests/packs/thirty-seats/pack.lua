pack { id = "thirty-seats", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "Thirty seats", summary = "Ten actors, each for three people: a full room for tests of the host." }
