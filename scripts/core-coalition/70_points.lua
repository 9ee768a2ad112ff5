-- The first six points of power: small moves in talk and text. The others stand in 72_meeting.lua.
-- They cost voice, and everybody has the same two voices. A bid is one or two. No point makes money, votes or seats.

-- The first reading of a bulletin is the one most people remember.
point_of_power "first_interpretation" {
  name = "Read it first", say = "{who} is first to say what the paper means: {target}.",
  about = "Only in the round of a bulletin. The highest bid is heard first; the other readings count as naming. Who waits for an official line cannot use it.",
  starter = true, style = "to", face = "invisible",
  target = "reading", bid = { 1, 2 }, utters = "2 + bid",
  does = { reading { strength = "2 + bid" } },
  warns = "The reading brings its rider along." }

-- Give it a name, and others argue inside your sentence.
point_of_power "name" {
  name = "Name it", say = "{who} gives it a name: {target}. {words}",
  about = "Links the matter to a frame, in words of your own for the wall.",
  starter = true, style = "to", face = "invisible",
  target = "frame", bid = { 1, 2 }, label = 60, utters = "1 + bid",
  warns = "A frame brings its rider along." }

-- Net strength three moves the draft by one level.
point_of_power "word" {
  name = "Word the text", say = "{who} proposes other words for {target}.",
  about = "Pulls a clause on today's agenda up or down. The pulls are added; three moves the draft one level.",
  starter = true, style = "with", face = "invisible",
  target = "clause", sides = true, bid = { 1, 2 }, utters = "1 + bid",
  warns = "Somebody may have to answer for the new level at home." }

-- No is also a word.
point_of_power "resist" {
  name = "Resist", say = "{who} speaks against {target}.",
  about = "Takes two strength for each voice from what others say this way, first today's words, then those in the minutes.",
  starter = true, style = "over", face = "invisible",
  target = "frame, clause", sides = true, bid = { 1, 2 },
  does = { resist { by = "resist_force * bid" } },
  warns = "It costs relationship: each author you hit trusts you less." }

-- Who holds the pen decides what will have been said.
point_of_power "minutes" {
  name = "Take the minutes", say = "{who} writes the minutes.",
  about = "Choose up to three things that were said. Only what is in the minutes is heard again. Who bid for the pen may slant one line.",
  starter = true, style = "over", face = "invisible",
  bid = { 1, 2 }, role = "minutes", role_name = "Minute-taker", records = 3, may = "slant",
  warns = "A slanted line can be challenged later." }

-- A good question makes somebody show a card.
point_of_power "question" {
  name = "Ask a question", say = "{who} asks {target} where they stand.",
  about = "A decider shows truthfully how warm or cold they are. An actor may answer, or deflect at a price.",
  starter = true, style = "with", face = "invisible",
  target = "decider, actor", voice = 1,
  does = { ask { what = "band", who = "target" } },
  warns = "Everyone in the room hears the answer." }
