pack { id = "eastmarket-wage", version = "1.2.0", api = 1,   -- never change the id after sharing
  title = "A wage for Eastmarket", authors = { "Amina K." }, license = "CC-BY-SA-4.0",
  language = "en", uses = { "core-coalition >= 1.0", "press-cycle >= 0.3" } }
