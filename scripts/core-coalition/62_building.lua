-- Verbs that build, share and give: who gets stronger, and what it costs whoever was strong before.
-- Most of them press on nobody in the round they are used. They pay later, or they make others pay later.

-- People who know each other. It is slow, and everything else stands on it.
verb "organise" {
  name = "Organise people", say = "{who} knocks on doors and finds people who will come again.",
  about = "One more person for later, and standing at home and in the place. It presses on nobody this round.",
  style = "with", step = "build",
  time = 1, needs = { locals = 20 },
  gives = { people = "power_sum", base = 2, locals = 2 },
  warns = "Slow: nobody who decides will notice this round." }

-- Stop the works. Everybody looks, and not everybody likes it.
verb "disrupt" {
  name = "Disrupt", say = "{who} stops the daily business of {target}.",
  about = "Much heat on one decider. The decider hardens, the public takes the side it was on, and your partners pay with you.",
  style = "over", step = "pressure",
  time = 2, target = "decider", sides = true, needs = { people = 3 },
  gate = "base", let = { crowd = "min(14, 2 * people)" },
  gives = { heat = "crowd", base = 4, fatigue = 1 },
  loses = {
    stance = { by = 3, gate = false, repeats = false, together = false },
    elite = 5, members = { elite = 2 }, locals = 2, civic = { tenths = 5 } },
  -- The public leans to one side of the middle; being disturbed pushes it further that way.
  does = { gain { what = "public", by = "side * choose(side * (tenths(public) - 500) >= 0, 3, -3)" } },
  warns = "Your coalition partners lose standing with those who decide, too." }

-- Answer one story with another.
verb "counter_campaign" {
  name = "Run a counter-campaign", say = "{who} pays for another story: '{target}'.",
  about = "Moves the public for or against and makes every room speak more this way. Costs one money.",
  style = "over", face = "invisible", step = "voice",
  time = 1, target = "frame", sides = true, costs = { money = 1 },
  gate = "public", together = false,
  gives = { public = 3, frame = { arenas = { target = { tenths = 6 } } } }, loses = { peer = 1 },
  warns = "Other organisations see who paid for it." }

-- Make the room for action smaller, for everybody.
verb "restrict_space" {
  name = "Restrict civic space", say = "{who} writes new rules about who may gather where.",
  about = "Less room for people to act, and one more lock on every place they have claimed. Everyone who decides feels some heat.",
  style = "over", step = "block", plain = true,
  time = 1, who = "public_body",
  gives = { heat = { deciders = 1 }, door = { arenas = "choose(claimed.arenas, 1, 0)" } },
  loses = { civic = 1, me = { public = 3 } },
  warns = "A backlash: heat on every decider, and the public trusts you less." }

-- Money for others. Free money makes friends; tied money makes somebody careful.
-- A string needs a yes: ask the other in BACKSTAGE, with the same amount, before you plan it.
verb "fund" {
  name = "Give a grant", say = "{who} gives {amount} money to {target}{strings|without=|with=, with strings}.",
  about = "Money for an actor or for the pool of a coalition. Without strings it wins trust. With strings the other may not disrupt or speak out against those you answer for while the money lasts.",
  style = "for", step = "transfer",
  time = 0, target = { "actor", "coalition" },
  asks = { amount = { 1, 6 }, strings = { without = 0, with = 1 } },
  costs = { money = "amount" },
  gives = { peer = "choose(strings == 0, 2, 0)", trust = { target = { me = "choose(strings == 0, 1, 0)" } } },
  loses = { target = { base = "choose(strings == 1, 1, 0)" } },
  does = {
    grant { who = "target", by = "amount", when = "strings == 0" },
    grant { who = "target", by = "amount", tied = true, shuts = "disrupt, speak_truth", when = "strings == 1" } },
  warns = "A string needs the other's yes in BACKSTAGE. While it lasts, disrupt and speaking out against your deciders are closed." }

-- Help from far away: quick, strong, and somebody will say so.
verb "accept_intl" {
  name = "Accept foreign help", say = "{who} accepts {target}{lead|theirs=|ours=, led from here}.",
  about = "Four money, one knowledge, and a seat where the world meets. Who leads, you or they? An hour to negotiate local lead saves much of the standing in the place.",
  style = "for", step = "transfer",
  time = 0, target = "offer", once_per_target = true,
  asks = { lead = { theirs = 0, ours = 1 } }, costs = { time = "lead" },
  gives = { money = 4, know = 1, abroad = 1,
    frame = { arenas = { frames = { tenths = "choose(outsider.frames, choose(civic <= 6, 12, 6), 0)" } } } },
  loses = { locals = "choose(lead == 1, 2, 6)", base = "choose(lead == 1, 0, 2)" },
  does = { position { who = "me", arena = "global", place = "seat" } },
  warns = "Led by them: place -6, own people -2. Led from here: place -2 and an hour. Either way outsiders' words grow and mobilising weakens." }

-- A table that was not there before. Somebody has to put the chairs out.
verb "convene" {
  name = "Convene a meeting", say = "{who} calls {guests} to {target}.",
  about = "A place that people can claim meets next round, with your guests. You take the chair, or whom you hand it to. Those at home there speak with more weight.",
  style = "with", step = "build",
  time = 1, target = "arena", needs = { peer = 20 },
  asks = { guests = "actors", chair = "actor" },
  gives = { cohesion = 4, peer = 2 },
  does = { open_arena { arena = "target", guests = "guests", chair = "chair" } },
  warns = "Look at who is not on the list. Those the matter affects take it ill when they are first asked after round 2." }

-- Some of your power in other hands, for a while.
verb "share_power" {
  name = "Share power", say = "{who} lends {target} {what|seat=a seat|vote=a vote|chair=the chair|pen=the pen|budget=a budget of two} for {how_long} rounds.",
  about = "A seat, a vote, the chair, the pen or a budget of two money. It is lent until a round and then back with you. Others respect it, those who decide do not.",
  style = "with", step = "build",
  time = 1, target = "actor",
  asks = { what = { seat = 1, vote = 2, chair = 3, pen = 4, budget = 5 }, where = "arena", how_long = { 1, 3 } },
  gives = { trust = { target = { me = 2 } }, target = { locals = 3 }, peer = 4 }, loses = { elite = 2 },
  does = { loan { who = "target", from = "me", arena = "where", place = "what", by = 2, rounds = "how_long" } },
  warns = "Until it is back you do without it. It can be taken back, and it can be made to last." }

-- The same for good.
verb "transfer_power" {
  name = "Hand power over", say = "{who} hands {target} {what|seat=its seat|vote=a vote|chair=the chair|pen=the pen} for good.",
  about = "A seat, a vote, the chair or the pen changes hands and does not come back. The other needs you a little less from then on.",
  style = "for", step = "build",
  time = 1, target = "actor",
  asks = { what = { seat = 1, vote = 2, chair = 3, pen = 4 }, where = "arena" },
  gives = { target = { base = 4 }, peer = 6 }, loses = { importance = { target = { me = 1 } } },
  does = { position { who = "target", from = "me", arena = "where", place = "what" } },
  warns = "It cannot be undone." }

-- What was lent stays, and is written down. It takes both.
verb "institutionalise" {
  name = "Make loan permanent", say = "{who} wants what was lent to stay.",
  about = "A loan between you and somebody else becomes part of how things are done here. A result that stands on it lasts longer.",
  style = "with", step = "build",
  time = 1, target = "position", costs = { money = "choose(lender.target == me, 1, 0)" },
  does = { loan { embed = true } },
  warns = "Both sides must plan it in the same round, or the hour is gone, and the lender's money with it." }

-- Leading by being quiet.
verb "step_back" {
  name = "Step back", say = "{who} leaves the floor to {target}.",
  about = "A partner has two more voices in its next meeting and you have none. It holds a group together like few other things.",
  style = "with", step = "build",
  time = 1, target = "actor", target_when = "together.me.target and target ~= me",
  closed = "Only for a member of a coalition of yours.",
  gives = { cohesion = 5, peer = 3, trust = { members = { me = 1 } } }, loses = { me = { public = 3 } },
  does = { voice_gift { who = "target", by = 2 } },
  warns = "Your name is not in the story: no voice in your next meeting, and no credit to claim this round." }

-- Tea, a ride home, a question that is not about the campaign.
verb "care" {
  name = "Look after people", say = "{who} looks after {for_whom|self=its own people|coalition=everyone in the coalition}.",
  about = "Tired people are rested. With the coalition it also holds better. You learn how far one other actor trusts you.",
  style = "with", step = "build",
  time = 1, asks = { for_whom = { self = 0, coalition = 1 }, whose_trust = "actor" },
  when = "whose_trust ~= me and (for_whom == 0 or any(together.me.others))",
  closed = "Choose somebody else to listen to; and you need a coalition to look after one.",
  gives = { cohesion = "choose(for_whom == 1, 3, 0)" },
  does = {
    set { what = "fatigue", who = "me", to = 0, when = "for_whom == 0" },
    set { what = "fatigue", who = "members", to = 0, when = "for_whom == 1" },
    reveal { what = "band", of = "whose_trust", to = "me" } },
  warns = "It moves no decider this round." }
