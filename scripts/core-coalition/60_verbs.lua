-- The eight stock verbs: what an organisation does in the hours between two meetings.
-- Each one shows its price before it is confirmed. Change one in a case like this:
--   change "engage" { warns = "In this town everybody sees who walks into the town hall." }

-- Behind a closed door you are heard best, and your own people hear nothing.
verb "engage" {
  name = "Meet in private", say = "{who} has a quiet word with {target}.",
  about = "Strong, and more so with access. Your own people pay for it unless you report back in the same round.",
  starter = true, style = "over", face = "hidden", seen = "quiet", step = "access",
  time = 1, target = "decider", sides = true, needs = { access = 1, elite = 20 },
  gate = "elite",
  gives = { stance = "5 + min(2, access - 1)", elite = 2, base = "-4 + 3 * min(1, did.report_back)" },
  loses = { cohesion = "choose(did.report_back >= 1, 0, 3)" },
  warns = "Your own people: -4, or only -1 if you also report back this round." }

-- The repair of a closed door: open it afterwards.
verb "report_back" {
  name = "Report back", say = "{who} tells its own people whom it met and what was said.",
  about = "Your quiet meetings of this round become public, and they cost you less at home.",
  starter = true, style = "with", step = "build",
  time = 1, once_per_round = true,
  gives = { base = 1 }, loses = { elite = "choose(confidential.me, 1, 0)" }, does = { publish { what = "engage" } },
  warns = "Everyone will see whom you met. In a group that works behind doors, deciders like it less." }

-- On the record, with figures if you have them.
verb "lobby" {
  name = "Lobby", say = "{who} puts its case to {target} on the record.",
  about = "A written case. One piece of evidence is spent if you have it and do not keep it back. It counts for deciders who read figures.",
  starter = true, style = "to", step = "access",
  time = 1, target = "decider", sides = true, needs = { know = 1 },
  asks = { figures = { shown = 0, kept_back = 1 } },
  gate = "elite", let = { proof = "choose(figures == 0, min(1, evidence), 0)" }, costs = { evidence = "proof" },
  gives = { stance = "3 + proof * target.hears_evidence", elite = 1 }, loses = { base = 1 },
  warns = "It is on the public record. Figures that are shown are used up." }

-- Numbers in the street. Deciders feel the heat; some of them turn against it.
verb "mobilise" {
  name = "Mobilise people", say = "{who} brings people to the door of {target}.",
  about = "Heat on one decider and a little public support. People get tired, and where there is little room to act they get hurt.",
  starter = true, style = "with", step = "pressure",
  time = 1, target = "decider", sides = true, needs = { people = 1 },
  gate = "base", tires = true, breadth = true, let = { crowd = "min(8, people)" },
  gives = { heat = "crowd", public = { tenths = "crowd * 10 // 6" }, base = 3, fatigue = 1 },
  loses = { elite = 3, people = "choose(civic <= 4, 1, 0)" },
  -- Being seen counts a little whoever comes; where room to act is small, a call to the street is seen even more.
  does = { gain { what = "public", by = "side * choose(civic <= 4, 3, 1)" } },
  warns = "Tired people bring less next round. Some deciders harden when they feel heat." }

-- One voice, one story, one true figure, said to a face.
verb "speak_truth" {
  name = "Truth to power", say = "{who} says to {target} what others only say at home.",
  about = "Spends a story, or else a piece of evidence. It moves the public and those who listen to the public; the others harden.",
  starter = true, style = "to", step = "pressure",
  time = 1, target = "decider", sides = true, when = "story >= 1 or evidence >= 1",
  closed = "You need a story told with consent, or a piece of evidence.",
  gate = "base", together = false,
  let = {
    told = "choose(story >= 1, 1, 0)", force = "choose(story >= 1, 6, 3)",
    tied = "choose(public < 60, sum(choose(owner.target == actors, restricted.actors.me, 0)), 0)" },
  costs = { story = "told", evidence = "1 - told" },
  gives = {
    public = "force", stance = { tenths = "force * 10 * target.hears_public // 3" }, base = 4 },
  loses = {
    stance = { by = 2, gate = false }, elite = 2, money = "tied",
    restricted = { actors = { me = "choose(public < 60 and owner.target == actors, restricted.actors.me, 0)" } } },
  warns = "Whose story is it? Money tied by the owner of this decider may be lost." }

-- A way of seeing, repeated until people use it.
verb "campaign" {
  name = "Spread a frame", say = "{who} puts '{target}' on posters, stalls and screens.",
  about = "Moves the public and makes every room speak a little more this way. Costs one money, or a second hour with two people or more.",
  starter = true, style = "for", face = "invisible", step = "voice",
  time = 1, target = "frame", sides = true, when = "money >= 1 or (people >= 2 and time >= 2)",
  closed = "You need one money, or two people who give an extra hour.",
  gate = "public", breadth = true, together = false,
  costs = { money = "min(1, money)", time = "choose(money >= 1, 0, 1)" },
  gives = {
    public = { tenths = "choose(my.public < 20, 5, 10) * (2 + target.appeal)" },
    frame = { arenas = { target = { tenths = 4 } } } },
  loses = { cohesion = "choose(any(agenda.me == frames) and agenda.me ~= target, 5, 0)" },
  warns = "A frame brings its rider along. Off the common agenda it costs cohesion." }

-- The slow one, and the one most often skipped.
verb "listen" {
  name = "Listen", say = "{who} goes from door to door and listens.",
  about = "A story that may be told, and standing at home and in the place. It presses on nobody.",
  starter = true, style = "with", step = "learn",
  time = 1, gives = { story = 1, base = 4, locals = 3 },
  warns = "Slow: it moves no decider this round." }

-- Find out what is true, or what somebody across the table is thinking.
verb "research" {
  name = "Research", say = "{who} looks into {target}: {find_out}.",
  about = "Two pieces of evidence, and one fact that only your team learns. The fact: where a decider leans, what it wants of one clause, or how one frame reaches it. Of a team you learn how far it trusts you.",
  starter = true, style = "for", seen = "quiet", step = "learn",
  time = 1, target = "decider, actor", costs = { money = 1 },
  asks = { find_out = "where_they_lean, clause, frame" },
  gives = { evidence = 2 },
  does = { reveal { about = "find_out", of = "target", to = "me" } },
  warns = "It costs money and moves nobody." }

-- Later verbs of the deck (ally_within, disrupt, organise, stall, fund ...) join this file when the engine plays them.
