-- How it can end: the first that fits is told. Losing on paper can be a good ending, and winning a poor one.

ending "swallowed" { name = "Swallowed", tone = "hard",
  when = "passed.cabinet and signed == 1 and link.base < 65",
  text = "The partnership opens with a ribbon. Link's name is on the fourth page, under partners. The kettle has moved to a kitchen with a rota. On Wednesday two mothers stand at the boat house and read the new opening hours.",
  ask = "When was the moment to say no, and who could have said it?" }
ending "co_designed" { name = "Made together", tone = "hopeful",
  when = "passed.cabinet and law.reach >= 2 and law.choice >= 1 and law.seat >= 1",
  text = "The first meeting of the new partnership starts late, because a father finds the room and nobody there. He sits down and waits. When the others arrive, his words are already on the board, and they stay there.",
  ask = "Whose sentence is in the text, and how did it get there?" }
ending "hollow" { name = "A hollow partnership", tone = "hard",
  when = "passed.cabinet and law.choice == 0 and law.seat == 0",
  text = "There is a logo, a launch and a desk. Families who find the desk are helped. Those who do not are not in the figures, and so the figures are good.",
  ask = "Who gained from a partnership that looks like one?" }
ending "niche" { name = "A small survivor", tone = "mixed",
  when = "passed.cabinet and law.choice == 0 and link.locals >= 75",
  text = "The partnership has its desk. The boat house keeps its kettle. The two send people to each other, and neither says so in its report.",
  ask = "Is surviving at the edge a success, and for whom?" }
ending "part_way" { name = "Part way there", tone = "mixed",
  when = "passed.cabinet",
  text = "Some of it is in. The plan has a sentence that was not there in spring, and a gap where another one should be. Everyone knows both by heart.",
  ask = "What was given for agreement, and was it yours to give?" }
ending "slow_build" { name = "A slow build", tone = "hopeful",
  when = "together.link.schools",
  text = "The cabinet sends the paper back. But on Thursday there is a table in the school hall, with a kettle on it. Two organisations share one key.",
  ask = "What exists now that no vote can take away?" }
ending "deferred" { name = "Put off", tone = "hard",
  text = "The item moves to the next meeting, and the next meeting moves to autumn. The form is still nine pages long. Somebody begins to make a list of names.",
  ask = "Who can wait, and who cannot?" }

-- Two years later: a new leader, and the question who holds what was agreed.
shock "new_leader" { name = "A new leader", arena = "cabinet",
  text = "After the election the county has a new leader. The first letter asks why parents sit at the table.",
  stands_when = "durability >= 50",
  if_stands = "Three organisations answer before the parents have to. The chairs stay where they are.",
  if_falls = "The seat becomes a newsletter. It is friendly, and it comes by post.",
  loses = { law = { seat = 1 } } }
