-- Ten actors for three people each. Nothing has to be decided; everybody can always say that they are ready.
scenario { rounds = 3, phases = "floor", opening = "Ten tables, thirty chairs." }
phase "floor" { kind = "open" }
for i = 1, 10 do actor("table_" .. i) { people = { 1, 3 }, brief = "You sit at table " .. i .. "." } end
decider "chair" {}
