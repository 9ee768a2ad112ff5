-- How it can end: the first that fits is told. A yes can be a loss, and a no can leave something standing.

ending "accredited" { name = "An accredited movement", tone = "hopeful",
  when = "passed.city and law.rate >= 2 and law.cover >= 1 and law.check >= 1",
  text = "A small plate goes up beside three doors. Next year somebody will come and look whether it is still true. At four in the morning nothing is different, except one thing. A woman on the bus has given notice in her second job.",
  ask = "Who can take credit for this, and who should?" }
ending "label_captured" { name = "A captured label", tone = "hard",
  when = "passed.city and not leads.city.living_wage",
  text = "There is a badge, a breakfast and a brochure with a cleaner on the cover. The sum from the kitchen table is not in it. People say the old name less and less, and then somebody else begins to use it.",
  ask = "When did the name change hands, and who noticed?" }
ending "one_off_rise" { name = "A rise, once", tone = "mixed",
  when = "passed.city and law.check == 0",
  text = "The letter comes with the pay slip: a little more, with our thanks. Nobody has promised what happens next year, and nobody is going to count. It pays for shoes.",
  ask = "What would have made it last, and what did you give it away for?" }
ending "first_pledges" { name = "First pledges", tone = "hopeful",
  when = "passed.city",
  text = "Three employers have signed something that can be read. It is not the figure, or not for everybody. On the wall of the hall there is a list with three names and twenty empty lines.",
  ask = "Which employer moved because another had?" }
ending "organised" { name = "Organised, not yet", tone = "hopeful",
  when = "cohesion.parents >= 40",
  text = "No plate beside any door. But a thousand people have sat in one hall, and the woman who chaired it had never chaired anything. They have put the chairs away and booked the hall again.",
  ask = "What can these people do now that they could not do in spring?" }
ending "tired_city" { name = "Tired", tone = "hard",
  text = "The hall is too dear for next month. The sum still hangs in three kitchens, under a magnet. At four in the morning the bus is full and nobody speaks.",
  ask = "Who carried this, and who let them?" }

-- Two years later: what was taken on is put to the test.
shock "new_chair" { name = "A new chairman", arena = "city",
  text = "The bank has a new chairman. He asks what the plate beside the door is for, and who comes to look at it.",
  stands_when = "durability >= 50",
  if_stands = "Too many people can answer him. He has himself photographed with the plate.",
  if_falls = "The plate is taken down for cleaning. Who looks after the promise is one step less clear.",
  loses = { law = { check = 1 } } }
shock "lean_year" { name = "A lean year", arena = "city",
  text = "Budgets are cut across the city, and the first line that people look at is the one with the cleaning.",
  stands_when = "public.pay >= 55 or watched.rate == 1",
  if_stands = "Somebody counts, and says so in public. The figure stays where it is.",
  if_falls = "The rate is frozen, which after two years is the same as a step down.",
  loses = { law = { rate = 1 } } }
