-- How it can end: the first that fits is told. A good law can be lost at home, and a lost vote can leave something standing.

ending "backlash" { name = "Backlash", tone = "hard",
  when = "public.homes < 25 or civic <= 3 or (not passed.committee and leads.committee.foreign)",
  text = "The bill is gone and nobody will touch the matter for some years. What remains is a sentence that one hears in queues: that it was never ours. Two offices have new locks.",
  ask = "When did the talk stop being about homes, and who could have turned it?" }
ending "lost_base" { name = "Lost the base", tone = "hard",
  when = "passed.committee and (caucus.base < 34 or survivors.base < 60)",
  text = "There is an act, and a photograph of the signing. In nine districts the phone is passed on as before. Somebody asks who those people in the picture are, and nobody at the table can say.",
  ask = "What would you have had to bring home, and when?" }
ending "strong_act" { name = "A strong act", tone = "hopeful",
  when = "passed.committee and law.remedy >= 2 and law.fund >= 1",
  text = "On a Friday night an officer looks for the form, finds it, and signs. It has a number and a budget line. Nobody applauds. A woman and two children take the last bus to a house with a light on.",
  ask = "Which unlikely ally made this possible, and what did it cost them?" }
ending "hollow_act" { name = "A hollow act", tone = "hard",
  when = "passed.committee and law.scope + law.remedy + law.fund <= 2",
  text = "The title is beautiful. There are three pages, and the third is the date. At the back door of the meeting house everything is as before. Only that people now say: but there is a law.",
  ask = "Who needed a law that looks like one?" }
ending "unfunded_act" { name = "Act without money", tone = "mixed",
  when = "passed.committee and law.fund == 0",
  text = "The orders are in the act and the officers have been told. The car has no fuel, the shelter is a paragraph. The lawyers begin to collect cases, one by one, for a court that may ask why.",
  ask = "Was the money the price of the law, or its heart?" }
ending "modest_act" { name = "A modest act", tone = "mixed",
  when = "passed.committee",
  text = "It is less than the network asked for and more than this house has ever given. A first line, a small budget, a definition with a gap in it. Everyone in the corridor knows where the gap is.",
  ask = "What was given for agreement, and was it yours to give?" }
ending "organised" { name = "Stalled, but organised", tone = "hopeful",
  when = "cohesion.survivors >= 45",
  text = "The bill goes back to its drawer. But there is a list now with names from four kinds of houses, and a second phone. Next year they will not need to be introduced to each other.",
  ask = "What exists now that no committee can send back?" }
ending "stalled" { name = "Stalled", tone = "hard",
  text = "No vote is lost, because the house rises before there are six. The report is filed under its grey binding. In the corridor they say that this was not the right moment, and shake hands.",
  ask = "Who can wait, and who cannot?" }

-- Two years later: the act still needs a signature, and somebody hopes that nobody remembers.
shock "assent_delayed" { name = "Assent is delayed", arena = "committee",
  text = "The act lies unsigned. A committee of the wise suggests one small correction to the part about remedies.",
  stands_when = "durability >= 40",
  if_stands = "Too many people know what is in it. It is signed as it was voted.",
  if_falls = "It is signed with the correction. What the act can do is one step less.",
  loses = { law = { remedy = 1 } } }
