-- What happens by itself when a round settles: after the pressing, before anything is decided. The lines of coalitions are settings (10_settings.lua).

-- Rested people: fatigue falls by one in a round without a call to the street.
rule "rested" { name = "A quieter round", at = "round_settles", each = "actors", when = "fatigue >= 1 and did.mobilise + did.disrupt == 0", loses = { fatigue = 1 },
  about = "A round without calling people out takes one step of tiredness away." }

-- Own people who no longer recognise you stay at home.
rule "people_leave" { name = "Own people absent", at = "round_settles", each = "actors", when = "base < 30 and people >= 1", loses = { people = 1 },
  about = "Below standing 30 with your own people, some of them leave." }

-- Competition for grants: with the knob on, funders compare who seeks money, and look at the public name of each. One comes
-- first and one comes last, or nobody where two stand alike. It rewards being seen, and makes stepping back dear.
rule "grants_compared" { name = "Funders compare", at = "round_starts", each = "actors",
  when = "competition >= 1 and round >= 2 and not (is.me.funder or is.me.public_body or is.me.media)",
  let = {
    as_good = "count(not (is.actors.funder or is.actors.public_body or is.actors.media) and actors.public >= my.public)",
    as_bad = "count(not (is.actors.funder or is.actors.public_body or is.actors.media) and actors.public <= my.public)" },
  gives = { money = "choose(as_good == 1, 1, 0)" }, loses = { money = "choose(as_bad == 1, 1, 0)" },
  about = "Where groups compete for the same money, the best known in public gets one more, the least known one less." }
