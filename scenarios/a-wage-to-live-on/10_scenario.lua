-- A Wage to Live On: the first screen, the content note, and the numbers this story remembers.
-- All places, employers, organisations and people are invented.

scenario {
  format = "two_hours", players = { 4, 24 }, mood = "lively", numbers = "bands",
  -- Employers are slow: pressing of many kinds moves a board by 8 a round at most, as one kind does, and all acts
  -- together the city by 6. The hotel owners are who counts as an opponent won over.
  settings = { mind_change_max = 8, public_cap = 6, opponent_below = -55, word_step = 2 },
  opening = "Every night four thousand people clean the city's offices, wards and hotel rooms. Many of them go on to a second job. This year some of them have worked out, at a kitchen table, what a family needs. Six large employers have been sent the sum. It has no name yet.",
  goal = "Let a name grow out of experience, and win adoption one employer at a time.",
  ready_check = "Low pay may be part of the life of people in this room. Nobody is asked about their own income, and nobody has to tell.",
  -- Two hours is the length it was balanced for. With three rounds there is less time to win anybody over; in
  -- half an hour there are only words: `ease` stands for the work that others have done before, and an echo from
  -- the assembly has to carry in one round what it otherwise carries in three.
  formats = { micro = { ease = 44, echo_gain = 6 }, hour = { ease = 22 }, two_hours = { ease = 13 } },
}

content_note {
  topics = "low pay, two jobs, tired families",
  text = "This case is about pay that does not last to the end of the week. It is about parents who hardly see their children. That may be your own life, or the life of somebody beside you. Speak as your role. Nobody has to speak of their own income, and no real employer or person is named.",
  opt_out = "You may pass, swap your role or leave at any time, and nobody asks why.",
  helplines = { GB = "Advice on pay and rights at work: Acas, 0300 123 1100, weekdays" },
}

-- What the story remembers. 0 means no, 1 means yes.
memory "platform" { start = 1, max = 1, per = "actor", name = "Speaker not chosen" }
memory "outsourced" { max = 1, name = "Cleaning given away" }
memory "chain" { max = 1, name = "Asked for everybody" }
memory "talks" { max = 1, name = "Union-bank talks" }

-- This is a city in which an assembly may still be announced from a church step: a little more room than usual.
rule "open_city" { name = "An open city", at = "game_starts", gives = { civic = 1 } }
