-- Author tests: what the trade-offs, verbs and points of this case do.

test "one gifted speaker: heard outside, noticed inside" {
  play   = { { "found", "parents, faith, union" }, { "faith", "star_speaker" } },
  expect = { "public.pay == 48", "tenths(legitimacy.faith.public) == 632", "trust.parents.faith == -1", "trust.union.faith == -1",
             "trust.schools.faith == 0" } }

test "a rotating platform: quieter outside, closer inside" {
  play   = { { "found", "parents, faith, union" }, { "parents", "rotate" } },
  expect = { "public.pay == 44", "tenths(legitimacy.parents.base) == 808", "cohesion.parents >= 52" } }

test "each group chooses once who speaks for it" {
  play   = { { "parents", "rotate" }, { "round_ends" }, { "parents", "star_speaker", refused = true },
             { "parents", "rotate", refused = true }, { "schools", "star_speaker" } },
  expect = { "platform.parents == 0", "platform.schools == 0", "platform.union == 1" } }

test "not both ways in one round" {
  play   = { { "schools", "rotate" }, { "schools", "star_speaker", refused = true }, { "round_ends" } },
  expect = { "done.schools.rotate + done.schools.star_speaker == 1" } }

test "employers have no platform to hand on" {
  play   = { { "bank", "star_speaker", refused = true }, { "mayor", "rotate", refused = true } },
  expect = { "public.pay == 45" } }

test "quiet talks open one door and close others a little" {
  play   = { { "union", "quiet_talks" } },
  expect = { "union.access == 3", "union.elite > 40", "trust.parents.union == -1", "trust.faith.union == -1", "union.base < 65" } }

test "the bank's offer runs out before its meeting is over" {
  given  = { round = 3 },
  play   = { { "union", "quiet_talks", refused = true } },
  expect = { "talks == 0", "union.access == 2" } }

test "nobody else is invited upstairs" {
  play   = { { "parents", "quiet_talks", refused = true } },
  expect = { "parents.access == 0" } }

test "a story is told to the city, and spent" {
  play   = { { "parents", "speak_truth", target = "city_hall", side = "for" } },
  expect = { "parents.story == 1", "public.pay >= 50", "city_hall.stance > -34 + ease", "parents.elite < 20", "parents.base > 80" } }

test "the hotel owners are deaf to it, and harden" {
  given  = { parents = { base = 30 } },
  play   = { { "parents", "speak_truth", target = "hotels", side = "for" } },
  expect = { "hotels.stance <= -66 + ease" } }

test "a crowd outside a hotel turns its owners away" {
  play   = { { "faith", "mobilise", target = "hotels", side = "for" } },
  expect = { "hotels.heat >= 5", "hears_heat.hotels == -1", "faith.fatigue == 1" } }

test "the university reads figures: evidence counts three times there" {
  given  = { union = { evidence = 1 } },
  play   = { { "union", "lobby", target = "university", side = "for" } },
  expect = { "union.evidence == 0", "university.stance >= -34 + ease" } }

test "the bank without figures to show" {
  play   = { { "union", "lobby", target = "bank_board", side = "for" } },
  expect = { "bank_board.stance <= -50 + ease", "bank_board.stance > -52 + ease" } }

test "the parents have no access to a closed door" {
  play   = { { "parents", "engage", target = "bank_board", side = "for", refused = true } },
  expect = { "bank_board.stance == -52 + ease" } }

test "people without a bank account campaign on foot" {
  play   = { { "parents", "campaign", target = "living_wage", side = "for" } },
  expect = { "parents.money == 0", "public.pay >= 49", "tenths(frame.city.living_wage) == 14" } }

test "the sum is given its name by those who counted it" {
  play   = { { "parents", "first_interpretation", target = "living_wage", bid = 2 }, { "phase", "action" } },
  expect = { "tenths(frame.assembly.living_wage) == 18", "tenths(frame.city.living_wage) == 10" } }

test "what the assembly minutes is heard in the city a round later" {
  play   = { { "parents", "first_interpretation", target = "living_wage", bid = 2 }, { "phase", "action" },
             { "round_ends" }, { "phase", "meeting" } },
  expect = { "tenths(frame.city.living_wage) >= 17" } }

test "the hospital and the mayor wait for their line" {
  play   = { { "hospital", "first_interpretation", target = "market_rate", bid = 1, refused = true },
             { "mayor", "first_interpretation", target = "living_wage", bid = 1, refused = true } } }

test "the bank does not wait, and may give the sum another name" {
  play   = { { "bank", "first_interpretation", target = "charity", bid = 1 }, { "phase", "action" } },
  expect = { "tenths(frame.assembly.charity) == 26" } }

test "who bids higher is heard first; the other reading counts as a name" {
  play   = { { "bank", "first_interpretation", target = "charity", bid = 1 },
             { "parents", "first_interpretation", target = "living_wage", bid = 2 }, { "phase", "action" } },
  expect = { "tenths(frame.assembly.living_wage) == 18", "tenths(frame.assembly.charity) == 24" } }

test "one of the parents keeps the record" {
  play   = { { "parents", "minutes", bid = 1 }, { "union", "name", target = "living_wage", bid = 1 }, { "phase", "action" } },
  expect = { "won.parents.minutes == 1" } }

test "two voices for a rate move the draft" {
  play   = { { "union", "word", target = "rate", side = "for", bid = 2 }, { "phase", "action" } },
  expect = { "draft.rate == 2" } }

test "Brightline is not invited to the assembly, but holds a share and has a seat at the hospital" {
  expect = { "not sits.contractor.assembly", "sits.contractor.agm", "sits.contractor.hospital_meeting", "not sits.schools.agm" } }

test "in the bank's meeting cover and check are on the agenda, and Brightline argues" {
  given  = { round = 2, draft = { cover = 1 } },
  play   = { { "contractor", "word", target = "cover", side = "against", bid = 2 }, { "phase", "action" } },
  expect = { "draft.cover == 0" } }
