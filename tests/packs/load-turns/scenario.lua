scenario { rounds = 12, phases = "turns", numbers = "exact", opening = "Eight actors, six deciders, twelve rounds." }
phase "turns" { kind = "in_turn", moves = 10 }
for i = 1, 3 do resource("r" .. i) { max = 1000 } end          for i = 1, 8 do actor("a" .. i) {} end
for i = 1, 6 do decider("d" .. i) {} end                       local way = { block = -1, back = 1 }
memory "stock" { per = "resource", max = 48, start = 24 }      memory "power" { per = "actor", max = 30, seen_by = "owner" }
memory "fame"  { per = "actor", max = 40, start = 10 }         memory "reach" { per = { "actor", "decider" }, max = 1000 }
memory "pact"  { per = { "actor", "actor" }, max = 1 }         memory "score" { per = "actor", min = -1000, max = 1000 }
memory "deals" { per = { "actor", "actor" }, max = 1000, seen_by = "both" }
memory "pledge" { per = { "actor", "decider" }, min = -30, max = 30, seen_by = "owner" }
memory "aim" { per = { "actor", "decider" }, min = -1, max = 1, seen_by = "owner" }
memory "tally" { max = 1000 }                                   verb "count" { gives = { tally = 1 } }
verb "pass" {}                                                 verb "invest" { costs = { r1 = 1, r2 = 1, r3 = 1 }, gives = { power = 2 } }
verb "gather" { target = "resource", target_when = "stock > 0", gives = { target = "n" }, loses = { stock = "n" }, let = {
  n = "min(stock, 1 + choose(fame >= 10, 1, 0) + count(pact.me.actors == 1 and pact.actors.me == 1) // 2)" } }
for i = 1, 3 do verb("lobby_" .. i) { target = "decider", asks = { way = way }, costs = { ["r" .. i] = 1 },
  target_when = "target == d" .. i .. " or target == d" .. i + 3,
  gives = { reach = 1, stance = "way * (1 + fame // 8 + (reach + 1) // 2)" } } end
verb "pledge_power" { target = "decider", asks = { way = way, amount = { 1, 3 } }, seen = "quiet",
  costs = { power = "amount" }, gives = { pledge = "way * amount" } }
verb "offer_pact" { target = "actor", target_when = "pact.me.target == 0",
  let = { met = "choose(pact.target.me == 1, 1, 0)" }, gives = { pact = 1, fame = "met", target = { fame = "met" } } }
verb "deal_out" { target = "actor", asks = { what = "resource" }, seen = "quiet", costs = { what = 1 },
  gives = { target = { what = 1 }, deals = 1, power = "choose(pact.me.target == 1 and pact.target.me == 1, 1, 0)" } }
verb "expose" { target = "actor", costs = { power = 1 }, let = { caught = "sum(deals.target.actors) >= 3" },
  gives = { fame = "choose(caught, 1, -2)" }, loses = { target = { fame = "choose(caught, 3, 0)" } },
  does = { set { who = "target", what = "deals", toward = "actors", to = 0, when = "caught" } } }
on "round_ends" (function (g)
  local out = {}
  for _, d in ipairs(g.deciders) do
    local sum = 0
    for _, a in ipairs(g.actors) do sum = sum + g.pledge[a.id][d.id] end
    out[#out + 1] = gain { who = d.id, what = "stance", by = 2 * sum + g.roll(5) - 3 }
    for _, a in ipairs(g.actors) do
      local p, by = g.pledge[a.id][d.id], 1
      if p > 3 or p < -3 then by = -1 end
      if p * sum > 0 then out[#out + 1] = gain { who = a.id, what = "fame", by = by }
      elseif p * sum < 0 then
        out[#out + 1] = set { who = a.id, what = "reach", toward = d.id, to = g.reach[a.id][d.id] // 2 } end
    end
  end
  out[#out + 1] = set { who = "actors", what = "pledge", toward = "deciders", to = 0 }
  return out
end)
rule "stocks_grow" { each = "resources", gives = { stock = "7 + roll(4)" } }
rule "power_grows" { each = "actors", gives = { power = "1 + fame // 8" } }
rule "fame_fades"  { each = "actors", when = "fame > 10 and round % 3 == 0", loses = { fame = 1 } }
rule "scores" { at = "game_ends", each = "actors", let = { all = "sum(weight.deciders * stance.deciders)" }, gives = { score =
  "fame + power + percent(25, sum(aim.me.deciders * stance.deciders)) + choose(all < 0, -(-all // 12), all // 12)" } }
