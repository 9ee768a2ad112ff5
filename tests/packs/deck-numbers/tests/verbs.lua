-- Acts by one actor. Standing 65 lets 115 per cent through, standing 50 lets 100.
test "engage: five points, two for standing, four from home" {
  play = { { "ada", "engage", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 57", "tenths(ada.elite) == 664", "tenths(ada.base) == 460" } }
test "engage, reported back: home loses nothing in the end" {
  play = { { "ada", "engage", target = "dora", side = "for" }, { "ada", "report_back" } },
  expect = { "tenths(dora.stance) == 57", "tenths(ada.base) == 500" } }
test "engage with more access: seven points and no more" {
  play = { { "ben", "engage", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 80" } }
test "engage against" {
  play = { { "ada", "engage", target = "dora", side = "against" } },
  expect = { "tenths(dora.stance) == -57" } }
test "the same act again on the same side brings sixty per cent" {
  given = { ben = { access = 1 } },
  play = { { "ada", "engage", target = "dora", side = "for" }, { "ben", "engage", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 91" } }
test "engage is closed without standing" {
  given = { ada = { elite = 19 } },
  play = { { "ada", "engage", target = "dora", side = "for", refused = true } } }
test "lobby without evidence" {
  play = { { "ada", "lobby", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 34", "tenths(ada.base) == 490", "tenths(ada.elite) == 657" } }
test "lobby spends evidence where it is heard" {
  given = { ada = { evidence = 2 } },
  play = { { "ada", "lobby", target = "dora", side = "for" } },
  expect = { "tenths(dora.stance) == 69", "ada.evidence == 1" } }
test "lobby where evidence is hardly heard" {
  given = { ada = { evidence = 1 } },
  play = { { "ada", "lobby", target = "emil", side = "for" } },
  expect = { "tenths(emil.stance) == 46", "ada.evidence == 0" } }
test "mobilise: heat, a little public, standing at home, tired people" {
  play = { { "ada", "mobilise", target = "dora", side = "for" } },
  expect = { "tenths(dora.heat) == 80", "tenths(public.scale) == 523", "tenths(ada.base) == 530",
             "tenths(ada.elite) == 620", "ada.fatigue == 1", "ada.people == 8" } }
test "tired people bring half" {
  given = { ada = { fatigue = 1 } },
  play = { { "ada", "mobilise", target = "dora", side = "against" } },
  expect = { "tenths(dora.heat) == -40", "tenths(public.scale) == 484", "ada.fatigue == 2" } }
test "where there is little room to act, people are hurt and it is seen" {
  given = { civic = 4 },
  play = { { "ada", "mobilise", target = "dora", side = "for" } },
  expect = { "ada.people == 7", "tenths(public.scale) == 543" } }
test "speak truth: the public, and a decider who hears the public" {
  play = { { "ada", "speak_truth", target = "dora", side = "for" } },
  expect = { "tenths(public.scale) == 560", "tenths(dora.stance) == 20", "ada.story == 0",
             "tenths(ada.base) == 540", "tenths(ada.elite) == 630" } }
test "speak truth: who is deaf to the public hardens" {
  play = { { "ada", "speak_truth", target = "emil", side = "for" } },
  expect = { "tenths(emil.stance) == -20" } }
test "speak truth with evidence has half the force" {
  given = { ada = { story = 0, evidence = 1 } },
  play = { { "ada", "speak_truth", target = "dora", side = "for" } },
  expect = { "tenths(public.scale) == 530", "tenths(dora.stance) == 0", "ada.evidence == 0" } }
test "a story is spent before evidence" {
  given = { ada = { evidence = 1 } },
  play = { { "ada", "speak_truth", target = "dora", side = "for" } },
  expect = { "ada.story == 0", "ada.evidence == 1" } }
test "nothing to say, nothing said" {
  play = { { "ben", "speak_truth", target = "dora", side = "for", refused = true } } }
test "retaliation: tied money of the owner is lost while the public is lukewarm" {
  given = { restricted = { cal = { ada = 2 } } },
  play = { { "ada", "speak_truth", target = "dora", side = "for" } },
  expect = { "ada.money == 0", "restricted.cal.ada == 0" } }
test "nobody retaliates against what the public wants" {
  given = { restricted = { cal = { ada = 2 } }, public = { scale = 60 } },
  play = { { "ada", "speak_truth", target = "dora", side = "for" } },
  expect = { "ada.money == 2", "restricted.cal.ada == 2" } }
test "another decider's owner does not retaliate" {
  given = { restricted = { cal = { ada = 2 } } },
  play = { { "ada", "speak_truth", target = "emil", side = "for" } },
  expect = { "ada.money == 2", "restricted.cal.ada == 2" } }
test "campaign for money: public and every room" {
  play = { { "ada", "campaign", target = "feather", side = "for" } },
  expect = { "tenths(public.scale) == 530", "tenths(frame.hall.feather) >= 3", "ada.money == 1" } }
test "campaign against: only the public turns round" {
  play = { { "ada", "campaign", target = "feather", side = "against" } },
  expect = { "tenths(public.scale) == 470", "tenths(frame.hall.feather) >= 3" } }
test "who the public does not know campaigns with half a voice" {
  given = { ada = { public = 10 } },
  play = { { "ada", "campaign", target = "feather", side = "for" } },
  expect = { "tenths(public.scale) == 509" } }
test "campaign on foot takes a second hour and no money" {
  given = { ada = { money = 0 } },
  play = { { "ada", "campaign", target = "feather", side = "for" } },
  expect = { "tenths(public.scale) == 530", "ada.money == 0" } }
test "no money and no people, no campaign" {
  given = { ada = { money = 0, people = 1 } },
  play = { { "ada", "campaign", target = "feather", side = "for", refused = true } } }
test "off the common frame a campaign costs cohesion" {
  play = { { "ada", "campaign", target = "stone", side = "for" } },
  expect = { "tenths(cohesion.ada) == 430" } }
test "listen" {
  play = { { "ada", "listen" } },
  expect = { "ada.story == 2", "tenths(ada.base) == 540", "tenths(ada.locals) == 530" } }
test "research" {
  play = { { "ada", "research", target = "dora", find_out = "mass" } },
  expect = { "ada.evidence == 2", "ada.money == 1" } }
