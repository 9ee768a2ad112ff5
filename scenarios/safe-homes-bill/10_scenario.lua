-- The Safe Homes Bill: the first screen, the content note, and the numbers this story remembers.
-- All places, organisations and people are invented. Nothing in this case describes a violent act, and nothing should.

scenario {
  format = "two_hours", players = { 4, 21 }, mood = "quiet", numbers = "bands",
  -- Parliament is slow: pressing of many kinds moves a member by 8 a round at most, as one kind does, and
  -- working together holds a group less than it does elsewhere. The whip and the
  -- members for tradition are who counts as an opponent won over.
  settings = { mind_change_max = 8, opponent_below = -38, cohesion_work = 1, cohesion_idle = 1, word_step = 2 },
  opening = "The Safe Homes Bill has been on the order paper for nine years, and never on the agenda. Now a law-reform report lies on the table, and five people will vote. Everybody in the corridor says that this is not the right moment.",
  goal = "Find allies nobody expected inside a formal arena, and see what closeness costs at home.",
  ready_check = "The topic is violence at home. Every person here knows how to step out, and a contact line is on the wall. Nobody tells an experience of their own or of somebody they know.",
  -- Two hours is the length it was balanced for. With three rounds there is less time to win anybody over; in
  -- half an hour there are only words, and `ease` stands for the work that others have done before.
  formats = { micro = { ease = 35 }, hour = { ease = 15 }, two_hours = { ease = 6 } },
}

content_note {
  topics = "violence at home, family, faith and custom", ask_first = true,
  text = "This case is about a law against violence at home. No violent act is told. A story is a token on the table that somebody has agreed to lend; it never has content. People of faith and people who keep customs are played with respect: they want families to be safe as well.",
  opt_out = "You may pass, swap or leave at any time without a reason. Leave the room if you like; somebody will keep your seat. Note a contact line from this card before you begin.",
  helplines = {
    DE = "116 016, day and night, many languages", FR = "3919, day and night", GB = "0808 2000 247, day and night",
    KE = "1195, day and night", US = "1-800-799-7233, day and night", ZA = "0800 428 428, day and night",
  },
}

-- What the story remembers. 0 means no, 1 means yes.
memory "told" { max = 1, name = "Told the newspaper" }
memory "guarantee" { max = 1, name = "Guarantee asked for" }
memory "grant_offer" { start = 1, max = 1, name = "Grant on offer" }
