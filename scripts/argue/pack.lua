pack {
  id = "argue", version = "1.0.0", api = 1, kind = "plugin",
  title = "Argue your case",
  summary = "One verb for ideas nobody wrote down. The team argues, the others answer, the facilitator picks one effect from a short list.",
  license = "MIT", language = "en", uses = { "core-coalition >= 1.0" },
}
