pack { id = "reform8", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "Eight actors, six deciders",
  summary = "A benchmark game that uses no stock rules: proof that the words can say another game." }
