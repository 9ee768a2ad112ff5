-- Agreements that fit this case. One tap fills the form of a deal; everything in it can be changed.
deal "stand_together" { name = "Keep one story", who = "parents, schools, link", with = "parents, schools, link",
  text = "I speak for our place in the next meeting, and you do too.",
  promises = {
    { by = "me", kind = "support_frame", frame = "place" },
    { by = "them", kind = "support_frame", frame = "place" } } }
deal "figures_for_hands" { name = "Figures for hands", who = "institute", with = "parents, link",
  text = "You get what we know, and you say in public whom you heard it from.",
  i_give = { know = 1 }, promises = { { by = "them", kind = "credit" } } }
deal "a_small_step" { name = "Start small", who = "anyone", with = "anyone",
  text = "One thing each of us can do this week. Trust begins there.",
  promises = { { by = "me", kind = "words", text = "We come to your open day." } } }
