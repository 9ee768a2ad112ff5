-- Agreements that fit this case. One tap fills the form of a deal; everything in it can be changed.
deal "same_words" { name = "The same words", who = "survivors, lawyers, caucus, faith", with = "survivors, lawyers, caucus, faith",
  text = "Safety first, in your speech and in mine.",
  promises = {
    { by = "me", kind = "support_frame", frame = "safety" },
    { by = "them", kind = "support_frame", frame = "safety" } } }
deal "name_who_did_it" { name = "Give due credit", who = "caucus, lawyers", with = "survivors",
  text = "We use what you know, and we say in public whose it is.",
  they_give = { know = 1 }, promises = { { by = "me", kind = "credit" } } }
deal "a_small_step" { name = "Start small", who = "anyone", with = "anyone",
  text = "One thing each of us can do this week. Trust begins there.",
  promises = { { by = "me", kind = "words", text = "We meet your people once, and only listen." } } }
