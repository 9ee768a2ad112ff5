-- Author tests: what the verbs, trade-offs and points of this case do.

test "signing brings money and costs the families' trust" {
  play   = { { "link", "contract_variation" } },
  expect = { "link.money == 4", "signed == 1", "restricted.council.link == 3", "link.base < 75", "link.elite > 25" } }

test "there is only one contract to sign" {
  play   = { { "link", "contract_variation" }, { "link", "contract_variation", refused = true } },
  expect = { "signed == 1" } }

test "tied money closes the mouth" {
  given  = { restricted = { council = { link = 3 } }, link = { story = 1, money = 4 } },
  play   = { { "link", "speak_truth", target = "leader", side = "for", refused = true } },
  expect = { "link.story == 1" } }

test "free money leaves it open" {
  given  = { link = { story = 1 } },
  play   = { { "link", "speak_truth", target = "leader", side = "for" } },
  expect = { "link.story == 0", "public.families > 45", "link.base > 75", "link.elite < 25" } }

test "sharing the lead pleases the member for children and worries the staff" {
  play   = { { "bigcare", "shared_lead" } },
  expect = { "shared_lead == 1", "children.stance == -25", "bigcare.base < 45", "bigcare.peer > 40" } }

test "only Big Care can share the lead" {
  play   = { { "schools", "shared_lead", refused = true } },
  expect = { "shared_lead == 0" } }

test "open books arm everybody" {
  play   = { { "bigcare", "open_books" } },
  expect = { "link.evidence == 1", "parents.evidence == 1", "bigcare.public >= 51", "bigcare.elite < 65" } }

test "a closed door costs the base, reporting back repairs it" {
  play   = { { "schools", "engage", target = "leader", side = "for" },
             { "institute", "engage", target = "finance", side = "for" }, { "institute", "report_back" } },
  expect = { "leader.stance > -32", "finance.stance > -46", "schools.base <= 56", "institute.base > 44" } }

test "listening makes a story and standing" {
  play   = { { "parents", "listen" } },
  expect = { "parents.story == 2", "parents.base > 70", "parents.locals > 75" } }

test "people without a bank account can campaign on foot" {
  play   = { { "parents", "campaign", target = "place", side = "for" } },
  expect = { "parents.money == 0", "public.families > 45", "tenths(frame.board.place) > 10" } }

test "nobody engages without access" {
  play   = { { "parents", "engage", target = "leader", side = "for", refused = true } },
  expect = { "leader.stance == -32" } }

test "two voices for one word make three, and three move the draft" {
  play   = { { "link", "word", target = "choice", side = "for", bid = 2 }, { "phase", "action" } },
  expect = { "draft.choice == 1" } }

test "a word that is resisted stays a word" {
  play   = { { "link", "word", target = "choice", side = "for", bid = 2 },
             { "bigcare", "resist", target = "choice", side = "for", bid = 1 }, { "phase", "action" } },
  expect = { "draft.choice == 0" } }

test "the first reading is heard, and heard again" {
  play   = { { "parents", "first_interpretation", target = "place", bid = 2 }, { "phase", "action" },
             { "round_ends" }, { "phase", "meeting" } },
  expect = { "tenths(frame.board.place) >= 18", "tenths(frame.cabinet.place) >= 13" } }

test "who waits for an official line does not read first" {
  play   = { { "council", "first_interpretation", target = "efficiency", bid = 1, refused = true } } }

test "the minutes go to who bids for them" {
  play   = { { "institute", "minutes", bid = 1 }, { "link", "name", target = "place", bid = 1 }, { "phase", "action" } },
  expect = { "won.institute.minutes == 1" } }
