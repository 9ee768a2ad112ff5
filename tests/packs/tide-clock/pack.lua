pack { id = "tide-clock", version = "1.0.0", api = 1, language = "en", license = "MIT",
  title = "The tide clock", uses = { "core-coalition >= 1.0" },
  summary = "Everything with a time in it: windows, happenings that lead to others, memories that fade, rules at each moment." }
