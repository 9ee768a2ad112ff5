-- Stock rules with a different deck. Nothing here needs a line of the engine.
use "core-coalition" { without = "mobilise, rested" }
scenario { format = "hour", players = { 2, 8 }, settings = { mind_change = 20 },
  opening = "The old bridge is closed. Two villages want it back, and the town keeps the key to the money." }

-- 1. A NEW NUMBER: favours that people owe each other.
memory "favours" { per = "actor", max = 9, start = { mill = 1 }, name = "Favours owed to it" }
memory "loaves" { max = 30, name = "Loaves given away" }

actor "bakers" { name = "The bakers", tags = "affected", brief = "They cross the river twice a day, by the long road.",
  has = { people = 3, access = 1 }, legitimacy = 50, wants = { bridge = 2 } }
actor "mill" { name = "The mill", tags = "incumbent", brief = "It owns the road and lives from the toll.",
  has = { money = 3, access = 2, know = 1 }, legitimacy = 50, wants = { bridge = 0 } }

issue "river" { name = "The bridge" }
clause "bridge" { name = "What is built", levels = { "Nothing", "A ferry", "A bridge" } }
frame "near" { name = "Near again", text = "Ten minutes are better than an hour.", appeal = 1 }
frame "toll" { name = "Who pays?", text = "A road costs money in every season.", rider = { clause = "bridge", most = 1 } }
arena "hall" { name = "Town hall", decides = "simple_majority", members = { bakers = "seat", mill = "vote" } }
decider "mayor" { weight = 2, stance = -10, resonance = { near = 1 }, values = { bridge = { 0, 1, 2 } } }

-- 2. A STOCK VERB, renamed, repriced and with other effects: it is paid in favours, and nobody at home minds.
change "engage" {
  name = "Share a loaf with", say = "{who} brings {target} a warm loaf.", warns = "It costs two favours.",
  needs = {}, costs = { favours = 2 }, gate = "base",
  gives = { stance = 9, base = 1, loaves = 1 }, loses = {} }

-- 3. A NEW VERB.
verb "bake" { name = "Bake for the neighbours", say = "{who} bakes before sunrise.", who = "bakers",
  costs = { people = 1 }, gives = { favours = "2 + people // 3", locals = 2 } }

-- 4. A NEW RULE: favours wear off when nobody asks for them.
rule "forgotten" { each = "actors", when = "favours >= 4", loses = { favours = 1 } }

ending "crossed" { when = "passed.hall and law.bridge >= 1", text = "On Monday somebody crosses the river to buy one loaf." }
ending "shut" { text = "The key stays where it is." }
