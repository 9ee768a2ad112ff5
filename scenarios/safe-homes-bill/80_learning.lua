-- What people take home: journal, self-check, questions for the debrief, prompts for the facilitator, sources.

journal "before" { at = "brief", ask = "Whom do you expect to have power here, and where does it come from?" }
journal "each_round" { at = "reflect", ask = "Who changed your mind this round? Did you notice at the time?" }
journal "close" { at = "pause", ask = "Whom did your role meet behind a closed door? Who at home knows about it?" }
journal "narrow" { at = "end", ask = "Which frame won votes here, and what did it leave out?" }
journal "price" { at = "end", ask = "What did closeness to those who decide cost you with your own people? What would reporting back have changed?" }
journal "next" { at = "end", ask = "In your next real meeting: one point of power, one unlikely ally, one silent person." }
journal "two_weeks" { at = "later", ask = "Which trade-off have you made since then with open eyes?" }

quiz "definition" { ask = "Five people argue about one word in the definition. Why is that a point of power?",
  answers = { "Words have no effect without money", "What the text covers is decided there, and it is read back later",
    "Only lawyers may word a text" }, right = 2,
  because = "A word that stays in the text becomes the law, and three strengths of wording move it one level." }
quiz "closed_doors" { ask = "After a meeting behind closed doors, whose trust falls, and what repairs it?",
  answers = { "The public's; a campaign", "Your own people's; reporting back", "The deciders'; a second meeting" }, right = 2,
  because = "Your own people were not in the room. Telling them whom you met brings most of it back." }
quiz "abroad" { ask = "What does money from abroad buy, and what does it cost?",
  answers = { "Capacity; standing in the place", "Votes; nothing", "Standing in the place; capacity" }, right = 1,
  because = "It pays for work at once. Neighbours and opponents ask whose campaign it is; a local lead keeps that smaller." }
quiz "rider" { ask = "A frame that wins votes can narrow the content. How?",
  answers = { "It brings a limit along when it leads", "It ends the debate", "It is never true" }, right = 1,
  because = "When a frame leads in the room that decides, its rider bounds the text that becomes law." }
quiz "pivot" { ask = "Weights 2, 3, 3, 2 and 1, six votes needed. Who has as much formal power as those with weight 2?",
  answers = { "Nobody", "The one with weight 1", "Those with weight 3" }, right = 2,
  because = "Counted over all orders, weight 2 and weight 1 tip the vote equally often: 133 of 1000 each." }
quiz "disrupted" { ask = "What moves one decider more: four different acts, or four equal ones?",
  answers = { "Four different ones", "Four equal ones", "No difference" }, right = 1,
  because = "The same act again wears out. Different pressure by one group, inside and outside, adds up." }
quiz "stands" { ask = "What makes a gain last?",
  answers = { "A large majority on the day", "Votes to spare, support outside, people of one's own, and somebody who watches", "A good title" }, right = 2,
  because = "A gain that is shared, embedded and watched outlives the people who voted for it." }

debrief "turning" { view = "timeline", order = 1, ask = "One sentence each: where did the story turn?" }
debrief "unlikely" { view = "influence", order = 2, ask = "Who was the unlikely ally, and at what price?" }
debrief "price_of_access" { view = "legitimacy", order = 3,
  ask = "What would reporting back have changed for the caucus? Its standing with its own people can fall from 45 to 15." }
debrief "formal_power" { view = "formal", order = 4,
  ask = "Weight 2 and weight 1 have equal formal power here, 133 of 1000. Why, and did it feel so?" }
debrief "narrowed" { view = "words", order = 5, ask = "Which frame carried the vote, and what did its rider take out of the text?" }
debrief "given" { view = "text", order = 6, ask = "What was given for agreement, by whom, and whose was it to give?" }
debrief "silences" { view = "voice", order = 7, ask = "Who was not heard, and who noticed?" }

cue "welcome" { round = 1, phase = "news", minutes = 2,
  say = "Say the opt-out once more, then read the report's name aloud. Ask: what does this paper say? The first answer will be remembered." }
cue "first_meeting" { round = 1, phase = "meeting", minutes = 2,
  say = "Two voices each, also for those without a vote. Scope and remedy are on the agenda today: one word there is worth a speech." }
cue "first_prices" { round = 1, phase = "action", minutes = 1,
  say = "Ask every team to read one price aloud before it confirms an act. Ask the caucus who at home will hear of it." }
cue "newspaper" { round = 2, phase = "news", minutes = 2,
  say = "The newspaper's question goes to the survivors alone. Give them one quiet minute. There is no right answer, and nobody may press." }
cue "pause" { round = 3, phase = "news", minutes = 1,
  say = "Ask each team: whom have you not spoken to yet, and what do you think they are afraid of?" }
cue "before_decision" { round = 4, phase = "backstage", minutes = 1,
  say = "The committee decides at the end of this round. Ask the team with least power first what the text still needs." }

source "nazneen" { title = "Blog post on women's movements and policy change (research centre Effective States and Inclusive Development)", by = "Sohela Nazneen", date = "2019",
  used_for = "Unlikely allies inside a formal arena; standing with elites against standing at home; help from abroad. Places and words here are our own." }
source "collective" { title = "How does collective leadership change institutions?", by = "Developmental Leadership Program", date = "read 2026",
  used_for = "Reading after the game: leadership by groups and coalitions." }
source "uganda" { title = "Accounts by women's organisations of Uganda's domestic-violence Act of 2010", by = "several", date = "2010 and later",
  used_for = "Reading after the game. Influential men were won in order to overcome resistance to the bill: this is our reading of the source. Say so when you use it." }
