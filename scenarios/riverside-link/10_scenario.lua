-- Riverside Link: the first screen, the content note, and the numbers this story remembers.
-- All places, organisations and people are invented.

scenario {
  format = "two_hours", players = { 3, 12 }, mood = "lively", numbers = "bands",
  -- A small county: pressing of many kinds moves a member of the cabinet by 9 a round at most, all acts together
  -- the town by 3. The member for finance is who counts as an opponent won over.
  settings = { mind_change_max = 9, public_cap = 3, opponent_below = -40 },
  opening = "The county is folding small family services into one Riverside Partnership. The cabinet will soon decide who may come, through which door, and who sits at the table.",
  goal = "See who has power in a partnership, and use the small moments that everybody has.",
  ready_check = "Nobody in the room has to talk about help their own family has had. Anyone may pass, swap or stop.",
  -- Two hours is the usual length. In half an hour there are two meetings and no plans; an hour has three rounds.
  formats = { micro = { ease = 29 }, hour = { ease = 6 }, two_hours = { ease = 0 } },
}

content_note {
  topics = "family help, funding cuts, insecure jobs",
  text = "This case is about help for families, about cuts and about jobs that depend on them. Your own funder or council may be in the room. Speak as your role, not about your own case.",
  opt_out = "You may pass, swap your role or leave at any time, and nobody asks why.",
}

-- What the story remembers. 0 means no, 1 means yes.
memory "signed" { max = 1, name = "Link has signed", shown = "hidden" }
memory "shared_lead" { max = 1, name = "The shared lead" }
memory "data_closed" { max = 1, name = "Data desk closed" }

-- This is a county where people may still hang a banner on the bridge: a little more room than usual.
rule "open_county" { name = "An open county", at = "game_starts", gives = { civic = 1 } }
