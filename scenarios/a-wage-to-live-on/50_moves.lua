-- Three trade-offs of this case. Each names its gain and its price.

-- In a city that has begun to watch its employers, a closed door that nobody opens afterwards is talked about.
change "engage" {
  gives = { stance = "5 + min(2, access - 1)", elite = 2, base = "-5 + 4 * min(1, did.report_back)" },
  loses = {
    cohesion = "choose(did.report_back >= 1, 0, 3)",
    public = { by = "choose(did.report_back >= 1, 0, 1)", gate = false, repeats = false, together = false } },
  warns = "Your own people: -5, or only -1 if you also report back this round. Unreported, it costs your cause public support: 1." }

-- Who speaks for a movement: one gifted person, or a different one each time. Each group decides that once, and pays with the choice.
tradeoff "star_speaker" {
  name = "One gifted speaker", who = "parents, faith, union, schools", plain = true,
  say = "{who} lets one gifted speaker stand for all.",
  about = "The hall is silent, the papers quote it. The others carried the chairs.",
  costs = { platform = 1 }, when = "platform.me == 1", closed = "You have already chosen who speaks for you.",
  gives = { public = 3, me = { public = 4 } },
  loses = { members = { trust = 1 } },
  warns = "Partners who did not speak trust you a little less." }

tradeoff "rotate" {
  name = "Rotate the platform", who = "parents, faith, union, schools", plain = true,
  say = "{who} hands the platform on, a new voice every time.",
  about = "Four people who have never held a microphone. Some of it cannot be heard at the back.",
  costs = { platform = 1 }, when = "platform.me == 1", closed = "You have already chosen who speaks for you.",
  gives = { cohesion = 4, base = 2 },
  loses = { public = 1 },
  warns = "Less polish costs a little with the public. What grows is inside." }

tradeoff "quiet_talks" {
  name = "Accept quiet talks", who = "union", once = true,
  say = "{who} agrees to quiet talks with the bank.",
  about = "The bank offers a room on the eleventh floor, if its general meeting stays calm.",
  when = "round < 3 and talks == 0", closed = "The bank's offer has run out.",
  gives = { access = 1, elite = 4, talks = 1 },
  loses = { trust = { parents = { me = 1 }, faith = { me = 1 } }, base = 3 },
  warns = "The parents and the congregations will hear of it in the lift." }
