-- Who is at the table. Six actors; with fewer people the computer plays the rest.
-- Best with six people or teams. Core: Link, the council, the parents.
-- With a group, let people play the parents: they have most to gain and least to spend.

actor "link" {
  name = "Riverside Link", short = "Link", cast = "core", persona = "grassroots",
  tags = "affected, community", constituencies = "families, volunteers",
  brief = "Eleven years in an old boat house by the river. Two paid workers, thirty volunteers, one kettle that is never cold. Families come because nobody asks them for a form first. Now the county wants one partnership with one front door. You may be a part of it, or a poster on its wall. You know things about this place that are in no file. Your grant ends in spring.",
  private = "Two salaries are paid until March. Families trust you because you are not the council. The frames that carry you are 'our place' and 'early help'. The schools are worth a coffee: alone you are small, with them you are near.",
  has = { money = 1, people = 3, know = 2, access = 1 }, income = { money = 1 },
  legitimacy = { base = 75, public = 45, elite = 25, locals = 70, peer = 55 },
  needs = { money = 3 }, importance = { council = 3, schools = 1 },
  wants = { reach = 3, choice = 2, seat = 2 },
  frames = "place, early_help",
  mandate = { when = "passed.cabinet and law.choice >= 1", text = "Keep an open door." },
  hidden = { when = "link.money >= 3", text = "Have next year's salaries in the bank: three money at the end.",
    reveal = "Link's treasurer had written two letters of notice. Whether she posted them depended on what was left in the account." },
  red_lines = { { when = "passed.cabinet and law.choice == 0",
    text = "Families find the old door locked, with a note that sends them to a desk. Your volunteers ask why you signed up to that." } },
  -- Link is the seat to learn the eight first verbs with.
  deck = "engage, report_back, lobby, mobilise, speak_truth, campaign, listen, research",
}

actor "council" {
  name = "County Council officers", short = "Council", cast = "core", persona = "bureaucracy",
  tags = "public_body", constituencies = "officials", line_delay = true,
  brief = "You have a legal duty to every child and a budget for some of them. The cabinet wants one plan, one number to call and no bad headline before the election. Three small services tell you three different truths. You have read all of their reports, at night. You chair the board, you write the advice, and you wait for an official line before you read anything aloud.",
  private = "Money is tighter than you may say. A fair process matters to you: you have seen good projects die of a rushed decision. 'Efficiency' is the cabinet's word; 'early help' is yours.",
  has = { money = 6, people = 0, know = 2, access = 4 }, income = { money = 1 },
  legitimacy = { base = 40, public = 45, elite = 75, locals = 45, peer = 40 },
  needs = { know = 1, people = 1 }, importance = { bigcare = 2, schools = 2, link = 1 },
  wants = { reach = 2, choice = 0, seat = 1 },
  frames = "efficiency, early_help",
  mandate = { when = "passed.cabinet and council.money >= 4", text = "Do the legal duty and save money." },
  hidden = { when = "passed.cabinet and public.families <= 56", text = "No public row: the plan passes while the town stays calm.",
    reveal = "The head of service had promised the leader a quiet spring. She never said so, because promising quiet is not something one says aloud." },
  red_lines = { { when = "law.reach == 3 and council.money < 3",
    text = "You promised every family help and the account is empty. Your own staff ask who will sit at those desks." } },
  deck = "engage, lobby, campaign, research, report_back, listen, stall, fund, share_power",
}

actor "schools" {
  name = "Schools Trust", short = "Schools", persona = "gatekeeper",
  tags = "community", constituencies = "pupils",
  brief = "Four schools, twelve hundred children, one corridor where parents wait after a bad morning. Teachers see trouble first and have no hour for it. You want help on your sites, from people the children know by name. You vote on the board, your hall is warm, and every organisation in the county would like to use it.",
  private = "You like the Link workers but cannot be seen to choose a favourite. A named worker on site would mean more to you than any logo. Your frames: 'ready for school' and 'early help'.",
  has = { money = 2, people = 2, know = 2, access = 3 }, income = { money = 1 },
  legitimacy = { base = 60, public = 55, elite = 55, locals = 60, peer = 50 },
  needs = { money = 2, know = 1 }, importance = { council = 2, link = 2 },
  wants = { reach = 2, choice = 1, seat = 1 },
  frames = "school_ready, early_help",
  mandate = { when = "passed.cabinet and law.reach >= 2", text = "Help on school sites." },
  hidden = { when = "law.reach >= 2 and trust.link.schools >= 0", text = "A worker on site whom families already trust: Link does not distrust you, and the schools are reached.",
    reveal = "One head teacher had asked for a particular Link worker by name. That worker had once walked a boy to school for a whole winter." },
  red_lines = { { when = "passed.cabinet and law.choice == 0 and law.reach <= 1",
    text = "A child must first be a case before anyone comes. Your teachers ask what they should do on the other mornings." } },
  deck = "engage, lobby, report_back, campaign, listen, research, step_back, convene",
}

actor "bigcare" {
  name = "Big Care Charity", short = "Big Care", persona = "incumbent_provider",
  tags = "incumbent", constituencies = "staff",
  brief = "Two hundred staff, safe procedures, a call centre that answers at night. You run the county's main contract and you run it properly. When small groups fail, their families come to you, and nobody writes about that. You would lead the new partnership well. You also know that people say 'big' when they mean 'cold', and it hurts your staff.",
  private = "The present contract ends this year; forty jobs hang on it. Sharing the lead would win you friends and worry your own staff. Your frames: 'value for money' and 'ready for school'.",
  has = { money = 5, people = 1, know = 4, access = 3 }, income = { money = 1 },
  legitimacy = { base = 45, public = 50, elite = 65, locals = 35, peer = 40 },
  needs = { access = 2 }, importance = { council = 3 },
  wants = { reach = 2, choice = 1, seat = 0 },
  frames = "efficiency, school_ready",
  mandate = { when = "passed.cabinet and law.reach >= 1", text = "Run it well, and grow the contract." },
  hidden = { when = "passed.cabinet and shared_lead == 0", text = "Keep the lead of the partnership.",
    reveal = "The director had told forty people that their jobs were safe. She could keep that promise only as lead partner." },
  red_lines = { { when = "law.seat == 2 and shared_lead == 1",
    text = "You gave away half the lead and now have one vote among many. Your staff ask who still answers for their safety." } },
  deck = "engage, lobby, campaign, research, report_back, listen, stall",
}

actor "parents" {
  name = "Parents' Circle", short = "Parents", cast = "core", persona = "grassroots",
  tags = "affected, community", constituencies = "families, newcomers",
  brief = "You meet on Wednesdays in the back of the laundrette, because the machines run anyway. Some of you came to the county last year, some were born here. You know which form takes six weeks, and which bus does not stop. Nobody on the board has ever asked you a question that was not on a form. You have four good speakers and no budget at all.",
  private = "You have one story that its owner wants told, and her consent in writing. Without a seat you are a photograph in somebody's report. Your frame is 'our place'.",
  has = { money = 0, people = 4, know = 1, access = 0, story = 1 },
  legitimacy = { base = 70, public = 50, elite = 20, locals = 75, peer = 45 },
  needs = { access = 3, know = 1 }, importance = { link = 2, schools = 2, council = 1 },
  wants = { reach = 2, choice = 2, seat = 2 },
  frames = "place",
  mandate = { when = "passed.cabinet and law.seat >= 1", text = "Be heard." },
  hidden = { when = "importance.council.parents >= 1 or law.seat == 2 or won.parents.minutes >= 2", text = "Be needed. The council cannot do its own work without you any more, or you have a vote. Or it was you who wrote the minutes, twice.",
    reveal = "The speaker of the circle had said it like this: 'I do not want them to be kind to us. I want them to have to phone us.'" },
  red_lines = { { when = "passed.cabinet and law.seat == 0",
    text = "A partnership for families, without one family in it. On Wednesday the chairs stay empty." } },
  deck = "mobilise, speak_truth, listen, campaign, lobby, report_back, organise",
  note = "Where a group plays, give this seat to people and not to the computer.",
}

actor "institute" {
  name = "Think-and-Do Institute", short = "Institute", cast = "optional", persona = "professional_ngo",
  tags = "neutral", constituencies = "researchers",
  brief = "Five researchers above a bicycle shop. You count what others feel: how early help came, what it cost, what it saved. Everybody quotes your figures, and everybody quotes half of them. You have no votes and no families. But you write faster than anyone at this table, and what is written down has a way of staying.",
  private = "Your own project depends on the county's data desk. If it closes, nobody will know in three years what worked. Your frame is 'early help'.",
  has = { money = 2, people = 0, know = 5, access = 2 }, income = { money = 1 },
  legitimacy = { base = 45, public = 50, elite = 60, locals = 30, peer = 60 },
  needs = { access = 1, people = 1 }, importance = { council = 2, link = 1 },
  wants = { reach = 3, choice = 1, seat = 1 },
  frames = "early_help",
  mandate = { when = "passed.cabinet and data_closed == 0", text = "Let evidence decide." },
  hidden = { when = "won.institute.minutes >= 2", text = "Write the record: win the minutes twice.",
    reveal = "Its director believes that history belongs to whoever takes notes. She has forty years of notebooks to prove it." },
  red_lines = { { when = "data_closed == 1",
    text = "The desk that held the figures is closed. Your researchers ask what they are still here to measure." } },
  deck = "research, lobby, campaign, engage, report_back, listen, measure",
}
