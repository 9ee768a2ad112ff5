-- What people take home: journal, self-check, questions for the debrief, prompts for the facilitator, sources.

journal "before" { at = "brief", ask = "Whom do you expect to have power here, and where does it come from?" }
journal "each_round" { at = "reflect", ask = "Who changed your mind this round? Did you notice at the time?" }
journal "half_time" { at = "pause", ask = "Whose words are you using by now? Were they yours an hour ago?" }
journal "points" { at = "end", ask = "Which of your notes were points of power? Where does this way of looking fail?" }
journal "next" { at = "end", ask = "In your next real meeting: one point of power, one ally, one silent person." }
journal "two_weeks" { at = "later", ask = "Which point of power have you used since then, and what did it change?" }

quiz "sources_of_power" { ask = "Which of these is a source of macro power?",
  answers = { "A warm voice", "A resource that others need", "A good sentence in the minutes" }, right = 2,
  because = "Macro power comes from resources others need, from being important to them, and from a place where it is decided." }
quiz "points_of_power" { ask = "Which of these can be a point of power?",
  answers = { "The agenda", "The minutes", "A name", "All of them" }, right = 4,
  because = "A point of power is a moment in talk or text that anyone can use." }
quiz "first_reading" { ask = "Why can a small group give the first reading of a policy?",
  answers = { "It has more money", "It does not wait for an official line", "It is always right" }, right = 2,
  because = "Large offices wait for their line. Who is ready with a sentence speaks into the silence." }
quiz "closed_doors" { ask = "After a meeting behind closed doors, whose trust falls, and what repairs it?",
  answers = { "The public's; a campaign", "Your own people's; reporting back", "The deciders'; a second meeting" }, right = 2,
  because = "Your own people were not in the room. Telling them whom you met brings most of it back." }
quiz "equal_votes" { ask = "Weights 3, 2 and 2, four votes needed. Who can swing the vote most often?",
  answers = { "The one with 3", "The two with 2", "All three equally" }, right = 3,
  because = "Any two of the three are enough, so each one decides in two of six orders." }
quiz "different_acts" { ask = "What moves one decider more: four different acts, or four equal ones?",
  answers = { "Four different ones", "Four equal ones", "No difference" }, right = 1,
  because = "The same act again wears out. Different pressure by one group adds up." }
quiz "silence" { ask = "Is silence agreement?", answers = { "Yes", "No" }, right = 2,
  because = "Silence can be fear, respect, tiredness, or a person who was never asked." }

debrief "turning" { view = "timeline", order = 1, ask = "One sentence each: where did the story turn?" }
debrief "formal_power" { view = "formal", order = 2,
  ask = "Votes of 3, 2 and 2 with four needed are equal power. Did it feel like that?" }
debrief "whose_reading" { view = "words", order = 3, ask = "Whose reading of the bulletin is in the final text?" }
debrief "price_of_access" { view = "legitimacy", order = 4, ask = "What did Link pay for access, and to whom?" }
debrief "beyond_means" { view = "means", order = 5, ask = "Who moved more than their means would let you expect?" }
debrief "silences" { view = "voice", order = 6, ask = "Who was not heard, and who noticed?" }

cue "welcome" { round = 1, phase = "news", minutes = 1,
  say = "Read the bulletin aloud, slowly. Then ask: what does this paper mean here? The first answer will be remembered." }
cue "first_meeting" { round = 1, phase = "meeting", minutes = 2,
  say = "Two voices each, for everyone. Point at the minutes: only what is written down is heard again." }
cue "first_prices" { round = 1, phase = "action", minutes = 1,
  say = "Ask every team to read one price aloud before it confirms an act." }
cue "echo" { round = 2, phase = "news", minutes = 1,
  say = "Show one number that moved by an echo. Who said it first? Who wrote it down?" }
cue "before_decision" { round = 4, phase = "backstage", minutes = 1,
  say = "The cabinet decides at the end of this round. Ask the quietest team first what the text still needs." }

source "course" { title = "Collaborative leadership in voluntary organisations, Week 7", by = "The Open University, OpenLearn", date = "2016",
  link = "https://www.open.edu/openlearn/", used_for = "The idea of a small charity in a regional partnership. Names and texts here are our own." }
source "power_between" { title = "Inter-organizational power", by = "Chris Huxham and Nic Beech", date = "2008",
  used_for = "Points of power: where power sits in a partnership, and who uses it." }
source "sector" { title = "Voluntary Sector in Transition: Hard Times or New Opportunities?", by = "Linda Milbourne", date = "2013",
  used_for = "Small providers and commissioning: reading after the game." }
