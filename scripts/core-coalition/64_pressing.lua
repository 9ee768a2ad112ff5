-- Verbs that press, block, go to court and change the rules. None of them is on the table unless a case names it:
--   scenario { deck = "engage, lobby, litigate, change_rules" }  or an actor's own deck.

-- What these verbs cost beyond what stands on their cards.
setting "champion_least" { start = -15, min = -200, max = 200, name = "Least support of a champion",
  ask = "How far may a decider lean the other way and still be won as a champion?" }
setting "champion_price" { start = 5, min = 0, max = 20, name = "Stance lost past a champion's price" }
setting "suit_public" { start = 5, min = 0, max = 20, name = "Public support for a claim granted" }
setting "suit_trust" { start = 2, min = 0, max = 5, name = "Trust of the defendant lost in court" }
setting "suit_lapse" { start = 2, min = 0, max = 20, name = "Deciders' view of a suit given up" }
setting "offer_told" { start = 4, min = 0, max = 20, name = "Sector standing of an offer refused" }
setting "motion_affected" { start = 2, min = 0, max = 20, name = "Sector standing for letting them in" }
setting "motion_own_weight" { start = 1, min = 0, max = 5, name = "Trust lost by adding to one's weight" }

-- A decider who speaks for you when you are not in the room. There is a price, and it stands in the text.
verb "ally_within" {
  name = "Win a champion", say = "{who} wins {target} over to speak to its colleagues.",
  about = "From the next round on it moves the other deciders of its arena a little. It stops once the text goes past its price.",
  style = "over", face = "hidden", seen = "quiet", step = "access",
  time = 1, target = "decider", sides = true, needs = { access = 1, elite = 20 },
  loses = { base = 2 }, does = { champion { who = "target", tenths = 15 } },
  warns = "It asks for a limit in the text. If it leans too far the other way it will not listen, and nothing is spent." }

-- Not yet, not today, not on this agenda.
verb "stall" {
  name = "Stall", say = "{who} asks for more time: {target}.",
  about = "Cools a decider of an arena where you have a place, or keeps an item off the next agenda. It never warms anybody.",
  style = "over", face = "hidden", seen = "quiet", step = "block",
  time = 1, target = "decider, item", gate = "elite", together = false,
  target_when = "any(sits.me.arenas and (arena.target == arenas or deals_with.arenas.target))",
  closed = "You need a place in the arena that decides on this.",
  loses = {
    stance = 4,
    public = { issues = { by = "choose(issue.target == issues or matter.target == issues, 2, 0)", gate = false, repeats = false } } },
  does = { defer { item = "target" } },
  warns = "Delay is noticed: public support for change falls by 2." }

-- A claim is built hearing by hearing. Who leaves it for a round has lost it.
verb "litigate" {
  name = "Go to court", say = "{who} argues in court: {target}.",
  about = "Progress by what you know and up to three pieces of evidence. The first hearing takes two hours and three money, each later round one hour.",
  style = "over", step = "court",
  time = 1, target = "claim",
  let = { proof = "min(3, evidence)", first = "choose(progress.target.me == 0, 1, 0)" },
  needs = { know = "2 * first" },
  costs = { money = "3 * first", time = "first", evidence = "proof" },
  does = { suit { claim = "target", by = "know + proof" } },
  warns = "The money is gone either way. A round without a hearing ends the suit." }

-- Somebody keeps looking after the cameras have left.
verb "monitor" {
  name = "Watch a clause", say = "{who} begins to watch over {target}.",
  about = "The clause counts as watched, which makes it last. You hear of broken promises about it, and when law says something else than the draft.",
  style = "with", face = "hidden", step = "learn",
  time = 1, target = "clause", when = "is.me.informal or know >= 2",
  closed = "You need to work outside offices, or two knowledge.",
  gives = { watched = 1 },
  loses = { trust = { actors = { me = "choose(answers_for.actors.target, 1, 0)" } } },
  does = { reveal { what = "promises", of = "target", to = "me" } },
  warns = "It strains a relationship: who owns a decider trusts you less." }

-- Two figures that everybody in the group reads in the same way.
verb "measure" {
  name = "Measure together", say = "{who} and its partners agree on two figures and count.",
  about = "Two numbers are shown exactly to all members until the end, and to everyone if you work in the open. Paid from the common pool.",
  style = "with", step = "learn",
  time = 1, when = "together.me.me", closed = "You measure together or not at all: join a coalition first.",
  asks = {
    first = { public_support = 1, room_to_act = 2, words_in_use = 3, standing = 4, heat_of_deciders = 5 },
    second = { public_support = 1, room_to_act = 2, words_in_use = 3, standing = 4, heat_of_deciders = 5 } },
  costs = { pool = { money = 1 } },
  does = {
    reveal { what = "numbers", of = "public", to = "members", when = "first == 1 or second == 1" },
    reveal { what = "numbers", of = "civic", to = "members", when = "first == 2 or second == 2" },
    reveal { what = "numbers", of = "frame", to = "members", when = "first == 3 or second == 3" },
    reveal { what = "numbers", of = "legitimacy", to = "members", when = "first == 4 or second == 4" },
    reveal { what = "numbers", of = "heat", to = "members", when = "first == 5 or second == 5" } },
  warns = "It may show your own weakness." }

-- An offer past the group, to one of them.
verb "divide" {
  name = "A side offer", say = "{who} has something for {target}, past its partners.",
  about = "At the next backstage a member of another coalition may take what you paid. If it does, that coalition holds less well.",
  style = "over", face = "hidden", seen = "quiet", step = "block",
  time = 1, target = "actor", costs = { money = 1 },
  does = { side_offer { who = "target", cohesion = 4, what = "money", by = 1 } },
  warns = "If it is refused, everybody hears of it and your sector thinks less of you." }

-- Who may speak, who counts, who sits in front. The most lasting moves are often these.
verb "change_rules" {
  name = "Change the rules", say = "{who} tables a motion on how {target} works.",
  about = "A motion for the next meeting of an arena where you have a vote. There those with a vote decide, by simple majority of votes cast.",
  style = "over", face = "hidden", step = "block",
  time = 1, target = "arena", target_when = "votes.me.target or chairs.me.target",
  closed = "You need a vote in this arena, or its chair.",
  asks = {
    new_rule = { more_yes_needed = 1, less_yes_needed = 2, more_clauses = 3, fewer_clauses = 4, chair_takes_turns = 5,
      chair_is_elected = 6, chair_by_lot = 7, let_in = 8, give_a_vote = 9, put_out = 10, decide_by_lot = 11, open_books = 12 },
    whom = "actor" },
  does = {
    motion { arena = "target", quota = 1, when = "new_rule == 1" },
    motion { arena = "target", quota = -1, when = "new_rule == 2" },
    motion { arena = "target", slots = 1, when = "new_rule == 3" },
    motion { arena = "target", slots = -1, when = "new_rule == 4" },
    motion { arena = "target", chair = "rotating", when = "new_rule == 5" },
    motion { arena = "target", chair = "elected", when = "new_rule == 6" },
    motion { arena = "target", chair = "lot", when = "new_rule == 7" },
    motion { arena = "target", add = "whom", when = "new_rule == 8" },
    motion { arena = "target", vote = "whom", when = "new_rule == 9" },
    motion { arena = "target", remove = "whom", when = "new_rule == 10" },
    motion { arena = "target", lot = true, when = "new_rule == 11" },
    motion { arena = "target", books = true, when = "new_rule == 12" } },
  warns = "Everybody sees who gains by the new rule. Adding to your own weight costs trust." }
