-- Lines that start with two dashes are notes for people. The game ignores them.
use "press-cycle" { settings = { mood_at_start = 6 } }
scenario { format = "two_hours", players = { 4, 16 }, goal = "Decide what a fair wage is, and who says so.",
  opening = "The cleaners start at four in the morning. Nobody on the committee has met one.",
  deck = "lobby, mobilise, report_back, listen, campaign, share_power, call_press" }
content_note { topics = "low pay", text = "Low pay may be part of your own life. You may pass or swap at any time." }
-- 1. NUMBERS THE STORY REMEMBERS
memory "promise" { max = 1, name = "The council has promised a vote" }
memory "signed"  { max = 1, per = "actor", seen_by = "owner", name = "Signed a quiet deal" }
-- 2. WHO IS THERE
actor "cleaners" { name = "Cleaners' circle", tags = "affected, community", seat = "player",
  brief = "They clean the rooms in which their pay is decided. They want hours they can live with.",
  has = { people = 5, money = 1, story = 2 }, legitimacy = { base = 75, public = 45, elite = 20 },
  wants = { rate = 3, hours = 2 },
  red_lines = { { when = "law.hours < 1", text = "Your members ask why the nights stayed split." } } }
actor "union" { name = "Service union", constituencies = "workers, members", trust = { cleaners = 1 },
  brief = "Can fill a square and read a contract.", private = "Your branch office is short of money.",
  has = { people = 8, money = 6, access = 2 }, legitimacy = { base = 50, elite = 45 }, wants = { rate = 2 },
  hidden = { when = "union.money >= 8", text = "Keep the branch office open.",
             reveal = "Without new money the branch would have closed in spring." } }
actor "council" { name = "Town council", tags = "public_body", line_delay = true, wants = { rate = 1 },
  brief = "Buys the cleaning and answers for every penny. Wants quiet and a clean building.",
  has = { money = 9, know = 3, access = 6 }, legitimacy = { elite = 75, base = 40 } }
actor "contractor" { name = "Brightway Cleaning", tags = "incumbent", seat = "computer", persona = "balanced",
  brief = "Runs the contract at a thin margin. Wants the next one.",
  has = { money = 4, know = 2, access = 3 }, wants = { rate = 0 } }
-- 3. WHAT IT IS ABOUT, AND WHERE IT IS DECIDED
issue "wage" { name = "Pay for cleaning public offices", public = 40 }
clause "rate" { start = 1, levels = { "Legal minimum", "A tenth more", "Living wage in two years", "Living wage now" } }
clause "hours" { levels = { "Split nights", "One shift", "Daytime" } }
frame "enough" { name = "Enough to live on", text = "Full-time work should pay a full week's food.",
  appeal = 3, title = "The Enough to Live Wage" }
frame "value" { name = "Value for money", text = "Every penny comes from somebody's rates.",
  start = 2, appeal = 1, rider = { clause = "rate", most = 2 } }
arena "committee" { name = "Contracts committee", space = "invited", weight = 3, slots = 2,
  members = { council = "chair", union = "vote", contractor = "seat", cleaners = "seat" },
  decides = "two_thirds", decides_in = 4 }
arena "canteen" { name = "Canteen at five", kind = "informal", space = "claimed", home_of = "cleaners",
  members = { cleaners = "chair", union = "seat" }, feeds = "committee" }
decider "mayor" { weight = 3, stance = -10, hears_public = 2, resonance = { enough = 1, value = 2 },
  values = { rate = { 0, 3, 1, -6 } }, price = { clause = "hours", most = 1 }, hint = "I have met none of them." }
decider "finance" { weight = 2, stance = -35, owner = "council", resonance = { value = 3 } }
decider "ward_bloc" { kind = "bloc", weight = 4, stance = 5, hears_public = 3, hears_heat = 1 }
-- 4. WHAT PEOPLE CAN DO
verb "payslip_stall" {
  name = "Open a payslip stall", say = "{who} reads payslips aloud in the market square.",
  who = "cleaners, union", target = "decider", sides = true, gate = "base", tires = true,
  let   = { crowd = "min(6, people)" }, costs = { people = 1 },
  gives = { heat = "crowd", public = { by = "2 + story // 2", gate = false }, base = 3 },
  loses = { elite = 4, contractor = { trust = 1 } }, warns = "Doors close when voices rise." }
tradeoff "quiet_deal" {
  name = "Sign a quiet deal", say = "{who} and the council sign something nobody has read.",
  who = "union", when = "promise == 0", closed = "The vote is promised: there is nothing left to sign.",
  gives = { money = 4, access = 2, signed = 1 }, loses = { base = 8, cleaners = { trust = 1 } },
  warns = "The cleaners will hear about this." }
point_of_power "read_the_payslip" { target = "frame", bid = { 1, 2 }, label = 40, utters = "2 + bid",
  name = "Read a payslip to the room", say = "{who} reads: '{words}'.", who = "cleaners, union",
  costs = { story = 1 }, gives = { base = 1 } }
-- 5. WHAT HAPPENS
happening "tender" { at = 2, foreshadow = "The cleaning contract ends this year.",
  text = "The contract is up for tender. How does the council write the call?",
  who_chooses = "council", default = "cheapest", choices = {
    { id = "cheapest", text = "Lowest price wins", gives = { elite = 2 }, loses = { public = 3 } },
    { id = "fair_pay", text = "Fair pay counts for half", costs = { money = 2 },
      gives = { public = 6, council = { public = 3 } }, loses = { contractor = { trust = 1 } } } } }
window "budget_week" { from = 3, to = 3, pull = 4, text = "Budget week: everybody reads the papers." }
rule "tired_feet" { each = "actors", when = "people >= 5 and base < 40", loses = { people = "percent(20, people)" } }
-- A rule written as a function looks at g and returns what should change. It remembers nothing.
on "round_ends" (function (g)
  local changes, loudest = {}, g.cleaners
  for _, a in ipairs(g.actors) do
    if a.base > loudest.base then loudest = a end
  end
  if g.promise == 0 and g.public.wage >= 55 and loudest.tags.affected then
    changes[#changes + 1] = set { what = "promise", to = 1 }
    changes[#changes + 1] = tell { text = "vote_promised", with = { who = loudest.id } }
  end
  return changes
end)
text "vote_promised" "Because of {who}, the council promises a public vote before the budget."
-- 6. HOW IT CAN END (the first that fits), and what two years do to it
ending "won_together" { when = "passed.committee and law.rate >= 2 and cleaners.base >= 60",
  text = "A wage, won together.", tone = "hopeful" }
ending "won_for_them" { when = "passed.committee and union.signed == 1", text = "A wage - but who spoke?" }
ending "hollow" { when = "passed.committee", text = "A press release, and the same alarm clock." }
ending "not_yet" { text = "The budget passes without the wage. The phone list is longer now.", tone = "hard" }
shock "new_owner" { text = "Brightway is sold.", arena = "committee", stands_when = "durability >= 50",
  if_stands = "The wage is in the contract, so it stays.", if_falls = "The new owner reads the small print.",
  loses = { law = { rate = 1 } } }
journal "four_am" { at = "end", ask = "Whose words are in the final text, and who got up at four?" }
