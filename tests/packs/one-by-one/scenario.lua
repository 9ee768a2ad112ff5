-- Four employers; the text holds for the town when three have taken it.
scenario { format = "two_hours", players = { 2, 6 },
  opening = "Four employers, one town, and a number that nobody wants to be the first to say." }
actor "clerks" { name = "The clerks", tags = "affected", brief = "They count every month, and it never fits.",
  has = { people = 3, know = 2, access = 1 }, wants = { rate = 3 } }
actor "chamber" { name = "The chamber", tags = "incumbent", brief = "It speaks for those who pay.",
  has = { money = 4, access = 3, know = 2 }, wants = { rate = 1 } }
issue "pay" { name = "Pay in town" }
clause "rate" { name = "The rate", start = 1, levels = { "As today", "A little", "A living", "A living and sick pay" } }
frame "living" { name = "A living", text = "Work should feed those who do it.", appeal = 1 }
arena "town" { name = "The town", decides = "each_adopts", decides_in = { 2, 3, 4 },
  members = { clerks = "seat", chamber = "vote" } }
decider "bank" { name = "The bank", stance = -50 }
decider "school" { name = "The school", stance = -50 }
decider "mill" { name = "The mill", stance = -50 }
decider "buses" { name = "The buses", stance = -50, threshold = 5 }
ending "for_all" { when = "passed.town", text = "The number is on every door." }
ending "for_some" { when = "any(adopted.deciders.rate >= 1)", text = "Some doors have the number." }
ending "nowhere" { text = "Nobody said it first." }
