-- What people take home: journal, self-check, questions for the debrief, prompts for the facilitator, sources.

journal "before" { at = "brief", ask = "Whom do you expect to have power here, and where does it come from?" }
journal "each_round" { at = "reflect", ask = "Who changed your mind this round? Did you notice at the time?" }
journal "half_time" { at = "pause", ask = "What is the thing called by now, and who called it that first?" }
journal "together" { at = "end", ask = "What kept people together when nothing moved? Which story was replaced?" }
journal "small_groups" { at = "end", ask = "How did small groups move large organisations, and what did sharing leadership ask of each leader?" }
journal "next" { at = "end", ask = "In your next real meeting: one point of power, one ally, one silent person." }
journal "two_weeks" { at = "later", ask = "Who has spoken since then because you did not?" }

quiz "a_name" { ask = "Why does it matter what a sum on a piece of paper is called?",
  answers = { "It does not; only the sum counts", "Others argue inside the name, and it brings its limit along", "Names are for newspapers" }, right = 2,
  because = "A way of seeing that leads in the room where it is decided bounds the text. Charity, for example, asks nobody to check." }
quiz "one_by_one" { ask = "Three of six employers must adopt. What does the first one change for the second?",
  answers = { "Nothing", "It makes the next step smaller: what was strange now has a neighbour", "It makes it dearer" }, right = 2,
  because = "Each adopts alone and what is adopted stays. The law of the city is the level the third one has reached." }
quiz "testimony" { ask = "Who bears the risk of speaking truth to power?",
  answers = { "Whoever speaks", "Whoever listens", "Nobody, if it is true" }, right = 1,
  because = "That is why a story needs consent, and why it is for those around the speaker to prepare the ground." }
quiz "talks" { ask = "The bank invites one of you to quiet talks. What grows, and what shrinks?",
  answers = { "Access; trust among partners", "Trust among partners; access", "Both grow" }, right = 1,
  because = "A door opens for one. Those left in the corridor remember it, unless they hear of it from you." }
quiz "sharing" { ask = "What does a leader lose by handing the platform on?",
  answers = { "Nothing at all", "Some applause now; the group gains hold", "The group" }, right = 2,
  because = "It costs a little with the public and pays inside, where it will be needed when nothing moves." }
quiz "first_reading" { ask = "Why can a small group give the first reading of a study?",
  answers = { "It has more money", "It does not wait for an official line", "It is always right" }, right = 2,
  because = "Large offices wait for their line. Who is ready with a sentence speaks into the silence." }
quiz "silence" { ask = "Is silence agreement?", answers = { "Yes", "No" }, right = 2,
  because = "Silence can be fear, respect, tiredness, or a person who was never asked." }

debrief "turning" { view = "timeline", order = 1, ask = "One sentence each: where did the story turn?" }
debrief "the_name" { view = "words", order = 2, ask = "Where did the name come from, and who used it last?" }
debrief "chain" { view = "moments", order = 3, ask = "Which employer moved because another had?" }
debrief "gave_up" { view = "coalitions", order = 4, ask = "What did each leader give up?" }
debrief "beyond_means" { view = "means", order = 5, ask = "Who moved more than their means would let you expect?" }
debrief "price" { view = "legitimacy", order = 6, ask = "What did quiet talks buy, and what did they cost at the kitchen table?" }
debrief "silences" { view = "voice", order = 7, ask = "Who was not heard, and who noticed?" }

cue "welcome" { round = 1, phase = "news", minutes = 1,
  say = "Read the study's title aloud. Ask: what shall we call this sum? The first answer will be remembered." }
cue "assembly" { round = 1, phase = "meeting", minutes = 2,
  say = "Testimony first: ask who of the four speaks, and in which order. Guests answer with yes or no. Two voices each, also for those without a vote." }
cue "first_prices" { round = 1, phase = "action", minutes = 1,
  say = "Ask every team to read one price aloud before it confirms an act. Remind the parents that a story is spent when it is told." }
cue "agm" { round = 2, phase = "meeting", minutes = 1,
  say = "One share, one question. The bank takes the chair. Let whoever asks stand, and let the answer be heard." }
cue "item_seven" { round = 3, phase = "news", minutes = 2,
  say = "The hospital decides alone about item seven. Give it two quiet minutes; the union and Brightline may speak to it if they are let in." }
cue "ceremony" { round = 4, phase = "meeting", minutes = 1,
  say = "If anybody has adopted: who stands in the photograph? Ask it before the picture is taken." }

source "course" { title = "Collaborative leadership in voluntary organisations, Week 7", by = "The Open University, OpenLearn", date = "2016",
  link = "https://www.open.edu/openlearn/", used_for = "The living wage as an example of a name that moved organisations. Names, numbers and texts here are our own." }
source "movement" { title = "History pages of the living-wage movement", by = "London Citizens; Living Wage Foundation", date = "read 2026",
  link = "https://www.livingwage.org.uk/", used_for = "Reading after the game: assemblies, shareholders' questions, accreditation." }
source "shared_leadership" { title = "Article on shared leadership", by = "Neil Jameson, The Guardian", date = "24 March 2010",
  used_for = "Reading after the game: what sharing the platform asks of a leader." }
