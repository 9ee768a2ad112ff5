-- Where people meet, and who decides. The speaker keeps the order of the committee; the engine plays the speaker.

arena "committee" { name = "Bill committee", kind = "formal", space = "invited", level = "national", weight = 2,
  members = { caucus = "vote", lawyers = "seat", survivors = "seat", faith = "seat", elders = "seat", treasury = "seat" },
  chair = "fixed", slots = 2, meets = "every_round",
  decides = "by_quota", quota = 6, issues = "homes",
  about = "Five votes of different weight, eleven in all; six are enough. What is minuted here is read back on the last day." }
arena "breakfast" { name = "The prayer breakfast", kind = "informal", space = "closed", level = "national", weight = 1,
  home_of = "caucus, elders, faith, treasury", meets = "on_call",
  about = "Eggs, tea, no minutes. Half of the law is made here, says everyone who is not invited." }
arena "square" { name = "The market square", kind = "informal", space = "claimed", level = "local", weight = 1,
  home_of = "survivors, faith", meets = "on_call", feeds = "committee",
  about = "Opens when somebody convenes it. Whoever comes may speak, and the committee hears of it." }

-- Weights 2, 3, 3, 2 and 1 with six needed. The one with a single vote tips the scale as often as the two with two.
-- A text that runs ahead of what is said about it makes the first three doubt: each step beyond the first draft, but
-- for the last one of the definition, wants
-- three points of talk about safety or rights. Once a guarantee has been asked for, the speaker and the back bench can
-- say yes to one that comes with a modest text.
decider "speaker" { name = "The speaker", arena = "committee", weight = 2, stance = -40,
  hears_public = 2, hears_heat = 1, hears_evidence = 3,
  resonance = { rights = 0, safety = 3, cost = 1, custom = 1, foreign = -2 },
  values = { scope = { 0, 2, 2, 6 }, remedy = { 0, 3, 4, 0 }, fund = { 0, 1, -2, -3 } },
  leans = "min(0, frame.committee.safety + frame.committee.rights - 3 * (min(2, draft.scope) + draft.remedy + draft.fund - 3)) + choose(guarantee == 1 and draft.fund == 3 and draft.scope + draft.remedy <= 4, 14, 0)",
  price = { clause = "fund", most = 1 }, hint = "An orderly house." }
decider "whip" { name = "The whip", arena = "committee", weight = 3, owner = "treasury", stance = -52,
  hears_public = 2, hears_heat = 2, hears_evidence = 2,
  resonance = { rights = -1, safety = 2, cost = 2, custom = 0, foreign = -2 },
  values = { scope = { 0, 1, -2, -1 }, remedy = { 0, 2, 0, -5 }, fund = { 0, -1, -5, -12 } },
  leans = "min(0, frame.committee.safety + frame.committee.rights - 3 * (min(2, draft.scope) + draft.remedy + draft.fund - 3))",
  price = { clause = "scope", most = 1 }, hint = "What will the party bear?" }
decider "backbench" { name = "The back bench", arena = "committee", kind = "bloc", weight = 3, stance = -32,
  hears_public = 3, hears_heat = 1, hears_evidence = 2,
  resonance = { rights = 1, safety = 3, cost = 2, custom = 1, foreign = -2 },
  values = { scope = { 0, 2, 3, 8 }, remedy = { 0, 3, 4, 2 }, fund = { 0, 1, 1, -1 } },
  leans = "min(0, frame.committee.safety + frame.committee.rights - 3 * (min(2, draft.scope) + draft.remedy + draft.fund - 3)) + choose(guarantee == 1 and draft.fund == 3 and draft.scope + draft.remedy <= 4, 14, 0)",
  price = { clause = "fund", most = 2 }, hint = "My voters talk to me." }
decider "tradition" { name = "Members for tradition", arena = "committee", kind = "bloc", weight = 2, owner = "elders", stance = -65,
  hears_public = 1, hears_heat = -1, hears_evidence = 1,
  resonance = { rights = -3, safety = 1, cost = 0, custom = 3, foreign = -3 },
  values = { scope = { 0, -3, -10, -20 }, remedy = { 0, -1, -6, -12 }, fund = { 0, 0, -2, -4 } },
  price = { clause = "scope", most = 0 }, hint = "We are not against women." }
decider "caucus_mp" { name = "The bill's mover", arena = "committee", weight = 1, owner = "caucus", stance = 20,
  hears_public = 1, hears_heat = 0, hears_evidence = 2,
  resonance = { rights = 3, safety = 2, cost = 1, custom = 0, foreign = 0 },
  values = { scope = { 0, 3, 6, 10 }, remedy = { 0, 3, 6, 8 }, fund = { 0, 3, 6, 8 } },
  hint = "I signed the draft." }
