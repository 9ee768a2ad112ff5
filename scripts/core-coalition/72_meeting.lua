-- Points of power around a meeting: who leads it, what comes up, whose words carry, who is heard.
-- They cost voice, and everybody has the same two voices. No point makes money, votes or seats.

-- 1. ROLES. The chair goes by the rule of the arena; the others go to the highest bid. Losers keep their voice.

-- The chair decides what there is time for.
point_of_power "chair" {
  name = "Take the chair", say = "{who} has the chair.",
  about = "By the rule of the arena: fixed, rotating, elected or by lot. Orders the agenda, may put off one item and breaks even votes. May call an indicative vote once for each issue.",
  starter = true, style = "over", face = "invisible",
  role = "chair", role_name = "Chair", may = "order_agenda, break_tie, defer",
  warns = "Anybody may object to the order for one voice. Hands are shown; an overruled chair loses 3 with the sector." }

-- Who writes the draft, words it.
point_of_power "pen" {
  name = "Hold the pen", say = "{who} holds the pen.",
  about = "Your wording, and that of your coalition partners, weighs 1 more in this meeting. Nobody bids: who has the pen of the arena keeps it.",
  starter = true, style = "over", face = "invisible",
  bid = { 1, 2 }, role = "pen", role_name = "The pen holder", may = "sharpen",
  warns = "You see only afterwards who else wanted it." }

-- The last word before the minutes.
point_of_power "summary" {
  name = "Sum up", say = "{who} sums up.",
  about = "After the speech you name one thing that was said. It weighs 1 more when it is written down.",
  starter = true, style = "over", face = "invisible",
  bid = { 1, 2 }, role = "summary", role_name = "Who sums up", may = "sum_up",
  warns = "All extras together add 2 to a sentence at most." }

-- 2. BEFORE THE SPEECH: what comes up, what was written last time, who has been quiet.

point_of_power "agenda" {
  name = "Bring it forward", say = "{who} puts {target} on the agenda.",
  about = "Moves an item to the front of the queue. Only the first items can be worded today; the chair's order goes before yours.",
  starter = true, style = "to", face = "invisible",
  target = "item", voice = 1,
  does = { queue {} },
  warns = "The chair may still put something else first." }

-- Minutes are a text too.
point_of_power "matters_arising" {
  name = "Question the minutes", say = "{who} questions a line of the minutes.",
  about = "If the line was slanted it is struck, and who wrote it loses 4 with the sector. If it was honest, you lose 1.",
  starter = true, style = "over", face = "invisible",
  target = "line", voice = 1,
  does = { challenge {} },
  warns = "You may be wrong." }

-- Silence is not agreement.
point_of_power "invite" {
  name = "Invite to speak", say = "{who} asks {target} to speak.",
  about = "For somebody in the room who was silent in the last meeting: one voice more for them, now.",
  starter = true, style = "with", face = "invisible", at = "roles",
  target = "actor", target_when = "silent.target and attends.target", voice = 0, once = true,
  gives = { target = { voice = 1 }, peer = 1 } }

-- 3. THE SPEECH.

-- Against, with something in hand.
point_of_power "alternative" {
  name = "Propose something else", say = "{who} would rather have {instead} than {target}.",
  about = "Takes one strength for each voice from what others say this way. Says something else with strength 1 and your voices. The same clause means: the other way.",
  starter = true, style = "with", face = "invisible",
  target = "frame, clause", sides = true, bid = { 1, 2 }, utters = "1 + bid",
  asks = { instead = "frame, clause" },
  does = { resist { by = "bid" } },
  warns = "Half the force of resisting, and nobody trusts you less." }

-- A story belongs to the one who lived it.
point_of_power "tell_story" {
  name = "Add a story", say = "{who} tells a story about {target}.",
  about = "Goes with words of your own on the same thing: they weigh 1 more. One story or one fact with each.",
  starter = true, style = "to", face = "invisible",
  target = "frame, clause", voice = 0, costs = { story = 1 },
  does = { utter { strength = "token_gain" } },
  warns = "Whose story is it? It is told once, and only with consent." }

point_of_power "show_data" {
  name = "Add figures", say = "{who} shows figures about {target}.",
  about = "Goes with words of your own on the same thing: they weigh 1 more. One story or one fact with each.",
  starter = true, style = "to", face = "invisible",
  target = "frame, clause", voice = 0, costs = { evidence = 1 },
  does = { utter { strength = "token_gain" } },
  warns = "The figures are spent: nobody is surprised by them twice." }

-- Those who had to wait speak with more weight when they may.
point_of_power "official_line" {
  name = "The official line", say = "{who} reads the official line: not {target}.",
  about = "Only for those who wait for an official line, in the round after a bulletin. A frame loses 2 in this arena.",
  starter = true, style = "over", face = "invisible",
  target = "frame", when = "line_is_out", voice = 1, costs = { access = 1 },
  closed = "An official line comes the round after a bulletin, to those who wait for one.",
  loses = { here = { frame = 2 } },
  warns = "It costs access: somebody above you has to sign it." }

-- What everybody knows and nobody says.
point_of_power "surface_asymmetry" {
  name = "Name the gap", say = "{who} says aloud who has what in this room.",
  about = "Your sector thinks 3 more of you, the richest in the room trusts you 1 less. And it opens a motion for the next meeting here: rotate the chair, open the books, or add a seat.",
  starter = true, style = "to", face = "invisible", voice = 1,
  asks = { motion_on = { rotate_the_chair = 1, open_the_books = 2, add_a_seat = 3 }, whom = "actor" },
  gives = { peer = 3 }, loses = { richest = { trust = { me = 1 } } },
  does = {
    motion { arena = "here", chair = "rotating", when = "motion_on == 1" },
    motion { arena = "here", books = true, when = "motion_on == 2" },
    motion { arena = "here", add = "whom", when = "motion_on == 3" } },
  warns = "Those who have most may take it badly." }

-- 4. BACKSTAGE: a word between two.
point_of_power "backstage_word" {
  name = "A word backstage", say = "{who} has a word with {target}.",
  about = "Both must agree. The two of you: 1 trust on both sides. About a decider: what the partner knows of it. About a frame or clause: the partner voices your words in the next meeting, strength 3. You share the credit.",
  starter = true, style = "with", face = "hidden", seen = "quiet",
  target = "actor", sides = true, voice = 1, utters = 2,
  asks = { about = "none, decider, frame, clause" },
  does = { prime {} },
  gives = { trust = { me = { target = 1 }, target = { me = 1 } } },
  warns = "You have one voice less in the next meeting, whether or not the words find their place." }
