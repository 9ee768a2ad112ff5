-- Agreements that fit this case. One tap fills the form of a deal; everything in it can be changed.
deal "one_number" { name = "One shared number", who = "parents, faith, union, schools", with = "parents, faith, union, schools",
  text = "We speak of a living wage, and of nothing else.",
  promises = {
    { by = "me", kind = "support_frame", frame = "living_wage" },
    { by = "them", kind = "support_frame", frame = "living_wage" } } }
deal "rooms_for_people" { name = "Room for people", who = "schools, faith", with = "parents, union",
  text = "You bring the people, we bring the hall and say who filled it.",
  they_give = { people = 1 }, promises = { { by = "me", kind = "credit" } } }
deal "a_small_step" { name = "Start small", who = "anyone", with = "anyone",
  text = "One thing each of us can do this week. Trust begins there.",
  promises = { { by = "me", kind = "words", text = "We read your payslips before we answer." } } }
