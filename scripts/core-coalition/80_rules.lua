-- What happens by itself at the end of a round. The lines of coalitions are settings (10_settings.lua).

-- Rested people: fatigue falls by one in a round without a call to the street.
rule "rested" { name = "A quieter round", each = "actors", when = "fatigue >= 1 and did.mobilise + did.disrupt == 0", loses = { fatigue = 1 },
  about = "A round without calling people out takes one step of tiredness away." }

-- Own people who no longer recognise you stay at home.
rule "people_leave" { name = "Own people stay away", each = "actors", when = "base < 30 and people >= 1", loses = { people = 1 },
  about = "Below standing 30 with your own people, some of them leave." }
