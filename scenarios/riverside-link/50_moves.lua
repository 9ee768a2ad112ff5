-- Three trade-offs of this case. Each can be made once, names its gain, and names its price.

tradeoff "contract_variation" {
  name = "Sign the variation", who = "link",
  say = "{who} signs a contract variation with the county.",
  about = "Three money for this year, tied by the council. While it lasts, Link does not speak out against the cabinet.",
  when = "signed == 0", closed = "There is only one contract to sign.",
  gives = { money = 3, restricted = { council = { me = 3 } }, elite = 4, signed = 1 },
  loses = { base = 5 },
  warns = "Your families will read the small print. While money is tied, 'speak truth to power' is closed." }

tradeoff "shared_lead" {
  name = "Share the lead", who = "bigcare", plain = true,
  say = "{who} offers to lead the partnership together with a small group.",
  about = "Others respect it and the member for children likes it. Your own staff do not know what it means for them.",
  when = "shared_lead == 0", closed = "The lead is shared already.",
  gives = { peer = 5, children = { stance = 3 }, shared_lead = 1 },
  loses = { base = 4, elite = 2 },
  warns = "You may have to explain to your staff why you gave something away." }

tradeoff "open_books" {
  name = "Open the books", who = "bigcare",
  say = "{who} puts its figures on the table for everyone.",
  about = "Everyone at the board can use your figures, also against you.",
  gives = { peer = 4, me = { public = 2 }, everyone = { evidence = 1 } },
  loses = { elite = 2 },
  warns = "Those who commission you did not ask for this much daylight." }

-- In a county where everybody knows the porter, a closed door that nobody opens afterwards is talked about.
change "engage" {
  gives = { stance = "5 + min(2, access - 1)", elite = 2, base = "-6 + 5 * min(1, did.report_back)" },
  loses = {
    cohesion = "choose(did.report_back >= 1, 0, 3)",
    public = { tenths = "choose(did.report_back >= 1, 0, 15)", gate = false, repeats = false, together = false } },
  warns = "Your own people: -6, or only -1 if you also report back this round. Unreported, it costs your cause public support: 1.5." }

-- The institute counts at its own cost: nobody here fills a common purse.
change "measure" {
  about = "Two numbers are shown exactly to all members until the end, and to everyone if you work in the open. You pay for the counting.",
  costs = { money = 1 } }

-- A contract with a string: who is paid by the county does not stand up against its cabinet.
change "speak_truth" { target_when = "arena.target ~= cabinet or restricted.council.me == 0",
  closed = "You need a story or a piece of evidence, and no money tied by the council." }
