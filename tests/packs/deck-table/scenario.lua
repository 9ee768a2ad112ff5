-- Every move of the stock deck on one table. The tables of tests/rules play here.
scenario { format = "two_hours", players = { 2, 12 },
  deck = { "engage", "report_back", "lobby", "mobilise", "speak_truth", "campaign", "listen", "research",
    "ally_within", "disrupt", "counter_campaign", "organise", "stall", "litigate", "fund", "accept_intl",
    "convene", "share_power", "transfer_power", "institutionalise", "step_back", "monitor", "measure", "care",
    "divide", "restrict_space", "change_rules", "argue",
    "first_interpretation", "name", "word", "resist", "minutes", "question", "chair", "agenda", "pen",
    "alternative", "tell_story", "show_data", "invite", "backstage_word", "surface_asymmetry",
    "matters_arising", "summary", "official_line" },
  opening = "Everything that can be done, on one table." }
-- rich has a lot of everything, poor has nothing, office is a public body that waits for a line.
actor "rich" { brief = "Has what it takes.", constituencies = "owners",
  has = { money = 10, people = 8, know = 4, access = 4, story = 2, evidence = 2 } }
actor "poor" { brief = "Has nothing but itself.", tags = "affected", constituencies = "neighbours" }
actor "office" { brief = "Answers for the building.", tags = "public_body", line_delay = true,
  has = { money = 4, people = 2, know = 2, access = 3 } }
actor "friend" { brief = "Works with rich in the ring.", tags = "neutral", constituencies = "friends",
  has = { money = 2, people = 3, know = 2, access = 1 } }
actor "rival" { brief = "Works for the other side.", tags = "incumbent", constituencies = "traders",
  has = { money = 5, people = 3, know = 2, access = 2 } }
actor "away" { brief = "Holds no place anywhere and has one voice.", tags = "informal", voice = 1, has = { money = 3, people = 2 } }
issue "yard" { public = 50 }
clause "gate" { levels = { "Shut", "Half open", "Open" }, start = 1 }
clause "bench" { levels = { "None", "One", "Two" }, start = 1 }
clause "lamp" { levels = { "Dark", "Lit" } }
frame "play" { text = "Children need room.", appeal = 1 }
frame "quiet" { text = "People need sleep.", rider = { clause = "gate", most = 1 } }
frame "fence" { text = "Strangers stay out.", outsider = true }
arena "hall" { weight = 2, decides = "simple_majority", members = {
    office = "chair", rich = "vote", friend = "vote", rival = "vote", poor = "seat" } }
arena "bench_court" { kind = "formal", meets = "on_call", decides = "court", members = { office = "seat" },
  claims = { { clause = "gate", floor = 2, against = "office" }, { clause = "lamp", happening = "paper" } } }
arena "summit" { level = "global", space = "closed", meets = "on_call", members = { rival = "seat" } }
arena "square" { kind = "informal", space = "claimed", meets = "on_call", door = 1, home_of = "poor", feeds = "hall" }
decider "dean" { owner = "office", arena = "hall", hears_public = 3, hears_heat = 1, hears_evidence = 3, resonance = { play = 3, quiet = -1 },
  price = { clause = "gate", most = 1 } }
decider "dora" { owner = "rival", arena = "hall", hears_public = 0, hears_evidence = 1, weight = 2 }
decider "judge" { arena = "bench_court", kind = "court" }
decider "duke" { arena = "hall", hears_public = 1, hears_evidence = 0 }
coalition "ring" { members = "rich, friend", lead = "rich", frame = "play" }
happening "ship" { text = "Help from abroad is offered.", offer = true }
happening "paper" { text = "A paper lies on the table.", at = 1, readings = "play, quiet" }
ending "over" { text = "The yard is as it is." }
