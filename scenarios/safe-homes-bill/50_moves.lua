-- Three trade-offs of this case. Each names its gain and its price.

-- The grant from abroad can be taken once, by one of the two, in one of two ways. The offer is paid with: if both
-- reach for it in the same round, the first in the order of the roles has it and the other is told so.
tradeoff "grant_fast" {
  name = "A quick grant", who = "lawyers, survivors",
  say = "{who} takes a grant from abroad, as it is offered.",
  about = "Money and know-how at once. The logo comes with it, and the place notices before you have printed a page.",
  costs = { grant_offer = 1 }, when = "grant_offer == 1", closed = "The grant is taken already.",
  gives = { money = 4, know = 1, abroad = 1, frame = { arenas = { foreign = { tenths = 12 } } } },
  loses = { locals = 6, base = 2 },
  warns = "'Not from here' will be said more loudly in every room, and your own call to the street weakens." }

tradeoff "grant_fair" {
  name = "A locally-led grant", who = "lawyers, survivors", time = 1,
  say = "{who} negotiates a grant under local lead.",
  about = "An hour of work to have the name, the account and the decision here. The same money, half the talk.",
  costs = { grant_offer = 1 }, when = "grant_offer == 1", closed = "The grant is taken already.",
  gives = { money = 4, know = 1, abroad = 1, frame = { arenas = { foreign = { tenths = 6 } } } },
  loses = { locals = 2 },
  warns = "It takes an hour of this round, and some will still say 'not from here'." }

tradeoff "leave_fund_out" {
  name = "Leave money out", who = "caucus", plain = true,
  say = "{who} takes a step of money out of the draft.",
  about = "The whip has asked for it twice, politely. The draft falls by one level of money.",
  when = "draft.fund >= 1", closed = "There is no money left in the draft to take out.", once = true,
  gives = { whip = { stance = 5 } },
  loses = { draft = { fund = 1 }, trust = { survivors = { me = 1 }, lawyers = { me = 1 } } },
  warns = "The survivors and the lawyers will read it in the draft, and remember who held the pen." }

-- The lawyers count at their own cost: nobody here fills a common purse.
change "measure" {
  about = "Two numbers are shown exactly to all members until the end, and to everyone if you work in the open. You pay for the counting.",
  costs = { money = 1 } }
