-- What happens. In every round the facilitator may also bring one of these up by hand.

happening "report" { name = "The law-reform report", at = 1,
  text = "Sixty pages from the law-reform commission, bound in grey. Nobody has read past the summary, and the summary can be read in three ways. Whoever says first what it means will be quoted by people who have not opened it.",
  readings = "rights, safety, cost" }

happening "press_case" { name = "A newspaper asks", at = 2,
  foreshadow = "A journalist has been sitting in the corridor since Monday, with two phones.",
  text = "A newspaper wants one member of the network to speak, with a photograph taken from behind. The one who has agreed to lend her story says: it is your decision, I can live with both.",
  who_chooses = "survivors", default = "private",
  choices = {
    { id = "speak", text = "Speak, with her consent",
      gives = { public = 4, survivors = { fatigue = 1 }, told = 1 } },
    { id = "private", text = "Keep it private", gives = { survivors = { base = 3 } } } } }

-- In the last two rounds everybody thinks of the election.
window "election_window" { name = "Election draws near", when = "round >= rounds - 1", rounds = 2,
  pull = "choose(public.homes >= 55, 3, -2)", deciders = "backbench, whip",
  text = "Posters go up. The back bench and the whip look at the mood in the country and count." }

happening "letter" { name = "The travelling letter", from = 2, when = "frame.committee.custom >= 4",
  foreshadow = "Somebody at the breakfast has asked for paper.",
  text = "An open letter asks the committee to leave families to those who know them. The members for tradition have it framed. The Interfaith Council is asked, today, whether its name may stand below.",
  who_chooses = "faith", default = "silent",
  loses = { tradition = { pull = 4 } },
  choices = {
    { id = "sign", text = "Sign it", gives = { faith = { base = 3 } }, loses = { faith = { peer = 4 } } },
    { id = "own", text = "Write a letter of our own", gives = { public = 3 }, loses = { faith = { base = 3 } } },
    { id = "silent", text = "Stay silent" } } }

-- On the last day a guarantee can be asked for with a reason everybody has seen, as a matter of rights: under that name
-- the bill has no limit for the fund. The speaker and the back bench bear it in a text that asks for little else (here,
-- and for the vote in `leans` in 40_rooms), and take it ill in one that asks for nearly everything.
happening "closed_door" { name = "A shelter closes", when = "round >= rounds and draft.fund >= 2",
  foreshadow = "In the east a minister once cut a ribbon. The plaque is still there.",
  text = "The shelter in the east closes on Friday. Its pilot line was for two years, and the two years are over. The back bench has voters there, and the speaker opened the house himself. The bill asks for shelters in every region. The survivors are asked, into a microphone, what is to keep them open.",
  who_chooses = "survivors", default = "leave",
  choices = {
    { id = "guarantee", text = "A guarantee, or it happens again",
      gives = { draft = { fund = 1 }, guarantee = 1, frame = { committee = { rights = 2 } }, speaker = { stance = "choose(draft.scope + draft.remedy <= 4, 10, -6)" }, backbench = { stance = "choose(draft.scope + draft.remedy <= 4, 4, -6)" } }, loses = { whip = { stance = 4 } } },
    { id = "leave", text = "Leave the text as it is" } } }

happening "headline" { name = "Whose bill?", when = "abroad.lawyers + abroad.survivors >= 1 and civic <= 6",
  text = "A headline with a question mark: who pays for the bill? The grant is named, to the last digit, with a photograph of an embassy car.",
  gives = { frame = { committee = { foreign = 1 } } },
  loses = { lawyers = { locals = 4 }, survivors = { locals = 4 } } }

-- A text that asks for nearly everything at once: at the end of each round every member cools by eight for each step
-- beyond six in all.
rule "all_at_once" { name = "All at once",
  loses = { deciders = { stance = "8 * max(0, draft.scope + draft.remedy + draft.fund - 6)" } } }
