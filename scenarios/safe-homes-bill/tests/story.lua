-- Author tests: happenings, the window, decisions, red lines, hidden mandates and endings.

test "power is unequal before anyone speaks" {
  expect = { "macro.caucus == 247", "macro.lawyers == 141", "macro.faith == 139", "macro.treasury == 136",
             "macro.survivors == 126", "macro.elders == 112", "macro.donor == 95" } }

test "speaking to the newspaper is heard and leaves somebody tired" {
  play   = { { "happen", "press_case", "speak" } },
  expect = { "public.homes == 46", "survivors.fatigue == 1", "told == 1" } }

test "keeping it private is the usual answer" {
  play   = { { "happen", "press_case" }, { "phase", "backstage" } },
  expect = { "told == 0", "survivors.base > 80", "public.homes == 42" } }

test "before an election the house looks at the mood: cold" {
  given  = { round = 2 },
  play   = { { "round_ends" }, { "phase", "meeting" } },
  expect = { "open.election_window", "backbench.pull == -2", "whip.pull == -2", "speaker.pull == 0" } }

test "before an election the house looks at the mood: warm" {
  given  = { round = 2, public = { homes = 70 } },
  play   = { { "round_ends" }, { "phase", "meeting" } },
  expect = { "open.election_window", "backbench.pull == 3", "whip.pull == 3" } }

test "a letter goes round, and the council of faiths signs" {
  play   = { { "happen", "letter", "sign" } },
  expect = { "tradition.pull == -4", "faith.base > 70", "faith.peer < 45" } }

test "or writes its own" {
  play   = { { "happen", "letter", "own" } },
  expect = { "tradition.pull == -4", "faith.base < 70", "public.homes == 45" } }

test "or stays silent" {
  play   = { { "happen", "letter", "silent" } },
  expect = { "tradition.pull == -4", "faith.base == 70", "faith.peer == 45", "public.homes == 42" } }

test "a letter needs a committee that speaks of custom" {
  given  = { round = 2, frame = { committee = { custom = 6 } } },
  play   = { { "round_ends" }, { "phase", "meeting" } },
  expect = { "happened.letter" } }

test "a headline asks whose bill it is" {
  play   = { { "happen", "headline" } },
  expect = { "tenths(frame.committee.foreign) == 20", "lawyers.locals < 33", "survivors.locals == 71" } }

test "the headline follows the grant" {
  play   = { { "lawyers", "grant_fast" }, { "round_ends" }, { "phase", "meeting" } },
  expect = { "happened.headline", "lawyers.locals <= 28" } }

test "where there is room for action there is no headline" {
  given  = { civic = 8 },
  play   = { { "lawyers", "grant_fast" }, { "round_ends" }, { "phase", "meeting" } },
  expect = { "not happened.headline" } }

test "a shelter closes, and the survivors ask for a guarantee" {
  given  = { draft = { fund = 2 } },
  play   = { { "happen", "closed_door", "guarantee" } },
  expect = { "draft.fund == 3", "guarantee == 1", "frame.committee.rights == 4", "speaker.stance == -30 + ease", "backbench.stance == -28 + ease", "whip.stance == -56 + ease" } }

test "in a text that asks for nearly everything it is taken ill" {
  given  = { draft = { scope = 3, remedy = 2, fund = 2 } },
  play   = { { "happen", "closed_door", "guarantee" } },
  expect = { "draft.fund == 3", "speaker.stance == -46 + ease", "backbench.stance == -38 + ease" } }

test "or they leave the text as it is, which is the usual answer" {
  given  = { draft = { fund = 2 } },
  play   = { { "happen", "closed_door" }, { "phase", "backstage" } },
  expect = { "draft.fund == 2", "guarantee == 0", "speaker.stance == -40 + ease" } }

test "the shelter closes on the last day, when shelters are in the draft" {
  given  = { round = 3, draft = { fund = 2 } },
  play   = { { "round_ends" }, { "phase", "meeting" } },
  expect = { "happened.closed_door" } }

test "nobody asks while there is only a pilot line" {
  given  = { round = 3, draft = { fund = 1 } },
  play   = { { "round_ends" }, { "phase", "meeting" } },
  expect = { "not happened.closed_door" } }

test "six of eleven: the speaker, the back bench and the one who moved it" {
  given  = { speaker = { stance = 60 }, backbench = { stance = 60 }, caucus_mp = { stance = 60 }, whip = { stance = -90 }, tradition = { stance = -90 } },
  play   = { { "decide", "committee" } },
  expect = { "passed.committee" } }

test "five of eleven are not enough" {
  given  = { speaker = { stance = 60 }, backbench = { stance = 60 }, caucus_mp = { stance = -90 }, whip = { stance = -90 }, tradition = { stance = -90 } },
  play   = { { "decide", "committee" } },
  expect = { "not passed.committee" } }

test "a guarantee nobody asked for frightens the speaker" {
  given  = { guarantee = 0, speaker = { stance = -4 }, backbench = { stance = 90 }, caucus_mp = { stance = 90 }, whip = { stance = -90 }, tradition = { stance = -90 },
             draft = { fund = 3 }, frame = { committee = { rights = 9, cost = 0, custom = 0 } } },
  play   = { { "decide", "committee" } },
  expect = { "not passed.committee" } }

test "a guaranteed fund becomes law once it has been asked for, under a name without a limit" {
  given  = { guarantee = 1, speaker = { stance = -4 }, backbench = { stance = 90 }, caucus_mp = { stance = 90 }, whip = { stance = -90 }, tradition = { stance = -90 },
             draft = { fund = 3 }, frame = { committee = { rights = 9, cost = 0, custom = 0 } } },
  play   = { { "decide", "committee" } },
  expect = { "passed.committee", "law.fund == 3" } }

test "the leading frame brings its rider into the law" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { fund = 3, remedy = 2 },
             frame = { committee = { safety = 9 } } },
  play   = { { "decide", "committee" } },
  expect = { "leads.committee.safety", "law.fund == 2", "law.remedy == 2" } }

test "custom leads, and customary unions stay outside" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 3 },
             frame = { committee = { custom = 9 } } },
  play   = { { "decide", "committee" } },
  expect = { "law.scope == 1" } }

-- Red lines: each actor's people ask why.
test "an act that can do nothing crosses the survivors' line" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { remedy = 0 } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "passed.committee", "survivors.base < 70" } }

test "an act that names nobody crosses the lawyers' line" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 0 } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "law.scope == 0", "lawyers.base < 45" } }

test "a caucus without a phone crosses its own line" {
  given  = { caucus = { elite = 35 } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "caucus.base < 35" } }

test "counselling as a mere option crosses the line of the faiths" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { remedy = 3 },
             frame = { committee = { rights = 9 } } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "law.remedy == 3", "faith.base < 60" } }

test "a guaranteed fund without a ceiling crosses two lines" {
  given  = { speaker = { stance = 99 }, backbench = { stance = 99 }, whip = { stance = 99 }, draft = { fund = 3, remedy = 2 },
             frame = { committee = { rights = 9 } } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "law.fund == 3", "treasury.base < 30", "donor.base < 30" } }

test "a fund that somebody watches crosses only the treasury's" {
  given  = { speaker = { stance = 99 }, backbench = { stance = 99 }, whip = { stance = 99 }, draft = { fund = 3, remedy = 2 },
             frame = { committee = { rights = 9 } }, watched = { fund = 1 } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "law.fund == 3", "treasury.base < 30", "donor.base == 40" } }

test "a law that says what a union is crosses the elders' line" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 99 }, draft = { scope = 3 },
             frame = { committee = { rights = 9 } } },
  play   = { { "decide", "committee" }, { "round_ends" } },
  expect = { "law.scope == 3", "elders.base < 55" } }

-- Hidden mandates, as the debrief will read them out.
test "the lawyers' own words: two clauses won" {
  play   = { { "lawyers", "word", target = "scope", side = "for", bid = 2 }, { "round_ends" },
             { "lawyers", "word", target = "fund", side = "for", bid = 2 }, { "phase", "action" } },
  expect = { "won.lawyers.word >= 2", "draft.scope == 2", "draft.fund == 2" } }

test "what the others hope for in silence, at the start" {
  expect = { "told == 0", "caucus.elite >= 60", "faith.base < 76", "law.remedy == 0", "not passed.committee" } }

-- Endings, from the first to the last.
test "backlash when the country has turned away" {
  given  = { public = { homes = 20 } },
  play   = { { "decide", "committee" } },
  expect = { "ending backlash" } }

test "backlash when there is no room left to act" {
  given  = { civic = 3 },
  play   = { { "decide", "committee" } },
  expect = { "ending backlash" } }

test "backlash when the last word was 'not from here'" {
  given  = { frame = { committee = { foreign = 8 } } },
  play   = { { "decide", "committee" } },
  expect = { "not passed.committee", "leads.committee.foreign", "ending backlash" } }

test "won the room, lost the base" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { remedy = 2 }, caucus = { base = 25 } },
  play   = { { "decide", "committee" } },
  expect = { "ending lost_base" } }

test "a strong act" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 2, remedy = 2, fund = 1 } },
  play   = { { "decide", "committee" } },
  expect = { "law.remedy == 2", "ending strong_act" } }

test "a hollow act" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 1, remedy = 1, fund = 0 } },
  play   = { { "decide", "committee" } },
  expect = { "ending hollow_act" } }

test "an act without money" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 1, remedy = 2, fund = 0 } },
  play   = { { "decide", "committee" } },
  expect = { "ending unfunded_act" } }

test "a modest act" {
  given  = { speaker = { stance = 90 }, backbench = { stance = 90 }, whip = { stance = 90 }, draft = { scope = 1, remedy = 1, fund = 1 } },
  play   = { { "decide", "committee" } },
  expect = { "ending modest_act" } }

test "stalled, but organised" {
  play   = { { "found", "survivors, lawyers, caucus" }, { "decide", "committee" } },
  expect = { "together.survivors.caucus", "cohesion.survivors >= 50", "not passed.committee", "ending organised" } }

test "stalled" {
  play   = { { "decide", "committee" } },
  expect = { "not passed.committee", "ending stalled" } }
