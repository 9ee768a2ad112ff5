-- A harbour where everything has its hour.
scenario { format = "two_hours", rounds = 4, players = { 2, 6 },
  opening = "The harbour gate opens twice a day. Whoever waits at the wrong hour, waits long." }
setting "start_salt" { start = 4, min = 0, max = 9, ask = "How much salt is in the store?" }
memory "salt" { max = 20, start = "start_salt", name = "Salt in the store" }
memory "noise" { per = "actor", max = 40, fades = 50, name = "Noise made" }
memory "debt" { per = { "actor", "actor" }, min = -9, max = 9, seen_by = "both", name = "Debts" }
memory "begun" { max = 99, shown = "hidden" }
memory "ended" { max = 99, shown = "hidden" }
memory "met" { max = 99, shown = "hidden" }
actor "fishers" { name = "The fishers", tags = "affected", brief = "They know the hour without a clock.",
  has = { people = 4, money = 1 }, income = { money = 1, story = 1 }, wants = { gate = 2 } }
actor "port" { name = "The port office", tags = "public_body", brief = "It keeps the gate and the book.",
  has = { money = 4, access = 3, know = 2 }, wants = { gate = 0 } }
issue "harbour" { name = "The harbour gate", public = 40 }
clause "gate" { name = "The gate", levels = { "As the book says", "When the bell rings", "When people ask" } }
frame "tide" { name = "The tide decides", text = "Water does not read a book.", appeal = 1 }
arena "quay" { name = "The quay", decides = "simple_majority", members = { fishers = "seat", port = "chair" } }
decider "keeper" { name = "The keeper", weight = 2, stance = -10, resonance = { tide = 1 } }
decider "captain" { name = "The captain", stance = -4, hears_heat = 1 }
verb "ring_bell" { name = "Ring the bell", say = "{who} rings the bell.", target = "decider", sides = true, tires = true,
  gives = { heat = 4, noise = 6 } }
verb "lend_salt" { name = "Lend salt", say = "{who} lends salt to {target}.", target = "actor", once_per_target = true,
  asks = { amount = { 1, 3 } }, when = "salt >= 3", closed = "There is too little salt to lend.",
  costs = { salt = "amount" }, gives = { debt = { target = { me = "amount" } }, target = { trust = 1 } } }
verb "night_tide" { name = "Use the night tide", say = "{who} sails at night.", gives = { base = 5 }, loses = { elite = 2 } }
window "spring_tide" { from = 2, to = 3, pull = 6, deciders = "captain", opens = "night_tide", text = "The spring tide is in." }
window "fog" { when = "salt == 0", rounds = 2, pull = -3, shuts = "ring_bell", text = "Fog lies over the quay." }
happening "storm" { at = 2, text = "A storm is coming in.", who_chooses = "port", default = "shut", choices = {
  { id = "open", text = "Keep the gate open", costs = { money = 1 }, gives = { public = 2 }, next = "wreck" },
  { id = "shut", text = "Shut the gate", gives = { elite = 2 } } } }
happening "wreck" { text = "A boat lies on the stones.", loses = { fishers = { people = 1 } },
  does = { happen { what = "enquiry", after = 1 } } }
happening "enquiry" { text = "Somebody asks who opened the gate.", gives = { public = 3 } }
happening "empty_store" { when = "salt == 0", text = "The store is empty.", does = { lock { what = "lend_salt", rounds = 2 } } }
rule "count_begun" { at = "round_starts", gives = { begun = 1 } }
rule "count_ended" { at = "round_ends", gives = { ended = 1 } }
rule "count_met" { at = "meeting_ends", gives = { met = 1 } }
rule "salt_keeps" { when = "salt >= 1 and round % 2 == 0", loses = { salt = 1 } }
ending "open_gate" { when = "passed.quay and law.gate >= 1", text = "The gate has a bell now." }
ending "washed_out" { when = "public.harbour >= 90", early = true, text = "The whole town stands on the quay." }
ending "as_ever" { text = "The book says no." }
