-- Where people meet, and who adopts. Nothing is voted on: each employer takes the text alone, or does not.

arena "assembly" { name = "The city assembly", kind = "informal", space = "claimed", level = "local", weight = 1,
  members = { parents = "vote", faith = "vote", union = "vote", schools = "vote", mayor = "seat", bank = "seat", hospital = "seat" },
  chair = "rotating", slots = 2, meets = { 1, 4 }, feeds = "city",
  about = "A thousand chairs in a hall with a kitchen. Testimony first, then one question to each guest: yes or no." }
arena "agm" { name = "Bank's general meeting", kind = "formal", space = "closed", level = "local", weight = 1,
  members = { bank = { vote = 1, chair = true }, parents = "seat", union = "seat", faith = "seat", contractor = "seat" },
  chair = "fixed", slots = 2, meets = { 2 }, feeds = "city",
  about = "Whoever holds one share may enter and ask one question. Three of you hold one share." }
arena "hospital_meeting" { name = "Hospital's open board", kind = "formal", space = "invited", level = "local", weight = 1,
  members = { hospital = { vote = 1, chair = true }, contractor = "seat", union = "seat", parents = "seat", schools = "seat" },
  chair = "fixed", slots = 3, meets = { 3 }, feeds = "city",
  about = "Item seven, cleaning. The public may speak for three minutes, and the minutes are kept." }
arena "city" { name = "The six employers", kind = "formal", space = "closed", level = "local", weight = 2,
  members = { bank = "vote", hospital = "vote", mayor = "vote" }, meets = "on_call",
  decides = "each_adopts", decides_in = { 2, 3, 4 }, issues = "pay",
  about = "From the second round on, each adopts when it is ready. When three of six have done so, it holds as the city's standard." }

-- A text that runs ahead of what is said about it makes every board doubt: from the second step beyond the first draft on, each one wants two
-- points of talk about a wage to live on or good business. Far ahead, it cools them for good (see 60_happenings).
-- Who could live with the widest cover if all others bore it too does so once the parents have asked for everybody.
-- Whom nobody speaks for comes first: what all hear equally well from the minutes then makes nobody dearer to anybody.
decider "university" { name = "The university", arena = "city", kind = "employer", stance = -39, threshold = 5,
  hears_public = 2, hears_heat = 2, hears_evidence = 3,
  resonance = { living_wage = 3, market_rate = 0, charity = 1, good_business = 1 },
  values = { rate = { 0, 1, 0, -4 }, cover = { 0, 1, 1, 0 }, check = { 0, 2, 2 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2)) + choose(chain == 1 and draft.cover == 3, 10, 0)",
  hint = "What does the evidence say?" }
decider "hotels" { name = "The hotel owners", arena = "city", kind = "employer", stance = -66,
  hears_public = 1, hears_heat = -1, hears_evidence = 1,
  resonance = { living_wage = -1, market_rate = 3, charity = 2, good_business = 2 },
  values = { rate = { 0, -2, -8, -14 }, cover = { 0, -3, -9, -15 }, check = { 0, 0, -3 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2))",
  hint = "Guests pay, or nobody does." }
decider "buses" { name = "The bus company", arena = "city", kind = "employer", stance = -48,
  hears_public = 2, hears_heat = 1, hears_evidence = 2,
  resonance = { living_wage = 1, market_rate = 2, charity = 0, good_business = 2 },
  values = { rate = { 0, 1, -2, -7 }, cover = { 0, 0, -3, -2 }, check = { 0, 1, 0 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2)) + choose(chain == 1 and draft.cover == 3, 10, 0)",
  hint = "Drivers are hard to find." }
decider "bank_board" { name = "Harbour Bank board", arena = "city", kind = "employer", owner = "bank", stance = -52,
  hears_public = 3, hears_heat = 1, hears_evidence = 1,
  resonance = { living_wage = 2, market_rate = 1, charity = 2, good_business = 3 },
  values = { rate = { 0, 2, 1, -2 }, cover = { 0, 1, -3, -12 }, check = { 0, 2, 1 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2))",
  hint = "Our name is our capital." }
decider "hospital_board" { name = "Hospital Trust board", arena = "city", kind = "employer", owner = "hospital", stance = -48,
  hears_public = 2, hears_heat = 1, hears_evidence = 2,
  resonance = { living_wage = 3, market_rate = 1, charity = 0, good_business = 1 },
  values = { rate = { 0, 1, -4, -9 }, cover = { 0, 2, -2, -5 }, check = { 0, 1, 0 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2)) + choose(chain == 1 and draft.cover == 3, 10, 0)",
  hint = "Every pound is a bandage." }
decider "city_hall" { name = "City hall", arena = "city", kind = "employer", owner = "mayor", stance = -34,
  hears_public = 3, hears_heat = 2, hears_evidence = 1,
  resonance = { living_wage = 3, market_rate = -1, charity = 1, good_business = 2 },
  values = { rate = { 0, 2, 2, -1 }, cover = { 0, 2, 2, 1 }, check = { 0, 2, 3 } },
  leans = "min(0, frame.city.living_wage + frame.city.good_business - 2 * (draft.rate + draft.cover + draft.check - 2)) + choose(chain == 1 and draft.cover == 3, 10, 0)",
  hint = "Is the city with you?" }
