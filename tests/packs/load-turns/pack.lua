pack { id = "load-turns", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "Eight actors, taking turns for long",
  summary = "The benchmark game with long turns and a number that counts acts: what convene load plays." }
