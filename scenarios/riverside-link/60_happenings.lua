-- What happens. In every round the facilitator may also bring one of these up by hand.

happening "bulletin" { name = "Early support bulletin", at = 1,
  text = "Two pages from the ministry, on 'early support'. The language is soft enough for everyone to find a home in it. Whoever reads it aloud first will decide what it means in this county.",
  readings = "place, early_help, efficiency" }

happening "referrals_fall" { name = "Referrals fall", from = 2, when = "draft.choice == 0",
  foreshadow = "The council desk has a new form. It is nine pages long.",
  text = "Since only the desk may refer, half as many families arrive. Link's grant is paid by the head. Those who do come say: you never asked us for a form.",
  gives = { link = { base = 2 } }, loses = { link = { money = 1 } } }

happening "inspection_praise" { name = "An inspector writes", from = 2, when = "link.locals >= 73",
  text = "An inspector came for an hour and stayed for three. Her report has one warm sentence about the boat house. In the cabinet the member for children reads it out twice.",
  gives = { link = { elite = 5 }, children = { stance = 3 } } }

happening "cut" { name = "Cut from above", when = "round == rounds - 1",
  foreshadow = "The ministry has moved its press conference to Friday. That is never good.",
  text = "The ministry takes back one pound in ten, this year, now. The council must say today where it falls.",
  who_chooses = "council", default = "trim",
  choices = {
    { id = "protect", text = "Protect all services from reserves", costs = { money = 2 } },
    { id = "close_desk", text = "Close the data desk", gives = { money = 1, data_closed = 1 },
      loses = { trust = { institute = { council = 1 } } } },
    { id = "trim", text = "Trim every budget a little", loses = { finance = { pull = 4 } } } } }

happening "burnout" { name = "Who helps whom?", when = "link.fatigue >= 2",
  text = "A volunteer of nine years hands in her key and cannot say why. In the boat house somebody puts a card on the fridge: who looks after whom?",
  loses = { link = { people = 1 } },
  does = { tell { text = "tired_people", to = "link", with = { n = "link.people" } } } }
text "tired_people" "{n|one=# person is|other=# people are} left to open the door next week."

-- A text that asks for everything at once: at the end of each round the cabinet cools by five.
rule "all_at_once" { name = "All at once",
  loses = { deciders = { stance = "5 * max(0, draft.reach + draft.choice + draft.seat - 6)" } } }
