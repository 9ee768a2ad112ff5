-- What happens. In every round the facilitator may also bring one of these up by hand.

happening "study" { name = "Household cost study", at = 1,
  text = "A university has gone from kitchen to kitchen and added up what a week costs. The study has a table on page nine and a cautious summary. By tomorrow it will have one name in the papers. It will be the name that somebody gives it today.",
  readings = "living_wage, market_rate, charity" }

happening "profits" { name = "A record year", at = 2,
  foreshadow = "The bank has ordered more chairs than usual for its general meeting.",
  text = "Harbour Bank reports the best year in its history. The chairman thanks everybody, and lists them. In the row behind the journalists somebody counts who was not on the list.",
  gives = { bank_board = { heat = 4 }, public = 2 } }

window "race" { name = "The city race", from = 3, to = 12, deciders = "city_hall",
  pull = "choose(public.pay >= 55, 4, 0)",
  text = "Whoever wants to be mayor is now asked one question on every doorstep. City hall looks at the mood of the city." }

happening "outsourcing" { name = "Item seven", at = 3,
  foreshadow = "A folder lies on the hospital's table, open at a page that has been turned before.",
  text = "The hospital must save three parts in a hundred by Friday. Brightline's offer for the cleaning is on the table, correct to the penny. The night manager has ten minutes, and the cleaners are in the corridor with their buckets.",
  who_chooses = "hospital", default = "keep",
  choices = {
    { id = "give", text = "Give the cleaning to Brightline", gives = { hospital = { money = 2 }, outsourced = 1 },
      loses = { trust = { union = { hospital = 2 } }, hospital_board = { stance = 3 } } },
    { id = "keep", text = "Keep it in the house", gives = { hospital = { base = 3 } }, loses = { hospital = { money = 1 } } } } }

-- From here on the widest cover is a question that can be asked. What the answer does is told by the boards: `leans` in
-- 40_rooms, where a text that binds everybody frightens four of the six less, because nobody is left to undercut them.
happening "van" { name = "The laundry van", from = 3, when = "draft.cover >= 1",
  foreshadow = "A grey van has been seen at the hospital, at the hotels and at the bus depot.",
  text = "Sheets for the hospital, towels for the hotels, overalls for the bus drivers. All of it is washed in one place outside the city, below the legal minimum. Each of the customers says the same: we would pay more, if we were not the only ones. At the kitchen table somebody asks how the next sentence begins.",
  who_chooses = "parents", default = "step",
  choices = {
    { id = "chain", text = "With 'everybody': then nobody is undercut",
      gives = { draft = { cover = 1 }, chain = 1 }, loses = { bank_board = { stance = 4 } } },
    { id = "step", text = "With one step after the other", gives = { public = 2 } } } }

happening "copycat" { name = "Their own badge", when = "frame.city.charity >= 4 or frame.city.good_business >= 5",
  text = "An employers' club launches a badge: a handshake in gold. It asks for nothing that its members do not do already. Three hundred firms apply in the first week.",
  gives = { frame = { city = { good_business = 1 } } } }

happening "tired" { name = "Who carries this?", when = "parents.fatigue >= 2",
  text = "The mother who brought the others has not come for two weeks. She sends a message at five in the morning: I am so tired. Somebody reads it aloud and asks: who carries this?",
  loses = { parents = { people = 1 } },
  does = { tell { text = "who_carries", to = "parents", with = { n = "parents.people" } } } }
text "who_carries" "{n|one=# person is|other=# people are} left at the kitchen table."

-- A text far ahead of the talk: at the end of each round every board cools by two for each point that is missing beyond
-- six.
rule "ahead_of_the_talk" { name = "Text before talk",
  loses = { deciders = { stance = "2 * max(0, 3 * (draft.rate + draft.cover + draft.check - 1) - frame.city.living_wage - frame.city.good_business - 6)" } } }
