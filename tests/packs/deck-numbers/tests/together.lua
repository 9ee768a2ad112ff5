-- Acts of a coalition with one member inside and one outside, and what the end of a round does.
test "different acts, inside and outside: half as much again, and cohesion for work less the closed door" {
  play = { { "ada", "engage", target = "dora", side = "for" }, { "ben", "lobby", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 136", "tenths(cohesion.ada) == 490" } }
test "a group that does not hold together does not act together" {
  given = { cohesion = { ring = 49 } },
  play = { { "ada", "engage", target = "dora", side = "for" }, { "ben", "lobby", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 91" } }
test "different sides are not together" {
  play = { { "ada", "engage", target = "dora", side = "for" }, { "ben", "lobby", target = "dora", side = "against" } },
  expect = { "tenths(dora.stance) == 23" } }
test "a round without common work" {
  play = { { "round_ends" } }, expect = { "tenths(cohesion.ada) == 480" } }
test "a quieter round rests people" {
  given = { ada = { fatigue = 2 } }, play = { { "round_ends" } }, expect = { "ada.fatigue == 1" } }
test "own people stay away from who has lost them" {
  given = { ada = { base = 29 } }, play = { { "round_ends" } }, expect = { "ada.people == 7" } }
test "and stay while there is enough standing" {
  given = { ada = { base = 30 } }, play = { { "round_ends" } }, expect = { "ada.people == 8" } }
