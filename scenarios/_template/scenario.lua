-- Copy this folder, give it a new name, and change what you like.
-- Lines that start with two dashes are notes for people. The game does not read them.

-- 1. THE FIRST SCREEN
scenario { format = "hour", players = { 3, 9 },
  opening = "The last bus leaves at seven. The late shift ends at ten. The council has until Friday to sign next year's timetable.",
  goal = "Find out who decides when people may go home." }
content_note { topics = "night work",
  text = "This case is about getting home from work at night. You may pass or swap at any time." }

-- 2. WHO IS THERE (has: what they hold; legitimacy: what people think of them, 0 to 100)
actor "riders" { name = "Late shift riders", cast = "core", persona = "grassroots", tags = "affected, community",
  brief = "Nurses, cooks and one night guard. They know every step of the road from the hospital, because they walk it.",
  has = { people = 4, know = 1, story = 1 }, legitimacy = { base = 70, locals = 65, elite = 25 },
  wants = { last_bus = 2, stops = 1 },
  mandate = { when = "passed.council_room and law.last_bus >= 1", text = "Get everybody home." },
  red_lines = { { when = "passed.council_room and law.last_bus == 0", text = "Your people ask what you sat there for." } } }
actor "company" { name = "Bus company", persona = "incumbent_provider", tags = "incumbent",
  brief = "Forty drivers, eleven old buses, and a contract that pays by the kilometre and not by the passenger.",
  has = { money = 5, know = 3, access = 3 }, legitimacy = { base = 55, elite = 60 },
  wants = { last_bus = 1, stops = 0 } }
actor "council" { name = "Council officers", cast = "core", persona = "bureaucracy", tags = "public_body", line_delay = true,
  brief = "They write the timetable and answer for the budget. They also have a neighbour who walks home at ten.",
  has = { money = 5, know = 2, access = 5 }, legitimacy = { base = 45, elite = 75 },
  wants = { last_bus = 1, stops = 1 } }

-- 3. WHAT IT IS ABOUT
issue "bus" { name = "The evening bus", public = 45 }
clause "last_bus" { name = "Last bus", levels = { "At seven", "At ten on weekdays", "At eleven every night" } }
clause "stops" { name = "Stops at night", levels = { "Only at stops", "Where people ask" } }
frame "home_safe" { name = "Home safe", text = "Nobody should be afraid of the way home.", start = 1, appeal = 2 }
frame "empty_seats" { name = "Empty seats", text = "An empty bus is paid by those who walk.", start = 2,
  rider = { clause = "last_bus", most = 1 } }

-- 4. WHERE IT IS DECIDED, AND BY WHOM
arena "council_room" { name = "Council room", space = "invited", decides = "simple_majority",
  members = { council = "chair", company = "vote", riders = "seat" } }
decider "transport" { name = "Member for transport", weight = 2, owner = "council", stance = -15, hears_public = 2,
  resonance = { home_safe = 1, empty_seats = 2 }, values = { last_bus = { 0, 2, -4 }, stops = { 0, 1 } },
  hint = "Who rides at ten at night?" }
decider "budget" { name = "Member for budgets", weight = 2, owner = "council", stance = -25,
  resonance = { empty_seats = 3 }, values = { last_bus = { 0, -1, -6 } }, hint = "Every hour has a price." }
decider "ward" { name = "Hospital ward member", stance = 5, hears_public = 3,
  resonance = { home_safe = 3 }, values = { last_bus = { 0, 3, 3 }, stops = { 0, 2 } }, hint = "My mother was a nurse." }

-- 5. A MOVE OF YOUR OWN: once, with a gain and a price
tradeoff "trial_month" { name = "A trial month", who = "company",
  say = "{who} offers one month of late buses at its own cost.",
  costs = { money = 2 }, gives = { me = { public = 4 }, transport = { stance = 3 } }, loses = { base = 2 },
  warns = "Your drivers will ask who pays for the month after." }

-- 6. WHAT HAPPENS
happening "long_walk" { name = "Long walk home", at = 2,
  text = "Somebody films the road from the hospital at half past ten. Nothing happens in the film. Everybody has seen it by noon.",
  who_chooses = "council", default = "wait", choices = {
    { id = "invite", text = "Invite the riders to speak", gives = { public = 3, trust = { riders = { council = 1 } } } },
    { id = "wait", text = "Wait for the figures", gives = { elite = 2 }, loses = { me = { public = 3 } } } } }

-- 7. HOW IT CAN END: the first that fits
ending "home" { when = "passed.council_room and law.last_bus >= 1 and law.stops >= 1", tone = "hopeful",
  text = "At ten past ten a bus stops where there is no stop, and waits until a door has closed.",
  ask = "Whose idea was the second clause?" }
ending "on_paper" { when = "passed.council_room", text = "There is a bus in the timetable. People begin to read the footnote.",
  ask = "Who will notice first if it does not come?" }
ending "walking" { tone = "hard", text = "They walk, now in a group. Somebody carries a list.",
  ask = "What did you build that will still be there on Monday?" }

-- 8. TALKING AFTERWARDS
journal "way_home" { at = "end", ask = "Which sentence of today would you say again in a real meeting?" }
debrief "who_spoke" { view = "words", ask = "Whose sentence is in the timetable?" }
