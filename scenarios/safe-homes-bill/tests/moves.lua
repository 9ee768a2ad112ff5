-- Author tests: what the trade-offs, verbs and points of this case do.

test "the grant as it is offered: money now, talk at once" {
  play   = { { "lawyers", "grant_fast" } },
  expect = { "lawyers.money == 6", "lawyers.know == 5", "abroad.lawyers == 1", "lawyers.locals < 32", "lawyers.base < 55",
             "tenths(frame.committee.foreign) == 22", "tenths(frame.square.foreign) == 22" } }

test "a local lead keeps the talk smaller" {
  play   = { { "survivors", "grant_fair" } },
  expect = { "survivors.money == 5", "abroad.survivors == 1", "survivors.locals >= 72", "survivors.base == 80",
             "tenths(frame.committee.foreign) == 16" } }

test "the fair way takes an hour of the round" {
  play   = { { "lawyers", "grant_fair" }, { "lawyers", "lobby", target = "whip", side = "for" }, { "lawyers", "engage", target = "speaker", side = "for" },
             { "lawyers", "report_back", refused = true } },
  expect = { "grant_offer == 0", "lawyers.base < 55" } }

test "the fast way takes no hour" {
  play   = { { "lawyers", "grant_fast" }, { "lawyers", "lobby", target = "whip", side = "for" }, { "lawyers", "engage", target = "speaker", side = "for" },
             { "lawyers", "report_back" } },
  expect = { "grant_offer == 0", "speaker.stance > -40 + ease", "done.lawyers.report_back == 1" } }

test "there is one grant for both" {
  play   = { { "lawyers", "grant_fast" }, { "round_ends" }, { "survivors", "grant_fair", refused = true } },
  expect = { "abroad.survivors == 0" } }

test "both reach for it in one round: only one has it" {
  play   = { { "survivors", "grant_fair" }, { "lawyers", "grant_fast" }, { "round_ends" } },
  expect = { "abroad.survivors + abroad.lawyers == 1", "grant_offer == 0" } }

test "nobody else is offered the grant" {
  play   = { { "caucus", "grant_fast", refused = true } },
  expect = { "grant_offer == 1" } }

test "leaving the money out pleases the whip and is remembered" {
  play   = { { "caucus", "leave_fund_out" } },
  expect = { "draft.fund == 0", "tenths(stance.whip) == -470 + 10 * ease", "trust.survivors.caucus == -1", "trust.lawyers.caucus == -1" } }

test "what is not in the draft cannot be left out" {
  given  = { draft = { fund = 0 } },
  play   = { { "caucus", "leave_fund_out", refused = true } },
  expect = { "whip.stance == -52 + ease" } }

test "the caucus pays at home for every quiet meeting" {
  play   = { { "caucus", "engage", target = "whip", side = "for" } },
  expect = { "whip.stance > -52 + ease", "caucus.base < 42", "caucus.elite > 65" } }

test "reporting back repairs most of it" {
  play   = { { "caucus", "engage", target = "whip", side = "for" }, { "caucus", "report_back" } },
  expect = { "whip.stance > -52 + ease", "caucus.base >= 44", "caucus.elite > 65" } }

test "the survivors have no access to a closed door" {
  play   = { { "survivors", "engage", target = "speaker", side = "for", refused = true } },
  expect = { "speaker.stance == -40 + ease" } }

test "one story, told to the face of the back bench" {
  play   = { { "survivors", "speak_truth", target = "backbench", side = "for" } },
  expect = { "survivors.story == 0", "public.homes >= 46", "backbench.stance > -32 + ease", "survivors.elite < 20" } }

test "the members for tradition harden when they feel heat" {
  play   = { { "faith", "mobilise", target = "tradition", side = "for" } },
  expect = { "tradition.heat >= 5", "hears_heat.tradition == -1", "faith.base > 70", "faith.fatigue == 1" } }

test "the elders can fill a square against the draft" {
  play   = { { "elders", "mobilise", target = "backbench", side = "against" } },
  expect = { "backbench.heat <= -4", "public.homes < 42" } }

test "the first reading of the report is heard, and heard again" {
  play   = { { "survivors", "first_interpretation", target = "safety", bid = 2 }, { "phase", "action" },
             { "round_ends" }, { "phase", "meeting" } },
  expect = { "tenths(frame.committee.safety) >= 18" } }

test "the treasury waits for its official line" {
  play   = { { "treasury", "first_interpretation", target = "cost", bid = 1, refused = true } } }

test "two voices for a remedy move the draft" {
  play   = { { "caucus", "word", target = "remedy", side = "for", bid = 2 }, { "phase", "action" } },
  expect = { "draft.remedy == 2" } }

test "the definition is argued down as well as up" {
  play   = { { "lawyers", "word", target = "scope", side = "for", bid = 1 },
             { "elders", "word", target = "scope", side = "against", bid = 2 }, { "phase", "action" } },
  expect = { "draft.scope == 1" } }

test "'not from here' can be resisted before it is heard" {
  play   = { { "elders", "name", target = "foreign", bid = 1 },
             { "faith", "resist", target = "foreign", side = "for", bid = 1 }, { "phase", "action" } },
  expect = { "frame.committee.foreign <= 1", "trust.elders.faith == -1" } }

test "said and not resisted, it spreads" {
  play   = { { "elders", "name", target = "foreign", bid = 2 }, { "phase", "action" } },
  expect = { "tenths(frame.committee.foreign) == 16" } }

test "equal bids for the minutes go to whoever has less power" {
  play   = { { "lawyers", "minutes", bid = 1 }, { "caucus", "minutes", bid = 1 }, { "lawyers", "name", target = "rights", bid = 1 },
             { "phase", "action" } },
  expect = { "won.lawyers.minutes == 1", "won.caucus.minutes == 0" } }

test "the donor has no voice in the committee" {
  play   = { { "donor", "word", target = "scope", side = "for", bid = 1, refused = true } },
  expect = { "draft.scope == 1" } }

-- One meeting, number by number: how a reading is heard, echoed and played back to those who decide.
test "round one: what the meeting leaves behind" {
  play   = { { "lawyers", "minutes", bid = 1 }, { "caucus", "minutes", bid = 1 },
             { "survivors", "first_interpretation", target = "safety", bid = 2 },
             { "treasury", "resist", target = "remedy", side = "for", bid = 1 },
             { "caucus", "word", target = "remedy", side = "for", bid = 2 },
             { "faith", "word", target = "remedy", side = "for", bid = 2 },
             { "lawyers", "word", target = "scope", side = "for", bid = 1 },
             { "elders", "word", target = "scope", side = "against", bid = 2 }, { "phase", "action" } },
  expect = { "won.lawyers.minutes == 1", "draft.remedy == 2", "draft.scope == 1", "trust.caucus.treasury == -1",
             "tenths(frame.committee.safety) == 18", "speaker.stance == -40 + ease" } }

-- Nobody bids for the pen: the team whose turn it is writes down the three strongest lines.
test "round two: the first echo" {
  play   = { { "survivors", "first_interpretation", target = "safety", bid = 2 },
             { "faith", "word", target = "remedy", side = "for", bid = 2 }, { "lawyers", "word", target = "scope", side = "for", bid = 1 },
             { "phase", "action" }, { "round_ends" }, { "phase", "meeting" } },
  expect = { "tenths(frame.committee.safety) == 25", "sticky.remedy == 0", "tenths(stance.speaker) == -400 + 10 * ease" } }

test "round three: it is played back, and the remedy has become a habit" {
  play   = { { "survivors", "first_interpretation", target = "safety", bid = 2 },
             { "faith", "word", target = "remedy", side = "for", bid = 2 }, { "lawyers", "word", target = "scope", side = "for", bid = 1 },
             { "phase", "action" }, { "round_ends" }, { "round_ends" }, { "phase", "meeting" } },
  expect = { "tenths(frame.committee.safety) == 31", "sticky.remedy == 1", "sticky.scope == 0", "tenths(stance.speaker) == -382 + 10 * ease",
             "tenths(stance.whip) == -508 + 10 * ease", "tenths(stance.backbench) == -302 + 10 * ease", "tenths(stance.tradition) == -644 + 10 * ease",
             "tenths(stance.caucus_mp) == 212" } }
